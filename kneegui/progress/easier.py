"""What got easier: exercises of which more is done than at first, at no more effort and no pain.

The latest session of an exercise is compared with the first of the same routine, both as they were:
routines ask for different doses. More counts where effort, if both were told, is at most one point
higher (about the same), and where in the latest session the exercise was not stopped and pain in it
was green, 0 to 2. Rolling is not meant to become more, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.exercise_progress import (
    ExercisePoint,
    exercise_points,
    first_and_latest,
)
from kneegui.progress.pain_trend import SAME_WITHIN

GREEN_MOST = 2
"""The highest pain that is of no concern. Source: E7."""
LONGER_FROM_S = 5
"""Seconds by which a hold is longer and not just ended a little later."""


class Gain(Enum):
    """In what an exercise got easier."""

    MORE = "more"
    """More repetitions or seconds."""
    LONGER = "longer"
    """Holds that last longer, and no fewer of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Easier:
    """An exercise that got easier."""

    exercise: str
    title: str
    gain: Gain
    first: ExercisePoint
    latest: ExercisePoint
    steps: Sequence[PractisedStep]
    """Those of the sessions that can be compared."""

    @property
    def points(self) -> tuple[ExercisePoint, ...]:
        """Those sessions, the oldest first; two at least."""
        return exercise_points(self.steps)

    @property
    def growth(self) -> float:
        """How many times as much it is."""
        return amount(self.latest, self.gain) / max(1, amount(self.first, self.gain))


def amount(point: ExercisePoint, gain: Gain) -> int:
    """Gives the number that a gain is about: what was done, or the seconds of a hold."""
    return point.done if gain is Gain.MORE else point.hold_s or 0


def what_got_easier(
    steps: Mapping[str, Sequence[PractisedStep]],
    heads: Iterable[SessionHead],
    goals: Mapping[str, Goal],
) -> tuple[Easier, ...]:
    """Gives the exercises that got easier, those that grew most first.

    Args:
        steps: exercise -> its steps in a period, the oldest first.
        heads: the sessions they are of; steps of other sessions are left out.
        goals: exercise -> what it is for.
    """
    by_id = {head.id: head for head in heads}
    found = (
        _easier(exercise, of_it, by_id)
        for exercise, of_it in steps.items()
        if goals.get(exercise) is not Goal.RELEASE
    )
    return tuple(sorted(filter(None, found), key=lambda easier: (-easier.growth, easier.title)))


def _easier(
    exercise: str, steps: Sequence[PractisedStep], heads: Mapping[str, SessionHead]
) -> Easier | None:
    known = [step for step in steps if step.session_id in heads]
    last = next((step for step in reversed(known) if step.done), None)
    if last is None:
        return None
    routine = heads[last.session_id].routine
    alike = [step for step in known if heads[step.session_id].routine == routine]
    ends = first_and_latest(alike)
    if ends is None:
        return None
    first, latest = ends
    gain = _gain(first, latest)
    if gain is None or not _is_well(first, latest, heads):
        return None
    return Easier(
        exercise=exercise,
        title=steps[-1].title,
        gain=gain,
        first=first,
        latest=latest,
        steps=alike,
    )


def _is_well(first: ExercisePoint, latest: ExercisePoint, heads: Mapping[str, SessionHead]) -> bool:
    if latest.stopped or (latest.pain or 0) > GREEN_MOST:
        return False
    was, now = heads[first.session_id].effort, heads[latest.session_id].effort
    return was is None or now is None or now <= was + SAME_WITHIN


def _gain(first: ExercisePoint, latest: ExercisePoint) -> Gain | None:
    if first.hold_s and latest.hold_s:
        longer = latest.hold_s - first.hold_s
        if longer >= LONGER_FROM_S and latest.done >= first.done:
            return Gain.LONGER
        if longer <= -LONGER_FROM_S:
            return None
    return Gain.MORE if latest.done > first.done else None
