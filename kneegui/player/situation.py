"""Where a session stands: the whole of what the engine remembers, as one frozen value.

Time is counted here in whole microseconds, so that sums are exact and nothing drifts; seconds as
a floating-point number are what comes in and goes out.
"""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.player.events import StepEvent
from kneegui.player.states import GOING, State
from kneegui.player.step import Step
from kneegui.player.timeline import Timeline

MICRO = 1_000_000


def micros(seconds: float) -> int:
    """Gives seconds as whole microseconds."""
    return round(seconds * MICRO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where a session stands."""

    timeline: Timeline
    state: State
    step: Step
    """The current step, with the time the user added to it; the last one when all is over."""
    seen: int
    """When the engine was last woken."""
    started: int = 0
    """While the clock goes: when the step would have begun had there been no pause."""
    stood: int = 0
    """While the clock stands: how far into the step."""
    events: tuple[StepEvent, ...] = ()
    """What falls due in the step, from its start, ``at`` in seconds from there."""
    told: int = 0
    """How many of them have been told."""
    reps: int = 0
    """Repetitions finished in the step."""
    pain: int | None = None
    """The worst number given in the step."""
    went_back: bool = False
    """True where the step was entered by going back."""
    resumes: int = 0
    """While resuming: when the step's clock goes on."""
    counted: int = 0
    """While resuming: the last number told; at first one more than the first to be told."""

    @property
    def due(self) -> int | None:
        """When something happens next by itself; None where nothing does."""
        if self.state is State.RESUMING:
            return self.resumes - (self.counted - 1) * MICRO
        if self.state is not State.RUNNING or self.step.seconds is None:
            return None
        if self.told < len(self.events):
            return self.started + micros(self.events[self.told].at)
        return self.started + self.step.seconds * MICRO

    def elapsed(self, now: int) -> int:
        """Gives how far into the step it is, never beyond its end."""
        if self.state not in GOING:
            return self.stood
        gone = max(0, now - self.started)
        return gone if self.step.seconds is None else min(gone, self.step.seconds * MICRO)
