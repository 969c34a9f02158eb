from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.body import BALL_INDEX, BONES, LENGTHS
from kneegui.figure.limbs import arm_frames, leg_frames, two_bone
from kneegui.figure.solver import solve
from kneegui.figure.vectors import vector


def _length(figure, a, b) -> float:
    return float(np.linalg.norm(figure.anchors[a] - figure.anchors[b]))


def test_a_reached_target_leaves_no_miss() -> None:
    joint, end, miss = two_bone(vector(0, 0, 0), vector(0, -0.6, 0), 0.4, 0.4, vector(1, 0, 0))
    assert miss == 0
    assert np.allclose(end, [0, -0.6, 0])
    assert joint[0] > 0  # towards the hint
    assert np.isclose(np.linalg.norm(joint), 0.4)


def test_a_target_out_of_reach_tells_how_far() -> None:
    _, end, miss = two_bone(vector(0, 0, 0), vector(0, -1.0, 0), 0.4, 0.4, vector(1, 0, 0))
    assert np.isclose(miss, 0.2, atol=1e-3)
    assert np.isclose(np.linalg.norm(end), 0.8, atol=1e-3)


def test_a_target_too_near_is_a_miss_as_well() -> None:
    _, _, miss = two_bone(vector(0, 0, 0), vector(0, -0.05, 0), 0.4, 0.2, vector(1, 0, 0))
    assert np.isclose(miss, 0.15, atol=1e-3)


def test_a_hint_along_the_limb_still_bends_somewhere() -> None:
    joint, _, _ = two_bone(vector(0, 0, 0), vector(0, -0.6, 0), 0.4, 0.4, vector(0, 1, 0))
    assert np.isclose(np.linalg.norm(joint), 0.4)


@pytest.mark.parametrize("bend", [0.0, 0.02, 0.05, 0.3])
def test_the_kneecap_does_not_spin_as_the_knee_straightens(bend) -> None:
    hip, knee = vector(0, 0.8, 0), vector(0, 0.4, 0)
    ankle = knee + vector(-bend, -0.4, 0)
    thigh, shin = leg_frames(hip, knee, ankle, vector(1, 0, 0))
    assert thigh[:, 2] @ [1, 0, 0] > 0.99
    assert np.allclose(shin.T @ shin, np.eye(3))


def test_a_straight_leg_without_a_hint_takes_its_bend() -> None:
    hip, knee, ankle = vector(0, 0.8, 0), vector(0, 0.4, 0), vector(-0.001, 0, 0)
    thigh, _ = leg_frames(hip, knee, ankle, vector(0, -1, 0))
    assert thigh[:, 2] @ [1, 0, 0] > 0.99


def test_a_straight_arm_takes_its_front_from_the_hint_or_the_chest() -> None:
    joints = vector(0, 1, 0), vector(0, 0.7, 0), vector(0, 0.4, 0)
    upper, _ = arm_frames(*joints, vector(-1, 0, 0), vector(0, 0, 1))
    assert upper[:, 2] @ [1, 0, 0] > 0.99
    upper, _ = arm_frames(*joints, vector(0, 1, 0), vector(0, 0, 1))
    assert upper[:, 2] @ [0, 0, 1] > 0.99


def test_bones_have_their_lengths_and_feet_stand(standing) -> None:
    figure = solve(standing["base"])
    for s in "LR":
        assert np.isclose(_length(figure, "hip" + s, "knee" + s), LENGTHS["thigh"])
        assert np.isclose(_length(figure, "elbow" + s, "wrist" + s), LENGTHS["farm"])
        assert np.isclose(figure.anchors["sole" + s][1], 0, atol=1e-6)
    assert figure.errors == []
    assert figure.rotations.shape == (len(BONES), 3, 3)


@pytest.mark.parametrize("by", ["sole", "ball", "toe", "ankle", "heel", "top"])
def test_each_point_of_the_foot_can_be_put_on_a_target(standing, by) -> None:
    pose = standing["base"]
    pose["legR"] = {"at": [0.1, 0.2, 0.09], "by": by, "foot": 10, "knee": "right"}
    assert solve(pose).errors == []


