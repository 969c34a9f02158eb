"""Pain over time: what was told before and after each session, as it was told.

A difference of one point reads as about the same; a change is called one from two points on.
Sources: E16, E20 and E21 for the two points; that one is none is our own choice.

Over years a month is summed up by pains that were told in it: its lowest, its highest, and the
middle one, of which as many lie below as above. No mean is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from statistics import median_low

from kneegui.domain.session import Moment
from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import local_day

SAME_WITHIN = 1
"""Points by which two pains may differ and still be about the same."""
PAUSE_DAYS = 14
"""Days between two sessions from which on there is a pause: nobody knows how the knee was then."""
WORST = 10


class Change(Enum):
    """How one pain compares with an earlier one."""

    LOWER = "lower"
    SAME = "same"
    """About the same."""
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """What was told of one session, 0 to 10; None where nothing was."""

    session_id: str
    title: str
    started_at: Moment
    day: date
    """The local day it began."""
    before: int | None
    worst: int | None
    after: int | None
    morning: int | None
    """The next morning."""

    @property
    def is_told(self) -> bool:
        """True where there is at least one answer."""
        told = (self.before, self.worst, self.after, self.morning)
        return any(pain is not None for pain in told)

    @property
    def change(self) -> Change | None:
        """How after compares with before; None where one of them is missing."""
        return compared(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainMonth:
    """The pains told after the sessions of one month."""

    first: date
    """Its first day."""
    sessions: int
    """Those with an answer."""
    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The pains that are about the same as one, that one in the middle."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainTrend:
    """The sessions of a period, the oldest first; those without any answer are among them."""

    points: tuple[PainPoint, ...]

    @property
    def is_told(self) -> bool:
        """True where there is at least one answer."""
        return any(point.is_told for point in self.points)

    @property
    def first(self) -> PainPoint | None:
        """The first session with a pain after it."""
        return next((point for point in self.points if point.after is not None), None)

    @property
    def latest(self) -> PainPoint | None:
        """The latest session with a pain after it."""
        return next((point for point in reversed(self.points) if point.after is not None), None)

    @property
    def band(self) -> Band | None:
        """What is about the same as after the first session; None without an answer."""
        first = self.first
        return None if first is None or first.after is None else about_the_same(first.after)

    @property
    def change(self) -> Change | None:
        """How the latest pain after a session compares with the first; None for less than two."""
        first, latest = self.first, self.latest
        if first is None or latest is None or first is latest:
            return None
        return compared(first.after, latest.after)


def pain_trend(heads: Iterable[SessionHead]) -> PainTrend:
    """Gives the trend of these sessions, which may come in any order.

    One in which nothing was done and nothing told is left out: it hardly was a session.
    """
    points = (
        (
            head.done_steps,
            PainPoint(
                session_id=head.id,
                title=head.title,
                started_at=head.started_at,
                day=local_day(head.started_at),
                before=head.pain_before,
                worst=head.worst_shown,
                after=head.pain_after,
                morning=head.pain_morning,
            ),
        )
        for head in sorted(heads, key=lambda head: head.started_at.utc)
    )
    return PainTrend(points=tuple(point for done, point in points if done or point.is_told))


def pain_months(points: Iterable[PainPoint]) -> tuple[PainMonth, ...]:
    """Gives the months with an answer after a session, the oldest first."""
    months: dict[date, list[int]] = {}
    for point in points:
        if point.after is not None:
            months.setdefault(point.day.replace(day=1), []).append(point.after)
    return tuple(
        PainMonth(
            first=first,
            sessions=len(told),
            low=min(told),
            middle=median_low(told),
            high=max(told),
        )
        for first, told in sorted(months.items())
    )


def about_the_same(pain: int) -> Band:
    """Gives the pains that are about the same as one."""
    return Band(low=max(0, pain - SAME_WITHIN), high=min(WORST, pain + SAME_WITHIN))


def compared(earlier: int | None, later: int | None) -> Change | None:
    """Gives how a pain compares with an earlier one; None where one of them is missing."""
    if earlier is None or later is None:
        return None
    if abs(later - earlier) <= SAME_WITHIN:
        return Change.SAME
    return Change.LOWER if later < earlier else Change.HIGHER
