"""A scene: a solved figure with its props, bands and target muscles, ready to draw or to check."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from kneegui.figure.pose import PoseFile, Target
from kneegui.figure.props import GEAR, build_props
from kneegui.figure.ribbons import Strip, band_strips, strap_strips
from kneegui.figure.solids import FLOOR, Box, Mat, Solid, Support, Wall
from kneegui.figure.solver import Figure, Pose, solve
from kneegui.figure.vectors import Array


@dataclass(slots=True)
class Scene:
    """Everything in one picture at one moment.

    ``supports`` carry the body; ``solids`` and ``strips`` are drawn; ``stage`` is the floor that is
    drawn: x and z ranges in metres.
    """

    figure: Figure
    pose: Pose
    supports: list[Support]
    solids: list[Solid]
    strips: list[Strip] = field(default_factory=list)
    muscles: tuple[Target, ...] = ()
    avoid: tuple[Target, ...] = ()
    stage: tuple[float, float, float, float] = (-1.0, 1.0, -1.0, 1.0)

    def alone(self) -> Scene:
        """Give the figure without props, bands and muscles, for a ghost."""
        return replace(self, solids=[], strips=[], muscles=(), avoid=())


def prop_specs(file: PoseFile, pose: Pose, figure: Figure | None) -> list[dict[str, Any]]:
    """Give the prop lines of one pose: moved by the pose, points on the skin made plain.

    Without a figure, props that lie on the skin are left out.
    """
    specs: list[dict[str, Any]] = []
    for line in file.props:
        spec = dict(line)
        moved = pose.get("props", {}).get(spec.get("name", spec["kind"]))
        if moved is not None:
            spec.update(moved if isinstance(moved, dict) else {"at": moved})
        if isinstance(spec.get("at"), str):
            if figure is None:
                continue
            place = figure.place(spec["at"])
            spec["at"], spec["normal"] = place.point, place.normal
        specs.append(spec)
    return specs


def supports_of(file: PoseFile, pose: Pose) -> list[Support]:
    """Give what can carry the body in a pose: the floor and every prop that is no gear or mat."""
    specs = [spec for spec in prop_specs(file, pose, None) if spec["kind"] not in GEAR]
    return [FLOOR, *(s for s in build_props(specs) if not isinstance(s, Mat))]


def build_scene(file: PoseFile, pose: Pose) -> Scene:
    """Give the scene of a settled pose."""
    figure = solve(pose)
    strips = [strip for strap in file.straps for strip in strap_strips(strap, figure)]
    if file.band is not None:
        strips += band_strips(file.band, figure)
    return Scene(
        figure=figure,
        pose=pose,
        supports=supports_of(file, pose),
        solids=build_props(prop_specs(file, pose, figure)),
        strips=strips,
        muscles=file.muscles,
        avoid=file.avoid,
    )


def fitted_mats(scenes: list[Scene], shortest: float) -> list[Mat]:
    """Give the mats of a picture grown to reach past hands, head and feet of all its key poses.

    ``shortest`` is the least length in metres.
    """
    centres: Array = np.concatenate([scene.figure.centres for scene in scenes])
    low = centres[centres[:, 1] < 0.30]
    mats: list[Mat] = []
    for mat in (s for s in scenes[0].solids if isinstance(s, Mat)):
        if mat.fixed or not len(low):
            mats.append(mat)
            continue
        x = _at_least(low[:, 0].min() - 0.07, low[:, 0].max() + 0.07, shortest)
        z = _at_least(low[:, 2].min() - 0.08, low[:, 2].max() + 0.08, 0.62)
        mats.append(Mat(x, z))
    return mats


def _at_least(low: float, high: float, length: float) -> tuple[float, float]:
    middle, half = (low + high) / 2, max(length, high - low) / 2
    return float(middle - half), float(middle + half)


def with_mats(scene: Scene, mats: list[Mat]) -> Scene:
    """Give the scene with its mats replaced by the fitted ones."""
    others = iter(mats)
    solids = [next(others) if isinstance(s, Mat) else s for s in scene.solids]
    return replace(scene, solids=solids)


def stage_of(scenes: list[Scene]) -> tuple[float, float, float, float]:
    """Give the x and z ranges of floor to draw under all key poses."""
    centres: Array = np.concatenate([scene.figure.centres for scene in scenes])
    low, high = centres.min(0), centres.max(0)
    spread = 0.0
    for solid in (s for scene in scenes for s in scene.solids):
        if isinstance(solid, Mat):
            low = np.minimum(low, [solid.x[0], 0, solid.z[0]])
            high = np.maximum(high, [solid.x[1], 0, solid.z[1]])
        elif isinstance(solid, Box) and not isinstance(solid, Wall):
            low, high = np.minimum(low, solid.low), np.maximum(high, solid.high)
            if solid.low[1] < 0.1:
                spread = 0.16  # furniture: its shadow needs room
    (x0, _, z0), (x1, _, z1) = low, high
    dx, dz = 0.25 + spread * (x1 - x0), 0.32 + spread * (z1 - z0) / 2
    return float(x0 - dx), float(x1 + dx), float(z0 - dz), float(z1 + dz)
