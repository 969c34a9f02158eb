"""Drives an engine as the bridge does, and writes down in short what it told."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

from kneegui.domain.session import Side
from kneegui.player.commands import Command, Start
from kneegui.player.engine import Engine
from kneegui.player.events import (
    Countdown,
    CueDue,
    Event,
    HalfTime,
    PainAnswered,
    PainAsked,
    Paused,
    PhaseStarted,
    RepFinished,
    RepStarted,
    ResumeCountdown,
    Resumed,
    SessionFinished,
    SessionLeft,
    StepFinished,
    StepPassedOver,
    StepStarted,
    Swapped,
    TimeAdded,
)
from kneegui.player.step import Step
from kneegui.player.timeline import Timeline

LETTERS = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: ""}


def named(step: Step) -> str:
    """Gives a step in short: kind, set and side."""
    return f"{step.kind.value}{step.set}{LETTERS[step.side]}"


def short(event: Event) -> str:
    """Gives an event in short: when, what, and what matters about it."""
    return f"{event.at:g} {_WORDS[type(event)](event)}"


def _pain(number: int | None) -> str:
    return "" if number is None else f" pain {number}"


def _started(event: StepStarted) -> str:
    return f"start {named(event.step)}{' again' * event.again}{' standing' * event.standing}"


def _finished(event: StepFinished) -> str:
    ended = f"end {named(event.step)} {event.status.value} {event.reps} in {event.seconds:g}"
    return f"{ended}{' redone' * event.redone}{_pain(event.pain)}"


_WORDS: dict[type[Event], Callable[[Any], str]] = {
    StepStarted: _started,
    StepFinished: _finished,
    StepPassedOver: lambda e: f"past {named(e.step)} {e.status.value}{_pain(e.pain)}",
    RepStarted: lambda e: f"rep {e.rep}{LETTERS[e.side]}",
    RepFinished: lambda e: f"rep {e.rep} done",
    PhaseStarted: lambda e: f"{e.phase.kind.value} {e.rep}",
    CueDue: lambda e: f"cue {e.number}",
    HalfTime: lambda e: f"half {e.rep}",
    Countdown: lambda e: f"count {e.left}",
    ResumeCountdown: lambda e: f"resume {e.left}",
    Paused: lambda e: "asleep" if e.gap else "paused",
    Resumed: lambda _: "resumed",
    PainAsked: lambda _: "pain?",
    PainAnswered: lambda e: f"answer {e.pain.number}",
    TimeAdded: lambda e: f"added {e.seconds}",
    Swapped: lambda e: f"swapped for {e.swap.exercise}",
    SessionFinished: lambda e: "complete" if e.complete else "ended",
    SessionLeft: lambda e: f"left at {e.ordinal}",
}


class Driver:
    """An engine with its time, which passes as the test says.

    Without a gap limit unless one is given, so that a test may wait long in one go.
    """

    def __init__(self, made: Timeline, start_at: int = 0, gap_limit: float = inf) -> None:
        self.engine = Engine(made, start_at, gap_limit)
        self.now = 0.0
        self.events: list[Event] = []

    def start(self) -> Driver:
        self.do(Start())
        return self

    def do(self, command: Command) -> list[str]:
        """Gives in short what a command leads to."""
        return self._take(self.engine.handle(command, self.now))

    def wait(self, seconds: float) -> list[str]:
        """Gives in short what time brings."""
        self.now += seconds
        return self._take(self.engine.advance(self.now))

    def _take(self, events: tuple[Event, ...]) -> list[str]:
        self.events += events
        return [short(event) for event in events]
