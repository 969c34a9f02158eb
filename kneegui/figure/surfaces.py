"""Surfaces of props as rays meet them: rounded boxes, cylinders, planes, bands (view frame).

Each gives ``hit(x, y)`` -> depth or ``NOTHING``, ``normal(x, y, z)`` -> (normals, materials), and
``corners``, points of the view frame round all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kneegui.figure.palette import MATERIAL_INDEX
from kneegui.figure.rays import NOTHING, Grid, f4, run_lengths
from kneegui.figure.ribbons import Strip
from kneegui.figure.scene import Scene
from kneegui.figure.solids import Box, Cylinder, Mat, Wall
from kneegui.figure.vectors import Array, Matrix, Vector, ease

_HOLE = MATERIAL_INDEX["hole"]
_VIEWER = f4(20)  # rays start this far in front of the world, metres


class Slab:
    """A rounded box."""

    def __init__(self, box: Box, matrix: Matrix) -> None:
        self.low, self.high = box.low, box.high
        self.rounding = box.rounding * 1.3
        self.material = MATERIAL_INDEX[box.material]
        self.matrix = matrix
        (x0, y0, z0), (x1, y1, z1) = box.low, box.high
        corners = [[x, y, z] for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)]
        self.corners = np.array(corners) @ matrix.T

    def hit(self, x: Array, y: Array) -> Array:
        """Give the depth of rays at view x, y, or ``NOTHING``."""
        m = self.matrix.astype(f4)
        enter: Array | np.float32 = f4(-1e6)
        leave: Array | np.float32 = f4(1e6)
        for i in range(3):
            slope = -m[2, i]
            start = x * m[0, i] + y * m[1, i] + m[2, i] * _VIEWER
            if abs(slope) < 1e-5:
                outside = (start < self.low[i]) | (start > self.high[i])
                enter = np.where(outside, f4(1e6), enter)
                continue
            t1 = (f4(self.low[i]) - start) * f4(1 / slope)
            t2 = (f4(self.high[i]) - start) * f4(1 / slope)
            first, last = (t1, t2) if slope > 0 else (t2, t1)
            enter, leave = np.maximum(enter, first), np.minimum(leave, last)
        return np.where(enter < leave, _VIEWER - enter, NOTHING)

    def normal(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Give unit normals (n, 3) and materials (n,) at hits."""
        world = np.stack([x, y, z], -1) @ self.matrix.astype(f4)
        local = world - ((self.low + self.high) / 2).astype(f4)
        half = ((self.high - self.low) / 2).astype(f4)
        rounding = np.minimum(self.rounding, half * 0.98).astype(f4)
        n = np.sign(local) * np.maximum(np.abs(local) - (half - rounding), 0)
        n /= np.sqrt((n * n).sum(-1, keepdims=True)) + f4(1e-9)
        return n @ self.matrix.T.astype(f4), np.full(len(x), self.material, np.uint8)


