"""What got easier."""

from __future__ import annotations

from typing import Any

import pytest

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import StepKind, StepStatus
from kneegui.progress.easier import Gain, amount, what_got_easier
from kneegui.progress.exercise_progress import exercise_points, steps_by_exercise
from tests.progress.samples import GOALS, head, step


def gains(*practice: PractisedStep, **changes: Any) -> list[tuple[str, Gain]]:
    """Gives what got easier; the changes are those of a session's head, by its days ago."""
    heads = [
        head(0, id=one.session_id, **changes.get(one.session_id.replace("session-", "of_"), {}))
        for one in practice
    ]
    found = what_got_easier(steps_by_exercise(practice), heads, GOALS)
    return [(one.exercise, one.gain) for one in found]


def held(days_ago: float, seconds: float, reps: int = 2, **changes: Any) -> PractisedStep:
    return step(days_ago, "calf", kind=StepKind.HOLD, done=reps, seconds=seconds * reps, **changes)


def test_more_than_at_first_got_easier() -> None:
    assert gains(step(9, done=6), step(5, done=12), step(0, done=10)) == [("clamshell", Gain.MORE)]


@pytest.mark.parametrize("now", [6, 5, 0])
def test_as_much_or_less_did_not(now: int) -> None:
    assert gains(step(9, done=6), step(0, done=now)) == []


def test_one_session_shows_nothing() -> None:
    assert gains(step(0)) == []


def test_longer_holds_got_easier() -> None:
    assert gains(held(9, 30), held(0, 35)) == [("calf", Gain.LONGER)]
    assert gains(held(9, 30), held(0, 34.4)) == []


def test_longer_but_fewer_holds_did_not() -> None:
    assert gains(held(9, 30, reps=3), held(0, 60, reps=2)) == []


def test_more_but_shorter_holds_did_not() -> None:
    assert gains(held(9, 30, reps=2), held(0, 20, reps=5)) == []
    assert gains(held(9, 30, reps=2), held(0, 29, reps=5)) == [("calf", Gain.MORE)]


def test_what_hurts_did_not_get_easier() -> None:
    assert gains(step(9, done=6), step(0, done=10, pain=3)) == []
    assert gains(step(9, done=6), step(0, done=10, pain=2)) == [("clamshell", Gain.MORE)]
    assert gains(step(9, done=6, pain=7), step(0, done=10)) == [("clamshell", Gain.MORE)]


def test_what_was_stopped_did_not_get_easier() -> None:
    assert gains(step(9, done=6), step(0, done=10, status=StepStatus.STOPPED)) == []


@pytest.mark.parametrize(
    ("was", "now", "easier"),
    [(5, 5, True), (5, 6, True), (5, 7, False), (None, 9, True), (5, None, True), (8, 3, True)],
)
def test_more_at_more_effort_did_not_get_easier(
    was: int | None, now: int | None, easier: bool
) -> None:
    found = gains(step(9, done=6), step(0, done=10), of_9={"effort": was}, of_0={"effort": now})

    assert bool(found) is easier


def test_only_sessions_of_the_latest_routine_are_compared() -> None:
    short, long = {"routine": "short"}, {"routine": "long"}
    steps = (step(9, done=5), step(8, done=20), step(1, done=6), step(0, done=20))

    assert gains(*steps, of_9=short, of_8=long, of_1=short, of_0=long) == []
    assert gains(*steps[:3], of_9=short, of_8=long, of_1=short) == [("clamshell", Gain.MORE)]


def test_rolling_is_not_meant_to_become_more() -> None:
    assert gains(step(9, "quads", done=6), step(0, "quads", done=10)) == []


def test_steps_of_unknown_sessions_are_left_out() -> None:
    steps = {"clamshell": [step(9, done=2), step(5, done=6), step(1, done=8), step(0, done=10)]}

    (easier,) = what_got_easier(steps, [head(5), head(1)], GOALS)

    assert [point.done for point in easier.points] == [6, 8]


def test_what_was_never_done_did_not() -> None:
    assert gains(step(9, done=0), step(0, done=0)) == []


def test_what_grew_most_comes_first() -> None:
    practice = [
        step(9, "clamshell", done=10),
        step(9, "wall-sit", done=5),
        step(9, "arms", done=5),
        step(0, "clamshell", done=15),
        step(0, "wall-sit", done=10),
        step(0, "arms", done=10),
    ]

    assert [name for name, _ in gains(*practice)] == ["arms", "wall-sit", "clamshell"]


def test_it_tells_first_latest_and_all_between() -> None:
    practice = [held(9, 30), held(4, 40), held(0, 45, title="Calf stretch")]

    (easier,) = what_got_easier({"calf": practice}, [head(9), head(4), head(0)], GOALS)

    assert easier.points == exercise_points(practice)
    assert (easier.first, easier.latest) == (easier.points[0], easier.points[-1])
    assert easier.title == "Calf stretch"
    assert [amount(point, easier.gain) for point in easier.points] == [30, 40, 45]
    assert easier.growth == 1.5


def test_a_gain_counts_what_it_is_about() -> None:
    (point,) = exercise_points([step(0, done=8)])

    assert (amount(point, Gain.MORE), amount(point, Gain.LONGER)) == (8, 0)
