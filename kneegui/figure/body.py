"""The body: lengths of its bones and the balls that give it its shape.

The figure is 7.8 heads (1.76 m with hair and shoes) tall.  A bone's frame has X = the body's left,
Y = towards the parent or the head, Z = the body's front.  The shape is a set of ellipsoids
("balls"), each fixed to a bone; ``primitives`` stretches a skin between them, ``contacts`` and
``checks`` measure distances from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

LENGTHS: dict[str, float] = {
    "thigh": 0.432,
    "shin": 0.425,
    "ankle": 0.078,  # height of the ankle above the sole
    "uarm": 0.290,
    "farm": 0.252,
    "hip": 0.088,  # from the middle to either side
    "shoulder": 0.168,
    "s1": 0.095,  # three links of the spine
    "s2": 0.095,
    "s3": 0.105,
    "shoulder_up": 0.145,  # above the origin of the chest
    "neck": 0.215,
}
SIDES: tuple[tuple[str, int], ...] = (("L", 1), ("R", -1))
"""Name and sign of the body's sides: its left is +X."""
BONES: tuple[str, ...] = (
    "pelvis",
    "s1",
    "s2",
    "s3",
    "head",
    *(
        bone + side
        for side in "LR"
        for bone in ("clav", "thigh", "shin", "foot", "toes", "uarm", "farm", "hand")
    ),
)
BONE_INDEX: dict[str, int] = {bone: i for i, bone in enumerate(BONES)}
LIMB_PREFIX: dict[str, str] = {"thigh": "th", "shin": "sh", "uarm": "ua", "farm": "fa"}
HEM = 0.0035
"""Half the thickness of a flat hem; such a ball is drawn as round."""


class Ball(NamedTuple):
    """An ellipsoid fixed to a bone: centre and half axes in the bone's frame."""

    name: str
    bone: str
    centre: tuple[float, float, float]
    radii: tuple[float, float, float]


def _round(name: str, bone: str, centre: tuple[float, float, float], radius: float) -> Ball:
    return Ball(name, bone, centre, (radius, radius, radius))


def _trunk() -> Iterator[Ball]:
    yield Ball("pel0", "pelvis", (0, -0.030, -0.004), (0.118, 0.075, 0.100))
    yield Ball("pel1", "pelvis", (0, 0.045, -0.004), (0.142, 0.080, 0.103))
    yield Ball("pel2", "pelvis", (0, 0.100, 0.002), (0.132, 0.055, 0.092))
    yield Ball("wai0", "s1", (0, -0.005, 0.004), (0.130, 0.040, 0.089))
    yield Ball("wai1", "s1", (0, 0.055, 0.006), (0.119, 0.060, 0.084))
    yield Ball("rib0", "s2", (0, 0.045, 0.006), (0.124, 0.070, 0.090))
    yield Ball("rib1", "s3", (0, 0.035, 0.010), (0.140, 0.085, 0.104))
    yield Ball("rib2", "s3", (0, 0.100, 0.006), (0.148, 0.085, 0.104))
    yield Ball("rib3", "s3", (0, 0.158, -0.010), (0.122, 0.060, 0.080))
    yield Ball("trap", "s3", (0, 0.186, -0.020), (0.076, 0.036, 0.050))


def _leg(s: str, sg: int) -> Iterator[Ball]:
    yield Ball(f"glu{s}", "pelvis", (sg * 0.066, -0.025, -0.040), (0.082, 0.088, 0.080))
    thigh, shin = LENGTHS["thigh"], LENGTHS["shin"]
    muscle_shape = (  # share of the bone, radius, outwards, forwards
        (0, 0.092, 0.004, -0.004),
        (0.16, 0.092, 0.008, 0.000),
        (0.34, 0.085, 0.006, 0.008),
        (0.55, 0.075, 0.002, 0.010),
        (0.76, 0.0635, -0.002, 0.006),
        (0.90, 0.0575, -0.001, 0.003),
        (1.0, 0.0560, 0, 0.004),
    )
    for i, (t, r, x, z) in enumerate(muscle_shape):
        yield Ball(f"th{i}{s}", f"thigh{s}", (sg * x, -t * thigh, z), (r * 0.97, r, r))
    for i, (t, r) in enumerate(((0, 0.096), (0.16, 0.0965), (0.30, 0.0925), (0.42, 0.0900))):
        depth = HEM if i == 3 else r
        yield Ball(f"so{i}{s}", f"thigh{s}", (sg * 0.006, -t * thigh, 0.004), (r, depth, r))
    calf_shape = (
        (0, 0.0540, 0.002),
        (0.10, 0.0525, -0.004),
        (0.24, 0.0570, -0.015),
        (0.38, 0.0545, -0.015),
        (0.58, 0.0435, -0.008),
        (0.80, 0.0340, -0.001),
        (0.97, 0.0330, 0),
    )
    for i, (t, r, z) in enumerate(calf_shape):
        yield Ball(f"sh{i}{s}", f"shin{s}", (0, -t * shin, z), (r * 0.97, r, r))
    for i, (t, r) in enumerate(((0.83, 0.0358), (0.99, 0.0375))):
        depth = HEM if i == 0 else r
        yield Ball(f"sk{i}{s}", f"shin{s}", (0, -t * shin, -0.001), (r, depth, r))


