"""Weeks: minutes, sessions and days, all together and by goal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.progress.days import local_day, monday_of
from kneegui.progress.months import months_of
from kneegui.progress.weeks import GOAL_PLAN, PLANNED_DAYS, GoalShare, Week, weeks_of, whole_weeks
from tests.progress.samples import GOALS, SATURDAY, at, head, step

MONDAY = SATURDAY - timedelta(days=5)


def only_week(*practice: PractisedStep, sessions: int = 1) -> Week:
    """Gives the week of these steps, all of this Saturday's session."""
    heads = [head(0, id=f"session-{n}") for n in range(sessions)]
    (week,) = weeks_of(heads, practice, GOALS, SATURDAY)
    return week


def test_without_a_session_there_is_no_week() -> None:
    assert weeks_of([], [], GOALS, SATURDAY) == ()
    assert weeks_of([head(0, done_steps=0)], [step(0)], GOALS, SATURDAY) == ()


def test_a_week_tells_minutes_sessions_and_days() -> None:
    twice = head(1, id="again", started_at=at(1, 7), seconds=630.0)

    (week,) = weeks_of([head(0), head(1), twice], [], GOALS, SATURDAY)

    assert (week.monday, week.seconds, week.minutes) == (MONDAY, 1830.0, 30)
    assert (week.sessions, week.days) == (3, 2)
    assert week.by_goal == dict.fromkeys(Goal, GoalShare())


