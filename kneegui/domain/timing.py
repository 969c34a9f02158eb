"""How long a repetition, a set, an exercise and a routine take.

The rules are the player's, so that the promise on the Routines page is what the clock keeps:

* getting ready before each exercise: 10 s, or 15 s where the position or the equipment changes or
  the exercise is done on a roller;
* a set lasts as long as its repetitions with all their phases, or as long as the dose says;
* an exercise with two sides does one set on each side with 8 s to switch; the other side's set is
  the rest of the first, so a rest follows only when both are done;
* an alternating exercise does its repetitions on both sides in one set;
* no rest after the last set.
"""

from __future__ import annotations

from collections.abc import Mapping

from kneegui.domain.dose import Dose
from kneegui.domain.exercise import EquipmentKind, Exercise, Phase, PhaseKind, Sides
from kneegui.domain.routine import Routine, RoutineItem

GET_READY_S = 10
GET_READY_AFTER_CHANGE_S = 15
SWITCH_SIDES_S = 8


def phase_seconds(phase: Phase, dose: Dose) -> int:
    """Gives the seconds of one phase: the dose's hold replaces the exercise's own."""
    if phase.kind is PhaseKind.HOLD and dose.hold_s is not None:
        return dose.hold_s
    return phase.seconds


def rep_seconds(exercise: Exercise, dose: Dose) -> int:
    """Gives the seconds of one repetition on one side."""
    return sum(phase_seconds(phase, dose) for phase in exercise.phases)


def set_seconds(exercise: Exercise, dose: Dose) -> int:
    """Gives the seconds of one set on one side; of both sides where they alternate."""
    if dose.seconds is not None:
        return dose.seconds
    reps = dose.reps or 0
    if exercise.sides is Sides.ALTERNATING:
        reps *= 2
    return reps * rep_seconds(exercise, dose)


def exercise_seconds(exercise: Exercise, dose: Dose) -> int:
    """Gives the seconds of all sets with switches and rests, without getting ready."""
    one_set = set_seconds(exercise, dose)
    if exercise.sides is Sides.EACH:
        one_set = 2 * one_set + SWITCH_SIDES_S
    return dose.sets * one_set + (dose.sets - 1) * dose.rest_s


def get_ready_seconds(previous: Exercise | None, exercise: Exercise) -> int:
    """Gives the seconds to get into position after the previous exercise."""
    if (
        previous is None
        or previous.position is not exercise.position
        or _needs(previous) != _needs(exercise)
        or EquipmentKind.ROLLER in _needs(exercise)
    ):
        return GET_READY_AFTER_CHANGE_S
    return GET_READY_S


def _needs(exercise: Exercise) -> set[EquipmentKind]:
    return {equipment.kind for equipment in exercise.equipment if not equipment.optional}


def item_seconds(
    routine: Routine, exercises: Mapping[str, Exercise], *, target: bool = False
) -> tuple[int, ...]:
    """Gives the seconds of each item of a routine, getting ready included.

    Args:
        routine: what is to be timed.
        exercises: every exercise of the routine by its id.
        target: take each item's target dose where it has one.
    """
    order = [exercises[item.exercise] for item in routine.items]
    before = [None, *order[:-1]]
    return tuple(
        get_ready_seconds(previous, exercise)
        + exercise_seconds(exercise, _dose(item, target=target))
        for previous, exercise, item in zip(before, order, routine.items, strict=True)
    )


def _dose(item: RoutineItem, *, target: bool) -> Dose:
    return item.target if target and item.target is not None else item.dose


def total_seconds(
    routine: Routine, exercises: Mapping[str, Exercise], *, target: bool = False
) -> int:
    """Gives the seconds from the first get-ready to the end of the last set."""
    return sum(item_seconds(routine, exercises, target=target))