def _foot(s: str, sg: int) -> Iterator[Ball]:
    """The foot's frame sits at the ankle: Y up, Z to the toes, the sole at y = -ankle."""
    a = LENGTHS["ankle"]
    yield Ball(f"ft0{s}", f"foot{s}", (0, -a + 0.043, -0.036), (0.032, 0.036, 0.036))
    yield Ball(f"ft1{s}", f"foot{s}", (0, -0.010, -0.004), (0.037, 0.040, 0.044))
    yield Ball(f"ft2{s}", f"foot{s}", (0, -a + 0.050, 0.052), (0.039, 0.043, 0.050))
    yield Ball(f"ft3{s}", f"foot{s}", (sg * 0.004, -a + 0.034, 0.112), (0.043, 0.027, 0.040))
    yield Ball(f"to0{s}", f"toes{s}", (0, 0.006, 0), (0.043, 0.027, 0.034))
    yield Ball(f"to1{s}", f"toes{s}", (-sg * 0.006, 0.001, 0.050), (0.035, 0.0215, 0.030))
    yield Ball(f"sl0{s}", f"foot{s}", (0, -a + 0.010, -0.040), (0.030, 0.010, 0.030))
    yield Ball(f"sl1{s}", f"foot{s}", (0, -a + 0.010, 0.110), (0.044, 0.010, 0.044))
    yield Ball(f"sl2{s}", f"toes{s}", (0, -0.018, 0), (0.044, 0.010, 0.034))
    yield Ball(f"sl3{s}", f"toes{s}", (-sg * 0.006, -0.018, 0.052), (0.035, 0.010, 0.028))


def _arm(s: str, sg: int) -> Iterator[Ball]:
    upper, fore = LENGTHS["uarm"], LENGTHS["farm"]
    yield _round(f"del0{s}", f"clav{s}", (0, 0, 0), 0.0575)
    upper_shape = (
        (0, 0.0560, 0),
        (0.20, 0.0540, 0.001),
        (0.45, 0.0465, 0.003),
        (0.70, 0.0410, 0.001),
        (1.0, 0.0355, 0),
    )
    for i, (t, r, z) in enumerate(upper_shape):
        yield _round(f"ua{i}{s}", f"uarm{s}", (0, -t * upper, z), r)
    for i, (t, r) in enumerate(((0, 0.0575), (0.20, 0.0565), (0.46, 0.0535))):
        depth = HEM if i == 2 else r
        yield Ball(f"sv{i}{s}", f"uarm{s}", (0, -t * upper, 0), (r, depth, r))
    fore_shape = ((0, 0.0355), (0.20, 0.0400), (0.45, 0.0365), (0.75, 0.0285), (1.0, 0.0245))
    for i, (t, r) in enumerate(fore_shape):
        yield Ball(f"fa{i}{s}", f"farm{s}", (0, -t * fore, 0), (r, r, r * 0.95))
    # Hand: frame at the wrist, -Y to the fingers, Z to the thumb, the palm faces inwards (-X * sg).
    # These balls are the solver's plain hand; ``hands`` builds the drawn fingers.
    yield Ball(f"ha0{s}", f"hand{s}", (0, -0.020, 0), (0.018, 0.026, 0.028))
    yield Ball(f"ha1{s}", f"hand{s}", (0, -0.070, 0.002), (0.0165, 0.032, 0.040))
    yield Ball(f"ha2{s}", f"hand{s}", (-sg * 0.003, -0.105, 0.000), (0.0145, 0.025, 0.036))
    yield Ball(f"ha3{s}", f"hand{s}", (-sg * 0.010, -0.160, -0.002), (0.0105, 0.016, 0.024))
    yield Ball(f"hb0{s}", f"hand{s}", (-sg * 0.002, -0.035, 0.026), (0.014, 0.016, 0.016))
    yield Ball(f"hb1{s}", f"hand{s}", (-sg * 0.008, -0.080, 0.050), (0.0105, 0.013, 0.0125))
    yield Ball(f"hb2{s}", f"hand{s}", (-sg * 0.010, -0.102, 0.054), (0.0085, 0.012, 0.010))


