from __future__ import annotations

import numpy as np
import pytest

from kneegui.figure import checks
from kneegui.figure.checks import (
    CHECKS,
    Finding,
    centre_of_mass,
    check_movement,
    check_scene,
    check_times,
    summary,
)
from kneegui.figure.joints import LIMITS, PASSIVE, joint_angles, limits_of
from kneegui.figure.motion import Movement
from kneegui.figure.pose import pose_names
from kneegui.figure.solver import solve
from tests.figure.conftest import POSES


def _found(file, name) -> list[str]:
    movement = Movement(file)
    camera = movement.camera(800, 600)
    return [f.text for f in check_scene(file, movement.at(1.0), camera) if f.check == name]


@pytest.mark.parametrize("name", pose_names(POSES))
def test_every_picture_passes_every_check(movement_of, name) -> None:
    assert summary(check_movement(movement_of(name))) == []


def test_the_plain_standing_figure_passes(standing, parsed) -> None:
    assert check_movement(Movement(parsed(standing))) == []


def test_reach_finds_a_target_too_far(standing, parsed) -> None:
    standing["end"]["armR"] = {"at": [2, 1, 0.2]}
    assert "out of reach" in _found(parsed(standing), "reach")[0]


def test_reach_finds_a_knee_against_its_hint(standing, parsed) -> None:
    standing["end"]["legR"] = {"thigh": "down", "shin": "down+right*0.5", "knee": "right"}
    assert "wrong way" in _found(parsed(standing), "reach")[0]


def test_length_finds_a_stretched_bone(standing, parsed) -> None:
    file = parsed(standing)
    movement = Movement(file)
    scene = movement.at(1.0)
    scene.figure.anchors["kneeR"] = scene.figure.anchors["kneeR"] + [0, 0.05, 0]
    texts = [f.text for f in check_scene(file, scene, movement.camera(800, 600))]
    assert any("hipR-kneeR: length off" in t for t in texts)


BEYOND = [
    ("hip flexion", "legR", {"hip": [135, 0, 0], "kneeflex": 120}),
    ("hip flexion", "legR", {"hip": [-35, 0, 0]}),
    ("hip abduction", "legR", {"hip": [20, 60, 0]}),
    ("hip rotation", "legR", {"hip": [60, 10, 60], "kneeflex": 60}),
    ("knee flexion", "legR", {"hip": [60, 0, 0], "kneeflex": 150}),
    ("knee flexion", "legR", {"hip": [30, 0, 0], "kneeflex": -15}),
    ("ankle plantar flexion", "legR", {"hip": [40, 0, 0], "kneeflex": 60, "foot": 70}),
    ("ankle plantar flexion", "legR", {"hip": [40, 0, 0], "kneeflex": 60, "foot": -35}),
    ("elbow flexion", "armR", {"upper": "down", "fore": "up+right*0.2"}),
    ("upper arm twist", "armR", {"upper": "down", "fore": "left"}),
    ("wrist bend", "armR", {"upper": "down", "fore": "down", "fingers": "up", "palm": "far"}),
    ("spine flexion", "spine", {"flex": 80}),
    ("spine side bend", "spine", {"side": 50}),
    ("spine twist", "spine", {"twist": 60}),
]


@pytest.mark.parametrize(("joint", "limb", "how"), BEYOND)
def test_limits_find_each_joint_beyond_its_range(standing, parsed, joint, limb, how) -> None:
    standing["end"][limb] = how
    assert any(joint in text for text in _found(parsed(standing), "limits"))


def test_every_limit_is_shown_to_fail() -> None:
    assert {joint for joint, _, _ in BEYOND} == LIMITS.keys()


def test_a_stretch_may_go_to_the_passive_end_of_range() -> None:
    assert limits_of("knee flexion", "bridge") == (0 - 4, 140)
    assert limits_of("knee flexion", "quad-stretch") == (-4, 155)
    assert limits_of("hip flexion", "hip-flexor-stretch") == (-30, 125)
    assert limits_of("hip flexion", "childs-pose") == (-20, 150)


def test_a_bearing_foot_may_bend_further_up() -> None:
    assert limits_of("ankle plantar flexion", "step-down") == (-20, 50)
    assert limits_of("ankle plantar flexion", "step-down", foot_bears=True) == (-40, 50)


