from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.props import GEAR, PROP_BUILDERS, build_props
from kneegui.figure.solids import FLOOR, Box, Cylinder, Mat, Rod, Sphere, Wall
from kneegui.figure.vectors import vector

SPECS = {
    "roller": {"at": [0, 0.075, 0]},
    "box": {"lo": [0, 0, 0], "hi": [1, 1, 1]},
    "ball": {"at": [0, 0.1, 0]},
    "floorball": {"at": [0, 0.04, 0], "r": 0.04},
    "mat": {"x": [-1, 1]},
    "wall": {"x": 0.5, "side": "right"},
    "chair": {},
    "couch": {"x": [0, 0.8]},
    "step": {"x": [0, 0.4], "height": 0.2},
    "cushion": {"at": [0, 0, 0]},
    "plate": {"at": [0, 0, 0]},
    "stick": {"at": [0, 1, 0]},
    "pole": {"at": [0, 1, 0]},
    "gun": {"at": [0, 1, 0], "normal": [0, 1, 0]},
    "icepack": {"at": [0, 1, 0]},
    "heatpack": {"at": [0, 1, 0], "normal": [0, 0, 1]},
    "rod": {"a": [0, 0, 0], "b": [0, 1, 0]},
}


def test_every_kind_of_prop_is_tried_here() -> None:
    assert SPECS.keys() == PROP_BUILDERS.keys()
    assert set(GEAR) <= SPECS.keys()


@pytest.mark.parametrize("kind", SPECS)
def test_every_prop_becomes_solids(kind) -> None:
    assert build_props([{"kind": kind, **SPECS[kind]}])


def test_an_unknown_prop_is_refused() -> None:
    with pytest.raises(ValueError, match="trampoline"):
        build_props([{"kind": "trampoline"}])


@pytest.mark.parametrize("height", [0.10, 0.15, 0.20])
def test_a_step_is_as_high_as_it_says(height) -> None:
    solids = build_props([{"kind": "step", "x": [0, 0.4], "height": height}])
    middle = vector(0.2, height, 0)[None]
    top = min(float(s.distance(middle)[0]) for s in solids if isinstance(s, Box))
    assert np.isclose(top, 0, atol=1e-9)


def test_a_chair_may_have_no_back_and_look_left() -> None:
    with_back = build_props([{"kind": "chair", "facing": -1}])
    without = build_props([{"kind": "chair", "back": False}])
    assert len(with_back) == len(without) + 3
    rail = next(s for s in with_back if isinstance(s, Box))
    assert rail.low[0] > 0.19


def test_a_couch_may_have_its_back_on_the_left() -> None:
    left = build_props([{"kind": "couch", "x": [0, 0.8], "back": -1}])[1]
    assert isinstance(left, Box)
    assert left.high[0] < 0.2


def test_a_plate_with_a_size_is_a_board() -> None:
    board = build_props([{"kind": "plate", "at": [0, 0, 0], "size": [0.2, 0.03, 0.3]}])[0]
    assert isinstance(board, Box)


def test_walls_stand_left_right_or_behind() -> None:
    right, left, far = build_props(
        [
            {"kind": "wall", "x": 0.5, "side": "right"},
            {"kind": "wall", "x": -0.5},
            {"kind": "wall", "side": "far", "at_z": -0.4},
        ]
    )
    inside = np.array([[0.0, 1.0, 0.0]])
    for wall in (right, left, far):
        assert isinstance(wall, Wall)
        assert wall.distance(inside)[0] > 0.3
    assert isinstance(right, Wall)
    assert right.room == -1


def test_a_gun_may_have_an_axis_of_its_own() -> None:
    head = build_props([{"kind": "gun", "at": [0, 1, 0], "axis": "near"}])[0]
    assert isinstance(head, Sphere)
    assert head.centre[2] > 0.01


@pytest.mark.parametrize(
    ("solid", "point", "distance"),
    [
        (FLOOR, [0, 0.3, 0], 0.3),
        (Box(vector(0, 0, 0), vector(1, 1, 1)), [0.5, 1.2, 0.5], 0.2),
        (Box(vector(0, 0, 0), vector(1, 1, 1)), [0.5, 0.9, 0.5], -0.1),
        (Sphere(vector(0, 0, 0), 0.5), [1, 0, 0], 0.5),
        (Rod(vector(0, 0, 0), vector(0, 1, 0), 0.1), [0.3, 2, 0], np.hypot(0.3, 1) - 0.1),
        (Cylinder(vector(0, 0, 0), vector(0, 1, 0), 0.2), [0.5, 0.5, 0], 0.3),
        (Cylinder(vector(0, 0, 0), vector(0, 1, 0), 0.2), [0.2 + 0.3, 1.4, 0], 0.5),
        (Cylinder(vector(0, 0, 0), vector(0, 1, 0), 0.2), [0, 0.5, 0], -0.2),
    ],
)
def test_signed_distances(solid, point, distance) -> None:
    assert np.isclose(solid.distance(np.array([point], float))[0], distance)


def test_a_rod_may_taper() -> None:
    assert Rod(vector(0, 0, 0), vector(0, 1, 0), 0.1).end_radius == 0.1
    assert Rod(vector(0, 0, 0), vector(0, 1, 0), 0.1, end_radius=0.2).end_radius == 0.2


def test_a_mat_is_fixed_only_when_it_says_so() -> None:
    free, fixed = build_props(
        [{"kind": "mat", "x": [0, 1]}, {"kind": "mat", "x": [0, 1], "fixed": True}]
    )
    assert isinstance(free, Mat)
    assert isinstance(fixed, Mat)
    assert (free.fixed, fixed.fixed) == (False, True)
