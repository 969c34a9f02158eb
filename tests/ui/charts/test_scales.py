"""The scales of a chart: which days are named, and which numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneegui.ui.charts.scales import Period, count_scale

TODAY = date(2026, 11, 21)
DAYS = some.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))


def names(days: int, most: int, last: date = TODAY) -> list[str]:
    period = Period(first=last - timedelta(days=days - 1), last=last)
    return [tick.words for tick in period.ticks(most)]


def test_mondays_are_named_while_there_is_room() -> None:
    assert names(28, 10) == ["26 Oct", "2 Nov", "9", "16"]


def test_every_other_monday_is_counted_back_from_the_last() -> None:
    assert names(50, 4) == ["5 Oct", "19", "2 Nov", "16"]


def test_months_are_named_where_mondays_are_too_many() -> None:
    assert names(180, 7) == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]


def test_january_is_named_by_its_year() -> None:
    assert names(180, 7, date(2026, 3, 20)) == ["Oct", "Nov", "Dec", "2026", "Feb", "Mar"]


def test_years_are_named_where_months_are_too_many() -> None:
    assert names(3650, 12) == [str(year) for year in range(2017, 2027)]
    assert names(3650, 6) == ["2018", "2020", "2022", "2024", "2026"]


def test_a_name_stands_at_its_day() -> None:
    period = Period(first=date(2026, 11, 1), last=TODAY)

    assert [tick.at for tick in period.ticks(9)] == [1.0, 8.0, 15.0]
    assert period.place(date(2026, 11, 3)) == 2.0
    assert period.days == 21


def test_the_name_of_a_monday_may_stand_in_the_middle_of_its_week() -> None:
    weeks = Period(first=date(2026, 11, 2), last=date(2026, 11, 22), by_weeks=True)
    months = Period(first=date(2026, 8, 31), last=date(2026, 11, 22), by_weeks=True)

    assert [tick.at for tick in weeks.ticks(9)] == [3.5, 10.5, 17.5]
    assert [tick.at for tick in months.ticks(3)] == [1.0, 31.0, 62.0]


@given(DAYS, some.integers(1, 20_000), some.integers(-2, 40))
def test_names_stand_in_the_period_in_order_and_fit(last: date, days: int, most: int) -> None:
    period = Period(first=last - timedelta(days=days - 1), last=last)

    places = [tick.at for tick in period.ticks(most)]

    assert places == sorted(set(places))
    assert all(0 <= place < days for place in places)
    if days < 365 * 5 * most:
        assert len(places) <= max(1, most)


@pytest.mark.parametrize(
    ("highest", "words"),
    [
        (0, ["0", "1"]),
        (1, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (14, ["0", "5", "10", "15"]),
        (86, ["0", "50", "100"]),
        (104, ["0", "50", "100", "150"]),
    ],
)
def test_counts_are_named_by_round_numbers(highest: float, words: list[str]) -> None:
    assert [tick.words for tick in count_scale(highest).ticks] == words


@given(some.floats(0, 1e6))
def test_a_scale_of_counts_holds_its_highest(highest: float) -> None:
    scale = count_scale(highest)

    assert scale.low == 0
    assert highest <= scale.high
    assert 2 <= len(scale.ticks) <= 6
    assert [tick.at for tick in scale.ticks] == [float(tick.words) for tick in scale.ticks]
    assert scale.ticks[-1].at == scale.high
