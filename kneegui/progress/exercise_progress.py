"""One exercise over time: how much was done in each session, how long it was held, what it took.

A set that was done again after going back counts once, as the better of its two goes. Where an
exercise has sides, a session counts for the side with more: the dose is per side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby
from operator import attrgetter

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, Side, StepKind, StepStatus
from kneegui.progress.days import local_day


class Unit(Enum):
    """What a dose counts."""

    REPS = "reps"
    """Repetitions per side; a hold is one too."""
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePoint:
    """An exercise in one session."""

    session_id: str
    started_at: Moment
    day: date
    unit: Unit
    sets: tuple[int, ...]
    """What was done in each set, per side; sets with nothing done are not in it."""
    hold_s: int | None
    """Seconds of its longest hold, the way in and out included; None where none was held."""
    pain: int | None
    """The worst that was told in it, 0 to 10."""
    stopped: bool
    """True where pain stopped it."""

    @property
    def done(self) -> int:
        """All that was done, per side."""
        return sum(self.sets)


def steps_by_exercise(
    practice: Iterable[PractisedStep],
) -> Mapping[str, Sequence[PractisedStep]]:
    """Gives the steps of each exercise, in the order they come."""
    steps: dict[str, list[PractisedStep]] = {}
    for step in practice:
        steps.setdefault(step.exercise, []).append(step)
    return steps


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedExercise:
    """An exercise of which something was done."""

    exercise: str
    title: str
    """As it was the last time."""
    sessions: int
    """Sessions with something done of it."""
    latest_day: date


def practised_exercises(
    steps: Mapping[str, Sequence[PractisedStep]],
) -> tuple[PractisedExercise, ...]:
    """Gives the exercises that were done, that of most sessions first.

    Args:
        steps: exercise -> its steps in a period, the oldest first.
    """
    found: list[PractisedExercise] = []
    for exercise, of_it in steps.items():
        done = [step for step in of_it if step.done]
        if done:
            found.append(
                PractisedExercise(
                    exercise=exercise,
                    title=done[-1].title,
                    sessions=len({step.session_id for step in done}),
                    latest_day=local_day(done[-1].started_at),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.sessions, each.title)))


def exercise_points(steps: Iterable[PractisedStep]) -> tuple[ExercisePoint, ...]:
    """Gives one point for each session in which something of an exercise was done.

    Where an exercise changed from repetitions to a time, or back, only what is counted as it was
    the last time is given: the two cannot be compared.

    Args:
        steps: of one exercise, the oldest session first.
    """
    points = [point for session in _by_session(steps) if (point := exercise_point(session))]
    return tuple(point for point in points if point.unit is points[-1].unit)


def first_and_latest(
    steps: Sequence[PractisedStep],
) -> tuple[ExercisePoint, ExercisePoint] | None:
    """Gives the first and the last of ``exercise_points``; None for less than two of them."""
    backwards = (session[::-1] for session in _by_session(reversed(steps)))
    latest = next(filter(None, map(exercise_point, backwards)), None)
    if latest is None:
        return None
    points = filter(None, map(exercise_point, _by_session(steps)))
    first = next(point for point in points if point.unit is latest.unit)
    return None if first.session_id == latest.session_id else (first, latest)


def exercise_point(steps: Sequence[PractisedStep]) -> ExercisePoint | None:
    """Gives what was done of an exercise in a session; None where that is nothing.

    Args:
        steps: of one exercise in one session, at least one.
    """
    unit = _unit(steps[-1].kind)
    sides: dict[Side, dict[int, int]] = {}
    for step in steps:
        if step.done and _unit(step.kind) is unit:
            sets = sides.setdefault(step.side, {})
            sets[step.set] = max(step.done, sets.get(step.set, 0))
    if not sides:
        return None
    fuller = max(sides.values(), key=lambda sets: sum(sets.values()))
    return ExercisePoint(
        session_id=steps[0].session_id,
        started_at=steps[0].started_at,
        day=local_day(steps[0].started_at),
        unit=unit,
        sets=tuple(fuller[number] for number in sorted(fuller)),
        hold_s=_longest_hold(steps),
        pain=max((step.pain for step in steps if step.pain is not None), default=None),
        stopped=any(step.status is StepStatus.STOPPED for step in steps),
    )


def best(points: Iterable[ExercisePoint]) -> ExercisePoint | None:
    """Gives the session in which most was done; the first of those that share it."""
    return max(points, key=lambda point: point.done, default=None)


def longest_hold(points: Iterable[ExercisePoint]) -> ExercisePoint | None:
    """Gives the session with the longest hold; the first of those that share it."""
    held = (point for point in points if point.hold_s is not None)
    return max(held, key=lambda point: point.hold_s or 0, default=None)


def _by_session(steps: Iterable[PractisedStep]) -> Iterator[list[PractisedStep]]:
    return (list(group) for _, group in groupby(steps, key=attrgetter("session_id")))


def _unit(kind: StepKind) -> Unit:
    return Unit.SECONDS if kind is StepKind.TIMED else Unit.REPS


def _longest_hold(steps: Iterable[PractisedStep]) -> int | None:
    held = (step for step in steps if step.kind is StepKind.HOLD and step.done)
    # A hold that was broken off may be in the seconds and is not among those done.
    whole = (step for step in held if step.status is StepStatus.DONE)
    return max((round(step.seconds / step.done) for step in whole), default=None)
