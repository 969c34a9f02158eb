from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.contacts import SINK, ball_distances, gap, settle
from kneegui.figure.parts import PART_BALLS
from kneegui.figure.solids import FLOOR, Box, Cylinder
from kneegui.figure.solver import solve
from kneegui.figure.vectors import vector

LYING = {
    "pelvis": {"at": [0, 0.5, 0], "head": "left", "front": "up"},
    "legL": {"hip": [0, 0, 0], "foot": 0},
    "legR": {"hip": [0, 0, 0], "foot": 0},
}


def test_a_ball_above_the_floor_has_its_lowest_point_measured(standing) -> None:
    figure = solve(standing["base"])
    assert abs(gap(figure, ["footL"], [FLOOR])) < 0.003
    assert gap(figure, ["head"], [FLOOR]) > 1.4


def test_floor_and_a_box_with_its_top_at_the_floor_agree(standing) -> None:
    figure = solve(standing["base"])
    slab = Box(vector(-9, -1, -9), vector(9, 0, 9))
    balls = PART_BALLS["trunk"]
    floor, box = (ball_distances(figure, balls, s) for s in (FLOOR, slab))
    assert np.allclose(floor, box, atol=1e-3)


def test_resting_lowers_the_body_until_it_touches() -> None:
    figure = solve(settle({**LYING, "rest": ["pelvis"]}, [FLOOR]))
    assert np.isclose(gap(figure, ["pelvis"], [FLOOR]), -SINK, atol=1e-3)


def test_rest_and_pin_are_solved_together() -> None:
    pose = {**LYING, "rest": ["pelvis"], "pin": ["trunk"]}
    figure = solve(settle(pose, [FLOOR]))
    assert np.isclose(gap(figure, ["pelvis"], [FLOOR]), -SINK, atol=1e-3)
    assert np.isclose(gap(figure, ["trunk"], [FLOOR]), -SINK, atol=1e-3)


def test_a_body_rests_on_a_roller() -> None:
    roller = Cylinder(vector(0.3, 0.075, -0.3), vector(0.3, 0.075, 0.3), 0.075)
    figure = solve(settle({**LYING, "rest": ["thighL", "thighR"]}, [FLOOR, roller]))
    assert np.isclose(gap(figure, ["thighL", "thighR"], [roller]), -SINK, atol=2e-3)


@pytest.mark.parametrize("warm", [False, True])
def test_without_contacts_nothing_moves(warm) -> None:
    assert settle(LYING, [FLOOR], warm) is LYING


def test_what_cannot_touch_is_brought_as_near_as_it_goes() -> None:
    leaning = {**LYING, "pelvis": {"at": [0, 2, 0], "head": "left+up", "front": "right+up"}}
    settled = settle({**leaning, "pin": ["head"]}, [FLOOR])
    assert gap(solve(settled), ["head"], [FLOOR]) < gap(solve(leaning), ["head"], [FLOOR]) - 0.1


def test_a_pitch_that_changes_nothing_ends_the_search() -> None:
    upright = {**LYING, "pelvis": {"at": [0, 1, 0], "head": "up", "front": "right"}}
    assert settle({**upright, "pin": ["pelvis"]}, [FLOOR])["pelvis"]["at"][1] == 1
