"""The history: how it goes, all sessions, and the chosen one beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.routine import Routine
from kneegui.domain.session import Session
from kneegui.domain.session_head import SessionHead
from kneegui.ui.dialogs.edit_session_sheet import EditSessionSheet
from kneegui.ui.pages.history_empty import HistoryEmpty
from kneegui.ui.pages.history_frame import HistoryFrame
from kneegui.ui.pages.history_head import HistoryHead, Part
from kneegui.ui.pages.history_overview import HistoryOverview
from kneegui.ui.pages.history_trends import HistoryTrends
from kneegui.ui.pages.session_detail import SessionDetail
from kneegui.ui.pages.sessions_pane import SessionsPane
from kneegui.ui.pictures import Pictures
from kneegui.ui.session_filter import SessionFilter
from kneegui.ui.session_words import deleted_words
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.undo_bar import UndoBar


class HistoryPage(QWidget):
    """Overview, list or exercises, and in a wide window the list and a session beside them.

    It asks nobody: it shows what it is given, as soon as it is seen.

    Signals:
        session_wanted: id of a session whose steps are to be handed to ``show_session``.
        practice_wanted: the steps of all sessions are to be handed to ``show_practice``.
        start_wanted: key of the routine for the first session.
        again_wanted: a session (``Session``) whose routine is to be started.
        edit_wanted: id of a session, and its answers as they are to be (``SessionEdit``).
        delete_wanted: id of a session; ``show_deleted`` is to follow.
        undo_wanted: what was deleted last is to be put back.
        export_wanted: a kind of file: ``pdf``, ``csv`` or ``json``.
        backup_wanted: the data are to be backed up now.
        restore_wanted: a backup is to be restored.
        import_wanted: sessions of another computer are to be added.
    """

    session_wanted = Signal(str)
    practice_wanted = Signal()
    start_wanted = Signal(str)
    again_wanted = Signal(object)
    edit_wanted = Signal(str, object)
    delete_wanted = Signal(str)
    undo_wanted = Signal()
    export_wanted = Signal(str)
    backup_wanted = Signal()
    restore_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self, theme: Theme, content: Content, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goals = {exercise.id: exercise.goal for exercise in content.exercises}
        self._heads: Sequence[SessionHead] = ()
        self._today = date.min
        self._is_stale = False
        self._stale_trends: set[Part] = set()
        self._wanted = ""
        self._next = ""
        self._awaited = ""
        self._head = HistoryHead(theme)
        self._overview = HistoryOverview(theme)
        self._pane = SessionsPane(theme)
        self._trends = HistoryTrends(theme)
        self._detail = SessionDetail(theme, content)
        self._empty = HistoryEmpty(theme, content, pictures)
        self._frame = HistoryFrame(
            theme,
            self._head,
            self._overview,
            self._pane,
            self._trends,
            self._detail,
            self._empty,
            self,
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._frame)
        self._sheet: EditSessionSheet | None = None
        self._undo_bar = UndoBar(theme, self)
        self._deleted: list[Session] = []
        """What can be put back while the page is open, the latest last."""
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo.setEnabled(False)
        self._are_trends_due = False
        self._connect()

    def show_sessions(self, heads: Sequence[SessionHead], today: date, first: Routine) -> None:
        """Shows these sessions; the one that was chosen stays so, and its steps are wanted anew.

        Args:
            heads: all there are, the latest first.
            today: the user's local day.
            first: the routine to offer where there is no session yet.
        """
        self._heads = heads
        self._today = today
        self._empty.show_routine(first)
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def show_session(self, session: Session) -> None:
        """Shows the steps of a session; of one that is no longer the chosen one nothing."""
        if session.id == self._wanted:
            self._detail.show_session(session, self._today)

    @property
    def span(self) -> str:
        """The period chosen on the part that is shown, in months or ``all``; maybe empty."""
        return self._trends.span if self._frame.part is Part.TRENDS else ""

    def show_practice(self, practice: Sequence[PractisedStep]) -> None:
        """Shows what the steps of all sessions come to, the oldest session first."""
        part = self._frame.part
        self._stale_trends.discard(part)
        if part is Part.OVERVIEW:
            self._overview.show_practice(practice, self._goals)
        elif part is Part.TRENDS:
            self._trends.show_trends(self._heads, practice, self._goals, self._today)

    def show_deleted(self, session: Session) -> None:
        """Says that a session was deleted, and offers to put it back until the page is left.

        So it does with those that were deleted before, one after the other.
        """
        self._deleted.append(session)
        self._offer_undo()

    def open_session(self, session: str) -> None:
        """Chooses a session of the list by its id, as if it had been pressed."""
        self._pane.clear_filters()
        if self._pane.choose(session):
            self._on_opened(session)

    def await_session(self, session: str) -> None:
        """Chooses a session as soon as it is in the list, unless the page is left before."""
        self._awaited = session

    def show_part(self, part: Part) -> None:
        """Shows a part of the page, as if it had been pressed."""
        self._frame.show_part(part)
        self._want_trends()

    def edit_chosen(self) -> None:
        """Opens the answers of the session that is shown."""
        session = self._detail.session
        if session is not None:
            if self._sheet is None:
                self._sheet = EditSessionSheet(self._theme, self)
                self._sheet.edited.connect(self.edit_wanted)
            self._sheet.edit(session, self._today)

    def delete_chosen(self) -> None:
        """Asks for the session that is shown to be deleted."""
        if self._detail.session is not None:
            self._delete(self._detail.session.id)

    def focus_search(self) -> None:
        """Puts the cursor into the search field of the list, where there is one."""
        if self._heads:
            self._frame.show_list()
            self.show_part(Part.SESSIONS)
            self._pane.focus_search()

    def search(self, words: str) -> None:
        """Searches the list for a few words as if they had been typed."""
        self._pane.search(words)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._are_trends_due:
            self._are_trends_due = False
            QTimer.singleShot(0, self, self._show_trends)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Minimised, it is still the page that is open.
        if not event.spontaneous():
            self._deleted.clear()
            self._offer_undo()
            self._awaited = ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._frame.is_single:
            self._frame.show_list()
        elif key == Qt.Key.Key_Escape and self._pane.filter.day is not None:
            self._pane.set_day(None)
        elif key == Qt.Key.Key_Delete and self._pane.has_focus and self._pane.chosen_id:
            # A key that is held down would go on to the next, and the next.
            if not event.isAutoRepeat():
                self._delete(self._pane.chosen_id)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        head, empty, pane, detail = self._head, self._empty, self._pane, self._detail
        head.part_chosen.connect(self.show_part)
        head.export_wanted.connect(self.export_wanted)
        head.backup_wanted.connect(self.backup_wanted)
        head.restore_wanted.connect(self.restore_wanted)
        head.import_wanted.connect(self.import_wanted)
        empty.start_wanted.connect(self.start_wanted)
        empty.import_wanted.connect(self.import_wanted)
        empty.restore_wanted.connect(self.restore_wanted)
        self._overview.day_chosen.connect(self._on_day_chosen)
        self._overview.exercises_wanted.connect(lambda: self.show_part(Part.TRENDS))
        self._overview.exercise_chosen.connect(self._on_exercise_chosen)
        pane.chosen.connect(self._on_chosen)
        pane.opened.connect(self._on_opened)
        pane.filter_changed.connect(self._on_filter_changed)
        pane.search_wanted.connect(self.focus_search)
        detail.edit_wanted.connect(self.edit_chosen)
        detail.again_wanted.connect(lambda: self.again_wanted.emit(detail.session))
        detail.delete_wanted.connect(self.delete_chosen)
        self._frame.arranged.connect(self._show_chosen)
        self._undo.activated.connect(self._on_undo)
        self._undo_bar.undone.connect(self._on_undo)

    # --- what is shown ---

    def _fill(self) -> None:
        self._is_stale = False
        self._frame.show_filled(bool(self._heads))
        before = self._pane.chosen_id
        self._pane.show_sessions(self._heads, self._today)
        self._overview.show_sessions(self._heads, self._today)
        if before and not self._pane.chosen_id:
            self._frame.show_list()
            self._pane.choose(self._next)
        # It may be another one now.
        self._wanted = ""
        self._show_chosen()
        if self._frame.is_single:
            self._want(self._pane.chosen_id)
        self._stale_trends = {Part.OVERVIEW, Part.TRENDS} if self._heads else set()
        self._want_trends()
        if any(head.id == self._awaited for head in self._heads):
            self.open_session(self._awaited)
            self._awaited = ""

    def _want_trends(self) -> None:
        """Has the trends follow once everything else is painted."""
        self._are_trends_due = True
        self.update()

    def _show_trends(self) -> None:
        """Brings the trends of this part up to date, where it has any."""
        if self._frame.part in self._stale_trends:
            if self._frame.part is Part.OVERVIEW:
                self._overview.show_trends()
            self.practice_wanted.emit()

    def _show_chosen(self) -> None:
        """Fills the detail beside the list, with the first session where none is chosen."""
        if not self._frame.is_detail_beside:
            return
        if not self._pane.chosen_id:
            self._pane.choose_first()
        if not self._pane.chosen_id:
            self._wanted = ""
            self._detail.show_session(None, self._today)
        elif self._pane.chosen_id != self._wanted:
            self._want(self._pane.chosen_id)

    def _want(self, session: str) -> None:
        self._wanted = session
        self.session_wanted.emit(session)

    def _on_chosen(self, session: str) -> None:
        # Where there is no room beside the list, the steps are wanted once the session is opened.
        if self._frame.is_detail_beside:
            self._want(session)

    def _on_opened(self, session: str) -> None:
        if not self._frame.is_detail_beside:
            self.show_part(Part.SESSIONS)
        if not self._frame.is_detail_beside:
            self._want(session)
            self._frame.show_single()

    def _on_day_chosen(self, day: date | None) -> None:
        self._pane.set_day(day)
        if self._frame.is_narrow and day is not None:
            self.show_part(Part.SESSIONS)

    def _on_exercise_chosen(self, exercise: str) -> None:
        self.show_part(Part.TRENDS)
        self._trends.choose_exercise(exercise)

    def _on_filter_changed(self, chosen: SessionFilter) -> None:
        self._overview.set_day(chosen.day)
        self._show_chosen()

    # --- what is changed ---

    def _delete(self, session: str) -> None:
        self._next = self._pane.neighbour(session)
        self.delete_wanted.emit(session)

    def _on_undo(self) -> None:
        self._deleted.pop()
        self._offer_undo()
        self.undo_wanted.emit()

    def _offer_undo(self) -> None:
        """Offers to put back what was deleted last, where anything was."""
        self._undo.setEnabled(bool(self._deleted))
        if self._deleted:
            self._undo_bar.say(deleted_words(self._deleted[-1]))
        else:
            self._undo_bar.hide()
