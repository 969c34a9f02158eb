"""What the engine tells: frozen events, each with the moment it fell due.

``at`` is in seconds of the engine's clock. It is the moment the event was due, which may lie a
little before the moment the engine was woken and told it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.session import Side, StepStatus, Swap
from kneegui.player.pain import PainReport
from kneegui.player.step import Step, StepPhase
from kneegui.player.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened."""

    at: float


# Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEvent(Event):
    """Something that happened in a step."""

    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStarted(StepEvent):
    """The session stands at another step, or again at the start of the same."""

    again: bool = False
    """True where the user went back to it."""
    standing: bool = False
    """True while paused: its clock starts when the session goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFinished(StepEvent):
    """A step is over, for now where it is to be done again."""

    status: StepStatus
    reps: int
    """Repetitions finished, of both sides where they take turns."""
    seconds: float
    """How long it lasted, pauses left out."""
    pain: int | None = None
    """The worst number given while it lasted."""
    redone: bool = False
    """True where the user broke off to do it again: went back, or left and may resume."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPassedOver(StepEvent):
    """A step was not begun, because the user jumped over it or skipped its exercise."""

    status: StepStatus
    pain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAdded(StepEvent):
    """The user lengthened the step, or shortened it where the seconds are negative."""

    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped(StepEvent):
    """The rest of an exercise was changed for an easier one; ``step`` is the one stopped."""

    swap: Swap
    timeline: Timeline
    """The timeline from now on."""


# Inside a step


@dataclass(frozen=True, slots=True, kw_only=True)
class RepStarted(StepEvent):
    """A repetition begins; only where they are counted."""

    rep: int
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStarted(StepEvent):
    """A phase of a repetition begins."""

    rep: int
    index: int
    """Of the phase in its repetition, from 0."""
    phase: StepPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class CueDue(StepEvent):
    """There is room for one cue: a pause in the repetition, or a quiet stretch of a long step."""

    number: int
    """Of the cue in its step, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfTime(StepEvent):
    """Half of a long hold or of a timed step is over."""

    rep: int
    """The repetition whose hold it is; 0 for a timed step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown(StepEvent):
    """So many seconds are left of a step, a long hold or a long rest between repetitions."""

    left: int
    """3, 2 or 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepFinished(StepEvent):
    """A repetition is done: the movement is back at the start."""

    rep: int


# The session


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(StepEvent):
    """The clock stands still."""

    gap: bool = False
    """True where nobody paused: the program was not woken for a while, as in a machine asleep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCountdown(StepEvent):
    """So many seconds are left until the session goes on."""

    left: int
    """3, 2 or 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(StepEvent):
    """The clock goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainAsked(StepEvent):
    """The clock stands still because it hurts; the user is to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainAnswered(StepEvent):
    """The user said how it hurts."""

    pain: PainReport


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFinished(Event):
    """The session is over."""

    complete: bool
    """False where it was ended before its last step because of pain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLeft(Event):
    """The user left; the session may be resumed."""

    ordinal: int
    """Of the step it stood at."""
