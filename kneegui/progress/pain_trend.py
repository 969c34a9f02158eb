"""Pain over time: what was told before and after each session, as it was told.

A difference of one point reads as about the same; a change is called one from two points on.
Sources: E16, E20 and E21 for the two points; that one is none is our own choice.

How pain went in a period is told by one rule everywhere: the middle one of what was told after its
first sessions beside the middle one of its latest, five of each or fewer. A single session, good or
bad, makes no trend. The middle one was told; no mean is taken, and no point of a chart is smoothed.

Over years a month is summed up by pains that were told in it: its lowest, its highest, and the
middle one, of which as many lie below as above.
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
MOST_AT_AN_END = 5
"""Sessions taken together at each end of a period, at most; of an odd number one is the middle."""


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
class Course:
    """How pain went in a period, from its first sessions to its latest."""

    since: date
    """The day of the first answer."""
    sessions: int
    """How many are taken together at each end: 1, 3 or 5; none of them at both."""
    first: int
    """The middle pain of the first ones."""
    latest: int
    """The middle pain of the latest ones."""

    @property
    def change(self) -> Change:
        """How the latest compares with the first."""
        return _compared(self.first, self.latest)

    @property
    def band(self) -> Band:
        """What is about the same as at first."""
        return about_the_same(self.first)


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
    def course(self) -> Course | None:
        """How the pain after a session went; None for less than two answers."""
        return pain_course((point.day, point.after) for point in self.points)


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


def pain_course(told: Iterable[tuple[date, int | None]]) -> Course | None:
    """Gives how pain went; None for less than two answers.

    Args:
        told: the day of each session and what was told of it, the oldest first.
    """
    answers = [(day, pain) for day, pain in told if pain is not None]
    most = min(MOST_AT_AN_END, len(answers) // 2)
    if not most:
        return None
    sessions = most if most % 2 else most - 1
    return Course(
        since=answers[0][0],
        sessions=sessions,
        first=median_low(pain for _, pain in answers[:sessions]),
        latest=median_low(pain for _, pain in answers[-sessions:]),
    )


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
    return _compared(earlier, later)


def _compared(earlier: int, later: int) -> Change:
    if abs(later - earlier) <= SAME_WITHIN:
        return Change.SAME
    return Change.LOWER if later < earlier else Change.HIGHER
