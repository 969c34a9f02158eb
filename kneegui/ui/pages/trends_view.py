"""How it goes over weeks and years: pain, practice, exercises, as charts or as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import first_of_months, local_day, monday_of, since
from kneegui.progress.exercise_progress import steps_by_exercise
from kneegui.progress.hurting import hurting
from kneegui.progress.weeks import weeks_of
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trends.easier_card import EasierCard
from kneegui.ui.trends.exercises_pane import ExercisesPane
from kneegui.ui.trends.goals_card import GoalsCard
from kneegui.ui.trends.hurts_card import HurtsCard
from kneegui.ui.trends.pain_card import PainCard
from kneegui.ui.trends.plan_card import PlanCard
from kneegui.ui.trends.sides_card import SidesCard
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.segmented import Segmented

_TWO_COLUMNS_FROM = 860
_GAP = 14
_CHART, _TABLE = "chart", "table"


class Span(StrEnum):
    """How far back the view looks."""

    QUARTER = "3"
    """Three months."""
    YEAR = "12"
    """Twelve months."""
    ALL = "all"


class TrendsView(QWidget):
    """Cards in one or two columns that scroll.

    Each card is brought up to date in a turn of the event loop of its own, so that years of
    sessions never stop the window.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._span = Span.QUARTER
        self._is_table = False
        self._is_filled = False
        self._heads: Sequence[SessionHead] = ()
        self._practice: Sequence[PractisedStep] = ()
        self._goals: Mapping[str, Goal] = {}
        self._today = date.min
        self._waiting: list[Callable[[], None]] = []
        self._wanted: str | None = None
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._do_next)
        library = ChartLibrary(parent=self)
        self._pain = PainCard(theme, library)
        self._by_goal = GoalsCard(theme, library)
        self._plan = PlanCard(theme, library)
        self._easier = EasierCard(theme, with_link=False)
        self._exercises = ExercisesPane(theme, library)
        self._sides = SidesCard(theme)
        self._hurts = HurtsCard(theme)
        self._lay_out()
        for card in (self._easier, self._sides, self._hurts):
            card.exercise_chosen.connect(self.choose_exercise)
        theme.changed.connect(self._fit)
        self._fit()

    def show_trends(
        self,
        heads: Sequence[SessionHead],
        practice: Sequence[PractisedStep],
        goals: Mapping[str, Goal],
        today: date,
    ) -> None:
        """Shows what these sessions come to.

        Args:
            heads: all sessions, in any order.
            practice: all their steps, the oldest session first.
            goals: exercise -> what it is for.
            today: the user's local day.
        """
        self._heads = sorted(heads, key=lambda head: head.started_at.utc)
        self._practice, self._goals, self._today = practice, goals, today
        self._is_filled = True
        self._refresh()

    @property
    def span(self) -> Span:
        """How far back is looked."""
        return self._span

    def choose_span(self, span: Span) -> None:
        """Looks back so far, as if it had been pressed."""
        self._period.set_value(span)
        self._on_span_chosen(span)

    def choose_exercise(self, exercise: str) -> None:
        """Shows an exercise over time by its id, and brings it into sight.

        Where the cards wait to be brought up to date, that is done first.
        """
        self._wanted = exercise
        if not self._waiting:
            self._show_wanted()

    def _lay_out(self) -> None:
        self._period = Segmented(
            self._theme,
            self.tr("Period"),
            {
                Span.QUARTER: self.tr("3 months"),
                Span.YEAR: self.tr("12 months"),
                Span.ALL: self.tr("All"),
            },
            self._span,
        )
        view = Segmented(
            self._theme,
            self.tr("Show as"),
            {_CHART: self.tr("Chart"), _TABLE: self.tr("Table")},
            _CHART,
        )
        self._period.chosen.connect(self._on_span_chosen)
        view.chosen.connect(lambda value: self._set_table(value == _TABLE))
        head = QWidget(self)
        row = FlowLayout(_GAP, head)
        row.addWidget(self._period)
        row.addWidget(view)
        inner = Column()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._scroll = scroll = ColumnScroll(self._theme, inner, self)
        scroll.setAccessibleName(self.tr("Trends"))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(_GAP)
        page.addWidget(head)
        page.addWidget(scroll, 1)
        self._columns = 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        # Tables need all the width there is.
        wide = self.width() >= self._theme.length(_TWO_COLUMNS_FROM) and not self._is_table
        columns = 2 if wide else 1
        if columns == self._columns:
            return
        self._columns = columns
        # The first is as wide as all; the list of exercises needs that too.
        places: list[tuple[QWidget, int]] = [
            (self._pain, columns),
            (self._by_goal, 1),
            (self._plan, 1),
            (self._exercises, columns),
            (self._hurts, 1),
            (self._sides, 1),
            (self._easier, columns),
        ]
        row = column = 0
        for card, width in places:
            if column + width > columns:
                row, column = row + 1, 0
            self._grid.addWidget(card, row, column, 1, width)
            column += width
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        self._grid.setRowStretch(row + 1, 1)

    def _set_table(self, is_table: bool) -> None:
        self._is_table = is_table
        self._fit()
        for card in (self._pain, self._by_goal, self._plan, self._exercises.card):
            card.set_table(is_table)
        for rows in (self._easier, self._hurts, self._sides):
            rows.set_table(is_table)

    # --- what is shown ---

    def _first_day(self) -> date:
        if self._span is not Span.ALL:
            return first_of_months(self._today, int(self._span.value))
        days = (local_day(head.started_at) for head in self._heads)
        return min(days, default=self._today)

    def _refresh(self) -> None:
        """Lets the cards be brought up to date, the upper ones first."""
        first = self._first_day()
        heads = since(self._heads, first)
        # The two may have been read one after the other, and a session removed between.
        known = {head.id for head in heads}
        practice = since(self._practice, first)
        steps = steps_by_exercise(step for step in practice if step.session_id in known)
        goals, today = self._goals, self._today
        self._waiting = [
            lambda: self._pain.show_heads(heads, today, first),
            lambda: self._show_weeks(first),
            lambda: self._show_exercises(steps, heads, first),
            lambda: self._sides.show_steps(steps, goals),
            lambda: self._easier.show_steps(heads, steps, goals),
        ]
        self._turn.start()

    def _show_exercises(
        self,
        steps: Mapping[str, Sequence[PractisedStep]],
        heads: Sequence[SessionHead],
        first: date,
    ) -> None:
        found = hurting(steps)
        self._hurts.show_hurting(found, self._goals, self._today)
        self._exercises.show_steps(steps, heads, found, self._goals, first, self._today)

    def _show_weeks(self, first: date) -> None:
        # Weeks are shown whole, or the first would look as if less had been done. They are counted
        # from the very first session on, so that a pause at the beginning is not lost.
        monday = monday_of(first)
        practice = since(self._practice, monday)
        counted = weeks_of(self._heads, practice, self._goals, self._today)
        weeks = [week for week in counted if week.monday >= monday]
        self._by_goal.show_weeks(weeks, self._today)
        self._plan.show_period(weeks, first, self._today)

    def _do_next(self) -> None:
        self._waiting.pop(0)()
        if self._waiting:
            self._turn.start()
        else:
            self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self._exercises.choose(self._wanted)
            self._wanted = None
            inner = self._scroll.widget()
            assert inner is not None
            # The cards above may have grown in this turn.
            inner.adjustSize()
            self._scroll.verticalScrollBar().setValue(self._exercises.y())

    def _on_span_chosen(self, value: str) -> None:
        self._span = Span(value)
        if self._is_filled:
            self._refresh()
