"""Rows to domain objects and back."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Row

from kneegui.domain.routine import Routine
from kneegui.domain.session import (
    Moment,
    Session,
    SessionStatus,
    Side,
    StepKind,
    StepRecord,
    StepStatus,
    Swap,
)
from kneegui.domain.session_edit import SessionEdit

_log = logging.getLogger(__name__)
_plan_decoder = msgspec.json.Decoder(Routine)
_swaps_decoder = msgspec.json.Decoder(tuple[Swap, ...])

# Looked up here, an enum's member costs a third of what asking the enum does.
KINDS = {kind.value: kind for kind in StepKind}
SIDES = {side.value: side for side in Side}
STATUSES = {status.value: status for status in StepStatus}

Values = dict[str, Any]
"""Column -> value."""


def utc_text(moment: Moment) -> str:
    """Gives the UTC time as text, always of the same width."""
    utc = moment.utc.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="microseconds") + "Z"


def moment(utc: str, offset: int) -> Moment:
    """Gives the moment of two columns."""
    return Moment(utc=datetime.fromisoformat(utc), offset_minutes=offset)


def maybe_moment(utc: str | None, offset: int | None) -> Moment | None:
    """Gives the moment of two columns that may be empty; the tables see to it that both are."""
    return None if utc is None or offset is None else moment(utc, offset)


def ending_values(ended_at: Moment | None) -> Values:
    """Gives the columns of when a session ended."""
    return _maybe_moment_values("ended", ended_at)


def edit_values(edit: SessionEdit, at: Moment) -> Values:
    """Gives the columns of what the user changed, and when."""
    return {
        "pain_before": edit.pain_before,
        "pain_worst": edit.pain_worst,
        "pain_after": edit.pain_after,
        "pain_morning": edit.pain_morning,
        "effort": edit.effort,
        "note": edit.note,
        **_maybe_moment_values("edited", at),
    }


def session_values(session: Session) -> Values:
    """Gives the columns of a session; its steps have rows of their own."""
    return {
        "id": session.id,
        "routine": session.routine,
        "title": session.title,
        "status": session.status.value,
        "started_at": utc_text(session.started_at),
        "started_offset": session.started_at.offset_minutes,
        **ending_values(session.ended_at),
        "planned_steps": session.planned_steps,
        "position": session.position,
        "first_side": session.first_side.value,
        "pain_side": None if session.pain_side is None else session.pain_side.value,
        "pain_before": session.pain_before,
        "pain_worst": session.pain_worst,
        "pain_after": session.pain_after,
        "pain_morning": session.pain_morning,
        "effort": session.effort,
        **_maybe_moment_values("edited", session.edited_at),
        "note": session.note,
        "plan": plan_text(session.plan),
        "swaps": msgspec.json.encode(session.swaps).decode(),
    }


def step_values(session_id: str, step: StepRecord) -> Values:
    """Gives the columns of a step."""
    return {
        "session_id": session_id,
        "ordinal": step.ordinal,
        "attempt": step.attempt,
        "exercise": step.exercise,
        "title": step.title,
        "kind": step.kind.value,
        "side": step.side.value,
        "set_number": step.set,
        "planned": step.planned,
        "done": step.done,
        "status": step.status.value,
        "started_at": utc_text(step.started_at),
        "started_offset": step.started_at.offset_minutes,
        "seconds": step.seconds,
        "pain": step.pain,
    }


def plan_text(plan: Routine) -> str:
    """Gives the column of a plan."""
    return msgspec.json.encode(plan).decode()


def to_session(row: Row[Any], steps: Iterable[StepRecord]) -> Session:
    """Gives the session of a row of its table, with its steps in their order."""
    return Session(
        id=row.id,
        routine=row.routine,
        title=row.title,
        plan=_to_plan(row),
        swaps=_to_swaps(row),
        started_at=moment(row.started_at, row.started_offset),
        status=SessionStatus(row.status),
        planned_steps=row.planned_steps,
        first_side=Side(row.first_side),
        ended_at=maybe_moment(row.ended_at, row.ended_offset),
        position=row.position,
        pain_side=None if row.pain_side is None else Side(row.pain_side),
        pain_before=row.pain_before,
        pain_worst=row.pain_worst,
        pain_after=row.pain_after,
        pain_morning=row.pain_morning,
        effort=row.effort,
        note=row.note,
        edited_at=maybe_moment(row.edited_at, row.edited_offset),
        steps=tuple(steps),
    )


def to_step(row: Iterable[Any]) -> StepRecord:
    """Gives the step of a row of its table. There are many: so columns go by their place."""
    (
        _,
        ordinal,
        attempt,
        exercise,
        title,
        kind,
        side,
        number,
        planned,
        done,
        status,
        started_at,
        started_offset,
        seconds,
        pain,
    ) = row
    return StepRecord(
        ordinal=ordinal,
        attempt=attempt,
        exercise=exercise,
        title=title,
        kind=KINDS[kind],
        side=SIDES[side],
        set=number,
        planned=planned,
        done=done,
        status=STATUSES[status],
        started_at=moment(started_at, started_offset),
        seconds=seconds,
        pain=pain,
    )


def _maybe_moment_values(what: str, at: Moment | None) -> Values:
    if at is None:
        return {f"{what}_at": None, f"{what}_offset": None}
    return {f"{what}_at": utc_text(at), f"{what}_offset": at.offset_minutes}


def _to_swaps(row: Row[Any]) -> tuple[Swap, ...]:
    """Gives the stored changes; none where they are of a form no longer understood."""
    try:
        return _swaps_decoder.decode(row.swaps)
    except msgspec.MsgspecError as error:
        _log.warning("changes of session %s not understood: %s", row.id, error)
        return ()


@lru_cache(maxsize=64)
def _decoded_plan(plan: str) -> Routine:
    """Gives the routine of a plan's text: one for all sessions that were begun with it."""
    return _plan_decoder.decode(plan)


def _to_plan(row: Row[Any]) -> Routine:
    """Gives the stored plan; an empty one where it is of a form no longer understood.

    What was done is worth showing all the same; a plan without items cannot be resumed.
    """
    try:
        return _decoded_plan(row.plan)
    except msgspec.MsgspecError as error:
        _log.warning("plan of session %s not understood: %s", row.id, error)
        return Routine.unknown(row.routine, row.title)
