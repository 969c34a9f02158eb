"""A period falls into weeks, months or years, each with what was told in it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.domain.session import SessionStatus
from kneegui.exchange.report import Grain, Told
from kneegui.exchange.report_spans import grain_of, spans_of, told
from tests.progress.samples import SATURDAY, head

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("days", "grain"),
    [
        (1, Grain.WEEK),
        (70, Grain.WEEK),
        (71, Grain.MONTH),
        (732, Grain.MONTH),
        (733, Grain.YEAR),
    ],
)
def test_a_longer_period_falls_into_longer_spans(days: int, grain: Grain) -> None:
    assert grain_of(SATURDAY, SATURDAY + timedelta(days=days - 1)) is grain


def ends(first: date, last: date, grain: Grain) -> list[str]:
    spans = spans_of([], first, last, grain)
    return [f"{span.first:%y-%m-%d} {span.last:%y-%m-%d}" for span in spans]


def test_weeks_begin_on_monday_and_are_cut_by_the_period() -> None:
    assert ends(date(2026, 11, 14), date(2026, 11, 24), Grain.WEEK) == [
        "26-11-14 26-11-15",
        "26-11-16 26-11-22",
        "26-11-23 26-11-24",
    ]


def test_months_have_their_own_lengths() -> None:
    assert ends(date(2027, 12, 30), date(2028, 3, 1), Grain.MONTH) == [
        "27-12-30 27-12-31",
        "28-01-01 28-01-31",
        "28-02-01 28-02-29",
        "28-03-01 28-03-01",
    ]


def test_years_are_cut_by_the_period() -> None:
    assert ends(date(2025, 6, 1), date(2026, 11, 21), Grain.YEAR) == [
        "25-06-01 25-12-31",
        "26-01-01 26-11-21",
    ]


@settings(deadline=None)
@given(DAYS, DAYS, st.sampled_from(Grain))
def test_every_day_is_in_one_span(one: date, other: date, grain: Grain) -> None:
    first, last = min(one, other), max(one, other)

    spans = spans_of([], first, last, grain)

    assert (spans[0].first, spans[-1].last) == (first, last)
    for before, after in pairwise(spans):
        assert before.first <= before.last
        assert after.first == before.last + timedelta(days=1)


def this_week(*heads: Any) -> Any:
    (span,) = spans_of(heads, date(2026, 11, 16), SATURDAY, Grain.WEEK)
    return span


def test_what_was_practised_is_counted() -> None:
    span = this_week(
        head(0),
        head(0, id="again", status=SessionStatus.LEFT),
        head(2, seconds=60.0, status=SessionStatus.RUNNING),
        head(3, done_steps=0, seconds=0.0, status=SessionStatus.LEFT),
    )

    assert (span.days, span.sessions, span.early, span.seconds) == (2, 3, 2, 1260.0)


def test_what_was_told_is_summed_up() -> None:
    span = this_week(
        head(0, pain_before=4, pain_after=2, pain_worst=6),
        head(1, pain_before=3, pain_after=2, pain_morning=0),
        # Told of a session in which nothing was done: it was told all the same.
        head(2, pain_before=9, done_steps=0),
        head(3),
    )

    assert span.before == Told(low=3, middle=4, high=9)
    assert span.after == Told(low=2, middle=2, high=2)
    assert span.worst == Told(low=3, middle=6, high=9)
    assert span.morning == Told(low=0, middle=0, high=0)


def test_no_worst_of_a_span_is_below_what_was_told_before_or_after() -> None:
    heads = [
        head(0, pain_before=6, pain_after=4),
        head(1, pain_before=2, pain_after=3, pain_worst=5),
        head(7, pain_before=3, pain_after=2),
        head(8),
    ]

    earlier, later = spans_of(heads, date(2026, 11, 9), SATURDAY, Grain.WEEK)

    assert later.worst == Told(low=5, middle=5, high=6)
    # Nothing was told on the way in that week, but what was told around it is known.
    assert earlier.worst == Told(low=3, middle=3, high=3)


def test_where_no_worst_was_told_none_is_made_of_the_others() -> None:
    assert this_week(head(0, pain_before=6, pain_after=4)).worst is None


def test_a_week_without_a_session_is_a_week_of_zeros() -> None:
    span = this_week()

    assert (span.days, span.sessions, span.early, span.seconds) == (0, 0, 0, 0)
    assert span.before is span.worst is span.after is span.morning is None


@settings(deadline=None)
@given(st.lists(st.none() | st.integers(0, 10)))
def test_the_middle_one_was_really_told(pains: list[int | None]) -> None:
    answers = [pain for pain in pains if pain is not None]

    summed = told(pains)

    if summed is None:
        assert not answers
    else:
        assert (summed.low, summed.high) == (min(answers), max(answers))
        assert summed.middle in answers
        assert sum(pain < summed.middle for pain in answers) * 2 <= len(answers)
        assert sum(pain > summed.middle for pain in answers) * 2 <= len(answers)
