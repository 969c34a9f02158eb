from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.contacts import gap
from kneegui.figure.inbetween import blend, blend_directions, comparable, leg_angles
from kneegui.figure.motion import Movement
from kneegui.figure.solids import Mat
from kneegui.figure.solver import solve


def test_directions_turn_along_the_shortest_way() -> None:
    assert np.allclose(blend_directions("up", "right", 0.5), [0.5**0.5, 0.5**0.5, 0])
    assert np.allclose(blend_directions("up", "up", 0.3), [0, 1, 0])


@pytest.mark.parametrize(
    ("a", "b", "middle"),
    [
        ({"kneeflex": 0}, {"kneeflex": 90}, {"kneeflex": 45}),
        ({"curl": 80}, {}, {"curl": 40}),
        ({"at": [0, 0, 0]}, {"at": [1, 2, 3]}, {"at": [0.5, 1, 1.5]}),
        ({"at": "a%[0,0,1]"}, {"at": "a%[1]"}, {"at": "a%[0.5,0.0,0.5]"}),
        ({"at": "a"}, {"at": "a + [2,0,0]"}, {"at": "a+[1.0,0.0,0.0]"}),
        ({"at": "a"}, {"at": "a"}, {"at": "a"}),
        ({"at": [1, 2]}, {"at": "knee"}, {"at": "knee"}),
        ({"palm": "in"}, {"palm": "up"}, {"palm": "up"}),
        ({"by": "toe"}, {"by": "sole"}, {"by": "sole"}),
        ({"rest": ["pelvis"]}, {}, {}),
        ({"rest": ["pelvis"]}, {"rest": ["pelvis"]}, {"rest": ["pelvis"]}),
        ({"spine": {"flex": 10}}, {"spine": {}}, {"spine": {"flex": 5}}),
        ({"touch": ["x"]}, {"touch": ["y", "z"]}, {"touch": ["y", "z"]}),
    ],
)
def test_half_way_between_two_poses(a, b, middle) -> None:
    assert blend(a, b, 0.5) == middle


def test_leg_angles_give_back_what_a_leg_was_posed_with(standing) -> None:
    pose = standing["base"]
    pose["legR"] = {"hip": [50, 20, -15], "kneeflex": 70}
    assert np.allclose(leg_angles(solve(pose), "R", -1), [50, 20, -15, 70], atol=1e-6)
    pose["legL"] = {"hip": [50, 20, -15], "kneeflex": 70}
    assert np.allclose(leg_angles(solve(pose), "L", 1), [50, 20, -15, 70], atol=1e-6)


@pytest.mark.parametrize(
    ("limb", "other"),
    [
        ("legR", {"hip": [60, 5, 10], "kneeflex": 40, "foot": 10}),
        ("legR", {"at": [0.1, 0.2, 0.1], "by": "heel", "foot": 5}),
        ("legL", {"thigh": "right", "shin": "down", "toebend": 10}),
        ("armL", {"at": [0.3, 1.2, -0.2], "palm": "down", "fingers": "right", "elbow": "down"}),
        ("armR", {"at": "pelvis%[-0.15,0.08,0.03]", "grip": "hip", "elbow": "left+near"}),
        ("armR", {"upper": "down", "fore": "down", "wrist": 10}),
    ],
)
def test_limbs_written_differently_are_made_comparable_without_moving(
    standing, limb, other
) -> None:
    a, b = standing["base"], {**standing["base"], limb: other}
    for before, after in zip((a, b), comparable(a, b), strict=True):
        assert np.abs(solve(before).centres - solve(after).centres).max() < 0.004


def test_both_ends_are_exactly_the_key_poses(movement_of) -> None:
    movement = movement_of("straight-leg-raise")
    assert movement.pose_at(0) is movement.keys[0]
    assert movement.pose_at(1) is movement.keys[-1]
    assert movement.pose_at(1.7) is not None


def test_what_rests_keeps_resting_in_between(movement_of) -> None:
    movement = movement_of("clamshell")
    for t in (0.2, 0.5, 0.8):
        scene = movement.at(t)
        assert abs(gap(scene.figure, ["pelvis", "thighR"], scene.supports)) < 0.008


def test_a_cycle_goes_round(movement_of) -> None:
    movement = movement_of("walk")
    first, again = movement.at(0.25).figure, movement.at(1.25).figure
    assert np.allclose(first.centres, again.centres)
    near_end, start = movement.at(0.999).figure, movement.at(0).figure
    assert np.abs(near_end.centres - start.centres).max() < 0.02


def test_a_still_picture_is_the_same_at_all_times(movement_of) -> None:
    movement = movement_of("ice")
    assert np.allclose(movement.at(0).figure.centres, movement.at(0.6).figure.centres)


def test_a_mat_reaches_past_the_body_and_stays_where_it_is(movement_of) -> None:
    movement = movement_of("roll-quads")
    mats = [next(s for s in movement.at(t).solids if isinstance(s, Mat)) for t in (0, 0.5, 1)]
    assert mats[0] == mats[1] == mats[2]
    low = np.concatenate([s.figure.centres for s in movement.key_scenes])
    low = low[low[:, 1] < 0.3]
    assert mats[0].x[0] < low[:, 0].min()
    assert mats[0].x[1] > low[:, 0].max()


def test_a_fixed_mat_is_left_alone(standing, parsed) -> None:
    standing["props"] = [{"kind": "mat", "x": [-0.1, 0.1], "z": [-0.1, 0.1], "fixed": True}]
    movement = Movement(parsed(standing))
    assert movement.at(0).solids[0] == Mat((-0.1, 0.1), (-0.1, 0.1), True)


def test_reach_shows_the_middle_as_well(movement_of) -> None:
    movement = movement_of("bridge")
    assert len(movement.reach) == 3


def test_a_prop_moves_with_the_pose(movement_of) -> None:
    movement = movement_of("roll-calf")
    x = [movement.at(t).supports[1].start[0] for t in (0, 0.5, 1)]
    assert x[0] < x[1] < x[2]


def test_gear_lies_on_the_skin_and_carries_nobody(movement_of) -> None:
    movement = movement_of("ball-quads")
    scene = movement.at(0.5)
    assert len(scene.supports) < len(scene.solids) + 1
