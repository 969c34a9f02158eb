"""The scales of a chart: where the marks of an axis stand, and how they are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kneegui.progress.days import monday_of
from kneegui.ui.session_words import short_month
from kneegui.ui.trend_words import day_and_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark of an axis and its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One axis: from where to where, and its marks."""

    low: float
    high: float
    ticks: Sequence[Tick]


_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that a chart shows; its places are counted in days from the first."""

    first: date
    last: date
    by_weeks: bool = False
    """True where the name of a Monday stands in the middle of its week."""

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    def place(self, day: date) -> float:
        """Gives the place of a day's beginning."""
        return float((day - self.first).days)

    def ticks(self, most: int) -> Sequence[Tick]:
        """Gives the names there is room for: Mondays, else months, else years."""
        names, are_weeks = _names(self.first, self.last, max(1, most))
        shift = 3.5 if are_weeks and self.by_weeks else 0.0
        return [Tick(at=self.place(day) + shift, words=words) for day, words in names]


def count_scale(highest: float, marks: int = 4) -> Scale:
    """Gives an axis of whole numbers from 0 to at least the highest."""
    step = _round_step(max(1.0, highest) / marks)
    top = step * max(1, -(-highest // step))
    count = round(top / step)
    ticks = [Tick(at=step * n, words=str(round(step * n))) for n in range(count + 1)]
    return Scale(low=0.0, high=float(top), ticks=ticks)


def _names(first: date, last: date, most: int) -> tuple[Sequence[tuple[date, str]], bool]:
    """Gives the days that are named with their names, and whether they are Mondays."""
    for weeks in (1, 2):
        mondays = _mondays(first, last, weeks)
        if 0 < len(mondays) <= most:
            return list(_named_days(mondays)), True
    step = next(
        (step for step in _MONTH_STEPS if len(_months(first, last, step)) <= most),
        _MONTH_STEPS[-1],
    )
    return [(day, _month_words(day, step)) for day in _months(first, last, step)], False


def _mondays(first: date, last: date, weeks: int) -> Sequence[date]:
    """Gives every so manieth Monday of a period, counted back from the last."""
    latest = monday_of(last)
    count = (latest - first).days // (7 * weeks) + 1
    return [latest - timedelta(weeks=weeks * n) for n in reversed(range(count))]


def _named_days(days: Iterable[date]) -> Iterator[tuple[date, str]]:
    """Gives ``26 Oct``, ``2 Nov``, ``9``, ``16``: a month is named once."""
    before: date | None = None
    for day in days:
        again = before is not None and before.month == day.month
        yield day, str(day.day) if again else day_and_month(day)
        before = day


def _months(first: date, last: date, step: int) -> Sequence[date]:
    """Gives the first days of the months that a number of months divides, in a period."""
    counts = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = (date(count // 12, count % 12 + 1, 1) for count in counts if count % step == 0)
    return [day for day in days if day >= first]


def _month_words(day: date, step: int) -> str:
    return str(day.year) if step >= 12 or day.month == 1 else short_month(day)


def _round_step(least: float) -> float:
    """Gives the smallest of 1, 2, 5, 10, 20, 50 ... that is not smaller."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power >= least:
                return step * power
        power *= 10
