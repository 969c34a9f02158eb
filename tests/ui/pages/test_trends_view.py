"""The trends as a whole: periods, tables, columns, and nothing of it too early."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QListView, QTableView
from pytestqt.qtbot import QtBot

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Side
from kneegui.domain.session_head import SessionHead
from kneegui.ui.charts.chart_slot import ChartSlot
from kneegui.ui.pages.trends_view import Span, TrendsView
from kneegui.ui.trends.exercise_card import ExerciseCard
from kneegui.ui.trends.goals_card import GoalsCard
from kneegui.ui.trends.hurts_card import HurtsCard
from kneegui.ui.trends.pain_card import PainCard
from kneegui.ui.trends.plan_card import PlanCard
from tests.progress.samples import GOALS, SATURDAY, head, step
from tests.support.clipping import cut_off
from tests.ui.stage import Stage
from tests.ui.trends.charts import wait_for_charts, words_of

DAYS_AGO = (1, 8, 15, 120, 130, 500)


def sessions(*days_ago: int) -> tuple[list[SessionHead], list[PractisedStep]]:
    """Gives a session for each, the latest first, and their steps, the oldest first."""
    heads = [head(ago, pain_before=4, pain_after=3, effort=4) for ago in sorted(days_ago)]
    steps = [
        each
        for ago in sorted(days_ago, reverse=True)
        for each in (
            step(ago, side=Side.LEFT, done=10),
            step(ago, side=Side.RIGHT, done=9, pain=4 if ago == 8 else None),
            step(ago, "calf", done=3),
        )
    ]
    return heads, steps


def view_with(
    stage: Stage, qtbot: QtBot, *days_ago: int, size: tuple[int, int] = (1280, 900)
) -> TrendsView:
    view = TrendsView(stage.theme)
    heads, practice = sessions(*days_ago)
    view.show_trends(heads, practice, GOALS, SATURDAY)
    stage.show(view, size)
    wait_for_charts(stage, qtbot)
    return view


def points(view: TrendsView, kind: type[PainCard | GoalsCard | PlanCard]) -> int:
    card = view.findChild(kind)
    assert card is not None
    plot = card.slot.plot
    assert plot is not None
    return len(plot.stops)


def test_the_last_three_months_are_shown_at_first(stage: Stage, qtbot: QtBot) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO)

    assert points(view, PainCard) == 3
    # With the weeks of the pause at its beginning, as in the report.
    assert points(view, PlanCard) == 14


@pytest.mark.parametrize(
    ("name", "sessions_shown", "weeks"),
    [("Period: 12 months", 5, 53), ("Period: All", 6, 72)],
)
def test_another_period_shows_more(
    stage: Stage, qtbot: QtBot, name: str, sessions_shown: int, weeks: int
) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO)

    stage.press(name)

    assert points(view, PainCard) == sessions_shown
    assert points(view, PlanCard) == weeks


def test_weeks_are_never_cut_by_the_period(stage: Stage, qtbot: QtBot) -> None:
    # Three months before the Saturday is a Friday; the Monday of its week is shown with it.
    assert SATURDAY - timedelta(days=96) == date(2026, 8, 17)
    view = view_with(stage, qtbot, 0, 96)

    assert points(view, PainCard) == 1
    card = view.findChild(PlanCard)
    assert card is not None
    assert [week.sessions for week in card.weeks] == [1, *[0] * 12, 1]
    # Neither the week that began before nor this one, which is not over, as in the report.
    assert card.told(-1).startswith("0 of 12 whole weeks as planned")


def test_every_period_that_has_all_sessions_tells_the_same_of_the_plan(
    stage: Stage, qtbot: QtBot
) -> None:
    # The first session is on a Saturday: of the days before it nothing is known.
    view = view_with(stage, qtbot, 0, 7, 8, 9, 14)
    card = view.findChild(PlanCard)
    assert card is not None
    told: set[str] = set()

    for name in ("3 months", "12 months", "All"):
        stage.press(f"Period: {name}")
        told.add(card.told(-1).partition(".")[0])

    assert told == {"1 of 1 whole week as planned"}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_sessions_make_sense(stage: Stage, qtbot: QtBot, count: int) -> None:
    view = view_with(stage, qtbot, *range(count))

    words = words_of(view)

    empty = "Pain shows here once you answer how the knee is, before and after a session."
    assert (empty in words) is (count == 0)
    assert ("Pain 3 after the session of Sat 21 Nov" in words) is (count == 1)
    same = "About the same since Fri 20 Nov. Pain 3 after the first session, 3 after the latest."
    assert (same in words) is (count == 2)
    card = view.findChild(HurtsCard)
    assert card is not None
    assert "No pain was told in an exercise." in words_of(card)


def test_tables_stand_in_the_place_of_all_charts(stage: Stage, qtbot: QtBot) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO)

    stage.press("Show as: Table")

    assert [slot for slot in view.findChildren(ChartSlot) if slot.isVisible()] == []
    # Nothing has got easier, so there is a sentence.
    tables = [table.accessibleName() for table in view.findChildren(QTableView)]
    assert tables == [
        "Pain per session",
        "By goal",
        "Days a week",
        "Calf",
        "What hurts",
        "Left and right",
    ]

    stage.press("Show as: Chart")
    assert [table for table in view.findChildren(QTableView) if table.isVisible()] == []


def test_tables_have_all_the_width(stage: Stage, qtbot: QtBot) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO)
    goals, plan = view.findChild(GoalsCard), view.findChild(PlanCard)
    assert goals is not None
    assert plan is not None
    assert goals.y() == plan.y()

    stage.press("Show as: Table")

    assert goals.y() < plan.y()
    assert goals.width() > view.width() - 40


def test_cards_stand_in_one_column_in_a_narrow_window(stage: Stage, qtbot: QtBot) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO, size=(800, 600))

    goals, plan = view.findChild(GoalsCard), view.findChild(PlanCard)

    assert goals is not None
    assert plan is not None
    assert goals.y() < plan.y()


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_words_are_cut(stage: Stage, qtbot: QtBot, size: tuple[int, int], percent: int) -> None:
    stage.theme.set_text_percent(percent)
    view = view_with(stage, qtbot, *DAYS_AGO, size=size)

    assert cut_off(view) == []


def test_a_row_leads_to_its_exercise(stage: Stage, qtbot: QtBot) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO, size=(1280, 2400))
    card, hurts = view.findChild(ExerciseCard), view.findChild(HurtsCard)
    assert card is not None
    assert hurts is not None
    card.show_exercise("Calf", (), {}, SATURDAY, SATURDAY)
    rows = hurts.findChild(QListView)
    assert rows is not None

    view.choose_exercise("calf")
    assert "Calf" in words_of(card)
    stage.click_row(rows, 0)

    assert "Clamshell" in words_of(card)


def test_a_period_may_be_chosen_before_there_is_anything(stage: Stage, qtbot: QtBot) -> None:
    view = TrendsView(stage.theme)

    view.choose_span(Span.ALL)
    heads, practice = sessions(*DAYS_AGO)
    view.show_trends(heads, practice, GOALS, SATURDAY)
    stage.show(view, (1280, 900))
    wait_for_charts(stage, qtbot)

    assert points(view, PainCard) == 6


def test_steps_of_a_session_that_is_gone_are_left_out(stage: Stage, qtbot: QtBot) -> None:
    view = TrendsView(stage.theme)
    heads, practice = sessions(1, 8)
    view.show_trends(heads[:1], practice, GOALS, SATURDAY)
    stage.show(view, (1280, 900))
    wait_for_charts(stage, qtbot)

    card = view.findChild(ExerciseCard)
    assert card is not None
    assert card.slot.plot is not None
    assert [stop.words[:10] for stop in card.slot.plot.stops] == ["Fri 20 Nov"]


def test_charts_that_are_not_seen_are_not_made(stage: Stage, qtbot: QtBot) -> None:
    view = view_with(stage, qtbot, *DAYS_AGO, size=(800, 600))

    made = [slot.plot is not None for slot in view.findChildren(ChartSlot)]

    assert made[0]
    assert not all(made)


def test_newer_sessions_take_the_place_of_what_still_waits(stage: Stage, qtbot: QtBot) -> None:
    view = TrendsView(stage.theme)
    heads, practice = sessions(*DAYS_AGO)
    view.show_trends(heads, practice, GOALS, SATURDAY)
    view.show_trends(heads[:1], practice[-3:], GOALS, SATURDAY)
    stage.show(view, (1280, 900))
    wait_for_charts(stage, qtbot)

    assert points(view, PainCard) == 1
