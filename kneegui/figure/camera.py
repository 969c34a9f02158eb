"""The orthographic camera and how a picture is framed: one scale and floor line per class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kneegui.figure.body import BALL_RADII
from kneegui.figure.scene import Scene
from kneegui.figure.solids import Box, Cylinder, Mat, Wall
from kneegui.figure.vectors import Array, Matrix, turn_x, turn_y, vector


@dataclass(frozen=True, slots=True)
class Camera:
    """An orthographic view: ``yaw`` turns round the figure, ``pitch`` looks down, degrees.

    ``scale`` is pixels per metre; the world's origin falls on pixel (``centre_x``, ``centre_y``).
    """

    yaw: float
    pitch: float
    scale: float = 1.0
    centre_x: float = 0.0
    centre_y: float = 0.0

    @property
    def matrix(self) -> Matrix:
        """Rows: right, up, towards the viewer."""
        return turn_x(self.pitch) @ turn_y(-self.yaw)

    def project(self, points: Array) -> Array:
        """Give pixel x, pixel y and depth (metres, larger is nearer) of world points (n, 3)."""
        v = np.asarray(points) @ self.matrix.T
        x = self.centre_x + v[..., 0] * self.scale
        y = self.centre_y - v[..., 1] * self.scale
        return np.stack([x, y, v[..., 2]], -1)


@dataclass(frozen=True, slots=True)
class FrameClass:
    """Metres in the height of a 4:3 picture and where its floor line lies (0 top, 1 bottom)."""

    height: float
    floor_line: float


FRAME_CLASSES: dict[str, FrameClass] = {
    "standing": FrameClass(1.98, 0.925),
    "sitting": FrameClass(1.66, 0.90),
    "kneeling": FrameClass(1.60, 0.885),
    "plank": FrameClass(1.36, 0.80),
    "lying": FrameClass(1.36, 0.72),
}

_CENTRED = ("lying", "plank")
"""Low pictures stand in the middle of the height (``level`` in a pose file moves them)."""


def frame_class(scenes: Sequence[Scene]) -> str:
    """Give the framing class of a picture from the body in all its key poses."""
    figures = [scene.figure for scene in scenes]
    pelvis = [float(f.anchors["pelvis"][1]) for f in figures]
    upright = max(float(f.rotations[0][1, 1]) for f in figures)
    head = max(float(f.anchors["head"][1]) for f in figures)
    knees = min(float(f.anchors[k][1]) for f in figures for k in ("kneeL", "kneeR"))
    if max(pelvis) > 0.74:
        return "standing"
    if upright > 0.5 and max(pelvis) > 0.44 and knees > 0.25:
        return "sitting"
    if upright > 0.55 and head > 0.92 and min(pelvis) > 0.35:
        return "kneeling"
    if max(float(f.centres[:, 1].max()) for f in figures) < 0.80:
        return "lying"
    return "plank"


def best_yaw(settings: Mapping[str, Any], scenes: Sequence[Scene]) -> float:
    """Give the yaw of a pose file's camera, turned where a side wall would show its back."""
    yaw, pitch = settings.get("yaw", 0.0), settings.get("pitch", 10.0)
    for wall in scenes[0].solids:
        if not isinstance(wall, Wall) or wall.axis != 0 or settings.get("free"):
            continue
        if wall.room * Camera(yaw, pitch).matrix[2, 0] < 0.2:
            opposite = wall.room * Camera(-yaw, pitch).matrix[2, 0]
            towards = 1 if wall.room * Camera(18, 9).matrix[2, 0] > 0 else -1
            yaw = -yaw if opposite > 0.2 else 18 * towards
    return yaw


def _box_corners(box: Box) -> Array:
    (x0, y0, z0), (x1, y1, z1) = box.low, box.high
    return np.array([[x, y, z] for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)])


