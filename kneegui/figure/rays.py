"""Batched orthographic ray casting of round cones in float32 numpy.

One primitive draws the whole body: a round cone (two balls and the skin between them) in its own
affine space, so that limbs, flat palms, ribs and skull are one formula.  Every scan line of every
cone is clipped to its exact silhouette; all lines are laid out one behind the other and solved
together, so no Python loop runs over parts and no ray misses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kneegui.figure.vectors import Array, Matrix

f4 = np.float32
NOTHING = f4(-1e6)
"""Depth where no ray hits."""
_RAYS_AT_ONCE = 40_000


class Grid(NamedTuple):
    """Rays through pixel middles: ``scale`` pixels a metre, the origin at (cx, cy)."""

    scale: float
    cx: float
    cy: float
    width: int
    height: int

    def at(self, pixels: Array) -> tuple[Array, Array]:
        """Give view x and y (metres) of flat pixel indices."""
        row, column = np.divmod(pixels, self.width)
        x = (column.astype(f4) + f4(0.5 - self.cx)) / f4(self.scale)
        y = (f4(self.cy - 0.5) - row.astype(f4)) / f4(self.scale)
        return x, y


class Hems(NamedTuple):
    """Planes that cut cones off: cone index, a point of the plane and its outward normal."""

    cone: Array
    point: Array
    normal: Array


@dataclass(slots=True)
class Cones:
    """Round cones in the world, n of them.

    ``shape`` (n, 3, 3) maps the unit ball to the start ball; ``ratio`` is the end ball's size /
    the start's; ``blend`` is the depth in metres over which normals of neighbours flow together.
    """

    start: Array
    end: Array
    shape: Array
    ratio: Array
    material: Array
    part: Array
    blend: Array
    hems: Hems

    def subset(self, mask: Array) -> Cones:
        """Give the cones where ``mask`` (n,) is true."""
        index = np.flatnonzero(mask)
        new = np.full(len(self.ratio), -1)
        new[index] = np.arange(len(index))
        kept = new[self.hems.cone] >= 0
        hems = Hems(new[self.hems.cone[kept]], self.hems.point[kept], self.hems.normal[kept])
        return Cones(
            self.start[index],
            self.end[index],
            self.shape[index],
            self.ratio[index],
            self.material[index],
            self.part[index],
            self.blend[index],
            hems,
        )


class ConeView:
    """The coefficients of cones for rays along -z of a view (matrix rows: right, up, to viewer).

    In a cone's own space the ray is a line; hitting it is a quadratic in the ray's x and y whose
    coefficients do not depend on the ray.  ``body`` hits lie between the balls, else the balls'.
    """

    def __init__(self, cones: Cones, matrix: Matrix) -> None:
        self.cones = cones
        start = cones.start @ matrix.T
        shape = matrix @ cones.shape
        inverse = np.linalg.inv(shape)
        way = (cones.end - cones.start) @ matrix.T
        axis = np.einsum("nij,nj->ni", inverse, way)
        w3 = inverse[:, :, 2]
        stretch = np.linalg.norm(w3, axis=1)
        d = w3 / stretch[:, None]
        w2 = inverse[:, :, :2]
        taper = 1 - cones.ratio
        e = np.einsum("nji,nj->ni", w2, axis)
        g = np.einsum("nji,nj->ni", w2, d)
        gram = np.einsum("nki,nkj->nij", w2, w2)
        m0, m2 = (axis * axis).sum(1), -(axis * d).sum(1)
        d2 = m0 - taper * taper
        k2 = d2 - m2 * m2
        flat = (d2 < 1e-6) | (k2 < 1e-5 * np.maximum(m0, 1e-9))
        k2 = np.where(flat, 1, k2)
        k1 = -d2[:, None] * g - m2[:, None] * e
        k1c = m2 * taper
        square = np.einsum("ni,nj->nij", k1, k1)
        square -= k2[:, None, None] * (d2[:, None, None] * gram - np.einsum("ni,nj->nij", e, e))
        linear = 2 * (k1c[:, None] * k1 - (k2 * taper)[:, None] * e)
        constant = k1c**2 + k2 * m0
        norm = 1 / (k2 * stretch) ** 2
        square *= norm[:, None, None]
        linear *= norm[:, None]
        constant = np.where(flat, -1, constant * norm)
        square[flat] = 0
        linear[flat] = 0
        i = 1 / stretch
        zb = k1 / k2[:, None] * i[:, None]
        zbc = k1c / k2 * i + start[:, 2]
        hq = (np.einsum("ni,nj->nij", g, g) - gram) * (i * i)[:, None, None]
        z1 = -g * i[:, None]
        h2 = (2 * m2[:, None] * g + 2 * e) * (i * i)[:, None]
        h2c = (m2 * m2 - m0 + cones.ratio**2) * i * i
        columns = (
            square[:, 0, 0], 2 * square[:, 0, 1], square[:, 1, 1], linear[:, 0], linear[:, 1],
            constant, zb[:, 0], zb[:, 1], zbc, e[:, 0], e[:, 1], -taper, -m2 * stretch, d2,
            hq[:, 0, 0], 2 * hq[:, 0, 1], hq[:, 1, 1], i * i, z1[:, 0], z1[:, 1], start[:, 2],
            h2[:, 0], h2[:, 1], h2c, start[:, 2] - m2 * i,
        )  # fmt: skip
        self.coefficients = [c.astype(f4) for c in columns]
        self.start, self.inverse, self.axis = start.astype(f4), inverse.astype(f4), axis.astype(f4)
        self.d2, self.taper, self.ratio = d2.astype(f4), taper.astype(f4), cones.ratio.astype(f4)
        self._silhouette(start, shape, way, taper)

    def _silhouette(self, start: Array, shape: Array, way: Array, taper: Array) -> None:
        """The outline: two ellipses of one shape and their two common tangents."""
        spread = np.einsum("nik,njk->nij", shape[:, :2], shape[:, :2])
        self.sxx, self.sxy, self.syy = spread[:, 0, 0], spread[:, 0, 1], spread[:, 1, 1]
        self.start_xy, self.way_xy = start[:, :2], way[:, :2]
        l11 = np.sqrt(self.sxx)
        l21 = self.sxy / l11
        l22 = np.sqrt(np.maximum(self.syy - l21**2, 1e-12))
        dx = way[:, 0] / l11
        dy = (way[:, 1] - l21 * dx) / l22
        length = np.hypot(dx, dy)
        self.has_tangents = length > np.abs(taper) + 1e-9
        safe = np.where(self.has_tangents, length, 1)
        ux, uy = dx / safe, dy / safe
        cos = np.clip(taper / safe, -1, 1)
        sin = np.sqrt(1 - cos * cos)
        ratio = self.cones.ratio
        self.tangents: list[tuple[Array, Array, Array, Array]] = []
        for side in (1, -1):
            nx, ny = cos * ux - side * sin * uy, cos * uy + side * sin * ux
            ex, ey = dx + ratio * nx, dy + ratio * ny
            self.tangents.append((l11 * nx, l21 * nx + l22 * ny, l11 * ex, l21 * ex + l22 * ey))


class Hits(NamedTuple):
    """Every hit of every ray: cone, flat pixel index, depth (metres, larger is nearer)."""

    cone: Array
    pixel: Array
    depth: Array


def run_lengths(lengths: Array) -> tuple[int, Array, Array]:
    """Give total, run number and place in the run for runs laid out one behind the other."""
    total = int(lengths.sum())
    run = np.repeat(np.arange(len(lengths), dtype=np.intp), lengths)
    starts = np.cumsum(lengths) - lengths
    return total, run, np.arange(total, dtype=np.intp) - starts.astype(np.intp)[run]


def _spans(view: ConeView, grid: Grid) -> tuple[Array, Array, Array, Array, Array]:
    """Give cone, row, y from the cone's start, first column and length of every scan line."""
    k, ratio = grid.scale, view.cones.ratio
    ax, ay = view.start_xy.T
    half = np.sqrt(view.syy)
    way_y = view.way_xy[:, 1]
    low = np.minimum(ay - half, ay + way_y - ratio * half)
    high = np.maximum(ay + half, ay + way_y + ratio * half)
    first = np.maximum(0, np.ceil(grid.cy - high * k - 0.5)).astype(int)
    last = np.minimum(grid.height - 1, np.floor(grid.cy - low * k - 0.5)).astype(int)
    _, cone, offset = run_lengths(np.maximum(0, last - first + 1))
    row = first[cone] + offset
    dy = (grid.cy - row - 0.5) / k - ay[cone]
    area = np.sqrt(np.maximum(view.sxx * view.syy - view.sxy**2, 0))[cone]
    slant, syy = (view.sxy / view.syy)[cone], view.syy[cone]

    def ellipse(v: Array, radius: Array | float, middle: Array | float) -> tuple[Array, Array]:
        d = radius * radius * syy - v * v
        inside = d > 0
        centre = middle + slant * v
        width = np.sqrt(np.maximum(d, 0)) * area / syy
        return np.where(inside, centre - width, 9e9), np.where(inside, centre + width, -9e9)

    left, right = ellipse(dy, 1.0, 0.0)
    left2, right2 = ellipse(dy - way_y[cone], ratio[cone], view.way_xy[cone, 0])
    left, right = np.minimum(left, left2), np.maximum(right, right2)
    for tangent in view.tangents:
        x0, y0, x1, y1 = (t[cone] for t in tangent)
        rise = y1 - y0
        t = (dy - y0) / np.where(np.abs(rise) < 1e-9, 1e-9, rise)
        inside = view.has_tangents[cone] & (t >= 0) & (t <= 1)
        x = x0 + t * (x1 - x0)
        left = np.where(inside, np.minimum(left, x), left)
        right = np.where(inside, np.maximum(right, x), right)
    a = ax[cone]
    start = np.maximum(0, np.ceil((a + left) * k + grid.cx - 0.5)).astype(np.intp)
    reach = np.floor(np.minimum((a + right) * k, 1e6) + grid.cx - 0.5)
    end = np.minimum(grid.width - 1, reach).astype(np.intp)
    length = np.maximum(0, end - start + 1)
    keep = length > 0
    return (
        cone[keep].astype(np.intp),
        row[keep].astype(np.intp),
        dy[keep].astype(f4),
        start[keep],
        length[keep],
    )


