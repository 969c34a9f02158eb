"""The heat map of a year: how many minutes were practised on each day, in columns of weeks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kneegui.progress.days import PractisedDay, monday_of

LEVELS_FROM = (1, 10, 20, 30, 40)
"""Minutes from which a day has level 1, 2, 3, 4, 5; below the first, none was practised."""
WEEKS = 53
"""Columns that hold twelve months, whatever day of the week it is."""
_NAMED_FROM = 2
"""Columns a month has at least where its name is shown, so that two names never collide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatDay:
    """One cell of the heat map."""

    day: date
    sessions: int
    minutes: int
    level: int
    """0 for no practice to 5."""
    is_today: bool


HeatWeek = tuple[HeatDay | None, ...]
"""Seven cells, Monday first; None for a day that is still to come."""


def level(minutes: int) -> int:
    """Gives the level of so many minutes a day, 0 to 5."""
    return bisect_right(LEVELS_FROM, minutes)


def heat_map(
    days: Mapping[date, PractisedDay], today: date, weeks: int = WEEKS
) -> tuple[HeatWeek, ...]:
    """Gives the cells of the last weeks, the week of today as the last.

    Args:
        days: what was practised, by local day.
        today: the user's local day.
        weeks: how many columns.
    """
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    return tuple(
        tuple(_cell(first + timedelta(weeks=week, days=day), days, today) for day in range(7))
        for week in range(weeks)
    )


def month_columns(weeks: Sequence[HeatWeek]) -> tuple[tuple[int, date], ...]:
    """Gives the columns in which a month begins, each with a day of that month.

    A column belongs to the month of its Monday. The first month is left out where too few of its
    columns are shown to hold its name.
    """
    mondays = [week[0].day for week in weeks if week[0] is not None]
    begins = [
        (column, monday)
        for column, monday in enumerate(mondays)
        if column == 0 or monday.month != mondays[column - 1].month
    ]
    if len(begins) > 1 and begins[1][0] < _NAMED_FROM:
        del begins[0]
    return tuple(begins)


def _cell(day: date, days: Mapping[date, PractisedDay], today: date) -> HeatDay | None:
    if day > today:
        return None
    done = days.get(day)
    minutes = done.minutes if done else 0
    return HeatDay(
        day=day,
        sessions=done.sessions if done else 0,
        minutes=minutes,
        level=level(minutes),
        is_today=day == today,
    )
