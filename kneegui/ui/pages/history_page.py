"""The history: sessions by day, and the chosen one beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.session import Session
from kneegui.ui.delegates.session_delegate import SessionDelegate
from kneegui.ui.models.rows_model import Index
from kneegui.ui.models.session_model import SESSION_ROLE, SessionModel
from kneegui.ui.pages.session_detail import SessionDetail
from kneegui.ui.session_line import SessionLine
from kneegui.ui.session_words import count_sessions
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.empty_state import EmptyState
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.list_view import ThemedListView

_NARROW_BELOW = 1000 - 60
_DETAIL_WIDTH = 374
_LIST_MOST = 900
_ANY_WIDTH = 16_777_215


class HistoryPage(QWidget):
    """The list, and one session beside it, or in its place in a narrow window.

    Signals:
        session_wanted: id of a session whose steps are to be handed to ``show_session``.
        today_wanted: the page that is to start from is wanted.
    """

    session_wanted = Signal(str)
    today_wanted = Signal()

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._wanted: str | None = None
        self._model = SessionModel(self)
        self._count = Label(theme, "", 13.5, 500, Role.TEXT_SECOND, parent=self)
        self._list = _SessionList(theme, self.tr("Sessions"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(SessionDelegate(theme, self._list))
        self._detail = SessionDetail(theme, content, self)
        self._empty = EmptyState(
            theme, "calendar-blank", self.tr("Nothing here yet"), self.tr("Go to Today"), self
        )
        self._empty.say(
            self.tr(
                "After your first session you see here what you did, and pain before and after."
            )
        )
        self._back = Button(
            theme,
            self.tr("All sessions"),
            icon="arrow-left-bold",
            kind=ButtonKind.GHOST,
            parent=self,
        )
        self._lay_out()
        self._empty.action_wanted.connect(self.today_wanted)
        self._back.clicked.connect(self._show_list)
        self._list.opened.connect(self._on_opened)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._single)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._show_list)
        theme.changed.connect(self._fit)
        self._fit()

    def show_sessions(self, sessions: Sequence[SessionLine], today: date) -> None:
        """Lists these sessions; the one that was chosen stays so, and its steps are wanted anew.

        Args:
            sessions: in any order.
            today: the user's local day, for "Today" and "Yesterday".
        """
        chosen = self._chosen_id()
        self._wanted = None
        self._model.show(sessions, today)
        self._count.setText(count_sessions(len(sessions)))
        self._count.setVisible(bool(sessions))
        self._views.setCurrentWidget(self._full if sessions else self._empty)
        if not sessions:
            self._detail.show_session(None)
            return
        index = self._model.row_of(chosen) if chosen else QModelIndex()
        if index.isValid():
            self._list.setCurrentIndex(index)
            if self._narrow and self._pages.currentWidget() is self._single:
                self._want(index)
            return
        self._detail.show_session(None)
        self._show_list()
        self._choose_first()

    def show_session(self, session: Session) -> None:
        """Shows the steps of a session; of one that is no longer the chosen one nothing."""
        if self._wanted is not None and session.id != self._wanted:
            return
        self._detail.show_session(session)

    def open_session(self, session: str) -> None:
        """Chooses a session of the list by its id, as if it had been pressed."""
        index = self._model.row_of(session)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
            self._on_opened(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.setSpacing(14)
        baseline = Qt.AlignmentFlag.AlignBottom
        head.addWidget(Label(self._theme, self.tr("History"), 30, 700, parent=self))
        head.addWidget(self._count, 1, baseline)
        self._list_card = Card(self._theme, margins=(8, 10, 6, 8), radius=16, parent=self)
        self._list_card.column.addWidget(self._list)
        self._full = QWidget(self)
        self._body = QHBoxLayout(self._full)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self._body.addWidget(self._list_card, 1)
        self._views = QStackedWidget(self)
        # Until it is known whether there are sessions, nothing is said about them.
        self._views.addWidget(QWidget(self))
        self._views.addWidget(self._full)
        self._views.addWidget(self._empty)
        self._overview = QWidget(self)
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._views, 1)
        self._single = QWidget(self)
        self._single_column = QVBoxLayout(self._single)
        self._single_column.setContentsMargins(0, 0, 0, 0)
        self._single_column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._overview)
        self._pages.addWidget(self._single)
        self._page = QHBoxLayout(self)
        self._page.addStretch(0)
        self._page.addWidget(self._pages, 1)
        self._place_detail()

    def _fit(self) -> None:
        length = self._theme.length
        narrow = self.width() < length(_NARROW_BELOW)
        most = length(_LIST_MOST) + 16 + length(_DETAIL_WIDTH)
        side = 14 if narrow else max(26, (self.width() - most) // 2)
        self._page.setContentsMargins(side, 14 if narrow else 20, side, 14 if narrow else 22)
        self._count.setContentsMargins(0, 0, 0, length(4))
        self._detail.setMinimumWidth(0 if narrow else length(_DETAIL_WIDTH))
        self._detail.setMaximumWidth(_ANY_WIDTH if narrow else length(_DETAIL_WIDTH))
        if narrow != self._narrow:
            self._narrow = narrow
            self._place_detail()

    def _place_detail(self) -> None:
        """Puts the detail beside the list, or onto a page of its own."""
        if self._narrow:
            self._single_column.addWidget(self._detail, 1)
            return
        self._show_list()
        self._body.addWidget(self._detail)
        if self._list.currentIndex().isValid():
            self._want(self._list.currentIndex())
        else:
            self._choose_first()

    def _choose_first(self) -> None:
        """Fills the detail beside the list; in a narrow window there is none to fill."""
        if not self._narrow and self._model.rowCount():
            # The first row names a day.
            self._list.setCurrentIndex(self._model.index(1, 0))
            self._list.scrollToTop()

    def _chosen_id(self) -> str | None:
        line: SessionLine | None = self._list.currentIndex().data(SESSION_ROLE)
        return None if line is None else line.id

    def _on_current_changed(self, current: QModelIndex) -> None:
        # In a narrow window the steps are only wanted once the session is opened.
        if not self._narrow:
            self._want(current)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.data(SESSION_ROLE) is None:
            return
        if self._narrow:
            self._want(index)
            self._pages.setCurrentWidget(self._single)
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, index: QModelIndex) -> None:
        line: SessionLine | None = index.data(SESSION_ROLE)
        if line is None:
            return
        self._wanted = line.id
        self.session_wanted.emit(line.id)

    def _show_list(self) -> None:
        if self._pages.currentWidget() is not self._overview:
            self._pages.setCurrentWidget(self._overview)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)


class _SessionList(ThemedListView):
    """Keys that lead to the name of a day go on to the session below it; both come into sight."""

    @override
    def scrollTo(
        self,
        index: Index,
        hint: ThemedListView.ScrollHint = ThemedListView.ScrollHint.EnsureVisible,
    ) -> None:
        if index.isValid():
            above = self.model().index(index.row() - 1, 0)
            if above.isValid() and above.data(SESSION_ROLE) is None:
                super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What was chosen before there was room to show it.
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def moveCursor(
        self, cursorAction: ThemedListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        reached = super().moveCursor(cursorAction, modifiers)
        if reached.isValid() and reached.data(SESSION_ROLE) is None:
            return reached.siblingAtRow(reached.row() + 1)
        return reached
