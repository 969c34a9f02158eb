from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure.dents import swellings
from kneegui.figure.motion import Movement
from kneegui.figure.muscles import MUSCLE_NAMES, muscle_mask, muscle_parts, no_go_mask
from kneegui.figure.palette import (
    ARROW,
    ARROW_CASING,
    DARK_GROUND,
    LIGHT_GROUND,
    MATERIALS,
    MUSCLE,
    rgb,
    shading_table,
)
from kneegui.figure.parts import PART_ID
from kneegui.figure.renderer import SceneRenderer

SIZE = (200, 150)


def _render(movement, t=1.0, samples=1, **options):
    camera = movement.camera(*SIZE)
    return SceneRenderer(movement.at(t)).render(camera, *SIZE, samples, **options)


def _coral(picture) -> int:
    """Count pixels nearer to the colour of muscles than to any material."""
    rgba = picture.rgba.reshape(-1, 4).astype(float)
    colour = rgba[rgba[:, 3] > 250][:, :3] / 255
    tones = [rgb(t) for tones in MATERIALS.values() for t in tones[:3]]
    to_muscle = np.linalg.norm(colour - rgb(MUSCLE), axis=1)
    to_others = np.min([np.linalg.norm(colour - tone, axis=1) for tone in tones], axis=0)
    return int((to_muscle < np.minimum(to_others, 0.3)).sum())


def test_the_same_scene_gives_the_same_pixels(movement_of) -> None:
    movement = movement_of("roll-calf")
    a, b = (_render(movement, 0.4, 2).rgba for _ in range(2))
    assert (a == b).all()


def test_colours_are_premultiplied(movement_of) -> None:
    rgba = _render(movement_of("wall-sit"), samples=2).rgba
    assert rgba[..., 3].max() == 255
    assert rgba[..., 3].min() == 0
    assert (rgba[..., :3].max(-1) <= rgba[..., 3]).all()


@pytest.mark.parametrize(
    "name", ["straight-leg-raise", "hamstring-stretch-strap", "hip-abduction", "clamshell"]
)
def test_the_target_muscle_is_seen(movement_of, name) -> None:
    assert _coral(_render(movement_of(name))) > 30


def test_without_target_there_is_no_coral(movement_of) -> None:
    assert _coral(_render(movement_of("walk"))) == 0


def test_a_hidden_muscle_shines_through(movement_of) -> None:
    movement = movement_of("toe-taps")
    hidden = movement.camera(*SIZE, (90, 8))  # from the feet, the thighs hide the trunk
    renderer = SceneRenderer(movement.at(0.0))
    plain = renderer.render(hidden, *SIZE, 1, shine=False)
    shining = renderer.render(hidden, *SIZE, 1)
    assert (plain.rgba != shining.rgba).any()


def test_more_samples_only_change_edges(movement_of) -> None:
    movement = movement_of("leg-extension")
    one, three = (_render(movement, samples=n, shine=False).rgba.astype(int) for n in (1, 3))
    changed = (np.abs(one - three).max(-1) > 2).mean()
    assert 0.005 < changed < 0.3


def test_body_props_and_parts_are_told_apart(movement_of) -> None:
    picture = _render(movement_of("leg-extension"))
    assert picture.body.any()
    assert picture.props.any()
    assert not (picture.body & picture.props).any()
    assert (picture.parts[picture.body] > 0).all()
    assert (picture.parts == PART_ID["head"]).sum() > 30


def test_a_ghost_has_no_floor_and_no_props(movement_of) -> None:
    movement = movement_of("leg-extension")
    alone = SceneRenderer(movement.at(0.0).alone())
    picture = alone.render(movement.camera(*SIZE), *SIZE, 1, floor=False)
    assert not picture.props.any()
    assert ((picture.rgba[..., 3] > 0) == picture.body).all()


def test_an_empty_picture_is_clear(movement_of) -> None:
    movement = movement_of("walk")
    camera = movement.camera(*SIZE)
    away = type(camera)(camera.yaw, camera.pitch, camera.scale, 9000.0, 9000.0)
    picture = SceneRenderer(movement.at(0.0).alone()).render(away, *SIZE, 2, floor=False)
    assert not picture.rgba.any()


