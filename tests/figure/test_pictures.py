from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from kneegui.figure import bake, painter
from kneegui.figure.__main__ import main
from kneegui.figure.bake import Folders, frame_times, source_without_prose
from kneegui.figure.live import LiveView
from kneegui.figure.manifest import (
    Manifest,
    ManifestError,
    Picture,
    read_manifest,
    write_manifest,
)
from kneegui.figure.palette import LIGHT_GROUND
from kneegui.figure.pose import PoseFileError, pose_names
from tests.figure.conftest import IMAGES, POSES, ROOT

EXERCISES = (
    "roll-quads", "roll-outer-thigh", "ball-quads", "roll-tfl", "roll-piriformis",
    "roll-hamstrings", "roll-calf", "roll-adductors", "stick-quads", "massage-gun",
    "calf-stretch", "childs-pose", "knee-to-chest", "hamstring-stretch-seated",
    "hamstring-stretch-strap", "quad-stretch", "hip-flexor-stretch", "couch-stretch", "quad-set",
    "straight-leg-raise", "leg-extension", "toe-taps", "clamshell", "band-bridge",
    "hip-abduction", "single-leg-bridge", "partial-squat", "wall-sit", "step-down",
)  # fmt: skip
VARIANTS = (
    "ball-quads-plank", "wall-sit-60", "wall-sit-90", "knee-to-chest-standing",
    "leg-extension-half", "step-down-front", "bridge", "toe-taps-one-foot", "clamshell-band",
    "calf-stretch-flat", "quad-stretch-side-lying", "couch-stretch-stick", "walk", "ice", "heat",
)  # fmt: skip
PICTURE = Picture(
    name="x",
    hash="0",
    frames=("00.webp", "01.webp", "02.webp"),
    times=(0.0, 0.5, 1.0),
    key_times=(0.0, 1.0),
    start="start.webp",
    end="end.webp",
    card="card.webp",
    cycle=False,
    side="R",
    frame_class="lying",
    box=(0, 0, 800, 600),
)


def test_every_exercise_and_variant_has_a_pose_file() -> None:
    assert len(EXERCISES) == 29
    assert set(pose_names(POSES)) == {*EXERCISES, *VARIANTS}


def test_the_pictures_are_up_to_date() -> None:
    stale = bake.outdated(Folders(POSES, IMAGES))
    assert stale == [], "run: python -m kneegui.figure bake"


def test_the_pictures_weigh_less_than_25_megabytes() -> None:
    assert 0 < bake.total_size(IMAGES) < 25e6


def test_every_key_pose_is_among_the_frames() -> None:
    for picture in read_manifest(IMAGES).pictures.values():
        assert set(picture.key_times) <= set(picture.times)
        assert len(picture.frames) == len(picture.times)
        assert len(picture.frames) == (1 if picture.still else 24)


def test_baked_pictures_have_their_sizes() -> None:
    manifest = read_manifest(IMAGES)
    for name in ("walk", "clamshell"):
        picture = manifest.pictures[name]
        for file, size in (
            (picture.frames[0], manifest.size),
            (picture.end, manifest.size),
            (picture.card, manifest.card_size),
        ):
            image = painter.QImage(str(IMAGES / name / file))
            assert (image.width(), image.height()) == size
            assert image.hasAlphaChannel()


def test_nothing_lies_about_in_the_picture_folder() -> None:
    pictures = read_manifest(IMAGES).pictures
    for folder in (p for p in IMAGES.iterdir() if p.is_dir()):
        picture = pictures[folder.name]
        expected = {*picture.frames, picture.start, picture.end, picture.card}
        assert {p.name for p in folder.iterdir()} == expected


@pytest.mark.parametrize(
    ("keys", "cycle"),
    [([0, 1], False), ([0, 0.4, 1], False), ([0, 0.01, 0.5, 1], False), ([0, 0.25, 0.5], True)],
)
def test_a_repetition_has_24_frames_with_every_key_among_them(keys, cycle) -> None:
    times = frame_times(keys, cycle)
    assert len(times) == 24
    assert set(keys) <= set(times)
    assert times == sorted(set(times))
    assert (times[-1] < 1) == cycle
    assert max(np.diff(times)) < 0.08


