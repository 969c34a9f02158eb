from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.body import LENGTHS
from kneegui.figure.points import read_point, skin
from kneegui.figure.solver import solve
from kneegui.figure.vectors import unit


@pytest.fixture
def figure(standing):
    return solve(standing["base"])


def test_numbers_are_a_point_of_the_world(figure) -> None:
    place = figure.place([1, 2, 3])
    assert np.allclose(place.point, [1, 2, 3])
    assert place.normal is None


def test_an_anchor_may_be_shifted(figure) -> None:
    knee = figure.anchors["kneeR"]
    assert np.allclose(figure.place("kneeR").point, knee)
    assert np.allclose(figure.place("kneeR + [0.1,0,-0.2]").point, knee + np.array([0.1, 0, -0.2]))


def test_a_point_of_a_bone_moves_with_the_bone(figure) -> None:
    place = figure.place("pelvis%[0,0,0.5]")
    assert np.allclose(
        place.point, figure.origin("pelvis") + np.array([0.5, 0, 0])
    )  # front is right


def test_the_skin_of_the_front_of_the_thigh_lies_before_the_bone(figure) -> None:
    place = figure.place("thighR@[0.6,0,0.01]")
    assert place.normal is not None
    assert place.normal[0] > 0.9
    on_skin = figure.place("thighR@[0.6,0,0]").point
    assert np.isclose(np.linalg.norm(place.point - on_skin), 0.01)


def test_outer_side_is_mirrored_between_left_and_right(figure) -> None:
    left, right = (figure.place(f"shin{s}@[0.3,90,0]").normal for s in "LR")
    assert left[2] < -0.9
    assert right[2] > 0.9


def test_the_shorts_are_thicker_than_the_thigh(figure) -> None:
    rotations = {"thighR": np.eye(3)}
    origins = {"thighR": np.zeros(3)}
    in_shorts = skin(rotations, origins, "thighR", 0.30, 180).point
    below = skin(rotations, origins, "thighR", 0.45, 180).point
    assert in_shorts[2] < below[2] - 0.005
    assert np.isclose(in_shorts[1], -0.30 * LENGTHS["thigh"])


def test_a_world_shift_may_follow_a_point_on_the_skin(figure) -> None:
    plain = figure.place("uarmL@[0.5,90,0]").point
    assert np.allclose(
        figure.place("uarmL@[0.5,90,0,0,0.1,0]").point, plain + np.array([0, 0.1, 0])
    )


def test_normals_have_length_one(figure) -> None:
    normal = figure.place("farmR@[0.5,33,0.02]").normal
    assert np.allclose(normal, unit(normal))


@pytest.mark.parametrize("text", ["thighR@0.5", "two words", "kneeR + 3"])
def test_what_is_no_point_is_refused(text) -> None:
    with pytest.raises(ValueError, match="not a point"):
        read_point(text)


def test_an_unknown_anchor_is_an_error(figure) -> None:
    with pytest.raises(KeyError):
        figure.place("elbowX + [0,0,0]")
