"""The sessions and their steps as long lists: columns are read, no objects of the tables made."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session as Transaction

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import SessionStatus, Side, StepKind, StepStatus
from kneegui.domain.session_head import SessionHead
from kneegui.store.conversion import maybe_moment, moment
from kneegui.store.tables import SessionRow, StepRow

_HEAD = (
    SessionRow.id,
    SessionRow.routine,
    SessionRow.title,
    SessionRow.started_at,
    SessionRow.started_offset,
    SessionRow.ended_at,
    SessionRow.ended_offset,
    SessionRow.status,
    SessionRow.planned_steps,
    SessionRow.pain_before,
    SessionRow.pain_worst,
    SessionRow.pain_after,
    SessionRow.pain_morning,
    SessionRow.effort,
    SessionRow.edited_at,
    SessionRow.edited_offset,
    SessionRow.note,
)
_STEP = (
    StepRow.session_id,
    StepRow.exercise,
    StepRow.title,
    StepRow.kind,
    StepRow.side,
    StepRow.set_number,
    StepRow.planned,
    StepRow.done,
    StepRow.status,
    StepRow.seconds,
    StepRow.pain,
)


def read_heads(
    transaction: Transaction, *, limit: int | None, offset: int
) -> Iterator[SessionHead]:
    """Gives the sessions, the latest first; see ``Sessions.heads``."""
    own_steps = StepRow.session_id == SessionRow.id
    done = (
        select(func.count(StepRow.ordinal.distinct()))
        .where(own_steps, StepRow.status == StepStatus.DONE.value)
        .scalar_subquery()
    )
    stopped = (
        select(func.count())
        .select_from(StepRow)
        .where(own_steps, StepRow.status == StepStatus.STOPPED.value)
        .scalar_subquery()
    )
    seconds = (
        select(func.coalesce(func.sum(StepRow.seconds), 0.0)).where(own_steps).scalar_subquery()
    )
    statement = (
        select(
            *_HEAD,
            done.label("done_steps"),
            stopped.label("stopped_steps"),
            seconds.label("seconds"),
        )
        .order_by(SessionRow.started_at.desc(), SessionRow.id.desc())
        .limit(-1 if limit is None else limit)
        .offset(offset)
    )
    return map(_to_head, transaction.execute(statement))


def read_practice(transaction: Transaction) -> Iterator[PractisedStep]:
    """Gives every step, the oldest session first; see ``Sessions.practice``."""
    steps: dict[str, list[Row]] = {}
    for row in transaction.execute(
        select(*_STEP).order_by(StepRow.session_id, StepRow.ordinal, StepRow.attempt)
    ):
        steps.setdefault(row.session_id, []).append(row)
    for head in transaction.execute(
        select(SessionRow.id, SessionRow.started_at, SessionRow.started_offset).order_by(
            SessionRow.started_at, SessionRow.id
        )
    ):
        began = moment(head.started_at, head.started_offset)
        for row in steps.get(head.id, ()):
            yield PractisedStep(
                session_id=row.session_id,
                started_at=began,
                exercise=row.exercise,
                title=row.title,
                kind=StepKind(row.kind),
                side=Side(row.side),
                set=row.set_number,
                planned=row.planned,
                done=row.done,
                status=StepStatus(row.status),
                seconds=row.seconds,
                pain=row.pain,
            )


def _to_head(row: Row) -> SessionHead:
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
