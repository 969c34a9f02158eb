"""Pain over time, its band, its gaps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneegui.domain.session_head import SessionHead
from kneegui.progress.pain_trend import (
    Change,
    Course,
    PainMonth,
    PainTrend,
    about_the_same,
    compared,
    pain_course,
    pain_months,
    pain_trend,
)
from tests.progress.samples import SATURDAY, head

PAIN = some.none() | some.integers(0, 10)


def told(days_ago: int, before: int | None, after: int | None, **changes: Any) -> SessionHead:
    return head(days_ago, pain_before=before, pain_after=after, **changes)


def test_the_sessions_come_oldest_first_with_what_was_told() -> None:
    latest = told(0, 3, 2, pain_worst=4, pain_morning=1, title="Calm-down")

    trend = pain_trend([latest, told(5, None, 6)])

    assert [point.after for point in trend.points] == [6, 2]
    point = trend.points[1]
    assert (point.before, point.worst, point.after, point.morning) == (3, 4, 2, 1)
    assert (point.session_id, point.title, point.day) == (latest.id, "Calm-down", SATURDAY)
    assert point.started_at == latest.started_at
    assert trend.first == trend.points[0]


@pytest.mark.parametrize("field", ["pain_before", "pain_worst", "pain_after", "pain_morning"])
def test_one_answer_tells_something_a_zero_too(field: str) -> None:
    trend = pain_trend([head(0, done_steps=0, **{field: 0})])

    assert trend.is_told
    assert trend.points[0].is_told


def test_a_session_without_an_answer_stays_as_a_gap() -> None:
    trend = pain_trend([head(0), head(1, done_steps=0)])

    assert [point.session_id for point in trend.points] == ["session-0"]
    assert not trend.is_told
    assert trend.first is trend.course is None


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        (5, 5, Change.SAME),
        (5, 4, Change.SAME),
        (5, 6, Change.SAME),
        (5, 3, Change.LOWER),
        (5, 7, Change.HIGHER),
        (0, 10, Change.HIGHER),
        (None, 3, None),
        (3, None, None),
    ],
)
def test_a_change_is_one_from_two_points_on(
    earlier: int | None, later: int | None, change: Change | None
) -> None:
    assert compared(earlier, later) is change
    assert pain_trend([told(0, earlier, later)]).points[0].change is change


@given(some.integers(0, 10), some.integers(0, 10))
def test_the_band_holds_what_is_about_the_same(one: int, other: int) -> None:
    band = about_the_same(one)

    assert (band.low <= other <= band.high) is (compared(one, other) is Change.SAME)
    assert 0 <= band.low <= band.high <= 10


@pytest.mark.parametrize(
    ("pains", "sessions", "first", "latest", "change"),
    [
        ([6, 4], 1, 6, 4, Change.LOWER),
        ([6, 0, 4], 1, 6, 4, Change.LOWER),
        ([6, 0, 0, 6, 4], 1, 6, 4, Change.LOWER),
        ([0, 6, 5, 3, 9, 2], 3, 5, 3, Change.LOWER),
        ([1, 2, 1, 9, 0, 9, 2, 1, 2], 3, 1, 2, Change.SAME),
        ([0, 9, 9, 2, 2, 5, 5, 5, 4, 0, 0], 5, 2, 4, Change.HIGHER),
    ],
)
def test_the_middles_of_both_ends_are_compared(
    pains: list[int], sessions: int, first: int, latest: int, change: Change
) -> None:
    count = len(pains)
    heads = [told(count - number, None, pain) for number, pain in enumerate(pains)]

    course = pain_trend([*heads, told(99, 3, None)]).course

    assert course == Course(
        since=SATURDAY - timedelta(days=count), sessions=sessions, first=first, latest=latest
    )
    assert course is not None
    assert course.change is change
    assert course.band == about_the_same(first)


@given(some.lists(PAIN, max_size=30))
def test_a_course_tells_only_what_was_told(pains: list[int | None]) -> None:
    answers = [pain for pain in pains if pain is not None]

    course = pain_course((SATURDAY, pain) for pain in pains)

    if len(answers) < 2:
        assert course is None
        return
    assert course is not None
    assert course.sessions in {1, 3, 5}
    assert 2 * course.sessions <= len(answers)
    assert course.first in answers[: course.sessions]
    assert course.latest in answers[-course.sessions :]
    # One bad day at either end makes no trend where there are enough others.
    if course.sessions > 1 and len(set(answers[1:])) == 1:
        assert course.change is Change.SAME


def test_one_answer_is_no_course() -> None:
    trend = pain_trend([told(3, 6, 5), told(0, 2, None)])

    assert trend.course is None
    assert trend.first == trend.points[0]


def test_an_empty_trend_tells_nothing() -> None:
    assert not PainTrend(points=()).is_told


def test_a_month_tells_its_lowest_middle_and_highest() -> None:
    afters = {2: 4, 3: 1, 5: 6, 6: None, 8: 2, 25: 7, 26: 3}
    heads = [told(ago, None, after) for ago, after in afters.items()]

    october, november = pain_months(pain_trend(heads).points)

    assert october == PainMonth(first=date(2026, 10, 1), sessions=2, low=3, middle=3, high=7)
    assert november == PainMonth(first=date(2026, 11, 1), sessions=4, low=1, middle=2, high=6)


def test_a_month_without_an_answer_is_none() -> None:
    assert pain_months(pain_trend([told(0, 5, None)]).points) == ()


@given(some.lists(some.tuples(some.integers(0, 400), PAIN), max_size=20))
def test_a_month_tells_only_what_was_told(sessions: list[tuple[int, int | None]]) -> None:
    points = pain_trend([told(ago, None, after) for ago, after in sessions]).points

    months = pain_months(points)

    assert sum(month.sessions for month in months) == sum(p.after is not None for p in points)
    for month in months:
        of_it = {point.after for point in points if point.day.replace(day=1) == month.first}
        assert {month.low, month.middle, month.high} <= of_it
        assert month.low <= month.middle <= month.high
