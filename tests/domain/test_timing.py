"""The rules of time, one by one, and what holds for every routine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.domain.dose import Dose
from kneegui.domain.exercise import EquipmentKind, Exercise, PhaseKind, Position, Sides
from kneegui.domain.routine import Routine, RoutineItem
from kneegui.domain.timing import (
    exercise_seconds,
    get_ready_seconds,
    item_seconds,
    phase_seconds,
    rep_seconds,
    set_seconds,
    total_seconds,
)
from tests.support.builders import dose, equipment, exercise, phases, routine, timed_dose

BOTH = exercise(sides=Sides.BOTH)
EACH = exercise(sides=Sides.EACH)
ALTERNATING = exercise(sides=Sides.ALTERNATING)


# One repetition


def test_a_repetition_lasts_as_long_as_its_phases() -> None:
    assert rep_seconds(exercise(phases=phases(out=3, hold=1, back=2, rest=4)), dose()) == 10


def test_the_hold_of_a_dose_replaces_the_hold_of_the_exercise() -> None:
    stretch = exercise(phases=phases(out=3, hold=30, back=2, rest=1))

    assert rep_seconds(stretch, dose(hold_s=10)) == 16
    assert rep_seconds(stretch, dose(hold_s=120)) == 126
    assert rep_seconds(stretch, dose(hold_s=None)) == 36


@pytest.mark.parametrize("kind", [PhaseKind.OUT, PhaseKind.BACK, PhaseKind.REST])
def test_the_hold_of_a_dose_touches_no_other_phase(kind: PhaseKind) -> None:
    phase = next(phase for phase in phases() if phase.kind is kind)

    assert phase_seconds(phase, dose(hold_s=50)) == phase.seconds


# One set


def test_a_set_is_its_repetitions() -> None:
    assert set_seconds(BOTH, dose(reps=10)) == 60
    assert set_seconds(EACH, dose(reps=10)) == 60


def test_a_set_of_seconds_lasts_those_seconds_whatever_the_phases() -> None:
    assert set_seconds(EACH, timed_dose(45)) == 45
    assert set_seconds(ALTERNATING, timed_dose(45)) == 45
    assert set_seconds(exercise(phases=()), timed_dose(60)) == 60


def test_an_alternating_set_has_its_repetitions_on_each_side() -> None:
    assert set_seconds(ALTERNATING, dose(reps=10)) == 120


# One exercise


def test_a_rest_stands_between_two_sets_only() -> None:
    assert exercise_seconds(BOTH, dose(sets=1, reps=10, rest_s=30)) == 60
    assert exercise_seconds(BOTH, dose(sets=2, reps=10, rest_s=30)) == 60 + 30 + 60
    assert exercise_seconds(BOTH, dose(sets=3, reps=10, rest_s=30)) == 60 + 30 + 60 + 30 + 60


def test_each_side_has_its_set_and_eight_seconds_to_switch() -> None:
    assert exercise_seconds(EACH, dose(sets=1, reps=10, rest_s=30)) == 60 + 8 + 60


def test_the_rest_comes_when_both_sides_are_done() -> None:
    both_sides = 60 + 8 + 60

    assert exercise_seconds(EACH, dose(sets=2, reps=10, rest_s=30)) == both_sides + 30 + both_sides


def test_alternating_sides_need_no_switch() -> None:
    assert exercise_seconds(ALTERNATING, dose(sets=2, reps=10, rest_s=30)) == 120 + 30 + 120


# Getting ready


def test_the_first_exercise_has_fifteen_seconds_to_get_ready() -> None:
    assert get_ready_seconds(None, BOTH) == 15


def test_the_same_position_and_things_need_ten_seconds() -> None:
    mat = equipment(EquipmentKind.MAT)

    assert get_ready_seconds(BOTH, EACH) == 10
    assert get_ready_seconds(exercise(equipment=(mat,)), exercise(equipment=(mat,))) == 10


def test_another_position_needs_fifteen_seconds() -> None:
    assert get_ready_seconds(exercise(position=Position.BACK), BOTH) == 15


def test_another_thing_needs_fifteen_seconds() -> None:
    banded = exercise(equipment=(equipment(EquipmentKind.BAND),))

    assert get_ready_seconds(BOTH, banded) == 15
    assert get_ready_seconds(banded, BOTH) == 15


def test_a_thing_that_may_be_left_out_changes_nothing() -> None:
    maybe = exercise(equipment=(equipment(EquipmentKind.BAND, optional=True),))

    assert get_ready_seconds(BOTH, maybe) == 10


def test_a_roller_always_needs_fifteen_seconds() -> None:
    rolling = exercise(equipment=(equipment(EquipmentKind.ROLLER),))

    assert get_ready_seconds(rolling, rolling) == 15


# A routine

SWING = exercise(id="swing", phases=phases())
LIE = exercise(id="lie", position=Position.BACK, sides=Sides.EACH)
KNOWN = {"swing": SWING, "lie": LIE}


def test_an_item_is_its_get_ready_and_its_sets() -> None:
    both = routine(
        RoutineItem(exercise="swing", dose=dose(reps=10)),
        RoutineItem(exercise="swing", dose=dose(reps=5)),
        RoutineItem(exercise="lie", dose=timed_dose(40)),
    )

    assert item_seconds(both, KNOWN) == (15 + 60, 10 + 30, 15 + 40 + 8 + 40)
    assert total_seconds(both, KNOWN) == 75 + 40 + 103


def test_the_target_counts_where_an_item_has_one() -> None:
    building = routine(
        RoutineItem(exercise="swing", dose=dose(reps=10), target=dose(reps=20)),
        RoutineItem(exercise="swing", dose=dose(reps=5)),
    )

    assert item_seconds(building, KNOWN) == (15 + 60, 10 + 30)
    assert item_seconds(building, KNOWN, target=True) == (15 + 120, 10 + 30)
    assert total_seconds(building, KNOWN, target=True) == 135 + 40


# What holds for all of them

seconds = some.integers(1, 60)
doses = some.builds(
    dose, sets=some.integers(1, 5), reps=some.integers(1, 30), rest_s=some.integers(0, 120)
) | some.builds(timed_dose, seconds, sets=some.integers(1, 5), rest_s=some.integers(0, 120))
things = some.lists(
    some.builds(equipment, some.sampled_from(EquipmentKind), optional=some.booleans()), max_size=2
).map(tuple)
exercises = some.builds(
    exercise,
    sides=some.sampled_from(Sides),
    position=some.sampled_from(Position),
    equipment=things,
    phases=some.builds(phases, seconds, seconds, seconds, seconds),
)
steps = some.lists(some.tuples(exercises, doses), min_size=1, max_size=6)


def _playable(steps: list[tuple[Exercise, Dose]]) -> tuple[Routine, dict[str, Exercise]]:
    known = {f"e{number}": step for number, (step, _) in enumerate(steps)}
    items = [
        RoutineItem(exercise=f"e{number}", dose=amount) for number, (_, amount) in enumerate(steps)
    ]
    return routine(*items), known


@settings(deadline=None)
@given(steps)
def test_a_routine_is_the_sum_of_its_items(steps: list[tuple[Exercise, Dose]]) -> None:
    played, known = _playable(steps)
    before = [None, *(step for step, _ in steps)]

    expected = [
        get_ready_seconds(previous, step) + exercise_seconds(step, amount)
        for previous, (step, amount) in zip(before, steps, strict=False)
    ]

    assert list(item_seconds(played, known)) == expected
    assert total_seconds(played, known) == sum(expected)


@settings(deadline=None)
@given(exercises, doses)
def test_more_of_anything_is_never_shorter(step: Exercise, amount: Dose) -> None:
    time = exercise_seconds(step, amount)

    assert exercise_seconds(step, replace(amount, sets=amount.sets + 1)) > time
    assert exercise_seconds(step, replace(amount, rest_s=amount.rest_s + 10)) >= time
    if amount.reps is not None:
        assert exercise_seconds(step, replace(amount, reps=amount.reps + 1)) > time


@settings(deadline=None)
@given(exercises, exercises)
def test_getting_ready_is_one_of_two_times(first: Exercise, second: Exercise) -> None:
    assert get_ready_seconds(first, second) in (10, 15)
    assert get_ready_seconds(None, second) == 15


@settings(deadline=None)
@given(exercises, doses)
def test_two_sides_are_twice_the_work_of_one(step: Exercise, amount: Dose) -> None:
    amount = replace(amount, sets=1, rest_s=0)
    one_side = exercise_seconds(replace(step, sides=Sides.BOTH), amount)

    assert exercise_seconds(replace(step, sides=Sides.EACH), amount) == 2 * one_side + 8
    if amount.reps is not None:
        assert exercise_seconds(replace(step, sides=Sides.ALTERNATING), amount) == 2 * one_side
