"""Checks of a movement: what a person would call impossible, floating or out of the picture.

``check_scene`` looks at one moment, ``check_movement`` at both ends, every key pose, 12 moments
between and the way from one to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from kneegui.figure.body import BALL_INDEX, BALL_RADII, BALLS, LENGTHS
from kneegui.figure.camera import Camera
from kneegui.figure.contacts import ball_distances
from kneegui.figure.joints import joint_angles, limits_of
from kneegui.figure.motion import Movement
from kneegui.figure.parts import PART_BALLS, PART_NAMES, kind_of
from kneegui.figure.points import read_point
from kneegui.figure.pose import PoseFile
from kneegui.figure.scene import Scene
from kneegui.figure.solids import Mat
from kneegui.figure.solver import Figure
from kneegui.figure.vectors import Array

CONTACT = 0.010
"""Farthest apart what touches may be, and deepest inside, metres."""
BALANCE = 0.05
"""Farthest the centre of mass may be outside what it stands on, metres."""
MARGIN = 6
"""Pixels of an 800 x 600 picture that stay free round the figure."""
BETWEEN = 12
_SIZE = (800, 600)
_MASS = {
    "pelvis": 0.142, "trunk": 0.355, "head": 0.081, "uarm": 0.028, "farm": 0.016, "hand": 0.006,
    "thigh": 0.100, "shin": 0.0465, "foot": 0.0145,
}  # fmt: skip
"""Share of the body's mass of each part."""
_JOINED = {
    ("thigh", "shin"), ("shin", "foot"), ("uarm", "farm"), ("farm", "hand"), ("pelvis", "thigh"),
    ("pelvis", "trunk"), ("trunk", "uarm"), ("trunk", "head"), ("uarm", "head"),
}  # fmt: skip
_SOFT = {"thigh", "trunk", "shin", "pelvis"}


class Finding(NamedTuple):
    """Something wrong: when (0..1), which check, and one plain sentence."""

    t: float
    check: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One scene with what it is checked against."""

    file: PoseFile
    scene: Scene
    camera: Camera

    @property
    def figure(self) -> Figure:
        """The solved body."""
        return self.scene.figure


def _reach(m: Moment) -> list[str]:
    """Targets are reached and knees bend as the pose says."""
    return list(m.figure.errors)


def _lengths(m: Moment) -> list[str]:
    """Bones keep their lengths."""
    bones = (("hip", "knee", "thigh"), ("knee", "ankle", "shin"), ("shoulder", "elbow", "uarm"),
             ("elbow", "wrist", "farm"))  # fmt: skip
    out: list[str] = []
    for s in "LR":
        for a, b, bone in bones:
            length = float(np.linalg.norm(m.figure.anchors[a + s] - m.figure.anchors[b + s]))
            if abs(length - LENGTHS[bone]) > 0.002:
                out.append(f"{a}{s}-{b}{s}: length off by {(length - LENGTHS[bone]) * 100:.1f} cm")
    return out


def _limits(m: Moment) -> list[str]:
    """Joints stay in the range of a normal adult."""
    out: list[str] = []
    for (joint, side), angle in joint_angles(m.figure).items():
        bears = joint.startswith("ankle") and _nearest(m, f"foot{side}") < CONTACT
        low, high = limits_of(joint, m.file.name, bears)
        if not low - 0.1 <= angle <= high + 0.1:
            out.append(f"{joint} {side}: {angle:.0f} degrees, outside {low:.0f}..{high:.0f}")
    return out


def _nearest(m: Moment, part: str) -> float:
    """Give the smallest distance (metres) of a part from any support."""
    balls = PART_BALLS[part]
    return min(float(ball_distances(m.figure, balls, s).min()) for s in m.scene.supports)


def _penetration(m: Moment) -> list[str]:
    """Nothing is more than 1 cm inside the floor or a prop."""
    out: list[str] = []
    for part in PART_NAMES:
        balls = PART_BALLS[part]
        for support in m.scene.supports:
            distance = ball_distances(m.figure, balls, support)
            deepest = int(distance.argmin())
            if distance[deepest] < -CONTACT:
                depth = -distance[deepest] * 100
                name = BALLS[balls[deepest]].name
                what = type(support).__name__.lower()
                out.append(f"{part} ({name}) sinks {depth:.1f} cm into the {what}")
    return out


def part_gap(figure: Figure, a: str, b: str) -> float:
    """Give the smallest distance (metres) between two parts."""
    (ca, ra), (cb, rb) = _dense(figure, a), _dense(figure, b)
    apart = np.linalg.norm(ca[:, None] - cb[None], axis=2) - ra[:, None] - rb[None]
    return float(apart.min())


def _dense(figure: Figure, part: str) -> tuple[Array, Array]:
    """Give centres and radii of a part's balls, on limbs with balls between them."""
    balls = PART_BALLS[part]
    centres, radii = figure.centres[balls], BALL_RADII[balls].min(1)
    if kind_of(part) not in ("thigh", "shin", "uarm", "farm"):
        return centres, radii
    shares = (0.25, 0.5, 0.75)
    return (
        np.concatenate([centres] + [centres[:-1] * (1 - u) + centres[1:] * u for u in shares]),
        np.concatenate([radii] + [radii[:-1] * (1 - u) + radii[1:] * u for u in shares]),
    )


