"""The engine, command by command: what it tells, where it stands, what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from kneegui.domain.guidance import StopScope
from kneegui.player.commands import (
    AddSeconds,
    Back,
    Command,
    End,
    EndSet,
    GoOn,
    Hurt,
    IllegalCommandError,
    JumpToItem,
    Leave,
    Next,
    Pause,
    Resume,
    SkipExercise,
    Start,
    SwapEasier,
    TakeBack,
)
from kneegui.player.engine import Engine
from kneegui.player.pain import PainReport
from kneegui.player.states import TABLE, State
from kneegui.player.timeline import Timeline
from tests.player.driver import Driver, short
from tests.player.routines import LIFT, ROLL, STRETCH, SWING, TAP, one_of_each, timeline
from tests.support.builders import dose, exercise, timed_dose

EASY = exercise(id="easy", name="Easy")
MILD = PainReport(number=3, place="front of the knee")
STRONG = PainReport(number=6)
ONE_SET = timeline((SWING, dose(reps=2)))
TWO_SETS = timeline((SWING, dose(sets=2, reps=1, rest_s=20)))
TWO_ITEMS = timeline((LIFT, dose(sets=2, reps=1, rest_s=20)), (TAP, dose(reps=1)))
FREE = timeline((SWING, dose(sets=2, reps=5, rest_s=20)), self_paced=True)
HOLDS = timeline((STRETCH, dose(reps=2)))


def started(made: Timeline, wait: float = 0, **changes: Any) -> Driver:
    driver = Driver(made, **changes).start()
    driver.wait(wait)
    return driver


def refused(driver: Driver, command: Command) -> bool:
    """Tells whether a command is refused, everything being as before afterwards."""
    engine = driver.engine
    before = (engine.state, engine.step, engine.elapsed(driver.now), engine.next_due)
    allowed = engine.allows(command, driver.now)
    try:
        driver.do(command)
    except IllegalCommandError:
        assert (engine.state, engine.step, engine.elapsed(driver.now), engine.next_due) == before
        assert not allowed
        return True
    assert allowed
    return False


# From the first step to the last


def test_a_whole_session() -> None:
    driver = Driver(ONE_SET)

    assert driver.do(Start()) == ["0 start get-ready1"]
    assert driver.wait(100) == [
        "12 count 3", "13 count 2", "14 count 1", "15 end get-ready1 done 0 in 15",
        "15 start work1", "15 rep 1", "15 out 1", "17 hold 1", "18 back 1", "20 rep 1 done",
        "20 rest 1", "20 cue 0", "21 rep 2", "21 out 2", "23 hold 2", "24 back 2",
        "26 rep 2 done", "26 rest 2", "27 end work1 done 2 in 12", "27 complete",
    ]  # fmt: skip
    assert driver.engine.state is State.FINISHED
    assert driver.engine.step.ordinal == 1
    assert driver.engine.elapsed(driver.now) == 12
    assert driver.engine.remaining(driver.now) == 0
    assert driver.engine.next_due is None
    assert driver.wait(100) == []


def test_nothing_happens_before_the_start() -> None:
    driver = Driver(ONE_SET)

    assert driver.wait(1000) == []
    assert driver.engine.state is State.READY
    assert driver.engine.remaining(driver.now) == 27
    assert driver.engine.next_due is None
    assert driver.do(Start()) == ["1000 start get-ready1"]


def test_the_next_step_starts_at_the_old_deadline() -> None:
    driver = started(ONE_SET, 15.75)

    assert "15 start work1" in [short(event) for event in driver.events]
    assert driver.engine.elapsed(driver.now) == 0.75
    assert driver.engine.remaining(driver.now) == 11.25


def test_the_engine_says_when_to_wake_it() -> None:
    driver = Driver(ONE_SET, gap_limit=3.0).start()

    assert driver.engine.next_due == 1.0
    driver.wait(1.5)
    assert driver.engine.next_due == 2.5
    for _ in range(10):
        driver.wait(1)
    assert driver.engine.next_due == 12.0


def test_an_engine_that_is_asked_late_does_not_guess() -> None:
    driver = started(ONE_SET, 14)

    assert driver.engine.elapsed(20) == 15
    assert driver.engine.remaining(20) == 12


def test_time_never_goes_back() -> None:
    driver = started(ONE_SET, 12)

    assert driver.wait(-5) == []
    assert driver.wait(6) == ["13 count 2"]


def test_a_session_that_is_resumed_gets_time_to_get_into_position() -> None:
    driver = Driver(TWO_SETS, start_at=3)

    assert driver.do(Start()) == ["0 start work2 standing"]
    assert driver.engine.state is State.RESUMING
    assert driver.engine.resume_left(4) == 6
    assert driver.wait(10) == [
        "7 resume 3", "8 resume 2", "9 resume 1", "10 resumed", "10 rep 1", "10 out 1",
    ]  # fmt: skip
    assert driver.engine.resume_left(11) == 0


def test_a_session_resumed_at_the_start_of_an_exercise_gets_ready_as_usual() -> None:
    assert Driver(TWO_ITEMS, start_at=8).do(Start()) == ["0 start get-ready1"]


def test_more_time_to_get_ready_is_also_given_when_resuming() -> None:
    driver = Driver(timeline((SWING, dose()), get_ready_added_s=20), start_at=1).start()

    assert driver.engine.resume_left(0) == 30
    short_one = Driver(timeline((SWING, dose()), get_ready_added_s=-20), start_at=1)
    assert short_one.do(Start()) == ["0 start work1 standing", "0 resume 3"]


def test_there_must_be_a_step_to_start_at() -> None:
    with pytest.raises(IndexError):
        Engine(ONE_SET, start_at=2)


# Pause


def test_a_pause_takes_no_time_from_the_step() -> None:
    driver = started(ONE_SET, 16.5)

    assert driver.do(Pause()) == ["16.5 paused"]
    assert driver.wait(1000) == []
    assert driver.engine.elapsed(driver.now) == 1.5
    assert driver.engine.remaining(driver.now) == 10.5
    assert driver.engine.next_due is None
    assert driver.do(Resume()) == ["1016.5 resume 3"]
    assert driver.wait(3.5) == [
        "1017.5 resume 2", "1018.5 resume 1", "1019.5 resumed", "1020 hold 1",
    ]  # fmt: skip


def test_a_pause_in_the_count_before_going_on_stands_again() -> None:
    driver = started(ONE_SET, 16)
    driver.do(Pause())
    driver.do(Resume())
    driver.wait(1)

    assert driver.do(Pause()) == ["17 paused"]
    assert driver.wait(10) == []
    assert driver.engine.elapsed(driver.now) == 1


def test_what_is_due_in_the_moment_of_a_pause_is_told() -> None:
    driver = started(ONE_SET, 14)
    driver.now = 15

    assert driver.do(Pause())[-1] == "15 paused"
    assert driver.events[-2].at == 15
    driver.do(Resume())
    assert driver.wait(5)[-1] == "20 hold 1"


# A machine asleep


def test_a_gap_is_a_pause_from_the_moment_it_began() -> None:
    driver = started(ONE_SET, 1, gap_limit=3.0)

    assert driver.wait(3600) == ["1 asleep"]
    assert driver.engine.state is State.PAUSED
    assert driver.engine.elapsed(driver.now) == 1


def test_three_seconds_are_no_gap() -> None:
    driver = started(ONE_SET, 1, gap_limit=3.0)

    assert driver.wait(3) == []
    assert driver.engine.elapsed(driver.now) == 4


def test_a_gap_in_the_count_before_going_on_stands_again() -> None:
    driver = started(ONE_SET, 1, gap_limit=3.0)
    driver.do(Pause())
    driver.do(Resume())

    assert driver.wait(4) == ["1 asleep"]
    assert driver.engine.elapsed(driver.now) == 1


def test_a_gap_in_a_self_paced_set_is_not_exercise() -> None:
    driver = Driver(FREE, start_at=1, gap_limit=3.0).start()
    for _ in range(12):
        driver.wait(1)

    assert driver.engine.next_due == 13
    assert driver.wait(60) == ["12 asleep"]
    assert driver.engine.elapsed(driver.now) == 2


def test_a_pause_may_last() -> None:
    driver = started(ONE_SET, 1, gap_limit=3.0)
    driver.do(Pause())

    assert driver.wait(3600) == []


def test_a_command_after_a_gap_finds_the_session_paused() -> None:
    driver = started(ONE_SET, 1, gap_limit=3.0)
    driver.now = 60.0

    assert driver.do(Next()) == [
        "1 asleep", "60 end get-ready1 skipped 0 in 1", "60 start work1 standing",
    ]  # fmt: skip


def test_a_clock_sixty_times_as_fast_has_sixty_times_the_gap() -> None:
    driver = started(ONE_SET, 0, gap_limit=180.0)

    assert driver.engine.next_due == 12.0
    assert driver.wait(100)[-1] == "27 complete"


# Next


def test_next_skips_the_step() -> None:
    driver = started(TWO_SETS, 18)

    assert driver.do(Next()) == ["18 end work1 skipped 0 in 3", "18 start rest2"]
    assert driver.wait(19)[-1] == "37 count 1"


def test_next_begins_the_step_at_once() -> None:
    assert started(ONE_SET, 4.25).do(Next()) == [
        "4.25 end get-ready1 skipped 0 in 4.25", "4.25 start work1", "4.25 rep 1", "4.25 out 1",
    ]  # fmt: skip


def test_next_after_all_repetitions_has_skipped_nothing() -> None:
    assert started(TWO_SETS, 20.5).do(Next())[0] == "20.5 end work1 done 1 in 5.5"


def test_next_in_the_last_step_finishes() -> None:
    assert started(ONE_SET, 22).do(Next()) == ["22 end work1 skipped 1 in 7", "22 complete"]


def test_next_while_paused_stays_paused() -> None:
    driver = started(ONE_SET, 4)
    driver.do(Pause())
    driver.wait(5)

    assert driver.do(Next()) == ["9 end get-ready1 skipped 0 in 4", "9 start work1 standing"]
    assert driver.wait(5) == []
    assert driver.engine.state is State.PAUSED
    driver.do(Resume())
    assert driver.wait(3)[-3:] == ["17 resumed", "17 rep 1", "17 out 1"]


def test_next_in_the_last_step_finishes_a_paused_session_too() -> None:
    driver = started(ONE_SET, 22)
    driver.do(Pause())

    assert driver.do(Next())[-1] == "22 complete"


# Back


def test_back_starts_the_step_again() -> None:
    driver = started(ONE_SET, 22)

    assert driver.do(Back()) == [
        "22 end work1 skipped 1 in 7 redone", "22 start work1 again", "22 rep 1", "22 out 1",
    ]  # fmt: skip


def test_back_twice_goes_to_the_step_before() -> None:
    driver = started(ONE_SET, 22)
    driver.do(Back())
    driver.wait(2.5)

    assert driver.do(Back())[-1] == "24.5 start get-ready1 again"


def test_back_once_and_later_again_starts_the_step_again() -> None:
    driver = started(ONE_SET, 22)
    driver.do(Back())
    driver.wait(3)

    assert "25 start work1 again" in driver.do(Back())


def test_back_early_in_a_step_still_starts_that_step() -> None:
    assert "15 start work1 again" in started(ONE_SET, 15).do(Back())


def test_back_goes_no_further_than_the_first_step() -> None:
    driver = started(ONE_SET, 5)

    assert [driver.do(Back())[-1] for _ in range(3)] == ["5 start get-ready1 again"] * 3


def test_back_works_while_paused() -> None:
    driver = started(ONE_SET, 22)
    driver.do(Pause())

    assert driver.do(Back())[-1] == "22 start work1 again standing"
    assert driver.do(Back())[-1] == "22 start get-ready1 again standing"


def test_back_after_all_repetitions_keeps_them_as_done() -> None:
    assert started(TWO_SETS, 20).do(Back())[0] == "20 end work1 done 1 in 5 redone"


# Jump


def test_a_jump_passes_over_what_lies_between() -> None:
    assert started(TWO_ITEMS, 16).do(JumpToItem(1)) == [
        "16 end work1L skipped 0 in 1",
        "16 past work1R skipped", "16 past work2L skipped", "16 past work2R skipped",
        "16 start get-ready1",
    ]  # fmt: skip


def test_a_jump_back_breaks_off_to_do_it_again() -> None:
    driver = started(TWO_ITEMS, 16)
    driver.do(JumpToItem(1))

    assert driver.do(JumpToItem(0)) == [
        "16 end get-ready1 skipped 0 in 0 redone", "16 start get-ready1L again",
    ]  # fmt: skip


def test_a_jump_to_where_it_stands_starts_the_step_again() -> None:
    assert started(TWO_ITEMS, 5).do(JumpToItem(0))[-1] == "5 start get-ready1L again"


def test_a_jump_while_paused_stays_paused() -> None:
    driver = started(TWO_ITEMS, 16)
    driver.do(Pause())

    assert driver.do(JumpToItem(1))[-1] == "16 start get-ready1 standing"


def test_a_jump_to_a_swapped_exercise_goes_to_the_easier_one() -> None:
    driver = started(TWO_ITEMS, 30)
    driver.do(Hurt())
    driver.do(SwapEasier(MILD, EASY, dose(sets=2, reps=1)))
    driver.do(JumpToItem(1))
    driver.do(JumpToItem(0))

    assert driver.engine.step.exercise == "easy"
    assert driver.engine.step.ordinal == 4


@pytest.mark.parametrize("item", [-1, 2])
def test_there_must_be_an_exercise_to_jump_to(item: int) -> None:
    assert refused(started(TWO_ITEMS, 16), JumpToItem(item))


# More or less time


@pytest.mark.parametrize(
    ("wait", "seconds", "told", "end"),
    [
        (0, 10, 10, 25),
        (5.5, 10, 10, 25),
        (0, -10, -10, 5),
        (5, -10, -6, 9),
        (5.5, -10, -6, 9),
        (10.5, -10, -1, 14),
    ],
)
def test_time_is_added_to_a_step(wait: float, seconds: int, told: int, end: float) -> None:
    driver = started(ONE_SET, wait)

    assert driver.do(AddSeconds(seconds)) == [f"{wait:g} added {told}"]
    assert driver.engine.remaining(driver.now) == end - wait + 12
    assert f"{end:g} start work1" in driver.wait(25)


def test_the_last_three_seconds_are_counted_again_when_they_come_again() -> None:
    driver = started(ONE_SET, 13.5)
    driver.do(AddSeconds(10))

    assert driver.wait(9) == ["22 count 3"]


def test_the_last_three_seconds_stay() -> None:
    driver = started(ONE_SET, 11)

    assert refused(driver, AddSeconds(-10))
    driver.wait(0.5)
    assert refused(driver, AddSeconds(-10))
    assert not refused(driver, AddSeconds(10))


def test_no_seconds_are_nothing_to_add() -> None:
    assert refused(started(ONE_SET), AddSeconds(0))


def test_half_time_is_told_once() -> None:
    driver = started(timeline((ROLL, timed_dose(60))), 15 + 32)
    driver.do(AddSeconds(10))

    assert not [line for line in driver.wait(30) if "half" in line]


def test_half_of_a_shorter_time_may_be_past() -> None:
    driver = started(timeline((ROLL, timed_dose(60))), 15 + 28)
    driver.do(AddSeconds(-10))

    assert not [line for line in driver.wait(20) if "half" in line]


def test_a_hold_is_lengthened_in_its_repetition() -> None:
    driver = started(HOLDS, 15 + 20)
    driver.do(AddSeconds(10))

    assert "58 back 1" in driver.wait(24)
    assert "103 back 2" in driver.wait(50)


def test_before_a_hold_it_is_the_coming_one() -> None:
    driver = started(HOLDS, 15 + 36)
    driver.do(AddSeconds(-10))

    assert "63 hold 2" in driver.wait(15)
    assert "83 back 2" in driver.wait(20)


def test_a_hold_that_is_over_is_not_lengthened_any_more() -> None:
    driver = started(HOLDS, 15 + 33)
    driver.do(AddSeconds(10))

    assert "60 rep 2" in driver.wait(15)
    assert "103 back 2" in driver.wait(43)


def test_what_was_told_in_the_moment_of_adding_is_not_told_again() -> None:
    driver = started(HOLDS, 15 + 3)

    assert driver.do(AddSeconds(10)) == ["18 added 10"]
    assert driver.wait(1) == []


def test_twice_ten_seconds_are_twenty() -> None:
    driver = started(HOLDS, 15)
    driver.do(AddSeconds(10))
    driver.do(AddSeconds(10))

    assert "68 back 1" in driver.wait(60)


def test_after_the_last_hold_there_is_none_to_lengthen() -> None:
    driver = started(HOLDS, 15 + 45 + 34)

    assert refused(driver, AddSeconds(10))
    assert refused(driver, AddSeconds(-10))


def test_a_short_rest_of_a_hold_keeps_its_last_seconds() -> None:
    assert refused(started(HOLDS, 15 + 30), AddSeconds(-10))


@pytest.mark.parametrize("made", [ONE_SET, FREE])
def test_the_pace_of_repetitions_stays(made: Timeline) -> None:
    assert refused(started(made, 16), AddSeconds(10))


def test_time_can_be_added_while_paused() -> None:
    driver = started(HOLDS, 2)
    driver.do(Next())
    driver.do(Pause())
    driver.do(Back())

    assert driver.do(AddSeconds(10)) == ["2 added 10"]
    driver.do(Resume())
    assert driver.wait(3)[-3:] == ["5 resumed", "5 rep 1", "5 out 1"]
    assert "48 back 1" in driver.wait(60)


# At the user's own pace


def test_a_self_paced_set_waits_for_the_user() -> None:
    driver = started(FREE, 15)

    assert driver.engine.state is State.WAITING
    assert driver.wait(40) == []
    assert driver.engine.elapsed(driver.now) == 40
    assert driver.engine.remaining(driver.now) == 20 + 30
    assert driver.do(EndSet()) == ["55 end work1 done 5 in 40", "55 start rest2"]
    assert driver.engine.state is State.RUNNING


def test_a_self_paced_set_can_be_paused() -> None:
    driver = started(FREE, 25)
    driver.do(Pause())
    driver.wait(100)
    driver.do(Resume())

    assert driver.wait(3)[-1] == "128 resumed"
    assert driver.engine.state is State.WAITING
    driver.wait(5)
    assert driver.do(EndSet())[0] == "133 end work1 done 5 in 15"


def test_a_skipped_self_paced_set_has_no_repetitions() -> None:
    assert started(FREE, 25).do(Next())[0] == "25 end work1 skipped 0 in 10"


# That hurts


def test_pain_stops_the_clock_and_asks() -> None:
    driver = started(TWO_SETS, 16)

    assert driver.do(Hurt()) == ["16 pain?"]
    assert driver.wait(500) == []
    assert driver.engine.elapsed(driver.now) == 1


@pytest.mark.parametrize("first", [Pause, None])
def test_going_on_counts_to_three(first: type[Command] | None) -> None:
    driver = started(TWO_SETS, 16)
    if first is not None:
        driver.do(first())
    driver.do(Hurt())

    assert driver.do(GoOn(MILD)) == ["16 answer 3", "16 resume 3"]
    assert "24 end work1 done 1 in 6 pain 3" in driver.wait(20)


def test_what_was_taken_back_is_not_noted() -> None:
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())

    assert driver.do(TakeBack()) == ["16 paused"]
    assert driver.wait(500) == []
    driver.do(Resume())
    driver.wait(20)

    assert "524 end work1 done 1 in 6" in [short(event) for event in driver.events]


def test_the_worst_pain_of_a_step_is_kept() -> None:
    driver = started(TWO_SETS, 16)
    for number in (2, 4, None, 1):
        driver.do(Hurt())
        driver.do(GoOn(PainReport(number=number)))

    assert driver.do(Next())[0] == "16 end work1 skipped 0 in 1 pain 4"


def test_pain_belongs_to_its_step() -> None:
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())
    driver.do(GoOn(MILD))
    driver.wait(100)

    assert short(driver.events[-2]).endswith("end work2 done 1 in 6")


@pytest.mark.parametrize(
    "pain",
    [STRONG, PainReport(number=10), PainReport(number=2, ends=StopScope.EXERCISE)],
    ids=["6", "10", "a sign"],
)
def test_strong_pain_and_signs_end_the_exercise(pain: PainReport) -> None:
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())

    assert refused(driver, GoOn(pain))
    assert refused(driver, SwapEasier(pain, EASY, dose()))
    assert not refused(driver, SkipExercise(pain))


def test_five_may_go_on() -> None:
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())

    assert not refused(driver, GoOn(PainReport(number=5)))


def test_what_has_settled_may_go_on_in_an_easier_way() -> None:
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())

    assert refused(driver, GoOn(PainReport(number=7, settled=True)))
    assert not refused(driver, SwapEasier(PainReport(number=7, settled=True), EASY, dose()))


def test_some_signs_end_the_session() -> None:
    dizzy = PainReport(ends=StopScope.SESSION, settled=True)
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())

    assert refused(driver, GoOn(dizzy))
    assert refused(driver, SwapEasier(dizzy, EASY, dose()))
    assert refused(driver, SkipExercise(dizzy))
    assert not refused(driver, End(dizzy))


@pytest.mark.parametrize("number", [-1, 11])
def test_pain_is_a_number_from_0_to_10(number: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        PainReport(number=number)


def test_the_easier_exercise_takes_over() -> None:
    driver = started(TWO_ITEMS, 30)
    driver.do(Hurt())

    assert driver.do(SwapEasier(MILD, EASY, dose(sets=2, reps=1))) == [
        "30 answer 3", "30 end work1R stopped 0 in 1 pain 3", "30 swapped for easy",
        "30 start get-ready1",
    ]  # fmt: skip
    assert driver.engine.state is State.RUNNING
    assert driver.engine.step.exercise == "easy"
    assert len(driver.engine.timeline.steps) == 4 + 4 + 2
    assert driver.engine.remaining(driver.now) == 10 + 6 + 15 + 6 + 10 + 12
    assert driver.wait(200)[-1].endswith("complete")


def test_skipping_an_exercise_leaves_the_rest_of_it_out() -> None:
    driver = started(TWO_ITEMS, 16)
    driver.do(Hurt())

    assert driver.do(SkipExercise(STRONG)) == [
        "16 answer 6", "16 end work1L stopped 0 in 1 pain 6",
        "16 past work1R skipped", "16 past work2L skipped", "16 past work2R skipped",
        "16 start get-ready1",
    ]  # fmt: skip
    assert driver.engine.state is State.RUNNING


def test_what_hurts_in_a_rest_stops_the_set_that_would_have_come() -> None:
    driver = started(TWO_ITEMS, 22)
    driver.do(Hurt())

    assert driver.do(SkipExercise(MILD))[1:5] == [
        "22 end switch-sides1R stopped 0 in 1 pain 3",
        "22 past work1R stopped pain 3", "22 past work2L skipped", "22 past work2R skipped",
    ]  # fmt: skip


def test_skipping_the_last_exercise_finishes() -> None:
    driver = started(ONE_SET, 16)
    driver.do(Hurt())

    assert driver.do(SkipExercise(MILD))[-1] == "16 complete"


def test_pain_may_end_the_session() -> None:
    driver = started(TWO_SETS, 16)
    driver.do(Hurt())

    assert driver.do(End(STRONG)) == [
        "16 answer 6", "16 end work1 stopped 0 in 1 pain 6", "16 ended",
    ]  # fmt: skip
    assert driver.engine.state is State.FINISHED


# Leave


@pytest.mark.parametrize("first", [None, Pause, Hurt])
def test_leaving_keeps_what_was_done(first: type[Command] | None) -> None:
    driver = started(ONE_SET, 22)
    if first is not None:
        driver.do(first())

    assert driver.do(Leave()) == ["22 end work1 skipped 1 in 7 redone", "22 left at 1"]
    assert driver.engine.state is State.LEFT
    assert driver.engine.remaining(driver.now) == 5
    assert driver.wait(50) == []


def test_leaving_before_the_start_has_nothing_to_keep() -> None:
    assert Driver(ONE_SET).do(Leave()) == ["0 left at 0"]


# The table


def in_state(state: State) -> Driver:
    """Gives an engine in a state, in its first WORK step."""
    driver = Driver(FREE if state is State.WAITING else ONE_SET)
    if state is State.READY:
        return driver
    driver.start()
    driver.wait(16)
    path: dict[State, list[Command]] = {
        State.PAUSED: [Pause()],
        State.RESUMING: [Pause(), Resume()],
        State.HURTING: [Hurt()],
        State.FINISHED: [Next()],
        State.LEFT: [Leave()],
    }
    for command in path.get(state, []):
        driver.do(command)
    assert driver.engine.state is state
    return driver


COMMANDS = [
    Start(), Pause(), Resume(), Next(), Back(), JumpToItem(0), EndSet(), Hurt(), TakeBack(),
    GoOn(MILD), SwapEasier(MILD, EASY, dose()), SkipExercise(MILD), End(MILD), Leave(),
]  # fmt: skip


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_what_is_not_in_the_table_is_refused_and_changes_nothing(
    state: State, command: Command
) -> None:
    assert refused(in_state(state), command) is (type(command) not in TABLE[state])


def test_what_is_allowed_when() -> None:
    def letters(state: State) -> str:
        return " ".join(type(c).__name__ for c in COMMANDS if type(c) in TABLE[state])

    moves = "Next Back JumpToItem"
    assert {state: letters(state) for state in State} == {
        State.READY: "Start Leave",
        State.RUNNING: f"Pause {moves} Hurt Leave",
        State.WAITING: f"Pause {moves} EndSet Hurt Leave",
        State.PAUSED: f"Resume {moves} Hurt Leave",
        State.RESUMING: f"Pause {moves} Hurt Leave",
        State.HURTING: "TakeBack GoOn SwapEasier SkipExercise End Leave",
        State.FINISHED: "",
        State.LEFT: "",
    }


def test_a_refusal_says_what_and_when() -> None:
    with pytest.raises(IllegalCommandError, match="Resume is not allowed while running") as caught:
        started(ONE_SET, 1).do(Resume())

    assert caught.value.command == Resume()
    assert caught.value.state is State.RUNNING


def test_what_fell_due_before_a_refused_command_is_told_afterwards() -> None:
    driver = started(ONE_SET, 11)
    driver.now = 13.5

    with pytest.raises(IllegalCommandError):
        driver.do(Resume())

    assert driver.wait(0) == ["12 count 3", "13 count 2"]


def test_a_timeline_with_everything_comes_to_its_end() -> None:
    made = one_of_each()
    driver = started(made, 0)

    assert driver.wait(made.total)[-1] == f"{made.total} complete"