def test_kneecaps_are_hatched_dark(movement_of) -> None:
    movement = movement_of("massage-gun")
    hatched = _render(movement)
    scene = movement.at(1.0)
    scene.avoid = ()
    plain = SceneRenderer(scene).render(movement.camera(*SIZE), *SIZE, 1)
    changed = (hatched.rgba != plain.rgba).any(-1)
    assert changed.sum() > 20
    assert hatched.rgba[changed][:, :3].mean() < plain.rgba[changed][:, :3].mean()


def test_the_near_side_of_a_pair_hides_the_need_to_shine(movement_of) -> None:
    movement = movement_of("quad-set")  # the same muscle on both legs, one in plain sight
    renderer = SceneRenderer(movement.at(1.0))
    camera = movement.camera(*SIZE)
    plain = renderer.render(camera, *SIZE, 1, shine=False)
    assert (renderer.render(camera, *SIZE, 1).rgba == plain.rgba).all()


def test_a_box_that_is_hidden_has_no_edges(standing, parsed) -> None:
    standing["props"] = [{"kind": "box", "lo": [-0.05, 0.98, -0.03], "hi": [0.03, 1.02, 0.03]}]
    movement = Movement(parsed(standing))
    assert not _render(movement, samples=2).props.any()


def test_shadows_fall_on_mat_and_wall(movement_of) -> None:
    for name in ("straight-leg-raise", "wall-sit", "quad-stretch"):
        alpha = _render(movement_of(name)).rgba[..., 3]
        between = (alpha > 20) & (alpha < 235)
        assert np.unique(alpha[between]).size > 15


@pytest.mark.parametrize("name", MUSCLE_NAMES)
def test_every_muscle_lies_on_its_own_parts(movement_of, name) -> None:
    figure = movement_of("walk").at(0.0).figure
    rng = np.random.default_rng(7)
    for side in "LR":
        parts = muscle_parts(name, side)
        for part in ("head", *parts):
            ball = figure.centres[:68]
            points = (np.repeat(ball, 60, 0) + rng.normal(0, 0.05, (len(ball) * 60, 3))).astype(
                np.float32
            )
            ids = np.full(len(points), PART_ID[part])
            mask, groove = muscle_mask(figure, [name], side, points, ids)
            assert (mask >= 0).all()
            assert (mask <= 1).all()
            assert (groove <= mask + 1e-6).all()
            if part == "head":
                assert not mask.any()


def test_a_muscle_is_painted_on_its_own_side_only(movement_of) -> None:
    figure = movement_of("walk").at(0.0).figure
    front = figure.place("thighR@[0.5,0,0]").point.astype(np.float32)[None]
    part = np.array([PART_ID["thighR"]])
    assert muscle_mask(figure, ["quads"], "R", front, part)[0][0] > 0.9
    assert muscle_mask(figure, ["hamstrings"], "R", front, part)[0][0] < 0.1
    assert muscle_mask(figure, ["quads"], "L", front, np.array([PART_ID["thighL"]]))[0][0] < 0.1


def test_what_is_kept_off_is_where_it_is_called(movement_of) -> None:
    figure = movement_of("walk").at(0.0).figure
    cap = figure.anchors["kneecapR"].astype(np.float32)[None]
    thigh = np.array([PART_ID["thighR"]])
    assert no_go_mask(figure, "kneecap", "R", cap, thigh)[0] > 0.9
    assert no_go_mask(figure, "kneehollow", "R", cap, thigh)[0] == 0


def test_flesh_swells_on_both_sides_of_a_roller(movement_of) -> None:
    scene = movement_of("roll-hamstrings").at(0.5)
    swollen = swellings(scene.figure, scene.solids)
    assert {s.part for s in swollen} == {"thighR"}
    assert len(swollen) == 2
    assert not swellings(scene.figure, [])


def test_flesh_swells_on_a_ball_of_the_floor(movement_of) -> None:
    scene = movement_of("ball-quads-plank").at(0.0)
    assert {s.part for s in swellings(scene.figure, scene.solids)} == {"thighL"}


def _luminance(colour: str) -> float:
    c = rgb(colour).astype(float)
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize(("ground", "arrow"), [(LIGHT_GROUND, ARROW), (DARK_GROUND, ARROW_CASING)])
def test_arrow_and_muscle_stand_out_on_both_grounds(ground, arrow) -> None:
    for colour, least in ((arrow, 4.0), (MUSCLE, 2.7)):
        high, low = sorted((_luminance(colour), _luminance(ground)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= least


def test_light_makes_every_material_brighter() -> None:
    table = shading_table().sum(2)
    assert (np.diff(table, axis=1) >= -1e-5).all()
