"""Left against right."""

from __future__ import annotations

from typing import Any

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Side, StepKind, StepStatus
from kneegui.progress.exercise_progress import Unit, steps_by_exercise
from kneegui.progress.sides import SidesOfExercise, SideTotal, left_and_right
from tests.progress.samples import step


def left(days_ago: float = 0, exercise: str = "clamshell", **changes: Any) -> PractisedStep:
    return step(days_ago, exercise, side=Side.LEFT, **changes)


def right(days_ago: float = 0, exercise: str = "clamshell", **changes: Any) -> PractisedStep:
    return step(days_ago, exercise, side=Side.RIGHT, **changes)


def compared(*practice: PractisedStep) -> tuple[SidesOfExercise, ...]:
    return left_and_right(steps_by_exercise(practice))


def test_each_side_is_summed_up() -> None:
    practice = [
        left(1, done=10),
        right(1, done=10, pain=2),
        left(0, done=12),
        right(0, done=5, pain=4, status=StepStatus.STOPPED, seconds=30.0),
        right(0, set=2, done=0, status=StepStatus.SKIPPED, seconds=0.0),
    ]

    (clamshell,) = compared(*practice)

    assert clamshell.left == SideTotal(done=22, sets=2, seconds=120.0, stopped=0, pain=None)
    assert clamshell.right == SideTotal(done=15, sets=2, seconds=90.0, stopped=1, pain=4)
    assert (clamshell.exercise, clamshell.title) == ("clamshell", "Clamshell")
    assert clamshell.left_ahead == 7


def test_exercises_without_sides_are_not_compared() -> None:
    assert compared(step(0), step(0, "calf")) == ()
    assert compared(left(done=0, status=StepStatus.SKIPPED)) == ()


def test_one_side_alone_is_compared_with_nothing_done() -> None:
    (clamshell,) = compared(right(done=8))

    assert (clamshell.left.done, clamshell.left_ahead) == (0, -8)


def test_what_was_counted_otherwise_stands_by_itself() -> None:
    practice = [
        left(1, kind=StepKind.TIMED, done=60, pain=4),
        left(0, done=10, seconds=20.0),
        right(0, kind=StepKind.HOLD, done=9, seconds=20.0),
    ]

    timed, counted = compared(*practice)

    assert (timed.unit, timed.left.done, timed.right.done) == (Unit.SECONDS, 60, 0)
    assert (counted.unit, counted.left.done, counted.right.done) == (Unit.REPS, 10, 9)
    assert (timed.left.pain, counted.left.pain) == (4, None)
    assert not timed.is_only
    assert not counted.is_only


def test_what_was_done_on_both_sides_at_once_is_not_counted_otherwise() -> None:
    (roll,) = compared(step(1, done=10), left(0, kind=StepKind.TIMED, done=45))

    assert (roll.unit, roll.left.done, roll.is_only) == (Unit.SECONDS, 45, True)


def test_both_lines_of_an_exercise_stand_together() -> None:
    practice = [
        left(0, "quads", seconds=50.0),
        left(0, "quads", kind=StepKind.TIMED, seconds=20.0),
        left(0, "calf", seconds=60.0),
    ]

    assert [(each.exercise, each.unit) for each in compared(*practice)] == [
        ("quads", Unit.REPS),
        ("quads", Unit.SECONDS),
        ("calf", Unit.REPS),
    ]


def test_the_most_exercised_comes_first() -> None:
    practice = [
        left(0, "calf", seconds=60.0),
        left(0, "quads", seconds=50.0),
        right(0, "quads", seconds=50.0),
        left(0, "arms", seconds=60.0),
    ]

    assert [each.exercise for each in compared(*practice)] == ["quads", "arms", "calf"]
