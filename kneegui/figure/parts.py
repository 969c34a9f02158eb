"""Parts of the body and the balls each is made of: what collides, touches and has a material."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from kneegui.figure.body import BALL_INDEX, BALLS


class Group(NamedTuple):
    """Balls of one material with a skin stretched round them."""

    material: str
    balls: tuple[int, ...]


def _chain(material: str, *names: str) -> list[Group]:
    """Give the groups of neighbours along a chain of balls."""
    return [Group(material, (BALL_INDEX[a], BALL_INDEX[b])) for a, b in pairwise(names)]


def _hull(material: str, *names: str) -> list[Group]:
    """Give one group with a skin round all its balls."""
    return [Group(material, tuple(BALL_INDEX[name] for name in names))]


def _limbs(s: str) -> dict[str, list[Group]]:
    feet = (("ft0", "ft1", "ft2"), ("ft0", "ft2", "ft3"), ("ft3", "to0"), ("to0", "to1"))
    soles = (("sl0", "sl1"), ("sl1", "sl2"), ("sl2", "sl3"))
    return {
        f"thigh{s}": _chain("skin", *(f"th{i}{s}" for i in range(2, 7)))
        + _chain("shorts", *(f"so{i}{s}" for i in range(4))),
        f"shin{s}": _chain("skin", *(f"sh{i}{s}" for i in range(7)))
        + _chain("sock", f"sk0{s}", f"sk1{s}"),
        f"foot{s}": [g for names in soles for g in _hull("sole", *(n + s for n in names))]
        + [g for names in feet for g in _hull("shoe", *(n + s for n in names))],
        f"uarm{s}": _chain("skin", *(f"ua{i}{s}" for i in range(1, 5)))
        + _chain("top", *(f"sv{i}{s}" for i in range(3))),
        f"farm{s}": _chain("skin", *(f"fa{i}{s}" for i in range(5))),
        f"hand{s}": _chain("skin", f"ha0{s}", f"ha1{s}", f"ha2{s}", f"ha3{s}")
        + _chain("skin", f"hb0{s}", f"hb1{s}", f"hb2{s}")
        + _hull("skin", f"fa4{s}", f"ha0{s}"),
    }


def _pelvis() -> list[Group]:
    groups = _hull("shorts", "pel0", "pel1") + _hull("shorts", "pel1", "pel2")
    for s in "LR":
        groups += _hull("shorts", f"glu{s}", "pel1")
    groups += _hull("shorts", "gluL", "gluR", "pel0")
    for s in "LR":
        groups += _hull("shorts", f"glu{s}", f"so1{s}")
    return groups


def _trunk() -> list[Group]:
    groups = _hull("top", "pel2", "wai0")
    groups += _chain("top", "wai0", "wai1", "rib0", "rib1", "rib2", "rib3")
    groups += _hull("top", "rib3", "trap")
    for s in "LR":
        groups += _hull("top", "rib2", f"del0{s}") + _hull("top", "rib3", f"del0{s}")
    for s in "LR":
        groups += _hull("top", "trap", f"del0{s}")
    return groups


PARTS: dict[str, list[Group]] = {
    **_limbs("L"),
    **_limbs("R"),
    "pelvis": _pelvis(),
    "trunk": _trunk(),
    "head": [],
}
"""Part -> groups of balls.  The head's skin is built in ``primitives``."""
PART_NAMES: tuple[str, ...] = tuple(PARTS)


def _part_balls() -> dict[str, list[int]]:
    balls = {
        name: sorted({i for group in groups for i in group.balls}) for name, groups in PARTS.items()
    }
    balls["head"] = [BALL_INDEX[n] for n in ("hd0", "hd1", "hr0", "hr1", "fc0")]
    balls["trunk"] = [i for i in balls["trunk"] if not BALLS[i].name.startswith("pel")]
    for s in "LR":
        balls[f"elbow{s}"] = [BALL_INDEX[f"ua4{s}"], BALL_INDEX[f"fa0{s}"]]
        balls[f"knee{s}"] = [BALL_INDEX[f"th6{s}"], BALL_INDEX[f"sh0{s}"]]
    return balls


PART_BALLS: dict[str, list[int]] = _part_balls()
"""Part, elbow or knee -> indices of its balls, for contacts and checks."""

DRAWN_PARTS: tuple[str, ...] = (
    "pelvis",
    "trunk",
    "head",
    *(part + s for s in "LR" for part in ("thigh", "shin", "foot", "uarm", "farm", "hand")),
)
PART_ID: dict[str, int] = {name: i + 1 for i, name in enumerate(DRAWN_PARTS)}
"""Part -> number per pixel; 0 is no body."""
GEAR_ID = 252
"""Number of balls, sticks, packs: drawn like the body, but no part of it."""


def kind_of(part: str) -> str:
    """Give a part's name without its side: ``"thighL"`` -> ``"thigh"``."""
    return part[:-1] if part[-1] in "LR" else part
