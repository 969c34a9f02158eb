"""The motion arrow: which way the body moves, laid on a free place beside it.

``motion`` in a pose file overrides what is found: ``{part = "ankleR", kind = "arc" | "roll" |
"none", off = [x, y, z]}`` or ``{part, dir = "down", len = 0.16, off}`` for a short straight one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kneegui.figure.camera import Camera
from kneegui.figure.motion import Movement
from kneegui.figure.props import GEAR
from kneegui.figure.renderer import Rendering
from kneegui.figure.scene import Scene, prop_specs
from kneegui.figure.solids import Cylinder
from kneegui.figure.vectors import Array, Vector, direction, unit

_PARENT = {"ankle": "hip", "knee": "hip", "wrist": "shoulder"}
_FOLLOWED = ("ankleL", "ankleR", "kneeL", "kneeR", "pelvis", "head")
_HANDS = ("wristL", "wristR")
_SAMPLES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class MotionPath:
    """What the arrow follows: world points (n, 3) from start to end.

    ``double`` = to and fro (rolling, rubbing); ``outside`` = already moved off the body.
    """

    points: Array
    kind: str
    outside: bool

    @property
    def double(self) -> bool:
        """Whether the arrow has a head at both ends."""
        return self.kind in ("roll", "rub")


@dataclass(frozen=True, slots=True)
class Arrow:
    """The arrow in the picture: line (n, 2) in pixels, its width, a head at one or both ends."""

    line: Array
    width: float
    double: bool


def motion_path(movement: Movement) -> MotionPath | None:
    """Give what the arrow of a movement follows, or nothing where nothing moves."""
    settings = movement.file.motion
    if settings.get("kind") == "none" or movement.file.cycle or movement.file.still:
        return None
    scenes = [movement.at(t) for t in _SAMPLES]
    first, last = scenes[0].figure.anchors, scenes[-1].figure.anchors
    shift = np.array(settings.get("off", [0, 0, 0]), float)
    part: str | None = settings.get("part")
    if part and "dir" in settings:
        way = direction(settings["dir"]) * np.linspace(0, settings.get("len", 0.16), 6)[:, None]
        return MotionPath(last[part] + shift + way, "arc", True)
    if part is None:
        rolled = _rolling(movement, scenes)
        if rolled is not None:
            return rolled
        gear = [
            spec["at"]
            for scene in scenes
            for spec in prop_specs(movement.file, scene.pose, scene.figure)
            if spec["kind"] in GEAR and "pack" not in spec["kind"]
        ]
        if len(gear) == len(scenes):
            return MotionPath(np.array(gear) + shift, settings.get("kind", "rub"), False)
        part = _most_moved(first, last)
    points = np.array([scene.figure.anchors[part] for scene in scenes])
    parent = _PARENT.get(part.rstrip("LR"))
    outside = "off" in settings
    if parent is not None and not outside:  # beyond the limb's end
        roots = np.array([scene.figure.anchors[parent + part[-1]] for scene in scenes])
        away = points - roots
        beyond = 0.16 if part.startswith("ankle") else 0.13
        shift = away / np.linalg.norm(away, axis=1)[:, None] * beyond
        outside = True
    points = points + shift
    points[:, 1] = np.maximum(points[:, 1], 0.012)  # not through the floor
    return MotionPath(points, settings.get("kind", "arc"), outside)


def _rolling(movement: Movement, scenes: list[Scene]) -> MotionPath | None:
    """Give a path on the mat beside the near end of a roller, along the way of the body."""
    rollers = [
        s for scene in scenes for s in scene.solids
        if isinstance(s, Cylinder) and s.material == "roller"
    ]  # fmt: skip
    if not rollers:
        return None
    middle = np.array([(r.start + r.end) / 2 for r in rollers]).mean(0)
    axis = unit(rollers[0].end - rollers[0].start)
    view = movement.camera(800, 600).matrix[2]
    axis = axis * (np.sign(axis @ view) or 1)
    length = np.linalg.norm(rollers[0].end - rollers[0].start)
    middle = middle + axis * (length / 2 + 0.09)
    middle[1] = 0
    way = scenes[-1].figure.anchors["pelvis"] - scenes[0].figure.anchors["pelvis"]
    line = unit(way * [1, 0, 1]) * np.linspace(-0.17, 0.17, 6)[:, None]
    return MotionPath(middle + line, "roll", False)


def _most_moved(first: dict[str, Vector], last: dict[str, Vector]) -> str:
    """Give the anchor that moves most; the trunk before the limbs that follow it."""
    travel = {n: float(np.linalg.norm(last[n] - first[n])) for n in _FOLLOWED}
    travel |= {n: 0.55 * float(np.linalg.norm(last[n] - first[n])) for n in _HANDS}
    if travel["pelvis"] > 0.3 * max(travel.values()):
        return "pelvis"
    return max(travel, key=lambda n: travel[n])


def place_arrow(path: MotionPath, camera: Camera, picture: Rendering, fixed: bool) -> Arrow | None:
    """Give the arrow at the freest place beside the body, or nothing if it would be a dot.

    ``fixed`` = the pose file says where it belongs (``off``).
    """
    line = camera.project(path.points)[:, :2]
    k = camera.scale
    if np.linalg.norm(np.diff(line, axis=0), axis=1).sum() < 0.03 * k:
        return None
    line = _smoothed(_stretched(line, path, k))
    line = _moved_free(line, path, k, picture.body | picture.props, fixed)
    return Arrow(line, max(2.2, 0.0155 * k), path.double)


def _stretched(line: Array, path: MotionPath, k: float) -> Array:
    """Give to-and-fro and very short arrows a readable length and a slight bow."""
    length = float(np.linalg.norm(line[-1] - line[0]))
    if not path.double and length >= 0.20 * k:
        return line
    along = (line[-1] - line[0]) / max(length, 1e-6)
    wanted = max(length, (0.30 if path.double else 0.20) * k)
    u = np.linspace(-0.5, 0.5, 9)[:, None]
    up = np.array([-along[1], along[0]])
    up = up if up[1] < 0 else -up
    bow = up * (0.25 - u * u) * wanted * 0.22 * (1 if path.kind == "roll" else -1)
    return line.mean(0) + along * u * wanted - bow


def _smoothed(line: Array) -> Array:
    u, knots = np.linspace(0, 1, 48), np.linspace(0, 1, len(line))
    line = np.stack([np.interp(u, knots, line[:, i]) for i in (0, 1)], 1)
    for _ in range(12):
        line[1:-1] = 0.25 * line[:-2] + 0.5 * line[1:-1] + 0.25 * line[2:]
    return line


def _moved_free(line: Array, path: MotionPath, k: float, taken: Array, fixed: bool) -> Array:
    """Give the line moved sideways and along itself to where it covers least."""
    h, w = taken.shape
    along = unit(line[-1] - line[0])
    aside = np.array([-along[1], along[0]])
    if fixed:
        sideways = [0.0]
    elif path.kind == "rub":
        sideways = [x * s for x in (0.08, 0.12, 0.16, 0.20) for s in (-1, 1)]
    else:
        far = (0.12, 0.16, 0.20, 0.25, 0.30, 0.36, 0.42, 0.50, 0.60, 0.70)
        sideways = [0, 0.05, -0.05, *([0.1] if path.outside else [])]
        sideways += [x * s for x in far for s in (-1, 1)]
    if path.outside:
        lengthways = [0.0]
    elif path.kind == "roll":
        lengthways = [0, 0.12, 0.25, -0.12, -0.25]
    else:
        lengthways = [0, 0.15, 0.25, 0.35, -0.15]

    def cost(e: float, g: float) -> float:
        moved, covered = line + aside * e * k + along * g * k, 0.0
        for offset in (-8, 0, 8):
            x, y = (moved + aside * offset).round().astype(int).T
            inside = (x > 8) & (x < w - 8) & (y > 8) & (y < h - 8)
            on_body = taken[np.clip(y, 0, h - 1), np.clip(x, 0, w - 1)] & inside
            covered += float((~inside).mean()) * 2 + float(on_body.mean())
        above = 0.3 if path.kind == "roll" and (aside * e)[1] < 0 else 0
        return covered * 4 + abs(e) * 1.1 + above + abs(g) * 0.8

    e, g = min(((e, g) for e in sideways for g in lengthways), key=lambda m: cost(*m))
    return line + aside * e * k + along * g * k
