"""The History page: overview, all sessions, and one of them with its steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView

from kneegui.ui.pages.history_head import Part
from kneegui.ui.pages.trends_view import TrendsView
from kneegui.ui.trends.easier_card import EasierCard
from kneegui.ui.trends.exercises_pane import ExercisesPane
from kneegui.ui.trends.hurts_card import HurtsCard
from kneegui.ui.trends.minutes_card import MinutesCard
from kneegui.ui.trends.pain_card import PainCard
from kneegui.ui.widgets.heat_map import HeatMap
from kneegui.ui.widgets.row_table import RowTable
from tests.support.as_stored import heads_of, practice_of
from tests.support.pixels import colours, count, pixels
from tests.test_house import run_python
from tests.ui.pages.history_stage import SESSIONS, Keeper
from tests.ui.some_sessions import TODAY, shipped_routine, some_session
from tests.ui.stage import Stage
from tests.ui.trends.charts import words_of

pytestmark = pytest.mark.usefixtures("no_charts")

Key = Qt.Key


@pytest.fixture
def keeper(stage: Stage) -> Keeper:
    return Keeper(stage)


@pytest.fixture
def wide(keeper: Keeper) -> Keeper:
    keeper.show()
    return keeper


@pytest.fixture
def narrow(keeper: Keeper) -> Keeper:
    keeper.show((800, 600))
    return keeper


def test_before_it_is_known_nothing_is_said(stage: Stage, keeper: Keeper) -> None:
    stage.show(keeper.page)

    assert stage.texts() == ["History"]


def test_without_sessions_the_page_invites_to_the_first(stage: Stage) -> None:
    keeper = Keeper(stage, [])
    keeper.show()

    assert keeper.says("Nothing here yet")
    stage.press("Start After-run five, 8 min")
    stage.press("Import old sessions")
    stage.press("Restore a backup")
    assert keeper.noted == [("start", "after-run-five"), ("import",), ("restore",)]
    assert "Export" not in stage.names()


def test_the_overview_has_days_list_and_the_latest_session(stage: Stage, wide: Keeper) -> None:
    assert wide.says("Days you trained")
    assert wide.rows == [
        "November 2026",
        "After-run five",
        "Strength level 2",
        "Stretch four",
        "After-run five",
        "October 2026",
        "Cool-down",
    ]
    assert wide.open_session is SESSIONS[0]
    assert wide.wanted == [SESSIONS[0].id]
    # Search and filters stand with all sessions.
    assert stage.seen(QLineEdit) == []


def test_what_came_before_the_page_was_seen_is_shown_then(stage: Stage, keeper: Keeper) -> None:
    keeper.give()
    assert keeper.wanted == []

    stage.show(keeper.page)

    assert keeper.open_session is SESSIONS[0]
    assert keeper.table.verticalScrollBar().value() == 0


def test_all_sessions_have_search_and_filters(stage: Stage, wide: Keeper) -> None:
    stage.press("Show: All sessions")

    assert stage.seen(HeatMap) == []
    assert wide.says("5 sessions")
    assert wide.open_session is SESSIONS[0]
    stage.press("Show: Overview")
    assert stage.seen(HeatMap) != []
    assert stage.seen(QLineEdit) == []


def test_the_exercises_have_the_page_for_themselves(stage: Stage, wide: Keeper) -> None:
    stage.press("Show: Trends")

    assert stage.seen(RowTable) == []
    assert wide.open_session is None
    assert stage.seen(TrendsView) != []


# --- trends ---


def test_trends_come_after_the_list_and_the_steps_after_them(stage: Stage, keeper: Keeper) -> None:
    keeper.answers = False
    stage.show(keeper.page)
    assert stage.page is not None
    keeper.page.show_sessions(heads_of(SESSIONS), TODAY, shipped_routine("short"))
    assert keeper.page.findChildren(PainCard) == []

    stage.settle()
    assert len(stage.seen(PainCard)) == len(stage.seen(MinutesCard)) == 1
    assert keeper.practice_wanted == 1
    # Before the steps are known nothing is said of them.
    assert stage.seen(EasierCard) == stage.seen(HurtsCard) == []

    keeper.page.show_practice(practice_of(SESSIONS))
    stage.settle()
    assert len(stage.seen(EasierCard)) == len(stage.seen(HurtsCard)) == 1


def test_the_steps_are_wanted_again_only_for_other_sessions(stage: Stage, wide: Keeper) -> None:
    stage.press("Show: All sessions")
    stage.press("Show: Overview")
    assert wide.practice_wanted == 1

    stage.press("Show: Trends")
    stage.press("Show: Overview")
    stage.press("Show: Trends")
    assert wide.practice_wanted == 2

    wide.give()
    assert wide.practice_wanted == 3
    stage.press("Show: All sessions")
    wide.give()
    assert wide.practice_wanted == 3


def test_what_got_easier_leads_to_the_exercises(stage: Stage, wide: Keeper) -> None:
    stage.press("All exercises")

    assert stage.button("Show: Trends").isChecked()


@pytest.mark.parametrize("seen_before", [False, True])
def test_an_exercise_that_got_easier_is_brought_into_sight(
    stage: Stage, wide: Keeper, seen_before: bool
) -> None:
    if seen_before:
        stage.press("Show: Trends")
        stage.press("Show: Overview")
    (card,) = stage.seen(EasierCard)
    card.exercise_chosen.emit("single-leg-bridge")
    for _ in range(5):
        stage.settle()

    assert stage.button("Show: Trends").isChecked()
    (pane,) = stage.seen(ExercisesPane)
    assert pane.card.title == "Single-leg bridge"
    assert 0 <= pane.mapTo(wide.page, QPoint(0, 0)).y() < 200


def test_what_hurts_is_told_in_the_overview_and_leads_to_the_exercise(
    stage: Stage, wide: Keeper
) -> None:
    for _ in range(5):
        stage.settle()
    (card,) = stage.seen(HurtsCard)

    assert words_of(card) == ["What hurts", "Most often first; the number is the worst pain."]
    rows = card.findChild(QListView)
    assert rows is not None
    assert [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())] == [
        "Side-lying hip abduction, worst 5 of 10, in 1 of 2 sessions, stopped in 1, last Fri 20 Nov"
    ]

    rows.clicked.emit(rows.model().index(0, 0))
    for _ in range(5):
        stage.settle()
    assert stage.button("Show: Trends").isChecked()
    (pane,) = stage.seen(ExercisesPane)
    assert pane.card.title == "Side-lying hip abduction"


def test_the_page_tells_the_period_that_was_chosen_on_it(stage: Stage, wide: Keeper) -> None:
    assert wide.page.span == ""
    stage.press("Show: Trends")
    stage.settle()
    assert wide.page.span == "3"

    stage.press("Period: 12 months")
    assert wide.page.span == "12"

    stage.press("Show: Overview")
    assert wide.page.span == ""


def test_in_a_narrow_window_the_minutes_stand_below_the_pain(stage: Stage, wide: Keeper) -> None:
    def places() -> tuple[QPoint, QPoint]:
        (pain,), (minutes,) = stage.seen(PainCard), stage.seen(MinutesCard)
        return pain.pos(), minutes.pos()

    pain, minutes = places()
    assert (pain.y(), pain.x() < minutes.x()) == (minutes.y(), True)

    stage.theme.set_text_percent(150)
    stage.resize(800, 600)
    pain, minutes = places()
    assert (pain.x(), pain.y() < minutes.y()) == (minutes.x(), True)


def test_without_sessions_no_steps_are_wanted(stage: Stage) -> None:
    keeper = Keeper(stage, [])
    keeper.show()

    assert keeper.practice_wanted == 0


def test_the_page_is_there_without_charts(own_folders: Path) -> None:
    loaded = run_python(
        "import json, sys, kneegui.ui.pages.history_page\n"
        "print(json.dumps({'loaded': list(sys.modules)}))",
        own_folders,
    )["loaded"]

    assert "kneegui.ui.pages.history_page" in loaded
    late = ("pyqtgraph", "kneegui.ui.trends", "kneegui.ui.pages.trends_view")
    assert [name for name in loaded if name.startswith(late)] == []


def test_the_sign_for_searching_leads_to_the_search(stage: Stage, wide: Keeper) -> None:
    stage.press("Search the sessions")

    (field,) = stage.seen(QLineEdit)
    assert stage.application.focusWidget() is field
    assert stage.button("Show: All sessions").isChecked()


def test_a_click_opens_a_session(stage: Stage, wide: Keeper) -> None:
    stage.click_row(wide.table, 2)

    assert wide.open_session is SESSIONS[1]


def test_the_arrow_keys_step_over_the_months(stage: Stage, wide: Keeper) -> None:
    wide.table.setFocus(Qt.FocusReason.TabFocusReason)
    opened: list[int] = []
    for key in (Key.Key_Down, Key.Key_End, Key.Key_Up, Key.Key_Home):
        stage.key(key)
        opened.append(wide.table.currentIndex().row())

    assert opened == [2, 6, 4, 1]
    assert wide.open_session is SESSIONS[0]


def test_a_click_on_a_month_changes_nothing(stage: Stage, wide: Keeper) -> None:
    stage.click_row(wide.table, 5)

    assert wide.open_session is SESSIONS[0]
    assert wide.wanted == [SESSIONS[0].id]


def test_an_answer_that_comes_too_late_is_left_out(stage: Stage, wide: Keeper) -> None:
    wide.answers = False
    stage.click_row(wide.table, 2)
    stage.click_row(wide.table, 3)
    wide.answer(SESSIONS[2].id)
    wide.answer(SESSIONS[1].id)

    assert wide.open_session is SESSIONS[2]


def test_what_is_chosen_stays_so_and_is_read_anew(stage: Stage, wide: Keeper) -> None:
    stage.click_row(wide.table, 2)
    wide.wanted.clear()

    wide.sessions[0] = some_session(0, "short")
    wide.give()

    assert wide.wanted == [SESSIONS[1].id]
    assert wide.table.currentIndex().data() == "Strength level 2"
    assert "Short mode" in wide.rows


def test_nothing_goes_away_while_the_answer_is_on_its_way(stage: Stage, wide: Keeper) -> None:
    wide.answers = False
    before = pixels(wide.page)
    wide.give()

    assert wide.open_session is SESSIONS[0]
    assert pixels(wide.page) == before


def test_when_the_chosen_one_is_gone_the_latest_is_open(stage: Stage, wide: Keeper) -> None:
    stage.click_row(wide.table, 2)
    del wide.sessions[1]
    wide.give()

    assert wide.open_session is SESSIONS[0]


def test_a_session_can_be_opened_by_its_id(stage: Stage, wide: Keeper) -> None:
    wide.page.search("five")
    wide.page.open_session(SESSIONS[4].id)
    stage.settle()
    assert wide.open_session is SESSIONS[4]
    assert len(wide.rows) == 7

    wide.page.open_session("unknown")
    assert wide.open_session is SESSIONS[4]


def test_what_is_found_is_seen_from_its_top(stage: Stage) -> None:
    keeper = Keeper(stage, [some_session(days) for days in range(60)])
    keeper.show()
    keeper.page.open_session(keeper.sessions[50].id)
    bar = keeper.table.verticalScrollBar()
    assert bar.value() > 0

    keeper.page.search("five")
    assert bar.value() == 0

    # Without a filter the one that is open is in sight again.
    keeper.page.search("")
    place = keeper.table.visualRect(keeper.table.currentIndex())
    assert keeper.table.viewport().rect().contains(place)


# --- a day of the heat map ---


def press_day(stage: Stage, keeper: Keeper, days_ago: int) -> None:
    session = next(each for each in SESSIONS if each.id.startswith(f"session-{days_ago}-"))
    stage.click_at(keeper.map, keeper.day_place(session.started_at.local.date()))


def test_a_press_on_a_day_lists_its_sessions(stage: Stage, wide: Keeper) -> None:
    press_day(stage, wide, 3)

    assert wide.rows == ["November 2026", "Stretch four"]
    assert wide.says("Wed 18 Nov: 1 session")
    assert wide.open_session is SESSIONS[2]


def test_a_second_press_takes_it_back(stage: Stage, wide: Keeper) -> None:
    press_day(stage, wide, 3)
    press_day(stage, wide, 3)

    assert len(wide.rows) == 7
    assert not wide.says("Wed 18 Nov: 1 session")
    # The session that was open is still there.
    assert wide.open_session is SESSIONS[2]


@pytest.mark.parametrize("where", ["map", "list"])
def test_escape_takes_it_back(stage: Stage, wide: Keeper, where: str) -> None:
    press_day(stage, wide, 3)
    if where == "list":
        wide.table.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Key.Key_Escape)

    assert len(wide.rows) == 7
    assert wide.map.chosen is None


def test_clearing_the_filters_takes_it_back(stage: Stage, wide: Keeper) -> None:
    press_day(stage, wide, 3)
    stage.press("Clear filters")

    assert len(wide.rows) == 7
    assert wide.map.chosen is None


def test_in_a_narrow_window_a_day_leads_to_the_list(stage: Stage, narrow: Keeper) -> None:
    press_day(stage, narrow, 3)

    assert narrow.rows == ["November 2026", "Stretch four"]
    assert stage.button("Show: All sessions").isChecked()


# --- less room ---


def test_a_narrow_window_shows_one_thing(stage: Stage, narrow: Keeper) -> None:
    assert stage.seen(HeatMap) != []
    assert stage.seen(RowTable) == []
    assert narrow.open_session is None

    stage.press("Show: All sessions")
    assert stage.seen(HeatMap) == []
    assert not narrow.table.currentIndex().isValid()
    assert narrow.wanted == []


def test_in_a_narrow_window_a_session_has_a_page_of_its_own(stage: Stage, narrow: Keeper) -> None:
    stage.press("Show: All sessions")
    stage.click_row(narrow.table, 2)
    assert narrow.open_session is SESSIONS[1]
    assert stage.seen(RowTable) == []

    stage.press("All sessions")
    assert narrow.table.currentIndex().row() == 2
    assert stage.application.focusWidget() is narrow.table


def test_the_keyboard_alone_opens_a_session_and_comes_back(stage: Stage, narrow: Keeper) -> None:
    stage.press("Show: All sessions")
    narrow.table.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Key.Key_Down)
    stage.key(Key.Key_Return)
    assert narrow.open_session is SESSIONS[0]

    stage.key(Key.Key_Escape)
    assert narrow.open_session is None
    assert stage.application.focusWidget() is narrow.table


def test_a_window_made_wider_shows_the_detail_beside(stage: Stage, narrow: Keeper) -> None:
    stage.press("Show: All sessions")
    stage.click_row(narrow.table, 3)
    stage.resize(1100, 700)
    assert narrow.open_session is SESSIONS[2]
    assert stage.seen(RowTable) != []

    stage.resize(800, 600)
    assert narrow.open_session is None
    stage.resize(1280, 800)
    stage.press("Show: Overview")
    assert narrow.open_session is SESSIONS[2]
    assert stage.seen(HeatMap) != []


def test_an_open_session_is_read_anew_in_a_narrow_window_too(stage: Stage, narrow: Keeper) -> None:
    narrow.page.open_session(SESSIONS[1].id)
    narrow.wanted.clear()
    narrow.give()

    assert narrow.wanted == [SESSIONS[1].id]
    assert narrow.open_session is SESSIONS[1]


def test_when_the_open_one_is_gone_the_list_is_there(stage: Stage, narrow: Keeper) -> None:
    narrow.page.open_session(SESSIONS[1].id)
    del narrow.sessions[1]
    narrow.give()

    assert narrow.open_session is None
    assert len(narrow.rows) == 6


def test_with_the_last_session_goes_all_there_was(stage: Stage, narrow: Keeper) -> None:
    narrow.page.open_session(SESSIONS[1].id)
    narrow.sessions.clear()
    narrow.give()

    assert narrow.says("Nothing here yet")
    assert stage.seen(RowTable) == []


# --- out and in ---


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("PDF report…", ("export", "pdf")),
        ("Tables (CSV)…", ("export", "csv")),
        ("All data (JSON)…", ("export", "json")),
        ("Back up now", ("backup",)),
        ("Restore a backup…", ("restore",)),
        ("Import…", ("import",)),
    ],
)
def test_the_menu_leads_out_and_in(
    stage: Stage, wide: Keeper, words: str, noted: tuple[str, ...]
) -> None:
    stage.choose("Export", words)

    assert wide.noted == [noted]


def test_the_list_is_painted_with_its_pain(stage: Stage, wide: Keeper) -> None:
    image = pixels(wide.table.viewport())

    assert count(image, stage.theme.pain_colour(3)) > 300
    assert count(image, stage.theme.pain_colour(2)) > 300
    assert colours(image) > 60


def test_the_parts_are_those_of_the_head() -> None:
    assert [part.value for part in Part] == ["overview", "sessions", "trends"]


def test_another_day_is_another_today(stage: Stage, wide: Keeper) -> None:
    wide.give(TODAY.replace(day=22))

    assert wide.map.days[TODAY].is_today is False
