"""Which voice, how fast, how loud: offered as there is, kept, and heard at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from kneegui.desktop.voice_engine import Voice, VoiceFault
from kneegui.ui.pages.sound_settings import SoundSettings
from kneegui.ui.widgets.setting_line import SettingLine
from tests.support.clipping import cut_off
from tests.support.user import CTRL, User, name_of
from tests.ui.conftest import OpenProgram

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")

Key = Qt.Key
BOB = Voice(name="Bob (Great Britain)", language="en_GB")
EVE = Voice(name="Eve", language="en_US")
NO_VOICE = "No voice was found on this computer."
LOOKING = "Looking for the voices of this computer"
SPEEDS = ["Voice speed: Slow", "Voice speed: Normal", "Voice speed: Fast"]


@pytest.fixture
def waiting(open_at: OpenProgram) -> User:
    """Gives someone before the Settings page whose computer has not told its voices yet."""
    return open_at("settings")


@pytest.fixture
def chooser(waiting: User) -> User:
    """Gives someone whose computer has two voices."""
    waiting.ears.voice.answer(BOB, EVE)
    waiting.settle()
    return waiting


def stored(user: User) -> dict[str, Any]:
    return json.loads((user.folder / "settings.json").read_text("utf-8"))


def lines(user: User) -> list[str]:
    """Gives the titles of the lines that are shown in the card."""
    card = user.one(SoundSettings)
    return [user.texts(line)[0] for line in user.all(SettingLine, card)]


def choices(user: User, name: str) -> list[str]:
    """Gives what the list of a drop-down offers."""
    offered: list[str] = []

    def note(menu: QMenu) -> None:
        offered.extend(action.text() for action in menu.actions())

    user.in_menu(name, note)
    return offered


def pick(user: User, name: str, choice: str) -> None:
    """Picks a choice in the list of a drop-down."""

    def click(menu: QMenu) -> None:
        next(action for action in menu.actions() if action.text() == choice).trigger()

    user.in_menu(name, click)


# Which voice


def test_the_page_does_not_wait_for_the_voices(waiting: User) -> None:
    assert len(waiting.ears.voices) == 1
    assert LOOKING in waiting.texts()
    assert not waiting.button("Which voice: Automatic").isEnabled()
    assert not waiting.button("Test").isEnabled()
    assert "Try again" not in waiting.buttons()


def test_the_voices_of_the_computer_are_offered(chooser: User) -> None:
    offered = choices(chooser, "Which voice: Automatic")

    assert offered == ["Automatic", "Bob (Great Britain)", "Eve (United States)"]
    assert LOOKING not in chooser.texts()


def test_a_voice_that_is_picked_speaks_from_now_on_and_is_kept(chooser: User) -> None:
    pick(chooser, "Which voice: Automatic", "Eve (United States)")

    assert chooser.ears.voice.wishes[-1].voice == "Eve"
    assert stored(chooser)["voice_name"] == "Eve"
    assert name_of(chooser.button("Which voice: Eve (United States)"))


def test_the_kept_voice_is_there_again_at_the_next_start(
    open_at: OpenProgram, data_folder: Path
) -> None:
    (data_folder / "settings.json").write_text('{"voice_name": "Eve"}')
    user = open_at("settings")
    assert user.ears.voice.wishes[-1].voice == "Eve"
    assert "Which voice: Eve" in user.buttons()

    user.ears.voice.answer(BOB, EVE)
    user.settle()

    assert "Which voice: Eve (United States)" in user.buttons()


def test_a_kept_voice_that_is_gone_is_told_and_stays_kept(
    open_at: OpenProgram, data_folder: Path
) -> None:
    (data_folder / "settings.json").write_text('{"voice_name": "Zoe"}')
    user = open_at("settings")
    user.ears.voice.answer(BOB, EVE)
    user.settle()

    assert "Zoe is not there now; another one speaks." in user.texts()
    assert "Which voice: Automatic" in user.buttons()
    user.press_button("Voice speed: Slow")
    assert stored(user)["voice_name"] == "Zoe"


def test_without_a_voice_one_sentence_says_so(waiting: User) -> None:
    waiting.ears.voice.failed.emit(VoiceFault.NO_ENGINE, "none is installed")
    waiting.settle()

    card = waiting.one(SoundSettings)
    assert waiting.texts(card).count(NO_VOICE) == 1
    assert lines(waiting) == ["Voice", "Which voice", "Sounds", "Volume"]
    assert {"Test", *SPEEDS}.isdisjoint(waiting.buttons(card))


def test_a_voice_installed_meanwhile_is_found_at_a_second_try(waiting: User) -> None:
    waiting.ears.voice.failed.emit(VoiceFault.NO_ENGINE, "none is installed")
    waiting.settle()
    waiting.press_button("Try again")
    assert LOOKING in waiting.texts()

    waiting.ears.voice.answer(BOB, EVE)
    waiting.settle()

    assert "Which voice: Automatic" in waiting.buttons()
    assert "Try again" not in waiting.buttons()
    assert set(SPEEDS) <= set(waiting.buttons())


# How fast


@pytest.mark.parametrize(("speed", "slower"), [("Slow", True), ("Fast", False)])
def test_another_speed_holds_at_once_and_is_kept(chooser: User, speed: str, slower: bool) -> None:
    chooser.press_button(f"Voice speed: {speed}")

    assert (chooser.ears.voice.wishes[-1].rate < 0) is slower
    assert stored(chooser)["voice_speed"] == speed.lower()


def test_the_test_is_spoken_as_it_was_chosen(chooser: User) -> None:
    chooser.press_button("Voice speed: Slow")
    chooser.press_button("Test")

    voice = chooser.ears.voice
    assert voice.texts == ["Left side. Slow is fine. Keep breathing."]
    assert len(voice.wishes) == 2


# How loud


def test_a_volume_is_heard_at_once_and_kept(chooser: User) -> None:
    chooser.press_button("Volume: 40 %")

    assert chooser.ears.sounded == {"go": 1}
    assert {round(effect.volume, 2) for effect in chooser.ears.effects} == {0.16}
    assert stored(chooser)["volume"] == 40


# On and off


def test_what_belongs_to_the_voice_is_shown_while_it_is_on(chooser: User) -> None:
    assert lines(chooser) == ["Voice", "Which voice", "Voice speed", "Sounds", "Volume"]

    chooser.press_button("Voice: Off")
    assert lines(chooser) == ["Voice", "Sounds", "Volume"]

    chooser.press_button("Voice: On")
    assert lines(chooser) == ["Voice", "Which voice", "Voice speed", "Sounds", "Volume"]


def test_what_belongs_to_the_sounds_is_shown_while_they_are_on(chooser: User) -> None:
    chooser.press_button("Sounds: Off")
    assert lines(chooser) == ["Voice", "Which voice", "Voice speed", "Sounds"]

    chooser.press_button("Sounds: On")
    assert lines(chooser)[-1] == "Volume"


def test_a_voice_that_is_off_is_not_looked_for_until_it_is_on(
    open_at: OpenProgram, data_folder: Path
) -> None:
    (data_folder / "settings.json").write_text('{"voice": false}')
    user = open_at("settings")
    assert user.ears.voices == []

    user.press_button("Voice: On")
    user.ears.voice.answer(BOB, EVE)
    user.settle()

    assert len(choices(user, "Which voice: Automatic")) == 3


def test_no_voice_is_looked_for_before_the_page_is_shown(open_at: OpenProgram) -> None:
    user = open_at("exercises")
    assert user.ears.voices == []

    user.press(Key.Key_5, CTRL)
    user.press(Key.Key_2, CTRL)
    user.press(Key.Key_5, CTRL)

    assert len(user.ears.voices) == 1


def test_nothing_is_left_speaking_when_the_window_closes(chooser: User) -> None:
    voice = chooser.ears.voice
    chooser.window.close()

    assert voice.is_closed


# Keyboard and room


def test_tab_walks_as_the_eye_does(chooser: User) -> None:
    chooser.button("Voice: On").setFocus(Qt.FocusReason.TabFocusReason)
    names: list[str] = []
    for _ in range(6):
        names.append(name_of(chooser.focused))
        chooser.press(Key.Key_Tab)

    assert names == [
        "Voice: On",
        "Which voice: Automatic",
        "Test",
        "Voice speed: Normal",
        "Sounds: On",
        "Volume: 100 %",
    ]


def test_a_voice_is_chosen_by_keyboard_alone(chooser: User) -> None:
    chooser.button("Which voice: Automatic").setFocus(Qt.FocusReason.TabFocusReason)
    chooser.press(Key.Key_Down, times=2)

    assert stored(chooser)["voice_name"] == "Eve"
    assert name_of(chooser.focused) == "Which voice: Eve (United States)"


@pytest.mark.parametrize("percent", [100, 150])
def test_long_names_have_room_in_the_smallest_window(open_at: OpenProgram, percent: int) -> None:
    user = open_at("settings", (800, 600))
    user.parts.theme.set_text_percent(percent)
    user.ears.voice.answer(Voice(name="English (America, New York City)", language="en_US"))
    user.settle()

    assert cut_off(user.window) == []
    assert all(button.accessibleName() for button in user.all(QAbstractButton))