def test_a_still_has_one_frame() -> None:
    assert frame_times([0.0], cycle=False) == [0.0]


def test_prose_and_layout_do_not_make_pictures_stale() -> None:
    plain = 'x = f"{a}"\ndef f(a, b):\n    return (a,\n        b)\n'
    prose = (
        '"""Module."""\nx = f"{a}"  # why\n\n\ndef f(a, b):\n    """Says."""\n'
        "    return (\n        a, b,\n    )\n"
    )
    assert source_without_prose(prose) == source_without_prose(plain)
    assert source_without_prose(plain) != source_without_prose(plain.replace("a, b", "b, a"))


def test_a_string_that_is_no_docstring_counts() -> None:
    assert source_without_prose('x = "a"\n') != source_without_prose('x = "b"\n')


@pytest.fixture
def folders(tmp_path) -> Folders:
    """One small still picture to bake."""
    made = Folders(tmp_path / "poses", tmp_path / "images")
    made.poses.mkdir()
    shutil.copy(POSES / "ice.toml", made.poses / "ice.toml")
    return made


def test_baking_makes_what_is_missing_and_removes_what_is_gone(folders) -> None:
    assert bake.outdated(folders) == ["ice"]
    (folders.images / "stray").mkdir(parents=True)
    (picture,) = bake.bake(folders, ["ice"], workers=1)
    assert picture.frames == ("00.webp",)
    assert bake.outdated(folders) == []
    assert not (folders.images / "stray").exists()
    assert list(read_manifest(folders.images).pictures) == ["ice"]
    (folders.images / "ice" / "card.webp").unlink()
    assert bake.outdated(folders) == ["ice"]


def test_several_pictures_are_baked_by_several_processes(folders) -> None:
    shutil.copy(POSES / "heat.toml", folders.poses / "heat.toml")
    names = [picture.name for picture in bake.bake(folders, ["heat", "ice"], 2, frames=False)]
    assert names == ["heat", "ice"]
    assert (folders.images / "heat" / "end.webp").is_file()


def test_a_changed_pose_makes_a_picture_stale(folders) -> None:
    before = bake.content_hash(folders.poses / "ice.toml")
    with (folders.poses / "ice.toml").open("a", encoding="utf-8") as file:
        file.write("# moved\n")
    assert bake.content_hash(folders.poses / "ice.toml") != before


def test_a_changed_parent_makes_its_children_stale(folders) -> None:
    shutil.copy(POSES / "heat.toml", folders.poses / "heat.toml")
    before = bake.content_hash(folders.poses / "heat.toml")
    with (folders.poses / "ice.toml").open("a", encoding="utf-8") as file:
        file.write("# moved\n")
    assert bake.content_hash(folders.poses / "heat.toml") != before


def test_a_manifest_comes_back_as_it_was_written(tmp_path) -> None:
    manifest = Manifest(size=(800, 600), card_size=(464, 256), pictures={"x": PICTURE})
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert json.loads((tmp_path / "manifest.json").read_text())["version"] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "missing"),
        ("{", "damaged"),
        ('{"version": 99}', "another version"),
        ("[]", "another version"),
        ('{"version": 1}', "damaged"),
        ('{"version": 1, "size": [1], "card_size": [1, 2], "pictures": {}}', "damaged"),
        ('{"version": 1, "size": [1, 2], "card_size": [1, 2], "pictures": {"x": {}}}', "damaged"),
    ],
)
def test_a_wrong_manifest_is_told_in_one_sentence(tmp_path, text, words) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ManifestError, match=words):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("t", "frames"),
    [
        (-1, (0, 0, 0.0)),
        (0, (0, 0, 0.0)),
        (0.25, (0, 1, 0.5)),
        (0.5, (0, 1, 1.0)),
        (1.0, (1, 2, 1.0)),
        (7, (2, 2, 0.0)),
    ],
)
def test_the_two_frames_round_a_moment(t, frames) -> None:
    assert PICTURE.frame_at(t) == frames


