"""Seconds added to a step, or taken off."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from kneegui.domain.exercise import PhaseKind
from kneegui.domain.session import StepKind
from kneegui.player.reps import spans
from kneegui.player.schedule import COUNTED_S
from kneegui.player.step import Step


def with_seconds_added(step: Step, seconds: int, elapsed: float) -> tuple[Step, int] | None:
    """Gives a step with seconds added, and how many they were; None where none can be.

    Of a HOLD step the hold lasts longer, the present one or else the next. Where seconds are taken
    off, as many go as leave more than the seconds that are counted down. The pace of WORK steps is
    not to be changed.

    Args:
        step: the step as it is.
        seconds: to add; to take off where negative.
        elapsed: how many seconds the step has lasted.
    """
    if step.kind is StepKind.WORK or step.seconds is None:
        return None
    if step.kind is StepKind.HOLD:
        return _in_hold(step, seconds, elapsed)
    seconds = _within(seconds, step.seconds - elapsed)
    return (replace(step, seconds=step.seconds + seconds), seconds) if seconds else None


def _in_hold(step: Step, seconds: int, elapsed: float) -> tuple[Step, int] | None:
    for span in spans(step):
        if span.phase.kind is PhaseKind.HOLD and span.end > elapsed:
            seconds = _within(seconds, span.end - max(span.start, elapsed))
            added = list(step.holds_added or (0,) * step.reps)
            added[span.rep - 1] += seconds
            whole = (step.seconds or 0) + seconds
            return (
                (replace(step, seconds=whole, holds_added=tuple(added)), seconds)
                if seconds
                else None
            )
    return None


def _within(seconds: int, left: float) -> int:
    """Gives the seconds to add, or as many of those to take off as there are."""
    return seconds if seconds > 0 else -min(-seconds, max(0, ceil(left - COUNTED_S) - 1))
