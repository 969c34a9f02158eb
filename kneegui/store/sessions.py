"""The sessions and their steps: domain objects in, domain objects out.

Every method that writes has written, through to the disk, when it returns. Each may be called again
with the same arguments after an error, and leaves what one call would have left. All raise the
errors of ``Database.open``; those that change a session raise ``UnknownSessionError`` where there
is none of that id.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import Connection, delete, func, select

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, Session, SessionStatus, Side, StepRecord
from kneegui.domain.session_edit import SessionEdit
from kneegui.domain.session_head import SessionHead
from kneegui.garbage import nothing_collected
from kneegui.store.conversion import edit_values, ending_values, utc_text
from kneegui.store.database import Database
from kneegui.store.merging import MergePlan, last_sign
from kneegui.store.session_merge import merge, plan_merge
from kneegui.store.session_reading import read_heads, read_practice, read_sessions
from kneegui.store.session_writing import change, put_heads, put_steps, require
from kneegui.store.tables import session_table

RESUMABLE_FOR = timedelta(hours=24)
"""How long after its last sign of life a session is offered again: until then the body and the
plan are still those of the session; later a fresh start is the better advice."""

_columns = session_table.columns
_RESUMABLE = (SessionStatus.RUNNING, SessionStatus.LEFT)


class Sessions:
    """The sessions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- writing ---

    def begin(self, session: Session) -> None:
        """Stores a session with the steps it has; one of the same id is brought up to it."""
        with self._database.writing() as transaction:
            put_heads(transaction, [session])
            put_steps(transaction, ((session.id, step) for step in session.steps))

    def save_head(self, session: Session) -> None:
        """Stores all of a session but its steps."""
        with self._database.writing() as transaction:
            put_heads(transaction, [session])

    def add_step(
        self,
        session_id: str,
        step: StepRecord,
        *,
        position: int | None = None,
        completed_at: Moment | None = None,
    ) -> None:
        """Stores a step, and with it where the session stands now, or that it was the last one.

        Both or neither: a session never resumes at a step that is already stored, nor behind its
        end. A step of the same ordinal and attempt is replaced.
        """
        values: dict[str, object] = {} if position is None else {"position": position}
        if completed_at is not None:
            values |= {"status": SessionStatus.COMPLETED.value, **ending_values(completed_at)}
        with self._database.writing() as transaction:
            if values:
                change(transaction, session_id, **values)
            else:
                require(transaction, session_id)
            put_steps(transaction, [(session_id, step)])

    def set_position(self, session_id: str, position: int) -> None:
        """Stores the ordinal of the step the session stands at."""
        self._update(session_id, position=position)

    def set_pain_before(self, session_id: str, pain: int | None, side: Side | None) -> None:
        """Stores how the knee was before, 0 to 10, and which one."""
        self._update(session_id, pain_before=pain, pain_side=None if side is None else side.value)

    def set_pain(self, session_id: str, pain: int) -> None:
        """Stores a pain felt meanwhile, 0 to 10; the worst of them is kept."""
        worst = func.max(func.coalesce(_columns.pain_worst, pain), pain)
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
            transaction.execute(delete(session_table).where(_columns.id == session_id))
            return session

    def plan_merge(self, incoming: Iterable[Session]) -> MergePlan:
        """Gives what ``merge`` would do, without writing anything."""
        with nothing_collected():
            return plan_merge(self._database, incoming)

    def merge(self, incoming: Iterable[Session]) -> MergePlan:
        """Brings sessions from elsewhere together with those that are here; gives what was done.

        By their ids: nothing is doubled, what was edited or went on later holds, and a session that
        runs is not touched; ``merging`` says it all. One transaction: all of it or nothing. A plan
        without items is one that is not known.

        Raises:
            UnfitSessionError: one breaks the rules of the tables, such as a pain of 11.
        """
        with nothing_collected():
            return merge(self._database, incoming)

    def _update(self, session_id: str, **values: object) -> None:
        with self._database.writing() as transaction:
            change(transaction, session_id, **values)

    # --- reading ---

    def interrupted(self, now: Moment) -> Session | None:
        """Gives the session to offer for resuming, or None.

        It is the last one begun, those discarded left out: somebody who has gone on to another
        session is not asked about the one before. It is running (the program ended without its
        knowledge) or left, its plan can be played, and its last sign of life is not older than
        ``RESUMABLE_FOR``. One that is over and has not begun yet is of a time before the clock was
        set back, and hides none.
        """
        with self._database.reading() as transaction:
            last = transaction.execute(
                select(_columns.id, _columns.status)
                .where(
                    _columns.status != SessionStatus.DISCARDED.value,
                    _columns.status.in_(_RESUMABLE) | (_columns.started_at <= utc_text(now)),
                )
                .order_by(_columns.started_at.desc(), _columns.id.desc())
                .limit(1)
            ).first()
            if last is None or last.status not in _RESUMABLE:
                return None
            session = _get(transaction, last.id)
        assert session is not None
        if not session.plan.items or now.utc - last_sign(session) > RESUMABLE_FOR:
            return None
        return session

    def heads(self, *, limit: int | None = None, offset: int = 0) -> tuple[SessionHead, ...]:
        """Gives the sessions for a list, the latest first.

        Args:
            limit: at most so many; None for all.
            offset: so many of the latest are left out.
        """
        with self._database.reading() as transaction, nothing_collected():
            return tuple(read_heads(transaction, limit=limit, offset=offset))

    def practice(self) -> tuple[PractisedStep, ...]:
        """Gives every step of every session, the oldest session first, each in its order."""
        with self._database.reading() as transaction, nothing_collected():
            return tuple(read_practice(transaction))

    def get(self, session_id: str) -> Session | None:
        """Gives a session with its plan and steps; None where there is none of that id."""
        with self._database.reading() as transaction:
            return _get(transaction, session_id)

    def all(self) -> tuple[Session, ...]:
        """Gives every session with its plan and steps, the oldest first: for an export."""
        with self._database.reading() as transaction, nothing_collected():
            return tuple(read_sessions(transaction))


def _get(transaction: Connection, session_id: str) -> Session | None:
    return next(read_sessions(transaction, _columns.id == session_id), None)
