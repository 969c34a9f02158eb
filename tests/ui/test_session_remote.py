"""What the desktop's own controls do to a session, and what they are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kneegui.desktop.media_remote import MediaRemote
from kneegui.domain.session import StepKind
from kneegui.player.states import State
from kneegui.ui.main_window import MainWindow
from kneegui.ui.session_remote import SessionRemote
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from tests.ui.playing import Player, player


class Desktop(MediaRemote):
    """A desktop without a bus, that notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.sees_it = False
        self.told: list[tuple[bool, str]] = []

    @override
    def open(self) -> None:
        self.sees_it = True

    @override
    def show_state(self, is_playing: bool, title: str) -> None:
        self.told.append((is_playing, title))

    @override
    def close(self) -> None:
        self.sees_it = False


@dataclass
class Steered:
    """A session that runs, and the desktop that steers it."""

    desktop: Desktop
    played: Player
    window: MainWindow

    @property
    def state(self) -> State:
        return self.played.state


@pytest.fixture
def steered(qapp: QApplication, qtbot: QtBot) -> Iterator[Steered]:
    theme = Theme(qapp, IconFont())
    window = MainWindow(theme, [])
    qtbot.addWidget(window)
    desktop = Desktop()
    played = player(
        qtbot, theme, joined=lambda page: SessionRemote(desktop, page, window, parent=page)
    )
    yield Steered(desktop, played, window)
    theme.deleteLater()
    desktop.deleteLater()


def test_the_desktop_sees_it_from_start_to_end(steered: Steered) -> None:
    assert steered.desktop.sees_it
    assert steered.desktop.told == [(True, "Straight leg raise")]

    steered.played.page.leave()

    assert not steered.desktop.sees_it


def test_it_is_told_once_of_each_change(steered: Steered) -> None:
    steered.played.pass_by(20)
    steered.desktop.pause_asked.emit()
    steered.desktop.play_asked.emit()

    assert [goes for goes, _ in steered.desktop.told] == [True, False, True]


def test_pause_and_play_do_what_they_say(steered: Steered) -> None:
    steered.desktop.pause_asked.emit()
    steered.desktop.pause_asked.emit()
    assert steered.state is State.PAUSED

    steered.desktop.play_asked.emit()
    assert steered.state is State.RESUMING
    steered.desktop.play_asked.emit()

    assert steered.state is State.RESUMING


def test_the_toggle_is_the_big_button(steered: Steered) -> None:
    steered.desktop.toggle_asked.emit()
    assert steered.played.bridge.engine.step.kind is StepKind.WORK

    steered.desktop.toggle_asked.emit()
    assert steered.state is State.PAUSED
    steered.desktop.toggle_asked.emit()

    assert steered.state is State.RESUMING


def test_next_and_previous_lead_on_and_back(steered: Steered) -> None:
    steered.desktop.next_asked.emit()
    assert steered.played.bridge.engine.step.ordinal == 1

    steered.desktop.previous_asked.emit()
    steered.desktop.previous_asked.emit()

    assert steered.played.bridge.engine.step.ordinal == 0


def test_nothing_goes_on_behind_a_question(steered: Steered) -> None:
    steered.played.press(Qt.Key.Key_Escape)

    steered.desktop.play_asked.emit()
    steered.desktop.toggle_asked.emit()
    steered.desktop.next_asked.emit()

    assert steered.state is State.PAUSED
    assert steered.played.bridge.engine.step.ordinal == 0


def test_after_the_end_keys_do_nothing(steered: Steered) -> None:
    steered.played.page.leave()

    for asked in (steered.desktop.play_asked, steered.desktop.pause_asked):
        asked.emit()

    assert steered.state is State.LEFT


def test_the_window_comes_to_the_front(steered: Steered) -> None:
    steered.window.showMinimized()

    steered.desktop.front_asked.emit()

    assert not steered.window.isMinimized()
