from __future__ import annotations

import pytest

from kneegui.figure.pose import (
    PoseFileError,
    parse_pose_file,
    pose_names,
    read_pose_file,
    source_files,
)

STAND = '[base]\npelvis = {at = [0, 0.9, 0]}\nlegL = {at = [0, 0, 0], foot = "point"}\n'


def _write(folder, name, text):
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_key_poses_are_laid_over_the_base_limb_by_limb(tmp_path) -> None:
    text = STAND + "[start]\n[end]\nlegL = {hip = [90, 0, 0]}\n"
    file = read_pose_file(_write(tmp_path, "lift", text))
    assert file.keys == ("start", "end")
    assert file.poses["start"]["legL"]["foot"] == 50  # words become degrees
    assert file.poses["end"]["legL"] == {"hip": [90, 0, 0]}
    assert file.times == (0.0, 1.0)


def test_key_poses_may_start_from_an_earlier_one_and_have_times(tmp_path) -> None:
    text = "times = {mid = 0.3}\n" + STAND
    text += '[start]\nspine = {flex = 9}\n[mid]\nlike = "start"\n[end]\n'
    file = read_pose_file(_write(tmp_path, "x", text))
    assert file.poses["mid"]["spine"] == {"flex": 9}
    assert file.times == (0.0, 0.3, 1.0)


def test_a_cycle_comes_round_before_one(tmp_path) -> None:
    text = "cycle = true\n" + STAND + "[key0]\n[key1]\n"
    assert read_pose_file(_write(tmp_path, "x", text)).times == (0.0, 0.5)


def test_a_picture_of_one_pose_is_still(tmp_path) -> None:
    file = read_pose_file(_write(tmp_path, "x", STAND))
    assert file.still
    assert file.times == (0.0,)


def test_targets_without_a_side_are_on_both(tmp_path) -> None:
    text = 'muscles = ["quads.L", "abs"]\navoid = ["kneecap.R"]\n' + STAND
    file = read_pose_file(_write(tmp_path, "x", text))
    assert [(t.name, t.side) for t in file.muscles] == [("quads", "L"), ("abs", "L"), ("abs", "R")]
    assert [(t.name, t.side) for t in file.avoid] == [("kneecap", "R")]


def test_a_file_may_start_from_another_one(tmp_path) -> None:
    parent = _write(tmp_path, "plain", 'title = "Plain"\n' + STAND)
    child = _write(tmp_path, "banded", 'like = "plain"\nband = {part = "thigh", t = 0.8}\n')
    file = read_pose_file(child)
    assert (file.title, file.name, file.band) == ("Plain", "banded", {"part": "thigh", "t": 0.8})
    assert source_files(child) == [child, parent]
    assert pose_names(tmp_path) == ["banded", "plain"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 1\n" + STAND, "unknown key 'colour'"),
        ('props = [{kind = "trampoline"}]\n' + STAND, "unknown prop 'trampoline'"),
        ('muscles = ["biceps"]\n' + STAND, "'biceps'"),
        ('avoid = ["nose"]\n' + STAND, "'nose'"),
        ("[start]\n", "pelvis has no 'at'"),
        (STAND + "[end]\ntail = 1\n", "unknown key 'tail'"),
        (STAND + "[end]\narmL = {knee = 1}\n", "end.armL: unknown key 'knee'"),
        (STAND + '[end]\nlike = "mid"\n', "no earlier key pose"),
        ("this is no TOML", "is no TOML"),
        ('like = "nobody"\n', "no pose file nobody.toml"),
    ],
)
def test_mistakes_are_named(tmp_path, text, words) -> None:
    with pytest.raises(PoseFileError, match=words):
        read_pose_file(_write(tmp_path, "x", text))


def test_parsing_changes_no_table(standing) -> None:
    before = repr(standing)
    parse_pose_file("x", standing)
    assert repr(standing) == before
