"""What the sheet asks when it hurts, and what it leaves unanswered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneegui.domain.guidance import StopScope
from kneegui.player.pain import PainReport
from kneegui.ui.dialogs.pain_sheet import PainSheet, WayOn
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from tests.support.clipping import cut_off, shortened

Asked = Callable[..., PainSheet]
WAYS = {
    WayOn.GO_ON: "Go on",
    WayOn.EASIER: "Carry on in an easier way",
    WayOn.SKIP: "Skip this exercise today",
    WayOn.END: "End the session",
}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


@pytest.fixture
def asked(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Asked:
    """Gives the function that opens the sheet in a window of a size."""

    def ask(easier: str = "Open the knee less.", size: tuple[int, int] = (1280, 720)) -> PainSheet:
        under = QWidget()
        qtbot.addWidget(under)
        under.resize(*size)
        under.show()
        under.activateWindow()
        sheet = PainSheet(theme, under)
        sheet.ask(easier)
        for _ in range(4):
            qapp.processEvents()
        return sheet

    return ask


def button(sheet: PainSheet, name: str) -> QAbstractButton:
    found = [each for each in sheet.findChildren(QAbstractButton) if each.accessibleName() == name]
    assert len(found) == 1, name
    return found[0]


def click(sheet: PainSheet, name: str) -> None:
    QTest.mouseClick(button(sheet, name), Qt.MouseButton.LeftButton)


def smallest(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Gives a list that fills with the height of every font that is painted with, in pixels."""
    heights: list[int] = []
    plain = QPainter.setFont

    def note(painter: QPainter, font: QFont) -> None:
        heights.append(font.pixelSize())
        plain(painter, font)

    monkeypatch.setattr(QPainter, "setFont", note)
    return heights


def chosen(sheet: PainSheet) -> set[str]:
    """Gives the names of what holds."""
    return {
        each.accessibleName() for each in sheet.findChildren(QAbstractButton) if each.isChecked()
    }


def test_nothing_is_answered_before_it_is_asked(asked: Asked) -> None:
    sheet = asked()

    assert chosen(sheet) == set()
    assert not button(sheet, "Continue").isEnabled()
    assert sheet.report == PainReport()


def test_asked_again_it_has_forgotten_the_answers(asked: Asked) -> None:
    sheet = asked()
    for name in ("Pain now 7, Strong, limits me", "Where: Outer side", "What it is like: Numb"):
        click(sheet, name)
    sheet.close_sheet()

    sheet.ask("")

    assert chosen(sheet) == set()
    assert sheet.report == PainReport()


def test_what_is_answered_is_reported(asked: Asked, qtbot: QtBot) -> None:
    sheet = asked()
    for name in ("Pain now 2, Mild, easy to ignore", "Where: Kneecap", "What it is like: An ache"):
        click(sheet, name)

    with qtbot.waitSignal(sheet.answered) as told:
        click(sheet, "Continue")

    assert told.args == [PainReport(number=2, place="front"), WayOn.GO_ON]


@pytest.mark.parametrize(
    ("answer", "easier", "way"),
    [
        ("Pain now 0, No pain", "Open the knee less.", WayOn.GO_ON),
        ("Pain now 3, Mild, noticeable", "Open the knee less.", WayOn.EASIER),
        ("Pain now 3, Mild, noticeable", "", WayOn.GO_ON),
        ("Pain now 6, Strong", "Open the knee less.", WayOn.SKIP),
        ("What it is like: Sharp or giving way", "", WayOn.SKIP),
        ("What it is like: Dizzy, chest", "", WayOn.END),
        ("What it is like: An ache", "Open the knee less.", None),
        ("Where: Kneecap", "", None),
    ],
)
def test_the_safest_likely_way_is_chosen_once_it_is_known_how_it_hurts(
    asked: Asked, answer: str, easier: str, way: WayOn | None
) -> None:
    sheet = asked(easier)
    click(sheet, answer)

    ways = chosen(sheet) & set(WAYS.values())
    assert ways == ({WAYS[way]} if way else set())
    assert button(sheet, "Continue").isEnabled() is (way is not None)


def test_what_the_user_wants_holds_while_it_may(asked: Asked, qtbot: QtBot) -> None:
    sheet = asked()
    click(sheet, "Go on")
    click(sheet, "Pain now 4, Moderate")
    assert "Go on" in chosen(sheet)

    click(sheet, "Pain now 8, Severe")
    assert WAYS[WayOn.SKIP] in chosen(sheet)
    click(sheet, "What it is like: Dizzy, chest")
    with qtbot.waitSignal(sheet.answered) as told:
        click(sheet, "Continue")

    assert told.args == [
        PainReport(number=8, ends=StopScope.SESSION),
        WayOn.END,
    ]


def test_tab_reaches_the_way_that_was_chosen_for_the_user(asked: Asked) -> None:
    sheet = asked()
    click(sheet, "Go on")
    click(sheet, "Pain now 8, Severe")
    reached: set[str] = set()
    for _ in range(8):
        sheet.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused.accessibleName())

    assert {WAYS[WayOn.SKIP], "Pain now 8, Severe", "It does not hurt", "Continue"} <= reached


def test_what_the_keyboard_comes_to_is_scrolled_into_sight(asked: Asked, theme: Theme) -> None:
    theme.set_text_percent(150)
    sheet = asked(size=(800, 600))
    click(sheet, "Pain now 8, Severe")
    QApplication.processEvents()
    skip = button(sheet, WAYS[WayOn.SKIP])
    assert skip.visibleRegion().boundingRect() != skip.rect()

    for _ in range(6):
        sheet.focusNextPrevChild(True)
        if skip.hasFocus():
            break

    assert skip.hasFocus()
    assert skip.visibleRegion().boundingRect() == skip.rect()


LONG = "Put a cushion under your hips, or lie on your back and draw a knee to the chest instead."


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("answer", [None, "What it is like: Sharp or giving way"])
def test_every_word_can_be_read(
    asked: Asked,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    percent: int,
    answer: str | None,
) -> None:
    theme.set_text_percent(percent)
    sheet = asked(LONG, size)
    if answer is not None:
        click(sheet, answer)
        QApplication.processEvents()
        QApplication.processEvents()
    dots = shortened(monkeypatch)
    drawn = smallest(monkeypatch)
    sheet.grab()

    assert cut_off(sheet) == []
    assert dots == []
    assert min(drawn) >= 11
    for name in WAYS.values():
        choice = button(sheet, name)
        if choice.isVisible():
            assert choice.height() >= choice.heightForWidth(choice.width())
