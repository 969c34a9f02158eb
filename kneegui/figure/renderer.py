"""Draws a scene: ``SceneRenderer(scene).render(camera, width, height)`` -> pixels and layers.

Rays are cast once a pixel; where the owner's material, the depth or a plane changes they are cast
again ``samples`` x ``samples`` times.  Nothing here depends on Qt, threads or chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kneegui.figure.camera import Camera
from kneegui.figure.maps import SoftShadow, floor_shadow, wall_shadow
from kneegui.figure.primitives import body_cones
from kneegui.figure.raster import Raster
from kneegui.figure.rays import Cones, ConeView, Grid, f4
from kneegui.figure.scene import Scene
from kneegui.figure.shading import Shader
from kneegui.figure.shine import Shine
from kneegui.figure.solids import Wall
from kneegui.figure.surfaces import Slab, Tube, scene_surfaces
from kneegui.figure.vectors import Array


@dataclass(slots=True)
class Rendering:
    """A picture and what lies where in it.

    ``rgba`` (height, width, 4) bytes, premultiplied; ``depth`` (height, width) metres; ``parts``
    part ids; ``body`` and ``props`` are masks of the figure and of boxes and cylinders.
    """

    rgba: Array
    depth: Array
    parts: Array
    body: Array
    props: Array


class SceneRenderer:
    """Renders one scene from any camera; cones and shadows are made once and kept."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def _cones(self) -> Cones:
        return body_cones(self.scene)

    @cached_property
    def _on_floor(self) -> SoftShadow:
        return floor_shadow(self.scene, self._cones)

    @cached_property
    def _on_wall(self) -> SoftShadow | None:
        walls = [s for s in self.scene.solids if isinstance(s, Wall)]
        return wall_shadow(self.scene, self._cones, walls[0]) if walls else None

    def render(
        self,
        camera: Camera,
        width: int,
        height: int,
        samples: int = 3,
        floor: bool = True,
        shine: bool = True,
    ) -> Rendering:
        """Give the picture; ``floor`` draws floor and shadows, ``shine`` hidden muscles."""
        scene, matrix = self.scene, camera.matrix
        grid = Grid(camera.scale, camera.centre_x, camera.centre_y, width, height)
        view = ConeView(self._cones, matrix)
        surfaces = scene_surfaces(scene, matrix, floor)
        raster = Raster(view, surfaces, grid, matrix, scene.figure)
        seen_pixels = np.flatnonzero(raster.depth > -1e5)
        seen = raster.samples(seen_pixels)
        on_floor = self._on_floor if floor else None
        shader = Shader(scene, raster, matrix, seen, seen_pixels, on_floor, self._on_wall)
        edge = _edges(raster) if samples > 1 else np.zeros((height, width), bool)
        rgba = np.zeros((height * width, 4), f4)
        muscle = np.zeros(height * width, f4)
        plain = ~edge.ravel()[seen_pixels]
        pixels = seen_pixels[plain]
        shaded = shader.shade(seen.where(plain))
        rgba[pixels, :3] = shaded.colour * shaded.alpha[:, None]
        rgba[pixels, 3], muscle[pixels] = shaded.alpha, shaded.muscle
        if edge.any():
            _supersample(shader, edge, samples, rgba, muscle)
        if shine and scene.muscles:
            Shine(scene, self._cones, matrix, grid).draw(rgba, muscle, raster.parts.ravel())
        out = (np.clip(rgba, 0, 1) * f4(255) + f4(0.5)).astype(np.uint8)
        solid = [-2 - i for i, s in enumerate(surfaces) if isinstance(s, Slab | Tube)]
        shape = height, width
        return Rendering(
            rgba=out.reshape(height, width, 4),
            depth=raster.depth.reshape(shape),
            parts=raster.parts,
            body=raster.body,
            props=np.isin(raster.owner, solid).reshape(shape),
        )


_STEPS = (
    ((slice(None), slice(1, None)), (slice(None), slice(None, -1))),
    ((slice(1, None), slice(None)), (slice(None, -1), slice(None))),
)


def _edges(raster: Raster) -> Array:
    """Give where one ray a pixel is not enough: (height, width) of booleans."""
    h, w = raster.grid.height, raster.grid.width
    depth, owner = raster.depth.reshape(h, w), raster.owner.reshape(h, w)
    seen = depth > -1e5
    farthest = depth[seen].min() if seen.any() else f4(0)
    depth = np.where(seen, depth, farthest - f4(0.05))
    body = owner >= 0
    material = raster.view.cones.material[np.maximum(owner, 0)].astype(np.int16)
    material = np.where(body, material, owner)
    edge = np.zeros((h, w), bool)
    for a, b in _STEPS:
        jump = (np.abs(depth[a] - depth[b]) > 0.010) & (body[a] | body[b])
        change = (material[a] != material[b]) | jump
        edge[a] |= change
        edge[b] |= change
    for number, surface in enumerate(raster.surfaces):
        if not isinstance(surface, Slab | Tube):
            continue
        mine = owner == -2 - number
        rows, columns = np.nonzero(mine)
        if not len(rows):
            continue
        box = (
            slice(max(0, rows.min() - 1), rows.max() + 2),
            slice(max(0, columns.min() - 1), columns.max() + 2),
        )
        z = depth[box]
        crease = np.zeros(z.shape, bool)
        crease[:, 1:-1] |= np.abs(z[:, 2:] - 2 * z[:, 1:-1] + z[:, :-2]) > 4e-4
        crease[1:-1] |= np.abs(z[2:] - 2 * z[1:-1] + z[:-2]) > 4e-4
        edge[box] |= crease & mine[box]
    return edge


def _supersample(shader: Shader, edge: Array, n: int, rgba: Array, muscle: Array) -> None:
    """Cast n x n rays at edge pixels and put their mean into ``rgba`` and ``muscle``."""
    grid = shader.grid
    rows, columns = np.nonzero(edge)
    y0, y1, x0, x1 = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    only = edge[y0:y1, x0:x1].repeat(n, 0).repeat(n, 1)
    fine = Grid(
        grid.scale * n, (grid.cx - x0) * n, (grid.cy - y0) * n, only.shape[1], only.shape[0]
    )
    base = shader.raster
    matrix = shader.matrix.astype(float)
    raster = Raster(base.view, base.surfaces, fine, matrix, shader.scene.figure, only)
    pixels = np.flatnonzero(only.ravel() & (raster.depth > -1e5))
    shaded = shader.shade(raster.samples(pixels))
    row, column = np.divmod(pixels, only.shape[1])
    target = (row // n + y0) * grid.width + column // n + x0
    edges = np.flatnonzero(edge.ravel())
    slot = np.full(grid.width * grid.height, -1, np.intp)
    slot[edges] = np.arange(len(edges))
    target = slot[target]
    share = 1 / n**2
    for channel in range(3):
        total = np.bincount(target, shaded.colour[:, channel] * shaded.alpha, len(edges))
        rgba[edges, channel] = total * share
    rgba[edges, 3] = np.bincount(target, shaded.alpha, len(edges)) * share
    muscle[edges] = np.bincount(target, shaded.muscle, len(edges)) * share
