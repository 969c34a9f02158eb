"""What falls due inside one step, and when.

Seconds count from the start of the step, and all are whole. In each step:

* getting ready, switching, resting: the last three seconds;
* WORK: each repetition and its phases; in its pause room for a cue;
* HOLD: the same; the room for a cue is the beginning of the hold; half-time of a hold of 20 s and
  more, the last three seconds of holds and rests of 10 s and more;
* TIMED: its phases for the figure, without a count; half-time from 20 s on, the last three
  seconds; room for a cue every 15 s, not near half-time or the end.

A repetition is finished when its last movement is back at the start, before the breath that may
follow: that breath already belongs to nobody. Source: content.md 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from kneegui.domain.exercise import PhaseKind
from kneegui.domain.session import StepKind
from kneegui.player.events import (
    Countdown,
    CueDue,
    HalfTime,
    PhaseStarted,
    RepFinished,
    RepStarted,
    StepEvent,
)
from kneegui.player.reps import Span, spans
from kneegui.player.step import LONG_HOLD_S, Step

HALF_TIME_FROM_S = 20
"""Shorter holds and timed steps have no half-time."""
COUNTED_S = 3
"""The last seconds that are counted down."""
FIRST_CUE_S = 5
CUE_EVERY_S = 15
CUE_CLEARANCE_S = 4
"""A cue in a timed step keeps so far from half-time and from the countdown."""


@lru_cache(maxsize=64)
def schedule(step: Step) -> tuple[StepEvent, ...]:
    """Gives the events inside a step in the order they fall due.

    ``at`` counts from the step's start. The step's own start and end are not among them; a
    self-paced step has none.
    """
    if step.seconds is None:
        return ()
    if step.kind is StepKind.TIMED:
        found = _timed(step, step.seconds)
    elif step.is_exercise:
        found = _repetitions(step)
    else:
        found = _countdown(step, 0, step.seconds)
    return tuple(sorted(found, key=lambda event: event.at))


def _countdown(step: Step, start: int, end: int) -> Iterator[StepEvent]:
    for left in range(min(COUNTED_S, end - start), 0, -1):
        yield Countdown(at=end - left, step=step, left=left)


def _timed(step: Step, seconds: int) -> Iterator[StepEvent]:
    for span in spans(step):
        yield _phase(step, span)
    quiet_until = seconds - COUNTED_S - CUE_CLEARANCE_S
    half = seconds // 2 if seconds >= HALF_TIME_FROM_S else None
    cues = [
        at
        for at in range(FIRST_CUE_S, quiet_until + 1, CUE_EVERY_S)
        if half is None or abs(at - half) >= CUE_CLEARANCE_S
    ]
    for at in cues:
        yield CueDue(at=at, step=step, number=(at - FIRST_CUE_S) // CUE_EVERY_S)
    if half is not None:
        yield HalfTime(at=half, step=step, rep=0)
    yield from _countdown(step, 0, seconds)


def _phase(step: Step, span: Span) -> PhaseStarted:
    return PhaseStarted(at=span.start, step=step, rep=span.rep, index=span.index, phase=span.phase)


def _repetitions(step: Step) -> Iterator[StepEvent]:
    for rep, group in groupby(spans(step), key=lambda span: span.rep):
        yield from _repetition(step, rep, tuple(group))


def _repetition(step: Step, rep: int, parts: tuple[Span, ...]) -> Iterator[StepEvent]:
    moving = [span for span in parts if span.phase.kind is not PhaseKind.REST]
    back = moving[-1].end if moving else parts[-1].end
    pause = _pause(step, parts)
    # Before the phase that starts in the same moment: a repetition is over, then the next begins.
    yield RepStarted(at=parts[0].start, step=step, rep=rep, side=step.rep_side(rep))
    for span in parts:
        if span.start == back:
            yield RepFinished(at=back, step=step, rep=rep)
        yield _phase(step, span)
        if span is pause:
            yield CueDue(at=span.start, step=step, number=rep - 1)
        yield from _long_phase(step, span)
    if parts[-1].end == back:
        yield RepFinished(at=back, step=step, rep=rep)


def _pause(step: Step, parts: tuple[Span, ...]) -> Span | None:
    """Gives the phase of a repetition with room for a cue.

    It is the breath at its end, or the hold where there is none or where the hold is long. After
    the last repetition there is no room: what comes next is about to be said.
    """
    holds = [span for span in parts if span.phase.kind is PhaseKind.HOLD]
    rests = [span for span in parts if span.phase.kind is PhaseKind.REST]
    wanted = holds if step.kind is StepKind.HOLD or not rests else rests
    is_last = bool(wanted) and wanted[-1].end == step.seconds
    return None if is_last or not wanted else wanted[0]


def _long_phase(step: Step, span: Span) -> Iterator[StepEvent]:
    if span.phase.seconds < LONG_HOLD_S:
        return
    if span.phase.kind is PhaseKind.HOLD:
        if span.seconds >= HALF_TIME_FROM_S:
            yield HalfTime(at=span.start + span.seconds // 2, step=step, rep=span.rep)
        yield from _countdown(step, span.start, span.end)
    elif span.phase.kind is PhaseKind.REST and span.end != step.seconds:
        yield from _countdown(step, span.start, span.end)
