"""One step of a timeline."""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.exercise import PhaseKind
from kneegui.domain.session import EXERCISE_KINDS, Side, StepKind

LONG_HOLD_S = 10
"""A hold of so many seconds is counted down, and makes the step a hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPhase:
    """A phase of a repetition with the seconds it lasts here, at this dose and tempo."""

    name: str
    kind: PhaseKind
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a timeline.

    Getting ready, switching and resting name the exercise, side and set they lead to.
    """

    ordinal: int
    """Its place in the timeline, from 0."""
    item: int
    """The place of its exercise in the routine, from 0."""
    kind: StepKind
    exercise: str
    """Id of the exercise."""
    title: str
    side: Side
    """BOTH also where the sides take turns; ``rep_side`` tells them apart."""
    set: int
    sets: int
    seconds: int | None
    """How long it lasts; None where the user ends it."""
    planned_seconds: int
    """How long it was to last; at the pace of the phases where the user ends it."""
    reps: int = 0
    """All its repetitions, of both sides where they take turns; 0 where none are counted."""
    phases: tuple[StepPhase, ...] = ()
    """Of one repetition; a timed step goes through them again and again, for the figure."""
    alternates_from: Side | None = None
    """The side of the first repetition where the side changes with each; else None."""
    next_exercise: str | None = None
    """Id of the exercise after this one in the routine; None in the last."""
    holds_added: tuple[int, ...] = ()
    """Seconds added to the hold of each repetition; empty where none were."""

    @property
    def is_exercise(self) -> bool:
        """True where something is exercised, which is recorded."""
        return self.kind in EXERCISE_KINDS

    @property
    def is_self_paced(self) -> bool:
        """True where the user ends it."""
        return self.seconds is None

    @property
    def planned(self) -> int:
        """What a record plans: repetitions per side, or seconds where it is timed."""
        return self.planned_seconds if self.kind is StepKind.TIMED else self.per_side(self.reps)

    @property
    def rep_seconds(self) -> int:
        """Seconds of one repetition, as planned."""
        return sum(phase.seconds for phase in self.phases)

    def per_side(self, reps: int) -> int:
        """Gives how many of so many repetitions each side has done in full."""
        return reps // 2 if self.alternates_from is not None else reps

    def rep_side(self, rep: int) -> Side:
        """Gives the side of a repetition, which counts from 1."""
        if self.alternates_from is None:
            return self.side
        return self.alternates_from if rep % 2 else opposite(self.alternates_from)

    def hold_added(self, rep: int) -> int:
        """Gives the seconds added to the hold of a repetition, which counts from 1."""
        return self.holds_added[rep - 1] if self.holds_added else 0


def opposite(side: Side) -> Side:
    """Gives the other side of the body.

    Raises:
        ValueError: BOTH has no other side.
    """
    if side is Side.BOTH:
        raise ValueError("Both sides together have no other side.")
    return Side.RIGHT if side is Side.LEFT else Side.LEFT
