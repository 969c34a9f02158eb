"""The bar that tells what was done and leads back: it goes by itself, but not from under a hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.undo_bar import SHOWN_MS, UndoBar
from tests.support.pixels import count, pixels

WORDS = "Session of 12 November deleted"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1196, 800)
    page.show()
    return page


@pytest.fixture
def bar(theme: Theme, page: QWidget) -> UndoBar:
    return UndoBar(theme, page)


def enter(bar: UndoBar) -> None:
    place = QPointF(5, 5)
    bar.enterEvent(QEnterEvent(place, place, place))


def leave(bar: UndoBar) -> None:
    bar.leaveEvent(QEvent(QEvent.Type.Leave))


def test_it_is_not_there_before_something_is_done(bar: UndoBar) -> None:
    assert not bar.isVisible()
    assert not bar.is_waiting


def test_it_says_what_was_done_at_the_foot_for_ten_seconds(bar: UndoBar) -> None:
    bar.say(WORDS)

    assert bar.isVisible()
    assert bar.accessibleName() == WORDS
    assert bar.geometry().getRect() == (388, 732, 420, 48)
    assert bar.is_waiting
    assert SHOWN_MS == 10_000
    bar.hide()


def test_it_goes_by_itself(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    bar = UndoBar(theme, page, shown_ms=1)
    bar.say(WORDS)

    qtbot.waitUntil(lambda: not bar.isVisible())
    assert not bar.is_waiting


def test_it_stays_while_the_pointer_is_on_it(bar: UndoBar) -> None:
    bar.say(WORDS)
    enter(bar)
    assert not bar.is_waiting

    leave(bar)
    assert bar.is_waiting
    bar.hide()
    leave(bar)
    assert not bar.is_waiting


def test_undo_leads_back_and_takes_it_away(bar: UndoBar, qtbot: QtBot) -> None:
    bar.say(WORDS)
    (button,) = bar.findChildren(QAbstractButton)
    with qtbot.waitSignal(bar.undone):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not bar.isVisible()


def test_it_follows_the_page_and_the_size_of_text(
    bar: UndoBar, page: QWidget, theme: Theme
) -> None:
    bar.say(WORDS)
    page.resize(500, 400)
    assert bar.geometry().getRect() == (40, 332, 420, 48)

    page.resize(400, 400)
    theme.set_text_percent(150)
    assert (bar.width(), bar.height(), bar.geometry().bottom()) == (360, 72, 379)
    bar.hide()


@pytest.mark.parametrize(
    ("choice", "word"), [(ThemeChoice.LIGHT, Role.LIME), (ThemeChoice.DARK, Role.ON_LIME)]
)
def test_the_word_stands_out_from_the_bar(
    bar: UndoBar, theme: Theme, choice: ThemeChoice, word: Role
) -> None:
    theme.choose(choice)
    bar.say(WORDS)
    image = pixels(bar)

    assert count(image, theme.colour(Role.TEXT)) > 10_000
    assert count(image, theme.colour(word)) > 30
    bar.hide()


def test_the_keyboard_shows_where_it_is(bar: UndoBar, page: QWidget, theme: Theme) -> None:
    bar.say(WORDS)
    page.activateWindow()
    (button,) = bar.findChildren(QAbstractButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    image = pixels(button)
    assert count(image, theme.colour(Role.FOCUS)) > 100
    assert count(image, theme.colour(Role.LIME)) > 150
    bar.hide()
