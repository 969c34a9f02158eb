from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.camera import Camera, best_yaw, fill_camera, frame_class
from kneegui.figure.motion import Movement
from kneegui.figure.pose import pose_names
from tests.figure.conftest import POSES


def test_the_camera_looks_along_its_yaw_and_pitch() -> None:
    camera = Camera(0, 0, 100, 400, 300)
    assert np.allclose(camera.project(np.array([[1, 2, 3]])), [[500, 100, 3]])
    right_of_it = Camera(90, 0, 100, 0, 0).project(np.array([1, 0, 0]))
    assert np.allclose(right_of_it, [0, 0, 1], atol=1e-9)
    above = Camera(0, 90, 100, 0, 0).project(np.array([0, 1, 0]))
    assert np.allclose(above, [0, 0, 1], atol=1e-9)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("walk", "standing"),
        ("leg-extension", "sitting"),
        ("hip-flexor-stretch", "kneeling"),
        ("bridge", "lying"),
        ("roll-hamstrings", "plank"),
    ],
)
def test_framing_classes(movement_of, name, expected) -> None:
    movement = movement_of(name)
    assert frame_class(movement.key_scenes) == expected
    assert movement.frame_class == expected


def test_pictures_of_one_class_share_their_scale_and_floor(movement_of) -> None:
    cameras = [movement_of(n).camera(800, 600) for n in ("walk", "step-down", "stick-quads")]
    assert len({round(c.scale, 6) for c in cameras}) == 1
    assert len({round(c.centre_y, 6) for c in cameras}) == 1


@pytest.mark.parametrize("name", pose_names(POSES))
def test_every_figure_fills_a_good_part_of_its_frame(movement_of, name) -> None:
    movement = movement_of(name)
    camera = movement.camera(800, 600)
    flat = np.concatenate([camera.project(s.figure.centres)[:, :2] for s in movement.key_scenes])
    wide, high = (flat.max(0) - flat.min(0)) / [800, 600]
    assert max(wide, high) > 0.62


def test_a_side_wall_shows_its_face(standing, parsed) -> None:
    standing["props"] = [{"kind": "wall", "x": 0.6, "side": "right"}]
    standing["camera"] = {"yaw": 30, "pitch": 9}
    movement = Movement(parsed(standing))
    yaw = best_yaw(movement.file.camera, movement.key_scenes)
    assert yaw == -30
    standing["camera"] = {"yaw": 0}
    assert best_yaw(standing["camera"], movement.key_scenes) == -18
    assert best_yaw({"yaw": 30, "free": True}, movement.key_scenes) == 30


def test_what_does_not_fit_is_drawn_smaller(standing, parsed) -> None:
    plain = Movement(parsed(standing)).camera(800, 600)
    standing["props"] = [{"kind": "box", "lo": [-2, 0, -1], "hi": [2, 0.5, 1]}]
    wide = Movement(parsed(standing)).camera(800, 600)
    assert wide.scale < plain.scale
    standing["props"] = [{"kind": "box", "lo": [-0.2, 0, -0.2], "hi": [0.2, 2.6, 0.2]}]
    assert Movement(parsed(standing)).camera(800, 600).scale < plain.scale


def test_deep_ground_lifts_the_floor_line_before_it_shrinks(standing, parsed) -> None:
    plain = Movement(parsed(standing)).camera(800, 600)
    standing["camera"] = {"pitch": 25}
    standing["props"] = [{"kind": "mat", "x": [-0.5, 0.5], "z": [-0.5, 0.6], "fixed": True}]
    deep = Movement(parsed(standing)).camera(800, 600)
    assert deep.centre_y < plain.centre_y


def test_zoom_shift_frame_and_level_are_obeyed(standing, parsed) -> None:
    plain = Movement(parsed(standing)).camera(800, 600)
    standing["camera"] = {"zoom": 0.5, "shift": [0.1, -0.05], "frame": "lying", "level": 0.6}
    moved = Movement(parsed(standing)).camera(800, 600)
    assert moved.scale < plain.scale
    assert np.isclose(moved.centre_x - 400, 80, atol=40)


def test_a_card_is_filled_by_its_end_position(movement_of) -> None:
    movement = movement_of("partial-squat")
    camera = fill_camera([movement.key_scenes[-1]], movement.file.camera, 464, 256)
    flat = camera.project(movement.key_scenes[-1].figure.centres)[:, 1]
    assert flat.min() > 0
    assert flat.max() < 256
    assert np.ptp(flat) > 256 * 0.7


def test_another_view_keeps_the_figure_inside(movement_of) -> None:
    movement = movement_of("clamshell")
    camera = movement.camera(800, 600, (60, 20))
    assert (camera.yaw, camera.pitch) == (60, 20)
    flat = camera.project(movement.key_scenes[0].figure.centres)
    assert flat[:, 0].min() > 0
    assert flat[:, 0].max() < 800
