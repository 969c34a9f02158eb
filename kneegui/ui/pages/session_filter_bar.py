"""The filters of the list of sessions: search, routine, period, ending, and the order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.session_filter import Ending, Order, Period, SessionFilter
from kneegui.ui.session_line import SessionLine
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.chip import MenuChip
from kneegui.ui.widgets.choice_chip import ChoiceChip
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.search_box import SearchBox


class SessionFilterBar(QWidget):
    """A search field, and chips beside it or below.

    Signals:
        filter_changed: what is asked of the sessions now (``SessionFilter``).
        order_changed: what stands first now (``Order``).
        left_down: the Down key asks for the list below.
    """

    filter_changed = Signal(object)
    order_changed = Signal(object)
    left_down = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = SessionFilter()
        self._search = SearchBox(theme, self.tr("Search title or note"), "Ctrl F", self)
        self._routines = MenuChip(theme, self.tr("Routine"), {})
        self._period = ChoiceChip(
            theme,
            self.tr("Period"),
            {
                Period.ALL: self.tr("Any time"),
                Period.DAYS_30: self.tr("Last 30 days"),
                Period.MONTHS_3: self.tr("Last 3 months"),
                Period.MONTHS_12: self.tr("Last 12 months"),
            },
        )
        self._endings = MenuChip(
            theme,
            self.tr("Ending"),
            {
                Ending.COMPLETED: self.tr("Completed"),
                Ending.LEFT: self.tr("Left early"),
                Ending.HURT: self.tr("Stopped by pain"),
            },
        )
        self._order = ChoiceChip(
            theme,
            self.tr("Order"),
            {
                Order.NEWEST: self.tr("Newest first"),
                Order.OLDEST: self.tr("Oldest first"),
                Order.LONGEST: self.tr("Longest first"),
                Order.PAIN_AFTER: self.tr("Most pain after first"),
            },
            icon="arrows-down-up-bold",
        )
        self._lay_out()
        self._connect()

    def show_routines(self, sessions: Iterable[SessionLine]) -> None:
        """Offers the routines of these sessions, the latest first, each by its latest title."""
        titles: dict[str, str] = {}
        for session in sessions:
            titles.setdefault(session.routine, session.title)
        self._routines.set_choices(dict(sorted(titles.items(), key=lambda each: each[1])))
        self._routines.set_chosen(self._filter.routines)

    def show_filter(self, chosen: SessionFilter) -> None:
        """Shows what is asked of the sessions, without a signal."""
        self._filter = chosen
        self._routines.set_chosen(chosen.routines)
        self._endings.set_chosen(frozenset(chosen.endings))
        self._period.set_value(chosen.period)
        if self._search.text != chosen.words:
            self._search.set_text(chosen.words)
        # Chips say what is chosen, and are as wide as that.
        self._fit()

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._search.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._chips = QWidget(self)
        flow = FlowLayout(6, self._chips)
        for chip in (self._routines, self._period, self._endings, self._order):
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 6, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._search, 1)
        self._row.addWidget(self._chips)
        self._fit()

    def _connect(self) -> None:
        self._search.text_changed.connect(self._on_text_changed)
        self._search.left_down.connect(self.left_down)
        self._routines.choice_toggled.connect(self._on_routine_toggled)
        self._endings.choice_toggled.connect(self._on_ending_toggled)
        self._period.chosen.connect(lambda value: self._ask(period=Period(value)))
        self._order.chosen.connect(self._on_order_chosen)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Puts the chips beside the search field where both have room, else below it."""
        chips = (self._routines, self._period, self._endings, self._order)
        wanted = sum(chip.sizeHint().width() for chip in chips) + 6 * (len(chips) - 1)
        least = self._search.wanted_width + self._row.spacing()
        beside = self.width() >= wanted + least
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._chips.setMinimumWidth(wanted if beside else 0)
        # In one line with the search field they stand at half its height.
        edge = (self._search.height() - self._order.sizeHint().height()) // 2 if beside else 0
        self._chips.setContentsMargins(0, edge, 0, 0)

    def _on_text_changed(self, text: str) -> None:
        if text != self._filter.words:
            self._ask(words=text)

    def _on_routine_toggled(self, routine: str, on: bool) -> None:
        chosen = self._filter.routines
        self._ask(routines=chosen | {routine} if on else chosen - {routine})

    def _on_ending_toggled(self, ending: str, on: bool) -> None:
        chosen, one = self._filter.endings, Ending(ending)
        self._ask(endings=chosen | {one} if on else chosen - {one})

    def _on_order_chosen(self, order: str) -> None:
        self._fit()
        self.order_changed.emit(Order(order))

    def _ask(self, **changes: object) -> None:
        self._filter = replace(self._filter, **changes)
        self.filter_changed.emit(self._filter)