class Tube:
    """A cylinder with flat ends that may be hollow."""

    def __init__(self, cylinder: Cylinder, matrix: Matrix) -> None:
        self.start, end = cylinder.start @ matrix.T, cylinder.end @ matrix.T
        self.radius, self.hole = cylinder.radius, cylinder.hole
        self.material = MATERIAL_INDEX[cylinder.material]
        self.length = float(np.linalg.norm(end - self.start))
        self.axis = (end - self.start) / self.length
        r = self.radius
        corners = [
            [e[0] + i * r, e[1] + j * r, e[2]]
            for e in (self.start, end)
            for i in (-1, 1)
            for j in (-1, 1)
        ]
        self.corners = np.array(corners)

    def hit(self, x: Array, y: Array) -> Array:
        """Give the depth of rays at view x, y, or ``NOTHING``."""
        (ax, ay, az), (ux, uy, uz), r = self.start, self.axis, self.radius
        dx, dy = x - f4(ax), y - f4(ay)
        along = dx * f4(ux) + dy * f4(uy)
        aside = dx * dx + dy * dy
        depth: Array = NOTHING + 0 * along
        a = 1 - uz**2
        if a > 1e-4:
            b = -along * f4(uz)
            c = aside - along * along - f4(r * r)
            d = b * b - f4(a) * c
            z = (-b + np.sqrt(np.maximum(d, 0))) * f4(1 / a)
            t = along + z * f4(uz)
            depth = np.where((d > 0) & (t > 0) & (t < self.length), z, NOTHING)
        if abs(uz) > 1e-3:
            end = self.length if uz > 0 else 0.0
            cap = (f4(end) - along) * f4(1 / uz)
            inside = aside + cap * cap - f4(end * end) < r * r
            depth = np.where(inside, np.maximum(depth, cap), depth)
        return np.where(depth > -1e5, depth + f4(az), NOTHING)

    def normal(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Give unit normals (n, 3) and materials (n,) at hits."""
        axis = self.axis.astype(f4)
        q = np.stack([x, y, z], -1) - self.start.astype(f4)
        t = q @ axis
        n = q - t[:, None] * axis
        radial = np.sqrt((n * n).sum(1))
        n = n / (radial[:, None] + f4(1e-9))
        sign = np.sign(self.axis[2])
        end = self.length if sign > 0 else 0
        cap = (np.abs(t - end) < 2e-3) & (radial < self.radius * 0.985)
        n[cap] = (self.axis * sign).astype(f4)
        bevel = np.clip(1 - np.minimum(t, self.length - t) / 0.006, 0, 1)[:, None] * ~cap[:, None]
        n = n + bevel * np.where(t > self.length / 2, 1, -1)[:, None] * axis * 0.8
        n /= np.sqrt((n * n).sum(1))[:, None]
        material = np.full(len(x), self.material, np.uint8)
        material[cap & (radial < self.radius * self.hole)] = _HOLE
        return n.astype(f4), material


class Sheet:
    """A plane across ``axis`` at ``height``: mat, floor (an ellipse that fades out) or wall."""

    def __init__(
        self,
        axis: int,
        height: float,
        low: tuple[float, float],
        high: tuple[float, float],
        material: str,
        matrix: Matrix,
        side: int = 1,
    ) -> None:
        self.axis, self.height, self.matrix = axis, height, matrix
        self.material = MATERIAL_INDEX[material]
        self.ellipse = material == "floor"
        self.rounding = 0.03
        self.low, self.high = np.array(low, float), np.array(high, float)
        self.others = [i for i in range(3) if i != axis]
        self.facing = matrix[:, axis] * side
        corners = np.zeros((4, 3))
        corners[:, axis] = height
        corners[:, self.others[0]] = [low[0], low[0], high[0], high[0]]
        corners[:, self.others[1]] = [low[1], high[1], low[1], high[1]]
        self.corners = corners @ matrix.T

    def _plane(self, x: Array, y: Array) -> tuple[Array, list[Array]]:
        """Give depth and the two coordinates in the plane."""
        m, a = self.matrix, self.axis
        z = x * f4(-m[0, a] / m[2, a]) + y * f4(-m[1, a] / m[2, a]) + f4(self.height / m[2, a])
        return z, [x * f4(m[0, i]) + y * f4(m[1, i]) + z * f4(m[2, i]) for i in self.others]

    def _inside(self, p: list[Array]) -> Array:
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        q = [p[i] - f4(middle[i]) for i in (0, 1)]
        if self.ellipse:
            return 1 - (q[0] * f4(1 / half[0])) ** 2 - (q[1] * f4(1 / half[1])) ** 2
        a = np.abs(q[0]) - f4(half[0] - self.rounding)
        b = np.abs(q[1]) - f4(half[1] - self.rounding)
        corner = np.sqrt(np.maximum(a, 0) ** 2 + np.maximum(b, 0) ** 2)
        return f4(self.rounding) - np.where((a > 0) & (b > 0), corner, np.maximum(a, b))

    def hit(self, x: Array, y: Array) -> Array:
        """Give the depth of rays at view x, y, or ``NOTHING``."""
        if self.facing[2] < 0.02:
            return NOTHING + 0 * x + 0 * y
        z, p = self._plane(x, y)
        return np.where(self._inside(p) > 0, z, NOTHING)

    def normal(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:  # noqa: ARG002  as others
        """Give unit normals (n, 3) and materials (n,) at hits."""
        facing = np.broadcast_to(self.facing.astype(f4), (len(x), 3))
        return facing, np.full(len(x), self.material, np.uint8)

    def fade(self, x: Array, y: Array) -> Array:
        """Give 0..1: how visible the sheet is; the floor fades outwards, a wall at its edges."""
        _, p = self._plane(x, y)
        if self.ellipse:
            return ease(self._inside(p) / 0.5).astype(f4)
        if self.axis == 1:
            return np.ones(len(x), f4)
        u, v = (1, 0) if self.axis == 0 else (0, 1)  # sideways, upwards
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        aside = ease((1 - np.abs(p[u] - f4(middle[u])) / f4(half[u])) / 0.18)
        above = ease((self.high[v] - p[v]) / (0.16 * (self.high[v] - self.low[v])))
        return (aside * above).astype(f4)


@dataclass(slots=True)
class BandMesh:
    """A strip as triangles in the view frame, seen from both sides."""

    points: Array
    triangles: Array
    normals: Array
    material: int


def band_mesh(strip: Strip, matrix: Matrix) -> BandMesh:
    """Give the triangles of a strip."""
    n = len(strip.left)
    points = np.empty((2 * n, 3))
    points[0::2], points[1::2] = strip.left, strip.right
    i = 2 * np.arange(n - 1)
    triangles = np.concatenate([np.stack([i, i + 1, i + 2], 1), np.stack([i + 1, i + 3, i + 2], 1)])
    along = np.gradient((strip.left + strip.right) / 2, axis=0)
    normals = np.cross(along, strip.right - strip.left)
    normals /= np.linalg.norm(normals, axis=1)[:, None] + 1e-12
    normals = (np.repeat(normals, 2, 0) @ matrix.T).astype(f4)
    return BandMesh(points @ matrix.T, triangles, normals, MATERIAL_INDEX["band"])


Surface = Slab | Tube | Sheet | BandMesh


def scene_surfaces(scene: Scene, matrix: Matrix, floor: bool = True) -> list[Surface]:
    """Give the surfaces of a scene's props, seen along a view matrix."""
    out: list[Surface] = []
    for solid in scene.solids:
        if isinstance(solid, Wall):
            out.append(_wall_sheet(solid, matrix))
        elif isinstance(solid, Box):
            out.append(Slab(solid, matrix))
        elif isinstance(solid, Mat):
            low, high = (solid.x[0], solid.z[0]), (solid.x[1], solid.z[1])
            for drop, material in ((0, "mat"), (0.007, "mat edge"), (0.013, "mat edge")):
                out.append(Sheet(1, -drop, low, high, material, matrix))
        elif isinstance(solid, Cylinder):
            out.append(Tube(solid, matrix))
    if floor:
        x0, x1, z0, z1 = scene.stage
        below_mat = any(isinstance(s, Mat) for s in scene.solids)
        out.append(Sheet(1, -0.014 if below_mat else -0.001, (x0, z0), (x1, z1), "floor", matrix))
    out += [band_mesh(strip, matrix) for strip in scene.strips]
    return out


def _wall_sheet(wall: Wall, matrix: Matrix) -> Sheet:
    (a, b), h = wall.span, wall.height
    low, high = ((0, a), (h, b)) if wall.axis == 0 else ((a, 0), (b, h))
    return Sheet(wall.axis, wall.position, low, high, "wall", matrix, side=wall.room)


def shadow_casters(scene: Scene, matrix: Matrix) -> list[Slab | Tube]:
    """Give the surfaces that throw shadow on floor and wall."""
    out: list[Slab | Tube] = []
    for solid in scene.solids:
        if isinstance(solid, Cylinder):
            out.append(Tube(solid, matrix))
        elif isinstance(solid, Box) and not isinstance(solid, Wall):
            out.append(Slab(solid, matrix))
    return out


@dataclass(frozen=True, slots=True)
class TriangleHits:
    """Hits on triangles: triangle, flat pixel index, depth and the two barycentric shares."""

    triangle: Array
    pixel: Array
    depth: Array
    u: Array
    v: Array


def trace_triangles(mesh: BandMesh, grid: Grid, only: Array | None = None) -> TriangleHits:
    """Give all hits of the grid's rays on a mesh; ``only`` (height, width) drops rays."""
    k = grid.scale
    a, b, c = (mesh.points[mesh.triangles[:, i]] for i in range(3))
    ys = np.stack([a[:, 1], b[:, 1], c[:, 1]], 1)
    first = np.maximum(0, np.ceil(grid.cy - ys.max(1) * k - 0.5)).astype(int)
    last = np.minimum(grid.height - 1, np.floor(grid.cy - ys.min(1) * k - 0.5)).astype(int)
    total, tri, offset = run_lengths(np.maximum(0, last - first + 1))
    row = first[tri] + offset
    y = (grid.cy - row - 0.5) / k
    left, right = np.full(total, 9e9), np.full(total, -9e9)
    for begin, end in ((a, b), (b, c), (c, a)):
        p, q = begin[tri], end[tri]
        rise = q[:, 1] - p[:, 1]
        t = (y - p[:, 1]) / np.where(np.abs(rise) < 1e-12, 1e-12, rise)
        x = p[:, 0] + t * (q[:, 0] - p[:, 0])
        crossed = (t >= 0) & (t <= 1)
        left = np.where(crossed, np.minimum(left, x), left)
        right = np.where(crossed, np.maximum(right, x), right)
    start = np.ceil(np.minimum(left, 1e3) * k + grid.cx - 0.5 - 1e-3)
    start = np.maximum(0, start).astype(int)
    reach = np.floor(np.maximum(right, -1e3) * k + grid.cx - 0.5 + 1e-3)
    reach = np.minimum(grid.width - 1, reach).astype(int)
    _, line, offset = run_lengths(np.maximum(0, reach - start + 1))
    column = start[line] + offset
    pixel = row[line] * grid.width + column
    tri = tri[line]
    if only is not None:
        wanted = only.ravel()[pixel]
        tri, column, pixel, line = tri[wanted], column[wanted], pixel[wanted], line[wanted]
    x, y = (column + 0.5 - grid.cx) / k, y[line]
    e1, e2 = (b - a)[tri], (c - a)[tri]
    det = e1[:, 0] * e2[:, 1] - e1[:, 1] * e2[:, 0]
    det = np.where(np.abs(det) < 1e-12, 1e-12, det)
    qx, qy = x - a[tri, 0], y - a[tri, 1]
    u = (qx * e2[:, 1] - qy * e2[:, 0]) / det
    v = (e1[:, 0] * qy - e1[:, 1] * qx) / det
    z = a[tri, 2] + np.clip(u, -0.5, 1.5) * e1[:, 2] + np.clip(v, -0.5, 1.5) * e2[:, 2]
    return TriangleHits(tri, pixel, z.astype(f4), u.astype(f4), v.astype(f4))


def band_normals(mesh: BandMesh, hits: TriangleHits, chosen: Array) -> Array:
    """Give the unit normals, towards the viewer, at the chosen hits."""
    corners = mesh.triangles[hits.triangle[chosen]]
    u, v = hits.u[chosen][:, None], hits.v[chosen][:, None]
    n: Vector = mesh.normals[corners[:, 0]] * (1 - u - v)
    n = n + mesh.normals[corners[:, 1]] * u + mesh.normals[corners[:, 2]] * v
    n = n * np.where(n[:, 2] < 0, -1, 1)[:, None]
    return (n / (np.linalg.norm(n, axis=1)[:, None] + 1e-9)).astype(f4)