def trace(view: ConeView, grid: Grid, only: Array | None = None) -> Hits:
    """Give all hits of the grid's rays; ``only`` (height, width) drops rays before solving."""
    cone, row, dy, first, length = _spans(view, grid)
    found: list[Hits] = []
    if len(cone):
        c = [x[cone] for x in view.coefficients]
        az = view.start[:, 2][cone]
        lines = (  # coefficients of each scan line: the y terms are folded in
            c[0], c[1] * dy + c[3], (c[2] * dy + c[4]) * dy + c[5], c[6], c[7] * dy + c[8], c[9],
            c[10] * dy + c[11] - az * c[12], c[12], c[13], c[14], c[15] * dy,
            c[16] * dy * dy + c[17], c[18], c[19] * dy + c[20], c[15] * dy + c[21],
            (c[16] * dy + c[22]) * dy + c[23], c[19] * dy + c[24],
        )  # fmt: skip
        base = (f4(0.5) - f4(grid.cx)) / f4(grid.scale) - view.start[:, 0][cone]
        ends, begin = np.cumsum(length), 0
        flat_only = None if only is None else only.ravel()
        while begin < len(cone):
            done = ends[begin - 1] if begin else 0
            stop = int(np.searchsorted(ends, done + _RAYS_AT_ONCE, "right"))
            stop = min(len(cone), max(begin + 1, stop))
            _, line, offset = run_lengths(length[begin:stop])
            column = first[begin:stop][line] + offset
            pixel = row[begin:stop][line] * np.intp(grid.width) + column
            if flat_only is not None:
                wanted = flat_only[pixel]
                line, column, pixel = line[wanted], column[wanted], pixel[wanted]
            if len(pixel):
                dx = column.astype(f4) * f4(1 / grid.scale) + base[begin:stop].take(line)
                depth = _depths([x[begin:stop].take(line) for x in lines], dx)
                hit = depth > -1e5
                found.append(Hits(cone[begin:stop][line][hit], pixel[hit], depth[hit]))
            begin = stop
    if not found:
        return Hits(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0, f4))
    return Hits(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _depths(k: list[Array], dx: Array) -> Array:
    """Give the depth of each ray's hit from its scan line's coefficients."""
    h = (k[0] * dx + k[1]) * dx + k[2]
    z = k[3] * dx + k[4] + np.sqrt(np.maximum(h, 0))
    y = k[5] * dx + k[6] + z * k[7]
    between = (h > 0) & (y > 0) & (y < k[8])
    quadratic = k[9] * dx
    h1 = (quadratic + k[10]) * dx + k[11]
    h2 = (quadratic + k[14]) * dx + k[15]
    slope = k[12] * dx
    z1 = np.where(h1 > 0, slope + k[13] + np.sqrt(np.maximum(h1, 0)), NOTHING)
    z2 = np.where(h2 > 0, slope + k[16] + np.sqrt(np.maximum(h2, 0)), NOTHING)
    return np.where(between, z, np.maximum(z1, z2))


def cone_normals(view: ConeView, cone: Array, x: Array, y: Array, z: Array) -> list[Array]:
    """Give the unit normals (three arrays, view frame) at hits."""
    inverse = view.inverse
    dx, dy = x - view.start[cone, 0], y - view.start[cone, 1]
    dz = z - view.start[cone, 2]
    q = [
        inverse[cone, i, 0] * dx + inverse[cone, i, 1] * dy + inverse[cone, i, 2] * dz
        for i in range(3)
    ]
    b = [view.axis[cone, i] for i in range(3)]
    d2 = view.d2[cone]
    along = q[0] * b[0] + q[1] * b[1] + q[2] * b[2] - view.taper[cone]
    between = (along > 0) & (along < d2)
    at_end = along >= np.maximum(d2, 0)
    size = 1 / view.ratio[cone]
    n = [
        np.where(between, d2 * q[i] - b[i] * along, np.where(at_end, (q[i] - b[i]) * size, q[i]))
        for i in range(3)
    ]
    v = [
        inverse[cone, 0, j] * n[0] + inverse[cone, 1, j] * n[1] + inverse[cone, 2, j] * n[2]
        for j in range(3)
    ]
    length = 1 / np.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2 + f4(1e-20))
    return [v[0] * length, v[1] * length, v[2] * length]
