"""The player's page: what it shows of each step, and what its keys and buttons do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneegui.domain.session import StepKind
from kneegui.player.events import Event, PainAnswered
from kneegui.player.states import State
from kneegui.ui.dialogs.pain_sheet import PainSheet
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.exercise_bar import ExerciseBar
from tests.ui.playing import Player, player

Key = Qt.Key
SIZES = ((800, 600), (1280, 720), (1920, 1080))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", [StepKind.GET_READY, StepKind.WORK, StepKind.REST])
def test_the_number_is_a_quarter_of_the_window_high(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], kind: StepKind
) -> None:
    played = player(qtbot, theme)
    played.page.resize(*size)
    played.go_to(kind)
    played.page.grab()

    assert played.page.view.ring.digit_height >= 0.25 * size[1]


def labels(played: Player) -> list[str]:
    """Gives the names of the labels a screen reader finds in sight."""
    faces = [
        QAccessible.queryAccessibleInterface(each)
        for each in played.page.findChildren(QWidget)
        if each.isVisible() and not each.visibleRegion().isEmpty()
    ]
    return [
        face.text(QAccessible.Text.Name)
        for face in faces
        if face is not None and face.role() is QAccessible.Role.StaticText
    ]


def test_the_count_and_the_phase_are_labels_whose_names_change(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    assert "Countdown 15 get ready" in labels(played)

    played.pass_by(15)
    assert "Countdown 1 of 10" in labels(played)
    assert "Phase Lift 2" in labels(played)

    played.press(Key.Key_T)
    assert "Phase Lift 2" in labels(played)


def test_space_pauses_and_goes_on_after_three_seconds(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    played.pass_by(16)

    played.press(Key.Key_Space)
    assert played.state is State.PAUSED
    played.clock.move(60)
    played.press(Key.Key_Space)
    assert played.state is State.RESUMING
    played.pass_by(3)

    assert played.state is State.RUNNING


def test_arrows_lead_on_and_back(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    played.press(Key.Key_Right)
    assert played.bridge.engine.step.kind is StepKind.WORK

    played.press(Key.Key_Left)
    played.press(Key.Key_Left)

    assert played.bridge.engine.step.kind is StepKind.GET_READY


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_with_another_key_held_down_they_are_not_the_players(
    qtbot: QtBot, theme: Theme, modifier: str
) -> None:
    played = player(qtbot, theme)
    before = played.bridge.engine.remaining(played.clock.monotonic())
    held = Qt.KeyboardModifier[f"{modifier}Modifier"]
    for key in (Key.Key_Minus, Key.Key_H, Key.Key_Right, Key.Key_Space, Key.Key_Return):
        QTest.keyClick(played.page, key, held)

    assert played.state is State.RUNNING
    assert played.bridge.engine.step.kind is StepKind.GET_READY
    assert played.bridge.engine.remaining(played.clock.monotonic()) == before


def test_shift_is_needed_for_some_of_them(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    QTest.keyClick(played.page, Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)

    assert played.state is State.PAUSED


def test_up_and_down_change_the_time(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    before = played.bridge.engine.remaining(played.clock.monotonic())

    played.press(Key.Key_Up)
    assert played.bridge.engine.remaining(played.clock.monotonic()) == before + 10
    played.press(Key.Key_Down)

    assert played.bridge.engine.remaining(played.clock.monotonic()) == before


def test_strong_pain_offers_no_going_on(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    played.pass_by(16)
    played.press(Key.Key_H)
    assert played.state is State.HURTING
    assert played.button("Go on").isVisible()

    QTest.mouseClick(played.button("Pain now 7, Strong, limits me"), Qt.MouseButton.LeftButton)

    names = {
        each.accessibleName()
        for each in played.page.findChildren(QAbstractButton)
        if each.isVisible()
    }
    assert "Go on" not in names
    assert "Skip this exercise today" in names
    QTest.mouseClick(played.button("Continue"), Qt.MouseButton.LeftButton)
    assert played.bridge.engine.step.item == 1


@pytest.mark.parametrize("way", ["key", "button"])
def test_that_it_hurts_can_be_taken_back(qtbot: QtBot, theme: Theme, way: str) -> None:
    played = player(qtbot, theme)
    played.pass_by(16)
    told: list[Event] = []
    played.bridge.happened.connect(told.append)
    played.press(Key.Key_H)
    QTest.mouseClick(played.button("Pain now 7, Strong, limits me"), Qt.MouseButton.LeftButton)
    if way == "key":
        QTest.keyClick(played.button("Pain now 7, Strong, limits me"), Key.Key_Escape)
    else:
        QTest.mouseClick(played.button("It does not hurt"), Qt.MouseButton.LeftButton)

    assert played.state is State.PAUSED
    assert not any(isinstance(event, PainAnswered) for event in told)
    assert played.page.window().focusWidget() is played.button("Resume")
    assert not [each for each in played.page.findChildren(PainSheet) if each.isVisible()]


def test_leaving_asks_first_and_staying_stays(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    played.press(Key.Key_Escape)
    QTest.mouseClick(played.button("Stay"), Qt.MouseButton.LeftButton)
    assert played.page.is_playing
    assert played.state is State.PAUSED

    with qtbot.waitSignal(played.page.ended):
        played.page.leave()

    assert not played.page.is_playing


def test_at_their_own_pace_space_ends_the_set(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme, self_paced=True)
    played.pass_by(15)
    assert played.state is State.WAITING

    played.press(Key.Key_Space)

    assert played.bridge.engine.step.kind is StepKind.SWITCH


def test_the_other_side_is_shown_mirrored(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    qtbot.waitUntil(lambda: played.page.view.figure.has_frames)
    left = played.page.view.figure.grab().toImage()
    played.go_to(StepKind.SWITCH)
    qtbot.waitUntil(lambda: played.page.view.figure.has_frames)
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)

    assert played.page.view.figure.grab().toImage() != left


def test_to_the_last_step_and_out(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme, "short")
    with qtbot.waitSignal(played.page.ended):
        played.pass_by(700)

    assert not played.page.is_playing


def test_the_far_view_shows_less_and_larger(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    played.pass_by(15)
    view = played.page.view
    view.grab()
    near = view.ring.digit_height

    played.press(Key.Key_T)
    view.grab()
    assert view.ring.digit_height > 1.3 * near
    assert not any(bar.isVisible() for bar in view.findChildren(ExerciseBar))
    lifted = view.stage.grab().toImage()
    played.pass_by(2)

    assert view.stage.grab().toImage() != lifted
    played.press(Key.Key_T)
    assert all(bar.isVisible() for bar in view.findChildren(ExerciseBar))


def tab_to(played: Player, name: str) -> QAbstractButton:
    """Puts the keyboard on a button as the Tab key does."""
    button = played.button(name)
    played.page.activateWindow()
    QApplication.processEvents()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    return button


def test_enter_presses_the_button_the_tab_key_led_to(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    QTest.keyClick(tab_to(played, "Far view (T)"), Key.Key_Return)
    assert played.bridge.engine.step.kind is StepKind.GET_READY
    assert not any(bar.isVisible() for bar in played.page.findChildren(ExerciseBar))

    QTest.keyClick(
        tab_to(played, "Far view (T)"), Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier
    )
    assert all(bar.isVisible() for bar in played.page.findChildren(ExerciseBar))
    QTest.keyClick(tab_to(played, "Leave"), Key.Key_Return)

    assert played.button("Stay").isVisible()


def test_enter_is_ready_where_the_player_began(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    focused = played.page.window().focusWidget()
    assert focused is played.button("Start now")

    QTest.keyClick(focused, Key.Key_Return)

    assert played.bridge.engine.step.kind is StepKind.WORK


def test_a_click_leaves_enter_to_the_player(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    QTest.mouseClick(played.button("Far view (T)"), Qt.MouseButton.LeftButton)
    focused = played.page.window().focusWidget()
    assert focused is not None

    QTest.keyClick(focused, Key.Key_Return)

    assert played.bridge.engine.step.kind is StepKind.WORK


@pytest.mark.parametrize("size", SIZES)
def test_all_that_can_be_done_about_pain_is_in_sight(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    played = player(qtbot, theme)
    played.page.resize(*size)
    played.press(Key.Key_H)

    for name in ("Go on", "Skip this exercise today", "End the session", "Continue"):
        button = played.button(name)
        assert button.visibleRegion().boundingRect() == button.rect(), name
