"""A change holds, is kept, and is told once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.settings import Settings, ThemeChoice
from kneegui.ui.kept_settings import KeptSettings


class Kept:
    """Settings in a folder, and what was told of them."""

    def __init__(self, folder: Path) -> None:
        self.file = SettingsFile(folder)
        self.settings = KeptSettings(self.file)
        self.changes: list[str] = []
        self.problems: list[str] = []
        self.settings.changed.connect(self.changes.append)
        self.settings.problem_changed.connect(self.problems.append)


@pytest.fixture
def kept(qtbot: QtBot, own_folders: Path) -> Kept:
    (own_folders / "kneegui").mkdir()
    return Kept(own_folders / "kneegui")


def test_a_change_holds_is_kept_and_told(kept: Kept) -> None:
    kept.settings.change("theme", ThemeChoice.DARK)
    kept.settings.change("sounds", False)

    assert kept.settings.now == Settings(theme=ThemeChoice.DARK, sounds=False)
    assert kept.file.read() == kept.settings.now
    assert kept.changes == ["theme", "sounds"]
    assert kept.problems == []


def test_another_pace_is_told_as_a_whole(kept: Kept) -> None:
    paces: list[PlayerSettings] = []
    kept.settings.pace_changed.connect(paces.append)

    kept.settings.change("slow_tempo", True)
    kept.settings.change("voice", False)
    kept.settings.change("switch_s", 12)

    slow = PlayerSettings(tempo=Tempo.SLOW)
    assert paces == [slow, replace(slow, switch_added_s=4)]
    assert kept.settings.pace == paces[-1]


def test_the_same_value_again_is_no_change(kept: Kept) -> None:
    kept.settings.change("voice", True)

    assert kept.changes == []
    assert kept.file.read() == Settings()


def test_it_holds_when_it_is_told(kept: Kept) -> None:
    heard: list[bool] = []
    kept.settings.changed.connect(lambda _name: heard.append(kept.settings.now.voice))

    kept.settings.change("voice", False)

    assert heard == [False]


def test_what_cannot_be_kept_is_told_once_and_taken_back(kept: Kept, own_folders: Path) -> None:
    in_the_way = own_folders / "kneegui/settings.json"
    in_the_way.mkdir()
    kept.settings.change("voice", False)
    kept.settings.change("sounds", False)

    assert kept.settings.now == Settings(voice=False, sounds=False)
    assert kept.changes == ["voice", "sounds"]
    [problem] = kept.problems
    assert problem == kept.settings.problem
    assert "cannot be kept" in problem

    in_the_way.rmdir()
    kept.settings.change("own_pace", True)

    assert kept.problems == [problem, ""]
    assert kept.settings.problem == ""
    assert kept.file.read() == Settings(voice=False, sounds=False, own_pace=True)
