from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.hands import GRIPS, finger_cones, fitting_grip, hand_numbers


@pytest.mark.parametrize(
    ("arm", "grip"),
    [
        ({"by": "fist", "at": [0, 0, 0]}, "fist"),
        ({"at": "pelvis%[0,0,0]"}, "hip"),
        ({"at": "ankleR + [0,0,0]"}, "hook"),
        ({"at": "shinR@[0.9,0,0]"}, "hook"),
        ({"at": "shinR@[0.1,0,0]"}, "rest"),
        ({"at": "thighR@[0.5,0,0]"}, "rest"),
        ({"at": [0, 0, 0]}, "flat"),
        ({"upper": "down", "palm": "down", "fingers": "left"}, "flat"),
        ({"upper": "down"}, "relaxed"),
    ],
)
def test_the_grip_follows_from_what_the_arm_does(arm, grip) -> None:
    assert fitting_grip(arm) == grip
    assert hand_numbers(arm) == list(GRIPS[grip])


def test_a_thin_stick_is_gripped_tighter_than_a_leg() -> None:
    stick = hand_numbers({"grip": "fist", "width": 0.03})
    leg = hand_numbers({"grip": "fist", "width": 0.13})
    assert stick[0] > leg[0]


def test_curl_closes_a_hand_without_a_named_grip() -> None:
    opened, closed = hand_numbers({"curl": 0}), hand_numbers({"curl": 90})
    assert opened[:3] == [0, 0, 0]
    assert closed[:3] == [80, 98, 62]
    assert hand_numbers({"curl": 90, "grip": "flat"}) == list(GRIPS["flat"])


def test_in_betweens_carry_their_numbers() -> None:
    assert hand_numbers({"_hand": [1, 2, 3, 4, 5, 6, 7], "grip": "fist"}) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("sg", [1, -1])
def test_a_fist_is_shorter_than_a_flat_hand(sg) -> None:
    reach = {}
    for grip in ("flat", "fist"):
        cones = finger_cones(np.zeros(3), np.eye(3), sg, list(GRIPS[grip]))
        assert len(cones.start) == 4 * 3 + 3
        reach[grip] = -cones.end[:, 1].min()
    assert reach["fist"] < reach["flat"] - 0.05


def test_fingers_close_towards_the_palm_of_their_own_side() -> None:
    for sg in (1, -1):
        cones = finger_cones(np.zeros(3), np.eye(3), sg, list(GRIPS["hook"]))
        assert (cones.end[2, 0] * -sg) > 0.02