def test_weeks_without_practice_are_zeros_up_to_this_one() -> None:
    weeks = weeks_of([head(20)], [], GOALS, SATURDAY)

    assert [week.monday for week in weeks] == [MONDAY - timedelta(weeks=n) for n in (3, 2, 1, 0)]
    assert [(week.minutes, week.sessions, week.days) for week in weeks] == [
        (10, 1, 1),
        (0, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
    ]


def test_a_session_after_today_is_not_lost() -> None:
    ahead = head(-7)

    weeks = weeks_of([ahead, head(0)], [], GOALS, SATURDAY)

    assert [week.sessions for week in weeks] == [1, 1]


def test_sunday_night_belongs_to_the_week_that_ends() -> None:
    sunday = head(6, started_at=at(6, 23, 59))
    monday = head(5, started_at=at(5, 0, 1))

    weeks = weeks_of([sunday, monday], [], GOALS, SATURDAY)

    assert [week.sessions for week in weeks] == [1, 1]


@pytest.mark.parametrize(("days", "planned"), [(2, False), (3, True), (4, True)])
def test_a_week_is_as_planned_from_three_days_on(days: int, planned: bool) -> None:
    (week,) = weeks_of([head(ago) for ago in range(days)], [], GOALS, SATURDAY)

    assert week.is_as_planned is planned


def test_the_plan_asks_of_a_week_what_its_goals_ask() -> None:
    assert min(plan.least for plan in GOAL_PLAN.values()) == PLANNED_DAYS
    assert Goal.RELEASE not in GOAL_PLAN


def test_goals_share_the_time_of_a_session() -> None:
    practice = (
        step(0, "clamshell", seconds=100.0),
        step(0, "wall-sit", seconds=50.0),
        step(0, "calf", seconds=300.0),
        step(1, "calf", seconds=30.0),
    )
    heads = [head(0), head(1)]

    (week,) = weeks_of(heads, practice, GOALS, SATURDAY)

    assert week.by_goal == {
        Goal.RELEASE: GoalShare(),
        Goal.STRETCH: GoalShare(seconds=330.0, sessions=2, days=2),
        Goal.STRENGTHEN: GoalShare(seconds=150.0, sessions=1, days=1),
    }
    # The rest of the 20 minutes has no goal.
    assert week.minutes == 20
    assert week.goal_minutes == {Goal.RELEASE: 0, Goal.STRETCH: 6, Goal.STRENGTHEN: 2}


def test_the_minutes_of_the_goals_are_those_of_the_week() -> None:
    """Each rounded by itself they would be 30, beside 29 of the whole."""
    seconds = {"roll": 700.0, "calf": 100.0, "clamshell": 940.0}
    goals = {"roll": Goal.RELEASE, "calf": Goal.STRETCH, "clamshell": Goal.STRENGTHEN}
    practice = [step(0, exercise, seconds=each) for exercise, each in seconds.items()]

    (week,) = weeks_of([head(0, seconds=1740.0)], practice, goals, SATURDAY)

    assert week.minutes == 29
    assert list(week.goal_minutes.values()) == [12, 2, 15]
    (month,) = months_of([week])
    assert (month.minutes, month.goal_minutes) == (29, week.goal_minutes)


def test_two_sessions_of_a_day_are_one_day_of_their_goal() -> None:
    practice = (step(0, session_id="session-0"), step(0, session_id="session-1"))

    week = only_week(*practice, sessions=2)

    assert week.by_goal[Goal.STRENGTHEN] == GoalShare(seconds=120.0, sessions=2, days=1)


def test_what_has_no_goal_or_was_skipped_counts_for_none() -> None:
    week = only_week(step(0, "own-idea"), step(0, "calf", seconds=0.0, done=0))

    assert week.by_goal == dict.fromkeys(Goal, GoalShare())
    assert week.seconds == 600.0


def test_a_step_whose_session_does_not_count_counts_for_no_goal() -> None:
    weeks = weeks_of([head(0), head(1, done_steps=0)], [step(1)], GOALS, SATURDAY)

    assert weeks[0].by_goal[Goal.STRENGTHEN] == GoalShare()


@given(
    some.lists(
        some.tuples(
            some.integers(0, 1000), some.sampled_from([*GOALS, "own-idea"]), some.integers(1, 500)
        ),
        max_size=30,
    )
)
def test_all_is_counted_once(done: list[tuple[int, str, int]]) -> None:
    steps = [
        step(ago, exercise, session_id=f"{number}", seconds=float(seconds))
        for number, (ago, exercise, seconds) in enumerate(done)
    ]
    heads = [
        head(0, id=one.session_id, started_at=one.started_at, seconds=one.seconds) for one in steps
    ]

    weeks = weeks_of(heads, steps, GOALS, SATURDAY)

    assert sum(week.sessions for week in weeks) == len(heads)
    assert sum(week.seconds for week in weeks) == sum(one.seconds for one in heads)
    for goal in Goal:
        of_goal = [one for one in steps if GOALS.get(one.exercise) is goal]
        shares = [week.by_goal[goal] for week in weeks]
        assert sum(share.seconds for share in shares) == sum(one.seconds for one in of_goal)
        assert sum(share.sessions for share in shares) == len(of_goal)
        assert sum(share.days for share in shares) == len(
            {local_day(o.started_at) for o in of_goal}
        )
    mondays = [week.monday for week in weeks]
    assert mondays == consecutive(mondays)
    assert {monday_of(local_day(one.started_at)) for one in heads} <= set(mondays)


def consecutive(mondays: list[date]) -> list[date]:
    return [mondays[0] + timedelta(weeks=n) for n in range(len(mondays))] if mondays else []


def test_a_whole_week_lies_in_the_period_from_monday_to_sunday() -> None:
    weeks = weeks_of([head(5), head(12), head(19)], (), GOALS, SATURDAY)
    mondays = [week.monday for week in weeks]
    assert mondays == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]

    def whole(first: date, last: date) -> list[date]:
        return [week.monday for week in whole_weeks(weeks, first, last)]

    assert whole(date(2026, 11, 2), date(2026, 11, 22)) == mondays
    assert whole(date(2026, 11, 3), date(2026, 11, 21)) == mondays[1:2]


@pytest.mark.parametrize(("first_session", "count"), [(12, 1), (11, 0), (7, 0)])
def test_a_week_in_which_all_began_is_whole_from_monday_only(
    first_session: int, count: int
) -> None:
    weeks = weeks_of([head(0), head(first_session)], (), GOALS, SATURDAY)

    for first in (date.min, date(2026, 11, 9), date(2025, 11, 21)):
        assert len(whole_weeks(weeks, first, SATURDAY)) == count
