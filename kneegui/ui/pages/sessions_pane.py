"""The list of sessions with its search, filters and order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.delegates.session_delegate import (
    FIRST_HEADING,
    OTHER_HEADING,
    ROW,
    SessionDelegate,
)
from kneegui.ui.models.session_model import SESSION_ROLE, SessionModel
from kneegui.ui.pages.session_filter_bar import SessionFilterBar
from kneegui.ui.session_filter import Order, SessionFilter
from kneegui.ui.session_line import SessionLine
from kneegui.ui.session_words import count_of_sessions, count_sessions, short_dated
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.card import Rule
from kneegui.ui.widgets.empty_state import EmptyState
from kneegui.ui.widgets.icon_button import IconButton
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.row_table import RowTable
from kneegui.ui.widgets.scrolling import Column, ColumnScroll

_LOW_BELOW = 300


class SessionsPane(QWidget):
    """The whole of it, or without search and filters where it stands beside other things.

    Signals:
        chosen: id of the session that the keys or the pointer have reached.
        opened: id of the session that was pressed.
        filter_changed: what is asked of the sessions now (``SessionFilter``).
        search_wanted: the sign for searching was pressed.
    """

    chosen = Signal(str)
    opened = Signal(str)
    filter_changed = Signal(object)
    search_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._all = 0
        self._chosen = ""
        self._model = SessionModel(self)
        self._title = Label(theme, self.tr("Sessions"), 15, 650, parent=self)
        self._glass = IconButton(
            theme, "magnifying-glass-bold", self.tr("Search the sessions"), self
        )
        self._bar = SessionFilterBar(theme, self)
        # Below it the rows go out of sight.
        self._rule = Rule(theme, self)
        self._count = Label(theme, "", 13, 500, Role.TEXT_SECOND, parent=self)
        self._clear = Button(
            theme,
            self.tr("Clear filters"),
            kind=ButtonKind.LINK,
            size=ButtonSize.SMALL,
            parent=self,
        )
        self._table = RowTable(theme, self.tr("Sessions"), self)
        self._table.setModel(self._model)
        self._table.setItemDelegate(SessionDelegate(theme, self._model, self._table))
        self._none = EmptyState(
            theme,
            "magnifying-glass",
            self.tr("No session matches"),
            self.tr("Clear filters"),
            self,
        )
        self._lay_out()
        self._connect()
        self.set_compact(False)

    @property
    def chosen_id(self) -> str:
        """Id of the session that is chosen; empty where none is."""
        return self._chosen

    @property
    def filter(self) -> SessionFilter:
        """What is asked of the sessions."""
        return self._model.filter

    @property
    def has_focus(self) -> bool:
        """True while the keyboard is on the list."""
        return self._table.hasFocus()

    def show_sessions(self, sessions: Sequence[SessionLine], today: date) -> None:
        """Lists these sessions; filter, order and the chosen one stay as far as they can.

        Args:
            sessions: all there are, the latest first.
            today: the user's local day.
        """
        self._today = today
        self._all = len(sessions)
        self._bar.show_routines(sessions)
        self._model.show(sessions, today)
        self._show_rows()

    def set_compact(self, compact: bool) -> None:
        """Leaves out search, filters and order, or shows them."""
        self._bar.setVisible(not compact)
        self._title.setVisible(compact)
        self._glass.setVisible(compact)
        self._rule.setVisible(not compact)
        self._compact = compact
        self._show_count()

    def set_day(self, day: date | None) -> None:
        """Lists the sessions of one day only, or of all."""
        self._set_filter(replace(self._model.filter, day=day))

    def clear_filters(self) -> None:
        """Lists all sessions."""
        self._set_filter(SessionFilter())

    def choose(self, session: str) -> bool:
        """Chooses a session by its id, and gives False where it is not listed."""
        index = self._model.row_of(session)
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Chooses the session at the top, where there is one."""
        first = int(bool(self._model.headings))
        if self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(first, 0))
            self._table.scrollToTop()

    def neighbour(self, session: str) -> str:
        """Gives the session below another one, else the one above; empty where there is none."""
        row = self._model.row_of(session).row()
        for other in (row + 1, row + 2, row - 1, row - 2):
            line: SessionLine | None = self._model.index(other, 0).data(SESSION_ROLE)
            if row >= 0 and line is not None:
                return line.id
        return ""

    def search(self, words: str) -> None:
        """Lists what has these words, as if they had been typed."""
        self._set_filter(replace(self._model.filter, words=words))

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._bar.focus_search()

    def focus_list(self) -> None:
        """Puts the keyboard on the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._glass)
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 8, 2)
        line.setSpacing(6)
        line.addWidget(self._count)
        line.addWidget(self._clear)
        line.addStretch(1)
        self._results = QStackedWidget(self)
        self._results.addWidget(self._table)
        # It scrolls where there is little room, so that the filters keep theirs.
        inner = Column()
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._none)
        self._no_match = ColumnScroll(self._theme, inner, self)
        self._no_match.setAccessibleName(self.tr("No session matches"))
        self._results.addWidget(self._no_match)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(line)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self._rule)
        rows.addWidget(self._results, 1)
        column.addLayout(rows, 1)

    def _connect(self) -> None:
        self._bar.filter_changed.connect(self._set_filter)
        self._bar.order_changed.connect(self._on_order_changed)
        self._bar.left_down.connect(self.focus_list)
        self._clear.clicked.connect(self.clear_filters)
        self._none.action_wanted.connect(self.clear_filters)
        self._glass.clicked.connect(self.search_wanted)
        self._table.selectionModel().currentChanged.connect(self._on_current_changed)
        self._table.opened.connect(self._on_opened)
        self._theme.changed.connect(self._set_heights)

    def _set_filter(self, chosen: SessionFilter) -> None:
        if chosen == self._model.filter:
            return
        self._model.set_filter(chosen)
        self._bar.show_filter(chosen)
        self._show_rows()
        if not chosen.is_empty:
            self._table.scrollToTop()
        self.filter_changed.emit(chosen)

    def _on_order_changed(self, order: Order) -> None:
        self._model.set_order(order)
        self._show_rows()
        self._table.scrollToTop()

    def _show_rows(self) -> None:
        """Shows what the model has after it was reset, and the chosen session in it."""
        self._set_heights()
        self._results.setCurrentWidget(self._table if self._model.shown else self._no_match)
        self._show_count()
        if self._chosen and not self.choose(self._chosen):
            self._chosen = ""

    def _show_count(self) -> None:
        chosen, shown = self._model.filter, self._model.shown
        if chosen.day is not None:
            day = short_dated(chosen.day, self._today)
            text = self.tr("{day}: {sessions}").format(day=day, sessions=count_sessions(shown))
        elif chosen.is_empty:
            text = count_sessions(shown)
        else:
            text = count_of_sessions(shown, self._all)
        self._count.setText(text)
        self._clear.setVisible(not chosen.is_empty)
        # That these are all is told where there is room for it.
        low = self._compact or self.height() < self._theme.length(_LOW_BELOW)
        self._count.setVisible(not (low and chosen.is_empty))

    def _set_heights(self) -> None:
        length = self._theme.length
        self._table.set_heights(
            length(ROW), self._model.headings, length(FIRST_HEADING), length(OTHER_HEADING)
        )

    def _on_current_changed(self, current: QModelIndex) -> None:
        line: SessionLine | None = current.data(SESSION_ROLE)
        if line is not None and line.id != self._chosen:
            self._chosen = line.id
            self.chosen.emit(line.id)

    def _on_opened(self, index: QModelIndex) -> None:
        line: SessionLine | None = index.data(SESSION_ROLE)
        if line is not None:
            self.opened.emit(line.id)
