"""The sessions and their steps: domain objects in, domain objects out.

Every method that writes has written, through to the disk, when it returns. Each may be called again
with the same arguments after an error, and leaves what one call would have left. All raise the
errors of ``Database.open``; those that change a session raise ``UnknownSessionError`` where there
is none of that id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session as Transaction

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, Session, SessionStatus, Side, StepRecord
from kneegui.domain.session_edit import SessionEdit
from kneegui.domain.session_head import SessionHead
from kneegui.store.conversion import (
    edit_values,
    ending_values,
    session_values,
    step_values,
    to_session,
)
from kneegui.store.database import Database
from kneegui.store.errors import UnknownSessionError
from kneegui.store.session_lists import read_heads, read_practice
from kneegui.store.tables import SessionRow, StepRow

RESUMABLE_FOR = timedelta(hours=24)
"""How long after its last sign of life a session is offered again: until then the body and the
plan are still those of the session; later a fresh start is the better advice."""

_RESUMABLE = (SessionStatus.RUNNING, SessionStatus.LEFT)


class Sessions:
    """The sessions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- writing ---

    def begin(self, session: Session) -> None:
        """Stores a session with the steps it has; one of the same id is brought up to it."""
        with self._database.writing() as transaction:
            _put_head(transaction, session)
            for step in session.steps:
                _put_step(transaction, session.id, step)

    def save_head(self, session: Session) -> None:
        """Stores all of a session but its steps."""
        with self._database.writing() as transaction:
            _put_head(transaction, session)

    def add_step(self, session_id: str, step: StepRecord, *, position: int | None = None) -> None:
        """Stores a step, and with it where the session stands now.

        Both or neither: a session never resumes at a step that is already stored. A step of the
        same ordinal and attempt is replaced.
        """
        with self._database.writing() as transaction:
            if position is None:
                _require(transaction, session_id)
            else:
                _change(transaction, session_id, position=position)
            _put_step(transaction, session_id, step)

    def set_position(self, session_id: str, position: int) -> None:
        """Stores the ordinal of the step the session stands at."""
        self._update(session_id, position=position)

    def set_pain_before(self, session_id: str, pain: int | None, side: Side | None) -> None:
        """Stores how the knee was before, 0 to 10, and which one."""
        self._update(session_id, pain_before=pain, pain_side=None if side is None else side.value)

    def set_pain(self, session_id: str, pain: int) -> None:
        """Stores a pain felt meanwhile, 0 to 10; the worst of them is kept."""
        worst = func.max(func.coalesce(SessionRow.pain_worst, pain), pain)
        self._update(session_id, pain_worst=worst)

    def finish(self, session_id: str, ended_at: Moment) -> None:
        """Notes that the session was completed."""
        self._update(session_id, status=SessionStatus.COMPLETED.value, **ending_values(ended_at))

    def leave(self, session_id: str, ended_at: Moment) -> None:
        """Notes that the session was left before its end; it may be resumed."""
        self._update(session_id, status=SessionStatus.LEFT.value, **ending_values(ended_at))

    def resume(self, session_id: str) -> None:
        """Notes that an interrupted session runs again."""
        self._update(session_id, status=SessionStatus.RUNNING.value, **ending_values(None))

    def discard(self, session_id: str) -> None:
        """Notes that an interrupted session will not be resumed; what was done stays."""
        self._update(session_id, status=SessionStatus.DISCARDED.value)

    def save_summary(
        self, session_id: str, *, pain_after: int | None, effort: int | None, note: str
    ) -> None:
        """Stores what the user answered at the end."""
        self._update(session_id, pain_after=pain_after, effort=effort, note=note)

    def edit(self, session_id: str, edit: SessionEdit, at: Moment) -> None:
        """Stores what the user changed afterwards, and when that was."""
        self._update(session_id, **edit_values(edit, at))

    def delete(self, session_id: str) -> Session | None:
        """Removes a session with its steps; gives what was removed, which ``begin`` puts back.

        None where there was none of that id.
        """
        with self._database.writing() as transaction:
            session = _get(transaction, session_id)
            transaction.execute(delete(SessionRow).where(SessionRow.id == session_id))
            return session

    def _update(self, session_id: str, **values: object) -> None:
        with self._database.writing() as transaction:
            _change(transaction, session_id, **values)

    # --- reading ---

    def interrupted(self, now: Moment) -> Session | None:
        """Gives the session to offer for resuming, or None.

        It is the last one begun, those discarded left out: somebody who has gone on to another
        session is not asked about the one before. It is running (the program ended without its
        knowledge) or left, its plan can be played, and its last sign of life is not older than
        ``RESUMABLE_FOR``.
        """
        with self._database.reading() as transaction:
            row = transaction.scalars(
                select(SessionRow)
                .where(SessionRow.status != SessionStatus.DISCARDED.value)
                .order_by(SessionRow.started_at.desc(), SessionRow.id.desc())
                .limit(1)
            ).first()
            if row is None or row.status not in _RESUMABLE:
                return None
            session = to_session(row, _steps_of(transaction, row.id))
        if not session.plan.items or now.utc - _last_sign(session) > RESUMABLE_FOR:
            return None
        return session

    def heads(self, *, limit: int | None = None, offset: int = 0) -> tuple[SessionHead, ...]:
        """Gives the sessions for a list, the latest first.

        Args:
            limit: at most so many; None for all.
            offset: so many of the latest are left out.
        """
        with self._database.reading() as transaction:
            return tuple(read_heads(transaction, limit=limit, offset=offset))

    def practice(self) -> tuple[PractisedStep, ...]:
        """Gives every step of every session, the oldest session first, each in its order."""
        with self._database.reading() as transaction:
            return tuple(read_practice(transaction))

    def get(self, session_id: str) -> Session | None:
        """Gives a session with its plan and steps; None where there is none of that id."""
        with self._database.reading() as transaction:
            return _get(transaction, session_id)

    def all(self) -> tuple[Session, ...]:
        """Gives every session with its plan and steps, the oldest first: for an export."""
        with self._database.reading() as transaction:
            steps: defaultdict[str, list[StepRow]] = defaultdict(list)
            for step in transaction.scalars(
                select(StepRow).order_by(StepRow.session_id, StepRow.ordinal, StepRow.attempt)
            ):
                steps[step.session_id].append(step)
            rows = transaction.scalars(
                select(SessionRow).order_by(SessionRow.started_at, SessionRow.id)
            )
            return tuple(to_session(row, steps[row.id]) for row in rows)


