"""What is asked before a report is saved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kneegui.exchange.pdf_report.paper import Paper
from kneegui.exchange.report import ReportNote
from kneegui.ui.dialogs.pick_list import PickList
from kneegui.ui.dialogs.report_dialog import ReportDialog, ReportWish
from tests.ui.stage import Stage

TODAY = date(2026, 11, 21)
DAYS = [TODAY - timedelta(days=days) for days in (400, 100, 20, 3)]


def note(days_ago: int, text: str) -> ReportNote:
    day = TODAY - timedelta(days=days_ago)
    return ReportNote(session_id=f"of {days_ago}", day=day, title="Strength", text=text)


NOTES = (note(400, "Long ago"), note(20, "Tight\nknee"), note(3, "Fine"))


@pytest.fixture
def dialog(stage: Stage) -> ReportDialog:
    page = QWidget()
    stage.show(page)
    dialog = ReportDialog(stage.theme, page)
    dialog.ask(TODAY, DAYS, NOTES, Paper.A4)
    stage.settle()
    return dialog


@pytest.fixture
def wishes(dialog: ReportDialog) -> list[ReportWish]:
    wishes: list[ReportWish] = []
    dialog.save_wanted.connect(wishes.append)
    return wishes


def listed(stage: Stage) -> list[str]:
    (shown,) = stage.seen(PickList)
    return [str(shown.model().index(row, 0).data()) for row in range(shown.model().rowCount())]


def test_half_a_year_without_notes_is_proposed(
    stage: Stage, dialog: ReportDialog, wishes: list[ReportWish]
) -> None:
    assert "22 May to 21 November 2026: 3 sessions" in stage.texts()
    stage.press("Save as…")

    assert wishes == [
        ReportWish(first=date(2026, 5, 22), last=TODAY, paper=Paper.A4, name="", notes=frozenset())
    ]


def test_it_stays_until_the_report_is_written(
    stage: Stage, dialog: ReportDialog, wishes: list[ReportWish]
) -> None:
    stage.press("Tick all")
    stage.press("Save as…")
    assert dialog.isVisible()
    assert dialog.wish == wishes[0]

    dialog.on_written(wishes[0])

    assert not dialog.isVisible()


def test_it_stays_where_another_report_is_asked_for_meanwhile(
    stage: Stage, dialog: ReportDialog, wishes: list[ReportWish]
) -> None:
    stage.press("Save as…")
    stage.press("Period: 1 month")

    dialog.on_written(wishes[0])

    assert dialog.isVisible()


def test_the_name_is_that_of_the_last_time(stage: Stage, dialog: ReportDialog) -> None:
    (field,) = stage.seen(QLineEdit)
    QTest.keyClicks(field, "Alex")
    stage.press("Cancel")

    dialog.ask(TODAY, DAYS, NOTES, Paper.A4)

    assert dialog.wish.name == field.text() == "Alex"


@pytest.mark.parametrize(
    ("reach", "first", "told"),
    [
        ("1 month", date(2026, 10, 22), "22 October to 21 November 2026: 2 sessions"),
        ("3 months", date(2026, 8, 22), "22 August to 21 November 2026: 2 sessions"),
        ("1 year", date(2025, 11, 22), "22 November 2025 to 21 November 2026: 3 sessions"),
        ("All", DAYS[0], "17 October 2025 to 21 November 2026: 4 sessions"),
    ],
)
def test_the_period_is_told_in_days(
    stage: Stage, dialog: ReportDialog, reach: str, first: date, told: str
) -> None:
    stage.press(f"Period: {reach}")

    assert (dialog.wish.first, dialog.wish.last) == (first, TODAY)
    assert told in stage.texts()


def test_only_notes_of_the_period_can_be_ticked(stage: Stage, dialog: ReportDialog) -> None:
    assert listed(stage) == ["Fine", "Tight knee"]
    stage.press("Period: All")
    assert listed(stage) == ["Fine", "Tight knee", "Long ago"]


def test_ticked_notes_are_wished_for(
    stage: Stage, dialog: ReportDialog, wishes: list[ReportWish]
) -> None:
    (notes,) = stage.seen(PickList)
    stage.click_row(notes, 1)
    stage.press("Period: 1 year")
    stage.press("Save as…")

    assert wishes[0].notes == {"of 20"}


def test_a_note_out_of_the_period_is_ticked_no_more(stage: Stage, dialog: ReportDialog) -> None:
    stage.press("Period: All")
    stage.press("Tick all")
    assert dialog.wish.notes == {"of 3", "of 20", "of 400"}

    stage.press("Period: 1 month")

    assert dialog.wish.notes == {"of 3", "of 20"}


def test_all_notes_are_ticked_at_once_and_none(stage: Stage, dialog: ReportDialog) -> None:
    stage.press("Tick all")
    assert dialog.wish.notes == {"of 3", "of 20"}
    stage.press("Tick none")
    assert dialog.wish.notes == frozenset()


@pytest.mark.parametrize("size", [100, 200])
def test_no_button_moves_when_another_period_is_chosen(
    stage: Stage, dialog: ReportDialog, size: int
) -> None:
    stage.theme.set_text_percent(size)
    stage.settle()
    places: set[tuple[int, int]] = set()
    for reach in ("1 month", "3 months", "6 months", "1 year", "All"):
        stage.press(f"Period: {reach}")
        stage.settle()
        corner = stage.button("Save as…").mapTo(dialog, QPoint(0, 0))
        places.add((corner.x(), corner.y()))

    assert len(places) == 1


def test_a_period_without_notes_keeps_their_room(stage: Stage, dialog: ReportDialog) -> None:
    dialog.close_sheet()
    dialog.ask(TODAY, DAYS, NOTES[:1], Paper.A4)
    stage.settle()
    before = stage.button("Save as…").mapTo(dialog, QPoint(0, 0))
    assert "No notes in this period" in stage.texts()
    assert stage.seen(PickList) == []

    stage.press("Period: All")
    stage.settle()

    assert "Notes to put in" in stage.texts()
    assert listed(stage) == ["Long ago"]
    assert stage.button("Save as…").mapTo(dialog, QPoint(0, 0)) == before


def test_the_keyboard_ticks_notes(stage: Stage, dialog: ReportDialog) -> None:
    (notes,) = stage.seen(PickList)
    notes.setFocus()
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Space)

    assert dialog.wish.notes == {"of 20"}


def test_without_notes_there_is_no_list(stage: Stage, dialog: ReportDialog) -> None:
    dialog.close_sheet()
    dialog.ask(TODAY, DAYS, (), Paper.A4)
    stage.settle()

    assert stage.seen(PickList) == []
    assert "Notes to put in" not in stage.texts()


def test_paper_and_name_are_wished_for(stage: Stage, dialog: ReportDialog) -> None:
    stage.press("Paper: Letter")
    (field,) = stage.seen(QLineEdit)
    assert field.accessibleName() == "Name on the report"
    QTest.keyClicks(field, "  Alex ")

    assert (dialog.wish.paper, dialog.wish.name) == (Paper.LETTER, "Alex")


def test_what_else_was_chosen_the_last_time_is_forgotten(
    stage: Stage, dialog: ReportDialog
) -> None:
    stage.press("Period: All")
    stage.press("Tick all")
    stage.press("Cancel")
    assert not dialog.isVisible()

    dialog.ask(TODAY, DAYS, NOTES, Paper.LETTER)

    assert dialog.wish == ReportWish(
        first=date(2026, 5, 22), last=TODAY, paper=Paper.LETTER, name="", notes=frozenset()
    )


def test_without_a_session_all_is_today(stage: Stage, dialog: ReportDialog) -> None:
    dialog.close_sheet()
    dialog.ask(TODAY, (), (), Paper.A4)
    stage.press("Period: All")

    assert (dialog.wish.first, dialog.wish.last) == (TODAY, TODAY)
    assert "21 November 2026: 0 sessions" in stage.texts()


def test_escape_wishes_for_nothing(
    stage: Stage, dialog: ReportDialog, wishes: list[ReportWish]
) -> None:
    stage.key(Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert wishes == []
