"""The heat map of a year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneegui.progress.days import PractisedDay, practised_days
from kneegui.progress.heat_map import LEVELS_FROM, WEEKS, HeatDay, heat_map, level, month_columns
from tests.progress.samples import SATURDAY, head

MONDAY = SATURDAY - timedelta(days=5)
TODAYS = some.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


def picture(weeks: int, days: dict[date, PractisedDay], today: date = SATURDAY) -> list[str]:
    """Gives the levels as the map shows them: a row for each day of the week."""
    shown = heat_map(days, today, weeks)
    rows = zip(*shown, strict=True)
    return ["".join("." if cell is None else str(cell.level) for cell in row) for row in rows]


def minutes(count: int) -> PractisedDay:
    return PractisedDay(sessions=1, seconds=60.0 * count)


def test_weeks_are_columns_and_end_today() -> None:
    days = {
        MONDAY - timedelta(weeks=2): minutes(5),
        MONDAY - timedelta(weeks=1): minutes(25),
        MONDAY + timedelta(days=1): minutes(45),
        SATURDAY: minutes(12),
    }

    assert picture(3, days) == ["130", "005", "000", "000", "000", "002", "00."]


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, 0), (1, 1), (9, 1), (10, 2), (19, 2), (20, 3), (29, 3), (30, 4), (39, 4), (40, 5)],
)
def test_each_level_begins_where_the_legend_says(count: int, shown: int) -> None:
    assert level(count) == shown
    assert level(600) == len(LEVELS_FROM)


def test_a_cell_tells_its_day() -> None:
    days = practised_days([head(0, seconds=1260.0), head(0, id="second", seconds=60.0)])

    (week,) = heat_map(days, SATURDAY, 1)

    assert week[5] == HeatDay(day=SATURDAY, sessions=2, minutes=22, level=3, is_today=True)
    assert week[4] == HeatDay(
        day=SATURDAY - timedelta(days=1), sessions=0, minutes=0, level=0, is_today=False
    )
    assert week[6] is None


@given(TODAYS)
def test_the_map_holds_each_day_of_twelve_months_once(today: date) -> None:
    cells = [cell for week in heat_map({}, today) for cell in week if cell is not None]

    assert [cell.day for cell in cells] == [
        today - timedelta(days=ago) for ago in reversed(range(len(cells)))
    ]
    assert 365 <= len(cells) <= 7 * WEEKS
    assert [cell.day for cell in cells if cell.is_today] == [today]


@given(TODAYS, some.integers(1, 60))
def test_the_names_of_months_never_collide(today: date, weeks: int) -> None:
    shown = heat_map({}, today, weeks)
    columns = month_columns(shown)

    places = [column for column, _ in columns]
    assert all(later - earlier >= 2 for earlier, later in pairwise(places))
    for column, day in columns:
        first = shown[column][0]
        assert first is not None
        assert first.day == day
    named = [(day.year, day.month) for _, day in columns]
    assert named == sorted(set(named))


def test_the_months_stand_above_their_first_monday() -> None:
    # One column of September is too few to hold its name.
    assert month_columns(heat_map({}, SATURDAY, 8)) == (
        (1, date(2026, 10, 5)),
        (5, date(2026, 11, 2)),
    )


def test_a_month_with_room_for_its_name_is_named_at_the_start() -> None:
    assert month_columns(heat_map({}, SATURDAY, 9)) == (
        (0, date(2026, 9, 21)),
        (2, date(2026, 10, 5)),
        (6, date(2026, 11, 2)),
    )
