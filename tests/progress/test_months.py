"""Weeks summed up by month."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from kneegui.domain.exercise import Goal
from kneegui.progress.months import months_of
from kneegui.progress.weeks import GoalShare, weeks_of
from tests.progress.samples import GOALS, SATURDAY, head, step


def test_a_week_belongs_to_the_month_it_begins_in() -> None:
    # Of October's last week, which begins on the 26th, one session is on 1 November.
    heads = [head(0), head(20), head(26)]
    steps = [step(ago, "calf", seconds=90.0) for ago in (0, 20, 26)]

    october, november = months_of(weeks_of(heads, steps, GOALS, SATURDAY))

    assert (october.first, october.weeks) == (date(2026, 10, 1), 1)
    assert (october.sessions, october.seconds, october.minutes) == (2, 1200.0, 20)
    assert october.by_goal[Goal.STRETCH] == GoalShare(seconds=180.0, sessions=2, days=2)
    assert (november.first, november.weeks, november.sessions) == (date(2026, 11, 1), 3, 1)


def test_a_month_tells_how_many_weeks_went_as_planned() -> None:
    heads = [head(ago) for ago in (0, 1, 2, 7, 8, 14)]

    (november,) = months_of(weeks_of(heads, [], GOALS, SATURDAY))

    assert (november.weeks, november.as_planned) == (3, 1)


def test_without_weeks_there_is_no_month() -> None:
    assert months_of(()) == ()


@given(some.lists(some.integers(0, 900), max_size=30))
def test_months_hold_what_their_weeks_hold(days_ago: list[int]) -> None:
    heads = [head(ago, id=str(number)) for number, ago in enumerate(days_ago)]
    steps = [step(one, session_id=str(number)) for number, one in enumerate(days_ago)]
    weeks = weeks_of(heads, steps, GOALS, SATURDAY)

    months = months_of(weeks)

    assert sum(month.weeks for month in months) == len(weeks)
    assert sum(month.sessions for month in months) == len(heads)
    assert sum(month.seconds for month in months) == 600.0 * len(heads)
    strength = [month.by_goal[Goal.STRENGTHEN] for month in months]
    assert sum(share.sessions for share in strength) == len(steps)
    assert [month.first for month in months] == sorted({w.monday.replace(day=1) for w in weeks})
