"""Flesh that meets a roller or ball swells on both sides, so that the contact looks like a dent.

Drawn only; contacts and checks know nothing of it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kneegui.figure.body import LENGTHS
from kneegui.figure.points import limb_profile
from kneegui.figure.solids import Cylinder, Solid, Sphere
from kneegui.figure.solver import Figure
from kneegui.figure.vectors import Vector

_ASIDE = 0.062
"""How far along the limb from the contact the swelling lies, metres."""
_SWELLING = 0.007
_SHORTS_END = 0.42


class Swelling(NamedTuple):
    """A ball of flesh: its middle (world), radius (metres), material and part."""

    centre: Vector
    radius: float
    material: str
    part: str


def swellings(figure: Figure, solids: list[Solid]) -> list[Swelling]:
    """Give the swellings of thighs and shins that rest on rollers and balls of the floor."""
    out: list[Swelling] = []
    rollers = [s for s in solids if isinstance(s, Cylinder) and s.material == "roller"]
    balls = [s for s in solids if isinstance(s, Sphere) and abs(s.centre[1] - s.radius) < 0.01]
    for part in ("thighL", "thighR", "shinL", "shinR"):
        for solid in (*rollers, *balls):
            out += _beside(figure, part, solid)
    return out


def _beside(figure: Figure, part: str, solid: Cylinder | Sphere) -> list[Swelling]:
    shares, xs, zs, radii = limb_profile(part)
    length, frame, start = LENGTHS[part[:-1]], figure.rotation(part), figure.origin(part)

    def at(t: float) -> tuple[Vector, float]:
        local = [np.interp(t, shares, xs), -t * length, np.interp(t, shares, zs)]
        return start + frame @ np.array(local), float(np.interp(t, shares, radii))

    places = np.linspace(0.12, 0.95, 60)
    middles = [at(float(t)) for t in places]
    gaps = [float(solid.distance(c[None])[0]) - r for c, r in middles]
    nearest = int(np.argmin(gaps))
    if gaps[nearest] > 0.004:
        return []
    centre = middles[nearest][0]
    step = 1e-4
    slope = [
        (solid.distance((centre + e)[None])[0] - solid.distance(centre[None])[0]) / step
        for e in np.eye(3) * step
    ]
    towards = -np.array(slope)
    out: list[Swelling] = []
    for sign in (-1, 1):
        t = float(places[nearest]) + sign * _ASIDE / length
        if not 0.10 < t < 0.97:
            continue
        middle, radius = at(t)
        size = radius * 0.62
        bare = part.startswith("shin") or t > _SHORTS_END
        lift = radius + _SWELLING * (1 if bare else 1.4) - size
        out.append(Swelling(middle + towards * lift, size, "skin" if bare else "shorts", part))
    return out
