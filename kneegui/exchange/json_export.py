"""The sessions as JSON for other programs, version 1; ``docs/data.md`` describes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from kneegui.domain.session import Moment, Session, StepRecord

VERSION = 1
"""Rises when a field changes its meaning or goes; a new field alone does not raise it."""


def export_json(sessions: Iterable[Session]) -> dict[str, Any]:
    """Gives the sessions in their order, as what ``json.dumps`` takes.

    Times are ISO 8601, local with their offset from UTC. What only resuming needs (the plan, what
    was swapped in it, the position) is left out: a session is resumed where it was begun.
    """
    return {"version": VERSION, "sessions": [_session(session) for session in sessions]}


def json_bytes(sessions: Iterable[Session]) -> bytes:
    """Gives the same as a file, each field on a line of its own."""
    # Not by the json module: with lines for people it takes seconds for ten years of sessions.
    return msgspec.json.format(msgspec.json.encode(export_json(sessions)), indent=2) + b"\n"


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "routine": session.routine,
        "title": session.title,
        "started_at": _time(session.started_at),
        "ended_at": _maybe_time(session.ended_at),
        "status": session.status.value,
        "planned_steps": session.planned_steps,
        "first_side": session.first_side.value,
        "pain_side": None if session.pain_side is None else session.pain_side.value,
        "pain_before": session.pain_before,
        "pain_worst": session.pain_worst,
        "pain_after": session.pain_after,
        "pain_morning": session.pain_morning,
        "effort": session.effort,
        "note": session.note,
        "edited_at": _maybe_time(session.edited_at),
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


def _maybe_time(moment: Moment | None) -> str | None:
    return None if moment is None else _time(moment)


def _time(moment: Moment) -> str:
    return moment.local.isoformat()