def test_a_cycle_wraps_and_a_still_stays() -> None:
    cycle = replace(PICTURE, cycle=True, times=(0.0, 0.25, 0.5))
    assert cycle.frame_at(0.75) == (2, 0, 0.5)
    assert cycle.frame_at(1.125) == (0, 1, 0.5)
    still = replace(PICTURE, frames=("00.webp",), times=(0.0,))
    assert still.still
    assert still.frame_at(0.7) == (0, 0, 0.0)


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("kneegui.figure.manifest", ("numpy", "PySide6")),
        ("kneegui.figure", ("numpy", "PySide6")),
        ("kneegui.figure.live", ("PySide6",)),
        ("kneegui.figure.checks", ("PySide6",)),
    ],
)
def test_imports_stay_light(module, unwanted) -> None:
    code = f"import sys, {module}; print([m for m in {unwanted!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_live_view_turns_about_the_figure() -> None:
    view = LiveView.open(POSES, "clamshell")
    assert view.best_angle == (-16, 24)
    pictures = [view.render(1.0, yaw, 20) for yaw in (0, 120, 240)]
    assert all(p.shape == (300, 400, 4) for p in pictures)
    for picture in pictures:
        rows, columns = np.nonzero(picture[..., 3] > 250)
        assert abs(columns.mean() - 200) < 60
        assert abs(rows.mean() - 150) < 70


def test_a_live_view_limits_its_pitch_and_can_be_fine() -> None:
    view = LiveView.open(POSES, "ice")
    high, highest = (view.render(0.0, 20, pitch) for pitch in (60, 85))
    assert (high == highest).all()
    fine = view.render(0.0, 20, 60, 200, 150, fine=True)
    assert fine.shape == (150, 200, 4)


def test_a_live_view_of_nothing_is_refused() -> None:
    with pytest.raises(PoseFileError):
        LiveView.open(POSES, "handstand")


def test_images_and_arrays_are_the_same_pixels() -> None:
    rng = np.random.default_rng(1)
    rgba = np.full((7, 5, 4), 255, np.uint8)
    rgba[..., :3] = rng.integers(0, 255, (7, 5, 3))
    assert (painter.to_array(painter.to_image(rgba)) == rgba).all()


def test_an_end_picture_has_ghost_arrow_and_inset(movement_of) -> None:
    movement = movement_of("partial-squat")
    camera = movement.camera(200, 150)
    plain = painter.to_array(painter.moment_picture(movement, 1.0, camera, 200, 150, 1))
    bare = painter.end_picture(movement, camera, 200, 150, 1, ghost=0, arrow=False)
    assert (painter.to_array(bare) == plain).all()
    full = painter.to_array(painter.end_picture(movement, camera, 200, 150, 1))
    assert (full != plain).any(-1).mean() > 0.01


def test_pictures_that_cannot_be_written_are_told(tmp_path) -> None:
    image = painter.blank(4, 4, LIGHT_GROUND)
    with pytest.raises(painter.ImageFileError):
        painter.save_webp(image, str(tmp_path / "no" / "x.webp"), 80)
    with pytest.raises(painter.ImageFileError):
        painter.save_png(image, str(tmp_path / "no" / "x.png"))


def test_the_commands_answer(tmp_path, capsys, qapp, folders) -> None:
    resources = ["--resources", str(folders.poses.parent)]
    assert main([*resources, "check", "ice"]) == 0
    assert "no findings" in capsys.readouterr().out
    assert main([*resources, "check", "handstand"]) == 2
    assert "handstand" in capsys.readouterr().err
    out = tmp_path / "preview.png"
    assert main([*resources, "preview", "ice", "--out", str(out)]) == 0
    assert out.stat().st_size > 10_000
    sheet = tmp_path / "sheet.png"
    assert main([*resources, "sheet", "--dark", "--out", str(sheet)]) == 0
    assert sheet.stat().st_size > 10_000
    assert main([*resources, "bake", "--stills", "--workers", "1"]) == 0
    assert "1 pictures" in capsys.readouterr().out


def test_findings_give_exit_code_one(capsys, folders) -> None:
    text = (folders.poses / "ice.toml").read_text(encoding="utf-8")
    broken = text.replace("kneeflex=33", "kneeflex=-40")
    (folders.poses / "ice.toml").write_text(broken, encoding="utf-8")
    assert main(["--resources", str(folders.poses.parent), "check"]) == 1
    assert "knee flexion" in capsys.readouterr().out
