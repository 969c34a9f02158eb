from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.arrow import motion_path, place_arrow
from kneegui.figure.inset import inset_box, inset_camera, inset_lines
from kneegui.figure.motion import Movement
from kneegui.figure.renderer import SceneRenderer

SIZE = (400, 300)


@pytest.mark.parametrize("name", ["walk", "ice"])
def test_what_goes_round_or_stays_has_no_arrow(movement_of, name) -> None:
    assert motion_path(movement_of(name)) is None


def test_an_arrow_can_be_switched_off(standing, parsed) -> None:
    standing["motion"] = {"kind": "none"}
    assert motion_path(Movement(parsed(standing))) is None


def test_a_lifted_leg_has_an_arc_beyond_its_foot(movement_of) -> None:
    movement = movement_of("straight-leg-raise")
    path = motion_path(movement)
    assert path is not None
    assert path.outside
    assert not path.double
    assert path.points[-1][1] > path.points[0][1] + 0.3
    ankle = movement.at(1.0).figure.anchors["ankleR"]
    assert np.linalg.norm(path.points[-1] - ankle) == pytest.approx(0.16, abs=0.01)


def test_rolling_goes_to_and_fro_beside_the_roller(movement_of) -> None:
    path = motion_path(movement_of("roll-calf"))
    assert path is not None
    assert path.double
    assert np.allclose(path.points[:, 1], 0)


def test_rubbing_follows_the_stick(movement_of) -> None:
    path = motion_path(movement_of("stick-quads"))
    assert path is not None
    assert path.kind == "rub"


def test_a_pose_file_may_ask_for_a_straight_arrow(movement_of) -> None:
    path = motion_path(movement_of("quad-set"))
    assert path is not None
    assert path.points[-1][1] < path.points[0][1]
    assert np.ptp(path.points[:, 0]) < 1e-9


def test_the_trunk_is_followed_before_the_limbs(movement_of) -> None:
    path = motion_path(movement_of("wall-sit"))
    assert path is not None
    assert path.points[-1][1] < path.points[0][1]


def test_no_arrow_goes_through_the_floor(movement_of) -> None:
    for name in ("quad-stretch", "leg-extension", "partial-squat"):
        path = motion_path(movement_of(name))
        assert path is not None
        assert path.points[:, 1].min() > 0


@pytest.mark.parametrize(
    "name",
    ["straight-leg-raise", "roll-calf", "stick-quads", "wall-sit", "clamshell", "calf-stretch"],
)
def test_arrows_lie_beside_the_body_and_inside_the_picture(movement_of, name) -> None:
    movement = movement_of(name)
    camera = movement.camera(*SIZE)
    picture = SceneRenderer(movement.at(1.0)).render(camera, *SIZE, 1)
    path = motion_path(movement)
    assert path is not None
    arrow = place_arrow(path, camera, picture, "off" in movement.file.motion)
    assert arrow is not None
    x, y = arrow.line.round().astype(int).T
    inside = (x >= 0) & (x < SIZE[0]) & (y >= 0) & (y < SIZE[1])
    assert inside.mean() > 0.9
    assert picture.body[y[inside], x[inside]].mean() < 0.25


def test_what_hardly_moves_has_no_arrow(standing, parsed) -> None:
    standing["end"]["pelvis"] = {"at": [0.004, 0.934, 0], "head": "up", "front": "right"}
    movement = Movement(parsed(standing))
    camera = movement.camera(*SIZE)
    picture = SceneRenderer(movement.at(1.0)).render(camera, *SIZE, 1)
    path = motion_path(movement)
    assert path is not None
    assert place_arrow(path, camera, picture, fixed=False) is None


@pytest.mark.parametrize(
    ("corner", "right", "bottom"),
    [("tl", 0, 0), ("tr", 1, 0), ("bl", 0, 1), ("br", 1, 1)],
)
def test_insets_stand_in_their_corner(corner, right, bottom) -> None:
    box = inset_box({"corner": corner}, 800, 600)
    assert (box.x > 400) == bool(right)
    assert (box.y > 300) == bool(bottom)
    assert 0 < box.x < 800 - box.width
    assert 0 < box.y < 600 - box.height


def test_a_level_pelvis_is_a_level_line_in_its_inset(movement_of) -> None:
    movement = movement_of("single-leg-bridge")
    settings = movement.file.inset
    assert settings is not None
    box = inset_box(settings, 800, 600)
    camera = inset_camera(movement, settings, box)
    (line,) = inset_lines(movement.at(1.0).figure, settings, camera)
    assert abs(line[0, 1] - line[1, 1]) < 3
    assert abs(line[0, 0] - line[1, 0]) > 40


def test_insets_may_show_legs_and_knees(movement_of) -> None:
    movement = movement_of("partial-squat")
    settings = {**(movement.file.inset or {}), "lines": ["legL", "legR", "knees"]}
    camera = inset_camera(movement, settings, inset_box(settings, 800, 600))
    lines = inset_lines(movement.at(1.0).figure, settings, camera)
    assert [len(line) for line in lines] == [3, 3, 2]


def test_exercises_with_a_pelvis_or_knee_line_have_an_inset(movement_of) -> None:
    for name in (
        "clamshell", "clamshell-band", "band-bridge", "bridge", "hip-abduction",
        "single-leg-bridge", "partial-squat", "step-down", "step-down-front",
    ):  # fmt: skip
        assert movement_of(name).file.inset is not None
