"""Props: from a line of a pose file to solids.

A prop is a table with a ``kind`` of ``PROP_BUILDERS`` and that builder's keys; sizes are metres.
``GEAR`` is held or lies on the body: it carries nobody, so contacts and checks leave it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np

from kneegui.figure.solids import Box, Cylinder, Mat, Rod, Solid, Sphere, Wall
from kneegui.figure.vectors import Vector, direction, unit, vector

PropSpec: TypeAlias = Mapping[str, Any]

GEAR = ("ball", "stick", "gun", "icepack", "heatpack", "pole")


def _roller(d: PropSpec) -> list[Solid]:
    """``at`` = its middle, ``axis``, ``length``, ``r``."""
    half, axis, middle = d.get("length", 0.45) / 2, direction(d.get("axis", "near")), d["at"]
    middle = vector(*middle)
    return [Cylinder(middle - axis * half, middle + axis * half, d.get("r", 0.075))]


def _box(d: PropSpec) -> list[Solid]:
    """Corners ``lo`` and ``hi``; ``mat`` = material, ``r`` = rounding."""
    low, high = vector(*d["lo"]), vector(*d["hi"])
    return [Box(low, high, d.get("mat", "prop"), d.get("r", 0.012))]


def _ball(d: PropSpec) -> list[Solid]:
    """``at`` = its middle, ``r``."""
    return [Sphere(vector(*d["at"]), d.get("r", 0.035))]


def _mat(d: PropSpec) -> list[Solid]:
    """``x`` and ``z`` ranges; it grows to reach past the body unless ``fixed``."""
    return [Mat(tuple(d["x"]), tuple(d.get("z", (-0.33, 0.33))), d.get("fixed", False))]


def _wall(d: PropSpec) -> list[Solid]:
    """``side`` = left, right (with ``x``) or far (with ``at_z``): where it stands to the body."""
    side, height = d.get("side", "left"), d.get("h", 1.85)
    if side == "far":
        span = tuple(d.get("x", (-0.9, 0.9)))
        return [Wall.across(2, d["at_z"], 1, span, height)]
    span = tuple(d.get("z", (-0.9, 0.9)))
    return [Wall.across(0, d["x"], 1 if side == "left" else -1, span, height)]


def _chair(d: PropSpec) -> list[Solid]:
    """``x``, ``z`` = middle of the seat, ``h`` = its height, ``facing`` = +1 right or -1 left."""
    x, z, h, facing = d.get("x", 0.0), d.get("z", 0.0), d.get("h", 0.45), d.get("facing", 1)
    half = 0.21
    solids: list[Solid] = []
    for lx in (-1, 1):
        for lz in (-1, 1):
            foot = vector(x + lx * half * 0.9, 0.012, z + lz * half * 0.9)
            top = vector(x + lx * half * 0.82, h - 0.03, z + lz * half * 0.82)
            solids.append(Rod(foot, top))
    if d.get("back", True):
        for lz in (-1, 1):
            low = vector(x - facing * half * 0.88, h, z + lz * half * 0.86)
            high = vector(x - facing * (half * 0.88 + 0.05), h + 0.43, z + lz * half * 0.86)
            solids.append(Rod(low, high))
        rail = x - facing * (half + 0.02)
        corner = vector(rail - 0.03, h + 0.26, z - half)
        solids.append(Box(corner, vector(rail + 0.005, h + 0.45, z + half)))
    corner, opposite = vector(x - half, h - 0.04, z - half), vector(x + half, h, z + half)
    solids.append(Box(corner, opposite, "prop", 0.014))
    return solids


def _couch(d: PropSpec) -> list[Solid]:
    """``x``, ``z`` ranges, ``h`` = height of the seat, ``back`` = +1 on the right, -1 left."""
    (x0, x1), (z0, z1), h = d["x"], d.get("z", (-0.5, 0.5)), d.get("h", 0.42)
    right = d.get("back", 1) > 0
    rest = (x1 - 0.16, x1) if right else (x0, x0 + 0.16)
    seat = (x0 - 0.02, x1 - 0.14) if right else (x0 + 0.14, x1 + 0.02)
    return [
        Box(vector(x0, 0.05, z0), vector(x1, h - 0.13, z1), "prop", 0.02),
        Box(vector(rest[0], 0.05, z0), vector(rest[1], h + 0.36, z1), "prop", 0.05),
        Box(vector(seat[0], h - 0.14, z0 + 0.01), vector(seat[1], h, z1 - 0.01), "prop", 0.04),
    ]


def _step(d: PropSpec) -> list[Solid]:
    """``x``, ``z`` ranges and ``height``: a top plate on a plinth."""
    (x0, x1), (z0, z1), h = d["x"], d.get("z", (-0.26, 0.26)), d.get("height", 0.10)
    return [
        Box(vector(x0, h - 0.035, z0), vector(x1, h, z1), "prop", 0.012),
        Box(
            vector(x0 + 0.02, 0, z0 + 0.02), vector(x1 - 0.02, h - 0.030, z1 - 0.02), "prop", 0.008
        ),
    ]


def _cushion(d: PropSpec) -> list[Solid]:
    """``at`` = middle of its underside, ``size`` = length, height, width."""
    (x, y, z), (length, height, width) = d["at"], d.get("size", (0.36, 0.07, 0.36))
    low = vector(x - length / 2, y, z - width / 2)
    high = vector(x + length / 2, y + height, z + width / 2)
    return [Box(low, high, "cushion", min(height * 0.36, 0.035))]


def _plate(d: PropSpec) -> list[Solid]:
    """``at`` = middle of its underside; a weight plate, or a flat board or book of ``size``."""
    x, y, z = d["at"]
    if "size" in d:
        length, height, width = d["size"]
        low = vector(x - length / 2, y, z - width / 2)
        return [Box(low, vector(x + length / 2, y + height, z + width / 2), "roller", 0.006)]
    top = vector(x, y + d.get("thick", 0.03), z)
    return [Cylinder(vector(x, y, z), top, d.get("r", 0.115), "metal", 0.17)]


def _stick(d: PropSpec) -> list[Solid]:
    """A massage stick; ``at`` = its middle, ``axis``, ``length``, ``r`` of its rolling part."""
    c, u, half = vector(*d["at"]), direction(d.get("axis", "near")), d.get("length", 0.46) / 2
    return [
        Rod(c - u * half, c + u * half, 0.009, "metal"),
        Rod(c - u * half * 0.44, c + u * half * 0.44, d.get("r", 0.017), "roller"),
        Rod(c - u * half, c - u * half * 0.56, 0.0155, "wood"),
        Rod(c + u * half * 0.56, c + u * half, 0.0155, "wood"),
    ]


def _pole(d: PropSpec) -> list[Solid]:
    """A long plain stick; ``at`` = its middle, ``axis``, ``length``."""
    c, u, half = vector(*d["at"]), direction(d.get("axis", "up")), d.get("length", 1.0) / 2
    return [Rod(c - u * half, c + u * half, d.get("r", 0.013), "wood")]


def _gun(d: PropSpec) -> list[Solid]:
    """A massage gun; ``at`` = where its head touches, ``axis`` or the skin's normal, ``handle``."""
    c = vector(*d["at"])
    n = direction(d["axis"]) if "axis" in d else unit(d["normal"])
    handle = direction(d.get("handle", "near"))
    handle = unit(handle - 0.6 * (handle @ n) * n)
    return [
        Sphere(c + n * 0.022, 0.022, "metal"),
        Rod(c + n * 0.03, c + n * 0.065, 0.012, "metal"),
        Rod(c + n * 0.080, c + n * 0.155, 0.029, "roller"),
        Rod(c + n * 0.13, c + n * 0.13 + handle * 0.16, 0.0165, "metal"),
    ]


