"""The moving figure in the detail: it plays, pauses, stands still unseen, and can be turned."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kneegui.ui.figure_turning import View
from kneegui.ui.pages.figure_panel import FigurePanel
from kneegui.ui.widgets.figure_view import FigureView
from tests.support.user import User

OpenProgram = Callable[..., User]


@pytest.fixture
def user(open_at: OpenProgram) -> User:
    return open_at(moving=True)


def panel(user: User) -> FigurePanel:
    return next(each for each in user.window.findChildren(FigurePanel) if each.isVisible())


def view(user: User) -> FigureView:
    found = panel(user).findChild(FigureView)
    assert isinstance(found, FigureView)
    return found


def test_the_figure_moves_by_itself(user: User, qtbot: QtBot) -> None:
    before = view(user).pose

    qtbot.waitUntil(lambda: view(user).pose != before)

    assert panel(user).is_moving


def test_the_button_pauses_and_plays(user: User) -> None:
    user.press_button("Pause the figure")
    assert not panel(user).is_moving

    user.press_button("Play the figure")
    assert panel(user).is_moving


def test_it_stands_still_while_another_page_is_shown(user: User) -> None:
    hidden = panel(user)

    user.press_button("Routines")
    assert not hidden.is_moving

    user.press_button("Exercises")
    assert panel(user).is_moving


def test_a_paused_figure_stays_paused_when_the_page_comes_back(user: User) -> None:
    user.press_button("Pause the figure")

    user.press_button("Routines")
    user.press_button("Exercises")

    assert not panel(user).is_moving


def test_in_two_stills_nothing_moves_and_the_button_shows_the_other(open_at: OpenProgram) -> None:
    user = open_at(moving=False)
    assert not panel(user).is_moving
    assert view(user).pose == 1.0

    user.press_button("Show the start position")
    assert view(user).pose == 0.0

    user.press_button("Show the end position")
    assert view(user).pose == 1.0


def test_the_setting_holds_at_once_and_is_kept(user: User) -> None:
    user.press_button("Settings")
    user.press_button("Figure: Two stills")
    user.press_button("Exercises")

    assert not panel(user).is_moving
    assert '"moving_figures": false' in (user.folder / "settings.json").read_text()


def drag(user: User) -> None:
    target = view(user)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mouseMove(target, QPoint(120, 80))


def test_dragging_turns_the_figure_and_a_double_click_turns_it_back(
    user: User, qtbot: QtBot
) -> None:
    turning = user.parts.figures.turning
    drawn: list[View] = []
    turning.drawn.connect(lambda wanted, _image: drawn.append(wanted))
    shown = view(user).grab().toImage()

    drag(user)
    assert not panel(user).is_moving
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)
    assert (drawn[-1].yaw, drawn[-1].pitch) == (-30.0, 10.0)
    assert view(user).grab().toImage() != shown

    QTest.mouseRelease(view(user), Qt.MouseButton.LeftButton, pos=QPoint(120, 80))
    qtbot.waitUntil(lambda: drawn[-1].fine, timeout=20_000)

    QTest.mouseDClick(view(user), Qt.MouseButton.LeftButton)
    assert panel(user).is_moving
    assert turning.is_running
    user.window.close()
    assert not turning.is_running


def test_a_drawing_process_that_dies_costs_the_turning_only(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    turning = user.parts.figures.turning

    drag(user)

    qtbot.waitUntil(lambda: not turning.is_running)
    QTest.mouseRelease(view(user), Qt.MouseButton.LeftButton)
    user.press_button("Play the figure")
    assert panel(user).is_moving
