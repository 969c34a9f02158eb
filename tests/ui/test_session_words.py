"""The words for days and sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kneegui.domain.session import SessionStatus, StepStatus
from kneegui.ui.session_line import SessionLine, last_sign, local_day
from kneegui.ui.session_words import (
    EFFORTS,
    count_exercises,
    count_of_sessions,
    count_sessions,
    dated,
    deleted_words,
    done_of_planned,
    effort_place,
    effort_word,
    full_day,
    interrupted_words,
    month_of_year,
    pain_change,
    session_line_long,
    session_line_middle,
    session_line_short,
    session_span,
    session_status_word,
    session_told,
    short_dated,
    short_day,
    short_month,
    short_weekday,
    time_of_day,
)
from tests.ui.some_sessions import TODAY, at, broken_off, some_session, with_mishaps


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 11, 20), "Friday 20 November", "Fri 20 Nov"),
        (date(2025, 12, 31), "Wednesday 31 December 2025", "Wed 31 Dec 2025"),
    ],
)
def test_the_year_is_told_where_it_is_another_one(day: date, long: str, short: str) -> None:
    assert (dated(day, TODAY), short_dated(day, TODAY)) == (long, short)


def test_parts_of_a_day_have_names() -> None:
    assert month_of_year(TODAY) == "November 2026"
    assert (short_month(TODAY), short_weekday(TODAY)) == ("Nov", "Sat")


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
        (0, "{ended} today at 19:42"),
        (1, "{ended} yesterday at 19:42"),
        (2, "{ended} on Thursday 19 November at 19:42"),
    ],
)
@pytest.mark.parametrize(
    ("status", "ended"),
    [(SessionStatus.RUNNING, "Interrupted"), (SessionStatus.LEFT, "Left")],
)
def test_when_it_was_interrupted_is_a_whole_sentence(
    days_ago: int, words: str, status: SessionStatus, ended: str
) -> None:
    moment = at(TODAY - timedelta(days=days_ago), 19, 42)

    assert interrupted_words(status, moment, TODAY) == words.format(ended=ended)


def test_the_last_sign_of_a_session_is_its_end_its_last_step_or_its_start() -> None:
    left = some_session(status=SessionStatus.LEFT)
    crashed = broken_off(done=2)

    assert last_sign(left) == left.ended_at
    assert last_sign(crashed).utc - crashed.steps[-1].started_at.utc == timedelta(seconds=30)
    assert last_sign(broken_off(done=0)) == at(TODAY)


HURT = with_mishaps(1)


@pytest.mark.parametrize(
    ("session", "short", "long"),
    [
        (some_session(), "Sat  ·  3 min", "Sat, 19:20  ·  3 min  ·  8 of 8 steps"),
        (
            broken_off(done=0),
            "Sat  ·  interrupted",
            "Sat, 19:20  ·  0 of 8 steps  ·  interrupted",
        ),
        (
            replace(HURT, status=SessionStatus.LEFT),
            "Sat  ·  10 min  ·  stopped",
            "Sat, 19:20  ·  10 min  ·  10 of 12 steps  ·  left early  ·  stopped by pain",
        ),
    ],
)
def test_a_session_tells_its_facts(session: SessionLine, short: str, long: str) -> None:
    assert session_line_short(session, "Sat") == short
    assert session_line_long(session, "Sat") == long
    # What stands out is never lost to the steps.
    middle = session_line_middle(session, "Sat").split("  ·  ")
    steps = done_of_planned(session)
    assert steps in middle
    assert [fact for fact in middle if fact != steps] == short.split("  ·  ")


def test_a_session_is_told_whole() -> None:
    assert session_told(some_session(), TODAY) == (
        "After-run five, Saturday 21 November, 19:20, 3 min, 8 of 8 steps, Completed, "
        "Pain before 3, after 2"
    )
    quiet = replace(HURT, pain_before=None, pain_after=None)
    assert session_told(quiet, TODAY).endswith("10 of 12 steps, Completed in part, stopped by pain")


def test_one_step_is_counted_as_one() -> None:
    assert done_of_planned(replace(broken_off(done=0), planned_steps=1)) == "0 of 1 step"


def test_what_was_deleted_is_told_by_its_day() -> None:
    assert deleted_words(some_session(9)) == "Session of 12 November deleted"


def test_each_status_has_a_word_and_none_sounds_like_a_side() -> None:
    words = {status: session_status_word(some_session(status=status)) for status in SessionStatus}

    assert words == {
        SessionStatus.RUNNING: "Interrupted",
        SessionStatus.COMPLETED: "Completed",
        SessionStatus.LEFT: "Left early",
        SessionStatus.DISCARDED: "Interrupted",
    }


def test_what_was_skipped_is_not_called_completed() -> None:
    whole = some_session()
    skipped = [replace(step, status=StepStatus.SKIPPED) for step in whole.steps]
    nothing = replace(whole, steps=tuple(skipped))
    in_part = replace(whole, steps=(*whole.steps[:5], *skipped[5:]))

    assert session_status_word(nothing) == "Skipped to the end"
    assert session_status_word(in_part) == "Completed in part"
    for line in (session_line_short, session_line_long):
        assert line(nothing, "Sat").endswith("skipped to the end")
    assert session_line_long(in_part, "Sat").endswith("5 of 8 steps")


def test_a_session_tells_when_it_was() -> None:
    whole = some_session()
    over_midnight = replace(whole, ended_at=at(TODAY + timedelta(days=1), 0, 5))

    assert session_span(whole, TODAY) == "Saturday 21 November, 19:20 to 19:43"
    assert session_span(over_midnight, TODAY) == (
        "Saturday 21 November, 19:20 to Sun 22 Nov, 00:05"
    )
    assert session_span(broken_off(), TODAY) == "Saturday 21 November, 19:20"
    later = date(2027, 1, 2)
    assert session_span(whole, later) == "Saturday 21 November 2026, 19:20 to 19:43"


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
        *("Just right", "Just right"),
        *("Hard", "Hard"),
        *("Too hard", "Too hard"),
    ]
    for place, (low, high) in enumerate(EFFORTS):
        assert effort_place(low) == effort_place(high) == place


def test_one_is_counted_as_one() -> None:
    assert [count_sessions(n) for n in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]
    assert [count_of_sessions(0, n) for n in (1, 2)] == ["0 of 1 session", "0 of 2 sessions"]
    assert [count_exercises(n) for n in (1, 5)] == ["1 exercise", "5 exercises"]


def test_a_whole_session_is_a_line_of_a_list() -> None:
    line: SessionLine = some_session()

    assert line.done_steps == 8