def _get(transaction: Transaction, session_id: str) -> Session | None:
    row = transaction.get(SessionRow, session_id)
    return None if row is None else to_session(row, _steps_of(transaction, session_id))


def _put_head(transaction: Transaction, session: Session) -> None:
    values = session_values(session)
    statement = insert(SessionRow).values(values)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["id"], set_=dict(statement.excluded))
    )


def _put_step(transaction: Transaction, session_id: str, step: StepRecord) -> None:
    statement = insert(StepRow).values(step_values(session_id, step))
    transaction.execute(
        statement.on_conflict_do_update(
            index_elements=["session_id", "ordinal", "attempt"], set_=dict(statement.excluded)
        )
    )


def _change(transaction: Transaction, session_id: str, **values: object) -> None:
    statement = update(SessionRow).where(SessionRow.id == session_id).values(values)
    # Not fetched into objects: none is held here.
    result = transaction.execute(statement, execution_options={"synchronize_session": False})
    if cast("CursorResult[Any]", result).rowcount == 0:
        raise _unknown(session_id)


def _require(transaction: Transaction, session_id: str) -> None:
    if transaction.scalar(select(SessionRow.id).where(SessionRow.id == session_id)) is None:
        raise _unknown(session_id)


def _unknown(session_id: str) -> UnknownSessionError:
    return UnknownSessionError(f"There is no session {session_id}.")


def _steps_of(transaction: Transaction, session_id: str) -> Sequence[StepRow]:
    return transaction.scalars(
        select(StepRow)
        .where(StepRow.session_id == session_id)
        .order_by(StepRow.ordinal, StepRow.attempt)
    ).all()


def _last_sign(session: Session) -> datetime:
    moments = [session.started_at, *(step.started_at for step in session.steps)]
    if session.ended_at is not None:
        moments.append(session.ended_at)
    return max(moment.utc for moment in moments)