def _contacts(m: Moment) -> list[str]:
    """What is said to touch touches: declared contacts, what carries, flat feet."""
    out: list[str] = []
    free = set(m.scene.pose.get("free", []))
    for contact in m.file.touch:
        if contact in free:
            continue
        part, _, other = contact.partition(":")
        apart = part_gap(m.figure, part, other) if other else _nearest(m, part)
        if apart > CONTACT:
            out.append(f"contact {contact}: {apart * 100:.1f} cm apart")
    for key in ("rest", "pin"):
        parts = m.scene.pose.get(key) or []
        if parts and min(_nearest(m, part) for part in parts) > CONTACT:
            out.append(f"{key} {parts} does not touch")
    for s in "LR":
        if m.scene.pose.get("leg" + s, {}).get("foot") == "flat":
            sole = [BALL_INDEX["sl0" + s], BALL_INDEX["sl1" + s]]
            apart = min(float(ball_distances(m.figure, sole, sp).min()) for sp in m.scene.supports)
            if apart > CONTACT:
                out.append(f"foot{s} floats {apart * 100:.1f} cm")
    return out


def _hands(m: Moment) -> list[str]:
    """Hands that are laid on something lie on it."""
    out: list[str] = []
    for s in "LR":
        arm = m.scene.pose.get("arm" + s, {})
        at, by = arm.get("at"), arm.get("by", "palm")
        palm = [BALL_INDEX[f"ha{i}{s}"] for i in (1, 2, 3)]
        if isinstance(at, list) and by in ("palm", "tips"):
            apart = min(float(ball_distances(m.figure, palm, sp).min()) for sp in m.scene.supports)
            if apart > CONTACT:
                out.append(f"hand{s} floats {apart * 100:.1f} cm above its support")
        elif isinstance(at, str) and "@" in at:
            point = read_point(at)
            apart = part_gap(m.figure, "hand" + s, point.name)
            if point.numbers[2] > 0:  # the hand holds something that lies on the skin
                apart = min(apart, _held(m, s), part_gap(m.figure, "handL", "handR"))
            if apart > CONTACT:
                out.append(f"hand{s} on {point.name}: {apart * 100:.1f} cm apart")
    return out


def _held(m: Moment, s: str) -> float:
    """Give the distance of a hand from the nearest prop."""
    balls = [i for i in PART_BALLS["hand" + s] if BALLS[i].name[:2] in ("ha", "hb")]
    solids = [solid for solid in m.scene.solids if not isinstance(solid, Mat)]
    return min(float(ball_distances(m.figure, balls, solid).min()) for solid in solids)


def _tolerance(a: str, b: str) -> float:
    """Give how far (metres) two parts may run into each other: flesh gives way."""
    kinds = {kind_of(a), kind_of(b)}
    if kinds == {"thigh"}:
        return 0.045
    return 0.060 if kinds <= _SOFT else 0.020


def _overlaps(m: Moment) -> list[str]:
    """No limb runs through another."""
    out: list[str] = []
    radii = BALL_RADII.min(1)
    for i, a in enumerate(PART_NAMES):
        for b in PART_NAMES[i + 1 :]:
            pair = (kind_of(a), kind_of(b))
            middle = {a, b} & {"pelvis", "trunk", "head"}
            if (pair in _JOINED or pair[::-1] in _JOINED) and (a[-1] == b[-1] or middle):
                continue
            ia, ib = PART_BALLS[a], PART_BALLS[b]
            away = np.linalg.norm(
                m.figure.centres[ia][:, None] - m.figure.centres[ib][None], axis=2
            )
            depth = -float((away - radii[ia][:, None] - radii[ib][None]).min())
            if depth > _tolerance(a, b):
                out.append(f"{a} runs {depth * 100:.1f} cm into {b}")
    return out


def centre_of_mass(figure: Figure) -> Array:
    """Give the centre of mass of the body in the world."""
    masses = np.array([_MASS[kind_of(part)] for part in PART_NAMES])
    middles = np.array([figure.centres[PART_BALLS[part]].mean(0) for part in PART_NAMES])
    return (middles * masses[:, None]).sum(0) / masses.sum()


