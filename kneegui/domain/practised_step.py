"""A step that was practised, by itself: for progress over many sessions."""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.session import Moment, Side, StepKind, StepStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedStep:
    """One recorded step with the start of its session; the rest is as in ``StepRecord``."""

    session_id: str
    started_at: Moment
    """When the session began: a step belongs to the day of its session."""
    exercise: str
    title: str
    kind: StepKind
    side: Side
    set: int
    planned: int
    done: int
    status: StepStatus
    seconds: float
    pain: int | None
