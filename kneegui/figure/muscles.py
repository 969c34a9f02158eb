"""Target muscles and regions to keep off, painted on the body's surface in bone coordinates.

``STRIPS`` follow a limb bone: (share along the bone, angle, half width in degrees), angle 0 front,
90 outer side, 180 back, 270 inner side.  ``REGIONS`` are seen from a point in the pelvis and so
follow the skin at any hip angle.  ``VOLUMES`` are round cones between points of bones (x to the
body's left, mirrored for the right side); the skin inside them is painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from kneegui.figure.body import BONE_INDEX, LENGTHS
from kneegui.figure.parts import PART_ID
from kneegui.figure.rays import f4
from kneegui.figure.solver import Figure
from kneegui.figure.vectors import Array, Vector, ease, unit, vector

_Points = tuple[tuple[float, float, float], ...]
_VASTUS_LATERALIS: _Points = (
    (0.08, 46, 17), (0.18, 54, 23), (0.38, 60, 28), (0.56, 57, 30), (0.72, 47, 25), (0.85, 33, 17),
    (0.94, 22, 8),
)  # fmt: skip
_GASTROCNEMIUS: tuple[tuple[str, _Points], ...] = (
    ("shin", ((0.02, 206, 4), (0.09, 207, 22), (0.20, 209, 29), (0.32, 209, 31), (0.42, 206, 27),
              (0.50, 202, 16), (0.56, 198, 3))),
    ("shin", ((0.02, 154, 4), (0.09, 153, 22), (0.20, 150, 29), (0.30, 150, 30), (0.38, 153, 25),
              (0.45, 157, 14), (0.50, 161, 3))),
)  # fmt: skip
STRIPS: dict[str, tuple[tuple[str, _Points], ...]] = {
    "quads": (
        ("thigh", ((0.05, 22, 16), (0.16, 19, 23), (0.34, 12, 25), (0.55, 7, 25), (0.74, 3, 19),
                   (0.86, 0, 14), (0.94, 0, 8))),
        ("thigh", _VASTUS_LATERALIS),
        ("thigh", ((0.20, -10, 8), (0.38, -30, 16), (0.56, -43, 24), (0.74, -47, 29),
                   (0.86, -40, 24), (0.95, -26, 10))),
    ),
    "vastuslat": (
        ("thigh", ((0.07, 40, 12), (0.18, 56, 22), (0.38, 62, 30), (0.56, 60, 31), (0.72, 50, 26),
                   (0.85, 35, 18), (0.95, 24, 8))),
    ),
    "quadslow": (
        ("thigh", ((0.50, 4, 8), (0.60, 5, 22), (0.74, 3, 21), (0.86, 0, 14), (0.95, 0, 8))),
        ("thigh", ((0.50, 57, 8), (0.58, 56, 26), (0.72, 47, 26), (0.85, 33, 18),
                   (0.95, 22, 8))),
        ("thigh", ((0.50, -38, 8), (0.58, -44, 22), (0.74, -48, 30), (0.86, -41, 24),
                   (0.96, -28, 10))),
    ),
    "hamstrings": (
        ("thigh", ((0.0, 174, 14), (0.18, 164, 20), (0.34, 156, 26), (0.55, 149, 29),
                   (0.74, 140, 24), (0.88, 130, 16), (0.99, 120, 8))),
        ("thigh", ((0.0, 186, 14), (0.18, 197, 20), (0.34, 206, 27), (0.55, 212, 31),
                   (0.74, 220, 25), (0.88, 228, 16), (0.99, 236, 8))),
    ),
    "adductors": (
        ("thigh", ((0.02, 286, 8), (0.10, 284, 26), (0.26, 278, 35), (0.44, 276, 32),
                   (0.60, 280, 20), (0.74, 284, 9), (0.86, 288, 2))),
    ),
    "calf": (
        *_GASTROCNEMIUS,
        ("shin", ((0.44, 180, 3), (0.56, 180, 22), (0.68, 180, 22), (0.80, 180, 18),
                  (0.93, 180, 15), (0.97, 180, 6))),
    ),
}  # fmt: skip


class _Region(NamedTuple):
    """A patch of the pelvis's skin: seen from ``centre`` along ``axis``.

    ``half_angles`` are radians along ``long_axis`` and across it; ``reach`` metres from the centre.
    """

    centre: tuple[float, float, float]
    axis: tuple[float, float, float]
    long_axis: tuple[float, float, float]
    half_angles: tuple[float, float]
    reach: float


REGIONS: dict[str, _Region] = {
    "glute": _Region(
        (0.052, -0.004, -0.010), (0.40, -0.16, -0.90), (0.55, -0.80, 0.10), (1.02, 0.86), 0.165
    ),
    "glutemed": _Region(
        (0.052, 0.008, -0.004), (0.86, 0.48, -0.10), (0.30, -0.95, 0.0), (0.62, 0.72), 0.150
    ),
    "tfl": _Region(
        (0.050, 0.000, 0.004), (0.72, 0.10, 0.66), (0.25, -0.95, 0.0), (0.66, 0.34), 0.160
    ),
    "piriformis": _Region(
        (0.040, 0.010, -0.010), (0.52, 0.10, -0.85), (0.80, -0.35, 0.45), (0.66, 0.36), 0.150
    ),
}


class _Cone(NamedTuple):
    """A round cone between two points of bones: bone, x, y, z; radii in metres."""

    start: tuple[str, float, float, float]
    end: tuple[str, float, float, float]
    start_radius: float
    end_radius: float


VOLUMES: dict[str, tuple[_Cone, ...]] = {
    "hipflexor": (
        _Cone(("pelvis", 0.052, 0.085, 0.085), ("pelvis", 0.074, 0.005, 0.090), 0.036, 0.044),
        _Cone(("pelvis", 0.074, 0.005, 0.090), ("thigh", -0.004, -0.110, 0.085), 0.044, 0.030),
    ),
    "erectors": (
        _Cone(("pelvis", 0.034, 0.060, -0.098), ("s1", 0.034, 0.060, -0.085), 0.026, 0.032),
        _Cone(("s1", 0.034, 0.060, -0.085), ("s2", 0.036, 0.080, -0.090), 0.032, 0.030),
        _Cone(("s2", 0.036, 0.080, -0.090), ("s3", 0.034, 0.150, -0.105), 0.030, 0.024),
    ),
    "abs": (
        _Cone(("pelvis", 0.032, 0.060, 0.095), ("s1", 0.034, 0.060, 0.090), 0.030, 0.032),
        _Cone(("s1", 0.034, 0.060, 0.090), ("s3", 0.036, 0.020, 0.105), 0.032, 0.030),
    ),
}
NO_GO: dict[str, tuple[_Cone, ...]] = {
    "kneecap": (_Cone(("thigh", 0, -0.395, 0.070), ("shin", 0, -0.035, 0.066), 0.044, 0.040),),
    "kneehollow": (_Cone(("thigh", 0, -0.385, -0.070), ("shin", 0, -0.040, -0.070), 0.046, 0.046),),
    "groin": (
        _Cone(("pelvis", 0.020, -0.060, 0.080), ("thigh", -0.075, -0.050, 0.040), 0.046, 0.050),
    ),
    "hipbone": (
        _Cone(("pelvis", 0.118, 0.088, 0.052), ("pelvis", 0.128, 0.075, 0.030), 0.034, 0.034),
    ),
    "trochanter": (
        _Cone(("pelvis", 0.150, -0.020, 0.000), ("thigh", 0.085, -0.030, 0.000), 0.040, 0.040),
    ),
}
_REGION_PARTS = {
    "glute": ("pelvis", "thigh"),
    "glutemed": ("pelvis", "thigh", "trunk"),
    "tfl": ("pelvis", "thigh"),
    "hipflexor": ("pelvis", "thigh", "trunk"),
    "piriformis": ("pelvis", "thigh"),
    "erectors": ("pelvis", "trunk"),
    "abs": ("pelvis", "trunk"),
    "kneecap": ("thigh", "shin"),
    "kneehollow": ("thigh", "shin"),
    "groin": ("pelvis", "thigh"),
    "hipbone": ("pelvis", "trunk"),
    "trochanter": ("pelvis", "thigh"),
}
FULL_AREA: dict[str, float] = {
    "quadslow": 0.016,
    "vastuslat": 0.014,
    "erectors": 0.016,
    "abs": 0.020,
    "quads": 0.030,
    "hamstrings": 0.030,
    "calf": 0.022,
    "glute": 0.018,
    "glutemed": 0.011,
    "adductors": 0.018,
    "hipflexor": 0.010,
    "tfl": 0.007,
    "piriformis": 0.010,
}
"""Square metres of each muscle seen squarely, about."""
MUSCLE_NAMES: tuple[str, ...] = tuple(sorted({*STRIPS, *REGIONS, *VOLUMES}))
NO_GO_NAMES: tuple[str, ...] = tuple(NO_GO)
SOFT_EDGE = 0.007
"""Metres over which a muscle's edge fades."""
_OUTSIDE = f4(-9)


