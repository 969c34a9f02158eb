from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.palette import MATERIAL_INDEX
from kneegui.figure.rays import Cones, ConeView, Grid, Hems, cone_normals, f4, run_lengths, trace
from kneegui.figure.ribbons import Strip
from kneegui.figure.solids import Box, Cylinder
from kneegui.figure.surfaces import (
    NOTHING,
    Sheet,
    Slab,
    Tube,
    band_mesh,
    band_normals,
    trace_triangles,
)
from kneegui.figure.vectors import turn_x, turn_y, vector

GRID = Grid(100, 100, 100, 200, 200)
FRONT = np.eye(3)
NO_HEMS = Hems(np.zeros(0, int), np.zeros((0, 3)), np.zeros((0, 3)))


def _cones(*rows) -> Cones:
    start, end, radius, ratio = (np.array(column, float) for column in zip(*rows, strict=True))
    n = len(rows)
    tag = np.zeros(n, np.uint8)
    shape = np.eye(3)[None] * radius[:, None, None]
    return Cones(start, end, shape, ratio, tag, tag, np.full(n, 0.002, f4), NO_HEMS)


BALL = ([0, 0, 0.1], [1e-4, 0, 0.1], 0.5, 1.0)


def test_runs_are_laid_out_one_behind_the_other() -> None:
    total, run, place = run_lengths(np.array([2, 0, 3]))
    assert total == 5
    assert run.tolist() == [0, 0, 2, 2, 2]
    assert place.tolist() == [0, 1, 0, 1, 2]


def test_a_ball_is_hit_where_geometry_says() -> None:
    hits = trace(ConeView(_cones(BALL), FRONT), GRID)
    x, y = GRID.at(hits.pixel)
    expected = 0.1 + np.sqrt(0.25 - x**2 - y**2)
    assert np.abs(hits.depth - expected)[np.hypot(x, y) < 0.49].max() < 1e-3
    assert len(hits.pixel) == pytest.approx(np.pi * 50**2, rel=0.01)


def test_normals_of_a_ball_point_away_from_its_middle() -> None:
    view = ConeView(_cones(BALL), FRONT)
    hits = trace(view, GRID)
    x, y = GRID.at(hits.pixel)
    n = np.stack(cone_normals(view, hits.cone, x, y, hits.depth), -1)
    expected = np.stack([x, y, hits.depth - 0.1], -1) / 0.5
    assert np.abs(n - expected).max() < 0.02


@pytest.mark.parametrize("ratio", [0.4, 1.0, 1.6])
def test_the_surface_of_a_cone_is_its_radius_away_from_its_axis(ratio) -> None:
    view = ConeView(_cones(([-0.4, -0.1, 0], [0.4, 0.2, 0.1], 0.2, ratio)), turn_x(20))
    hits = trace(view, GRID)
    x, y = GRID.at(hits.pixel)
    world = np.stack([x, y, hits.depth], -1) @ turn_x(20)
    start, way = np.array([-0.4, -0.1, 0]), np.array([0.8, 0.3, 0.1])
    share = np.linspace(0, 1, 200)
    middles, radii = start + share[:, None] * way, 0.2 * (1 + (ratio - 1) * share)
    distance = np.linalg.norm(world[:, None] - middles[None], axis=2) - radii
    assert np.abs(distance.min(1)).max() < 0.004


def test_a_cone_seen_end_on_is_a_disc() -> None:
    hits = trace(ConeView(_cones(([0, 0, 0], [0, 0, 0.5], 0.3, 0.5)), FRONT), GRID)
    assert len(hits.pixel) == pytest.approx(np.pi * 30**2, rel=0.02)