def _pack(d: PropSpec, material: str) -> list[Solid]:
    """A soft pack folded over a limb; ``at`` and ``axis`` along the limb, ``w`` = half its width.

    ``long`` = half its length along the limb.
    """
    c = vector(*d["at"])
    normal = d.get("normal")
    n = unit(normal) if normal is not None else vector(0, 1, 0)
    along = direction(d.get("axis", "right"))
    along = unit(along - (along @ n) * n)
    across, width, half = np.cross(n, along), d.get("w", 0.07), d.get("long", 0.052)
    solids: list[Solid] = []
    for u in (-1, -0.5, 0, 0.5, 1):
        ridge: Vector = c + along * half * u + n * (0.010 - 0.034 * u * u)
        radius = 0.023 if abs(u) < 1 else 0.019
        for side in (-1, 1):
            edge = ridge + side * across * width - n * 0.035
            solids.append(Rod(ridge, edge, radius, material))
    return solids


def _icepack(d: PropSpec) -> list[Solid]:
    return _pack(d, "ice")


def _heatpack(d: PropSpec) -> list[Solid]:
    return _pack(d, "heat")


def _rod(d: PropSpec) -> list[Solid]:
    """A rod from ``a`` to ``b``."""
    return [Rod(vector(*d["a"]), vector(*d["b"]), d.get("r", 0.012), d.get("mat", "prop"))]


PROP_BUILDERS: dict[str, Callable[[PropSpec], list[Solid]]] = {
    "roller": _roller,
    "box": _box,
    "ball": _ball,
    "floorball": _ball,
    "mat": _mat,
    "wall": _wall,
    "chair": _chair,
    "couch": _couch,
    "step": _step,
    "cushion": _cushion,
    "plate": _plate,
    "stick": _stick,
    "pole": _pole,
    "gun": _gun,
    "icepack": _icepack,
    "heatpack": _heatpack,
    "rod": _rod,
}


def build_props(specs: Iterable[PropSpec]) -> list[Solid]:
    """Give the solids of prop lines.

    Raises:
        ValueError: a kind is unknown.
    """
    solids: list[Solid] = []
    for spec in specs:
        builder = PROP_BUILDERS.get(spec["kind"])
        if builder is None:
            raise ValueError(f"unknown prop {spec['kind']!r}")
        solids += builder(spec)
    return solids
