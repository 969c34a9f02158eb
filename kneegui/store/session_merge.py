"""Sessions from elsewhere brought together with those that are here, in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kneegui.domain.session import Session
from kneegui.store.database import Database
from kneegui.store.errors import UnfitSessionError
from kneegui.store.merging import MergePlan, as_history, merged, tells_the_same
from kneegui.store.session_reading import read_sessions
from kneegui.store.session_writing import put_heads, put_steps


def plan_merge(database: Database, incoming: Iterable[Session]) -> MergePlan:
    """Gives what merging would do; see ``Sessions.plan_merge``."""
    with database.reading() as transaction:
        plan, _ = _compare(transaction, incoming, over_running=False)
        return plan


def merge(
    database: Database, incoming: Iterable[Session], *, over_running: bool = False
) -> MergePlan:
    """Merges and gives what was done; see ``Sessions.merge`` and ``merged``."""
    try:
        with database.writing() as transaction:
            plan, changed = _compare(transaction, incoming, over_running=over_running)
            put_heads(transaction, [session for session, _ in changed])
            put_steps(
                transaction,
                (
                    (session.id, step)
                    for session, before in changed
                    for step in session.steps
                    if before is None or step not in before.steps
                ),
            )
            return plan
    except (IntegrityError, OverflowError, UnicodeEncodeError) as error:
        raise UnfitSessionError(
            "One of the sessions cannot be what it says it is, so none was taken over."
        ) from error


def _compare(
    transaction: Connection, incoming: Iterable[Session], *, over_running: bool
) -> tuple[MergePlan, list[tuple[Session, Session | None]]]:
    """Gives what merging does, and each session it changes beside what is here of it now."""
    before = {session.id: session for session in read_sessions(transaction)}
    now = dict(before)
    kinds: Counter[str] = Counter()
    for theirs in incoming:
        ours = now.get(theirs.id)
        if ours is None:
            kinds["new"] += 1
            now[theirs.id] = as_history(theirs)
            continue
        if tells_the_same(ours, theirs):
            kinds["same"] += 1
            continue
        together = merged(ours, theirs, over_running=over_running)
        if together == ours:
            kinds["older"] += 1
        else:
            kinds["newer"] += 1
            now[theirs.id] = together
    changed = [
        (session, before.get(session.id))
        for session in now.values()
        if session is not before.get(session.id)
    ]
    return MergePlan(**kinds), changed
