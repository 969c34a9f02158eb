"""The body as round cones: which balls are joined, with what material, and fingers and small props.

The list of joints never changes and is made once; ``body_cones`` places it for a solved figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from kneegui.figure.body import (
    BALL_BONE,
    BALL_INDEX,
    BALL_RADII,
    BALLS,
    HEM,
    SIDES,
)
from kneegui.figure.dents import swellings
from kneegui.figure.hands import finger_cones
from kneegui.figure.palette import MATERIAL_INDEX
from kneegui.figure.parts import GEAR_ID, PART_ID, PARTS
from kneegui.figure.rays import Cones, Hems, f4
from kneegui.figure.scene import Scene
from kneegui.figure.solids import Rod, Sphere
from kneegui.figure.vectors import Array, vector

_BELLIES = (
    ("cm0", "cm1", "skin", "shin"),
    ("cl0", "cl1", "skin", "shin"),
    ("vm0", "vm1", "skin", "thigh"),
    ("pc0", "pc1", "top", "trunk"),
    ("bi0", "bi1", "skin", "uarm"),
    ("br0", "br1", "skin", "farm"),
)
_NEVER_SEEN = {
    ("pel0", "pel1", 0.5), ("glu", "pel1", 0.67), ("glu", "so1", 0.0), ("glu", "so1", 0.5),
    ("pel2", "wai0", 0.0), ("pel2", "wai0", 0.5), ("rib3", "trap", 0.0), ("trap", "del0", 0.0),
    ("trap", "del0", 0.67), ("pm0", "pm1", 0.0), ("pm0", "pm1", 0.5), ("ha0", "pm1", 0.5),
}  # fmt: skip
"""Pieces (balls, start share) that lie wholly inside others in every pose."""


class _Joint(NamedTuple):
    """A piece of skin from ball i to ball j, from share u0 to u1 of the way."""

    i: int
    j: int
    u0: float
    u1: float
    material: str
    part: str
    blend: float
    hem: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """The joints as arrays; bones and radii are those that keep round balls round."""

    i: Array
    j: Array
    u0: Array
    u1: Array
    bone_i: Array
    bone_j: Array
    radii_i: Array
    radii_j: Array
    material: Array
    part: Array
    blend: Array
    hem: Array


def _is_round(index: int) -> bool:
    radii = BALLS[index].radii
    return max(radii) / min(radii) < 1.06 or min(radii) == HEM


def _joined(
    i: int, j: int, material: str, part: str, blend: float = 0.0025, hem: bool = False
) -> list[_Joint]:
    """Give the pieces between two balls: more than one where their shapes differ much."""
    if i == j:
        return [_Joint(i, j, 0, 0, material, part, blend, False)]
    pieces = 1
    if not (_is_round(i) and _is_round(j)):
        ri, rj = BALL_RADII[i], BALL_RADII[j]
        difference = float(np.abs(ri / ri.max() - rj / rj.max()).max())
        if BALL_BONE[i] != BALL_BONE[j] or difference >= 0.04:
            pieces = int(np.clip(difference * 7, 2, 3))
    return [
        _Joint(i, j, n / pieces, (n + 1) / pieces, material, part, blend, hem and n == pieces - 1)
        for n in range(pieces)
    ]


def _named(a: str, b: str, material: str, part: str, blend: float = 0.0025) -> list[_Joint]:
    return _joined(BALL_INDEX[a], BALL_INDEX[b], material, part, blend)


def _part_joints() -> list[_Joint]:
    joints: list[_Joint] = []
    for part, groups in PARTS.items():
        if part.startswith("hand"):
            continue
        blend = 0.004 if part in ("pelvis", "trunk") else 0.0025
        for material, balls in groups:
            ring = balls[1:] + (balls[:1] if len(balls) > 2 else ())
            for i, j in zip(balls, ring, strict=False):
                if BALLS[j].name[:3] in ("so3", "sv2"):
                    joints += _joined(i, j, material, part, hem=True)
                elif BALLS[i].name[:3] == "sk0":
                    joints += _joined(j, i, material, part, hem=True)
                else:
                    joints += _joined(i, j, material, part, blend)
    return joints


def _seams(s: str) -> list[_Joint]:
    """What joins the parts of one side to each other, the palm and the muscle bellies."""
    joints = _named(f"th6{s}", f"sh0{s}", "skin", f"thigh{s}")
    joints += _named(f"ua4{s}", f"fa0{s}", "skin", f"uarm{s}")
    joints += _named(f"so0{s}", "pel1", "shorts", "pelvis", 0.010)
    joints += _named(f"glu{s}", f"so1{s}", "shorts", f"thigh{s}", 0.010)
    for a, b in (("ha0", "ha1"), ("pm0", "pm1"), ("pm1", "pm2"), ("ha0", "pm1")):
        joints += _named(a + s, b + s, "skin", f"hand{s}", 0.004)
    joints += _named(f"fa4{s}", f"ha0{s}", "skin", f"farm{s}")
    for a, b, material, part in _BELLIES:
        name = part if part == "trunk" else part + s
        joints += _named(a + s, b + s, material, name, 0.010)
    return joints


def _head_joints() -> list[_Joint]:
    joints: list[_Joint] = []
    for a, b in (
        ("nk0", "nk1"), ("nk1", "nk2"), ("nk2", "hd1"), ("hd1", "hd2"), ("hd0", "fc0"),
        ("fc0", "hd1"), ("fc0", "hd2"), ("no0", "no1"),
    ):  # fmt: skip
        joints += _named(a, b, "skin", "head", 0.008)
    for ear in ("earL", "earR"):
        joints += _named(ear, ear, "skin", "head", 0.002)
    for a, b in (("hr0", "hr1"), ("hr0", "hr2"), ("hr1", "hr3")):
        joints += _named(a, b, "hair", "head", 0.010)
    return joints


def _bare(index: int) -> str:
    return BALLS[index].name.rstrip("LR")


@cache
def _table() -> _Table:
    joints = _part_joints() + _seams("L") + _seams("R") + _head_joints()
    joints = [n for n in joints if (_bare(n.i), _bare(n.j), round(n.u0, 2)) not in _NEVER_SEEN]
    i, j = np.array([n.i for n in joints]), np.array([n.j for n in joints])
    rounds = np.array([_is_round(b) for b in range(len(BALLS))])
    bone_i, bone_j = BALL_BONE[i].copy(), BALL_BONE[j].copy()
    lone = rounds[i] & ~rounds[j]  # a round ball has no axes of its own: take its neighbour's
    bone_i[lone] = bone_j[lone]
    bone_j[rounds[j]] = bone_i[rounds[j]]
    radii_i, radii_j = BALL_RADII[i].copy(), BALL_RADII[j].copy()
    for radii, index in ((radii_i, i), (radii_j, j)):
        radii[rounds[index]] = radii[rounds[index]].max(1, keepdims=True)
    return _Table(
        i,
        j,
        np.array([n.u0 for n in joints]),
        np.array([n.u1 for n in joints]),
        bone_i,
        bone_j,
        radii_i,
        radii_j,
        np.array([MATERIAL_INDEX[n.material] for n in joints], np.uint8),
        np.array([PART_ID[n.part] for n in joints], np.uint8),
        np.array([n.blend for n in joints], f4),
        np.flatnonzero([n.hem for n in joints]),
    )


def _size(shape: Array) -> Array:
    x, z = np.linalg.norm(shape[:, :, 0], axis=1), np.linalg.norm(shape[:, :, 2], axis=1)
    return np.sqrt(x * z)


def body_cones(scene: Scene) -> Cones:
    """Give the round cones of a scene's figure, fingers and gear."""
    figure, table = scene.figure, _table()
    u0, u1 = table.u0[:, None], table.u1[:, None]
    ci, cj = figure.centres[table.i], figure.centres[table.j]
    start, end = ci * (1 - u0) + cj * u0, ci * (1 - u1) + cj * u1
    shape_i = figure.rotations[table.bone_i] * table.radii_i[:, None, :]
    shape_j = figure.rotations[table.bone_j] * table.radii_j[:, None, :]
    m0 = shape_i * (1 - u0[:, :, None]) + shape_j * u0[:, :, None]
    m1 = shape_i * (1 - u1[:, :, None]) + shape_j * u1[:, :, None]
    s0, s1 = _size(m0), _size(m1)
    shape = (m0 / s0[:, None, None] + m1 / s1[:, None, None]) * 0.5 * s0[:, None, None]
    way = end[table.hem] - start[table.hem]
    way /= np.linalg.norm(way, axis=1)[:, None]
    hems = Hems(table.hem, end[table.hem].copy(), way)
    end[table.hem] += way * s1[table.hem][:, None] * 0.6  # beyond the plane that cuts it
    extra = _loose_cones(scene)
    return Cones(
        np.concatenate([start, extra.start]),
        np.concatenate([end, extra.end]),
        np.concatenate([shape, extra.shape]),
        np.concatenate([s1 / s0, extra.ratio]),
        np.concatenate([table.material, extra.material]),
        np.concatenate([table.part, extra.part]),
        np.concatenate([table.blend, extra.blend]),
        hems,
    )