def muscle_parts(name: str, side: str) -> list[str]:
    """Give the parts of the body whose skin a muscle (or a region to keep off) may colour."""
    if name in STRIPS:
        bones = {bone + side for bone, _ in STRIPS[name]}
        return sorted(bones | ({"pelvis"} if "thigh" + side in bones else set()))
    return [p if p in ("pelvis", "trunk") else p + side for p in _REGION_PARTS[name]]


@cache
def _outline(points: _Points) -> tuple[Array, Array, Array]:
    """Give share along the bone, angle and half width (radians) of a strip at 64 places."""
    share, angle, width = np.array(points, float).T
    at = np.linspace(share[0], share[-1], 64)
    kernel = np.hanning(13)
    kernel /= kernel.sum()
    smooth = [
        np.convolve(np.pad(np.interp(at, share, v), 6, mode="edge"), kernel, "valid")
        for v in (angle, width)
    ]
    to_end = np.minimum(np.arange(64), np.arange(64)[::-1]) / 5.0
    smooth[1] *= np.sqrt(np.clip(to_end + 0.15, 0, 1))
    angles, widths = np.radians(smooth[0]), np.radians(smooth[1] * 1.20)
    return at.astype(f4), angles.astype(f4), widths.astype(f4)


def _allowed(name: str, side: str, part: Array) -> Array:
    allowed = np.zeros(256, bool)
    allowed[[PART_ID[p] for p in muscle_parts(name, side)]] = True
    return allowed[part]


