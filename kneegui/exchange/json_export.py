"""The sessions as JSON for other programs, version 1; ``docs/data.md`` describes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kneegui.domain.session import Moment, Session, StepRecord

VERSION = 1
"""Rises when a field changes its meaning or goes; a new field alone does not raise it."""


def export_json(sessions: Iterable[Session]) -> dict[str, Any]:
    """Gives the sessions in their order, as what ``json.dumps`` takes.

    Times are ISO 8601, local with their offset from UTC.
    """
    return {"version": VERSION, "sessions": [_session(session) for session in sessions]}


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "routine": session.routine,
        "title": session.title,
        "started_at": _time(session.started_at),
        "ended_at": None if session.ended_at is None else _time(session.ended_at),
        "status": session.status.value,
        "pain_before": session.pain_before,
        "pain_worst": session.pain_worst,
        "pain_after": session.pain_after,
        "effort": session.effort,
        "note": session.note,
        "steps": [_step(step) for step in session.steps],
    }


def _step(step: StepRecord) -> dict[str, Any]:
    return {
        "ordinal": step.ordinal,
        "attempt": step.attempt,
        "exercise": step.exercise,
        "title": step.title,
        "kind": step.kind.value,
        "side": step.side.value,
        "set": step.set,
        "planned": step.planned,
        "done": step.done,
        "status": step.status.value,
        "started_at": _time(step.started_at),
        "seconds": step.seconds,
        "pain": step.pain,
    }


def _time(moment: Moment) -> str:
    return moment.local.isoformat()
