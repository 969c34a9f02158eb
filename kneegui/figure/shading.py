"""Soft light: colours of visible rays from light, occlusion, contact shadows and target muscles.

One key light from the upper left plus a fill; ambient occlusion from depth blurred over three
radii; normals blurred 12 mm where depth is continuous; then a ramp of tones per material.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kneegui.figure.body import BALL_INDEX, BALL_RADII
from kneegui.figure.maps import SoftShadow, blur, halved, read_maps
from kneegui.figure.muscles import muscle_mask, muscle_parts, no_go_mask
from kneegui.figure.palette import (
    MATERIAL_INDEX,
    MUSCLE,
    MUSCLE_LIT,
    NO_GO,
    cover_table,
    rgb,
    shading_table,
)
from kneegui.figure.parts import PART_ID
from kneegui.figure.raster import Raster, Samples
from kneegui.figure.rays import f4
from kneegui.figure.scene import Scene
from kneegui.figure.solids import Mat
from kneegui.figure.solver import Figure
from kneegui.figure.surfaces import BandMesh, Sheet, Slab, Tube
from kneegui.figure.vectors import Array, Matrix, ease, unit

_KEY_LIGHT = unit((-0.42, 0.72, 0.55)).astype(f4)
_FILL_LIGHT = unit((0.7, -0.1, 0.5)).astype(f4)
_SHADOW_TINT = np.array([0.86, 0.80, 0.72], f4)
_FAR_TINT = np.array([0.105, 0.110, 0.095], f4)
_FLOOR, _WALL, _MAT, _MAT_EDGE = (
    MATERIAL_INDEX[name] for name in ("floor", "wall", "mat", "mat edge")
)
_OCCLUDERS = [
    BALL_INDEX[name + s]
    for s in "LR"
    for name in (
        "th1", "th3", "th5", "sh1", "sh3", "sh5", "ft0", "ft3", "ua1", "ua3", "fa1", "fa3", "ha1",
        "glu",
    )
] + [BALL_INDEX[name] for name in ("pel1", "wai1", "rib1", "rib2", "hd0")]  # fmt: skip
_HATCH_METRES = 0.0125
"""Distance between two lines of the hatching."""


class _Occlusion(NamedTuple):
    """One layer of ambient occlusion: blurred depth, its shrinking factor, strength, reach (m)."""

    depth: Array
    factor: int
    strength: float
    reach: float


class Shaded(NamedTuple):
    """Colour (n, 3), alpha (n,) and how much target muscle is seen (n,), all 0..1."""

    colour: Array
    alpha: Array
    muscle: Array


def far_limbs(figure: Figure, matrix: Matrix) -> Array:
    """Give how much (0..1) each part id is the farther of a pair: it is drawn a tone darker."""
    far = np.zeros(256, f4)
    pairs = (
        (("hip", "knee", "ankle"), ("thigh", "shin", "foot")),
        (("shoulder", "elbow", "wrist"), ("uarm", "farm", "hand")),
    )
    for joints, parts in pairs:
        depth = {
            s: float(np.mean([figure.anchors[j + s] @ matrix[2] for j in joints])) for s in "LR"
        }
        amount = float(ease((abs(depth["L"] - depth["R"]) - 0.03) / 0.14))
        side = "L" if depth["L"] < depth["R"] else "R"
        far[[PART_ID[p + side] for p in parts]] = amount
    return far


def _smoothing() -> Array:
    """Give how far normals are smoothed on each part id."""
    weights = np.full(256, 0.9, f4)
    weights[[PART_ID["handL"], PART_ID["handR"]]] = 0.15
    weights[PART_ID["head"]] = 0.35
    weights[[PART_ID["footL"], PART_ID["footR"]]] = 0.6
    return weights


class _SmoothNormals:
    """Normals and depth of the body at half size, blurred; read where depth is continuous."""

    def __init__(self, samples: Samples, pixels: Array, raster: Raster) -> None:
        grid = raster.grid
        body = np.flatnonzero(samples.part > 0)
        self.grid, self.maps = grid, None
        if not len(body):
            return
        row, column = np.divmod(pixels[body], grid.width)
        self.y0, y1 = row.min() // 2 * 2, (row.max() // 2 + 1) * 2
        self.x0, x1 = column.min() // 2 * 2, (column.max() // 2 + 1) * 2
        h, w = (y1 - self.y0) // 2, (x1 - self.x0) // 2
        flat = (row - self.y0) // 2 * w + (column - self.x0) // 2
        n = samples.normal[body]
        sums = [np.bincount(flat, v, h * w) for v in (n[:, 0], n[:, 1], n[:, 2], samples.z[body])]
        sums.append(np.bincount(flat, minlength=h * w))
        sigma = max(0.7, 0.0125 * grid.scale / 2)
        blurred = [blur(s.astype(f4).reshape(h, w), sigma) for s in sums]
        weight = np.maximum(blurred[4], 1e-4)
        self.maps = [b / weight for b in blurred[:4]]
        self.weights = _smoothing()

    def apply(self, s: Samples) -> Array:
        """Give the samples' normals, smoothed on the body."""
        body = np.flatnonzero(s.part > 0)
        if self.maps is None or not len(body):
            return s.normal
        k, cx, cy = self.grid.scale, self.grid.cx, self.grid.cy
        fx = (s.x[body] * f4(k) + f4(cx - 1 - self.x0)) * f4(0.5)
        fy = (f4(cy - 1 - self.y0) - s.y[body] * f4(k)) * f4(0.5)
        nx, ny, nz, depth = read_maps(self.maps, fx, fy)
        weight = self.weights[s.part[body]]
        weight = weight * np.exp(-(((s.z[body] - depth) / f4(0.012)) ** 2))
        q = s.normal[body]
        for channel, smooth in enumerate((nx, ny, nz)):
            q[:, channel] += (smooth - q[:, channel]) * weight
        q /= np.sqrt(np.einsum("ij,ij->i", q, q))[:, None] + f4(1e-9)
        normal = s.normal.copy()
        normal[body] = q
        return normal