def muscle_mask(
    figure: Figure,
    names: Sequence[str],
    side: str,
    points: Array,
    part: Array,
    widen: float = 0.0,
) -> tuple[Array, Array]:
    """Give how much (0..1) of each surface point is target muscle, and its grooves (0..1).

    ``points`` (n, 3) lie on the body, ``part`` (n,) are their part ids; the muscles ``names`` of
    one side flow together where they meet.  ``widen`` in metres.
    """
    total = np.full(len(points), _OUTSIDE, f4)
    groove = np.zeros(len(points), f4)
    for name in names:
        if name in STRIPS:
            depth, lines = _strip_depth(figure, name, side, points, part, widen)
            groove = np.maximum(groove, lines)
        else:
            depth = _region_depth(figure, name, side, points) + f4(widen)
            depth = np.where(_allowed(name, side, part), depth, _OUTSIDE)
        total = _flow_together(total, depth, 0.030)
    mask = ease(total / f4(SOFT_EDGE) * 0.5 + 0.5).astype(f4)
    return mask, groove * mask


def _flow_together(a: Array, b: Array, reach: float) -> Array:
    """Give the smooth union of two depths: bellies closer than ``reach`` (metres) merge."""
    flow = np.maximum(0, f4(reach) - np.abs(a - b))
    return np.maximum(a, b) + flow * flow * f4(0.25 / reach) * (np.minimum(a, b) > -reach)


def _on_bone(name: str, side: str, part: Array, share: Array, radius: Array) -> Array:
    """Give which points a strip may colour: its limb, and the pelvis where the limb joins it."""
    bone = STRIPS[name][0][0]
    mine = part == PART_ID[bone + side]
    if bone == "thigh":
        mine |= (part == PART_ID["pelvis"]) & (np.abs(share) < 0.35) & (radius < 0.15)
    return mine


