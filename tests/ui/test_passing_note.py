"""A note that passes has room of its own, and lies over nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneegui.ui.dialogs.pain_sheet import PainSheet
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.count_ring import CountRing
from kneegui.ui.widgets.exercise_bar import ExerciseBar
from kneegui.ui.widgets.nav_rail import NavRail
from kneegui.ui.widgets.passing_note import PassingNote
from kneegui.ui.widgets.player_button import PlayerButton
from kneegui.ui.widgets.stage_card import StageCard
from tests.support.user import User
from tests.ui.conftest import OpenProgram
from tests.ui.playing import player

SHORT = "The voice of this computer does not answer."
LONG = (
    "The sessions cannot be saved: the disk is full. Your session goes on and is kept until it can "
    "be saved."
)
SIZES = ((800, 600), (1280, 720), (1920, 1080))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


def note_in(widget: QWidget) -> PassingNote:
    shown = [each for each in widget.findChildren(PassingNote) if each.isVisible()]
    assert len(shown) == 1
    return shown[0]


def place(widget: QWidget) -> QRect:
    """Gives where something is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def is_over(note: QWidget, other: QWidget) -> bool:
    """Tells whether a note lies over something that is shown."""
    return place(note).intersects(place(other))


def page_of(user: User) -> QWidget:
    """Gives the page that is shown."""
    return user.parts.window.page(user.parts.window.shown_page)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("page", ["history", "exercises", "settings"])
@pytest.mark.usefixtures("no_charts")
def test_a_page_makes_room_for_it(open_at: OpenProgram, page: str, percent: int) -> None:
    user = open_at(page, (1280, 800))
    user.parts.theme.set_text_percent(percent)
    user.parts.window.show_note(LONG)
    for size in ((1280, 800), (800, 600), (1600, 900)):
        user.window.resize(*size)
        user.settle()
        note = note_in(user.window)
        assert user.window.rect().contains(note.geometry())
        assert note.height() >= note.heightForWidth(note.width())
        assert not is_over(note, page_of(user))
        assert not is_over(note, user.one(NavRail))


def test_a_click_sends_it_away_and_the_page_has_the_room_again(user: User) -> None:
    before = page_of(user).height()
    user.parts.window.show_note(SHORT)
    user.settle()
    assert page_of(user).height() < before

    user.click(note_in(user.window))

    assert page_of(user).height() == before


def test_two_at_once_are_both_said_each_once(user: User) -> None:
    for sentence in (SHORT, "The sounds cannot be played on this computer.", SHORT):
        user.parts.window.show_note(sentence)

    assert note_in(user.window).sentence == f"{SHORT} The sounds cannot be played on this computer."


@pytest.mark.parametrize("sentence", [SHORT, LONG])
@pytest.mark.parametrize("size", SIZES)
def test_in_the_player_it_hides_nothing_that_is_used(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], sentence: str
) -> None:
    played = player(qtbot, theme)
    played.page.resize(*size)
    played.page.show_note(sentence)
    for far in (False, True):
        if far:
            played.press(Qt.Key.Key_T)
        QApplication.processEvents()
        note = note_in(played.page)
        kinds = (PlayerButton, CountRing, StageCard, ExerciseBar)
        shown = [each for kind in kinds for each in played.page.findChildren(kind)]
        hidden = [each for each in shown if each.isVisible() and is_over(note, each)]
        assert hidden == []
        assert played.page.rect().contains(note.geometry())


@pytest.mark.parametrize("size", SIZES)
def test_the_times_stay_in_sight(qtbot: QtBot, theme: Theme, size: tuple[int, int]) -> None:
    played = player(qtbot, theme)
    played.page.resize(*size)
    played.pass_by(2)
    strip = played.page.view.rect()
    strip.setHeight(round(60 * min(size[1] / 720, size[0] / 1280)))
    strip.setLeft(played.page.width() - 200)
    before = played.page.view.grab(strip).toImage()

    played.page.show_note(LONG)

    assert played.page.view.grab(strip).toImage() == before
    left = note_in(played.page).geometry().right()
    times = played.page.view.grab().toImage()
    ground = times.pixel(left + 3, 6)
    assert times.pixel(left + 3, note_in(played.page).geometry().center().y()) == ground


def test_in_the_player_it_lies_beneath_a_sheet(qtbot: QtBot, theme: Theme) -> None:
    played = player(qtbot, theme)
    played.page.show_note(LONG)
    note = note_in(played.page)
    played.press(Qt.Key.Key_H)
    sheet = played.page.findChild(PainSheet)
    assert isinstance(sheet, PainSheet)

    seen = played.page.childAt(note.geometry().center())

    assert seen is not None
    assert seen is sheet or sheet.isAncestorOf(seen)


@pytest.mark.usefixtures("no_charts")
def test_what_is_shown_when_a_session_starts_goes_on_in_the_player(
    open_at: OpenProgram, qtbot: QtBot
) -> None:
    user = open_at("exercises", (1280, 800))
    user.parts.window.show_note(SHORT)
    user.parts.flow.start("short")
    user.settle()

    note = note_in(user.window)
    assert note.sentence == SHORT
    assert note.window() is user.window
    assert user.parts.flow.player.isAncestorOf(note)
    buttons = [each for each in user.window.findChildren(QAbstractButton) if each.isVisible()]
    assert not any(is_over(note, each) for each in buttons)
    QTest.mouseClick(note, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
