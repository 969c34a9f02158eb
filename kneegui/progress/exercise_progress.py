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
    is_holds: bool
    """True where what was counted are holds alone."""
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


def sessions_of(steps: Iterable[PractisedStep]) -> int:
    """Gives in how many sessions something of an exercise was done, or it hurt.

    So they are counted wherever the sessions of an exercise are told, whatever they counted in.

    Args:
        steps: of one exercise.
    """
    return len({step.session_id for step in steps if step.done or is_painful(step)})


def is_painful(step: PractisedStep) -> bool:
    """Gives whether it hurt; a pain of 0 is an answer too, and none that hurts."""
    return bool(step.pain) or step.status is StepStatus.STOPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedExercise:
    """An exercise of which something was done."""

    exercise: str
    title: str
    """As it was the last time."""
    sessions: int
    """Those of ``sessions_of``."""
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
                    sessions=sessions_of(of_it),
                    latest_day=local_day(done[-1].started_at),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.sessions, each.title)))


def exercise_points(
    steps: Sequence[PractisedStep], unit: Unit | None = None
) -> tuple[ExercisePoint, ...]:
    """Gives one point for each session in which something of an exercise was done.

    Repetitions and seconds cannot be compared: only what is counted in one unit is given.

    Args:
        steps: of one exercise, the oldest session first.
        unit: what is counted; None for what was counted the last time.
    """
    unit = unit or _latest_unit(steps)
    if unit is None:
        return ()
    points = (exercise_point(session, unit) for session in _by_session(steps))
    return tuple(point for point in points if point)


def other_unit(unit: Unit) -> Unit:
    """Gives what is not counted where this is."""
    return Unit.REPS if unit is Unit.SECONDS else Unit.SECONDS


def unit_of(kind: StepKind) -> Unit:
    """Gives what a step of a kind counts."""
    return Unit.SECONDS if kind is StepKind.TIMED else Unit.REPS


def counts_holds(steps: Iterable[PractisedStep]) -> bool:
    """Gives whether the repetitions done were holds, all of them.

    Args:
        steps: of one exercise; those with nothing done and those counted in seconds say nothing.
    """
    counted = (
        step.kind is StepKind.HOLD
        for step in steps
        if step.done and step.kind is not StepKind.TIMED
    )
    return next(counted, False) and all(counted)


def first_and_latest(
    steps: Sequence[PractisedStep],
) -> tuple[ExercisePoint, ExercisePoint] | None:
    """Gives the first and the last of ``exercise_points``; None for less than two of them."""
    unit = _latest_unit(steps)
    if unit is None:
        return None
    backwards = (exercise_point(group[::-1], unit) for group in _by_session(reversed(steps)))
    latest = next(filter(None, backwards))
    first = next(filter(None, (exercise_point(group, unit) for group in _by_session(steps))))
    return None if first.session_id == latest.session_id else (first, latest)


def exercise_point(steps: Sequence[PractisedStep], unit: Unit) -> ExercisePoint | None:
    """Gives what was done of an exercise in a session; None where that is nothing.

    Args:
        steps: of one exercise in one session, at least one.
        unit: what is counted; steps that count otherwise are left out.
    """
    counted = [step for step in steps if unit_of(step.kind) is unit]
    sides: dict[Side, dict[int, int]] = {}
    for step in counted:
        if step.done:
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
        is_holds=counts_holds(counted),
        sets=tuple(fuller[number] for number in sorted(fuller)),
        hold_s=_longest_hold(counted),
        pain=max((step.pain for step in counted if step.pain is not None), default=None),
        stopped=any(step.status is StepStatus.STOPPED for step in counted),
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


def _latest_unit(steps: Sequence[PractisedStep]) -> Unit | None:
    return next((unit_of(step.kind) for step in reversed(steps) if step.done), None)


def _longest_hold(steps: Iterable[PractisedStep]) -> int | None:
    held = (step for step in steps if step.kind is StepKind.HOLD and step.done)
    # A hold that was broken off may be in the seconds and is not among those done.
    whole = (step for step in held if step.status is StepStatus.DONE)
    return max((round(step.seconds / step.done) for step in whole), default=None)
