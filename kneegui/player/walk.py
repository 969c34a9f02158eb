"""The walk through the timeline: what time brings, and the moves all commands are made of."""

from __future__ import annotations

from dataclasses import replace

from kneegui.domain.session import StepStatus
from kneegui.player.events import (
    Event,
    Paused,
    RepFinished,
    ResumeCountdown,
    Resumed,
    SessionFinished,
    StepEvent,
    StepFinished,
    StepPassedOver,
    StepStarted,
)
from kneegui.player.schedule import COUNTED_S, schedule
from kneegui.player.situation import MICRO, Situation
from kneegui.player.states import GOING, WATCHED, State

RESUME_S = 3
"""The count before a pause ends."""


class Walk:
    """Changes a situation and notes the events on the way.

    Moments are in microseconds of the engine's clock.

    Args:
        here: where it begins.
    """

    def __init__(self, here: Situation) -> None:
        self.here = here
        self.told: list[Event] = []

    # Time

    def catch_up(self, now: int, gap: float) -> int:
        """Lets time pass until now, and gives now; earlier than before counts as no time.

        More than ``gap`` since it was last awake becomes a pause that began then.
        """
        seen = self.here.seen
        now = max(now, seen)
        if self.here.state in WATCHED and now - seen > gap:
            self.stand(State.PAUSED, seen)
            self.told.append(Paused(at=seen / MICRO, step=self.here.step, gap=True))
        self.go_until(now)
        self.here = replace(self.here, seen=now)
        return now

    def go_until(self, now: int) -> None:
        """Notes all that falls due until now."""
        while (due := self.here.due) is not None and due <= now:
            if self.here.state is State.RESUMING:
                self._count_down(due)
            elif self.here.told < len(self.here.events):
                self._tell(self.here.events[self.here.told], due)
            else:
                self.finish_step(due, StepStatus.DONE)
                self.enter(self.here.step.ordinal + 1, due)

    def _tell(self, event: StepEvent, due: int) -> None:
        # The step is the current one: time may have been added since the schedule was made.
        self.told.append(replace(event, at=due / MICRO, step=self.here.step))
        reps = self.here.reps + isinstance(event, RepFinished)
        self.here = replace(self.here, told=self.here.told + 1, reps=reps)

    def _count_down(self, due: int) -> None:
        left = self.here.counted - 1
        if left > 0:
            self.told.append(ResumeCountdown(at=due / MICRO, step=self.here.step, left=left))
            self.here = replace(self.here, counted=left)
        else:
            self.told.append(Resumed(at=due / MICRO, step=self.here.step))
            self._go(due)

    # Standing and going

    def stand(self, state: State, at: int) -> None:
        """Stops the step's clock."""
        self.here = replace(self.here, state=state, stood=self.here.elapsed(at))

    def count_in(self, at: int, seconds: int = RESUME_S) -> None:
        """Lets the step's clock go on after so many seconds, three at least."""
        self.here = replace(
            self.here,
            state=State.RESUMING,
            resumes=at + seconds * MICRO,
            counted=COUNTED_S + 1,
        )

    def _go(self, at: int) -> None:
        state = State.WAITING if self.here.step.is_self_paced else State.RUNNING
        self.here = replace(self.here, state=state, started=at - self.here.stood)

    # From step to step

    def finish_step(self, at: int, status: StepStatus, *, redone: bool = False) -> None:
        """Notes how the current step ended."""
        here = self.here
        everything = here.step.is_self_paced and status is StepStatus.DONE
        self.told.append(
            StepFinished(
                at=at / MICRO,
                step=here.step,
                status=status,
                reps=here.step.reps if everything else here.reps,
                seconds=here.elapsed(at) / MICRO,
                pain=here.pain,
                redone=redone,
            )
        )

    def break_off(self, at: int, *, redone: bool = False) -> None:
        """Notes that the user ended the current step: skipped, unless all of it was done."""
        everything = 0 < self.here.step.reps == self.here.reps
        status = StepStatus.DONE if everything else StepStatus.SKIPPED
        self.finish_step(at, status, redone=redone)

    def pass_over(
        self, upto: int, at: int, *, stopped: bool = False, pain: int | None = None
    ) -> None:
        """Notes the exercises between the current step and another that are left out.

        Where it was pain, the first of them is the one stopped by it.
        """
        for step in self.here.timeline.steps[self.here.step.ordinal + 1 : upto]:
            if step.is_exercise:
                status = StepStatus.STOPPED if stopped else StepStatus.SKIPPED
                self.told.append(
                    StepPassedOver(
                        at=at / MICRO, step=step, status=status, pain=pain if stopped else None
                    )
                )
                stopped = False

    def enter(self, ordinal: int, at: int, *, again: bool = False, go: bool = False) -> None:
        """Goes to a step, or finishes behind the last one.

        The step's clock goes if that of the one before did, or where ``go`` says so. A step that is
        entered standing is told at once, so that it can be shown; what falls due at its very start
        is told when its clock goes.
        """
        if ordinal == len(self.here.timeline.steps):
            self.finish(at, complete=True)
            return
        going = go or self.here.state in GOING
        step = self.here.timeline.steps[ordinal]
        self.told.append(StepStarted(at=at / MICRO, step=step, again=again, standing=not going))
        self.here = replace(
            self.here,
            step=step,
            stood=0,
            events=schedule(step),
            told=0,
            reps=0,
            pain=None,
            went_back=again,
        )
        if going:
            self._go(at)

    def finish(self, at: int, *, complete: bool) -> None:
        """Ends the session."""
        self.stand(State.FINISHED, at)
        self.told.append(SessionFinished(at=at / MICRO, complete=complete))
