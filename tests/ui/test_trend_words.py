"""The words for weeks, pain and exercises over time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kneegui.domain.exercise import Goal
from kneegui.domain.session import StepKind, StepStatus
from kneegui.domain.session_head import SessionHead
from kneegui.progress.exercise_progress import ExercisePoint, Unit, exercise_points
from kneegui.progress.hurting import Hurting
from kneegui.progress.months import Month, months_of
from kneegui.progress.pain_trend import PainMonth, PainTrend, pain_trend
from kneegui.progress.weeks import Week, weeks_of, whole_weeks
from kneegui.ui.session_words import count_days
from kneegui.ui.trend_words import (
    bar_told,
    day_and_month,
    dose_told,
    exercise_told,
    goal_plan_words,
    goals_told,
    hurting_told,
    month_plan_told,
    pain_month_told,
    pain_summary,
    pain_told,
    plan_summary,
    side_amount,
    week_days_told,
    week_told,
)
from tests.progress.samples import GOALS, SATURDAY, head, step


def point_of(*sets: int, kind: StepKind = StepKind.WORK, **changes: Any) -> ExercisePoint:
    steps = [
        step(1, "calf", set=number, done=done, kind=kind, **changes)
        for number, done in enumerate(sets)
    ]
    (point,) = exercise_points(steps)
    return point


def trend(*heads: SessionHead) -> PainTrend:
    return pain_trend(heads)


def week_of_all_goals() -> Week:
    steps = (
        step(0, "calf", seconds=300.0),
        step(0, "clamshell", seconds=600.0),
        step(1, "calf", seconds=60.0),
    )
    (week,) = weeks_of([head(0), head(1)], steps, GOALS, SATURDAY)
    return week


def test_weeks_have_their_year_where_it_is_another() -> None:
    assert day_and_month(SATURDAY) == "21 Nov"
    mondays = (SATURDAY - timedelta(days=5), date(2025, 12, 29))
    assert [week_told(day, SATURDAY) for day in mondays] == [
        "Week of 16 Nov",
        "Week of 29 Dec 2025",
    ]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "no answer"),
        ({"pain_before": 3}, "before 3"),
        ({"pain_before": 3, "pain_after": 0}, "before 3, after 0, lower"),
        ({"pain_before": 3, "pain_after": 4}, "before 3, after 4, about the same"),
        (
            {"pain_before": 2, "pain_worst": 6, "pain_after": 5, "pain_morning": 2},
            "before 2, worst 6, after 5, next morning 2, higher",
        ),
    ],
)
def test_a_session_tells_its_pain(told: dict[str, int], words: str) -> None:
    (point,) = trend(head(0, title="Calm-down", **told)).points

    assert pain_told(point, SATURDAY) == f"Sat 21 Nov, Calm-down: {words}"


@pytest.mark.parametrize(
    ("latest", "words"),
    [
        (2, "Lower since Wed 11 Nov. Pain 5 after the first session, 2 after the latest."),
        (6, "About the same since Wed 11 Nov. Pain 5 after the first session, 6 after the latest."),
        (9, "Higher since Wed 11 Nov. Pain 5 after the first session, 9 after the latest."),
        (None, "Pain 5 after the session of Wed 11 Nov"),
    ],
)
def test_the_latest_pain_is_compared_with_the_first(latest: int | None, words: str) -> None:
    heads = (head(10, pain_after=5), head(0, pain_before=1, pain_after=latest))

    assert pain_summary(trend(*heads), SATURDAY) == words


def test_of_many_sessions_the_middle_ones_are_compared() -> None:
    heads = [head(ago, pain_after=pain) for ago, pain in enumerate([9, 1, 2, 1, 5, 5, 4, 0])]

    assert pain_summary(trend(*heads), SATURDAY) == (
        "Lower since Sat 14 Nov. Middle pain 4 after the first 3 sessions, 2 after the latest 3."
    )


def test_without_a_pain_after_there_is_nothing_to_compare() -> None:
    assert pain_summary(trend(head(0, pain_before=4)), SATURDAY) == ""


def test_a_month_tells_its_range() -> None:
    month = PainMonth(first=date(2026, 11, 1), sessions=12, low=1, middle=3, high=5)
    alike = PainMonth(first=date(2026, 11, 1), sessions=1, low=4, middle=4, high=4)

    assert pain_month_told(month) == "November 2026: after 12 sessions 1 to 5, in the middle 3"
    assert pain_month_told(alike) == "November 2026: after 1 session 4"


def test_a_week_tells_minutes_goals_and_days() -> None:
    week = week_of_all_goals()

    assert bar_told(week, SATURDAY) == "Week of 16 Nov: 20 min in 2 sessions"
    assert goals_told(week, minutes=True) == "stretch 6, strengthen 10"
    assert goals_told(week, minutes=False) == "stretch in 2, strengthen in 1"
    assert week_days_told(week, SATURDAY, 3) == (
        "Week of 16 Nov: 2 days, plan 3, stretch on 2, strengthen on 1"
    )
    assert count_days(1) == "1 day"


def test_a_month_tells_the_weeks_that_begin_in_it() -> None:
    (november,) = months_of([week_of_all_goals()])

    assert isinstance(november, Month)
    assert bar_told(november, SATURDAY) == "November 2026: 20 min in 2 sessions"
    assert month_plan_told(november) == "November 2026: 0 of 1 weeks as planned"


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        ([0, 1, 2], "No week is whole yet"),
        ([12, 8, 0], "0 of 1 whole week as planned"),
        ([7, 8, 12, 0, 1, 2], "1 of 1 whole week as planned"),
        ([7, 8, 9, 19, 0], "1 of 2 whole weeks as planned"),
    ],
)
def test_only_whole_weeks_are_held_against_the_plan(days_ago: list[int], words: str) -> None:
    weeks = weeks_of([head(ago) for ago in days_ago], [], GOALS, SATURDAY)

    assert plan_summary(whole_weeks(weeks, date.min, SATURDAY)) == words


def test_a_plan_has_a_range_or_a_number() -> None:
    assert goal_plan_words(Goal.STRETCH, 3, 5) == "Stretch 3–5 days"
    assert goal_plan_words(Goal.STRENGTHEN, 3, 3) == "Strengthen 3 days"


@pytest.mark.parametrize(
    ("sets", "kind", "words"),
    [
        ((8,), StepKind.WORK, "8 reps"),
        ((1,), StepKind.HOLD, "1 hold"),
        ((3,), StepKind.HOLD, "3 holds"),
        ((10, 10), StepKind.WORK, "2 × 10"),
        ((10, 8), StepKind.HOLD, "10 + 8"),
        ((45,), StepKind.TIMED, "45 s"),
        ((45, 45), StepKind.TIMED, "2 × 45 s"),
        ((45, 30), StepKind.TIMED, "45 + 30 s"),
    ],
)
def test_a_dose_is_told_by_its_sets(sets: tuple[int, ...], kind: StepKind, words: str) -> None:
    assert dose_told(point_of(*sets, kind=kind)) == words


def test_an_exercise_tells_what_it_took() -> None:
    plain = point_of(8)
    held = point_of(2, kind=StepKind.HOLD, seconds=70.0)
    once = point_of(1, kind=StepKind.HOLD, seconds=70.0)
    hurt = point_of(8, pain=4, status=StepStatus.STOPPED)

    assert exercise_told(once, "Roll four", None, SATURDAY) == (
        "Fri 20 Nov, Roll four: 1 hold, held 70 s"
    )
    assert exercise_told(plain, "Roll four", None, SATURDAY) == "Fri 20 Nov, Roll four: 8 reps"
    assert exercise_told(held, "Roll four", 4, SATURDAY) == (
        "Fri 20 Nov, Roll four: 2 holds, held 35 s each, effort of the session 4"
    )
    assert exercise_told(hurt, "Roll four", None, SATURDAY) == (
        "Fri 20 Nov, Roll four: 8 reps, pain 4, stopped"
    )


@pytest.mark.parametrize(
    ("sessions", "painful", "stopped", "words"),
    [
        (1, 1, 0, "in 1 of 1 session"),
        (12, 3, 0, "in 3 of 12 sessions"),
        (12, 3, 2, "in 3 of 12 sessions, stopped in 2"),
    ],
)
def test_what_hurts_tells_how_often(sessions: int, painful: int, stopped: int, words: str) -> None:
    hurting = Hurting(
        exercise="calf",
        title="Calf",
        sessions=sessions,
        painful=painful,
        stopped=stopped,
        worst=5,
        latest_pain=5,
        latest_day=SATURDAY,
    )

    assert hurting_told(hurting) == words


@pytest.mark.parametrize(
    ("done", "unit", "words"),
    [
        (120, Unit.REPS, "120 reps"),
        (1, Unit.REPS, "1 rep"),
        (119, Unit.SECONDS, "119 s"),
        (120, Unit.SECONDS, "2 min"),
        (960, Unit.SECONDS, "16 min"),
    ],
)
def test_what_a_side_did_is_told_in_short(done: int, unit: Unit, words: str) -> None:
    assert side_amount(done, unit) == words
