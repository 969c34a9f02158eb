"""Insets: a small second view where the line of the pelvis or of a knee matters.

``inset`` in a pose file: ``yaw``, ``pitch`` of the view, ``focus`` (anchors whose middle it shows),
``span`` (metres across), ``corner`` of the picture (``tl``, ``tr``, ``bl``, ``br``) and ``lines``:
``pelvis`` (through both hips), ``knees`` (through both knees), ``legL`` / ``legR`` (hip, knee,
ankle).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from kneegui.figure.camera import Camera
from kneegui.figure.motion import Movement
from kneegui.figure.solver import Figure
from kneegui.figure.vectors import Array

_WIDTH, _HEIGHT, _EDGE = 0.30, 0.24, 0.02
_BEYOND = 0.075


class InsetBox(NamedTuple):
    """Where an inset lies in the picture, pixels."""

    x: int
    y: int
    width: int
    height: int


def inset_box(settings: Mapping[str, Any], width: int, height: int) -> InsetBox:
    """Give the place of an inset in a picture of ``width`` x ``height`` pixels."""
    w, h, edge = round(width * _WIDTH), round(width * _HEIGHT), round(width * _EDGE)
    corner = settings.get("corner", "tr")
    x = width - w - edge if corner[1] == "r" else edge
    y = height - h - edge if corner[0] == "b" else edge
    return InsetBox(x, y, w, h)


def inset_camera(movement: Movement, settings: Mapping[str, Any], box: InsetBox) -> Camera:
    """Give the camera of an inset: the same for all moments of a movement."""
    scale = box.width / settings.get("span", 0.8)
    bare = Camera(settings.get("yaw", 90), settings.get("pitch", 8), scale)
    anchors = [
        scene.figure.anchors[name] for scene in movement.key_scenes for name in settings["focus"]
    ]
    x, y, _ = bare.project(np.mean(anchors, 0))
    return Camera(bare.yaw, bare.pitch, scale, float(box.width / 2 - x), float(box.height / 2 - y))


def inset_lines(figure: Figure, settings: Mapping[str, Any], camera: Camera) -> list[Array]:
    """Give the lines of an inset: (n, 2) pixels each."""
    lines: list[Array] = []
    for name in settings.get("lines", []):
        if name.startswith("leg"):
            joints = [figure.anchors[j + name[-1]] for j in ("hip", "knee", "ankle")]
            points = np.array(joints)
        else:
            joint = "hip" if name == "pelvis" else "knee"
            left, right = figure.anchors[joint + "L"], figure.anchors[joint + "R"]
            way = (left - right) / np.linalg.norm(left - right) * _BEYOND
            points = np.array([right - way, left + way])
        lines.append(camera.project(points)[:, :2])
    return lines
