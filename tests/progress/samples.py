"""Sessions and steps as plain as can be; a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, SessionStatus, Side, StepKind, StepStatus
from kneegui.domain.session_head import SessionHead

SATURDAY = date(2026, 11, 21)
HERE = timezone(timedelta(hours=1))
GOALS = {
    "calf": Goal.STRETCH,
    "clamshell": Goal.STRENGTHEN,
    "quads": Goal.RELEASE,
    "wall-sit": Goal.STRENGTHEN,
}


def at(days_ago: float, hour: int = 19, minute: int = 0) -> Moment:
    """Gives a moment some days before the Saturday, by the clock on the wall."""
    day = SATURDAY - timedelta(days=days_ago)
    return Moment.of(datetime.combine(day, time(hour, minute), HERE))


def session_id(days_ago: float) -> str:
    """Gives the id of the session of a day."""
    return f"session-{days_ago}"


def head(days_ago: float = 0, **changes: Any) -> SessionHead:
    """Gives a session of ten minutes without any answer."""
    plain = SessionHead(
        id=session_id(days_ago),
        routine="arms",
        title="Arms",
        started_at=at(days_ago),
        ended_at=None,
        status=SessionStatus.COMPLETED,
        planned_steps=2,
        done_steps=2,
        seconds=600.0,
        pain_before=None,
        pain_worst=None,
        pain_after=None,
        pain_morning=None,
        effort=None,
        note="",
        edited_at=None,
    )
    return replace(plain, **changes)


def step(days_ago: float = 0, exercise: str = "clamshell", **changes: Any) -> PractisedStep:
    """Gives a set of ten repetitions on both sides at once, done in a minute."""
    plain = PractisedStep(
        session_id=session_id(days_ago),
        started_at=at(days_ago),
        exercise=exercise,
        title=exercise.capitalize(),
        kind=StepKind.WORK,
        side=Side.BOTH,
        set=1,
        planned=10,
        done=10,
        status=StepStatus.DONE,
        seconds=60.0,
        pain=None,
    )
    return replace(plain, **changes)
