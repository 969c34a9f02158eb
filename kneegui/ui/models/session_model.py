"""The sessions of a list, by month where they stand in the order of time, as a list model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from kneegui.ui.models.roles import LINE_ROLE
from kneegui.ui.models.rows_model import Index
from kneegui.ui.session_filter import Order, SessionFilter, in_order, wall_time
from kneegui.ui.session_line import SessionLine, local_day
from kneegui.ui.session_words import (
    month_of_year,
    session_line_long,
    session_line_middle,
    session_line_short,
    session_told,
    sessions_on_days,
    short_dated,
    short_day,
)

SESSION_ROLE = Qt.ItemDataRole.UserRole + 20
"""The session of a row (``SessionLine``); None in a row that is the heading of a month."""
COUNT_ROLE = Qt.ItemDataRole.UserRole + 23
"""How many sessions a month has, on how many days, in the row that is its heading."""
LONG_LINE_ROLE = Qt.ItemDataRole.UserRole + 24
"""The second line of a row where there is room for all of it."""
MIDDLE_LINE_ROLE = Qt.ItemDataRole.UserRole + 27
"""The second line of a row where there is room for all but the time of day."""

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Month:
    first: date
    sessions: int
    days: int
    """Days with practice."""
    is_all: bool
    """False where nothing was practised in some of the sessions."""

    @property
    def counted(self) -> str:
        return sessions_on_days(self.sessions, self.days, all_practised=self.is_all)


class SessionModel(QAbstractListModel):
    """The sessions a filter leaves, in an order.

    There may be thousands: rows are put into words when they are asked for, which is when they are
    painted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: Sequence[SessionLine] = ()
        """All there are, in order."""
        self._today = date.min
        self._filter = SessionFilter()
        self._order = Order.NEWEST
        self._rows: list[SessionLine | _Month] = []
        self._headings: list[int] = []
        self._shown = 0

    @property
    def headings(self) -> Sequence[int]:
        """The rows that are headings."""
        return self._headings

    @property
    def shown(self) -> int:
        """How many sessions the filter leaves."""
        return self._shown

    @property
    def filter(self) -> SessionFilter:
        """What is asked of the sessions."""
        return self._filter

    @property
    def order(self) -> Order:
        """What stands first."""
        return self._order

    def show(self, sessions: Iterable[SessionLine], today: date) -> None:
        """Lists other sessions, given in any order; filter and order stay.

        Args:
            sessions: all there are.
            today: the user's local day.
        """
        self._sessions = in_order(sessions, self._order)
        self._today = today
        self._arrange()

    def set_filter(self, chosen: SessionFilter) -> None:
        """Lists what another filter leaves."""
        self._filter = chosen
        self._arrange()

    def set_order(self, order: Order) -> None:
        """Lists the same sessions in another order."""
        self._order = order
        self._sessions = in_order(self._sessions, order)
        self._arrange()

    def row_of(self, session: str) -> QModelIndex:
        """Gives the index of a session by its id, invalid where it is not listed."""
        for row, entry in enumerate(self._rows):
            if not isinstance(entry, _Month) and entry.id == session:
                return self.index(row, 0)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if isinstance(entry, _Month):
            return _month_data(entry, role)
        return self._session_data(entry, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], _Month):
            # A heading is read, and neither chosen nor stepped on.
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def _arrange(self) -> None:
        self.beginResetModel()
        kept = self._filter.keep(self._sessions, self._today)
        self._shown = len(kept)
        self._rows = list(_by_month(kept) if self._order.is_by_time else kept)
        self._headings = [row for row, each in enumerate(self._rows) if isinstance(each, _Month)]
        self.endResetModel()

    def _session_data(self, session: SessionLine, role: int) -> object:
        if role == SESSION_ROLE:
            return session
        if role == Qt.ItemDataRole.DisplayRole:
            return session.title
        if role == LINE_ROLE:
            return session_line_short(session, self._day_words(session))
        if role == MIDDLE_LINE_ROLE:
            return session_line_middle(session, self._day_words(session))
        if role == LONG_LINE_ROLE:
            return session_line_long(session, self._day_words(session))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return session_told(session, self._today)
        return None

    def _day_words(self, session: SessionLine) -> str:
        day = local_day(session)
        # Its year stands in the heading where there is one.
        return short_day(day) if self._order.is_by_time else short_dated(day, self._today)


def _month_data(month: _Month, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return month_of_year(month.first)
    if role == COUNT_ROLE:
        return month.counted
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{month_of_year(month.first)}, {month.counted}"
    return None


def _by_month(sessions: Sequence[SessionLine]) -> Iterator[SessionLine | _Month]:
    for (year, month), group in groupby(sessions, _month_of):
        listed = list(group)
        practised = [each for each in listed if each.done_steps]
        yield _Month(
            date(year, month, 1),
            sessions=len(listed),
            days=len({wall_time(each).date() for each in practised}),
            is_all=len(practised) == len(listed),
        )
        yield from listed


def _month_of(session: SessionLine) -> tuple[int, int]:
    began = wall_time(session)
    return began.year, began.month