class Shader:
    """Shades rays of one picture; made from its raster at one ray a pixel."""

    def __init__(
        self,
        scene: Scene,
        raster: Raster,
        matrix: Matrix,
        samples: Samples,
        pixels: Array,
        on_floor: SoftShadow | None,
        on_wall: SoftShadow | None,
    ) -> None:
        self.scene, self.raster, self.matrix = scene, raster, matrix.astype(f4)
        self.on_floor, self.on_wall = on_floor, on_wall
        self.grid = raster.grid
        self.table, self.cover = shading_table(), cover_table().copy()
        if any(isinstance(solid, Mat) for solid in scene.solids):
            self.cover[_FLOOR] = 0  # a mat is ground enough
        self.far = far_limbs(scene.figure, matrix)
        self.smooth = _SmoothNormals(samples, pixels, raster)
        self.occlusion = self._occlusion_maps()
        self.prop_light = self._prop_light()
        self.painted = np.zeros(256, bool)
        for target in scene.muscles:
            parts = muscle_parts(target.name, target.side)
            self.painted[[PART_ID[p] for p in parts]] = True
        self.hatched = np.zeros(256, bool)
        for target in scene.avoid:
            parts = muscle_parts(target.name, target.side)
            self.hatched[[PART_ID[p] for p in parts]] = True

    def _occlusion_maps(self) -> list[_Occlusion]:
        h, w, k = self.grid.height, self.grid.width, self.grid.scale
        depth = self.raster.depth.reshape(h, w)
        seen = depth > -1e5
        farthest = depth[seen].min() if seen.any() else f4(0)
        half = halved(np.where(seen, depth, farthest - f4(0.05)))
        quarter = halved(half)
        layers = (
            (half, 2, 0.011, 0.34, 0.020),
            (quarter, 4, 0.034, 0.42, 0.058),
            (quarter, 4, 0.085, 0.32, 0.145),
        )
        return [
            _Occlusion(blur(a, max(0.6, radius * k / 2 / factor)), factor, strength, reach)
            for a, factor, radius, strength, reach in layers
        ]

    def _prop_light(self) -> tuple[Array, int] | None:
        """Give a coarse map of the light the body leaves on boxes and cylinders, and its step."""
        surfaces = self.raster.surfaces
        solid = [-2 - i for i, s in enumerate(surfaces) if isinstance(s, Slab | Tube)]
        if not solid:
            return None
        k, cx, cy, w, h = self.grid
        step = max(2, w // 200)
        owner = self.raster.owner.reshape(h, w)[::step, ::step]
        mask = np.isin(owner, solid)
        light = np.ones(owner.shape, f4)
        rows, columns = np.nonzero(mask)
        if not len(rows):
            return light, step
        depth = self.raster.depth.reshape(h, w)[::step, ::step][mask]
        x, y = (columns * step + f4(0.5) - cx) / k, (cy - rows * step - f4(0.5)) / k
        points = np.stack([x, y, depth], -1).astype(f4)
        normals = np.zeros_like(points)
        for number in solid:
            mine = owner[mask] == number
            surface = surfaces[-2 - number]
            if mine.any() and isinstance(surface, Slab | Tube):
                normals[mine] = surface.normal(*points[mine].T)[0]
        centres = (self.scene.figure.centres[_OCCLUDERS] @ self.matrix.T).astype(f4)
        radii = BALL_RADII[_OCCLUDERS].mean(1).astype(f4)
        away = centres[None] - points[:, None]
        d2 = (away * away).sum(2)
        facing = (away * normals[:, None]).sum(2) / np.sqrt(d2)
        taken = np.clip(facing * radii * radii / d2, 0, 0.85) * f4(0.62)
        light[mask] = np.prod(1 - taken, axis=1)
        return blur(np.where(mask, light, 1), 1.0, 1), step

    def shade(self, samples: Samples) -> Shaded:
        """Give colour, alpha and visible muscle of rays."""
        s = samples._replace(normal=self.smooth.apply(samples))
        k, cx, cy = f4(self.grid.scale), f4(self.grid.cx - 0.5), f4(self.grid.cy - 0.5)
        world = np.stack([s.x, s.y, s.z], -1) @ self.matrix
        px, py = s.x * k + cx, cy - s.y * k
        open_sky = self._open_sky(s, px, py)
        light = np.clip(self._light(s, world) * open_sky, 0, 1)
        light[s.material == _FLOOR] = 0.62
        colour = self.table[s.material, (light * 255).astype(np.uint8)]
        colour = self._with_far_limbs(s, world, colour)
        alpha = self._translucent(s, world, px, py, colour)
        muscle = self._paint_muscles(s, world, light, colour)
        self._hatch(s, world, px, py, colour)
        return Shaded(colour, alpha, muscle)

    def _open_sky(self, s: Samples, px: Array, py: Array) -> Array:
        """Give the share of ambient light; flat grounds have shadow maps of their own instead."""
        first, second, third = self.occlusion
        half = read_maps([first.depth], (px - f4(0.5)) * f4(0.5), (py - f4(0.5)) * f4(0.5))
        quarter = read_maps(
            [second.depth, third.depth], (px - f4(1.5)) * f4(0.25), (py - f4(1.5)) * f4(0.25)
        )
        sky = np.ones(len(s.x), f4)
        for depth, layer in zip(half + quarter, self.occlusion, strict=True):
            nearer = np.clip((depth - s.z) * f4(1 / layer.reach), 0, 1)
            sky *= 1 - f4(layer.strength) * nearer
        props = np.flatnonzero(s.part == 0)
        material = s.material[props]
        flat = (material == _MAT) | (material == _FLOOR) | (material == _MAT_EDGE)
        flat |= material == _WALL
        of_props = np.sqrt(sky[props])
        of_props[flat] = 1
        if self.prop_light is not None:
            light, step = self.prop_light
            solid = props[~flat]
            of_props[~flat] *= read_maps([light], px[solid] / step, py[solid] / step)[0]
        sky[props] = of_props
        return sky

    def _light(self, s: Samples, world: Array) -> Array:
        body = s.part > 0
        light = np.clip(s.normal @ _KEY_LIGHT * f4(0.60) + f4(0.41), 0, 1)
        light += np.clip(s.normal @ _FILL_LIGHT, 0, 1) * f4(0.10)
        rim = np.clip(1 - s.normal[:, 2], 0, 1)
        light -= f4(0.20) * rim**3 * body
        upwards = s.normal @ self.matrix[:, 1]
        near_floor = np.exp(np.minimum(0, -world[:, 1] / f4(0.11)))
        light *= 1 - f4(0.30) * np.clip(f4(0.45) - upwards, 0, 1) * near_floor * body
        return light

    def _with_far_limbs(self, s: Samples, world: Array, colour: Array) -> Array:
        far = self.far[s.part]
        if not far.any():
            return colour
        figure = self.scene.figure
        for side in "LR":  # from the hip on, so that the shorts show no seam
            i = np.flatnonzero((s.part == PART_ID["thigh" + side]) & (far > 0))
            if len(i):
                down = -figure.rotation("thigh" + side)[:, 1].astype(f4)
                along = (world[i] - figure.origin("thigh" + side).astype(f4)) @ down
                far[i] *= ease(along / 0.26 + 0.1)
        return colour * (1 - far[:, None] * _FAR_TINT)

    def _translucent(self, s: Samples, world: Array, px: Array, py: Array, colour: Array) -> Array:
        """Give alpha; darken floor, mat and wall (in place) by what stands on and before them."""
        alpha = np.ones(len(s.x), f4)
        ground = np.flatnonzero(
            (s.part == 0)
            & ((s.material == _MAT) | (s.material == _FLOOR) | (s.material == _MAT_EDGE))
        )
        wall = np.flatnonzero((s.part == 0) & (s.material == _WALL))
        for index, shadow in ((ground, self.on_floor), (wall, self.on_wall)):
            if not len(index):
                continue
            dark = 1 - shadow.at(world[index]) if shadow is not None else np.zeros(len(index), f4)
            dark = dark * f4(0.80)
            cover = self.cover[s.material[index]]
            total = 1 - (1 - cover) * (1 - dark)
            share = cover * (1 - dark) / np.maximum(total, 1e-4)
            colour[index] = colour[index] * share[:, None]
            alpha[index] = total
        w, h = self.grid.width, self.grid.height
        for number, surface in enumerate(self.raster.surfaces):
            if isinstance(surface, BandMesh | Slab | Tube) or not isinstance(surface, Sheet):
                continue
            if surface.axis == 1 and not surface.ellipse:
                continue
            i = np.flatnonzero(s.owner == -2 - number)
            if not len(i):
                continue
            # No hard cut where floor or wall leave the picture.
            edge = np.minimum(px[i], w - px[i])
            above = np.minimum(py[i], h - py[i]) if surface.ellipse else h - py[i]
            edge = ease(np.minimum(edge, above) / (0.05 * w))
            alpha[i] *= surface.fade(s.x[i], s.y[i]) * edge.astype(f4)
        return alpha

    def _paint_muscles(self, s: Samples, world: Array, light: Array, colour: Array) -> Array:
        """Paint target muscles (in place) and give how much of them is seen."""
        seen = np.zeros(len(s.x), f4)
        i = np.flatnonzero(self.painted[s.part])
        if not len(i):
            return seen
        base, lit = rgb(MUSCLE), rgb(MUSCLE_LIT)
        for side in "LR":
            names = [t.name for t in self.scene.muscles if t.side == side]
            if not names:
                continue
            mask, groove = muscle_mask(self.scene.figure, names, side, world[i], s.part[i])
            seen[i] = np.maximum(seen[i], mask)
            j = mask > 0
            where = i[j]
            share = np.clip(light[where] * f4(0.75) - f4(0.05), 0, 0.62)[:, None]
            coral = (base * (1 - share) + lit * share) * (1 - f4(0.10) * groove[j])[:, None]
            m = mask[j][:, None]
            colour[where] = colour[where] * (1 - m) + coral * m
        return seen

    def _hatch(self, s: Samples, world: Array, px: Array, py: Array, colour: Array) -> None:
        """Draw cross-hatching (in place) over what must be kept off."""
        i = np.flatnonzero(self.hatched[s.part])
        if not len(i):
            return
        period = max(4.0, _HATCH_METRES * self.grid.scale)
        lines = np.zeros(len(i), f4)
        for sign in (1, -1):
            phase = (px[i] + sign * py[i]) / f4(period * np.sqrt(2))
            away = np.abs(phase - np.rint(phase)) * f4(period)
            lines = np.maximum(lines, np.clip(f4(0.5 + period * 0.11) - away, 0, 1))
        ink = rgb(NO_GO)
        for target in self.scene.avoid:
            mask = no_go_mask(self.scene.figure, target.name, target.side, world[i], s.part[i])
            m = (mask * np.maximum(lines * f4(0.85), f4(0.10)))[:, None]
            colour[i] = colour[i] * (1 - m) + ink * m
