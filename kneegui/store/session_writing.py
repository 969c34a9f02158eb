"""The sessions and their steps as they are written: once more is the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import CursorResult, Table, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session as Transaction

from kneegui.domain.session import Session, StepRecord
from kneegui.store.conversion import session_values, step_values
from kneegui.store.errors import UnknownSessionError
from kneegui.store.tables import SessionRow, StepRow


def put_heads(transaction: Transaction, sessions: Iterable[Session]) -> None:
    """Stores all of the sessions but their steps; replaces those of the same ids."""
    _put(transaction, SessionRow, ["id"], [session_values(session) for session in sessions])


def put_steps(transaction: Transaction, steps: Iterable[tuple[str, StepRecord]]) -> None:
    """Stores steps, each with the id of its session; replaces those of the same key."""
    key = ["session_id", "ordinal", "attempt"]
    _put(transaction, StepRow, key, [step_values(*step) for step in steps])


def change(transaction: Transaction, session_id: str, **values: object) -> None:
    """Changes columns of a session.

    Raises:
        UnknownSessionError: there is none of that id.
    """
    statement = update(SessionRow).where(SessionRow.id == session_id).values(values)
    # Not fetched into objects: none is held here.
    result = transaction.execute(statement, execution_options={"synchronize_session": False})
    if cast("CursorResult[Any]", result).rowcount == 0:
        raise _unknown(session_id)


def require(transaction: Transaction, session_id: str) -> None:
    """Raises ``UnknownSessionError`` where there is no session of that id."""
    if transaction.scalar(select(SessionRow.id).where(SessionRow.id == session_id)) is None:
        raise _unknown(session_id)


def _put(
    transaction: Transaction,
    table: type[SessionRow | StepRow],
    key: list[str],
    rows: list[dict[str, Any]],
) -> None:
    if not rows:
        return
    statement = insert(cast("Table", table.__table__))
    transaction.connection().execute(
        statement.on_conflict_do_update(index_elements=key, set_=dict(statement.excluded)), rows
    )


def _unknown(session_id: str) -> UnknownSessionError:
    return UnknownSessionError(f"There is no session {session_id}.")
