"""Where the parts of the History page stand: beside each other, or one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.pages.history_empty import HistoryEmpty
from kneegui.ui.pages.history_head import HistoryHead, Part
from kneegui.ui.pages.history_overview import HistoryOverview
from kneegui.ui.pages.history_trends import HistoryTrends
from kneegui.ui.pages.session_detail import SessionDetail
from kneegui.ui.pages.sessions_pane import SessionsPane
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind
from kneegui.ui.widgets.card import Card, Rule

_NARROW_BELOW = 1280 - 84
_ALONE_BELOW = 1000 - 60
_LOW_BELOW = 560
_SIDE_WIDTH = 372
_CONTENT_MOST = 1400
_GAP = 16
_BAR = 12
"""Width of the scroll bar that overview and trends have; it lies in the gap beside them."""
_LIST_SHARE, _DETAIL_SHARE = 10, 11


class HistoryFrame(QWidget):
    """The head above a part, and a side with what stands beside it.

    In a wide window the side has the list and a session beside the overview, and the session alone
    beside the list. Below that the overview stands alone; in a narrow window the list does too, and
    a session takes the place of all.

    Signals:
        arranged: things may stand elsewhere than before.
    """

    arranged = Signal()

    def __init__(
        self,
        theme: Theme,
        head: HistoryHead,
        overview: HistoryOverview,
        pane: SessionsPane,
        trends: HistoryTrends,
        detail: SessionDetail,
        empty: HistoryEmpty,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = head
        self._pane = pane
        self._detail = detail
        self._empty = empty
        self._part = Part.OVERVIEW
        self._list_card = Card(theme, margins=(14, 14, 8, 8), radius=16)
        self._parts: dict[Part, QWidget] = {
            Part.OVERVIEW: overview,
            Part.SESSIONS: self._list_card,
            Part.TRENDS: trends,
        }
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self._part

    @property
    def is_narrow(self) -> bool:
        """True where only one thing has room beside the overview."""
        return self.width() < self._theme.length(_NARROW_BELOW)

    @property
    def is_detail_beside(self) -> bool:
        """True where a session is shown beside the part."""
        if self._part is Part.OVERVIEW:
            return not self.is_narrow
        alone = self.width() < self._theme.length(_ALONE_BELOW)
        return self._part is Part.SESSIONS and not alone

    @property
    def is_single(self) -> bool:
        """True while a session has the page for itself."""
        return self._pages.currentWidget() is self._single

    def show_filled(self, filled: bool) -> None:
        """Shows the parts, or the invitation where there is nothing to show in them."""
        self._views.setCurrentWidget(self._body if filled else self._empty)
        self._head.set_tools_shown(filled)

    def show_part(self, part: Part) -> None:
        """Shows another part."""
        self._part = part
        self._head.show_part(part)
        self._arrange()

    def show_single(self) -> None:
        """Lets the session take the place of all; for where there is no room beside the list."""
        self._pages.setCurrentWidget(self._single)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Shows the list again where a session took its place."""
        if self.is_single:
            self._pages.setCurrentWidget(self._front)
            self._pane.focus_list()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        # First, for the Tab key goes the way things are put into the window.
        self._head.setParent(self)
        self._stack = QStackedWidget(self)
        for part in self._parts.values():
            self._stack.addWidget(part)
        self._rule = Rule(self._theme)
        self._side = Card(self._theme, margins=(12, 12, 6, 6), gap=8, radius=16)
        self._side.column.addWidget(self._rule)
        self._body = QWidget(self)
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._stack, 1)
        self._row.addWidget(self._side)
        self._views = QStackedWidget(self)
        # Until it is known whether there are sessions, nothing is said about them.
        self._views.addWidget(QWidget(self))
        self._views.addWidget(self._body)
        self._views.addWidget(self._empty)
        self._front = QWidget(self)
        column = QVBoxLayout(self._front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._head)
        column.addWidget(self._views, 1)
        self._back = Button(
            self._theme, self.tr("All sessions"), icon="arrow-left-bold", kind=ButtonKind.GHOST
        )
        self._single_card = Card(self._theme, margins=(14, 14, 8, 8), radius=16)
        self._single = QWidget(self)
        single = QVBoxLayout(self._single)
        single.setContentsMargins(0, 0, 0, 0)
        single.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        single.addWidget(self._single_card, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._front)
        self._pages.addWidget(self._single)
        self._page = QHBoxLayout(self)
        self._page.addWidget(self._pages)
        self._head.set_tools_shown(False)
        self._back.clicked.connect(self.show_list)

    def _fit(self) -> None:
        length = self._theme.length
        self._side.setFixedWidth(length(_SIDE_WIDTH))
        self._head.set_low(self.height() < length(_LOW_BELOW))
        self._arrange()

    def _arrange(self) -> None:
        """Puts list and detail where this part has them at this width."""
        self._set_margins()
        beside = self.is_detail_beside
        list_beside = beside and self._part is Part.OVERVIEW
        place = self._side if list_beside else self._list_card
        if self._pane.parentWidget() is not place:
            place.column.insertWidget(0, self._pane, _LIST_SHARE)
        self._pane.set_compact(list_beside)
        place = self._side if beside else self._single_card
        if self._detail.parentWidget() is not place:
            place.column.addWidget(self._detail, _DETAIL_SHARE)
        self._rule.setVisible(list_beside)
        self._side.setVisible(beside)
        self._stack.setCurrentWidget(self._parts[self._part])
        if beside:
            self._pages.setCurrentWidget(self._front)
        self.arranged.emit()

    def _set_margins(self) -> None:
        narrow, beside = self.is_narrow, self.is_detail_beside
        most = max(self._theme.length(_CONTENT_MOST), _CONTENT_MOST)
        left = 20 if narrow else max(32, (self.width() - most) // 2)
        right = left if narrow else left - 8
        bar = 0 if self._part is Part.SESSIONS else _BAR
        self._row.setSpacing(_GAP - bar)
        outside = 0 if beside else bar
        top, bottom = (14, 14) if narrow else (22, 20)
        self._page.setContentsMargins(left, top, right - outside, bottom)
        self._head.setContentsMargins(0, 0, outside, 0)
        self._empty.setContentsMargins(0, 0, outside, 0)
