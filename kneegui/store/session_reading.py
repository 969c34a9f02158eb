"""The sessions and their steps as they are read, however many: by columns, not by objects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, Row, func, select

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Session, SessionStatus, StepRecord, StepStatus
from kneegui.domain.session_head import SessionHead
from kneegui.store.conversion import (
    KINDS,
    SIDES,
    STATUSES,
    maybe_moment,
    moment,
    to_session,
    to_step,
)
from kneegui.store.tables import session_table, step_table

_sessions = session_table.columns
_steps = step_table.columns

_ROWS_AT_ONCE = 500
_LATEST_FIRST = (_sessions.started_at.desc(), _sessions.id.desc())
_OLDEST_FIRST = (_sessions.started_at, _sessions.id)
_BY_SESSION = (_steps.session_id, _steps.ordinal, _steps.attempt)


def read_sessions(transaction: Connection, *where: ColumnElement[bool]) -> Iterator[Session]:
    """Gives the sessions for which all of this holds, with their steps, the oldest first."""
    wanted = select(_sessions.id).where(*where)
    chosen = (_steps.session_id.in_(wanted),) if where else ()
    steps: defaultdict[str, list[StepRecord]] = defaultdict(list)
    for row in _rows(transaction, select(*_steps).where(*chosen).order_by(*_BY_SESSION)):
        steps[row[0]].append(to_step(row))
    for row in transaction.execute(select(*_sessions).where(*where).order_by(*_OLDEST_FIRST)):
        yield to_session(row, steps[row.id])


def read_heads(transaction: Connection, *, limit: int | None, offset: int) -> Iterator[SessionHead]:
    """Gives the sessions, the latest first; see ``Sessions.heads``."""
    own_steps = _steps.session_id == _sessions.id
    done = (
        select(func.count(_steps.ordinal.distinct()))
        .where(own_steps, _steps.status == StepStatus.DONE.value)
        .scalar_subquery()
    )
    stopped = (
        select(func.count())
        .where(own_steps, _steps.status == StepStatus.STOPPED.value)
        .scalar_subquery()
    )
    seconds = (
        select(func.coalesce(func.sum(_steps.seconds), 0.0)).where(own_steps).scalar_subquery()
    )
    # The long texts are not read.
    columns = [column for column in _sessions if column.name not in {"plan", "swaps"}]
    statement = (
        select(
            *columns,
            done.label("done_steps"),
            stopped.label("stopped_steps"),
            seconds.label("seconds"),
        )
        .order_by(*_LATEST_FIRST)
        .limit(-1 if limit is None else limit)
        .offset(offset)
    )
    return map(_to_head, transaction.execute(statement))


def read_practice(transaction: Connection) -> Iterator[PractisedStep]:
    """Gives every step, the oldest session first; see ``Sessions.practice``.

    The steps share their names: as many strings as steps would keep the window waiting while they
    are freed.
    """
    began = {
        row.id: moment(row.started_at, row.started_offset)
        for row in transaction.execute(
            select(_sessions.id, _sessions.started_at, _sessions.started_offset)
        )
    }
    steps: defaultdict[str, list[PractisedStep]] = defaultdict(list)
    statement = select(
        _steps.session_id,
        _steps.exercise,
        _steps.title,
        _steps.kind,
        _steps.side,
        _steps.set_number,
        _steps.planned,
        _steps.done,
        _steps.status,
        _steps.seconds,
        _steps.pain,
    ).order_by(*_BY_SESSION)
    for row in _rows(transaction, statement):
        session_id, exercise, title, kind, side, number, planned, done, status, seconds, pain = row
        steps[session_id].append(
            PractisedStep(
                session_id=intern(session_id),
                started_at=began[session_id],
                exercise=intern(exercise),
                title=intern(title),
                kind=KINDS[kind],
                side=SIDES[side],
                set=number,
                planned=planned,
                done=done,
                status=STATUSES[status],
                seconds=seconds,
                pain=pain,
            )
        )
    for session_id in transaction.scalars(select(_sessions.id).order_by(*_OLDEST_FIRST)):
        yield from steps[session_id]


def _rows(transaction: Connection, statement: Executable) -> Iterator[Sequence[Any]]:
    """Gives the rows of a long list.

    One by one they take twice as long; all at once they keep every other thread waiting.
    """
    for rows in transaction.execute(statement).partitions(_ROWS_AT_ONCE):
        yield from rows


def _to_head(row: Row[Any]) -> SessionHead:
    return SessionHead(
        id=row.id,
        routine=row.routine,
        title=row.title,
        started_at=moment(row.started_at, row.started_offset),
        ended_at=maybe_moment(row.ended_at, row.ended_offset),
        status=SessionStatus(row.status),
        planned_steps=row.planned_steps,
        done_steps=row.done_steps,
        stopped_steps=row.stopped_steps,
        seconds=row.seconds,
        pain_before=row.pain_before,
        pain_worst=row.pain_worst,
        pain_after=row.pain_after,
        pain_morning=row.pain_morning,
        effort=row.effort,
        note=row.note,
        edited_at=maybe_moment(row.edited_at, row.edited_offset),
    )