def test_passive_ranges_name_pictures_that_exist() -> None:
    names = set(pose_names(POSES))
    assert {p for wider in PASSIVE for p in wider.pictures} <= names


def test_standing_straight_is_zero_everywhere(standing) -> None:
    standing["base"]["armL"] = standing["base"]["armR"] = {"upper": "down", "fore": "down"}
    angles = joint_angles(solve(standing["base"]))
    assert max(abs(a) for a in angles.values()) < 6


def test_a_thigh_straight_aside_has_no_flexion(standing) -> None:
    standing["base"]["legL"] = {"hip": [0, 80, 0]}
    assert joint_angles(solve(standing["base"]))["hip flexion", "L"] == 0


def test_an_arm_overhead_has_no_twist(standing) -> None:
    standing["base"]["armL"] = {"upper": "up", "fore": "up+right"}
    assert joint_angles(solve(standing["base"]))["upper arm twist", "L"] == 0


def test_contact_finds_what_does_not_touch(standing, parsed) -> None:
    standing["touch"] = ["handR", "kneeL:kneeR", "footL"]
    texts = _found(parsed(standing), "contact")
    assert [t.split(":")[0] for t in texts] == ["contact handR", "contact kneeL"]
    standing["end"]["free"] = ["handR", "kneeL:kneeR"]
    assert _found(parsed(standing), "contact") == []


def test_contact_finds_a_rest_that_could_not_be_solved(standing, parsed) -> None:
    file = parsed(standing)
    movement = Movement(file)
    scene = movement.at(1.0)
    scene.pose = {**scene.pose, "rest": ["head"]}
    found = check_scene(file, scene, movement.camera(800, 600))
    assert any("does not touch" in f.text for f in found)


def test_contact_finds_a_floating_foot(standing, parsed) -> None:
    standing["end"]["legR"] = {"at": [0, 0.05, 0.09], "foot": "flat", "knee": "right"}
    assert any("footR floats 5.0 cm" in t for t in _found(parsed(standing), "contact"))


def test_hands_finds_a_hand_above_its_support(standing, parsed) -> None:
    standing["end"]["armR"] = {"at": [0.3, 1.1, 0.3], "palm": "down", "fingers": "right"}
    assert "floats" in _found(parsed(standing), "hands")[0]


def test_hands_finds_a_hand_off_the_skin(standing, parsed) -> None:
    standing["end"]["armR"] = {"at": "thighR@[0.1,60,0,0,0,0.06]", "palm": "in", "elbow": "left"}
    assert "handR on thighR" in _found(parsed(standing), "hands")[0]


def test_hands_lets_a_hand_hold_what_lies_on_the_skin(movement_of) -> None:
    movement = movement_of("ball-quads")
    found = check_scene(movement.file, movement.at(0.5), movement.camera(800, 600))
    assert found == []


def test_penetration_finds_a_foot_in_the_floor(standing, parsed) -> None:
    standing["end"]["pelvis"] = {"at": [0, 0.88, 0], "head": "up", "front": "right"}
    standing["end"]["legR"] = {"hip": [0, 0, 0], "foot": 0}
    assert "floor" in _found(parsed(standing), "penetration")[0]


def test_penetration_finds_a_body_in_a_box(standing, parsed) -> None:
    standing["props"] = [{"kind": "box", "lo": [-0.1, 0.6, -0.3], "hi": [0.3, 0.8, 0.3]}]
    assert any("thigh" in t and "box" in t for t in _found(parsed(standing), "penetration"))


def test_overlap_finds_an_arm_in_the_trunk(standing, parsed) -> None:
    standing["end"]["armR"] = {"at": "chest + [-0.1,0,0]", "elbow": "left+near"}
    assert any("into trunk" in t or "trunk" in t for t in _found(parsed(standing), "overlap"))


def test_overlap_finds_one_thigh_in_the_other(standing, parsed) -> None:
    standing["end"]["legR"] = {"hip": [0, -25, 0]}
    standing["end"]["legL"] = {"hip": [0, -25, 0]}
    assert any("thighL" in t for t in _found(parsed(standing), "overlap"))


