"""What each command does, once the table has allowed it.

An action changes the walk, or raises ``IllegalCommandError``. Moments are in microseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NoReturn

from kneegui.domain.session import StepKind, StepStatus, Swap
from kneegui.domain.timing import GET_READY_S
from kneegui.player.added_time import with_seconds_added
from kneegui.player.commands import (
    AddSeconds,
    Answer,
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
from kneegui.player.events import (
    HalfTime,
    PainAnswered,
    PainAsked,
    Paused,
    SessionLeft,
    Swapped,
    TimeAdded,
)
from kneegui.player.schedule import schedule
from kneegui.player.situation import MICRO
from kneegui.player.states import State
from kneegui.player.timeline import LEAST_S
from kneegui.player.walk import Walk

BACK_AGAIN_S = 3
"""Going back again within so many seconds of a step's clock goes to the step before."""


def _start(walk: Walk, _: Start, at: int) -> None:
    step = walk.here.step
    if step.kind is StepKind.GET_READY:
        walk.enter(step.ordinal, at, go=True)
    else:
        walk.enter(step.ordinal, at)
        added = walk.here.timeline.settings.get_ready_added_s
        walk.count_in(at, max(LEAST_S, GET_READY_S + added))


def _pause(walk: Walk, _: Pause, at: int) -> None:
    walk.stand(State.PAUSED, at)
    walk.told.append(Paused(at=at / MICRO, step=walk.here.step))


def _resume(walk: Walk, _: Resume, at: int) -> None:
    walk.count_in(at)


def _next(walk: Walk, _: Next, at: int) -> None:
    walk.break_off(at)
    walk.enter(walk.here.step.ordinal + 1, at)


def _back(walk: Walk, _: Back, at: int) -> None:
    ordinal = walk.here.step.ordinal
    if walk.here.went_back and walk.here.elapsed(at) < BACK_AGAIN_S * MICRO:
        ordinal = max(0, ordinal - 1)
    walk.break_off(at, redone=True)
    walk.enter(ordinal, at, again=True)


def _jump(walk: Walk, command: JumpToItem, at: int) -> None:
    if not 0 <= command.item < walk.here.timeline.items:
        _refuse(walk, command)
    ordinal = walk.here.timeline.item_start(command.item)
    backwards = ordinal <= walk.here.step.ordinal
    walk.break_off(at, redone=backwards)
    walk.pass_over(ordinal, at)
    walk.enter(ordinal, at, again=backwards)


def _add_seconds(walk: Walk, command: AddSeconds, at: int) -> None:
    here = walk.here
    elapsed = here.elapsed(at) / MICRO
    added = with_seconds_added(here.step, command.seconds, elapsed)
    if added is None:
        _refuse(walk, command)
    step, seconds = added
    told = here.events[: here.told]
    halves = {event.rep for event in told if isinstance(event, HalfTime)}
    # What lies behind was told or is no longer worth telling, as half of a time now shorter; at
    # the very start of a step whose clock stands, nothing lies behind.
    coming = tuple(
        event
        for event in schedule(step)
        if (event.at > elapsed or elapsed == here.told == 0)
        and not (isinstance(event, HalfTime) and event.rep in halves)
    )
    walk.here = replace(here, step=step, events=told + coming)
    walk.told.append(TimeAdded(at=at / MICRO, step=step, seconds=seconds))


def _end_set(walk: Walk, _: EndSet, at: int) -> None:
    walk.finish_step(at, StepStatus.DONE)
    walk.enter(walk.here.step.ordinal + 1, at)


def _hurt(walk: Walk, _: Hurt, at: int) -> None:
    walk.stand(State.HURTING, at)
    walk.told.append(PainAsked(at=at / MICRO, step=walk.here.step))


def _take_back(walk: Walk, _: TakeBack, at: int) -> None:
    walk.stand(State.PAUSED, at)
    walk.told.append(Paused(at=at / MICRO, step=walk.here.step))


def _note_pain(walk: Walk, command: Answer, at: int) -> None:
    numbers = [n for n in (walk.here.pain, command.pain.number) if n is not None]
    walk.here = replace(walk.here, pain=max(numbers, default=None))
    walk.told.append(PainAnswered(at=at / MICRO, step=walk.here.step, pain=command.pain))


def _go_on(walk: Walk, command: GoOn, at: int) -> None:
    if command.pain.stops_exercise:
        _refuse(walk, command)
    _note_pain(walk, command, at)
    walk.count_in(at)


def _swap(walk: Walk, command: SwapEasier, at: int) -> None:
    if not command.pain.allows_easier:
        _refuse(walk, command)
    _note_pain(walk, command, at)
    walk.finish_step(at, StepStatus.STOPPED)
    stopped = walk.here.step
    swap = Swap(after=stopped.ordinal, exercise=command.exercise.id, dose=command.dose)
    timeline = walk.here.timeline.swapped(swap, command.exercise)
    walk.told.append(Swapped(at=at / MICRO, step=stopped, swap=swap, timeline=timeline))
    walk.here = replace(walk.here, timeline=timeline)
    walk.enter(stopped.ordinal + 1, at, go=True)


def _skip_exercise(walk: Walk, command: SkipExercise, at: int) -> None:
    if command.pain.stops_session:
        _refuse(walk, command)
    _note_pain(walk, command, at)
    walk.finish_step(at, StepStatus.STOPPED)
    step = walk.here.step
    upto = walk.here.timeline.item_steps(step.item)[-1].ordinal + 1
    walk.pass_over(upto, at, stopped=not step.is_exercise, pain=walk.here.pain)
    walk.enter(upto, at, go=True)


def _end(walk: Walk, command: End, at: int) -> None:
    _note_pain(walk, command, at)
    walk.finish_step(at, StepStatus.STOPPED)
    walk.finish(at, complete=False)


def _leave(walk: Walk, _: Leave, at: int) -> None:
    if walk.here.state is not State.READY:
        walk.break_off(at, redone=True)
    walk.stand(State.LEFT, at)
    walk.told.append(SessionLeft(at=at / MICRO, ordinal=walk.here.step.ordinal))


def _refuse(walk: Walk, command: Command) -> NoReturn:
    raise IllegalCommandError(command, walk.here.state)


ACTIONS: Mapping[type[Command], Callable[[Walk, Any, int], None]] = {
    Start: _start,
    Pause: _pause,
    Resume: _resume,
    Next: _next,
    Back: _back,
    JumpToItem: _jump,
    AddSeconds: _add_seconds,
    EndSet: _end_set,
    Hurt: _hurt,
    TakeBack: _take_back,
    GoOn: _go_on,
    SwapEasier: _swap,
    SkipExercise: _skip_exercise,
    End: _end,
    Leave: _leave,
}
