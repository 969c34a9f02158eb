"""Days lie where they belong, and no more of them are named than have room."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.domain.session import Moment
from kneegui.exchange.pdf_report.time_axis import TimeAxis
from kneegui.exchange.report import Grain

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def axis(first: date, last: date) -> TimeAxis:
    return TimeAxis(first=first, last=last, left=100, width=4000)


def test_the_days_fill_it_from_edge_to_edge() -> None:
    four = axis(date(2026, 2, 27), date(2026, 3, 2))

    assert four.x(date(2026, 2, 27)) == 100
    assert four.x(date(2026, 3, 1)) == 2100
    assert four.x(date(2026, 3, 3)) == four.right == 4100


def test_what_lies_outside_is_kept_at_the_edge() -> None:
    four = axis(date(2026, 2, 27), date(2026, 3, 2))

    assert (four.x(date(2025, 1, 1)), four.x(date(2027, 1, 1))) == (100, 4100)


def test_a_session_lies_at_its_hour_of_its_own_place() -> None:
    one = axis(date(2026, 3, 1), date(2026, 3, 1))
    noon_there = Moment(utc=datetime(2026, 3, 1, 22, tzinfo=UTC), offset_minutes=-600)

    assert one.x_of(noon_there) == 2100


@pytest.mark.parametrize(
    ("first", "last", "grain", "days"),
    [
        (date(2026, 11, 2), date(2026, 11, 22), Grain.WEEK, [(11, 2), (11, 9), (11, 16)]),
        (date(2026, 11, 3), date(2026, 11, 8), Grain.WEEK, []),
        (date(2026, 6, 15), date(2026, 9, 20), Grain.MONTH, [(7, 1), (8, 1), (9, 1)]),
        (date(2025, 6, 1), date(2026, 11, 1), Grain.MONTH, None),
        (date(2016, 11, 1), date(2026, 11, 1), Grain.YEAR, None),
    ],
)
def test_the_days_that_are_marked(
    first: date, last: date, grain: Grain, days: list[tuple[int, int]] | None
) -> None:
    ticks = axis(first, last).ticks()

    assert {tick.grain for tick in ticks} <= {grain}
    if days is None:
        assert 3 <= len(ticks) <= 8
    else:
        assert [(tick.day.month, tick.day.day) for tick in ticks] == days


@settings(deadline=None)
@given(DAYS, DAYS)
def test_marks_are_inside_and_never_too_close(one: date, other: date) -> None:
    whole = axis(min(one, other), max(one, other))

    places = [tick.x for tick in whole.ticks()]

    assert all(whole.left <= place <= whole.right for place in places)
    assert all(later - earlier > 300 for earlier, later in pairwise(places))
