"""The list of baked pictures, readable without numpy or Qt: ``resources/images/manifest.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kneegui.domain.errors import KneeGuideError

MANIFEST_NAME = "manifest.json"
_VERSION = 1


class ManifestError(KneeGuideError):
    """The list of pictures is missing or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One baked picture; file names are relative to the picture's folder ``images/<name>``.

    ``times`` gives each frame's share of the repetition: 0 start, 1 end; a ``cycle`` goes round
    without a last frame at 1; a still picture has one frame.  ``key_times`` are those of the key
    poses, all of them among ``times``.  ``side`` is the working side as drawn: ``L``, ``R`` or
    nothing; the other side is the picture flipped.
    ``frame_class`` groups pictures of one scale and floor line.  ``box`` is the part of the frames
    and stills that anything is painted in: left, top, width, height.  ``hash`` is that of
    everything the picture was made from.
    """

    name: str
    hash: str
    frames: tuple[str, ...]
    times: tuple[float, ...]
    key_times: tuple[float, ...]
    start: str
    end: str
    card: str
    cycle: bool
    side: str
    frame_class: str
    box: tuple[int, int, int, int]

    @property
    def still(self) -> bool:
        """Whether nothing moves."""
        return len(self.frames) == 1

    def frame_at(self, t: float) -> tuple[int, int, float]:
        """Give the two frames round ``t`` and how far (0..1) it lies towards the second.

        A cycle wraps round; otherwise ``t`` is held at the ends.
        """
        count = len(self.times)
        if self.cycle:
            t = t % 1.0
        if t <= self.times[0] or count == 1:
            return 0, 0, 0.0
        for i in range(1, count):
            if t <= self.times[i]:
                before = self.times[i - 1]
                return i - 1, i, (t - before) / (self.times[i] - before)
        if self.cycle:
            last = self.times[-1]
            return count - 1, 0, (t - last) / (1.0 - last)
        return count - 1, count - 1, 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All baked pictures: frames and stills of ``size``, cards of ``card_size`` (pixels)."""

    size: tuple[int, int]
    card_size: tuple[int, int]
    pictures: Mapping[str, Picture]


def read_manifest(folder: Path) -> Manifest:
    """Give the list of the pictures in a folder (``resources/images``).

    Raises:
        ManifestError: it is missing, damaged or of another version.
    """
    path = folder / MANIFEST_NAME
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ManifestError(f"There are no pictures: {path} is missing.") from None
    except ValueError as error:
        raise ManifestError(f"{path} is damaged: {error}") from None
    if not isinstance(raw, dict) or raw.get("version") != _VERSION:
        raise ManifestError(f"{path} is of another version.")
    try:
        pictures = {name: _picture(name, entry) for name, entry in raw["pictures"].items()}
        width, height = raw["size"]
        card_width, card_height = raw["card_size"]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ManifestError(f"{path} is damaged: {error!r}") from None
    return Manifest(size=(width, height), card_size=(card_width, card_height), pictures=pictures)


def _picture(name: str, entry: Mapping[str, Any]) -> Picture:
    lists = {key: tuple(entry[key]) for key in ("frames", "times", "key_times", "box")}
    return Picture(**{**entry, **lists, "name": name})


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the list of pictures, sorted by name, one picture a line."""
    lines: list[str] = []
    for name in sorted(manifest.pictures):
        entry = asdict(manifest.pictures[name])
        del entry["name"]
        lines.append(f"  {json.dumps(name)}: {json.dumps(entry)}")
    head = {"version": _VERSION, "size": manifest.size, "card_size": manifest.card_size}
    text = json.dumps(head)[:-1] + ', "pictures": {\n' + ",\n".join(lines) + "\n}}\n"
    (folder / MANIFEST_NAME).write_text(text, encoding="utf-8")