def test_joint_angles_swing_the_leg_forwards_and_bend_the_knee(standing) -> None:
    pose = standing["base"]
    pose["legR"] = {"hip": [90, 0, 0], "kneeflex": 90, "foot": "flex"}
    figure = solve(pose)
    hip, knee, ankle = (figure.anchors[n + "R"] for n in ("hip", "knee", "ankle"))
    assert np.allclose(knee - hip, [LENGTHS["thigh"], 0, 0])
    assert np.allclose(ankle - knee, [0, -LENGTHS["shin"], 0], atol=1e-9)


def test_a_leg_may_be_given_as_directions(standing) -> None:
    pose = standing["base"]
    pose["legL"] = {"thigh": "right", "shin": "down", "foot": "point"}
    figure = solve(pose)
    assert np.allclose(figure.anchors["ankleL"] - figure.anchors["kneeL"], [0, -0.425, 0])


def test_a_foot_without_toes_follows_the_shin(standing) -> None:
    pose = standing["base"]
    pose["legR"] = {"at": [0, 0, 0.09], "foot": "flat", "knee": "right"}
    assert solve(pose).rotation("footR")[:, 2] @ [1, 0, 0] > 0.99


def test_a_knee_against_its_hint_is_reported(standing) -> None:
    pose = standing["base"]
    pose["legR"] = {"thigh": "down", "shin": "down+right*0.8", "knee": "right"}
    assert any("wrong way" in error for error in solve(pose).errors)


def test_unreachable_hands_and_feet_are_reported(standing) -> None:
    pose = standing["base"]
    pose["legR"] = {"at": [2, 0, 0], "foot": "flat"}
    pose["armL"] = {"at": [2, 1, 0]}
    errors = solve(pose).errors
    assert [error.split(":")[0] for error in errors] == ["legR", "armL"]


def test_the_right_leg_is_solved_first_when_the_left_one_refers_to_it(standing) -> None:
    pose = standing["base"]
    pose["legL"] = {"at": "ankleR + [0,0.1,-0.05]", "by": "ankle", "knee": "right"}
    figure = solve(pose)
    assert np.allclose(
        figure.anchors["ankleL"], figure.anchors["ankleR"] + [0, 0.1, -0.05], atol=1e-6
    )


def test_a_hand_lies_on_the_skin_it_is_put_on(standing) -> None:
    pose = standing["base"]
    pose["armR"] = {"at": "thighR@[0.2,60,0]", "palm": "in", "fingers": "down", "elbow": "left"}
    figure = solve(pose)
    place = figure.place("thighR@[0.2,60,0]")
    out_of_the_palm = figure.rotation("handR")[:, 0]  # the palm of a right hand looks to +X
    assert figure.errors == []
    assert out_of_the_palm @ place.normal < -0.99


def test_palm_in_needs_skin(standing) -> None:
    standing["base"]["armR"] = {"at": [0.2, 1.0, 0.2], "palm": "in"}
    with pytest.raises(ValueError, match="skin"):
        solve(standing["base"])


def test_an_elbow_can_be_put_down(standing) -> None:
    pose = standing["base"]
    pose["armL"] = {
        "at": [0.1, 1.1, -0.2],
        "by": "elbow",
        "fore": "right",
        "shoulder": [0, 0.01, 0],
    }
    figure = solve(pose)
    assert np.allclose(figure.anchors["elbowL"], [0.1, 1.136, -0.2], atol=0.06)


def test_the_spine_bends_and_the_head_follows_or_looks(standing) -> None:
    pose = standing["base"]
    pose["spine"] = {"flex": 30, "side": 10, "twist": 20}
    pose["head"] = {"nod": 10, "turn": 5, "tilt": 3}
    bent = solve(pose)
    assert bent.rotation("s3")[:, 1] @ [1, 0, 0] > 0.4  # leans to the front
    pose["head"] = {"look": "near"}
    assert solve(pose).rotation("head")[:, 2] @ [0, 0, 1] > 0.99


def test_curled_fingers_come_nearer_to_the_palm(standing) -> None:
    pose = standing["base"]
    tip = BALL_INDEX["ha3R"]
    straight = solve(pose)
    pose["armR"] = {**pose["armR"], "curl": 70}
    curled = solve(pose)
    wrist = straight.anchors["wristR"]
    far = np.linalg.norm(straight.centres[tip] - wrist)
    assert np.linalg.norm(curled.centres[tip] - wrist) < far - 0.02
