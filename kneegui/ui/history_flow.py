"""The sessions as they are kept: read for the pages, and changed, deleted and put back by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kneegui.domain.errors import KneeGuideError
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, Session
from kneegui.domain.session_edit import SessionEdit
from kneegui.domain.session_head import SessionHead
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.pages.history_page import HistoryPage


class HistoryFlow(QObject):
    """Holds what a list needs of every session, and answers what the History page wants.

    What is shown stays so until the answer is there. A write changes what is held of the one
    session it is about, so that nothing else is read anew.

    Args:
        page: the History page.
        store: what is kept; only the worker's thread looks into it.
        worker: the database's thread.
        now: gives this moment.

    Signals:
        changed: the sessions, or the one that was interrupted, are others now.
        told: a sentence for the user about what could not be read or kept.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        page: HistoryPage,
        store: Store,
        worker: DatabaseWorker,
        now: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._store = store
        self._worker = worker
        self._now = now
        self._heads: Sequence[SessionHead] = ()
        self._practice: Sequence[PractisedStep] | None = None
        self._interrupted: Session | None = None
        self._deleted: tuple[Session, SessionHead] | None = None
        self._is_read = False
        self._is_closed = False
        page.session_wanted.connect(self._on_session_wanted)
        page.practice_wanted.connect(self._on_practice_wanted)
        page.edit_wanted.connect(self._on_edit_wanted)
        page.delete_wanted.connect(self._on_delete_wanted)
        page.undo_wanted.connect(self._on_undo_wanted)

    @property
    def heads(self) -> Sequence[SessionHead]:
        """Every session, the latest first."""
        return self._heads

    @property
    def interrupted(self) -> Session | None:
        """The session to offer for resuming."""
        return self._interrupted

    @property
    def is_read(self) -> bool:
        """False until the sessions were read for the first time."""
        return self._is_read

    def refresh(self) -> None:
        """Reads all anew."""
        now = self._now()

        def read() -> tuple[Sequence[SessionHead], Session | None]:
            return self._store.sessions.heads(), self._store.sessions.interrupted(now)

        self._ask(read, self._on_read)

    def discard(self, session: str) -> None:
        """Notes that an interrupted session is not to be offered any more."""
        self._ask(lambda: self._store.sessions.discard(session), lambda _nothing: self.refresh())

    def close(self) -> None:
        """Asks nothing more, and hands no answer on."""
        self._is_closed = True

    def _on_read(self, found: tuple[Sequence[SessionHead], Session | None]) -> None:
        self._heads, self._interrupted = found
        self._practice = None
        self._is_read = True
        self.changed.emit()

    def _on_session_wanted(self, session: str) -> None:
        self._ask(lambda: self._store.sessions.get(session), self._on_session_read)

    def _on_session_read(self, session: Session | None) -> None:
        if session is not None:
            self._page.show_session(session)

    def _on_practice_wanted(self) -> None:
        if self._practice is None:
            self._ask(lambda: self._store.sessions.practice(), self._on_practice_read)  # noqa: PLW0108  asked over there
        else:
            self._page.show_practice(self._practice)

    def _on_practice_read(self, practice: Sequence[PractisedStep]) -> None:
        self._practice = practice
        self._page.show_practice(practice)

    def _on_edit_wanted(self, session: str, edit: SessionEdit) -> None:
        at = self._now()
        self._ask(
            lambda: self._store.sessions.edit(session, edit, at),
            lambda _nothing: self._on_edited(session, edit, at),
        )

    def _on_edited(self, session: str, edit: SessionEdit, at: Moment) -> None:
        self._heads = [
            replace(head, **asdict(edit), edited_at=at) if head.id == session else head
            for head in self._heads
        ]
        self.changed.emit()

    def _on_delete_wanted(self, session: str) -> None:
        now = self._now()

        def delete() -> tuple[Session | None, Session | None]:
            sessions = self._store.sessions
            return sessions.delete(session), sessions.interrupted(now)

        self._ask(delete, self._on_deleted)

    def _on_deleted(self, found: tuple[Session | None, Session | None]) -> None:
        session, self._interrupted = found
        gone = [head for head in self._heads if session is not None and head.id == session.id]
        if session is not None and gone:
            self._deleted = session, gone[0]
            self._heads = [head for head in self._heads if head.id != session.id]
            self._practice = None
            self.changed.emit()
            self._page.show_deleted(session)

    def _on_undo_wanted(self) -> None:
        if self._deleted is None:
            return
        session, head = self._deleted
        now = self._now()

        def put_back() -> Session | None:
            self._store.sessions.begin(session)
            return self._store.sessions.interrupted(now)

        self._ask(
            put_back,
            lambda interrupted: self._on_put_back(head, interrupted),
            # It is still to be had.
            lambda _error: self._page.show_deleted(session),
        )

    def _on_put_back(self, head: SessionHead, interrupted: Session | None) -> None:
        self._deleted = None
        self._practice = None
        self._interrupted = interrupted
        self._heads = sorted(
            [*self._heads, head], key=lambda each: (each.started_at.utc, each.id), reverse=True
        )
        self.changed.emit()
        self._page.open_session(head.id)

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
