"""One exercise over time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Side, StepKind, StepStatus
from kneegui.progress.exercise_progress import (
    ExercisePoint,
    Unit,
    best,
    exercise_point,
    exercise_points,
    first_and_latest,
    longest_hold,
    other_unit,
    practised_exercises,
    sessions_of,
    steps_by_exercise,
)
from kneegui.progress.hurting import hurting
from tests.progress.samples import SATURDAY, step

L, R = Side.LEFT, Side.RIGHT


def held(days_ago: float, seconds: float, reps: int = 2, **changes: Any) -> PractisedStep:
    return step(days_ago, "calf", kind=StepKind.HOLD, done=reps, seconds=seconds * reps, **changes)


def rolled(days_ago: float, seconds: int) -> PractisedStep:
    return step(days_ago, kind=StepKind.TIMED, done=seconds, seconds=float(seconds))


def the_point(*steps: PractisedStep) -> ExercisePoint:
    (point,) = exercise_points(steps)
    return point


def test_steps_are_found_by_exercise() -> None:
    first, other, second = step(1), step(1, "calf"), step(0)

    assert steps_by_exercise([first, other, second]) == {
        "clamshell": [first, second],
        "calf": [other],
    }


def test_the_exercise_of_most_sessions_comes_first() -> None:
    practice = [
        step(9, "wall-sit"),
        step(5, "wall-sit", title="Wall sit"),
        step(5, "wall-sit", set=2, title="Wall sit"),
        step(4, "wall-sit", done=0, title="Sit"),
        step(3, "calf"),
        step(1, "arms"),
        step(0, "quads", done=0),
    ]

    found = practised_exercises(steps_by_exercise(practice))

    assert [(each.exercise, each.sessions) for each in found] == [
        ("wall-sit", 2),
        ("arms", 1),
        ("calf", 1),
    ]
    assert (found[0].title, found[0].latest_day) == ("Wall sit", SATURDAY - timedelta(days=5))


def test_a_session_tells_its_sets() -> None:
    point = the_point(step(set=1, done=10), step(set=2, done=8))

    assert (point.session_id, point.day) == ("session-0", SATURDAY)
    assert point.started_at == step().started_at
    assert (point.sets, point.done, point.unit) == ((10, 8), 18, Unit.REPS)
    assert (point.hold_s, point.pain, point.stopped) == (None, None, False)


def test_holds_alone_are_holds() -> None:
    hold, work = step(kind=StepKind.HOLD, done=2), step(set=2)
    untouched = step(set=3, done=0)

    assert the_point(hold, untouched).is_holds
    assert not the_point(hold, work).is_holds
    assert not the_point(work).is_holds
    assert not the_point(rolled(0, 45)).is_holds


def test_the_side_with_more_counts() -> None:
    steps = (
        step(side=L, set=1, done=10),
        step(side=R, set=1, done=10),
        step(side=L, set=2, done=4),
        step(side=R, set=2, done=9),
    )

    assert the_point(*steps).sets == (10, 9)


def test_a_set_done_again_counts_once() -> None:
    point = the_point(step(done=3, status=StepStatus.SKIPPED), step(done=10), step(done=7))

    assert point.sets == (10,)


def test_a_set_with_nothing_done_is_none() -> None:
    skipped = step(set=2, done=0, status=StepStatus.SKIPPED)

    assert the_point(step(set=1), skipped, step(set=3)).sets == (10, 10)
    assert exercise_points([skipped]) == ()


def test_timed_sets_count_seconds() -> None:
    point = the_point(rolled(0, 45))

    assert (point.unit, point.done, point.hold_s) == (Unit.SECONDS, 45, None)


def test_a_session_with_both_tells_each_by_itself() -> None:
    steps = [rolled(0, 45), held(0, 40.0, set=2, pain=3, status=StepStatus.STOPPED)]

    timed, counted = exercise_point(steps, Unit.SECONDS), exercise_point(steps, Unit.REPS)

    assert timed is not None
    assert counted is not None
    assert (timed.sets, timed.pain, timed.stopped) == ((45,), None, False)
    assert (counted.sets, counted.pain, counted.stopped) == ((2,), 3, True)


def test_what_was_skipped_at_last_says_nothing_of_the_unit() -> None:
    assert the_point(rolled(0, 45), step(set=2, done=0)).sets == (45,)


def test_the_longest_hold_of_a_session_counts() -> None:
    assert the_point(held(0, 31.2), held(0, 45.4, set=2), step(set=3)).hold_s == 45


@pytest.mark.parametrize("status", [StepStatus.STOPPED, StepStatus.SKIPPED])
def test_a_hold_that_was_broken_off_has_no_length(status: StepStatus) -> None:
    point = the_point(held(0, 80.0, reps=1, status=status))

    assert point.hold_s is None
    assert point.done == 1


def test_the_worst_pain_in_it_counts() -> None:
    point = the_point(step(pain=2), step(set=2, pain=5, status=StepStatus.STOPPED), step(set=3))

    assert (point.pain, point.stopped) == (5, True)


def test_each_session_is_a_point() -> None:
    skipped = step(2, done=0, status=StepStatus.SKIPPED)

    points = exercise_points([step(3, done=6), skipped, step(1, done=8), step(1, set=2, done=8)])

    assert [point.sets for point in points] == [(6,), (8, 8)]


@pytest.mark.parametrize(
    ("unit", "sessions"),
    [
        (None, ["session-2", "session-0"]),
        (Unit.REPS, ["session-2", "session-0"]),
        (Unit.SECONDS, ["session-3", "session-1"]),
    ],
)
def test_only_what_is_counted_in_one_unit_is_given(unit: Unit | None, sessions: list[str]) -> None:
    points = exercise_points([rolled(3, 60), step(2), rolled(1, 45), step(0)], unit)

    assert [point.session_id for point in points] == sessions


def test_each_unit_has_an_other() -> None:
    assert [other_unit(unit) for unit in (Unit.REPS, Unit.SECONDS)] == [Unit.SECONDS, Unit.REPS]


def test_sessions_count_whatever_the_unit_and_where_it_hurt_at_once() -> None:
    steps = [
        rolled(4, 60),
        step(3),
        step(3, set=2),
        step(2, done=0, pain=0, status=StepStatus.SKIPPED),
        step(1, done=0, status=StepStatus.STOPPED),
        step(0, done=0, pain=2, status=StepStatus.SKIPPED),
    ]

    assert sessions_of(steps) == 4
    assert practised_exercises({"clamshell": steps})[0].sessions == 4
    assert hurting({"clamshell": steps})[0].sessions == 4


def test_the_best_is_the_first_with_most() -> None:
    points = exercise_points([step(3, done=6), step(2, done=12), step(1, done=12), step(0, done=9)])

    found = best(points)

    assert found is not None
    assert found.session_id == "session-2"
    assert best(()) is None


def test_the_longest_hold_is_the_first_of_its_length() -> None:
    points = exercise_points([held(3, 30), held(2, 45), held(1, 45), held(0, 20)])

    found = longest_hold(points)

    assert found is not None
    assert (found.session_id, found.hold_s) == ("session-2", 45)
    assert longest_hold(exercise_points([step()])) is None


def test_less_than_two_sessions_have_no_first_and_latest() -> None:
    assert first_and_latest([]) is None
    assert first_and_latest([step(0), step(0, set=2)]) is None
    assert first_and_latest([step(1), step(0, done=0)]) is None


SOME_STEPS = some.lists(
    some.builds(
        step,
        days_ago=some.integers(0, 6),
        kind=some.sampled_from([StepKind.WORK, StepKind.HOLD, StepKind.TIMED]),
        side=some.sampled_from(Side),
        set=some.integers(1, 3),
        done=some.integers(0, 12),
        seconds=some.floats(0, 100),
        status=some.sampled_from(StepStatus),
        pain=some.none() | some.integers(0, 10),
    ),
    max_size=12,
).map(lambda steps: sorted(steps, key=lambda one: one.started_at.utc))


@given(SOME_STEPS)
def test_the_first_and_latest_are_those_of_all_points(steps: list[PractisedStep]) -> None:
    points = exercise_points(steps)

    assert first_and_latest(steps) == ((points[0], points[-1]) if len(points) > 1 else None)


@given(SOME_STEPS)
def test_points_only_tell_what_was_done(steps: list[PractisedStep]) -> None:
    points = exercise_points(steps)

    for point in points:
        of_it = [one for one in steps if one.session_id == point.session_id]
        assert all(amount in {one.done for one in of_it} for amount in point.sets)
        assert min(point.sets) > 0
        assert point.done <= sum(one.done for one in of_it)
    assert [p.session_id for p in points] == sorted({p.session_id for p in points}, reverse=True)
