"""Flat bands: a strap from hand to foot and back, and a loop band round both legs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from kneegui.figure.body import LENGTHS, SIDES
from kneegui.figure.points import limb_profile
from kneegui.figure.solver import Figure
from kneegui.figure.vectors import Array, Vector, unit, vector

_OFF_SKIN = 0.0045


class Strip(NamedTuple):
    """A band between two rails of points, (n, 3) each, metres."""

    left: Array
    right: Array


def strap_strips(strap: Mapping[str, Any], figure: Figure) -> list[Strip]:
    """Give the strips of a strap ``{through = [...], width, tail}``.

    ``through`` lists ``gripL`` / ``gripR`` (hands), ``ballL`` / ``soleL`` .. (round the sole of a
    foot), anchors or points; the free tails hang below hands that hold a strap round a foot.
    """
    points, foot_front, foot_range = _strap_points(strap["through"], figure)
    width = strap.get("width", 0.034) / 2
    ways = np.repeat((vector(0, 0, 1) if foot_front is None else foot_front)[None], len(points), 0)
    if foot_range is not None:  # so that the strap does not cross itself at the sole
        first, last = foot_range
        before = points[first - 1]
        if first and np.linalg.norm(points[first] - before) > np.linalg.norm(points[last] - before):
            points[first : last + 1] = points[first : last + 1][::-1].copy()
    for end, inner in ((0, 1), (-1, -2)):
        along = unit(points[inner] - points[end])
        square = np.cross(along, np.cross(ways[end], along))
        if np.linalg.norm(square) > 0.1:
            ways[end] = unit(square)
    fine, fine_ways = _refined(points, 12), _refined(ways, 12)
    fine_ways /= np.linalg.norm(fine_ways, axis=1)[:, None]
    strips = [Strip(fine - fine_ways * width, fine + fine_ways * width)]
    tail = strap.get("tail", 0.16)
    if tail > 0 and foot_front is not None:
        for end in (0, -1):
            u = np.linspace(0, 1, 9)[:, None]
            hanging = vector(0, -1, 0) * u * tail + vector(0.05, 0, 0) * np.sin(u * 2.6) * tail
            line = points[end] + hanging
            strips.append(Strip(line - ways[end] * width, line + ways[end] * width))
    return strips


def _strap_points(
    through: list[Any], figure: Figure
) -> tuple[Array, Vector | None, tuple[int, int] | None]:
    """Give the strap's corner points, the direction of the toes and the range round the foot."""
    points: list[Vector] = []
    front, foot_range = None, None
    for stop in through:
        if isinstance(stop, str) and stop[:4] in ("ball", "sole"):
            foot = "foot" + stop[4]
            frame, ankle = figure.rotation(foot), figure.origin(foot)
            below, ahead = -LENGTHS["ankle"] - 0.004, 0.085 if stop[:4] == "sole" else 0.105
            front, foot_range = frame[:, 2], (len(points), len(points) + 4)
            for x in (1, 0.8, 0, -0.8, -1):  # across the sole and a little up its sides
                lift = 0.030 if abs(x) == 1 else 0
                points.append(ankle + frame @ vector(x * 0.050, below + lift, ahead))
        else:
            points.append(figure.anchors[stop] if isinstance(stop, str) else vector(*stop))
    return np.array(points), front, foot_range


def _refined(points: Array, steps: int) -> Array:
    """Give a polyline with ``steps`` points for each of its pieces."""
    at = np.linspace(0, len(points) - 1, (len(points) - 1) * steps + 1)
    knots = np.arange(len(points))
    return np.stack([np.interp(at, knots, points[:, i]) for i in range(3)], 1)


def band_strips(band: Mapping[str, Any], figure: Figure) -> list[Strip]:
    """Give the strip of a loop band ``{part = "thigh", t = 0.8, width}`` round both legs."""
    part, t, half = band["part"], band["t"], band.get("width", 0.050) / 2
    rings: list[tuple[Vector, Vector, float]] = []
    for s, _ in SIDES:
        bone = part + s
        shares, _x, zs, radii = limb_profile(bone)
        frame = figure.rotation(bone)
        local = vector(0, -t * LENGTHS[part], np.interp(t, shares, zs))
        radius = float(np.interp(t, shares, radii)) + _OFF_SKIN
        rings.append((figure.origin(bone) + frame @ local, frame[:, 1], radius))
    (left, left_along, left_radius), (right, right_along, right_radius) = rings
    across = unit(right - left)
    arc = np.radians(np.linspace(-90, 90, 15))

    def half_ring(centre: Vector, along: Vector, radius: float, sign: int) -> Array:
        aside = unit(np.cross(along, across))
        outwards = unit(np.cross(aside, along))
        circle = outwards * np.cos(arc)[:, None] + aside * np.sin(arc)[:, None]
        return centre + sign * radius * circle

    right_arc = half_ring(right, right_along, right_radius, 1)
    left_arc = half_ring(left, left_along, left_radius, -1)
    u = np.linspace(0, 1, 14)[1:, None]

    def bridge(a: Vector, b: Vector) -> Array:
        return a * (1 - u) + b * u

    there, back = bridge(right_arc[-1], left_arc[0])[:-1], bridge(left_arc[-1], right_arc[0])
    middle = np.concatenate([right_arc, there, left_arc, back])
    right_ways = np.repeat(right_along[None], len(arc), 0)
    left_ways = np.repeat(left_along[None], len(arc), 0)
    there, back = bridge(right_along, left_along)[:-1], bridge(left_along, right_along)
    along = np.concatenate([right_ways, there, left_ways, back])
    along /= np.linalg.norm(along, axis=1)[:, None]
    return [Strip(middle - along * half, middle + along * half)]