def test_only_wanted_rays_are_cast() -> None:
    only = np.zeros((200, 200), bool)
    only[100, 90:110] = True
    hits = trace(ConeView(_cones(BALL), FRONT), GRID, only)
    assert set(np.unique(hits.pixel // 200)) == {100}
    assert len(hits.pixel) == 20
    assert len(trace(ConeView(_cones(BALL), FRONT), GRID, np.zeros((200, 200), bool)).pixel) == 0


def test_what_is_outside_the_picture_is_not_hit() -> None:
    assert len(trace(ConeView(_cones(([9, 0, 0], [9, 1, 0], 0.5, 1.0)), FRONT), GRID).pixel) == 0


def test_a_subset_keeps_its_own_hems() -> None:
    cones = _cones(BALL, BALL, BALL)
    cones.hems = Hems(np.array([0, 2]), np.ones((2, 3)), np.array([[1, 0, 0], [0, 1, 0]]))
    subset = cones.subset(np.array([False, True, True]))
    assert subset.hems.cone.tolist() == [1]
    assert subset.hems.normal.tolist() == [[0, 1, 0]]


@pytest.mark.parametrize("matrix", [FRONT, turn_x(20) @ turn_y(-30)])
def test_a_box_is_hit_on_its_surface(matrix) -> None:
    box = Box(vector(-0.3, -0.2, -0.1), vector(0.3, 0.2, 0.1))
    slab = Slab(box, matrix)
    x, y = (a.ravel() for a in np.meshgrid(np.linspace(-0.9, 0.9, 60), np.linspace(-0.9, 0.9, 60)))
    depth = slab.hit(x.astype(f4), y.astype(f4))
    hit = depth > -1e5
    assert 0 < hit.sum() < len(hit)
    world = np.stack([x[hit], y[hit], depth[hit]], -1) @ matrix
    assert np.abs(box.distance(world)).max() < 2e-3
    normal, material = slab.normal(x[hit].astype(f4), y[hit].astype(f4), depth[hit])
    assert np.allclose(np.linalg.norm(normal, axis=1), 1, atol=1e-4)
    assert (normal[:, 2] > 0).mean() > 0.9  # only the rounded rim may look away
    assert set(material) == {MATERIAL_INDEX["prop"]}


@pytest.mark.parametrize("axis", [[0, 0, 0.5], [0.5, 0, 0], [0.3, 0.1, 0.4]])
def test_a_cylinder_is_hit_on_its_surface(axis) -> None:
    cylinder = Cylinder(vector(0, 0, 0), vector(*axis), 0.2)
    tube = Tube(cylinder, FRONT)
    x, y = (a.ravel() for a in np.meshgrid(np.linspace(-0.9, 0.9, 60), np.linspace(-0.9, 0.9, 60)))
    depth = tube.hit(x.astype(f4), y.astype(f4))
    hit = depth > -1e5
    world = np.stack([x[hit], y[hit], depth[hit]], -1)
    assert hit.sum() > 50
    assert np.abs(cylinder.distance(world)).max() < 3e-3
    _, material = tube.normal(x[hit].astype(f4), y[hit].astype(f4), depth[hit])
    sees_the_hole = MATERIAL_INDEX["hole"] in material
    assert sees_the_hole == (axis[2] > 0)


def test_floor_is_seen_from_above_only_and_fades_outwards() -> None:
    above = Sheet(1, 0.0, (-1, -1), (1, 1), "floor", turn_x(20))
    below = Sheet(1, 0.0, (-1, -1), (1, 1), "floor", turn_x(-20))
    x = y = np.zeros(1, f4)
    assert above.hit(x, y)[0] > -1e5
    assert below.hit(x, y)[0] == NOTHING
    edge = np.array([0.95], f4)
    assert above.fade(edge, y)[0] < above.fade(x, y)[0] == 1


def test_a_mat_has_round_corners_and_does_not_fade() -> None:
    mat = Sheet(1, 0.0, (-1, -1), (1, 1), "mat", turn_x(90))
    inside, corner = np.array([0.98], f4), np.array([0.999], f4)
    assert mat.hit(inside, np.zeros(1, f4))[0] > -1e5
    assert mat.hit(corner, corner)[0] == NOTHING
    assert mat.fade(inside, inside)[0] == 1


@pytest.mark.parametrize("axis", [0, 2])
def test_a_wall_fades_at_its_upper_edge(axis) -> None:
    matrix = turn_y(-90) if axis == 0 else FRONT
    low, high = ((0, -1), (2, 1)) if axis == 0 else ((-1, 0), (1, 2))
    wall = Sheet(axis, 0.0, low, high, "wall", matrix)
    zero = np.zeros(1, f4)
    assert wall.fade(zero, zero + f4(1.0))[0] == 1
    assert wall.fade(zero, zero + f4(1.95))[0] < 0.2


def test_a_band_is_seen_from_both_sides() -> None:
    left = np.array([[-0.2, -0.5, 0], [-0.2, 0, 0.1], [-0.2, 0.5, 0]])
    mesh = band_mesh(Strip(left, left + np.array([0.4, 0, 0])), FRONT)
    hits = trace_triangles(mesh, GRID)
    assert len(np.unique(hits.pixel)) == pytest.approx(40 * 100, rel=0.05)
    normals = band_normals(mesh, hits, np.arange(len(hits.pixel)))
    assert (normals[:, 2] > 0.9).all()
    only = np.zeros((200, 200), bool)
    only[100] = True
    assert 30 < len(np.unique(trace_triangles(mesh, GRID, only).pixel)) < 50
