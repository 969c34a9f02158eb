"""A routine as steps: their order, their seconds, and what the settings change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from kneegui.domain.exercise import Exercise, PhaseKind, Position
from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.routine import RoutineItem
from kneegui.domain.session import EXERCISE_KINDS, Side, StepKind, Swap
from kneegui.domain.timing import item_seconds, total_seconds
from kneegui.player.step import Step, opposite
from kneegui.player.timeline import Timeline, compile_timeline
from tests.player.routines import (
    BUZZ,
    LIFT,
    ROLL,
    STRETCH,
    SWING,
    TAP,
    one_of_each,
    paces,
    parts,
    played,
    sides,
    timeline,
)
from tests.support.builders import dose, exercise, phases, routine, timed_dose
from tests.support.shipped import routine_keys, shipped_content

LETTERS = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: ""}


def drawn(steps: Timeline | tuple[Step, ...]) -> str:
    """Gives steps as a line of words: kind, set, side and seconds."""
    row = steps.steps if isinstance(steps, Timeline) else steps
    return " ".join(
        f"{step.kind.value}{step.set}{LETTERS[step.side]}:{step.seconds}" for step in row
    )


# Order and seconds


def test_both_sides_at_once_rest_between_their_sets() -> None:
    assert (
        drawn(timeline((SWING, dose(sets=3, reps=5, rest_s=20))))
        == "get-ready1:15 work1:30 rest2:20 work2:30 rest3:20 work3:30"
    )


def test_a_set_on_each_side_and_then_a_rest() -> None:
    assert drawn(timeline((LIFT, dose(sets=2, reps=5, rest_s=20)))) == (
        "get-ready1L:15 work1L:30 switch-sides1R:8 work1R:30 "
        "rest2L:20 work2L:30 switch-sides2R:8 work2R:30"
    )


def test_the_user_picks_the_first_side() -> None:
    right = timeline((LIFT, dose(reps=1)), first=Side.RIGHT)

    assert drawn(right) == "get-ready1R:15 work1R:6 switch-sides1L:8 work1L:6"


def test_sides_that_take_turns_share_one_step() -> None:
    tap = timeline((TAP, dose(reps=2)), first=Side.RIGHT).steps[1]

    assert (tap.seconds, tap.reps, tap.planned, tap.side) == (24, 4, 2, Side.BOTH)
    assert [tap.rep_side(rep).value for rep in (1, 2, 3, 4)] == ["right", "left", "right", "left"]


def test_no_rest_where_the_dose_has_none() -> None:
    assert (
        drawn(timeline((SWING, dose(sets=2, reps=1, rest_s=0)))) == "get-ready1:15 work1:6 work2:6"
    )


def test_getting_ready_takes_the_place_of_a_rest_between_exercises() -> None:
    lying = replace(SWING, id="lying", position=Position.BACK)
    three = timeline((SWING, dose(reps=1)), (SWING, dose(reps=1)), (lying, dose(reps=1)))

    assert drawn(three) == "get-ready1:15 work1:6 get-ready1:10 work1:6 get-ready1:15 work1:6"


def test_both_is_no_side_to_begin_with() -> None:
    with pytest.raises(ValueError, match="no other side"):
        timeline((SWING, dose()), first=Side.BOTH)


def test_the_other_side() -> None:
    assert (opposite(Side.LEFT), opposite(Side.RIGHT)) == (Side.RIGHT, Side.LEFT)


# Kinds


@pytest.mark.parametrize(
    ("hold", "kind"), [(None, "hold"), (9, "work"), (10, "hold"), (30, "hold")]
)
def test_a_hold_of_ten_seconds_makes_a_hold(hold: int | None, kind: str) -> None:
    step = timeline((STRETCH, dose(hold_s=hold))).steps[1]

    assert step.kind.value == kind
    assert step.phases[1].seconds == (hold or 30)


def test_a_dose_in_seconds_makes_a_timed_step() -> None:
    step = timeline((ROLL, timed_dose(45))).steps[1]

    assert (step.kind, step.seconds, step.planned, step.reps) == (StepKind.TIMED, 45, 45, 0)
    assert [phase.seconds for phase in step.phases] == [2, 2]


def test_repetitions_without_a_rhythm_are_ended_by_the_user() -> None:
    step = timeline((BUZZ, dose(reps=3))).steps[1]

    assert (step.kind, step.seconds, step.planned_seconds) == (StepKind.WORK, None, 0)


def test_a_phase_of_no_seconds_is_left_out() -> None:
    step = timeline((replace(SWING, phases=phases(2, 1, 2, 0)), dose())).steps[1]

    assert [phase.kind.value for phase in step.phases] == ["out", "hold", "back"]


# Settings


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "get-ready1L:15 work1L:6 switch-sides1R:8 work1R:6 rest2L:5"),
        ({"get_ready_added_s": 5}, "get-ready1L:20 work1L:6 switch-sides1R:8 work1R:6 rest2L:5"),
        ({"get_ready_added_s": -90}, "get-ready1L:3 work1L:6 switch-sides1R:8 work1R:6 rest2L:5"),
        ({"switch_added_s": 4}, "get-ready1L:15 work1L:6 switch-sides1R:12 work1R:6 rest2L:5"),
        ({"switch_added_s": -9}, "get-ready1L:15 work1L:6 switch-sides1R:3 work1R:6 rest2L:5"),
        ({"rest_percent": 150}, "get-ready1L:15 work1L:6 switch-sides1R:8 work1R:6 rest2L:8"),
        ({"rest_percent": 0}, "get-ready1L:15 work1L:6 switch-sides1R:8 work1R:6 rest2L:1"),
        (
            {"self_paced": True},
            "get-ready1L:15 work1L:None switch-sides1R:8 work1R:None rest2L:5",
        ),
    ],
)
def test_settings_change_the_seconds(changes: dict[str, Any], expected: str) -> None:
    lift = timeline((LIFT, dose(sets=2, reps=1, rest_s=5)), **changes)

    assert drawn(lift.steps[:5]) == expected


def test_slow_is_three_two_three_two() -> None:
    def slow(out: int, hold: int, back: int, rest: int, **amount: Any) -> list[int]:
        one = exercise(phases=phases(out, hold, back, rest))
        step = timeline((one, dose(**amount)), tempo=Tempo.SLOW).steps[1]
        return [phase.seconds for phase in step.phases]

    assert slow(2, 1, 2, 1) == [3, 2, 3, 2]
    assert slow(3, 30, 1, 10) == [5, 30, 2, 10]
    assert slow(2, 1, 2, 1, hold_s=1) == [3, 1, 3, 2]


def test_slow_does_not_lengthen_a_timed_step() -> None:
    step = timeline((ROLL, timed_dose(45)), tempo=Tempo.SLOW).steps[1]

    assert (step.seconds, [phase.seconds for phase in step.phases]) == (45, [3, 3])


def test_long_holds_keep_time_in_self_paced_mode() -> None:
    steps = one_of_each(self_paced=True).steps

    free = {step.exercise for step in steps if step.is_self_paced}
    assert free == {"lift", "tap"}


def test_self_paced_sets_count_as_long_as_planned() -> None:
    assert one_of_each(self_paced=True).total == one_of_each().total


@settings(deadline=None)
@given(parts, sides, paces)
def test_the_settings_never_change_which_steps_there_are(
    some_parts: list[Any], side: Side, pace: PlayerSettings
) -> None:
    plan, known = played(some_parts)
    usual = compile_timeline(plan, known, PlayerSettings(), Side.LEFT)

    paced = compile_timeline(plan, known, pace, side)

    def names(made: Timeline) -> list[Any]:
        return [(step.ordinal, step.kind, step.exercise, step.set) for step in made.steps]

    assert names(paced) == names(usual)
    assert all(step.seconds is None or step.seconds >= 1 for step in paced.steps)


# Sums


@pytest.mark.parametrize("key", routine_keys())
def test_a_programme_takes_what_its_page_promises(key: str) -> None:
    content = shipped_content()
    known = {one.id: one for one in content.exercises}
    plan = next(plan for plan in content.programmes if plan.key == key)

    made = compile_timeline(plan, known, PlayerSettings(), Side.RIGHT)

    assert made.total == total_seconds(plan, known)
    assert tuple(part.seconds for part in made.segments) == item_seconds(plan, known)


def test_there_are_nine_programmes() -> None:
    assert len(routine_keys()) == 9


@settings(deadline=None)
@given(parts, sides)
def test_any_routine_takes_what_its_page_promises(some_parts: list[Any], side: Side) -> None:
    plan, known = played(some_parts)

    made = compile_timeline(plan, known, PlayerSettings(), side)

    assert made.total == total_seconds(plan, known)
    assert made.total == sum(step.planned_seconds for step in made.steps)
    assert [part.seconds for part in made.segments] == list(item_seconds(plan, known))
    for step in made.steps:
        before, after = made.before(step.ordinal), made.after(step.ordinal)
        assert before + step.planned_seconds + after == made.total
        assert before == sum(other.planned_seconds for other in made.steps[: step.ordinal])


# Looking around


def test_steps_are_numbered_in_order() -> None:
    assert [step.ordinal for step in one_of_each().steps] == list(range(16))


def test_a_step_knows_the_exercise_after_its_own() -> None:
    following = {step.exercise: step.next_exercise for step in one_of_each().steps}

    assert following == {"lift": "stretch", "stretch": "tap", "tap": "roll", "roll": None}


def test_the_next_set() -> None:
    made = timeline((LIFT, dose(sets=2, reps=1)))

    after_left, after_rest = made.next_exercise_step(1), made.next_exercise_step(4)
    assert after_left is not None
    assert after_rest is not None
    assert (after_left.ordinal, after_rest.ordinal) == (3, 5)
    assert made.next_exercise_step(7) is None


def test_the_bar_has_a_segment_for_each_exercise() -> None:
    parts = one_of_each().segments

    assert [(part.title, part.first, part.last) for part in parts] == [
        ("Lift", 0, 7),
        ("Stretch", 8, 9),
        ("Tap", 10, 11),
        ("Roll", 12, 15),
    ]


def test_what_is_recorded_is_counted() -> None:
    made = one_of_each()

    assert made.exercise_steps == sum(step.kind in EXERCISE_KINDS for step in made.steps) == 8


def test_a_routine_without_exercises_is_empty() -> None:
    plan, known = played([])

    made = compile_timeline(replace(plan, items=()), known, PlayerSettings(), Side.LEFT)

    assert (made.total, made.items, made.segments) == (0, 0, ())


# Swaps

EASY = exercise(id="easy", name="Easy")
SIDED = replace(LIFT, id="sided", name="Sided", position=Position.BACK)


def swapped(made: Timeline, after: int, easier: Exercise, **amount: Any) -> Timeline:
    swap = Swap(after=after, exercise=easier.id, dose=dose(**amount))
    return made.swapped(swap, easier)


def test_the_sets_that_were_left_are_done_with_the_easier_exercise() -> None:
    made = timeline((SWING, dose(sets=3, reps=5)), (TAP, dose(reps=1)))

    easier = swapped(made, 3, EASY, sets=3, reps=2, rest_s=9)

    assert drawn(easier) == (
        "get-ready1:15 work1:30 rest2:15 work2:30 "
        "get-ready2:10 work2:12 rest3:9 work3:12 get-ready1:10 work1:12"
    )
    assert [step.exercise for step in easier.steps] == ["swing"] * 4 + ["easy"] * 4 + ["tap"] * 2
    assert [step.ordinal for step in easier.steps] == list(range(10))
    assert {step.item for step in easier.steps[:8]} == {0}


def test_it_goes_on_with_the_side_that_was_stopped() -> None:
    made = timeline((LIFT, dose(sets=2, reps=1)))

    from_right = swapped(made, 3, SIDED, sets=2, reps=1)
    from_left = swapped(made, 1, SIDED, sets=1, reps=1)

    assert drawn(from_right.steps[4:]) == (
        "get-ready1R:15 work1R:6 rest2L:15 work2L:6 switch-sides2R:8 work2R:6"
    )
    assert drawn(from_left.steps[2:]) == "get-ready1L:15 work1L:6 switch-sides1R:8 work1R:6"


def test_an_exercise_on_both_sides_does_the_whole_set() -> None:
    made = timeline((LIFT, dose(sets=2, reps=1)))

    assert drawn(swapped(made, 3, EASY, sets=2, reps=1).steps[4:]) == (
        "get-ready1:10 work1:6 rest2:15 work2:6"
    )


def test_each_side_has_its_set_after_an_exercise_of_both() -> None:
    made = timeline((SWING, dose(sets=1, reps=1)))

    assert drawn(swapped(made, 1, SIDED, sets=1, reps=1).steps[2:]) == (
        "get-ready1L:15 work1L:6 switch-sides1R:8 work1R:6"
    )


def test_stopped_before_the_next_set_the_next_set_is_the_first_easier_one() -> None:
    made = timeline((SWING, dose(sets=2, reps=1)))

    assert drawn(swapped(made, 2, EASY, sets=2, reps=1).steps[3:]) == "get-ready2:10 work2:6"


def test_a_set_beyond_the_easier_dose_is_done_all_the_same() -> None:
    made = timeline((SWING, dose(sets=3, reps=1)))

    left = swapped(made, 5, EASY, sets=1, reps=1).steps[6:]

    assert drawn(left) == "get-ready3:10 work3:6"
    assert left[-1].sets == 3


def test_a_change_of_position_gives_time_before_the_next_exercise() -> None:
    made = timeline((SWING, dose(reps=1)), (TAP, dose(reps=1)))

    assert made.steps[2].seconds == 10
    assert swapped(made, 1, SIDED, reps=1).steps[6].seconds == 15


def test_a_resumed_session_has_the_steps_it_had() -> None:
    made = timeline((LIFT, dose(sets=2, reps=1)), (TAP, dose(reps=1)))
    first = Swap(after=3, exercise="sided", dose=dose(sets=2, reps=1))
    then = Swap(after=5, exercise="swing", dose=dose(sets=2, reps=1))
    twice = made.swapped(first, SIDED).swapped(then, SWING)
    plan = routine(
        RoutineItem(exercise="lift", dose=dose(sets=2, reps=1)),
        RoutineItem(exercise="tap", dose=dose(reps=1)),
    )
    known = {one.id: one for one in (LIFT, TAP, SIDED, SWING)}

    again = compile_timeline(plan, known, PlayerSettings(), Side.LEFT, swaps=(first, then))

    assert again == twice


def test_a_hold_lasts_as_long_as_its_phases() -> None:
    assert all(
        step.seconds == step.reps * step.rep_seconds
        for step in one_of_each().steps
        if step.kind in {StepKind.WORK, StepKind.HOLD}
    )
    assert {phase.kind for phase in STRETCH.phases} == set(PhaseKind)
