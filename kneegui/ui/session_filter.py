"""Which sessions a list shows, and in which order: plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from kneegui.domain.session import SessionStatus
from kneegui.progress.days import first_of_months
from kneegui.ui.session_line import SessionLine, local_day


class Ending(StrEnum):
    """How a session ended, as a list is filtered by it; one may have ended in two ways."""

    COMPLETED = "completed"
    LEFT = "left"
    """Ended before its last step, by the user or without anybody's knowledge."""
    HURT = "hurt"
    """A step of it was stopped by pain."""


class Period(StrEnum):
    """How far back a list reaches."""

    ALL = "all"
    DAYS_30 = "30-days"
    MONTHS_3 = "3-months"
    MONTHS_12 = "12-months"

    def first_day(self, today: date) -> date:
        """Gives the day it begins with."""
        return {
            Period.ALL: date.min,
            Period.DAYS_30: today - timedelta(days=29),
            Period.MONTHS_3: first_of_months(today, 3),
            Period.MONTHS_12: first_of_months(today, 12),
        }[self]


class Order(StrEnum):
    """What stands first in a list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    PAIN_AFTER = "pain-after"
    """The most pain after the session; those without an answer come last."""

    @property
    def is_by_time(self) -> bool:
        """True where the sessions of a month stand together."""
        return self in {Order.NEWEST, Order.OLDEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFilter:
    """What is asked of a session to be shown; what is empty asks nothing.

    Within one kind of choice any of the chosen ones will do.
    """

    words: str = ""
    """Each of these words is in the title or in the note."""
    routines: frozenset[str] = frozenset()
    endings: frozenset[Ending] = frozenset()
    period: Period = Period.ALL
    day: date | None = None
    """The local day the session began."""

    @property
    def is_empty(self) -> bool:
        """True where every session is shown."""
        return self == SessionFilter()

    def keep(self, sessions: Iterable[SessionLine], today: date) -> list[SessionLine]:
        """Gives the sessions that have what is asked, in the order they come in."""
        kept = list(sessions)
        for test in self._tests(today):
            kept = list(filter(test, kept))
        return kept

    def _tests(self, today: date) -> Iterable[Callable[[SessionLine], bool]]:
        """Gives a test for each kind of choice that was made, the quick ones first."""
        if self.routines:
            yield lambda session: session.routine in self.routines
        if self.endings:
            yield lambda session: not self.endings.isdisjoint(endings_of(session))
        if self.period is not Period.ALL:
            first = self.period.first_day(today)
            yield lambda session: local_day(session) >= first
        if self.day is not None:
            yield lambda session: local_day(session) == self.day
        words = self.words.casefold().split()
        if words:
            yield lambda session: _has(session, words)


def endings_of(session: SessionLine) -> frozenset[Ending]:
    """Gives every way a session can be said to have ended."""
    completed = session.status is SessionStatus.COMPLETED
    found = {Ending.COMPLETED if completed else Ending.LEFT}
    if session.stopped_steps:
        found.add(Ending.HURT)
    return frozenset(found)


def in_order(sessions: Iterable[SessionLine], order: Order) -> list[SessionLine]:
    """Gives the sessions in an order; the newest first where that does not tell."""
    latest_first = sorted(sessions, key=wall_time, reverse=order is not Order.OLDEST)
    if order is Order.LONGEST:
        latest_first.sort(key=lambda session: session.seconds, reverse=True)
    elif order is Order.PAIN_AFTER:
        latest_first.sort(key=_pain_after, reverse=True)
    return latest_first


def wall_time(session: SessionLine) -> datetime:
    """Gives when a session began by the clock on the wall there, told as if it were UTC.

    The order of the days is that of the user's calendar, also where a flight or a change of the
    clocks made it another one than that of the moments.
    """
    began = session.started_at
    return began.utc + _minutes(began.offset_minutes)


@lru_cache(maxsize=64)
def _minutes(number: int) -> timedelta:
    """Gives a difference, made once for the thousands of sessions that have the same."""
    return timedelta(minutes=number)


def _pain_after(session: SessionLine) -> int:
    return -1 if session.pain_after is None else session.pain_after


def _has(session: SessionLine, words: Iterable[str]) -> bool:
    text = f"{session.title}\n{session.note}".casefold()
    return all(word in text for word in words)
