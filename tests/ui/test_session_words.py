"""The words for days, sessions and steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kneegui.domain.session import SessionStatus, Side, StepKind, StepRecord, StepStatus
from kneegui.ui.session_line import SessionLine, last_sign, local_day
from kneegui.ui.session_words import (
    EFFORTS,
    count_exercises,
    count_sessions,
    day_heading,
    done_of_planned,
    effort_place,
    effort_word,
    full_day,
    interrupted_words,
    pain_change,
    session_facts,
    session_span,
    session_status_word,
    short_day,
    step_amount,
    step_place,
    time_of_day,
)
from tests.ui.some_sessions import TODAY, at, broken_off, some_session


def step(**changes: Any) -> StepRecord:
    plain = StepRecord(
        ordinal=1,
        attempt=0,
        exercise="clamshell",
        title="Clamshell",
        kind=StepKind.WORK,
        side=Side.LEFT,
        set=1,
        planned=10,
        done=8,
        status=StepStatus.DONE,
        started_at=at(TODAY),
        seconds=60.0,
    )
    return replace(plain, **changes)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "Today"),
        (date(2026, 11, 20), "Yesterday"),
        (date(2026, 11, 19), "Thursday 19 November"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_a_day_is_named_as_someone_would(day: date, words: str) -> None:
    assert day_heading(day, TODAY) == words


def test_a_day_has_a_long_and_a_short_name() -> None:
    assert (full_day(TODAY), short_day(TODAY)) == ("Saturday 21 November", "Sat 21 Nov")


def test_times_are_those_of_the_wall_clock_there() -> None:
    late = at(TODAY, 0, 30)

    assert time_of_day(late) == "00:30"
    assert late.utc.date() == TODAY - timedelta(days=1)
    assert local_day(some_session(started_at=late)) == TODAY


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "Interrupted today at 19:42"),
        (1, "Interrupted yesterday at 19:42"),
        (2, "Interrupted on Thursday 19 November at 19:42"),
    ],
)
def test_when_it_was_interrupted_is_a_whole_sentence(days_ago: int, words: str) -> None:
    assert interrupted_words(at(TODAY - timedelta(days=days_ago), 19, 42), TODAY) == words


def test_the_last_sign_of_a_session_is_its_end_its_last_step_or_its_start() -> None:
    left = some_session(status=SessionStatus.LEFT)
    crashed = broken_off(done=2)

    assert last_sign(left) == left.ended_at
    assert last_sign(crashed).utc - crashed.steps[-1].started_at.utc == timedelta(seconds=30)
    assert last_sign(broken_off(done=0)) == at(TODAY)


def test_a_session_tells_its_facts() -> None:
    assert session_facts(some_session()) == "19:20  ·  3 min  ·  8 of 8 steps  ·  Completed"
    nothing = broken_off(done=0)
    assert session_facts(nothing) == "19:20  ·  0 of 8 steps  ·  Interrupted"
    assert done_of_planned(replace(nothing, planned_steps=1)) == "0 of 1 step"


def test_each_status_has_a_word_and_none_sounds_like_a_side() -> None:
    words = {status: session_status_word(status) for status in SessionStatus}

    assert words == {
        SessionStatus.RUNNING: "Interrupted",
        SessionStatus.COMPLETED: "Completed",
        SessionStatus.LEFT: "Left early",
        SessionStatus.DISCARDED: "Interrupted",
    }


def test_a_session_tells_when_it_was() -> None:
    whole = some_session()
    over_midnight = replace(whole, ended_at=at(TODAY + timedelta(days=1), 0, 5))

    assert session_span(whole) == "Saturday 21 November, 19:20 to 19:43"
    assert session_span(over_midnight) == "Saturday 21 November, 19:20 to Sun 22 Nov, 00:05"
    assert session_span(broken_off()) == "Saturday 21 November, 19:20"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, None, ""),
        (3, None, "Pain before 3"),
        (None, 0, "Pain after 0"),
        (0, 10, "Pain before 0, after 10"),
    ],
)
def test_pain_is_told_as_far_as_it_was_answered(
    before: int | None, after: int | None, words: str
) -> None:
    assert pain_change(before, after) == words


def test_every_effort_has_a_word_and_the_five_words_have_all_numbers() -> None:
    words = [effort_word(effort) for effort in range(11)]

    assert words == [
        "Very easy",
        *("Very easy", "Very easy"),
        *("Easy", "Easy"),
        *("Right", "Right"),
        *("Hard", "Hard"),
        *("Too hard", "Too hard"),
    ]
    for place, (low, high) in enumerate(EFFORTS):
        assert effort_place(low) == effort_place(high) == place


@pytest.mark.parametrize(
    ("changes", "place", "amount"),
    [
        ({}, "Left side, set 1", "8 of 10 reps"),
        ({"side": Side.BOTH, "set": 2}, "Set 2", "8 of 10 reps"),
        ({"side": Side.RIGHT, "attempt": 1}, "Right side, set 1, again", "8 of 10 reps"),
        ({"kind": StepKind.HOLD, "planned": 2, "done": 1}, "Left side, set 1", "1 of 2 holds"),
        ({"kind": StepKind.TIMED, "planned": 60, "done": 45}, "Left side, set 1", "45 of 60 s"),
    ],
)
def test_a_step_tells_where_it_stood_and_how_much_was_done(
    changes: dict[str, Any], place: str, amount: str
) -> None:
    assert (step_place(step(**changes)), step_amount(step(**changes))) == (place, amount)


def test_one_is_counted_as_one() -> None:
    assert [count_sessions(n) for n in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]
    assert [count_exercises(n) for n in (1, 5)] == ["1 exercise", "5 exercises"]


def test_a_whole_session_is_a_line_of_a_list() -> None:
    line: SessionLine = some_session()

    assert line.done_steps == 8
