from __future__ import annotations

import numpy as np

from kneegui.figure.ribbons import band_strips, strap_strips
from kneegui.figure.solver import solve


def test_a_loop_band_goes_round_both_thighs(movement_of) -> None:
    figure = movement_of("band-bridge").at(1.0).figure
    (strip,) = band_strips({"part": "thigh", "t": 0.8}, figure)
    assert np.allclose(strip.left[0], strip.left[-1], atol=0.02)  # closed
    middle = (strip.left + strip.right) / 2
    for s in "LR":
        skin = figure.place(f"thigh{s}@[0.8,90,0]").point
        assert np.linalg.norm(middle - skin, axis=1).min() < 0.03


def test_a_band_has_its_width(movement_of) -> None:
    figure = movement_of("band-bridge").at(0.0).figure
    (strip,) = band_strips({"part": "thigh", "t": 0.8, "width": 0.03}, figure)
    assert np.allclose(np.linalg.norm(strip.left - strip.right, axis=1), 0.03)


def test_a_strap_runs_from_hand_round_the_foot_to_hand(movement_of) -> None:
    figure = movement_of("hamstring-stretch-strap").at(1.0).figure
    strips = strap_strips({"through": ["gripR", "ballR", "gripL"]}, figure)
    assert len(strips) == 3  # with two free tails
    middle = (strips[0].left + strips[0].right) / 2
    assert np.allclose(middle[0], figure.anchors["gripR"])
    assert np.allclose(middle[-1], figure.anchors["gripL"])
    assert np.linalg.norm(middle - figure.anchors["ballR"], axis=1).min() < 0.03


def test_a_strap_does_not_cross_itself_at_the_sole(movement_of) -> None:
    figure = movement_of("hamstring-stretch-strap").at(1.0).figure

    def length(hands: tuple[str, str]) -> float:
        through = [hands[0], "soleR", hands[1]]
        strip = strap_strips({"through": through, "tail": 0}, figure)[0]
        line = (strip.left + strip.right) / 2
        return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())

    assert abs(length(("gripR", "gripL")) - length(("gripL", "gripR"))) < 0.08


def test_a_strap_may_start_at_the_foot(movement_of) -> None:
    figure = movement_of("hamstring-stretch-strap").at(1.0).figure
    strips = strap_strips({"through": ["ballR", "gripL"]}, figure)
    middle = (strips[0].left + strips[0].right) / 2
    assert np.allclose(middle[-1], figure.anchors["gripL"])


def test_a_strap_may_run_through_points_of_the_world(standing) -> None:
    figure = solve(standing["base"])
    strips = strap_strips({"through": [[0, 0, 0], "handR", [0, 1, 0]]}, figure)
    assert len(strips) == 1
    assert np.allclose((strips[0].left + strips[0].right)[0] / 2, 0, atol=1e-9)
