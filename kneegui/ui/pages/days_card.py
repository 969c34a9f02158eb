"""The days of the last twelve months: the heat map, its legend, and what they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import PractisedDay, local_day, monday_of, practised_days
from kneegui.progress.heat_map import LEVELS_FROM, WEEKS, HeatDay, heat_map
from kneegui.progress.weeks import PLANNED_DAYS
from kneegui.ui.session_words import count_sessions, short_dated
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.heat_legend import HeatLegend
from kneegui.ui.widgets.heat_map import HeatMap
from kneegui.ui.widgets.key_figure import KeyFigure
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.split_line import SplitLine


class DaysCard(Card):
    """How often, and how long.

    Signals:
        day_chosen: the day whose sessions are asked for (``date``), or None for all.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(20, 14, 20, 10), gap=8, parent=parent)
        self._today = date.min
        title = Label(theme, self.tr("Days you trained"), 15, 650)
        most = self.tr("{n}+").format(n=LEVELS_FROM[-1])
        legend = HeatLegend(theme, self.tr("0 min"), most, self.tr("today"))
        self._map = HeatMap(theme, self.tr("Days you trained"), self._day_words)
        self._map.setAccessibleDescription(
            self.tr("Arrow keys go from day to day, Enter shows the sessions of a day.")
        )
        self._days = KeyFigure(theme)
        self._sessions = KeyFigure(theme)
        self._time = KeyFigure(theme)
        self._weeks = KeyFigure(theme)
        figures = QWidget(self)
        row = FlowLayout(28, figures, row_gap=0)
        for figure in (self._days, self._sessions, self._time, self._weeks):
            row.addWidget(figure)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        figures.setSizePolicy(policy)
        self.column.addWidget(SplitLine(title, legend))
        self.column.addWidget(self._map)
        self.column.addWidget(figures)
        self._map.day_chosen.connect(self.day_chosen)

    def show_sessions(self, heads: Sequence[SessionHead], today: date) -> None:
        """Shows the days of these sessions.

        Args:
            heads: those of the last twelve months at least, in any order.
            today: the user's local day.
        """
        self._today = today
        first = monday_of(today) - timedelta(weeks=WEEKS - 1)
        days = practised_days(heads)
        self._map.show_weeks(heat_map(days, today))
        left_out = sum(
            not head.done_steps and local_day(head.started_at) >= first for head in heads
        )
        self._show_figures({day: done for day, done in days.items() if day >= first}, left_out)

    def set_day(self, day: date | None) -> None:
        """Marks the day whose sessions are listed, or none."""
        self._map.set_chosen(day)

    def _show_figures(self, days: Mapping[date, PractisedDay], left_out: int) -> None:
        one, many = self.tr("day in 12 months"), self.tr("days in 12 months")
        self._days.show_figure(str(len(days)), one if len(days) == 1 else many)
        sessions = sum(day.sessions for day in days.values())
        words = self.tr("session") if sessions == 1 else self.tr("sessions")
        if left_out:
            # So that the number is not taken for that of the list, which has these too.
            text = self.tr("{sessions}, {n} empty left out")
            words = text.format(sessions=words, n=left_out)
        self._sessions.show_figure(str(sessions), words)
        seconds = sum(day.seconds for day in days.values())
        self._time.show_figure(self._time_words(round(seconds / 60)), self.tr("in total"))
        a_week = Counter(monday_of(day) for day in days)
        full = sum(count >= PLANNED_DAYS for count in a_week.values())
        word = self.tr("week of {n}+ days") if full == 1 else self.tr("weeks of {n}+ days")
        self._weeks.show_figure(str(full), word.format(n=PLANNED_DAYS))

    def _time_words(self, minutes: int) -> str:
        if minutes < 60:
            return self.tr("{n} min").format(n=minutes)
        if minutes < 600 and minutes % 60:
            return self.tr("{h} h {m} min").format(h=minutes // 60, m=minutes % 60)
        return self.tr("{h} h").format(h=round(minutes / 60))

    def _day_words(self, day: HeatDay) -> str:
        words = short_dated(day.day, self._today)
        if not day.sessions:
            return self.tr("{day}: no session").format(day=words)
        text = self.tr("{day}: {minutes} min, {sessions}")
        sessions = count_sessions(day.sessions)
        return text.format(day=words, minutes=day.minutes, sessions=sessions)
