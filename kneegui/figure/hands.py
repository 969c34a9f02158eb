"""Hands: grips as seven numbers, and the fingers that are drawn from them.

An arm of a pose file may name ``grip`` (see ``GRIPS``) and ``width``, the diameter in metres of
what a fist, hook or cup holds.  Without ``grip`` a fitting one is chosen from the arm's target.
``curl`` bends the fingers of the solver's plain hand, and the drawn ones when no grip is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from kneegui.figure.points import read_point
from kneegui.figure.vectors import Array, Matrix, Vector, unit, vector

GRIPS: dict[str, tuple[float, ...]] = {
    "flat": (2, 4, 3, 4, 48, 6, 4),
    "relaxed": (20, 26, 16, 2, 30, 24, 18),
    "rest": (14, 22, 14, 4, 40, 20, 10),
    "hip": (10, 24, 16, 5, 56, 16, 10),
    "cup": (30, 34, 22, 6, 55, 34, 22),
    "hook": (48, 52, 30, 2, 46, 44, 26),
    "fist": (76, 98, 60, 0, 14, 50, 52),
    "point": (70, 92, 60, 0, 20, 60, 50),
}
"""Degrees: bend at the three finger joints, spread per finger, thumb sideways, to palm, bend."""


class _Finger(NamedTuple):
    """Where a finger starts in the hand's frame (z, y), its radius and three lengths; metres."""

    z: float
    y: float
    radius: float
    lengths: tuple[float, float, float]


_FINGERS = (
    _Finger(0.0275, -0.088, 0.0100, (0.041, 0.026, 0.021)),
    _Finger(0.0090, -0.092, 0.0104, (0.045, 0.029, 0.022)),
    _Finger(-0.0095, -0.089, 0.0098, (0.041, 0.027, 0.021)),
    _Finger(-0.0265, -0.082, 0.0086, (0.033, 0.021, 0.018)),
)


class FingerCones(NamedTuple):
    """Round cones in the world: ends (n, 3) and their radii (n,), metres."""

    start: Array
    end: Array
    start_radius: Array
    end_radius: Array


def fitting_grip(arm: Mapping[str, Any]) -> str:
    """Give the name of the grip that suits what an arm does."""
    at, by = arm.get("at"), arm.get("by", "palm")
    if by == "fist":
        return "fist"
    if isinstance(at, str):
        name, kind, numbers = read_point(at)
        touched = name.rstrip("LR")
        if touched == "pelvis":
            return "hip"
        below_knee = touched in ("ankle", "shin", "midshin", "foot", "instep", "ball")
        if below_knee and not (touched == "shin" and kind == "@" and numbers[0] < 0.3):
            return "hook"
        return "rest"
    if isinstance(at, list):
        return "flat"
    return "flat" if arm.get("palm") == "down" and "fingers" in arm else "relaxed"


def hand_numbers(arm: Mapping[str, Any]) -> list[float]:
    """Give the seven numbers of an arm's hand (see ``GRIPS``); in-betweens carry them ready."""
    if "_hand" in arm:
        return list(arm["_hand"])
    name = arm.get("grip") or fitting_grip(arm)
    numbers = [float(n) for n in GRIPS[name]]
    if "width" in arm and name in ("fist", "hook", "cup"):  # the joints share the arc of a cylinder
        radius = arm["width"] / 2 + 0.009
        bends = (
            min(1.5, 0.043 / radius * 0.72),
            min(1.6, 0.034 / radius * 1.02),
            min(1.2, 0.024 / radius * 0.95),
        )
        numbers[:3] = [float(np.degrees(b)) for b in bends]
    if "curl" in arm and "grip" not in arm:
        share = min(1.0, float(arm["curl"]) / 80)
        numbers[:3] = [80 * share, 98 * share, 62 * share]
        numbers[5] = 8 + 55 * share
    return numbers


_Cone = tuple[Vector, Vector, float, float]


def _fingers(numbers: list[float], sg: int) -> list[_Cone]:
    bend1, bend2, bend3, spread = numbers[:4]
    to_palm, cones = vector(-sg, 0, 0), []
    for i, finger in enumerate(_FINGERS):
        point, angle = vector(sg * 0.001, finger.y, finger.z), 0.0
        fan = np.radians((1.5 - i) * spread)
        ahead = vector(0, -np.cos(fan), np.sin(fan))
        tighter = 1 + 0.06 * (i - 1) * (bend1 > 12)  # little fingers close further
        for j, (length, bend) in enumerate(zip(finger.lengths, (bend1, bend2, bend3), strict=True)):
            angle += np.radians(bend * tighter)
            tip = point + (ahead * np.cos(angle) + to_palm * np.sin(angle)) * length
            radii = finger.radius * (1 - 0.07 * j), finger.radius * (1 - 0.07 * (j + 1))
            cones.append((point, tip, *radii))
            point = tip
    return cones


def _thumb(numbers: list[float], sg: int) -> list[_Cone]:
    bend2, (sideways, inwards, bend) = numbers[1], np.radians(numbers[4:7])
    to_palm = vector(-sg, 0, 0)
    ahead = vector(0, -np.cos(sideways), np.sin(sideways))
    ahead = unit(ahead * np.cos(inwards) + to_palm * np.sin(inwards))
    root_way = unit(ahead + vector(0, 0.05, 0.25) * (1 if numbers[5] < 40 else 0.6))
    mid_way = unit(to_palm * 0.75 + vector(0, -0.5, -0.45))
    tip_way = unit(to_palm * 0.75 + vector(0, -0.45, -0.6))
    ways = (
        root_way,
        unit(ahead * np.cos(bend) + mid_way * np.sin(bend)),
        unit(ahead * np.cos(1.5 * bend) + tip_way * np.sin(1.5 * bend)),
    )
    points = [vector(sg * -0.004, -0.022, 0.020)]
    for way, length in zip(ways, (0.040, 0.030, 0.020), strict=True):
        points.append(points[-1] + way * length)
    closed = float(np.clip((bend2 - 76) / 20, 0, 1))
    if closed:  # a fist: the thumb lies across the fingers
        across = (
            vector(-sg * 0.004, -0.022, 0.022),
            vector(-sg * 0.026, -0.048, 0.034),
            vector(-sg * 0.047, -0.068, 0.027),
            vector(-sg * 0.050, -0.074, 0.007),
        )
        points = [p * (1 - closed) + a * closed for p, a in zip(points, across, strict=True)]
    radii = (0.0150, 0.0118, 0.0104, 0.0088)
    return [(points[j], points[j + 1], radii[j], radii[j + 1]) for j in range(3)]


def finger_cones(origin: Vector, frame: Matrix, sg: int, numbers: list[float]) -> FingerCones:
    """Give the round cones of the fingers and thumb of a hand at ``origin`` with ``frame``."""
    cones = _fingers(numbers, sg) + _thumb(numbers, sg)
    return FingerCones(
        np.array([c[0] for c in cones]) @ frame.T + origin,
        np.array([c[1] for c in cones]) @ frame.T + origin,
        np.array([c[2] for c in cones]),
        np.array([c[3] for c in cones]),
    )
