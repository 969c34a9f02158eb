"""Joint angles of a solved figure, and how far a normal adult's joints go (degrees).

Normal range of motion; ``PASSIVE`` is the end range a stretch may use, for the pictures named.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kneegui.figure.body import SIDES
from kneegui.figure.inbetween import leg_angles
from kneegui.figure.solver import Figure
from kneegui.figure.vectors import Matrix, Vector, turn_about, unit

LIMITS: dict[str, tuple[float, float]] = {
    "hip flexion": (-20, 125),
    "hip abduction": (-32, 45),
    "hip rotation": (-45, 45),
    "knee flexion": (-4, 140),
    "ankle plantar flexion": (-20, 50),
    "elbow flexion": (-4, 150),
    "upper arm twist": (-125, 125),
    "wrist bend": (0, 100),
    "spine flexion": (-30, 60),
    "spine side bend": (-35, 35),
    "spine twist": (-40, 40),
}
BEARING_DORSIFLEXION = -40
"""Ankle limit with the foot bearing on something."""


@dataclass(frozen=True, slots=True)
class PassiveRange:
    """A wider limit of one joint for the pictures named."""

    joint: str
    low: float | None
    high: float | None
    pictures: tuple[str, ...]


PASSIVE: tuple[PassiveRange, ...] = (
    PassiveRange(
        "hip flexion", None, 150, ("childs-pose", "knee-to-chest", "knee-to-chest-standing")
    ),
    PassiveRange(
        "hip flexion", -30, None, ("couch-stretch", "couch-stretch-stick", "hip-flexor-stretch")
    ),
    PassiveRange(
        "knee flexion",
        None,
        155,
        (
            "childs-pose",
            "couch-stretch",
            "couch-stretch-stick",
            "quad-stretch",
            "quad-stretch-side-lying",
        ),
    ),
    PassiveRange(
        "ankle plantar flexion",
        None,
        70,
        ("childs-pose", "couch-stretch", "couch-stretch-stick", "hip-flexor-stretch"),
    ),
)


def limits_of(joint: str, picture: str, foot_bears: bool = False) -> tuple[float, float]:
    """Give the least and greatest angle of a joint in a picture."""
    low, high = LIMITS[joint]
    for wider in PASSIVE:
        if wider.joint == joint and picture in wider.pictures:
            low = low if wider.low is None else wider.low
            high = high if wider.high is None else wider.high
    if joint == "ankle plantar flexion" and foot_bears:
        low = BEARING_DORSIFLEXION
    return low, high


def _degrees(radians: ArrayLike) -> float:
    return float(np.degrees(radians))


def joint_angles(figure: Figure) -> dict[tuple[str, str], float]:
    """Give the angle of each joint by (joint, side); 0 is standing straight, arms hanging."""
    angles: dict[tuple[str, str], float] = {}
    for s, sg in SIDES:
        flexion, abduction, rotation, knee = leg_angles(figure, s, sg)
        sideways = abs(abduction) > 70  # the thigh points aside: flexion has no meaning
        angles["hip flexion", s] = 0.0 if sideways else flexion
        angles["hip abduction", s] = abduction
        angles["hip rotation", s] = rotation
        angles["knee flexion", s] = knee
        toes = figure.rotation("shin" + s).T @ figure.rotation("foot" + s)[:, 2]
        angles["ankle plantar flexion", s] = _degrees(np.arctan2(-toes[1], toes[2]))
        upper, fore = figure.rotation("uarm" + s), figure.rotation("farm" + s)
        angles["elbow flexion", s] = _bend(upper, fore)
        angles["upper arm twist", s] = _arm_twist(figure, s, sg)
        angles["wrist bend", s] = _bend(fore, figure.rotation("hand" + s))
    chest = figure.rotation("pelvis").T @ figure.rotation("s3")
    up = chest[:, 1]
    angles["spine flexion", ""] = _degrees(np.arctan2(up[2], up[1]))
    angles["spine side bend", ""] = _degrees(np.arcsin(np.clip(-up[0], -1, 1)))
    angles["spine twist", ""] = _degrees(np.arctan2(chest[0, 2], chest[2, 2]))
    return angles


def _bend(upper: Matrix, lower: Matrix) -> float:
    return _degrees(np.arccos(np.clip(upper[:, 1] @ lower[:, 1], -1, 1)))


def _arm_twist(figure: Figure, s: str, sg: int) -> float:
    """Give how far the elbow's bending side is turned from the way an arm swings up naturally.

    The hanging arm with its elbow's crease to the front is swung the shortest way to where it
    points; positive turns the crease outwards.  An elbow that bends backwards shows as about 180.
    A straight arm's twist cannot be seen, and an arm overhead can have swung there by any way:
    both give 0.
    """
    upper, fore = figure.rotation("uarm" + s), figure.rotation("farm" + s)
    chest = figure.rotation("s3")
    hanging: Vector = -chest[:, 1]
    way = -upper[:, 1]
    axis = np.cross(hanging, way)
    angle = float(np.arctan2(np.linalg.norm(axis), hanging @ way))
    if _bend(upper, fore) < 15 or angle > np.radians(145):
        return 0.0
    front = turn_about(unit(axis), chest[:, 2], angle) if angle > 1e-6 else chest[:, 2]
    front = unit(front - (front @ way) * way)
    turned = np.arctan2(np.cross(front, upper[:, 2]) @ way, front @ upper[:, 2])
    return -sg * _degrees(turned)