def _head() -> Iterator[Ball]:
    """The head's frame sits at the skull base: Y up, Z to the face."""
    yield Ball("nk0", "s3", (0, 0.190, -0.012), (0.058, 0.030, 0.056))
    yield Ball("nk1", "head", (0, 0.020, -0.012), (0.053, 0.034, 0.055))
    yield Ball("nk2", "head", (0, 0.078, -0.004), (0.050, 0.040, 0.056))
    yield Ball("hd0", "head", (0, 0.164, 0.004), (0.073, 0.088, 0.092))  # skull
    yield Ball("hd1", "head", (0, 0.100, 0.034), (0.054, 0.056, 0.056))  # jaw
    yield Ball("hd2", "head", (0, 0.068, 0.058), (0.028, 0.024, 0.028))  # chin
    yield Ball("fc0", "head", (0, 0.150, 0.036), (0.066, 0.068, 0.063))  # face
    yield Ball("no0", "head", (0, 0.140, 0.096), (0.010, 0.017, 0.011))  # nose
    yield Ball("no1", "head", (0, 0.121, 0.104), (0.0115, 0.010, 0.011))
    yield Ball("hr0", "head", (0, 0.184, -0.014), (0.0815, 0.078, 0.088))  # hair
    yield Ball("hr1", "head", (0, 0.138, -0.046), (0.072, 0.066, 0.060))
    yield Ball("hr2", "head", (0, 0.206, 0.022), (0.068, 0.052, 0.070))
    yield Ball("hr3", "head", (0, 0.108, -0.034), (0.056, 0.046, 0.041))
    for s, sg in SIDES:
        yield Ball(f"ear{s}", "head", (sg * 0.074, 0.132, -0.006), (0.010, 0.024, 0.015))


def _bellies(s: str, sg: int) -> Iterator[Ball]:
    """Balls that are drawn only: palms and the bellies of the large muscles."""
    thigh, shin = LENGTHS["thigh"], LENGTHS["shin"]
    upper, fore = LENGTHS["uarm"], LENGTHS["farm"]
    yield Ball(f"pm0{s}", f"hand{s}", (0, -0.016, 0.002), (0.0165, 0.020, 0.0245))
    yield Ball(f"pm1{s}", f"hand{s}", (0, -0.055, 0.003), (0.0160, 0.022, 0.0365))
    yield Ball(f"pm2{s}", f"hand{s}", (0, -0.084, 0.001), (0.0120, 0.014, 0.0385))
    yield _round(f"cm0{s}", f"shin{s}", (-sg * 0.014, -0.19 * shin, -0.024), 0.0395)
    yield _round(f"cm1{s}", f"shin{s}", (-sg * 0.013, -0.36 * shin, -0.028), 0.0375)
    yield _round(f"cl0{s}", f"shin{s}", (sg * 0.014, -0.18 * shin, -0.022), 0.0385)
    yield _round(f"cl1{s}", f"shin{s}", (sg * 0.013, -0.32 * shin, -0.026), 0.0365)
    yield _round(f"vm0{s}", f"thigh{s}", (-sg * 0.030, -0.72 * thigh, 0.026), 0.0400)
    yield _round(f"vm1{s}", f"thigh{s}", (-sg * 0.027, -0.86 * thigh, 0.020), 0.0345)
    yield Ball(f"pc0{s}", "s3", (sg * 0.058, 0.060, 0.052), (0.070, 0.055, 0.046))
    yield Ball(f"pc1{s}", "s3", (sg * 0.088, 0.085, 0.040), (0.062, 0.050, 0.044))
    yield _round(f"bi0{s}", f"uarm{s}", (0, -0.42 * upper, 0.010), 0.0395)
    yield _round(f"bi1{s}", f"uarm{s}", (0, -0.66 * upper, 0.011), 0.0345)
    yield _round(f"br0{s}", f"farm{s}", (sg * 0.006, -0.10 * fore, 0.004), 0.0350)
    yield _round(f"br1{s}", f"farm{s}", (sg * 0.004, -0.36 * fore, 0.003), 0.0345)


def _all_balls() -> Iterator[Ball]:
    yield from _trunk()
    for part in (_leg, _foot, _arm):
        for s, sg in SIDES:
            yield from part(s, sg)
    yield from _head()
    for s, sg in SIDES:
        yield from _bellies(s, sg)


BALLS: tuple[Ball, ...] = tuple(_all_balls())
BALL_INDEX: dict[str, int] = {ball.name: i for i, ball in enumerate(BALLS)}
BALL_BONE = np.array([BONE_INDEX[ball.bone] for ball in BALLS])
BALL_CENTRE = np.array([ball.centre for ball in BALLS], float)
BALL_RADII = np.array([ball.radii for ball in BALLS], float)