def _loose_cones(scene: Scene) -> Cones:
    """Give fingers, and balls and rods of props, which are round cones too."""
    starts: list[Array] = []
    ends: list[Array] = []
    radii: list[tuple[float, float]] = []
    tags: list[tuple[int, int, float]] = []
    skin = MATERIAL_INDEX["skin"]
    for s, sg in SIDES:
        hand = "hand" + s
        cones = finger_cones(
            scene.figure.origin(hand), scene.figure.rotation(hand), sg, scene.figure.hands[s]
        )
        starts += list(cones.start)
        ends += list(cones.end)
        radii += list(zip(cones.start_radius, cones.end_radius, strict=True))
        tags += [(skin, PART_ID[hand], 0.0022)] * len(cones.start)
    for solid in scene.solids:
        if isinstance(solid, Sphere):
            starts.append(solid.centre)
            ends.append(solid.centre + vector(1e-4, 0, 0))
            radii.append((solid.radius, solid.radius))
        elif isinstance(solid, Rod):
            starts.append(solid.start)
            ends.append(solid.end)
            radii.append((solid.radius, solid.end_radius))
        else:
            continue
        soft = 0.012 if solid.material in ("ice", "heat") else 0.001
        tags.append((MATERIAL_INDEX[solid.material], GEAR_ID, soft))
    for swelling in swellings(scene.figure, scene.solids):
        starts.append(swelling.centre)
        ends.append(swelling.centre + vector(1e-4, 0, 0))
        radii.append((swelling.radius, swelling.radius))
        tags.append((MATERIAL_INDEX[swelling.material], PART_ID[swelling.part], 0.012))
    r = np.array(radii)
    return Cones(
        np.array(starts),
        np.array(ends),
        np.eye(3)[None] * r[:, 0][:, None, None],
        r[:, 1] / r[:, 0],
        np.array([t[0] for t in tags], np.uint8),
        np.array([t[1] for t in tags], np.uint8),
        np.array([t[2] for t in tags], f4),
        Hems(np.zeros(0, int), np.zeros((0, 3)), np.zeros((0, 3))),
    )
