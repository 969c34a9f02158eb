"""The settings come back as they were kept; a damaged file costs them, never the start."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.errors import FolderError
from kneegui.domain.settings import (
    GET_READY_TIMES,
    REST_PERCENTS,
    SWITCH_TIMES,
    TEXT_PERCENTS,
    VOLUMES,
    Settings,
    ThemeChoice,
    VoiceSpeed,
    WindowPlace,
)

CHOSEN = Settings(
    theme=ThemeChoice.DARK,
    text_percent=150,
    window=WindowPlace(x=-1920, y=40, width=1280, height=720, maximised=True),
)


@pytest.fixture
def folder(own_folders: Path) -> Path:
    data = own_folders / "kneegui"
    data.mkdir()
    return data


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "settings.json"


def names_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


# There and back


def test_without_a_file_the_settings_are_the_regular_ones(folder: Path) -> None:
    assert SettingsFile(folder).read() == Settings()
    assert names_in(folder) == set()


def test_what_was_kept_comes_back(folder: Path) -> None:
    SettingsFile(folder).write(CHOSEN)

    assert SettingsFile(folder).read() == CHOSEN
    assert names_in(folder) == {"settings.json"}


def test_the_last_one_kept_counts(folder: Path) -> None:
    kept = SettingsFile(folder)
    kept.write(CHOSEN)
    kept.write(Settings(theme=ThemeChoice.LIGHT))

    assert kept.read() == Settings(theme=ThemeChoice.LIGHT)


places = some.builds(
    WindowPlace,
    x=some.integers(-9999, 9999),
    y=some.integers(-9999, 9999),
    width=some.integers(1, 9999),
    height=some.integers(1, 9999),
    maximised=some.booleans(),
)


@settings(deadline=None, max_examples=50)
@given(
    some.builds(
        Settings,
        theme=some.sampled_from(ThemeChoice),
        text_percent=some.sampled_from(TEXT_PERCENTS),
        slow_tempo=some.booleans(),
        voice_name=some.text(some.characters(exclude_categories=["Cs"])),
        voice_speed=some.sampled_from(VoiceSpeed),
        volume=some.sampled_from(VOLUMES),
        get_ready_s=some.sampled_from(GET_READY_TIMES),
        switch_s=some.sampled_from(SWITCH_TIMES),
        rest_percent=some.sampled_from(REST_PERCENTS),
        window=some.none() | places,
    )
)
def test_any_settings_come_back(tmp_path_factory: pytest.TempPathFactory, kept: Settings) -> None:
    file = SettingsFile(tmp_path_factory.getbasetemp())
    file.write(kept)

    assert file.read() == kept


@pytest.mark.skipif(os.name != "posix", reason="needs permission bits")
def test_the_file_is_its_owner_s_alone(folder: Path, path: Path) -> None:
    before = os.umask(0o000)
    try:
        SettingsFile(folder).write(CHOSEN)
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_setting_of_a_newer_program_is_no_damage(folder: Path, path: Path) -> None:
    place = {"x": 1, "y": 2, "width": 3, "height": 4, "depth": 5}
    path.write_text(json.dumps({"theme": "dark", "seat": "sofa", "window": place}))

    window = WindowPlace(x=1, y=2, width=3, height=4)
    assert SettingsFile(folder).read() == Settings(theme=ThemeChoice.DARK, window=window)
    assert names_in(folder) == {"settings.json"}


# A file that cannot be used as it is


@pytest.mark.parametrize(
    ("stored", "offered"),
    [(0, 100), (100, 100), (107, 100), (108, 115), (140, 130), (190, 200), (999, 200), (-5, 100)],
)
def test_a_text_size_that_is_not_offered_becomes_the_nearest(
    folder: Path, path: Path, stored: int, offered: int
) -> None:
    path.write_text(json.dumps({"theme": "dark", "text_percent": stored}))

    assert SettingsFile(folder).read() == Settings(theme=ThemeChoice.DARK, text_percent=offered)


@pytest.mark.parametrize(
    ("name", "stored", "offered"),
    [
        ("get_ready_s", 9, 10),
        ("get_ready_s", -3, 5),
        ("switch_s", 3600, 20),
        ("volume", 0, 20),
        ("volume", 1000, 100),
        ("rest_percent", 0, 50),
        ("rest_percent", 120, 100),
    ],
)
def test_a_number_that_is_not_offered_becomes_the_nearest(
    folder: Path, path: Path, name: str, stored: int, offered: int
) -> None:
    path.write_text(json.dumps({name: stored}))

    assert getattr(SettingsFile(folder).read(), name) == offered


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\x00" * 100,
        b'{"theme": "\xff\xfe"}',
        b"[]",
        b'{"theme": "purple"}',
        b'{"text_percent": "big"}',
        b'{"text_percent": true}',
        b'{"text_percent": 100.0}',
        b'{"voice": 1}',
        b'{"theme": null}',
        b'{"window": []}',
        b'{"window": {"x": 1}}',
        b'{"window": {"x": 1, "y": 1, "width": "wide", "height": 1}}',
        b"[" * 100_000,
        b'{"rest_percent": null}',
        b'{"switch_s": 8.5}',
        b'{"voice_speed": "breathless"}',
        b'{"voice_name": 7}',
    ],
)
def test_a_damaged_file_is_set_aside_and_not_lost(
    folder: Path, path: Path, caplog: pytest.LogCaptureFixture, damaged: bytes
) -> None:
    path.write_bytes(damaged)

    assert SettingsFile(folder).read() == Settings()

    assert names_in(folder) == {"settings.damaged.json"}
    assert (folder / "settings.damaged.json").read_bytes() == damaged
    assert "set aside" in caplog.text


def test_a_damaged_file_that_cannot_be_set_aside_stays(
    folder: Path, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(b"{")
    (folder / "settings.damaged.json/in the way").mkdir(parents=True)

    assert SettingsFile(folder).read() == Settings()

    assert path.read_bytes() == b"{"
    assert "stay where they are" in caplog.text


def test_a_file_that_cannot_be_opened_costs_the_settings_only(
    folder: Path, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.mkdir()

    assert SettingsFile(folder).read() == Settings()
    assert "not read" in caplog.text


# Where nothing can be kept


def test_a_folder_that_is_gone_is_told_in_a_sentence(folder: Path) -> None:
    folder.rmdir()

    with pytest.raises(FolderError, match=r"^The settings cannot be kept in .+: .+\.$"):
        SettingsFile(folder).write(CHOSEN)


def test_a_write_that_fails_leaves_the_old_file_whole(folder: Path, path: Path) -> None:
    SettingsFile(folder).write(CHOSEN)
    before = path.read_bytes()
    (folder / "settings.unfinished").mkdir()

    with pytest.raises(FolderError, match="cannot be kept"):
        SettingsFile(folder).write(Settings())

    assert path.read_bytes() == before
    assert SettingsFile(folder).read() == CHOSEN


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_leaves_the_old_file_whole(folder: Path, path: Path) -> None:
    SettingsFile(folder).write(CHOSEN)
    (folder / "settings.unfinished").symlink_to("/dev/full")

    with pytest.raises(FolderError, match="No space left"):
        SettingsFile(folder).write(Settings())

    assert SettingsFile(folder).read() == CHOSEN
