"""The words for the steps of a session, one by one and by exercise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kneegui.domain.session import Side, StepKind, StepRecord, StepStatus
from kneegui.ui.step_words import (
    exercise_status,
    exercise_summary,
    step_amount,
    step_place,
    step_status_word,
)
from tests.ui.some_sessions import TODAY, at

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
DONE, SKIPPED, STOPPED = StepStatus.DONE, StepStatus.SKIPPED, StepStatus.STOPPED


def step(**changes: Any) -> StepRecord:
    plain = StepRecord(
        ordinal=1,
        attempt=0,
        exercise="clamshell",
        title="Clamshell",
        kind=StepKind.WORK,
        side=LEFT,
        set=1,
        planned=10,
        done=8,
        status=DONE,
        started_at=at(TODAY),
        seconds=60.0,
    )
    return replace(plain, **changes)


@pytest.mark.parametrize(
    ("changes", "place", "amount"),
    [
        ({}, "Left, set 1", "8 of 10 reps"),
        ({"side": BOTH, "set": 2}, "Set 2", "8 of 10 reps"),
        ({"side": RIGHT, "attempt": 1}, "Right, set 1, again", "8 of 10 reps"),
        ({"kind": StepKind.HOLD, "planned": 2, "done": 1}, "Left, set 1", "1 of 2 holds"),
        ({"kind": StepKind.HOLD, "planned": 1, "done": 0}, "Left, set 1", "0 of 1 hold"),
        ({"planned": 1, "done": 1}, "Left, set 1", "1 of 1 rep"),
        ({"kind": StepKind.TIMED, "planned": 60, "done": 45}, "Left, set 1", "45 of 60 s"),
        ({"kind": StepKind.TIMED, "planned": 300, "done": 250}, "Left, set 1", "4:10 of 5:00"),
    ],
)
def test_a_step_tells_where_it_stood_and_how_much_was_done(
    changes: dict[str, Any], place: str, amount: str
) -> None:
    assert (step_place(step(**changes)), step_amount(step(**changes))) == (place, amount)


def test_each_status_has_a_word() -> None:
    assert [step_status_word(each) for each in StepStatus] == ["Done", "Skipped", "Stopped"]


@pytest.mark.parametrize(
    ("statuses", "stands_out"),
    [
        ((DONE, DONE), DONE),
        ((SKIPPED, DONE), None),
        ((SKIPPED, SKIPPED), SKIPPED),
        ((DONE, STOPPED, SKIPPED), STOPPED),
    ],
)
def test_of_an_exercise_is_told_what_stands_out(
    statuses: tuple[StepStatus, ...], stands_out: StepStatus | None
) -> None:
    steps = [step(ordinal=ordinal, status=each) for ordinal, each in enumerate(statuses)]

    assert exercise_status(steps) is stands_out


def test_what_was_skipped_at_first_and_then_done_is_done() -> None:
    assert exercise_status([step(status=SKIPPED), step(status=DONE, attempt=1)]) is DONE


def two_sides(sets: int, **changes: Any) -> list[StepRecord]:
    numbers = range(1, sets + 1)
    return [step(side=side, set=n, **changes) for n in numbers for side in (LEFT, RIGHT)]


TIMED = {"kind": StepKind.TIMED, "planned": 60}


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (two_sides(3, done=15), "3 × 15 L R"),
        (two_sides(1, done=15), "15 reps L R"),
        ([step(side=BOTH, done=1)], "1 rep"),
        ([step(side=BOTH, done=n, set=n) for n in (8, 10)], "2 × 8–10"),
        ([step(side=BOTH, done=n, attempt=n) for n in (1, 3)], "1–3 reps"),
        (two_sides(2, done=60, **TIMED), "2 × 60 s L R"),
        ([step(side=BOTH, done=300, **TIMED)], "5 min"),
        ([step(side=BOTH, done=n, set=n, **TIMED) for n in (20, 45)], "2 × 20–45 s"),
        (two_sides(1, kind=StepKind.HOLD, done=3), "3 holds L R"),
        ([step(kind=StepKind.HOLD, done=1)], "1 hold L"),
        ([step(status=SKIPPED, done=0)], "skipped"),
        ([step(), step(status=SKIPPED, done=0, side=RIGHT)], "8 reps L"),
        ([step(status=STOPPED, side=RIGHT, done=30, pain=5, **TIMED)], "30 s R, pain 5"),
        ([step(status=STOPPED, done=3)], "3 reps L, stopped"),
        ([step(), step(status=STOPPED, side=RIGHT, done=3, pain=4)], "3 reps R, pain 4"),
        ([*two_sides(1), step(side=RIGHT, set=2)], "8 reps L, 2 × 8 R"),
    ],
)
def test_an_exercise_is_summed_up(steps: list[StepRecord], words: str) -> None:
    assert exercise_summary(steps) == words
