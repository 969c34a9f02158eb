"""Which exercise hurts: those in which pain was told, with how often and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import StepStatus
from kneegui.progress.days import local_day
from kneegui.progress.exercise_progress import is_painful, sessions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurting:
    """An exercise in which pain was told over a period."""

    exercise: str
    title: str
    sessions: int
    """Those of ``sessions_of``."""
    painful: int
    """Sessions in which it hurt."""
    stopped: int
    """Sessions in which pain stopped it."""
    worst: int | None
    """The worst that was told, 0 to 10; None where it was only stopped."""
    latest_pain: int | None
    """What was told the last time it hurt."""
    latest_day: date
    """When it hurt last."""


def hurting(steps: Mapping[str, Sequence[PractisedStep]]) -> tuple[Hurting, ...]:
    """Gives the exercises that hurt; first what hurt most often, then what hurt worse.

    A pain of 0 is an answer too, and none that hurts.

    Args:
        steps: exercise -> its steps in a period, the oldest first.
    """
    found = [each for exercise, of_it in steps.items() if (each := _hurting(exercise, of_it))]
    return tuple(sorted(found, key=_order))


def _order(each: Hurting) -> tuple[int, int, str]:
    return (-each.painful, -(each.worst or 0), each.title)


def _hurting(exercise: str, steps: Sequence[PractisedStep]) -> Hurting | None:
    painful = [step for step in steps if is_painful(step)]
    if not painful:
        return None
    told = [step.pain for step in painful if step.pain is not None]
    return Hurting(
        exercise=exercise,
        title=steps[-1].title,
        sessions=sessions_of(steps),
        painful=len({step.session_id for step in painful}),
        stopped=len({s.session_id for s in painful if s.status is StepStatus.STOPPED}),
        worst=max(told, default=None),
        latest_pain=painful[-1].pain,
        latest_day=local_day(painful[-1].started_at),
    )
