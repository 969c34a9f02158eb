"""Where a step stands in its repetitions, and what falls due inside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.domain.exercise import Phase, PhaseKind
from kneegui.domain.session import Side, StepKind
from kneegui.player.events import CueDue, HalfTime, RepFinished, RepStarted
from kneegui.player.reps import RepPoint, rep_at, spans
from kneegui.player.schedule import schedule
from kneegui.player.step import Step
from kneegui.player.timeline import Timeline
from tests.player.driver import short
from tests.player.routines import (
    BUZZ,
    ROLL,
    STRETCH,
    SWING,
    TAP,
    one_of_each,
    timeline,
    timelines,
)
from tests.support.builders import dose, exercise, phases, timed_dose

WORK = timeline((SWING, dose(reps=2))).steps[1]
TURNS = timeline((TAP, dose(reps=1)), first=Side.RIGHT).steps[1]
HOLD = timeline((STRETCH, dose(reps=2))).steps[1]
TIMED = timeline((ROLL, timed_dose(45))).steps[1]


def at(step: Step, seconds: float) -> RepPoint:
    point = rep_at(step, seconds)
    assert point is not None
    return point


@pytest.mark.parametrize(
    ("seconds", "rep", "phase", "left", "pose"),
    [
        (-1, 1, "out", 2, 0),
        (0, 1, "out", 2, 0),
        (0.5, 1, "out", 1.5, 0.25),
        (2, 1, "hold", 1, 1),
        (3, 1, "back", 2, 1),
        (4, 1, "back", 1, 0.5),
        (5.25, 1, "rest", 0.75, 0),
        (6, 2, "out", 2, 0),
        (11.5, 2, "rest", 0.5, 0),
        (12, 2, "rest", 0, 0),
        (99, 2, "rest", 0, 0),
    ],
)
def test_where_repetitions_stand(
    seconds: float, rep: int, phase: str, left: float, pose: float
) -> None:
    point = at(WORK, seconds)

    assert (point.rep, point.phase.kind.value, point.left, point.pose) == (rep, phase, left, pose)
    assert point.side is Side.BOTH


def test_sides_change_with_each_repetition() -> None:
    assert (at(TURNS, 5).side, at(TURNS, 7).side) == (Side.RIGHT, Side.LEFT)


def test_the_last_stroke_of_a_timed_step_is_cut_short() -> None:
    assert at(TIMED, 44.5).left == 0.5
    assert spans(TIMED)[-1].end == 45
    assert at(TIMED, 44).rep == 12


def test_a_self_paced_step_shows_its_movement_again_and_again() -> None:
    step = timeline((SWING, dose(reps=2)), self_paced=True).steps[1]

    assert (at(step, 0.5).pose, at(step, 600.5).pose) == (0.25, 0.25)
    assert at(step, 600.5).rep == 101


def test_a_step_without_phases_has_no_place_in_them() -> None:
    assert rep_at(timeline((BUZZ, timed_dose(60))).steps[1], 5) is None
    assert rep_at(timeline((BUZZ, dose())).steps[1], 5) is None
    assert rep_at(timeline((SWING, dose())).steps[0], 5) is None


def test_a_lengthened_hold_is_lengthened_in_its_own_repetition() -> None:
    longer = replace(HOLD, seconds=100, holds_added=(10, 0))

    assert at(longer, 42.5).phase.kind is PhaseKind.HOLD
    assert at(longer, 42.5).left == 0.5
    assert [span.end for span in spans(longer)][-1] == 100


@settings(deadline=None)
@given(timelines, some.floats(0, 1))
def test_spans_fill_their_step_without_a_gap(made: Timeline, share: float) -> None:
    for step in made.steps:
        row = spans(step)
        if not row or step.seconds is None:
            continue
        assert row[0].start == 0
        assert row[-1].end == step.seconds
        assert all(one.end == two.start for one, two in pairwise(row))
        point = at(step, share * step.seconds)
        assert 0 <= point.pose <= 1
        assert point.left >= 0


# What falls due


def due(step: Step) -> list[str]:
    return [short(event) for event in schedule(step)]


def test_getting_ready_counts_down_its_last_three_seconds() -> None:
    assert due(timeline((SWING, dose())).steps[0]) == ["12 count 3", "13 count 2", "14 count 1"]


def test_a_short_rest_counts_what_there_is() -> None:
    rest = timeline((SWING, dose(sets=2, rest_s=2))).steps[2]

    assert due(rest) == ["0 count 2", "1 count 1"]


def test_repetitions_have_a_cue_in_their_pause_but_for_the_last() -> None:
    assert due(WORK) == [
        "0 rep 1", "0 out 1", "2 hold 1", "3 back 1", "5 rep 1 done", "5 rest 1", "5 cue 0",
        "6 rep 2", "6 out 2", "8 hold 2", "9 back 2", "11 rep 2 done", "11 rest 2",
    ]  # fmt: skip


def test_the_side_comes_with_the_repetition() -> None:
    assert [line for line in due(TURNS) if "rep" in line] == [
        "0 rep 1R", "5 rep 1 done", "6 rep 2L", "11 rep 2 done",
    ]  # fmt: skip


def test_without_a_breath_the_hold_has_room_for_a_cue() -> None:
    step = timeline((exercise(phases=phases()[:3]), dose(reps=1))).steps[1]

    assert due(step) == ["0 rep 1", "0 out 1", "2 hold 1", "2 cue 0", "3 back 1", "5 rep 1 done"]


def test_without_any_pause_there_is_no_cue() -> None:
    step = timeline((exercise(phases=phases()[::2]), dose(reps=1))).steps[1]

    assert due(step) == ["0 rep 1", "0 out 1", "2 back 1", "4 rep 1 done"]


def test_a_repetition_of_nothing_but_rest_is_over_at_its_end() -> None:
    step = timeline((exercise(phases=phases(rest=3)[3:]), dose(reps=1))).steps[1]

    assert due(step) == ["0 rep 1", "0 rest 1", "3 rep 1 done"]


def test_a_long_hold_has_half_time_and_is_counted_down() -> None:
    assert due(HOLD)[:13] == [
        "0 rep 1", "0 out 1", "3 hold 1", "3 cue 0", "18 half 1",
        "30 count 3", "31 count 2", "32 count 1", "33 back 1", "35 rep 1 done", "35 rest 1",
        "42 count 3", "43 count 2",
    ]  # fmt: skip


def test_the_breath_after_the_last_hold_is_not_counted_down() -> None:
    assert due(HOLD)[-2:] == ["80 rep 2 done", "80 rest 2"]


def test_a_hold_of_less_than_twenty_seconds_has_no_half_time() -> None:
    step = timeline((STRETCH, dose(reps=1, hold_s=19))).steps[1]

    assert not any(isinstance(event, HalfTime) for event in schedule(step))


def test_a_timed_step_has_half_time_and_quiet_cues_and_counts_nothing() -> None:
    buzz = timeline((BUZZ, timed_dose(60))).steps[1]

    assert due(buzz) == [
        "5 cue 0", "20 cue 1", "30 half 0", "35 cue 2", "50 cue 3",
        "57 count 3", "58 count 2", "59 count 1",
    ]  # fmt: skip
    assert not any(isinstance(event, RepStarted | RepFinished) for event in schedule(TIMED))
    assert due(TIMED)[:3] == ["0 out 1", "2 back 1", "4 out 2"]


def test_a_cue_keeps_clear_of_half_time() -> None:
    step = timeline((BUZZ, timed_dose(46))).steps[1]

    assert [event.at for event in schedule(step) if isinstance(event, CueDue)] == [5, 35]


def test_a_short_timed_step_has_no_half_time() -> None:
    assert due(timeline((BUZZ, timed_dose(19))).steps[1])[:2] == ["5 cue 0", "16 count 3"]


def test_a_self_paced_step_has_nothing_that_falls_due() -> None:
    assert schedule(timeline((SWING, dose()), self_paced=True).steps[1]) == ()


@settings(deadline=None)
@given(timelines)
def test_each_repetition_starts_once_and_ends_once_and_has_one_cue_at_most(made: Timeline) -> None:
    for step in (*made.steps, *one_of_each().steps):
        events = schedule(step)
        counted = step.seconds is not None and step.kind in {StepKind.WORK, StepKind.HOLD}
        reps = list(range(1, step.reps + 1)) if counted else []
        assert [event.rep for event in events if isinstance(event, RepStarted)] == reps
        assert [event.rep for event in events if isinstance(event, RepFinished)] == reps
        cues = [event.number for event in events if isinstance(event, CueDue)]
        assert len(cues) == len(set(cues))
        assert [event.at for event in events] == sorted(event.at for event in events)
        assert all(0 <= event.at <= (step.seconds or 0) for event in events)


def test_a_phase_may_stand_anywhere() -> None:
    odd = (
        Phase(name="Wait", kind=PhaseKind.REST, seconds=1),
        Phase(name="Lift", kind=PhaseKind.OUT, seconds=2),
    )

    step = timeline((exercise(phases=odd), dose(reps=1))).steps[1]

    assert due(step) == ["0 rep 1", "0 rest 1", "0 cue 0", "1 out 1", "3 rep 1 done"]
