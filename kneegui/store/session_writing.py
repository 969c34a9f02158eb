"""The sessions and their steps as they are written: once more is the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, select, update
from sqlalchemy.dialects.sqlite import insert

from kneegui.domain.session import Session, StepRecord
from kneegui.store.conversion import session_values, step_values
from kneegui.store.errors import UnknownSessionError
from kneegui.store.tables import session_table, step_table


def put_heads(transaction: Connection, sessions: Iterable[Session]) -> None:
    """Stores all of the sessions but their steps; replaces those of the same ids."""
    _put(transaction, session_table, ["id"], [session_values(session) for session in sessions])


def put_steps(transaction: Connection, steps: Iterable[tuple[str, StepRecord]]) -> None:
    """Stores steps, each with the id of its session; replaces those of the same key."""
    key = ["session_id", "ordinal", "attempt"]
    _put(transaction, step_table, key, [step_values(*step) for step in steps])


def change(transaction: Connection, session_id: str, **values: object) -> None:
    """Changes columns of a session.

    Raises:
        UnknownSessionError: there is none of that id.
    """
    statement = update(session_table).where(session_table.c.id == session_id).values(values)
    if transaction.execute(statement).rowcount == 0:
        raise _unknown(session_id)


def require(transaction: Connection, session_id: str) -> None:
    """Raises ``UnknownSessionError`` where there is no session of that id."""
    wanted = select(session_table.c.id).where(session_table.c.id == session_id)
    if transaction.scalar(wanted) is None:
        raise _unknown(session_id)


def _put(transaction: Connection, table: Table, key: list[str], rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    statement = insert(table)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=key, set_=dict(statement.excluded)), rows
    )


def _unknown(session_id: str) -> UnknownSessionError:
    return UnknownSessionError(f"There is no session {session_id}.")
