"""Blurred maps and soft shadows: what light does not reach, from depth and height maps."""

from __future__ import annotations

import numpy as np

from kneegui.figure.raster import Raster
from kneegui.figure.rays import Cones, ConeView, Grid, f4
from kneegui.figure.scene import Scene
from kneegui.figure.solids import Wall
from kneegui.figure.surfaces import shadow_casters
from kneegui.figure.vectors import Array, Matrix

_REACHES = ((0.010, 0.010), (0.045, 0.028), (0.17, 0.085))
"""Height over which a shadow fades, and its blur, for three layers of shadow; metres."""
BELOW = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
"""View from below the floor."""


def blur(a: Array, sigma: float, passes: int = 2) -> Array:
    """Give a map blurred by running means that together come near a Gaussian of ``sigma``."""
    n = max(3, round(np.sqrt(12 * sigma * sigma / passes + 1)))
    n += 1 - n % 2
    r = n // 2
    for _ in range(passes):
        c = np.cumsum(np.pad(a, ((r + 1, r), (0, 0)), mode="edge"), 0, dtype=f4)
        a = (c[n:] - c[:-n]) * f4(1 / n)
        c = np.cumsum(np.pad(a, ((0, 0), (r + 1, r)), mode="edge"), 1, dtype=f4)
        a = (c[:, n:] - c[:, :-n]) * f4(1 / n)
    return a


def read_maps(maps: list[Array], fx: Array, fy: Array) -> list[Array]:
    """Give the values of maps of one size at pixel positions, bilinear."""
    h, w = maps[0].shape
    fx, fy = np.clip(fx, 0, f4(w - 1.001)), np.clip(fy, 0, f4(h - 1.001))
    ix, iy = fx.astype(np.intp), fy.astype(np.intp)
    fx, fy = fx - ix.astype(f4), fy - iy.astype(f4)
    corner = iy * w + ix
    ux, uy = 1 - fx, 1 - fy
    shares = (ux * uy, fx * uy, ux * fy, fx * fy)
    corners = (corner, corner + 1, corner + w, corner + w + 1)
    out: list[Array] = []
    for a in maps:
        flat = a.ravel()
        values = flat.take(corners[0]) * shares[0]
        for c, s in zip(corners[1:], shares[1:], strict=True):
            values += flat.take(c) * s
        out.append(values)
    return out


def halved(a: Array) -> Array:
    """Give a map at half its size, each value the mean of four."""
    h, w = a.shape
    return a[: h // 2 * 2, : w // 2 * 2].reshape(h // 2, 2, w // 2, 2).mean((1, 3))


class SoftShadow:
    """Soft contact shadow on a plane from the height of everything above it.

    ``matrix`` looks at the plane from behind; ``low``, ``high`` bound it in that view (metres).
    """

    def __init__(
        self,
        scene: Scene,
        cones: Cones,
        matrix: Matrix,
        low: tuple[float, float],
        high: tuple[float, float],
        height: float,
        pixels_per_metre: int,
        strengths: tuple[float, float, float],
    ) -> None:
        k = pixels_per_metre
        w, h = int((high[0] - low[0]) * k) + 1, int((high[1] - low[1]) * k) + 1
        self.matrix, self.grid = matrix, Grid(k, -low[0] * k, high[1] * k, w, h)
        view = ConeView(cones, matrix)
        raster = Raster(view, list(shadow_casters(scene, matrix)), self.grid, matrix, scene.figure)
        above = np.where(raster.depth > -1e5, -raster.depth - f4(height), 9).reshape(h, w)
        light = np.ones((h, w), f4)
        for strength, (fall, spread) in zip(strengths, _REACHES, strict=True):
            near = np.exp(-np.maximum(above, 0) / f4(fall)).astype(f4)
            light *= 1 - strength * np.minimum(1, blur(near, spread * k) * 1.15)
        self.light = light

    def at(self, world: Array) -> Array:
        """Give how much light (0..1) reaches world points (n, 3) of the plane."""
        m = self.matrix.astype(f4)
        k, cx, cy = f4(self.grid.scale), f4(self.grid.cx - 0.5), f4(self.grid.cy - 0.5)
        return read_maps([self.light], (world @ m[0]) * k + cx, cy - (world @ m[1]) * k)[0]


def floor_shadow(scene: Scene, cones: Cones) -> SoftShadow:
    """Give the shadow on floor and mat."""
    x0, x1, z0, z1 = scene.stage
    return SoftShadow(scene, cones, BELOW, (x0, z0), (x1, z1), 0.0, 72, (0.50, 0.40, 0.30))


def wall_shadow(scene: Scene, cones: Cones, wall: Wall) -> SoftShadow:
    """Give the shadow on a wall."""
    n = wall.room
    if wall.axis == 0:
        matrix = np.array([[0, 0, 1.0], [0, 1, 0], [-n, 0, 0]])
    else:
        matrix = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, -n]])
    plane = n * wall.position
    return SoftShadow(scene, cones, matrix, (-1.0, 0.0), (1.0, 2.0), plane, 60, (0.34, 0.28, 0.20))
