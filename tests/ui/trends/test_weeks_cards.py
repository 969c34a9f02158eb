"""The cards with a bar for each week: minutes, goals, days against the plan."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.weeks import Week, weeks_of
from kneegui.ui.charts.bar_plot import BarPlot
from kneegui.ui.theme.roles import Role
from kneegui.ui.trends.goals_card import GoalsCard
from kneegui.ui.trends.minutes_card import MinutesCard
from kneegui.ui.trends.plan_card import PlanCard
from kneegui.ui.trends.weeks_card import WeeksCard
from kneegui.ui.widgets.chart_legend import ChartLegend
from tests.progress.samples import GOALS, SATURDAY, head, step
from tests.support.pixels import count, pixels
from tests.ui.stage import Stage
from tests.ui.trends.charts import plot_of, put, table_of, words_of

NOTHING = "What you do each week shows here after a session."


def weeks(*days_ago: int, practice: Sequence[PractisedStep] = ()) -> Sequence[Week]:
    return weeks_of([head(ago) for ago in days_ago], practice, GOALS, SATURDAY)


def told(card: WeeksCard) -> list[str]:
    return [stop.words for stop in plot_of(card).stops]


@pytest.mark.parametrize("kind", [GoalsCard, PlanCard])
def test_without_a_session_a_card_says_what_will_be_here(
    stage: Stage, qtbot: QtBot, kind: type[WeeksCard]
) -> None:
    card = kind(stage.theme)
    card.show_weeks((), SATURDAY)
    put(stage, qtbot, card)

    assert NOTHING in words_of(card)
    assert card.slot.plot is None


def test_minutes_of_the_last_eight_weeks(stage: Stage, qtbot: QtBot) -> None:
    heads: list[SessionHead] = [head(ago) for ago in (0, 1, 9, 40, 100)]
    card = MinutesCard(stage.theme)
    card.show_heads(heads, SATURDAY)
    put(stage, qtbot, card)

    assert "Week of 16 Nov: 20 min in 2 sessions" in words_of(card)
    assert told(card)[0] == "Week of 28 Sep: 0 min in 0 sessions"
    assert len(told(card)) == 8

    card.set_table(is_table=True)
    stage.settle()
    assert table_of(card)[-2:] == ["Week of 9 Nov | 10 | 1", "Week of 16 Nov | 20 | 2"]


def test_minutes_of_long_ago_are_nothing_now(stage: Stage, qtbot: QtBot) -> None:
    card = MinutesCard(stage.theme)
    card.show_heads([head(100)], SATURDAY)
    put(stage, qtbot, card)

    assert NOTHING in words_of(card)


def test_one_session_is_one_bar_among_four_weeks(stage: Stage, qtbot: QtBot) -> None:
    card = MinutesCard(stage.theme)
    card.show_heads([head(0)], SATURDAY)
    put(stage, qtbot, card)
    plot = plot_of(card)

    inked = count(pixels(plot), stage.theme.colour(Role.PRIMARY))

    assert len(plot.stops) == 1
    # A bar is no wider than 40 px, and no higher than the chart.
    assert 1000 < inked < 41 * plot.height()


def test_goals_count_minutes_or_sessions(stage: Stage, qtbot: QtBot) -> None:
    practice = (
        step(0, "calf", seconds=300.0),
        step(0, "clamshell", seconds=300.0),
        step(1, "calf", seconds=300.0),
    )
    card = GoalsCard(stage.theme)
    card.show_weeks(weeks(0, 1, practice=practice), SATURDAY)
    put(stage, qtbot, card)
    minutes = "Week of 16 Nov: 20 min in 2 sessions, stretch 10, strengthen 5"
    assert minutes in words_of(card)

    stage.press("Count: Sessions")

    sessions = "Week of 16 Nov: 20 min in 2 sessions, stretch in 2, strengthen in 1"
    assert sessions in words_of(card)
    assert told(card) == [sessions]

    stage.press("Count: Minutes")
    assert told(card) == [minutes]


def test_a_session_for_several_goals_makes_no_bar_higher(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(ago, exercise) for ago in (0, 1) for exercise in ("calf", "clamshell")]
    card = GoalsCard(stage.theme)
    card.show_weeks(weeks(0, 1, practice=practice), SATURDAY)
    put(stage, qtbot, card)
    plot = plot_of(card)
    assert isinstance(plot, BarPlot)

    stage.press("Count: Sessions")

    assert [bar.value for bar in plot.bars] == [2]


def test_goals_have_their_colours(stage: Stage, qtbot: QtBot) -> None:
    practice = (step(0, "calf", seconds=600.0), step(0, "clamshell", seconds=600.0))
    card = GoalsCard(stage.theme)
    card.show_weeks(weeks(0, practice=practice), SATURDAY)
    put(stage, qtbot, card)

    picture = pixels(plot_of(card))

    roles = (Role.RELEASE_SOLID, Role.STRETCH_SOLID, Role.STRENGTHEN_SOLID)
    inked = [count(picture, stage.theme.colour(role)) > 500 for role in roles]
    assert inked == [False, True, True]


def test_the_table_of_goals_has_minutes_and_sessions(stage: Stage, qtbot: QtBot) -> None:
    card = GoalsCard(stage.theme)
    card.show_weeks(weeks(0, practice=[step(0, "calf", seconds=300.0)]), SATURDAY)
    put(stage, qtbot, card)

    card.set_table(is_table=True)
    stage.settle()

    assert table_of(card) == [
        "Week | Minutes | Sessions | Release | Stretch | Strengthen",
        "Week of 16 Nov | 10 | 1 | – | 5 min in 1 | –",
    ]


def test_a_week_as_planned_has_a_strong_bar(stage: Stage, qtbot: QtBot) -> None:
    card = PlanCard(stage.theme)
    card.show_weeks(weeks(0, 1), SATURDAY)
    put(stage, qtbot, card)
    assert count(pixels(plot_of(card)), stage.theme.colour(Role.PRIMARY)) == 0

    card.show_weeks(weeks(0, 1, 2), SATURDAY)
    stage.settle()

    assert count(pixels(plot_of(card)), stage.theme.colour(Role.PRIMARY)) > 500


def test_the_days_are_told_against_the_plan(stage: Stage, qtbot: QtBot) -> None:
    card = PlanCard(stage.theme)
    card.show_weeks(weeks(0, 7, 8, 12), SATURDAY)
    put(stage, qtbot, card)

    assert (
        "1 of 1 whole week as planned. The plan by goal: Stretch 3–5 days, Strengthen 3 days."
        in words_of(card)
    )
    assert told(card) == ["Week of 9 Nov: 3 days, plan 3", "Week of 16 Nov: 1 day, plan 3"]
    legend = card.findChild(ChartLegend)
    assert legend is not None
    assert legend.accessibleName() == "plan, 3 days"

    card.set_table(is_table=True)
    stage.settle()
    assert table_of(card) == [
        "Week | Days | Plan | Release, days | Stretch, days | Strengthen, days",
        "Week of 9 Nov | 3 | 3 | 0 | 0 | 0",
        "Week of 16 Nov | 1 | 3 | 0 | 0 | 0",
    ]


@pytest.mark.parametrize("percent", [100, 150])
def test_a_chart_keeps_its_height_while_it_is_pointed_at(
    stage: Stage, qtbot: QtBot, percent: int
) -> None:
    card = PlanCard(stage.theme)
    card.show_weeks(weeks(0, 7, 8, 12), SATURDAY)
    put(stage, qtbot, card, (560, 400))
    stage.theme.set_text_percent(percent)
    stage.settle()
    before = card.slot.geometry()
    # What is told of the whole takes two lines here, and what is told of a week one.

    plot_of(card).point(1)
    stage.settle()

    assert card.slot.geometry() == before


@pytest.mark.parametrize("kind", [GoalsCard, PlanCard])
def test_years_are_told_by_month(stage: Stage, qtbot: QtBot, kind: type[WeeksCard]) -> None:
    card = kind(stage.theme)
    all_weeks = weeks(*range(0, 2000, 2))
    card.show_weeks(all_weeks, SATURDAY)
    put(stage, qtbot, card)

    # From June 2021, whose first Monday with a session is the 31st of May.
    assert len(told(card)) == 67
    assert told(card)[-2].startswith("October 2026: ")
    assert count(pixels(plot_of(card)), stage.theme.colour(Role.PRIMARY)) > 1000 or (
        kind is GoalsCard
    )
    card.set_table(is_table=True)
    stage.settle()
    assert len(table_of(card)) == len(all_weeks) + 1


def test_the_plan_of_years_counts_the_weeks_that_kept_it(stage: Stage, qtbot: QtBot) -> None:
    card = PlanCard(stage.theme)
    card.show_weeks(weeks(*range(0, 2000, 2)), SATURDAY)
    put(stage, qtbot, card)

    assert told(card)[-2] == "October 2026: 4 of 4 weeks as planned"
    legend = card.findChild(ChartLegend)
    assert legend is not None
    assert legend.accessibleName() == "weeks with 3 days or more, in each month"
