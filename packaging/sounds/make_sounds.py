"""Makes the player's four sounds: ``python packaging/sounds/make_sounds.py [FOLDER]``.

Each is a few struck notes, as of a small wooden bar: a fundamental with two overtones that die away
faster, so that it is heard through a room without being shrill. Only the standard library is
needed, and the same bytes come out every time.

- ``count`` is one short high tick: the last three seconds, and each second of the count-in.
- ``go`` rises by a fifth: begin.
- ``half`` is the same middle note twice: half the time is over.
- ``done`` falls, then rests on a long low note: this is over.

So they differ in pitch, in number of notes and in length; none needs to be known by pitch alone.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
"""Samples a second."""
PEAK = 0.6
"""Loudest sample, of full scale: -4.4 dBFS, which leaves room for the mixer's own sums."""
ATTACK_S = 0.006
"""Long enough not to click, short enough to be on time."""
RELEASE_S = 0.02
OVERTONES = ((1.0, 1.0, 1.0), (2.0, 0.35, 1.8), (3.0, 0.12, 2.6))
"""Multiple of the fundamental, strength, how many times as fast it dies away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One struck note: pitch in hertz; start, length and time of decay in seconds."""

    pitch: float
    start: float
    length: float
    decay: float


SOUNDS: dict[str, tuple[Note, ...]] = {
    "count": (Note(pitch=1174.66, start=0.0, length=0.09, decay=0.03),),
    "go": (
        Note(pitch=587.33, start=0.0, length=0.13, decay=0.07),
        Note(pitch=880.0, start=0.11, length=0.29, decay=0.11),
    ),
    "half": (
        Note(pitch=698.46, start=0.0, length=0.14, decay=0.06),
        Note(pitch=698.46, start=0.17, length=0.2, decay=0.08),
    ),
    "done": (
        Note(pitch=783.99, start=0.0, length=0.15, decay=0.08),
        Note(pitch=659.26, start=0.14, length=0.15, decay=0.08),
        Note(pitch=392.0, start=0.28, length=0.62, decay=0.22),
    ),
}


def samples(notes: Iterable[Note]) -> list[int]:
    """Gives a sound as signed 16-bit samples, as loud as ``PEAK`` allows."""
    notes = tuple(notes)
    total = max(round((note.start + note.length) * RATE) for note in notes)
    mixed = [0.0] * total
    for note in notes:
        first = round(note.start * RATE)
        for index, value in enumerate(_struck(note)):
            mixed[first + index] += value
    loudest = max(abs(value) for value in mixed)
    return [round(value / loudest * PEAK * 32767) for value in mixed]


def write_wav(values: list[int], path: Path) -> None:
    """Writes samples as a mono WAV file."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(values)}h", *values))


def main(folder: Path) -> None:
    """Writes every sound into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in SOUNDS.items():
        write_wav(samples(notes), folder / f"{name}.wav")


def _struck(note: Note) -> list[float]:
    """Gives one note: a raised-cosine attack, a decay, a raised-cosine release."""
    count = round(note.length * RATE)
    values: list[float] = []
    for index in range(count):
        at = index / RATE
        tone = sum(
            strength * math.exp(-at * speed / note.decay) * math.sin(math.tau * note.pitch * n * at)
            for n, strength, speed in OVERTONES
        )
        ramp = _ramp(at / ATTACK_S) * _ramp((count - 1 - index) / RATE / RELEASE_S)
        values.append(tone * ramp)
    return values


def _ramp(part: float) -> float:
    """Gives 0 at the beginning of a ramp, 1 from its end on, smooth at both."""
    return 0.5 - 0.5 * math.cos(math.pi * min(part, 1.0))


if __name__ == "__main__":
    beside = Path(__file__).resolve().parents[2] / "resources" / "sounds"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else beside)
