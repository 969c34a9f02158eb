"""Points of a pose file: plain, relative to an anchor, in a bone's frame, or on the skin of a limb.

Grammar of a point (``at``):

- ``[x, y, z]`` in the world, metres;
- ``"anchor + [x, y, z]"`` or ``"anchor"``: an anchor of the body such as ``ankleR``, shifted;
- ``"bone%[x, y, z]"`` in a bone's frame (x to the body's left, y to the head, z to the front);
- ``"bone%[x, y, z]"`` in a bone's frame (x to the body's left, y to the head, z forwards);
  side, 180 back, -90 inner side, ``gap`` metres off the skin; three more numbers shift it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from kneegui.figure.body import BALLS, LENGTHS, LIMB_PREFIX
from kneegui.figure.vectors import Array, Matrix, Vector, vector

_POINT = re.compile(r"([\w.]+)\s*(?:([+@%])\s*\[(.*)\])?\s*$")


class Place(NamedTuple):
    """A point in the world and, on the skin, the direction out of it."""

    point: Vector
    normal: Vector | None


class PointWords(NamedTuple):
    """A point's text taken apart: name, kind (``+``, ``@``, ``%`` or nothing) and numbers."""

    name: str
    kind: str
    numbers: tuple[float, ...]


def read_point(text: str) -> PointWords:
    """Give the parts of a point's text.

    Raises:
        ValueError: the text is not a point.
    """
    match = _POINT.match(text)
    if match is None:
        raise ValueError(f"not a point: {text!r}")
    numbers = tuple(float(n) for n in match[3].split(",")) if match[3] else ()
    return PointWords(match[1], match[2] or "", numbers)


@cache
def limb_profile(bone: str) -> tuple[Array, Array, Array, Array]:
    """Give (share along the bone, x, z, radius) of the balls of a limb bone such as ``thighL``."""
    prefix, side = LIMB_PREFIX[bone[:-1]], bone[-1]
    rows = [
        (-b.centre[1] / LENGTHS[bone[:-1]], b.centre[0], b.centre[2], b.radii[2])
        for b in BALLS
        if re.fullmatch(rf"{prefix}\d{side}", b.name)
    ]
    t, x, z, radius = np.array(rows).T
    return t, x, z, radius


def skin(
    rotations: Mapping[str, Matrix],
    origins: Mapping[str, Vector],
    bone: str,
    t: float,
    angle: float,
    gap: float = 0.0,
) -> Place:
    """Give the point and normal on the skin (or shorts) of a limb bone; see the grammar above."""
    shares, xs, zs, radii = limb_profile(bone)
    radius = float(np.interp(t, shares, radii))
    if bone[:-1] == "thigh" and t < 0.42:  # the leg of the shorts
        shorts = float(np.interp(t, [0, 0.16, 0.30, 0.42], [0.096, 0.0965, 0.0925, 0.090]))
        radius = max(radius, shorts)
    outward = 1 if bone[-1] == "L" else -1
    a = np.radians(angle)
    normal = vector(outward * np.sin(a), 0, np.cos(a))
    middle = vector(np.interp(t, shares, xs), -t * LENGTHS[bone[:-1]], np.interp(t, shares, zs))
    local = middle + normal * (radius + gap)
    return Place(origins[bone] + rotations[bone] @ local, rotations[bone] @ normal)


def locate(
    rotations: Mapping[str, Matrix],
    origins: Mapping[str, Vector],
    anchors: Mapping[str, Vector],
    at: object,
) -> Place:
    """Give the place of a point of the grammar above on a body solved so far.

    Raises:
        KeyError: the anchor or bone is unknown or not solved yet.
    """
    if not isinstance(at, str):
        return Place(np.asarray(at, float), None)
    name, kind, numbers = read_point(at)
    if kind == "@":
        place = skin(rotations, origins, name, *numbers[:3])
        shift = vector(*numbers[3:6]) if len(numbers) > 3 else vector(0, 0, 0)
        return Place(place.point + shift, place.normal)
    if kind == "%":
        return Place(origins[name] + rotations[name] @ vector(*numbers), None)
    shift = vector(*numbers) if numbers else vector(0, 0, 0)
    return Place(np.asarray(anchors[name], float) + shift, None)
