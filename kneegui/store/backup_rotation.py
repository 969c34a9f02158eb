"""Which of the automatic backups are kept.

The newest of each of the last seven days, four weeks and twelve months that have any. A day, week
or month without the program counts for nothing, so that a long break costs no backup. The newest of
a period stays the newest of it, so what is removed today would not be kept on any later day either.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from kneegui.domain.session import Moment


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month


_RULES: tuple[tuple[Callable[[date], Hashable], int], ...] = ((_day, 7), (_week, 4), (_month, 12))


def kept(made_at: Iterable[Moment], now: Moment) -> frozenset[Moment]:
    """Gives those of the moments whose backups are kept.

    Days are those that local clocks showed. What lies in the future was made while the clock was
    wrong; it is kept, and takes no other's place.
    """
    moments = sorted(set(made_at), key=lambda moment: moment.utc, reverse=True)
    past = [moment for moment in moments if moment.utc <= now.utc]
    keep = {moment for moment in moments if moment.utc > now.utc}
    for period_of, count in _RULES:
        newest: dict[Hashable, Moment] = {}
        for moment in past:
            newest.setdefault(period_of(moment.local.date()), moment)
        keep.update(list(newest.values())[:count])
    return frozenset(keep)
