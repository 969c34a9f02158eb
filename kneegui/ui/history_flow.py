"""What the History page wants of the sessions that are kept, and gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kneegui.domain.routine import Routine
from kneegui.domain.session import Session
from kneegui.ui.kept_sessions import KeptSessions

if TYPE_CHECKING:
    # Imported when it is first shown.
    from kneegui.ui.pages.history_page import HistoryPage


class HistoryFlow(QObject):
    """Shows the sessions as soon as all are read, and again whenever they change.

    Args:
        page: the History page.
        kept: the sessions.
        first: the routine to offer where there is no session yet.
    """

    def __init__(
        self,
        page: HistoryPage,
        kept: KeptSessions,
        first: Routine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._kept = kept
        self._first = first
        kept.changed.connect(self._show)
        kept.deleted.connect(page.show_deleted)
        kept.put_back.connect(page.open_session)
        page.session_wanted.connect(self._on_session_wanted)
        page.practice_wanted.connect(self._on_practice_wanted)
        page.edit_wanted.connect(kept.edit)
        page.delete_wanted.connect(kept.delete)
        page.undo_wanted.connect(kept.undo_delete)
        self._show()

    def _show(self) -> None:
        if self._kept.is_whole:
            self._page.show_sessions(self._kept.heads, self._kept.today, self._first)

    def _on_session_wanted(self, session: str) -> None:
        self._kept.read_session(session, self._on_session_read)

    def _on_session_read(self, session: Session | None) -> None:
        if session is not None:
            self._page.show_session(session)

    def _on_practice_wanted(self) -> None:
        # Asked for then: a test puts another in its place.
        self._kept.read_practice(lambda practice: self._page.show_practice(practice))  # noqa: PLW0108
