"""The four sounds: soft, not too loud, told apart by ear, and made by the script as they are."""

from __future__ import annotations

import math
import struct
import subprocess
import sys
import wave
from functools import cache
from itertools import combinations, pairwise
from operator import mul
from pathlib import Path

import pytest

from kneegui.desktop.sounds import Sound
from kneegui.resource_files import resource_folder

FOLDER = resource_folder() / "sounds"
SCRIPT = Path(__file__).parents[2] / "packaging/sounds/make_sounds.py"
RATE = 44_100
FULL = 32_768
MOST_PEAK = 10 ** (-3 / 20)
PITCHES = [220.0 * 2 ** (step / 12) for step in range(36)]
"""Three octaves of semitones, A3 to G sharp 6: the fundamentals of all sounds lie among them."""
LENGTHS = {Sound.COUNT: 0.09, Sound.GO: 0.4, Sound.HALF: 0.37, Sound.DONE: 0.9}


@cache
def samples(sound: Sound) -> tuple[float, ...]:
    """Gives a sound's samples, -1 to 1."""
    with wave.open(str(FOLDER / f"{sound}.wav"), "rb") as file:
        data = file.readframes(file.getnframes())
    return tuple(value / FULL for value in struct.unpack(f"<{len(data) // 2}h", data))


def power(values: tuple[float, ...], pitch: float) -> float:
    """Gives the power at one pitch, by Goertzel's recurrence."""
    turn = 2 * math.cos(math.tau * pitch / RATE)
    before = last = 0.0
    for value in values:
        before, last = last, value + turn * last - before
    return last * last + before * before - turn * last * before


def spectrum(values: tuple[float, ...]) -> list[float]:
    """Gives the share of each semitone."""
    powers = [power(values, pitch) for pitch in PITCHES]
    length = math.sqrt(sum(one * one for one in powers))
    return [one / length for one in powers]


def main_pitch(values: tuple[float, ...]) -> float:
    """Gives the strongest semitone, in hertz."""
    return max(PITCHES, key=lambda pitch: power(values, pitch))


def rms(values: tuple[float, ...]) -> float:
    return math.sqrt(sum(value * value for value in values) / len(values))


def part(sound: Sound, start: float, end: float) -> tuple[float, ...]:
    """Gives the samples between two moments, in seconds."""
    return samples(sound)[round(start * RATE) : round(end * RATE)]


each_sound = pytest.mark.parametrize("sound", list(Sound))


@each_sound
def test_it_is_mono_16_bit_44100_hertz(sound: Sound) -> None:
    with wave.open(str(FOLDER / f"{sound}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)


@each_sound
def test_it_is_as_short_as_it_should_be(sound: Sound) -> None:
    assert len(samples(sound)) / RATE == pytest.approx(LENGTHS[sound], abs=0.001)


@each_sound
def test_it_is_loud_but_never_near_full_scale(sound: Sound) -> None:
    peak = max(abs(value) for value in samples(sound))

    assert 0.5 < peak < MOST_PEAK


@each_sound
def test_it_is_not_clipped(sound: Sound) -> None:
    values = samples(sound)
    peak = max(abs(value) for value in values)
    flat = sum(1 for a, b in pairwise(values) if abs(a) == peak and a == b)

    assert flat <= 1


@each_sound
def test_it_begins_and_ends_softly(sound: Sound) -> None:
    values = samples(sound)
    peak = max(abs(value) for value in values)

    assert values[0] == 0.0
    assert abs(values[-1]) <= 1 / FULL
    # The first millisecond is a ramp, and it has risen within ten.
    assert max(abs(value) for value in values[: RATE // 1000]) < 0.15 * peak
    assert max(abs(value) for value in values[: RATE // 100]) > 0.4 * peak
    assert max(abs(value) for value in values[-RATE // 1000 :]) < 0.01 * peak


@each_sound
def test_it_does_not_click(sound: Sound) -> None:
    values = samples(sound)
    steps = [abs(b - a) for a, b in pairwise(values)]
    # The steepest slope of tones up to the third overtone of 1175 Hz at this peak.
    steepest = MOST_PEAK * math.tau * 3 * 1175 / RATE

    assert max(steps) < steepest


@each_sound
def test_it_does_not_lean_to_one_side_of_zero(sound: Sound) -> None:
    values = samples(sound)

    assert abs(sum(values) / len(values)) < 0.005


@pytest.mark.parametrize(("one", "other"), list(combinations(Sound, 2)))
def test_two_sounds_share_little_of_their_pitch(one: Sound, other: Sound) -> None:
    likeness = sum(map(mul, spectrum(samples(one)), spectrum(samples(other))))

    assert likeness < 0.5


def test_each_has_its_shape() -> None:
    rises = [main_pitch(part(Sound.GO, *when)) for when in ((0.0, 0.1), (0.15, 0.4))]
    falls = [
        main_pitch(part(Sound.DONE, *when)) for when in ((0.0, 0.13), (0.16, 0.27), (0.35, 0.9))
    ]
    twice = [main_pitch(part(Sound.HALF, *when)) for when in ((0.0, 0.13), (0.18, 0.37))]

    assert rises[1] / rises[0] == pytest.approx(1.5, rel=0.01)
    assert falls == sorted(falls, reverse=True)
    assert len(set(falls)) == 3
    assert twice[0] == twice[1]
    assert rms(part(Sound.HALF, 0.15, 0.168)) < 0.05 * rms(part(Sound.HALF, 0.0, 0.1))
    assert main_pitch(samples(Sound.COUNT)) > 1000


def test_the_script_makes_these_very_files(own_folders: Path) -> None:
    here = own_folders / "sounds"
    subprocess.run([sys.executable, "-I", "-S", str(SCRIPT), str(here)], check=True)

    made = {path.name: path.read_bytes() for path in here.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.glob("*.wav")}
