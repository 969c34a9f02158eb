"""A session: what was planned, and what was really done, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from kneegui.domain.dose import Dose
from kneegui.domain.routine import Routine


class Side(StrEnum):
    """Which side of the body works."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    """Both at once, or turn and turn about."""


class StepKind(StrEnum):
    """What a step of a routine's timeline is."""

    GET_READY = "get-ready"
    WORK = "work"
    """A set of repetitions at the pace of the phases, or at the user's own."""
    HOLD = "hold"
    """A set of long holds, such as a stretch."""
    TIMED = "timed"
    """A set that lasts so many seconds, such as rolling or a walk."""
    SWITCH = "switch-sides"
    REST = "rest"


EXERCISE_KINDS = frozenset({StepKind.WORK, StepKind.HOLD, StepKind.TIMED})
"""Steps in which something is exercised; these are recorded."""


class StepStatus(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    """Stopped by pain."""


class SessionStatus(StrEnum):
    """How a session stands."""

    RUNNING = "running"
    """Begun and not ended; after a crash this is what is found."""
    COMPLETED = "completed"
    LEFT = "left"
    """Ended before its last step; it may be resumed."""
    DISCARDED = "discarded"
    """Interrupted, and not to be resumed; what was done stays in the history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment with the local time of the place where it was noted.

    ``utc`` is aware and in UTC; ``offset_minutes`` is what local clocks showed beyond it.
    """

    utc: datetime
    offset_minutes: int

    @property
    def local(self) -> datetime:
        """Gives the time local clocks showed, with their offset."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_minutes)))

    @classmethod
    def of(cls, local: datetime) -> Moment:
        """Gives the moment of an aware local time."""
        offset = local.utcoffset() or timedelta()
        return cls(utc=local.astimezone(UTC), offset_minutes=round(offset.total_seconds() / 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """One step as it was done.

    ``ordinal`` is its place in the timeline, ``attempt`` 0, and 1, 2 ... when it was done again
    after going back. ``planned`` and ``done`` are repetitions (per side) for work and holds, whole
    seconds for timed steps. Titles are copied, so that later edits never rewrite the past.
    """

    ordinal: int
    attempt: int
    exercise: str
    title: str
    kind: StepKind
    side: Side
    set: int
    planned: int
    done: int
    status: StepStatus
    started_at: Moment
    seconds: float
    """How long it lasted, pauses left out."""
    pain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """An exercise changed for an easier one while the session ran."""

    after: int
    """Ordinal of the step that was stopped; the easier exercise's steps follow it."""
    exercise: str
    """Id of the easier exercise; the same one where it is only done in an easier way."""
    dose: Dose


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session, running or over.

    ``id`` is a UUID as text. ``plan`` is the routine as it was when the session began, so that it
    can be resumed whatever becomes of the routine; ``swaps`` are what changed on the way, in order,
    and together they give the timeline its ordinals. ``position`` is the ordinal of the timeline
    step the session stands at: where it resumes. ``planned_steps`` counts the exercise steps.
    """

    id: str
    routine: str
    title: str
    plan: Routine
    started_at: Moment
    status: SessionStatus
    planned_steps: int
    first_side: Side = Side.LEFT
    ended_at: Moment | None = None
    position: int = 0
    pain_side: Side | None = None
    pain_before: int | None = None
    pain_worst: int | None = None
    pain_after: int | None = None
    pain_morning: int | None = None
    """How the knee was the next morning."""
    effort: int | None = None
    note: str = ""
    steps: tuple[StepRecord, ...] = field(default=())
    swaps: tuple[Swap, ...] = ()
    edited_at: Moment | None = None
    """When the user last changed what is told of it; None where that was never done."""

    @property
    def done_steps(self) -> int:
        """How many planned steps were done, each counted once."""
        return len({step.ordinal for step in self.steps if step.status is StepStatus.DONE})

    @property
    def stopped_steps(self) -> int:
        """How many steps were stopped by pain."""
        return sum(step.status is StepStatus.STOPPED for step in self.steps)

    @property
    def worst_shown(self) -> int | None:
        """The worst pain told of it; none told before or after is above it."""
        return worst_of(self.pain_worst, self.pain_before, self.pain_after)

    @property
    def seconds(self) -> float:
        """How long was exercised, all steps together."""
        return sum(step.seconds for step in self.steps)


def worst_of(worst: int | None, before: int | None, after: int | None) -> int | None:
    """Gives the worst pain of a session as it is shown; None where it was never told.

    It is told on the way only, so that it may have been worse before or afterwards.
    """
    if worst is None:
        return None
    return max(pain for pain in (worst, before, after) if pain is not None)
