"""Two-bone limbs: where the middle joint goes and how thigh and shin, upper arm and forearm lie."""

from __future__ import annotations

import numpy as np

from kneegui.figure.vectors import Matrix, Vector, frame_along_y, unit, vector


def two_bone(
    root: Vector, target: Vector, upper: float, lower: float, hint: Vector
) -> tuple[Vector, Vector, float]:
    """Give (middle joint, end, miss in metres) of a limb from ``root`` that reaches for ``target``.

    ``hint`` is the direction the middle joint points to; ``miss`` is how far out of reach the
    target is (0 when reached).
    """
    reach = target - root
    distance = float(np.linalg.norm(reach))
    longest, shortest = (upper + lower) * 0.9995, abs(upper - lower) * 1.001
    miss = max(0.0, distance - longest, shortest - distance)
    span = float(np.clip(distance, shortest, longest))
    along = unit(reach)
    x = (upper * upper - lower * lower + span * span) / (2 * span)
    height = np.sqrt(max(0.0, upper * upper - x * x))
    aside = hint - (hint @ along) * along
    if np.linalg.norm(aside) < 1e-4:
        aside = np.cross(along, [0.1, 0.2, 1.0])
    return root + along * x + unit(aside) * height, root + along * span, miss


def _lower_frame(upper: Matrix, lower_direction: Vector) -> Matrix:
    """Give the frame of the lower bone: the upper one bent about its own X."""
    y = -lower_direction
    z = unit(np.cross(upper[:, 0], y))
    return np.column_stack([np.cross(y, z), y, z])


def leg_frames(hip: Vector, knee: Vector, ankle: Vector, hint: Vector) -> tuple[Matrix, Matrix]:
    """Give the frames of thigh and shin; a bending knee sends the shin to the thigh's back (-Z)."""
    thigh, shin = unit(knee - hip), unit(ankle - knee)
    bend = shin - (shin @ thigh) * thigh
    amount = float(np.linalg.norm(bend))
    aside = hint - (hint @ thigh) * thigh
    front = unit(aside) if np.linalg.norm(aside) > 1e-3 else None
    if amount > 0.12 or front is None:
        z = -unit(bend)
    elif amount > 0.02:  # nearly straight: blend, so that the kneecap does not spin
        weight = (amount - 0.02) / 0.1
        z = unit(-unit(bend) * weight + front * (1 - weight))
    else:
        z = front
    upper = frame_along_y(-thigh, z)
    return upper, _lower_frame(upper, shin)


def arm_frames(
    shoulder: Vector, elbow: Vector, wrist: Vector, hint: Vector, chest_front: Vector
) -> tuple[Matrix, Matrix]:
    """Give the frames of upper arm and forearm; a bending elbow sends the forearm to +Z."""
    upper_way, fore_way = unit(elbow - shoulder), unit(wrist - elbow)
    bend = fore_way - (fore_way @ upper_way) * upper_way
    if np.linalg.norm(bend) > 0.05:
        z = unit(bend)
    else:
        aside = -(hint - (hint @ upper_way) * upper_way)
        z = unit(aside) if np.linalg.norm(aside) > 1e-3 else chest_front
    upper = frame_along_y(-upper_way, z)
    return upper, _lower_frame(upper, fore_way)


def shrug(chest: Matrix, arm_way: Vector) -> Vector:
    """Give how far the shoulder joint follows an arm that points along ``arm_way``."""
    local = chest.T @ arm_way
    return chest @ vector(0, 0.022 * (local[1] + 1), 0.022 * local[2])
