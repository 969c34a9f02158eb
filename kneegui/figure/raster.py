"""Depth and owner of every pixel: the body's cones and the props' surfaces on one grid of rays."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kneegui.figure.palette import MATERIAL_INDEX
from kneegui.figure.parts import GEAR_ID, PART_ID
from kneegui.figure.rays import NOTHING, Cones, ConeView, Grid, Hits, cone_normals, f4, trace
from kneegui.figure.solver import Figure
from kneegui.figure.surfaces import BandMesh, Surface, band_normals, trace_triangles
from kneegui.figure.vectors import Array, Matrix

_HAIR = MATERIAL_INDEX["hair"]
_HAIRLINE_Z = [-0.10, -0.060, -0.040, -0.018, 0.004, 0.010, 0.022, 0.040, 0.058, 0.075, 0.11]
_HAIRLINE_Y = [0.078, 0.084, 0.104, 0.134, 0.150, 0.128, 0.126, 0.176, 0.196, 0.206, 0.206]


def _neighbours() -> Array:
    """Give which parts flow into each other: (256, 256) of booleans."""
    table = np.eye(256, dtype=bool)
    pairs = [("pelvis", "trunk"), ("trunk", "head")]
    for s in "LR":
        pairs += [("pelvis", f"thigh{s}"), ("trunk", f"uarm{s}")]
        pairs += [
            (a + s, b + s)
            for a, b in (("thigh", "shin"), ("shin", "foot"), ("uarm", "farm"), ("farm", "hand"))
        ]
    for a, b in pairs:
        table[PART_ID[a], PART_ID[b]] = table[PART_ID[b], PART_ID[a]] = True
    return table


_FLOW_TOGETHER = _neighbours()


def cut_hits(cones: Cones, hits: Hits, grid: Grid, matrix: Matrix, figure: Figure) -> Hits:
    """Give the hits without what lies beyond a hem and without hair below the hairline."""
    hem_of = np.full(len(cones.ratio), -1, np.int32)
    hem_of[cones.hems.cone] = np.arange(len(cones.hems.cone))
    special = (hem_of >= 0) | (cones.material == _HAIR)
    index = np.flatnonzero(special[hits.cone])
    if not len(index):
        return hits
    cone = hits.cone[index]
    x, y = grid.at(hits.pixel[index])
    world = np.stack([x, y, hits.depth[index]], -1) @ matrix.astype(f4)
    gone = np.zeros(len(index), bool)
    hem = hem_of[cone]
    cut = hem >= 0
    beyond = world[cut] - cones.hems.point.astype(f4)[hem[cut]]
    gone[cut] = (beyond * cones.hems.normal.astype(f4)[hem[cut]]).sum(1) > 0
    hair = ~cut
    if hair.any():
        head = figure.rotation("head").astype(f4)
        local = (world[hair] - figure.origin("head").astype(f4)) @ head
        line = np.interp(local[:, 2], _HAIRLINE_Z, _HAIRLINE_Y)
        parting = np.where(local[:, 2] > 0.05, -0.010 * np.abs(local[:, 0]) / 0.07, 0)
        gone[hair] = local[:, 1] < line + parting
    keep = np.ones(len(hits.cone), bool)
    keep[index[gone]] = False
    return Hits(hits.cone[keep], hits.pixel[keep], hits.depth[keep])


class Samples(NamedTuple):
    """Visible rays: view x, y, z (metres), unit normal (n, 3), material, part id, owner."""

    x: Array
    y: Array
    z: Array
    normal: Array
    material: Array
    part: Array
    owner: Array

    def where(self, keep: Array) -> Samples:
        """Give the samples where ``keep`` (n,) is true."""
        return Samples(*(column[keep] for column in self))


class Raster:
    """What each ray of a grid sees.

    ``depth`` (height * width) in metres, ``owner``: >= 0 a cone, -1 nothing, <= -2 surface
    ``-2 - owner``.
    """

    def __init__(
        self,
        view: ConeView,
        surfaces: list[Surface],
        grid: Grid,
        matrix: Matrix,
        figure: Figure,
        only: Array | None = None,
    ) -> None:
        self.view, self.surfaces, self.grid = view, surfaces, grid
        size = grid.width * grid.height
        self.hits = cut_hits(view.cones, trace(view, grid, only), grid, matrix, figure)
        cone, pixel, depth = self.hits
        self.depth = np.full(size, NOTHING, f4)
        np.maximum.at(self.depth, pixel, depth)
        self.owner = np.full(size, -1, np.int16)
        nearest = depth >= self.depth[pixel]
        self.owner[pixel[nearest]] = cone[nearest]
        self._band_normals: dict[int, tuple[Array, Array]] = {}
        for number, surface in enumerate(surfaces):
            if isinstance(surface, BandMesh):
                self._add_band(number, surface, only)
            else:
                self._add_surface(number, surface, only)

    def _add_band(self, number: int, mesh: BandMesh, only: Array | None) -> None:
        hits = trace_triangles(mesh, self.grid, only)
        depth = hits.depth + f4(0.0015)  # on the skin, not in it
        np.maximum.at(self.depth, hits.pixel, depth)
        nearest = depth >= self.depth[hits.pixel]
        pixels = hits.pixel[nearest]
        self.owner[pixels] = -2 - number
        self._band_normals[number] = pixels, band_normals(mesh, hits, nearest)

    def _add_surface(self, number: int, surface: Surface, only: Array | None) -> None:
        assert not isinstance(surface, BandMesh)
        k, cx, cy, width, height = self.grid
        xs, ys = surface.corners[:, 0] * k + cx, cy - surface.corners[:, 1] * k
        x0, x1 = int(max(0, xs.min() - 1)), int(min(width, xs.max() + 2))
        y0, y1 = int(max(0, ys.min() - 1)), int(min(height, ys.max() + 2))
        if x1 <= x0 or y1 <= y0:
            return
        x = (np.arange(x0, x1, dtype=f4) + f4(0.5) - f4(cx)) / f4(k)
        y = (f4(cy) - np.arange(y0, y1, dtype=f4) - f4(0.5)) / f4(k)
        depth2, owner2 = self.depth.reshape(height, width), self.owner.reshape(height, width)
        box = (slice(y0, y1), slice(x0, x1))
        if only is None:
            depth = surface.hit(x[None], y[:, None])
            nearer = depth > depth2[box]
            np.copyto(depth2[box], depth, where=nearer)
            np.copyto(owner2[box], np.int16(-2 - number), where=nearer)
            return
        rows, columns = np.nonzero(only[box])
        if len(rows):
            depth = surface.hit(x[columns], y[rows])
            flat = (rows + y0) * width + columns + x0
            nearer = depth > self.depth[flat]
            self.depth[flat[nearer]] = depth[nearer]
            self.owner[flat[nearer]] = -2 - number

    def samples(self, pixels: Array) -> Samples:
        """Give what is seen at visible pixels; normals of touching parts flow together."""
        cones = self.view.cones
        x, y = self.grid.at(pixels)
        z, owner = self.depth[pixels], self.owner[pixels]
        normal = np.zeros((len(pixels), 3), f4)
        material = np.zeros(len(pixels), np.uint8)
        part = np.zeros(len(pixels), np.uint8)
        body = np.flatnonzero(owner >= 0)
        material[body] = cones.material[owner[body]]
        part[body] = cones.part[owner[body]]
        slot = np.full(self.grid.width * self.grid.height, -1, np.intp)
        slot[pixels[body]] = body
        cone, pixel, depth = self.hits
        at, blend, front = slot[pixel], cones.blend[cone], self.depth[pixel]
        close = np.flatnonzero((at >= 0) & (depth > front - 3 * blend))
        at, cone, depth = at[close], cone[close], depth[close]
        front, blend = front[close], blend[close]
        same = _FLOW_TOGETHER[part[at], cones.part[cone]] & (material[at] == cones.material[cone])
        at, cone, depth, front, blend = (
            at[same], cone[same], depth[same], front[same], blend[same]
        )  # fmt: skip
        parts = cone_normals(self.view, cone, x[at], y[at], depth)
        softness = np.minimum(blend, cones.blend[owner[at]])
        weight = np.exp((depth - front) / softness) * (f4(0.05) + parts[2])
        for channel, values in enumerate(parts):
            normal[:, channel] = np.bincount(at, weight * values, len(pixels))
        normal /= np.sqrt(np.einsum("ij,ij->i", normal, normal))[:, None] + f4(1e-9)
        for number, surface in enumerate(self.surfaces):
            mine = np.flatnonzero(owner == -2 - number)
            if not len(mine):
                continue
            if isinstance(surface, BandMesh):
                where, normals = self._band_normals[number]
                slot[where] = np.arange(len(where))
                normal[mine], material[mine] = normals[slot[pixels[mine]]], surface.material
            else:
                normal[mine], material[mine] = surface.normal(x[mine], y[mine], z[mine])
        return Samples(x, y, z, normal, material, part, owner)

    @property
    def body(self) -> Array:
        """Where the figure itself is seen: (height, width) of booleans."""
        parts = self.parts
        return (parts > 0) & (parts < GEAR_ID)

    @property
    def parts(self) -> Array:
        """Part id per pixel, 0 where no cone is seen: (height, width)."""
        owner = self.owner.reshape(self.grid.height, self.grid.width)
        return np.where(owner >= 0, self.view.cones.part[np.maximum(owner, 0)], 0)
