"""The player's engine: commands and time in, events out.

The engine owns no timer and asks no clock. Whoever drives it calls ``advance`` at the latest at
``next_due``, and as often before as they like: the events are the same, because each carries the
moment it was due and the next one counts from that moment, not from when the engine was woken.

What it is doing, and which command is allowed when, stands in ``states.py``; what a command does
in ``actions.py``; what falls due inside a step in ``schedule.py``. All the engine remembers is one
frozen ``Situation``, so a command that turns out to be illegal is undone by keeping the old one.
"""

from __future__ import annotations

from kneegui.player.actions import ACTIONS
from kneegui.player.commands import Command, IllegalCommandError
from kneegui.player.events import Event
from kneegui.player.situation import MICRO, Situation, micros
from kneegui.player.states import TABLE, WATCHED, State
from kneegui.player.step import Step
from kneegui.player.timeline import Timeline
from kneegui.player.walk import Walk

GAP_LIMIT_S = 3.0
"""Not being woken for longer is a pause."""


class Engine:
    """Walks through a timeline.

    Args:
        timeline: what is to be done.
        start_at: ordinal of the step to begin with; above 0 where a session is resumed.
        gap_limit: seconds of the engine's clock without being woken that make a pause. A clock
            that runs sixty times as fast needs sixty times the limit.

    Raises:
        IndexError: there is no step of that ordinal.
    """

    def __init__(
        self, timeline: Timeline, start_at: int = 0, gap_limit: float = GAP_LIMIT_S
    ) -> None:
        self._gap = gap_limit * MICRO
        self._here = Situation(
            timeline=timeline, state=State.READY, step=timeline.steps[start_at], seen=0
        )

    @property
    def state(self) -> State:
        """What it is doing."""
        return self._here.state

    @property
    def step(self) -> Step:
        """The current step, with the time the user added; the last one when all is over."""
        return self._here.step

    @property
    def timeline(self) -> Timeline:
        """The timeline, as it is after any swap."""
        return self._here.timeline

    @property
    def next_due(self) -> float | None:
        """When to call ``advance`` at the latest, in seconds; None where time does not matter.

        It is the moment of the next event, or earlier where none comes soon: an engine that is
        not woken now and then would take the silence for a machine asleep.
        """
        if self._here.state not in WATCHED:
            return None
        heartbeat = self._here.seen + self._gap / 3
        due = self._here.due
        return (heartbeat if due is None else min(due, heartbeat)) / MICRO

    def elapsed(self, now: float) -> float:
        """Gives the seconds into the current step, pauses left out and never beyond its end."""
        return self._here.elapsed(self._moment(now)) / MICRO

    def remaining(self, now: float) -> float:
        """Gives the seconds left of the session; a self-paced set counts as long as planned."""
        if self._here.state is State.FINISHED:
            return 0.0
        step = self._here.step
        length = step.planned_seconds if step.seconds is None else step.seconds
        left = max(0, length * MICRO - self._here.elapsed(self._moment(now)))
        return left / MICRO + self._here.timeline.after(step.ordinal)

    def resume_left(self, now: float) -> float:
        """Gives the seconds until the step's clock goes on; 0 unless resuming."""
        if self._here.state is not State.RESUMING:
            return 0.0
        return max(0, self._here.resumes - self._moment(now)) / MICRO

    def _moment(self, now: float) -> int:
        return max(micros(now), self._here.seen)

    def advance(self, now: float) -> tuple[Event, ...]:
        """Gives what has fallen due until now, in order.

        A ``now`` before the last one counts as the last one: this clock never goes back.
        """
        walk = Walk(self._here)
        walk.catch_up(micros(now), self._gap)
        self._here = walk.here
        return tuple(walk.told)

    def handle(self, command: Command, now: float) -> tuple[Event, ...]:
        """Gives what has fallen due until now, and then what the command leads to.

        Raises:
            IllegalCommandError: it makes no sense now. Nothing has changed; what has fallen due
                is told by the next ``advance``.
        """
        walk = self._tried(command, now)
        self._here = walk.here
        return tuple(walk.told)

    def allows(self, command: Command, now: float) -> bool:
        """Tells whether ``handle`` would take a command now; changes nothing."""
        try:
            self._tried(command, now)
        except IllegalCommandError:
            return False
        return True

    def _tried(self, command: Command, now: float) -> Walk:
        walk = Walk(self._here)
        at = walk.catch_up(micros(now), self._gap)
        if type(command) not in TABLE[walk.here.state]:
            raise IllegalCommandError(command, walk.here.state)
        ACTIONS[type(command)](walk, command, at)
        walk.go_until(at)
        return walk
