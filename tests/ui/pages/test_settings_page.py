"""Settings hold at once, are kept, and say so where they cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLabel

from kneegui.domain.settings import TEXT_PERCENTS
from kneegui.ui.theme.roles import DARK, LIGHT, Role
from kneegui.ui.widgets.label import Label
from tests.support.pixels import pixels
from tests.support.user import User, name_of
from tests.ui.conftest import OpenProgram

Key = Qt.Key
PLAYER = [
    "Voice: On",
    "Voice speed: Normal",
    "Sounds: On",
    "Volume: 100 %",
    "Tempo: Normal",
    "Repetitions: Paced",
    "Time to get ready: 10 s",
    "Time to change sides: 8 s",
    "Rests: 100 %",
]
"""What is chosen for the player at a first start."""


@pytest.fixture
def chooser(open_at: OpenProgram) -> User:
    """Gives someone before the Settings page."""
    return open_at("settings")


def ground(user: User) -> str:
    """Gives the colour the page stands on."""
    return pixels(user.window).pixelColor(90, 5).name()


def ticked(user: User) -> list[str]:
    """Gives what is chosen on the page."""
    return [
        name_of(button)
        for button in user.all(QAbstractButton)
        if button.isChecked() and ": " in name_of(button)
    ]


def stored(folder: Path) -> dict[str, object]:
    return json.loads((folder / "settings.json").read_text("utf-8"))


def test_a_first_start_follows_the_system_in_regular_size(chooser: User) -> None:
    look = ["Theme: System", "Text size: 100 %", "Figure: Moves"]
    assert ticked(chooser) == [*PLAYER, *look]


def test_all_sizes_are_offered(chooser: User) -> None:
    names = chooser.buttons()

    assert [f"Text size: {percent} %" for percent in TEXT_PERCENTS] == [
        name for name in names if name.startswith("Text size")
    ]


def test_a_theme_holds_at_once_and_is_kept(chooser: User) -> None:
    for theme, colours in (("Dark", DARK), ("Light", LIGHT)):
        chooser.press_button(f"Theme: {theme}")

        assert ground(chooser) == colours[Role.WINDOW]
        assert f"Theme: {theme}" in ticked(chooser)
        assert stored(chooser.folder)["theme"] == theme.lower()


def test_a_text_size_holds_at_once_and_is_kept(chooser: User) -> None:
    title = next(label for label in chooser.all(Label) if label.text() == "Settings")
    assert title.fontInfo().pixelSize() == 30

    chooser.press_button("Text size: 150 %")

    assert title.fontInfo().pixelSize() == 45
    look = ["Theme: System", "Text size: 150 %", "Figure: Moves"]
    assert ticked(chooser) == [*PLAYER, *look]
    assert stored(chooser.folder)["text_percent"] == 150


def test_the_arrow_keys_choose(chooser: User) -> None:
    chooser.button("Theme: System").setFocus(Qt.FocusReason.TabFocusReason)
    chooser.press(Key.Key_Right, times=2)

    look = ["Theme: Dark", "Text size: 100 %", "Figure: Moves"]
    assert ticked(chooser) == [*PLAYER, *look]
    assert ground(chooser) == DARK[Role.WINDOW]


def test_a_key_from_elsewhere_is_shown_on_the_page(chooser: User) -> None:
    chooser.press(Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    look = ["Theme: System", "Text size: 115 %", "Figure: Moves"]
    assert ticked(chooser) == [*PLAYER, *look]


def test_choices_are_there_again_at_the_next_start(
    chooser: User, open_at: OpenProgram, own_folders: Path
) -> None:
    chooser.press_button("Theme: Dark")
    chooser.press_button("Text size: 130 %")
    player = [
        "Voice: On",
        "Voice speed: Slow",
        "Sounds: On",
        "Volume: 40 %",
        "Tempo: Slow",
        "Repetitions: Own pace",
        "Time to get ready: 20 s",
        "Time to change sides: 5 s",
        "Rests: 150 %",
    ]
    for choice in player:
        chooser.press_button(choice)
    chooser.window.close()

    again = open_at("settings")

    assert ticked(again) == [*player, "Theme: Dark", "Text size: 130 %", "Figure: Moves"]
    assert ground(again) == DARK[Role.WINDOW]


def test_another_data_folder_has_choices_of_its_own(
    chooser: User, open_at: OpenProgram, own_folders: Path
) -> None:
    chooser.press_button("Theme: Dark")

    other = open_at("settings", folder=own_folders / "other")

    look = ["Theme: System", "Text size: 100 %", "Figure: Moves"]
    assert ticked(other) == [*PLAYER, *look]


def test_the_data_folder_is_named(chooser: User) -> None:
    assert str(chooser.folder) in chooser.texts()


def test_the_data_folder_is_opened(chooser: User, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    chooser.press_button("Open folder")

    assert opened == [str(chooser.folder)]


@pytest.fixture
def stuck(open_at: OpenProgram, data_folder: Path) -> User:
    """Gives someone whose settings cannot be kept: a folder stands where the file belongs."""
    (data_folder / "settings.json").mkdir()
    return open_at("settings")


def problems(user: User) -> list[str]:
    return [text for text in user.texts() if "cannot be kept" in text]


def test_settings_that_cannot_be_kept_hold_all_the_same(stuck: User) -> None:
    assert problems(stuck) == []

    stuck.press_button("Theme: Dark")

    assert ground(stuck) == DARK[Role.WINDOW]
    assert len(problems(stuck)) == 1
    assert str(stuck.folder) in problems(stuck)[0]
    label = next(label for label in stuck.all(QLabel) if label.text() == problems(stuck)[0])
    assert stuck.window.rect().contains(label.geometry())


def test_the_program_goes_on_where_nothing_can_be_kept(stuck: User) -> None:
    stuck.press_button("Theme: Dark")
    stuck.press_button("Text size: 115 %")
    stuck.press(Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert stuck.parts.window.shown_page == "today"
    assert stuck.window.close()


def test_a_problem_from_another_page_is_told_on_this_one(
    open_at: OpenProgram, data_folder: Path
) -> None:
    (data_folder / "settings.json").mkdir()
    user = open_at("exercises")
    user.press(Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    user.press(Key.Key_5, Qt.KeyboardModifier.ControlModifier)

    assert len(problems(user)) == 1


def test_the_problem_is_taken_back_when_it_is_over(stuck: User) -> None:
    stuck.press_button("Theme: Dark")
    (stuck.folder / "settings.json").rmdir()

    stuck.press_button("Theme: Light")

    assert problems(stuck) == []
    assert stored(stuck.folder)["theme"] == "light"


def test_damaged_settings_are_set_aside(open_at: OpenProgram, data_folder: Path) -> None:
    (data_folder / "settings.json").write_text('{"theme": "pink"}')

    user = open_at("settings")

    look = ["Theme: System", "Text size: 100 %", "Figure: Moves"]
    assert ticked(user) == [*PLAYER, *look]
    assert (data_folder / "settings.damaged.json").read_text() == '{"theme": "pink"}'