def _balance(m: Moment) -> list[str]:
    """The centre of mass is above what carries the body, within 5 cm."""
    touching: list[Array] = []
    parts: set[str] = set()
    for part in PART_NAMES:
        balls = np.array(PART_BALLS[part])
        for support in m.scene.supports:
            near = balls[ball_distances(m.figure, PART_BALLS[part], support) < CONTACT]
            touching += list(m.figure.centres[near])
            parts |= {part} if len(near) else set()
    if not touching:
        return ["nothing touches: the figure floats"]
    around = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    ways = np.stack([np.cos(around), np.sin(around)], -1)
    centre = centre_of_mass(m.figure)[[0, 2]]
    support = np.array(touching)[:, [0, 2]]
    outside = float((centre @ ways.T - (support @ ways.T).max(0)).max())
    if outside <= BALANCE:
        return []
    names = ", ".join(sorted(parts))
    return [f"centre of mass {outside * 100:.1f} cm outside the supports ({names})"]


def _crossing(m: Moment) -> list[str]:
    """Left stays left: legs and arms do not cross (a sign of swapped sides)."""
    out: list[str] = []
    for joint, limbs, bone in (("ankle", "legs", "pelvis"), ("wrist", "arms", "s3")):
        left = m.figure.rotation(bone)[:, 0]
        apart = left @ (m.figure.anchors[joint + "L"] - m.figure.anchors[joint + "R"])
        if apart < -0.06:
            out.append(f"{limbs} cross by {-apart * 100:.0f} cm (left and right swapped?)")
    return out


def _inside_frame(m: Moment) -> list[str]:
    """The figure is inside the picture, with a margin."""
    flat = m.camera.project(m.figure.centres)[:, :2]
    radius = BALL_RADII.max(1)[:, None] * m.camera.scale
    low, high = (flat - radius).min(0), (flat + radius).max(0)
    outside = max(float(MARGIN - low.min()), float((high - np.array(_SIZE) + MARGIN).max()))
    return [f"figure leaves the frame by {outside:.0f} pixels"] if outside > 0 else []


CHECKS: dict[str, Callable[[Moment], list[str]]] = {
    "reach": _reach,
    "length": _lengths,
    "limits": _limits,
    "contact": _contacts,
    "hands": _hands,
    "penetration": _penetration,
    "overlap": _overlaps,
    "balance": _balance,
    "cross": _crossing,
    "frame": _inside_frame,
}
"""Name -> check of one moment; a pose file's ``allow`` names those it is excused from."""


def check_scene(file: PoseFile, scene: Scene, camera: Camera, t: float = 0.0) -> list[Finding]:
    """Give what is wrong at one moment."""
    moment = Moment(file, scene, camera)
    return [
        Finding(t, name, text)
        for name, check in CHECKS.items()
        if name not in file.allow
        for text in check(moment)
    ]


def check_times(key_times: Sequence[float]) -> list[float]:
    """Give the moments to check: both ends, every key pose and 12 between."""
    between = np.linspace(0, 1, BETWEEN + 2)
    return sorted({round(float(t), 6) for t in (*between, *key_times)})


def check_movement(movement: Movement) -> list[Finding]:
    """Give everything that is wrong with a movement."""
    camera = movement.camera(*_SIZE)
    findings: list[Finding] = []
    figures: list[Figure] = []
    times = check_times(movement.times)
    for t in times:
        scene = movement.at(t)
        findings += check_scene(movement.file, scene, camera, t)
        figures.append(scene.figure)
    return findings + _pops(movement, times, figures)


def _travel(a: Figure, b: Figure) -> float:
    return float(np.linalg.norm(a.centres - b.centres, axis=1).max())


def _pops(movement: Movement, times: list[float], figures: list[Figure]) -> list[Finding]:
    """Give jumps: fast is no jump, but a jump keeps its size when the step is halved."""
    steps = [_travel(a, b) for a, b in pairwise(figures)]
    farthest = max(_travel(figures[0], scene.figure) for scene in movement.key_scenes)
    i = int(np.argmax(steps))
    if steps[i] <= 0.3 * max(farthest, 0.3):
        return []
    middle = movement.at((times[i] + times[i + 1]) / 2).figure
    half = max(_travel(figures[i], middle), _travel(middle, figures[i + 1]))
    if half <= 0.8 * steps[i]:
        return []
    text = f"jumps {steps[i] * 100:.0f} cm at once"
    return [Finding(times[i], "pop", text)]


def summary(findings: Sequence[Finding]) -> list[str]:
    """Give one line for each kind of finding: where it holds and its text at its worst."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        kind = re.sub(r"-?\d+\.?\d*", "#", finding.text)
        groups.setdefault((finding.check, kind), []).append(finding)

    def size(finding: Finding) -> float:
        number = re.search(r"\d+\.?\d*", finding.text)
        return float(number[0]) if number else 0.0

    return [
        f"{found[0].t:.2f}..{found[-1].t:.2f} {check}: {max(found, key=size).text}"
        for (check, _), found in groups.items()
    ]