def _must_show(scenes: Sequence[Scene], camera: Camera) -> tuple[Array, Array]:
    """Give what must be inside the picture (figure, props) and what may be near its edge (mats)."""
    inside: list[Array] = []
    wide: list[Array] = []
    for scene in scenes:
        flat = camera.project(scene.figure.centres)[:, :2]
        radius = BALL_RADII.max(1)[:, None]
        inside += [flat - radius, flat + radius]
        for solid in scene.solids:
            if isinstance(solid, Wall):
                continue
            if isinstance(solid, Box):
                inside.append(camera.project(_box_corners(solid))[:, :2])
            elif isinstance(solid, Cylinder):
                lift = vector(0, solid.radius, 0)
                ends = np.array([solid.start - lift, solid.end + lift])
                inside.append(camera.project(ends)[:, :2])
            elif isinstance(solid, Mat):
                corners = [[x, 0, z] for x in solid.x for z in solid.z]
                wide.append(camera.project(np.array(corners))[:, :2])
    figure = np.concatenate(inside)
    return figure, np.concatenate([figure, *wide])


def fit_camera(
    scenes: Sequence[Scene],
    settings: Mapping[str, Any],
    width: int,
    height: int,
    view: tuple[float, float] | None = None,
) -> Camera:
    """Give the camera that shows all scenes in a picture of ``width`` x ``height`` pixels.

    Scale and floor line come from the framing class; the scale falls in steps of 4 % only where
    something would not fit.  ``view`` = another yaw and pitch.
    """
    pad = 0.022
    yaw, pitch = view or (best_yaw(settings, scenes), settings.get("pitch", 10.0))
    name = settings.get("frame") or frame_class(scenes)
    frame = FRAME_CLASSES[name]
    line = frame.floor_line
    figure, everything = _must_show(scenes, Camera(yaw, pitch, 1, 0, 0))
    # In metres with y downwards, as the camera of scale 1 gives them.
    low, high = figure.min(0), figure.max(0)
    wide_low, wide_high = everything.min(0), everything.max(0)
    middle = float((0.6 * (low + high) / 2 + 0.4 * (wide_low + wide_high) / 2)[0])
    side_walls = [s for s in scenes[0].solids if isinstance(s, Wall) and s.axis == 0]
    if side_walls:
        wall = side_walls[0]
        edge = Camera(yaw, pitch).project(vector(wall.position, 0, 0))[0] - 0.10 * wall.room
        wide_low[0], wide_high[0] = min(wide_low[0], edge), max(wide_high[0], edge)
        middle = 0.55 * (wide_low[0] + wide_high[0]) / 2 + 0.45 * float((low + high)[0]) / 2
    half = max(wide_high[0] - middle, middle - wide_low[0])
    scale = min(height, width * 0.75) / frame.height * settings.get("zoom", 1)
    while True:
        too_wide = half * scale > width * (0.5 - pad * 0.5)
        too_high = -low[1] * scale > height * (line - pad)
        lowest = max(high[1], wide_high[1])
        too_low = scale * lowest > height * (1 - line) - height * 0.012
        if not (too_wide or too_high or too_low):
            break
        if too_low and not too_wide and not too_high and line > 0.70:
            line -= 0.02
        else:
            scale *= 0.96
    if name in _CENTRED:
        middle_y = scale * float(low[1] + max(high[1], wide_high[1])) / 2
        line = float(np.clip(settings.get("level", 0.5) - middle_y / height, 0.55, 0.90))
    shift = settings.get("shift", [0, 0])
    return Camera(
        yaw,
        pitch,
        float(scale),
        float(width / 2 - scale * middle + shift[0] * width),
        float(height * line + shift[1] * height),
    )


def fill_camera(
    scenes: Sequence[Scene], settings: Mapping[str, Any], width: int, height: int
) -> Camera:
    """Give the camera whose picture is filled by the scenes, for small cards."""
    margin = 0.04
    yaw, pitch = best_yaw(settings, scenes), settings.get("pitch", 10.0)
    _, everything = _must_show(scenes, Camera(yaw, pitch))
    low, high = everything.min(0), everything.max(0)
    span_x, span_y = high - low
    free_y = height * (1 - 2 * margin)
    scale = min(width * (1 - 2 * margin) / span_x, free_y / span_y)
    middle = (low + high) / 2
    x, y = float(width / 2 - scale * middle[0]), float(height / 2 - scale * middle[1])
    return Camera(yaw, pitch, float(scale), x, y)
