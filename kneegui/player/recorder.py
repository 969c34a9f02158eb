"""Turns what happened into what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kneegui.domain.session import Moment, StepKind, StepRecord, StepStatus
from kneegui.player.clock import Clock
from kneegui.player.events import Event, Resumed, StepFinished, StepPassedOver, StepStarted
from kneegui.player.step import Step


class Recorder:
    """Makes a record of each exercise step that ends, the moment it ends.

    A step that is done again gets another record with the next attempt; ``Session.done_steps``
    counts its ordinal once. What the user broke off to begin anew is kept where something of it
    was done, and leaves no trace otherwise. Steps passed over are kept as skipped, unless there is
    a record of them already.

    Args:
        clock: tells local time.
        earlier: the records of the session so far, where it is resumed.
    """

    def __init__(self, clock: Clock, earlier: Iterable[StepRecord] = ()) -> None:
        self._clock = clock
        self._attempts: dict[int, int] = {}
        for record in earlier:
            known = self._attempts.get(record.ordinal, 0)
            self._attempts[record.ordinal] = max(known, record.attempt + 1)
        self._started = self._now()
        self._standing = False

    def note(self, events: Iterable[Event]) -> tuple[StepRecord, ...]:
        """Gives the records of the steps that ended with these events, in order."""
        return tuple(record for event in events for record in self._of(event))

    def _of(self, event: Event) -> Iterator[StepRecord]:
        match event:
            case StepStarted():
                self._started = self._now()
                self._standing = event.standing
            case Resumed() if self._standing:
                # It was entered in a pause, so this is when it really began.
                self._started = self._now()
                self._standing = False
            case StepFinished(step=step) if step.is_exercise:
                is_timed = step.kind is StepKind.TIMED
                done = int(event.seconds) if is_timed else step.per_side(event.reps)
                if done or not event.redone:
                    yield self._record(
                        step, event.status, self._started, done, event.seconds, event.pain
                    )
            case StepPassedOver(step=step) if step.ordinal not in self._attempts:
                yield self._record(step, event.status, self._now(), 0, 0.0, event.pain)
            case _:
                pass

    def _record(
        self,
        step: Step,
        status: StepStatus,
        started: Moment,
        done: int,
        seconds: float,
        pain: int | None,
    ) -> StepRecord:
        attempt = self._attempts.get(step.ordinal, 0)
        self._attempts[step.ordinal] = attempt + 1
        return StepRecord(
            ordinal=step.ordinal,
            attempt=attempt,
            exercise=step.exercise,
            title=step.title,
            kind=step.kind,
            side=step.side,
            set=step.set,
            planned=step.planned,
            done=done,
            status=status,
            started_at=started,
            seconds=seconds,
            pain=pain,
        )

    def _now(self) -> Moment:
        return Moment.of(self._clock.local_time())
