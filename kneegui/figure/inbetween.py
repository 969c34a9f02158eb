"""In-betweens: blends two key poses, and makes limbs that are written differently comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from kneegui.figure.body import SIDES
from kneegui.figure.hands import hand_numbers
from kneegui.figure.points import PointWords, read_point
from kneegui.figure.solver import Figure, Pose, solve
from kneegui.figure.vectors import Vector, direction, turn_x, turn_z, unit

_DIRECTIONS = frozenset(
    (
        "head", "front", "thigh", "shin", "knee", "toes", "sole_up", "upper", "fore", "elbow",
        "palm", "fingers", "look", "crown", "axis", "handle",
    )
)  # fmt: skip
_CONTACT_KEYS = ("rest", "pin")

Direction: TypeAlias = str | Sequence[float]
"""Direction words or three numbers."""


def blend_directions(a: Direction, b: Direction, t: float) -> list[float]:
    """Give the direction at share ``t`` of the way from a to b along the great circle."""
    start, end = direction(a), direction(b)
    angle = np.arccos(np.clip(start @ end, -1, 1))
    if angle < 1e-4:
        return end.tolist()
    mixed = np.sin((1 - t) * angle) * start + np.sin(t * angle) * end
    return (mixed / np.sin(angle)).tolist()


def blend(a: Mapping[str, Any], b: Mapping[str, Any], t: float) -> Pose:
    """Give the pose (or part of one) at share ``t`` between two; a contact of one end is let go."""
    out: Pose = {}
    for key in sorted(a.keys() | b.keys()):
        if key in _CONTACT_KEYS and a.get(key) != b.get(key):
            continue
        if key in a and key in b:
            out[key] = _blend_value(key, a[key], b[key], t)
            continue
        value = a.get(key, b.get(key))
        if isinstance(value, int | float):  # a number that is not written is 0
            value = a.get(key, 0) * (1 - t) + b.get(key, 0) * t
        out[key] = value
    return out


def _numbers(values: Sequence[object]) -> bool:
    return all(isinstance(value, int | float) for value in values)


def _blend_value(key: str, x: Any, y: Any, t: float) -> Any:  # noqa: ANN401  values of a TOML table
    if isinstance(x, dict) or isinstance(y, dict):
        return blend(x, y, t)
    if x != "in" and y != "in":
        if key in _DIRECTIONS:
            return blend_directions(x, y, t)
        if isinstance(x, int | float) and isinstance(y, int | float):
            return x * (1 - t) + y * t
        if isinstance(x, list) and isinstance(y, list) and len(x) == len(y) and _numbers(x):
            return [u * (1 - t) + v * t for u, v in zip(x, y, strict=True)]
        if key == "at" and isinstance(x, str) and isinstance(y, str) and x != y:
            return _blend_points(read_point(x), read_point(y), t)
    return x if t < 0.5 else y


def _blend_points(x: PointWords, y: PointWords, t: float) -> str:
    """Give the text of a point between two points that hang on the same anchor or bone."""
    count = max(len(x.numbers), len(y.numbers))
    xs = (*x.numbers, *[0.0] * (count - len(x.numbers)))
    ys = (*y.numbers, *[0.0] * (count - len(y.numbers)))
    numbers = ",".join(repr(u * (1 - t) + v * t) for u, v in zip(xs, ys, strict=True))
    return f"{x.name}{x.kind or y.kind}[{numbers}]"


def comparable(a: Pose, b: Pose) -> tuple[Pose, Pose]:
    """Give the two poses with limbs rewritten where they are described in different ways.

    A leg that swings freely at one end becomes joint angles, any other limb a target with hints;
    hands become numbers, so that one grip opens into the next.
    """
    a, b = dict(a), dict(b)
    figures = solve(a), solve(b)
    for pose in (a, b):
        for s, _ in SIDES:
            arm = pose.get("arm" + s, {})
            pose["arm" + s] = {**arm, "_hand": hand_numbers(arm)}
    for s, sg in SIDES:
        for limb in ("leg", "arm"):
            one, other = a.get(limb + s, {}), b.get(limb + s, {})
            if _signature(one) == _signature(other):
                continue
            swings = "hip" in one or "hip" in other
            for pose, figure in zip((a, b), figures, strict=True):
                if limb == "arm":
                    pose["arm" + s] = _arm_as_target(figure, pose["arm" + s], s, sg)
                elif swings:
                    pose["leg" + s] = _leg_as_angles(figure, pose.get("leg" + s, {}), s, sg)
                else:
                    pose["leg" + s] = _leg_as_target(figure, pose.get("leg" + s, {}), s)
    return a, b


def _signature(limb: Mapping[str, Any]) -> tuple[Any, ...]:
    """Give what must agree at both ends for a limb to be blended as it is written."""
    at, foot = limb.get("at"), limb.get("foot")
    return (
        "hip" in limb,
        "thigh" in limb,
        "upper" in limb,
        limb.get("by"),
        "knee" in limb,
        "elbow" in limb,
        limb.get("palm") == "in",
        read_point(at)[:2] if isinstance(at, str) else type(at).__name__,
        foot if isinstance(foot, str) else "angle",
        "fingers" in limb,
    )


def leg_angles(figure: Figure, s: str, sg: int) -> tuple[float, float, float, float]:
    """Give hip flexion, abduction, external rotation and knee flexion of a leg, degrees."""
    thigh, shin = figure.rotation("thigh" + s), figure.rotation("shin" + s)
    local = figure.rotation("pelvis").T @ thigh
    way = -local[:, 1]
    flexion = np.arctan2(way[2], -way[1])
    sideways = np.arcsin(np.clip(way[0], -1, 1))
    left = turn_z(-np.degrees(sideways)) @ turn_x(np.degrees(flexion)) @ local
    rotation = np.arctan2(left[0, 2], left[2, 2])
    knee = np.arctan2(thigh[:, 2] @ shin[:, 1], thigh[:, 1] @ shin[:, 1])
    angles = np.degrees([flexion, sg * sideways, sg * rotation, knee])
    return float(angles[0]), float(angles[1]), float(angles[2]), float(angles[3])


def _foot_as_directions(figure: Figure, leg: Mapping[str, Any], s: str) -> dict[str, Any]:
    foot = figure.rotation("foot" + s)
    return {
        "toebend": leg.get("toebend", 0),
        "foot": "dir",
        "toes": foot[:, 2].tolist(),
        "sole_up": foot[:, 1].tolist(),
    }


def _leg_as_angles(figure: Figure, leg: Mapping[str, Any], s: str, sg: int) -> dict[str, Any]:
    flexion, abduction, rotation, knee = leg_angles(figure, s, sg)
    hip = [flexion, abduction, rotation]
    return {"hip": hip, "kneeflex": knee, **_foot_as_directions(figure, leg, s)}


def _leg_as_target(figure: Figure, leg: Mapping[str, Any], s: str) -> dict[str, Any]:
    return {
        "at": figure.anchors["ankle" + s].tolist(),
        "by": "ankle",
        "knee": figure.rotation("thigh" + s)[:, 2].tolist(),
        **_foot_as_directions(figure, leg, s),
    }


def _arm_as_target(figure: Figure, arm: Mapping[str, Any], s: str, sg: int) -> dict[str, Any]:
    shoulder, elbow, wrist = (figure.anchors[j + s] for j in ("shoulder", "elbow", "wrist"))
    hint: Vector = elbow - (shoulder + wrist) / 2
    if np.linalg.norm(hint) <= 0.02:
        hint = -figure.rotation("uarm" + s)[:, 2]
    hand = figure.rotation("hand" + s)
    return {
        "at": wrist.tolist(),
        "by": "wrist",
        "_hand": arm["_hand"],
        "curl": arm.get("curl", 0),
        "elbow": unit(hint).tolist(),
        "fingers": (-hand[:, 1]).tolist(),
        "palm": (-sg * hand[:, 0]).tolist(),
    }
