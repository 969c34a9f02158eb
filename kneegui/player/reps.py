"""Where in its repetitions and phases a step stands after so many seconds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from kneegui.domain.exercise import PhaseKind
from kneegui.domain.session import Side, StepKind
from kneegui.player.step import Step, StepPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One phase of one repetition, placed in its step; seconds count from the step's start."""

    rep: int
    """From 1."""
    index: int
    """Of the phase in its repetition, from 0."""
    phase: StepPhase
    start: int
    end: int

    @property
    def seconds(self) -> int:
        """How long it lasts; not what the phase says where time was added or the step ends."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class RepPoint:
    """Where a step stands in its repetitions."""

    rep: int
    """From 1. What a timed or self-paced step shows in passing is not a count for the user."""
    side: Side
    phase: StepPhase
    index: int
    """Of the phase in its repetition, from 0."""
    left: float
    """Seconds left in the phase."""
    pose: float
    """Of the figure: 0 at the start position, 1 at the end position."""


@lru_cache(maxsize=64)
def spans(step: Step) -> tuple[Span, ...]:
    """Gives the phases of all repetitions in order.

    Those of a timed step go on until its time is up and the last may be cut short; a self-paced
    step has those of one repetition, at the pace it would have.
    """
    found: list[Span] = []
    rep, start = 0, 0
    while step.phases and not _is_enough(step, rep, start):
        rep += 1
        for index, phase in enumerate(step.phases):
            end = start + phase.seconds
            if phase.kind is PhaseKind.HOLD:
                end += step.hold_added(rep)
            if step.kind is StepKind.TIMED and step.seconds is not None:
                end = min(end, step.seconds)
            if end > start:
                found.append(Span(rep=rep, index=index, phase=phase, start=start, end=end))
            start = end
    return tuple(found)


def _is_enough(step: Step, reps: int, seconds: int) -> bool:
    if step.seconds is None:
        return reps == 1
    return seconds >= step.seconds if step.kind is StepKind.TIMED else reps == step.reps


@lru_cache(maxsize=64)
def _starts(step: Step) -> tuple[int, ...]:
    return tuple(span.start for span in spans(step))


def rep_at(step: Step, elapsed: float) -> RepPoint | None:
    """Gives where a step stands after so many seconds; None where it has no phases.

    Before its start it stands at the start, after its end at the end. A self-paced step goes
    through its repetition again and again, as a picture of the movement and not as a count.
    """
    if not spans(step):
        return None
    elapsed = max(0.0, elapsed)
    turns = 0
    if step.seconds is None:
        turns, elapsed = divmod(elapsed, step.rep_seconds)
    span = spans(step)[bisect_right(_starts(step), elapsed) - 1]
    inside = min(elapsed - span.start, span.seconds)
    return RepPoint(
        rep=span.rep + int(turns),
        side=step.rep_side(span.rep + int(turns)),
        phase=span.phase,
        index=span.index,
        left=span.seconds - inside,
        pose=_pose(span, inside),
    )


def _pose(span: Span, inside: float) -> float:
    match span.phase.kind:
        case PhaseKind.OUT:
            return inside / span.phase.seconds
        case PhaseKind.BACK:
            return 1.0 - inside / span.phase.seconds
        case kind:
            return 1.0 if kind is PhaseKind.HOLD else 0.0
