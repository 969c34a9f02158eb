"""Local days: the day a session belongs to, and what was practised on each.

A session belongs to the local day it began, by the clocks of the place it began at: its own offset
tells, not the time zone of this machine now. So one that runs past midnight counts for the evening,
and neither a flight nor a change of the clocks moves what was done to another day.

A session counts as practised where at least one of its steps was done.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from kneegui.domain.session import Moment
from kneegui.domain.session_head import SessionHead

RECENT_WEEKS = 8
"""Weeks of lately, this one included: what is told where no period was chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedDay:
    """What was practised on one day."""

    sessions: int
    seconds: float
    """How long was exercised, all sessions together."""

    @property
    def minutes(self) -> int:
        """The whole minutes of it, at least one."""
        return max(1, whole_minutes(self.seconds))


class _Dated(Protocol):
    @property
    def started_at(self) -> Moment: ...


_Item = TypeVar("_Item", bound=_Dated)


def local_day(moment: Moment) -> date:
    """Gives the day that calendars showed at the place and time of a moment."""
    return (moment.utc + timedelta(minutes=moment.offset_minutes)).date()


def share_of_day(moment: Moment) -> float:
    """Gives how far the local day had gone at a moment, from 0 to below 1."""
    local = moment.utc + timedelta(minutes=moment.offset_minutes)
    return (local.hour * 60 + local.minute) / (24 * 60)


def monday_of(day: date) -> date:
    """Gives the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def first_recent_day(today: date) -> date:
    """Gives the Monday from which on days are of lately."""
    return monday_of(today) - timedelta(weeks=RECENT_WEEKS - 1)


def months_before(day: date, months: int) -> date:
    """Gives the same day some months earlier; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def first_of_months(last: date, months: int) -> date:
    """Gives the first day of so many months that end with a day."""
    return months_before(last, months) + timedelta(days=1)


def whole_minutes(seconds: float) -> int:
    """Gives a time in whole minutes; at least one where there was any."""
    return max(1, round(seconds / 60)) if seconds > 0 else 0


def split_minutes(seconds: Sequence[float]) -> tuple[int, ...]:
    """Gives the whole minutes of the parts of a time, which together are those of the whole.

    The largest remainders are rounded up, so that no part is a minute or more beside its own.
    """
    whole = whole_minutes(sum(seconds))
    parts = [int(part // 60) for part in seconds]
    by_remainder = sorted(range(len(parts)), key=lambda place: seconds[place] % 60, reverse=True)
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def since(items: Sequence[_Item], first: date) -> Sequence[_Item]:
    """Gives the items that belong to a day or to one after it.

    Args:
        items: sessions or steps, the oldest first.
        first: the first day that counts.
    """

    def place(day: date) -> int:
        return bisect_left(items, day, key=lambda item: item.started_at.utc.date())

    # No place is further than a day from UTC: only what began about then has to be asked.
    start, sure = place(first - timedelta(days=1)), place(first + timedelta(days=2))
    near = (item for item in items[start:sure] if local_day(item.started_at) >= first)
    return [*near, *items[sure:]]


def practised(heads: Iterable[SessionHead]) -> list[SessionHead]:
    """Gives the sessions that count as practised, the oldest first."""
    counting = (head for head in heads if head.done_steps)
    return sorted(counting, key=lambda head: head.started_at.utc)


def practised_days(heads: Iterable[SessionHead]) -> Mapping[date, PractisedDay]:
    """Gives what was practised, by day; days without practice are not in it."""
    sessions: dict[date, int] = {}
    seconds: dict[date, float] = {}
    for head in practised(heads):
        day = local_day(head.started_at)
        sessions[day] = sessions.get(day, 0) + 1
        seconds[day] = seconds.get(day, 0.0) + head.seconds
    return {
        day: PractisedDay(sessions=count, seconds=seconds[day]) for day, count in sessions.items()
    }
