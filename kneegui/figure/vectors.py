"""Small vector mathematics: unit vectors, rotations, bone frames and direction words.

World axes: x to the right of the picture, y up (the floor is y = 0), z towards the viewer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[Any]
Vector: TypeAlias = NDArray[Any]
"""Three numbers."""
Matrix: TypeAlias = NDArray[Any]
"""3 x 3; for a bone frame the columns are its X, Y and Z axes in the world."""

DIRECTION_WORDS: dict[str, tuple[float, float, float]] = {
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "right": (1, 0, 0),
    "left": (-1, 0, 0),
    "near": (0, 0, 1),
    "far": (0, 0, -1),
}
_TERM = re.compile(r"\s*([+-]?)\s*([a-z]+)\s*(?:\*\s*(\d*\.?\d+))?\s*")


def vector(*numbers: float) -> Vector:
    """Give a float vector of the numbers."""
    return np.array(numbers, float)


def unit(v: ArrayLike) -> Vector:
    """Give ``v`` with length 1; a vector of no length comes back as it is."""
    v = np.asarray(v, float)
    length = np.linalg.norm(v)
    return v / length if length > 1e-9 else v


def turn_x(degrees: float) -> Matrix:
    """Give the rotation about X: positive sends Y towards Z."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def turn_y(degrees: float) -> Matrix:
    """Give the rotation about Y: positive sends Z towards X."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def turn_z(degrees: float) -> Matrix:
    """Give the rotation about Z: positive sends X towards Y."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def frame_along_y(y: ArrayLike, z: ArrayLike) -> Matrix:
    """Give the right-handed frame whose Y is exact and whose Z is as near to ``z`` as may be."""
    y = unit(y)
    z = np.asarray(z, float)
    z = z - (z @ y) * y
    if np.linalg.norm(z) < 1e-6:
        z = np.cross([0.3, 0.5, 0.8], y)
    z = unit(z)
    return np.column_stack([np.cross(y, z), y, z])


def frame_along_z(z: ArrayLike, y: ArrayLike) -> Matrix:
    """Give the right-handed frame whose Z is exact and whose Y is as near to ``y`` as may be."""
    z, y = unit(z), np.asarray(y, float)
    y = unit(y - (y @ z) * z)
    return np.column_stack([np.cross(y, z), y, z])


def direction(words: str | Sequence[float] | Vector) -> Vector:
    """Give the unit vector of direction words such as ``"right+up*0.3"``, or of three numbers.

    Raises:
        ValueError: a word is unknown or the words cannot be read.
    """
    if not isinstance(words, str):
        return unit(words)
    total, end = vector(0, 0, 0), 0
    while end < len(words):
        term = _TERM.match(words, end)
        if term is None or term[2] not in DIRECTION_WORDS:
            raise ValueError(f"not a direction: {words!r}")
        sign = -1.0 if term[1] == "-" else 1.0
        total = total + sign * float(term[3] or 1) * vector(*DIRECTION_WORDS[term[2]])
        end = term.end()
    return unit(total)


def turn_about(axis: Vector, v: Vector, radians: float) -> Vector:
    """Give ``v`` turned about a unit axis (Rodrigues' formula)."""
    c, s = np.cos(radians), np.sin(radians)
    return v * c + np.cross(axis, v) * s + axis * (axis @ v) * (1 - c)


def ease(x: ArrayLike) -> Array:
    """Give the smooth step 0..1 of x, flat at both ends; x outside 0..1 is clipped."""
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)
