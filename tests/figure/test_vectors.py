from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.vectors import (
    direction,
    ease,
    frame_along_y,
    frame_along_z,
    turn_about,
    turn_x,
    turn_y,
    turn_z,
    unit,
    vector,
)


def test_unit_vectors_have_length_one_and_nothing_stays_nothing() -> None:
    assert np.allclose(unit([3, 0, 4]), [0.6, 0, 0.8])
    assert np.allclose(unit([0, 0, 0]), 0)


@pytest.mark.parametrize(
    ("turn", "start", "end"),
    [
        (turn_x, [0, 1, 0], [0, 0, 1]),
        (turn_y, [0, 0, 1], [1, 0, 0]),
        (turn_z, [1, 0, 0], [0, 1, 0]),
    ],
)
def test_a_quarter_turn_sends_one_axis_to_the_next(turn, start, end) -> None:
    assert np.allclose(turn(90) @ start, end)


def test_turning_about_an_axis_agrees_with_the_matrices() -> None:
    v = vector(0.3, -0.4, 0.8)
    assert np.allclose(turn_about(vector(0, 1, 0), v, np.radians(37)), turn_y(37) @ v)


@pytest.mark.parametrize(("frame", "exact"), [(frame_along_y, 1), (frame_along_z, 2)])
def test_frames_are_right_handed_and_keep_their_first_axis(frame, exact) -> None:
    m = frame(vector(1, 2, 3), vector(0.2, 0.1, -1))
    assert np.allclose(m.T @ m, np.eye(3))
    assert np.isclose(np.linalg.det(m), 1)
    assert np.allclose(m[:, exact], unit([1, 2, 3]))


def test_a_frame_of_parallel_axes_is_still_a_frame() -> None:
    m = frame_along_y(vector(0, 1, 0), vector(0, 2, 0))
    assert np.allclose(m.T @ m, np.eye(3))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("right", [1, 0, 0]),
        ("up - near*.5", [0, 1, -0.5]),
        ("right+up*0.3", [1, 0.3, 0]),
        ([0, 0, -2], [0, 0, -1]),
    ],
)
def test_direction_words_add_up(words, numbers) -> None:
    assert np.allclose(direction(words), unit(numbers))


@pytest.mark.parametrize("words", ["sideways", "up++", "up*", "3"])
def test_wrong_direction_words_are_refused(words) -> None:
    with pytest.raises(ValueError, match="not a direction"):
        direction(words)


def test_easing_is_flat_at_both_ends_and_clipped() -> None:
    assert np.allclose(ease([-1, 0, 0.5, 1, 2]), [0, 0, 0.5, 1, 1])
