"""Contacts: distances between body and supports, and settling a pose onto them.

``rest`` in a pose names parts of which the lowest touches a support (the pelvis moves up or down
for it); ``pin`` names parts that touch because the pelvis pitches.  Both are solved together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from kneegui.figure.parts import PART_BALLS
from kneegui.figure.solids import Floor, Support
from kneegui.figure.solver import Figure, Pose, solve
from kneegui.figure.vectors import Array, direction, turn_about, vector

SINK = 0.006
"""How deep resting flesh sinks into what carries it, metres."""
_STEP = 1e-4
_CLOSE = 4e-4


def ball_distances(figure: Figure, balls: Sequence[int], support: Support) -> Array:
    """Give the signed distance (metres) of each ball's surface from a support."""
    centres, axes = figure.centres[balls], figure.axes[balls]
    if isinstance(support, Floor):
        return centres[:, 1] - np.sqrt((axes[:, 1, :] ** 2).sum(1))
    distance = support.distance(centres)
    slope = np.stack(
        [(support.distance(centres + step) - distance) / _STEP for step in np.eye(3) * _STEP], -1
    )
    slope /= np.maximum(1e-6, np.linalg.norm(slope, axis=1))[:, None]
    return distance - np.linalg.norm(np.einsum("nij,ni->nj", axes, slope), axis=1)


def gap(figure: Figure, parts: Iterable[str], supports: Iterable[Support]) -> float:
    """Give the smallest signed distance (metres) of any of the parts from any support."""
    balls = sorted({i for part in parts for i in PART_BALLS[part]})
    return min(float(ball_distances(figure, balls, s).min()) for s in supports)


class _Settling:
    """One pose moved by a height (metres) and a pitch (radians) of its pelvis."""

    def __init__(self, pose: Pose, supports: Sequence[Support]) -> None:
        self.pose, self.supports = pose, supports
        self.groups = [g for g in (pose.get("rest"), pose.get("pin")) if g]
        self.free = [i for i, g in enumerate((pose.get("rest"), pose.get("pin"))) if g]
        self.head = direction(pose["pelvis"].get("head", "up"))
        self.front = direction(pose["pelvis"].get("front", "right"))
        axis = np.cross(self.head, vector(0, 1, 0))
        self.axis = axis / (np.linalg.norm(axis) or 1)

    def moved(self, height: float, pitch: float) -> Pose:
        x, y, z = self.pose["pelvis"]["at"]
        pelvis = {
            **self.pose["pelvis"],
            "at": [x, y + height, z],
            "head": turn_about(self.axis, self.head, pitch).tolist(),
            "front": turn_about(self.axis, self.front, pitch).tolist(),
        }
        return {**self.pose, "pelvis": pelvis}

    def misses(self, move: Array) -> Array:
        figure = solve(self.moved(float(move[0]), float(move[1])))
        return np.array([gap(figure, g, self.supports) + SINK for g in self.groups])


def settle(pose: Pose, supports: Sequence[Support], warm: bool = False) -> Pose:
    """Give the pose with its ``rest`` and ``pin`` parts on the supports (damped Newton steps).

    ``warm`` = start is near the goal, so fewer steps are spent.
    """
    if not pose.get("rest") and not pose.get("pin"):
        return pose
    settling = _Settling(pose, supports)
    nudges, longest = (2e-3, 8e-3), (0.08, 0.12)
    move, best, best_miss = np.zeros(2), np.zeros(2), np.inf
    for step in range(14 if warm else 40):
        misses = settling.misses(move)
        worst = float(abs(misses).max())
        if worst < best_miss:
            best, best_miss = move.copy(), worst
        if worst < _CLOSE:
            break
        columns = [
            (settling.misses(move + np.eye(2)[i] * nudges[i]) - misses) / nudges[i]
            for i in settling.free
        ]
        jacobian = np.stack(columns, 1)
        if abs(np.linalg.det(jacobian)) < 1e-12:
            break
        damping = 1 if step < 12 else 0.6
        for i, change in zip(settling.free, np.linalg.solve(jacobian, -misses), strict=True):
            move[i] += np.clip(change, -longest[i], longest[i]) * damping
        move[1] = np.clip(move[1], -0.7, 0.7)
    return settling.moved(float(best[0]), float(best[1]))
