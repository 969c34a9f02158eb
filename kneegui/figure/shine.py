"""Shine-through: a target muscle that is mostly hidden shows through what hides it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kneegui.figure.maps import halved, read_maps
from kneegui.figure.muscles import FULL_AREA, muscle_mask, muscle_parts
from kneegui.figure.palette import MUSCLE, MUSCLE_LIT, rgb
from kneegui.figure.parts import GEAR_ID, PART_ID
from kneegui.figure.raster import cut_hits
from kneegui.figure.rays import NOTHING, Cones, ConeView, Grid, f4, trace
from kneegui.figure.scene import Scene
from kneegui.figure.vectors import Array, Matrix, ease


def _through() -> Array:
    """Give how much shines through each part id."""
    through = np.ones(256, f4)
    through[[PART_ID["handL"], PART_ID["handR"]]] = 0.12
    through[GEAR_ID] = 0
    return through


_THROUGH = _through()


@dataclass(slots=True)
class _Face:
    """One face (near or far) of the parts of a muscle: pixels, world points, part ids, mask."""

    pixel: Array
    world: Array
    part: Array
    mask: Array


@dataclass(slots=True)
class _SideMuscles:
    """The target muscles of one side on both faces, at half size."""

    names: tuple[str, ...]
    faces: list[_Face]


class Shine:
    """The target muscles of a scene whatever hides them, drawn where little of them is seen."""

    def __init__(self, scene: Scene, cones: Cones, matrix: Matrix, grid: Grid) -> None:
        self.scene = scene
        self.grid = Grid(
            grid.scale / 2, grid.cx / 2, grid.cy / 2, grid.width // 2, grid.height // 2
        )
        self.full = grid
        self.sides = {
            side: self._faces(side, cones, matrix)
            for side in sorted({target.side for target in scene.muscles})
        }

    def _faces(self, side: str, cones: Cones, matrix: Matrix) -> _SideMuscles:
        names = tuple(t.name for t in self.scene.muscles if t.side == side)
        ids = [PART_ID[p] for name in names for p in muscle_parts(name, side)]
        subset = cones.subset(np.isin(cones.part, ids))
        mirrored = matrix.copy()
        mirrored[2] *= -1
        size, faces = self.grid.width * self.grid.height, []
        for view, sign in ((matrix, 1), (mirrored, -1)):
            hits = trace(ConeView(subset, view), self.grid)
            hits = cut_hits(subset, hits, self.grid, view, self.scene.figure)
            nearest = np.full(size, NOTHING, f4)
            np.maximum.at(nearest, hits.pixel, hits.depth)
            front = hits.depth >= nearest[hits.pixel]
            cone, pixel, depth = hits.cone[front], hits.pixel[front], hits.depth[front] * sign
            x, y = self.grid.at(pixel)
            world = np.stack([x, y, depth], -1) @ matrix.astype(f4)
            face = _Face(pixel, world, subset.part[cone], np.zeros(size, f4))
            self._add(face, names, side, 0.0)
            faces.append(face)
        return _SideMuscles(names, faces)

    def _add(self, face: _Face, names: tuple[str, ...], side: str, widen: float) -> None:
        mask, _ = muscle_mask(self.scene.figure, names, side, face.world, face.part, widen)
        np.maximum.at(face.mask, face.pixel, mask)

    def _strengths(self, seen: Array) -> dict[str, float]:
        """Give how strongly (0..1) each side's muscles must shine through."""
        need: dict[str, float] = {}
        for side, muscles in self.sides.items():
            near, far = (face.mask for face in muscles.faces)
            full = FULL_AREA[muscles.names[0]] * self.grid.scale**2
            visible = np.minimum(seen, near).sum() / max(near.sum(), far.sum(), full)
            need[side] = float(ease((0.50 - visible) / 0.10))
        strengths = dict(need)
        for side, muscles in self.sides.items():
            for other, others in self.sides.items():
                plain = other != side and need[other] < 0.5
                if plain and set(muscles.names) <= set(others.names):
                    strengths[side] = 0.0  # the same muscle is plain to see on the other side
        return strengths

    def draw(self, rgba: Array, seen: Array, parts: Array) -> None:
        """Paint onto premultiplied ``rgba`` (height * width, 4), in place.

        ``seen`` (height * width,) is how much muscle is visible already; ``parts`` the part ids:
        hands stay mostly and balls, sticks and guns wholly as they are.
        """
        w, h = self.full.width, self.full.height
        small = halved(seen.reshape(h, w)).ravel()
        strengths = self._strengths(small)
        weighted = np.zeros(len(small), f4)
        plain = np.zeros(len(small), f4)
        for side, muscles in self.sides.items():
            if strengths[side] < 0.02:
                continue
            near, far = muscles.faces
            full = FULL_AREA[muscles.names[0]] * self.grid.scale**2
            if max(near.mask.sum(), far.mask.sum()) < full * 0.8:  # seen edge-on: a little wider
                for face in muscles.faces:
                    self._add(face, muscles.names, side, 0.020)
            both = np.maximum(near.mask, far.mask)
            weighted = np.maximum(weighted, both * f4(strengths[side]))
            plain = np.maximum(plain, both)
        if (weighted > 0.004).any():
            self._blend(rgba, seen, parts, weighted, plain)

    def _blend(self, rgba: Array, seen: Array, parts: Array, weighted: Array, plain: Array) -> None:
        shape = self.grid.height, self.grid.width
        w, h = self.full.width, self.full.height
        rows, columns = np.nonzero(weighted.reshape(shape) > 0.004)
        y0, y1 = max(0, rows.min() * 2 - 2), min(h, rows.max() * 2 + 4)
        x0, x1 = max(0, columns.min() * 2 - 2), min(w, columns.max() * 2 + 4)
        x = np.arange(x0, x1, dtype=f4) * f4(0.5) - f4(0.25)
        y = np.arange(y0, y1, dtype=f4) * f4(0.5) - f4(0.25)
        xs, ys = np.broadcast_arrays(x[None], y[:, None])
        maps = [weighted.reshape(shape), plain.reshape(shape)]
        t, m = read_maps(maps, xs.ravel(), ys.ravel())
        i = (np.arange(y0, y1)[:, None] * w + np.arange(x0, x1)[None]).ravel()
        wanted = t > 0.004
        i, t, m = i[wanted], t[wanted], m[wanted]
        outline = np.exp(-(((m - 0.5) / 0.30) ** 2))
        fill = np.maximum(0.80 * np.minimum(1, m * 1.3), outline) * t / np.maximum(m, 0.05)
        alpha = np.where(m < 0.10, 0, fill)
        alpha *= np.clip(1 - seen[i], 0, 1) * np.clip(rgba[i, 3] * 1.2, 0, 1)
        alpha = (np.minimum(alpha, 0.97) * _THROUGH[parts[i]])[:, None]
        base, lit = rgb(MUSCLE), rgb(MUSCLE_LIT)
        colour = (base * 0.25 + lit * 0.75) * (1 - outline)[:, None] + base * outline[:, None]
        rgba[i, :3] = rgba[i, :3] * (1 - alpha) + colour * alpha
        rgba[i, 3] = np.maximum(rgba[i, 3], alpha[:, 0])