def test_balance_finds_a_body_that_would_fall(standing, parsed) -> None:
    standing["end"]["pelvis"] = {"at": [0.2, 0.9, 0], "head": "up+right*0.5", "front": "right"}
    assert "centre of mass" in _found(parsed(standing), "balance")[0]


def test_balance_finds_a_floating_body(standing, parsed) -> None:
    standing["end"]["pelvis"] = {"at": [0, 1.3, 0], "head": "up", "front": "right"}
    for leg in ("legL", "legR"):
        standing["end"][leg] = {"hip": [0, 0, 0]}
    assert "floats" in _found(parsed(standing), "balance")[0]


def test_cross_finds_swapped_sides(standing, parsed) -> None:
    standing["end"]["legL"] = {"at": [0, 0, 0.15], "foot": "flat", "toes": "right"}
    standing["end"]["legR"] = {"at": [0, 0, -0.15], "foot": "flat", "toes": "right"}
    assert "legs cross" in _found(parsed(standing), "cross")[0]


def test_frame_finds_a_figure_cut_off(standing, parsed) -> None:
    standing["camera"] = {"shift": [0.6, 0]}
    assert "leaves the frame" in _found(parsed(standing), "frame")[0]


def test_pop_finds_a_jump(standing, parsed, monkeypatch) -> None:
    standing["end"]["legR"] = {"hip": [60, 0, 0], "kneeflex": 60}
    movement = Movement(parsed(standing))
    assert not [f for f in check_movement(movement) if f.check == "pop"]
    keys = movement.keys
    monkeypatch.setattr(movement, "pose_at", lambda t: keys[0] if t < 0.47 else keys[-1])
    jumps = [f for f in check_movement(movement) if f.check == "pop"]
    assert len(jumps) == 1
    assert "at once" in jumps[0].text


def test_fast_is_no_jump(standing, parsed) -> None:
    standing["mid"] = {"legR": {"hip": [80, 0, 0], "kneeflex": 60}}
    standing["end"] = {"legR": {"hip": [80, 0, 0], "kneeflex": 60}}
    standing["times"] = {"mid": 0.05}
    found = check_movement(Movement(parsed(standing)))
    assert not [f for f in found if f.check == "pop"]


def test_a_picture_may_be_excused_from_a_check(standing, parsed) -> None:
    standing["camera"] = {"shift": [0.6, 0]}
    standing["allow"] = ["frame"]
    assert _found(parsed(standing), "frame") == []


def test_only_crossing_and_walking_are_excused(movement_of) -> None:
    excused = {n: movement_of(n).file.allow for n in pose_names(POSES)}
    assert {n: a for n, a in excused.items() if a} == {
        "roll-outer-thigh": ("cross",),
        "roll-tfl": ("cross",),
        "walk": ("balance",),
    }


def test_both_ends_all_keys_and_twelve_between_are_looked_at() -> None:
    times = check_times([0.0, 0.4, 1.0])
    assert times[0] == 0
    assert times[-1] == 1
    assert 0.4 in times
    assert len([t for t in times if 0 < t < 1]) == 13


def test_the_centre_of_mass_is_in_the_pelvis_when_standing(standing) -> None:
    figure = solve(standing["base"])
    assert np.linalg.norm(centre_of_mass(figure) - figure.origin("pelvis")) < 0.12
    assert sum(checks._MASS[p] * n for p, n in _halves().items()) == pytest.approx(1, abs=0.01)


def _halves() -> dict[str, int]:
    return {p: 1 if p in ("pelvis", "trunk", "head") else 2 for p in checks._MASS}


def test_the_summary_tells_each_kind_once_at_its_worst() -> None:
    lines = summary(
        [
            Finding(0.0, "contact", "footR floats 1.2 cm"),
            Finding(0.5, "contact", "footR floats 3.4 cm"),
            Finding(0.5, "balance", "nothing touches"),
        ]
    )
    assert lines == [
        "0.00..0.50 contact: footR floats 3.4 cm",
        "0.50..0.50 balance: nothing touches",
    ]


def test_every_check_has_a_name_and_says_what_it_looks_at() -> None:
    assert all(check.__doc__ for check in CHECKS.values())
