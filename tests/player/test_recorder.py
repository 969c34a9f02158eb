"""What is kept of a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kneegui.domain.session import Moment, Session, SessionStatus, Side, StepRecord
from kneegui.player.commands import (
    AddSeconds,
    Back,
    Command,
    EndSet,
    Hurt,
    JumpToItem,
    Leave,
    Next,
    Pause,
    Resume,
    SkipExercise,
    SwapEasier,
)
from kneegui.player.pain import PainReport
from kneegui.player.recorder import Recorder
from kneegui.player.timeline import Timeline
from tests.player.driver import LETTERS, Driver
from tests.player.routines import LIFT, ROLL, STRETCH, SWING, TAP, timeline
from tests.support.builders import dose, exercise, routine, timed_dose
from tests.support.manual_clock import ManualClock

PAIN = PainReport(number=4)
TWO_SETS = timeline((SWING, dose(sets=2, reps=3, rest_s=20)))


class Desk:
    """Drives an engine and keeps the records."""

    def __init__(
        self, made: Timeline, earlier: tuple[StepRecord, ...] = (), start_at: int = 0
    ) -> None:
        self.clock = ManualClock()
        self.recorder = Recorder(self.clock, earlier)
        self.driver = Driver(made, start_at)
        self.records: list[StepRecord] = []
        self.driver.start()
        self._note(0)

    def wait(self, seconds: float) -> Desk:
        before = len(self.driver.events)
        self.clock.move(seconds)
        self.driver.wait(seconds)
        self._note(before)
        return self

    def do(self, *commands: Command) -> Desk:
        for command in commands:
            before = len(self.driver.events)
            self.driver.do(command)
            self._note(before)
        return self

    def _note(self, before: int) -> None:
        self.records += self.recorder.note(self.driver.events[before:])

    def kept(self) -> list[str]:
        return [
            f"{one.ordinal}.{one.attempt} {one.exercise}{one.set}{LETTERS[one.side]} "
            f"{one.done}/{one.planned} {one.status.value} {one.seconds:g}"
            + ("" if one.pain is None else f" pain {one.pain}")
            for one in self.records
        ]


def test_each_exercise_step_is_kept_when_it_ends() -> None:
    desk = Desk(timeline((LIFT, dose(reps=2)), (TAP, dose(reps=2)), (ROLL, timed_dose(45))))

    assert desk.wait(27).kept() == ["1.0 lift1L 2/2 done 12"]
    assert desk.wait(500).kept() == [
        "1.0 lift1L 2/2 done 12",
        "3.0 lift1R 2/2 done 12",
        "5.0 tap1 2/2 done 24",
        "7.0 roll1L 45/45 done 45",
        "9.0 roll1R 45/45 done 45",
    ]


def test_a_record_copies_what_it_needs() -> None:
    desk = Desk(timeline((LIFT, dose(reps=2)))).wait(15).wait(12)

    record = desk.records[0]

    assert (record.title, record.kind.value, record.side) == ("Lift", "work", Side.LEFT)
    assert record.started_at == Moment.of(local_time_after(15))
    assert record.started_at.offset_minutes == 120
    assert record.started_at.utc.hour == 16


def local_time_after(seconds: float) -> datetime:
    clock = ManualClock()
    clock.move(seconds)
    return clock.local


def test_pauses_do_not_count() -> None:
    desk = Desk(TWO_SETS).wait(20).do(Pause()).wait(600).do(Resume()).wait(3).wait(13)

    assert desk.kept() == ["1.0 swing1 3/3 done 18"]


def test_a_skipped_step_keeps_what_was_done() -> None:
    assert Desk(TWO_SETS).wait(15 + 13).do(Next()).kept() == ["1.0 swing1 2/3 skipped 13"]
    assert Desk(TWO_SETS).wait(15).do(Next()).kept() == ["1.0 swing1 0/3 skipped 0"]


def test_getting_ready_and_resting_are_not_kept() -> None:
    assert Desk(TWO_SETS).do(Next()).wait(18).do(Next(), Next()).kept() == [
        "1.0 swing1 3/3 done 18",
        "3.0 swing2 0/3 skipped 0",
    ]


def test_a_step_done_again_is_another_attempt() -> None:
    desk = Desk(TWO_SETS).wait(15 + 18 + 1).do(Back(), Back()).wait(18)

    assert desk.kept() == ["1.0 swing1 3/3 done 18", "1.1 swing1 3/3 done 18"]
    assert session(desk).done_steps == 1


def session(desk: Desk) -> Session:
    return Session(
        id="",
        routine="",
        title="",
        plan=routine(),
        started_at=desk.records[0].started_at,
        status=SessionStatus.RUNNING,
        planned_steps=2,
        steps=tuple(desk.records),
    )


def test_what_is_broken_off_is_kept_where_something_was_done() -> None:
    assert Desk(TWO_SETS).wait(15 + 7).do(Back()).wait(18).kept() == [
        "1.0 swing1 1/3 skipped 7",
        "1.1 swing1 3/3 done 18",
    ]
    assert Desk(TWO_SETS).wait(15 + 4).do(Back()).wait(18).kept() == ["1.0 swing1 3/3 done 18"]


def test_a_session_that_is_left_keeps_what_was_done() -> None:
    left = Desk(TWO_SETS).wait(15 + 7).do(Leave())
    assert left.kept() == ["1.0 swing1 1/3 skipped 7"]

    again = Desk(TWO_SETS, tuple(left.records), start_at=1).wait(10).wait(18)

    assert again.kept() == ["1.1 swing1 3/3 done 18"]


def test_earlier_attempts_may_come_in_any_order() -> None:
    first = Desk(TWO_SETS).wait(15 + 18).records[0]
    earlier = (replace(first, attempt=2), first)

    assert Desk(TWO_SETS, earlier, start_at=1).wait(28).kept() == ["1.3 swing1 3/3 done 18"]


def test_sides_that_take_turns_count_full_pairs() -> None:
    assert Desk(timeline((TAP, dose(reps=3)))).wait(15 + 20).do(Next()).kept() == [
        "1.0 tap1 1/3 skipped 20"
    ]


def test_a_timed_step_counts_its_full_seconds() -> None:
    roll = timeline((ROLL, timed_dose(45)))

    assert Desk(roll).wait(15 + 20.75).do(Next()).kept() == ["1.0 roll1L 20/45 skipped 20.75"]
    assert Desk(roll).wait(15).do(AddSeconds(10)).wait(60).kept() == ["1.0 roll1L 55/45 done 55"]


def test_a_hold_counts_its_repetitions() -> None:
    stretch = timeline((STRETCH, dose(reps=2)))

    assert Desk(stretch).wait(15 + 40).do(Next()).kept() == ["1.0 stretch1 1/2 skipped 40"]


def test_a_self_paced_set_is_all_done_when_the_user_says_so() -> None:
    free = timeline((SWING, dose(reps=5)), self_paced=True)

    assert Desk(free).wait(15 + 33).do(EndSet()).kept() == ["1.0 swing1 5/5 done 33"]


def test_pain_is_kept_with_the_step_it_stopped() -> None:
    desk = Desk(timeline((LIFT, dose(sets=2, reps=2)))).wait(15 + 7).do(Hurt(), SkipExercise(PAIN))

    assert desk.kept() == [
        "1.0 lift1L 1/2 stopped 7 pain 4",
        "3.0 lift1R 0/2 skipped 0",
        "5.0 lift2L 0/2 skipped 0",
        "7.0 lift2R 0/2 skipped 0",
    ]


def test_an_easier_exercise_has_ordinals_of_its_own() -> None:
    easy = exercise(id="easy", name="Easy")
    desk = Desk(TWO_SETS).wait(15 + 7)
    desk.do(Hurt(), SwapEasier(PAIN, easy, dose(sets=2, reps=1))).wait(100)

    assert desk.kept() == [
        "1.0 swing1 1/3 stopped 7 pain 4",
        "3.0 easy1 1/1 done 6",
        "5.0 easy2 1/1 done 6",
    ]


def test_what_is_jumped_over_is_skipped_once() -> None:
    desk = Desk(timeline((SWING, dose(sets=2, reps=1)), (TAP, dose(reps=1))))
    desk.do(JumpToItem(1), JumpToItem(0), JumpToItem(1)).wait(100)

    assert desk.kept() == [
        "1.0 swing1 0/1 skipped 0",
        "3.0 swing2 0/1 skipped 0",
        "5.0 tap1 1/1 done 12",
    ]


def test_what_was_done_is_not_skipped_by_jumping_over_it() -> None:
    desk = Desk(timeline((SWING, dose(reps=1)), (TAP, dose(reps=1)))).wait(15 + 6 + 1)
    desk.do(JumpToItem(0), JumpToItem(1))

    assert desk.kept() == ["1.0 swing1 1/1 done 6"]


def test_a_step_entered_in_a_pause_began_when_the_pause_ended() -> None:
    desk = Desk(TWO_SETS).wait(5).do(Pause(), Next()).wait(600).do(Resume()).wait(3).wait(18)

    assert desk.kept() == ["1.0 swing1 3/3 done 18"]
    assert desk.records[0].started_at == Moment.of(local_time_after(608))


def test_a_pause_in_a_step_does_not_move_its_beginning() -> None:
    desk = Desk(TWO_SETS).wait(15).wait(5).do(Pause()).wait(60).do(Resume()).wait(3).wait(20)

    assert desk.records[0].started_at == Moment.of(local_time_after(15))
