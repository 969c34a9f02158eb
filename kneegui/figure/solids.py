"""Solids that props are made of, each with its signed distance (metres, negative inside)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from kneegui.figure.vectors import Array, Vector


@dataclass(slots=True)
class Box:
    """An upright box from corner ``low`` to corner ``high`` with rounded edges."""

    low: Vector
    high: Vector
    material: str = "prop"
    rounding: float = 0.012

    def distance(self, points: Array) -> Array:
        """Give the signed distances of points (n, 3)."""
        q = abs(points - (self.low + self.high) / 2) - (self.high - self.low) / 2
        return np.linalg.norm(np.maximum(q, 0), axis=-1) + np.minimum(q.max(-1), 0)


@dataclass(slots=True)
class Wall(Box):
    """A wall across ``axis`` (0: at x = position, 2: at z = position).

    ``room`` = +1 when the room lies on the larger side.  ``span`` is its visible width (metres on
    the other horizontal axis) and ``height`` its visible height; it supports as far as it is seen.
    """

    axis: int = 0
    position: float = 0.0
    room: int = 1
    span: tuple[float, float] = (-0.9, 0.9)
    height: float = 1.85

    @classmethod
    def across(
        cls, axis: int, position: float, room: int, span: tuple[float, float], height: float
    ) -> Wall:
        """Give a wall from its plane."""
        low = np.array([span[0], 0, span[0]], float)
        high = np.array([span[1], height, span[1]], float)
        low[axis], high[axis] = sorted((position, position - room * 0.05))
        return cls(low, high, "wall", 0.004, axis, position, room, span, height)


@dataclass(slots=True)
class Cylinder:
    """A cylinder with flat ends; ``hole`` = radius of the hole in its ends / its radius."""

    start: Vector
    end: Vector
    radius: float
    material: str = "roller"
    hole: float = 0.5

    def distance(self, points: Array) -> Array:
        """Give the signed distances of points (n, 3)."""
        way = self.end - self.start
        length = np.linalg.norm(way)
        axis = way / length
        along = (points - self.start) @ axis
        aside = points - self.start - along[..., None] * axis
        radial = np.linalg.norm(aside, axis=-1) - self.radius
        axial = np.abs(along - length / 2) - length / 2
        outside = np.hypot(np.maximum(radial, 0), np.maximum(axial, 0))
        return np.minimum(np.maximum(radial, axial), 0) + outside


@dataclass(slots=True)
class Sphere:
    """A ball."""

    centre: Vector
    radius: float
    material: str = "band"

    def distance(self, points: Array) -> Array:
        """Give the signed distances of points (n, 3)."""
        return np.linalg.norm(points - self.centre, axis=-1) - self.radius


@dataclass(slots=True)
class Rod:
    """A rod with round ends, thinner or thicker at its end if ``end_radius`` is given."""

    start: Vector
    end: Vector
    radius: float = 0.014
    material: str = "prop"
    end_radius: float = field(default=0.0)

    def __post_init__(self) -> None:
        self.end_radius = self.end_radius or self.radius

    def distance(self, points: Array) -> Array:
        """Give the signed distances of points (n, 3) from the rod at its first radius."""
        way = self.end - self.start
        share = np.clip((points - self.start) @ way / (way @ way), 0, 1)
        nearest = self.start + share[..., None] * way
        return np.linalg.norm(points - nearest, axis=-1) - self.radius


@dataclass(slots=True)
class Mat:
    """A thin mat on the floor; it is drawn, the floor below it carries."""

    x: tuple[float, float]
    z: tuple[float, float]
    fixed: bool = False


class Floor:
    """The floor, y = 0."""

    def distance(self, points: Array) -> Array:
        """Give the heights of points (n, 3)."""
        return points[..., 1]


Support = Box | Wall | Cylinder | Sphere | Rod | Floor
Solid = Box | Wall | Cylinder | Sphere | Rod | Mat
FLOOR = Floor()
