"""What holds for the engine whatever the routine, the user and the wake-ups do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Side, StepStatus
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
from kneegui.player.events import (
    Event,
    RepFinished,
    RepStarted,
    SessionFinished,
    StepFinished,
    StepStarted,
    Swapped,
)
from kneegui.player.pain import PainReport
from kneegui.player.recorder import Recorder
from kneegui.player.schedule import schedule
from kneegui.player.states import State
from kneegui.player.timeline import Timeline, compile_timeline
from tests.player.routines import any_timelines, timelines
from tests.support.builders import dose, exercise, phases, routine
from tests.support.manual_clock import ManualClock
from tests.support.shipped import shipped_content

MANY = 150
"""Random sessions a property is tried on."""
EASY = exercise(id="easy", phases=phases(1, 12, 1, 1))
pains = some.builds(PainReport, number=some.none() | some.integers(0, 10))
commands = some.one_of(
    some.sampled_from(
        [Pause(), Resume(), Next(), Back(), EndSet(), Hurt(), TakeBack(), AddSeconds(10)]
    ),
    some.sampled_from([Pause(), Resume(), Next(), Hurt(), AddSeconds(-10), JumpToItem(1)]),
    some.builds(GoOn, pains),
    some.builds(SwapEasier, pains, some.just(EASY), some.just(dose(sets=2, reps=2))),
    some.builds(SkipExercise, pains),
    some.builds(JumpToItem, some.integers(0, 3)),
)
seeds = some.integers(0, 2**32).map(Random)
endings = some.sampled_from([Leave(), End(PainReport(number=8)), Resume(), EndSet()])


@dataclass(frozen=True)
class Doing:
    """A command, and how long after the one before."""

    after: float
    command: Command


_waits = some.one_of(
    some.integers(0, 40).map(float), some.floats(0, 40), some.integers(0, 400).map(lambda n: n / 8)
)
doings = some.builds(Doing, _waits, commands)
scripts = some.builds(
    lambda row, last: [*row, *last],
    some.lists(doings, max_size=12),
    some.lists(some.builds(Doing, _waits, endings), max_size=1),
)


def told(
    made: Timeline, script: list[Doing], wakes: Random | None = None, gap: float = inf
) -> tuple[list[Event], Engine, float]:
    """Gives all events of a session with these commands, and the engine at its end.

    With ``wakes`` the engine is woken at random moments on the way, never more than a gap apart.
    """
    engine, now = Engine(made, gap_limit=gap), 0.0
    events = list(engine.handle(Start(), now))
    for doing in [*script, Doing(float(made.total), Pause())]:
        until = now + doing.after
        if wakes is not None:
            for moment in _moments(wakes, now, until, min(gap, 3.0)):
                events += engine.advance(moment)
        now = until
        try:
            events += engine.handle(doing.command, now)
        except IllegalCommandError:
            events += engine.advance(now)
    return events, engine, now


def _moments(wakes: Random, now: float, until: float, gap: float) -> list[float]:
    found: list[float] = []
    while until - now > gap:
        now += wakes.choice([gap, float(int(gap)), *(wakes.random() * gap for _ in range(3)), 1e-7])
        now += 0.0 if wakes.random() < 0.9 else -0.001
        found.append(min(now, until))
    return found


# Wake-ups


@settings(deadline=None, max_examples=2 * MANY)
@given(any_timelines, scripts, seeds)
def test_the_same_events_whatever_the_wake_ups(
    made: Timeline, script: list[Doing], wakes: Random
) -> None:
    expected, one, now = told(made, script)

    events, other, _ = told(made, script, wakes, gap=3.0)

    assert events == expected
    assert other.state is one.state
    assert other.step == one.step
    assert other.elapsed(now) == one.elapsed(now)
    assert other.remaining(now) == one.remaining(now)


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, scripts)
def test_it_is_enough_to_wake_it_when_it_says(made: Timeline, script: list[Doing]) -> None:
    expected, _, _ = told(made, script)
    engine, now = Engine(made), 0.0
    events = list(engine.handle(Start(), now))
    for doing in [*script, Doing(float(made.total), Pause())]:
        until = now + doing.after
        while engine.next_due is not None and engine.next_due < until:
            assert engine.next_due >= now
            now = engine.next_due
            events += engine.advance(now)
        now = until
        try:
            events += engine.handle(doing.command, now)
        except IllegalCommandError:
            events += engine.advance(now)

    assert events == expected


# Nothing lost, nothing doubled


@settings(deadline=None, max_examples=MANY)
@given(timelines, some.floats(0, 1e6), seeds)
def test_a_session_nobody_touches_tells_everything_once(
    made: Timeline, begin: float, wakes: Random
) -> None:
    begin = round(begin, 6)
    engine = Engine(made)
    events = list(engine.handle(Start(), begin))
    for moment in _moments(wakes, begin, begin + made.total + 10, 3.0):
        events += engine.advance(moment)
    if engine.state is State.WAITING:
        return

    inside = [event for step in made.steps for event in schedule(step)]
    assert len(events) == 2 * len(made.steps) + len(inside) + 1
    finished = [event for event in events if isinstance(event, StepFinished)]
    assert [event.step for event in finished] == list(made.steps)
    assert {event.status for event in finished} == {StepStatus.DONE}
    assert sum(event.seconds for event in finished) == made.total
    assert isinstance(events[-1], SessionFinished)
    assert events[-1].at == pytest.approx(begin + made.total, abs=1e-9)


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, scripts)
def test_every_step_that_starts_ends_before_the_next(made: Timeline, script: list[Doing]) -> None:
    events, engine, _ = told(made, script)

    moments = [event.at for event in events]
    assert moments == sorted(moments)
    bounds = [event for event in events if isinstance(event, StepStarted | StepFinished)]
    assert isinstance(bounds[0], StepStarted)
    for one, two in pairwise(bounds):
        assert type(one) is not type(two)
        if isinstance(one, StepStarted):
            assert one.step.ordinal == two.step.ordinal
    over = engine.state in {State.FINISHED, State.LEFT}
    assert isinstance(bounds[-1], StepFinished) is over
    assert sum(isinstance(event, SessionFinished) for event in events) == (
        engine.state is State.FINISHED
    )


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, scripts)
def test_no_repetition_is_lost_or_doubled(made: Timeline, script: list[Doing]) -> None:
    events, _, _ = told(made, script)

    begun = done = 0
    for event in events:
        if isinstance(event, StepStarted):
            begun = done = 0
        elif isinstance(event, RepStarted):
            begun += 1
            assert (event.rep, done) == (begun, begun - 1)
        elif isinstance(event, RepFinished):
            done += 1
            assert event.rep == done == begun
        elif isinstance(event, StepFinished) and not event.step.is_self_paced:
            assert event.reps == done
            if event.status is StepStatus.DONE and event.step.kind.value in {"work", "hold"}:
                assert done == event.step.reps


# Time


def test_an_hour_has_no_drift() -> None:
    content = shipped_content()
    known = {one.id: one for one in content.exercises}
    items = [item for plan in content.programmes for item in plan.items][:34]
    made = compile_timeline(routine(*items), known, PlayerSettings(), Side.LEFT)
    assert made.total > 3600
    wakes, begin = Random(4), 86_400.25
    engine, now, events = Engine(made), begin, list[Event]()
    events += engine.handle(Start(), begin)
    while engine.state is State.RUNNING:
        now += wakes.random() * 2.9
        events += engine.advance(now)

    ends = [event.at for event in events if isinstance(event, StepFinished)]
    assert ends == [begin + end for end in made.ends]
    assert events[-1].at - begin == made.total


def test_a_hundred_pauses_have_no_drift() -> None:
    made = compile_timeline(
        shipped_content().programmes[3],
        {one.id: one for one in shipped_content().exercises},
        PlayerSettings(),
        Side.LEFT,
    )
    wakes, now, stood = Random(5), 0.0, 0
    engine = Engine(made, gap_limit=inf)
    events = list(engine.handle(Start(), now))
    for _ in range(100):
        now = round(now + wakes.random() * 6, 6)
        events += engine.handle(Pause(), now)
        pause = wakes.randrange(1, 10**7)
        now = round(now + pause / 1e6, 6)
        events += engine.handle(Resume(), now)
        stood += pause + 3_000_000
        now = round(now + 3, 6)
    events += engine.advance(now + made.total)

    assert round(events[-1].at * 1e6) == made.total * 1_000_000 + stood


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, scripts, seeds)
def test_the_time_left_only_rises_when_the_user_wants_it(
    made: Timeline, script: list[Doing], wakes: Random
) -> None:
    engine, now = Engine(made, gap_limit=inf), 0.0
    engine.handle(Start(), now)
    left = engine.remaining(now)
    assert left == made.total
    for doing in [*script, Doing(float(made.total), Pause())]:
        for moment in _moments(wakes, now, now + doing.after, 3.0):
            before, left = left, engine.remaining(moment)
            assert left <= before
            engine.advance(moment)
            before, left = left, engine.remaining(moment)
            assert left <= before
        now += doing.after
        engine.advance(now)
        before, left = left, engine.remaining(now)
        assert left <= before
        if engine.allows(doing.command, now):
            engine.handle(doing.command, now)
            before, left = left, engine.remaining(now)
            if not isinstance(doing.command, AddSeconds | Back | JumpToItem | SwapEasier):
                assert left <= before
        assert engine.remaining(now) >= 0


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, some.floats(0, 200), some.floats(3.001, 1e5))
def test_a_gap_takes_no_time(made: Timeline, until: float, gap: float) -> None:
    engine, now = Engine(made), 0.0
    engine.handle(Start(), now)
    while now < until:
        now = min(until, now + 1)
        engine.advance(now)
    state, elapsed, left = engine.state, engine.elapsed(now), engine.remaining(now)

    events = engine.advance(now + gap)

    if state in {State.RUNNING, State.WAITING}:
        assert [event.at for event in events] == [round(now * 1e6) / 1e6]
        assert engine.state is State.PAUSED
    assert engine.elapsed(now + gap) == elapsed
    assert engine.remaining(now + gap) == left


# Commands


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, scripts, commands)
def test_a_refused_command_changes_nothing(
    made: Timeline, script: list[Doing], command: Command
) -> None:
    _, engine, now = told(made, script)
    _, twin, _ = told(made, script)

    if engine.allows(command, now):
        engine.handle(command, now)
    else:
        with pytest.raises(IllegalCommandError):
            engine.handle(command, now)
        later = now + made.total
        assert engine.advance(later) == twin.advance(later)
        assert engine.state is twin.state


# Records


@settings(deadline=None, max_examples=MANY)
@given(any_timelines, scripts)
def test_records_never_count_a_step_twice(made: Timeline, script: list[Doing]) -> None:
    events, engine, _ = told(made, script)
    swapped = [event for event in events if isinstance(event, Swapped)]

    records = Recorder(ManualClock()).note(events)

    keys = [(record.ordinal, record.attempt) for record in records]
    assert len(keys) == len(set(keys))
    for ordinal in {record.ordinal for record in records}:
        attempts = [record.attempt for record in records if record.ordinal == ordinal]
        assert attempts == list(range(len(attempts)))
    done = {record.ordinal for record in records if record.status is StepStatus.DONE}
    assert len(done) <= engine.timeline.exercise_steps
    exercises = {step.ordinal for step in engine.timeline.steps if step.is_exercise}
    assert swapped or {record.ordinal for record in records} <= exercises
    for record in records:
        assert record.seconds >= 0
        assert record.done >= 0