def _strip_depth(
    figure: Figure, name: str, side: str, points: Array, part: Array, widen: float
) -> tuple[Array, Array]:
    """Give how deep (metres) points lie inside the strips of a muscle, and its grooves."""
    sign = 1 if side == "L" else -1
    deepest = np.full(len(points), _OUTSIDE, f4)
    second, merged = deepest.copy(), deepest.copy()
    bone = STRIPS[name][0][0]
    i = BONE_INDEX[bone + side]
    local = (points - figure.origins[i].astype(f4)) @ figure.rotations[i].astype(f4)
    x, z = sign * local[:, 0], local[:, 2] - f4(0.006 if bone == "thigh" else -0.008)
    share, angle = local[:, 1] * f4(-1 / LENGTHS[bone]), np.arctan2(x, z)
    radius, length = np.hypot(x, z), f4(LENGTHS[bone])
    mine = _on_bone(name, side, part, share, radius)
    for _, outline in STRIPS[name]:
        shares, angles, widths = _outline(outline)
        u = (share - shares[0]) * f4((len(shares) - 1) / (shares[-1] - shares[0]))
        u = np.clip(u, 0, len(shares) - 1.001)
        j = u.astype(np.intp)
        u = u - j
        middle = angles[j] + (angles[j + 1] - angles[j]) * u
        width = (widths[j] + (widths[j + 1] - widths[j]) * u) * f4(1 + 40 * widen)
        off = angle - middle
        off -= f4(2 * np.pi) * np.rint(off * f4(0.5 / np.pi))
        to_end = np.minimum(share - shares[0], shares[-1] - share) * length + f4(0.003)
        depth = np.minimum((width - np.abs(off)) * radius, to_end)
        depth = np.where(mine, depth, _OUTSIDE)
        merged = _flow_together(merged, depth, 0.034)
        better = depth > deepest
        second = np.where(better, deepest, np.maximum(second, depth))
        deepest = np.maximum(deepest, depth)
    groove = np.clip(1 - (deepest - second) / f4(0.006), 0, 1)
    return merged, np.where(second > -0.004, groove, f4(0))


def _region_depth(figure: Figure, name: str, side: str, points: Array) -> Array:
    """Give how deep (metres) points lie inside a region of the pelvis or a volume."""
    sign = 1 if side == "L" else -1
    pelvis = figure.rotations[0].astype(f4)
    local = (points - figure.origins[0].astype(f4)) @ pelvis
    local[:, 0] *= sign
    if name in REGIONS:
        return _patch_depth(REGIONS[name], local)
    inside = volume_depth(figure, VOLUMES[name], side, points)
    if name in ("abs", "erectors"):  # a line between left and right
        inside = np.minimum(inside, local[:, 0] - f4(0.007))
    return inside


def _patch_depth(region: _Region, local: Array) -> Array:
    v = local - np.array(region.centre, f4)
    reach = np.sqrt(np.einsum("ij,ij->i", v, v))
    axis, along = unit(region.axis), np.array(region.long_axis)
    along = unit(along - (along @ axis) * axis)
    p, q = v @ along.astype(f4), v @ np.cross(axis, along).astype(f4)
    tilt = np.arctan2(np.hypot(p, q), v @ axis.astype(f4))
    round_axis = np.arctan2(q, p)
    a, b = region.half_angles
    limit = 1 / np.sqrt((np.cos(round_axis) / f4(a)) ** 2 + (np.sin(round_axis) / f4(b)) ** 2)
    inside = np.minimum((limit - tilt) * np.minimum(reach, 0.12), f4(region.reach) - reach)
    return np.minimum(inside, local[:, 0] - f4(0.006))


def volume_depth(figure: Figure, cones: tuple[_Cone, ...], side: str, points: Array) -> Array:
    """Give how deep (metres) points lie inside round cones between points of bones."""
    sign = 1 if side == "L" else -1

    def world(bone: str, x: float, y: float, z: float) -> Vector:
        i = BONE_INDEX.get(bone, BONE_INDEX.get(bone + side, 0))
        return figure.origins[i] + figure.rotations[i] @ vector(sign * x, y, z)

    total: Array | None = None
    for cone in cones:
        start, end = world(*cone.start).astype(f4), world(*cone.end).astype(f4)
        way, off = end - start, points - start
        share = np.clip(off @ way / (way @ way), 0, 1)
        aside = off - share[:, None] * way
        distance = np.sqrt((aside * aside).sum(1))
        depth = (
            cone.start_radius + (cone.end_radius - cone.start_radius) * share - distance
        ).astype(f4)
        if total is None:
            total = depth
        else:
            flow = np.maximum(0, f4(0.03) - np.abs(total - depth))
            total = np.maximum(total, depth) + flow**2 * f4(1 / 0.12)
    assert total is not None
    return total


def no_go_mask(figure: Figure, name: str, side: str, points: Array, part: Array) -> Array:
    """Give how much (0..1) of each surface point is to be kept off (hatched)."""
    inside = volume_depth(figure, NO_GO[name], side, points)
    mask = ease(inside / f4(0.003) * 0.5 + 0.5).astype(f4)
    return mask * _allowed(name, side, part)
