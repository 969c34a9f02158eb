"""The cards that tell how it goes: the days, and below them the trends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import monday_of
from kneegui.progress.heat_map import WEEKS
from kneegui.ui.pages.days_card import DaysCard
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.scrolling import Column, ColumnScroll

if TYPE_CHECKING:
    from kneegui.ui.pages.overview_trends import OverviewTrends


class HistoryOverview(QWidget):
    """A column that scrolls. The trends are made when they are first given something.

    Signals:
        day_chosen: the day whose sessions are asked for (``date``), or None for all.
        exercises_wanted: all exercises are asked for.
        exercise_chosen: id of an exercise that was pressed.
    """

    day_chosen = Signal(object)
    exercises_wanted = Signal()
    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads: Sequence[SessionHead] = ()
        self._today = date.min
        self._trends: OverviewTrends | None = None
        self._days = DaysCard(theme)
        inner = Column()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self._days)
        self._column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        scroll = ColumnScroll(theme, inner, self)
        scroll.setAccessibleName(self.tr("Overview"))
        # Always there, so that the days do not move when the trends come.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        page.addWidget(scroll)
        self._days.day_chosen.connect(self.day_chosen)

    def show_sessions(self, heads: Sequence[SessionHead], today: date) -> None:
        """Shows the days of these sessions; of those before the last twelve months nothing.

        Args:
            heads: all there are, the latest first.
            today: the user's local day.
        """
        first = monday_of(today) - timedelta(weeks=WEEKS - 1)
        # No place is further than a day from UTC.
        begin = datetime.combine(first - timedelta(days=1), time(), UTC)
        self._heads = list(takewhile(lambda head: head.started_at.utc >= begin, heads))
        self._today = today
        self._days.show_sessions(self._heads, today)

    def show_trends(self) -> None:
        """Shows the pain and the minutes of the sessions that were given."""
        if self._trends is None:
            self._trends = self._make_trends()
        self._trends.show_heads(self._heads, self._today)

    def show_practice(self, practice: Sequence[PractisedStep], goals: Mapping[str, Goal]) -> None:
        """Shows what got easier in the sessions that were given.

        Args:
            practice: the steps of all sessions, the oldest session first.
            goals: exercise -> what it is for.
        """
        if self._trends is not None:
            self._trends.show_practice(self._heads, practice, goals, self._today)

    def set_day(self, day: date | None) -> None:
        """Marks the day whose sessions are listed, or none."""
        self._days.set_day(day)

    def _make_trends(self) -> OverviewTrends:
        from kneegui.ui.pages.overview_trends import OverviewTrends

        trends = OverviewTrends(self._theme)
        trends.exercises_wanted.connect(self.exercises_wanted)
        trends.exercise_chosen.connect(self.exercise_chosen)
        self._column.insertWidget(1, trends)
        return trends
