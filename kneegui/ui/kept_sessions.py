"""The sessions as they are kept: read for the pages, and changed, deleted and put back by them.

The latest are read first, which is all that Today shows: after years of sessions it is as quick as
on the first day. The others follow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from kneegui.domain.errors import KneeGuideError
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, Session
from kneegui.domain.session_edit import SessionEdit
from kneegui.domain.session_head import SessionHead
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker

RECENT = 120
"""How many of the latest sessions are read first: those of lately, of which Today tells, even for
somebody who practises twice a day."""


class KeptSessions(QObject):
    """Holds what a list needs of every session.

    What is held stays so until the answer is there. A write changes what is held of the one session
    it is about, so that nothing else is read anew.

    Args:
        store: what is kept; only the worker's thread looks into it.
        worker: the database's thread.
        now: gives this moment.

    Signals:
        changed: the sessions, or the one that was interrupted, are others now.
        deleted: a session (``Session``) is deleted, or still so where putting it back failed.
        put_back: the session of this id is there again.
        told: a sentence for the user about what could not be read or kept.
    """

    changed = Signal()
    deleted = Signal(object)
    put_back = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        store: Store,
        worker: DatabaseWorker,
        now: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._now = now
        self._heads: Sequence[SessionHead] = ()
        self._practice: Sequence[PractisedStep] | None = None
        self._interrupted: Session | None = None
        self._deleted: list[tuple[Session, SessionHead]] = []
        self._is_read = False
        self._is_whole = False
        self._is_closed = False

    @property
    def heads(self) -> Sequence[SessionHead]:
        """Every session, the latest first; only ``RECENT`` of them until ``is_whole``."""
        return self._heads

    @property
    def today(self) -> date:
        """The user's local day."""
        return self._now().local.date()

    @property
    def interrupted(self) -> Session | None:
        """The session to offer for resuming."""
        return self._interrupted

    @property
    def is_read(self) -> bool:
        """False until the sessions were read for the first time."""
        return self._is_read

    @property
    def is_whole(self) -> bool:
        """True while ``heads`` are all there are."""
        return self._is_whole

    def refresh(self) -> None:
        """Reads all anew."""
        now = self._now()

        def read() -> tuple[Sequence[SessionHead], Session | None]:
            sessions = self._store.sessions
            return sessions.heads(limit=RECENT), sessions.interrupted(now)

        self._ask(read, self._on_recent_read)

    def discard(self, session: str) -> None:
        """Notes that an interrupted session is not to be offered any more."""
        self._ask(lambda: self._store.sessions.discard(session), lambda _nothing: self.refresh())

    def read_session(self, session: str, done: Callable[[Session | None], object]) -> None:
        """Hands on a session with its steps; None where there is none of that id any more."""
        self._ask(lambda: self._store.sessions.get(session), done)

    def read_practice(self, done: Callable[[Sequence[PractisedStep]], object]) -> None:
        """Hands on the steps of all sessions; those that are held at once."""
        if self._practice is not None:
            done(self._practice)
            return

        def hold(practice: Sequence[PractisedStep]) -> None:
            self._practice = practice
            done(practice)

        self._ask(lambda: self._store.sessions.practice(), hold)  # noqa: PLW0108  asked over there

    def edit(self, session: str, edit: SessionEdit) -> None:
        """Stores what the user changed of a session."""
        at = self._now()
        self._ask(
            lambda: self._store.sessions.edit(session, edit, at),
            lambda _nothing: self._on_edited(session, edit, at),
        )

    def delete(self, session: str) -> None:
        """Deletes a session; it is held to be put back until the program ends."""
        now = self._now()

        def delete() -> tuple[Session | None, Session | None]:
            sessions = self._store.sessions
            return sessions.delete(session), sessions.interrupted(now)

        self._ask(delete, self._on_deleted)

    def undo_delete(self) -> None:
        """Puts back the session that was deleted last, if any; the next time the one before it."""
        if not self._deleted:
            return
        session, head = self._deleted.pop()
        now = self._now()

        def put_back() -> Session | None:
            self._store.sessions.begin(session)
            return self._store.sessions.interrupted(now)

        def hold(_error: KneeGuideError) -> None:
            # It is still to be had.
            self._deleted.append((session, head))
            self.deleted.emit(session)

        self._ask(put_back, lambda interrupted: self._on_put_back(head, interrupted), hold)

    def close(self) -> None:
        """Asks nothing more, waits until all is written, and ends the thread of the database."""
        if not self._is_closed:
            self._is_closed = True
            self._worker.run(self._store.close)
            self._worker.close()

    def _on_recent_read(self, found: tuple[Sequence[SessionHead], Session | None]) -> None:
        self._heads, self._interrupted = found
        self._is_whole = len(self._heads) < RECENT
        self._practice = None
        self._is_read = True
        self.changed.emit()
        if not self._is_whole:
            self._ask(lambda: self._store.sessions.heads(), self._on_all_read)  # noqa: PLW0108

    def _on_all_read(self, heads: Sequence[SessionHead]) -> None:
        self._heads = heads
        self._is_whole = True
        self.changed.emit()

    def _on_edited(self, session: str, edit: SessionEdit, at: Moment) -> None:
        self._heads = [
            replace(head, **asdict(edit), edited_at=at) if head.id == session else head
            for head in self._heads
        ]
        self.changed.emit()

    def _on_deleted(self, found: tuple[Session | None, Session | None]) -> None:
        session, self._interrupted = found
        gone = [head for head in self._heads if session is not None and head.id == session.id]
        if session is not None and gone:
            self._deleted.append((session, gone[0]))
            self._heads = [head for head in self._heads if head.id != session.id]
            self._practice = None
            self.changed.emit()
            self.deleted.emit(session)

    def _on_put_back(self, head: SessionHead, interrupted: Session | None) -> None:
        self._practice = None
        self._interrupted = interrupted
        self._heads = sorted(
            [*self._heads, head], key=lambda each: (each.started_at.utc, each.id), reverse=True
        )
        self.changed.emit()
        self.put_back.emit(head.id)

    def _ask(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[KneeGuideError], object] | None = None,
    ) -> None:
        """Has the store asked, and hands the answer on; not any more once the window closes."""
        if not self._is_closed:
            job = self._worker.run(work)
            job.done.connect(done)
            job.failed.connect(lambda error: self.told.emit(str(error)))
            if failed is not None:
                job.failed.connect(failed)
