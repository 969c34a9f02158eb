"""The cards of the overview: pain, minutes a week, what got easier and what hurts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import first_of_months, since
from kneegui.progress.exercise_progress import steps_by_exercise
from kneegui.progress.hurting import hurting
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trends.easier_card import EasierCard
from kneegui.ui.trends.hurts_card import HurtsCard
from kneegui.ui.trends.minutes_card import MinutesCard
from kneegui.ui.trends.pain_card import PainCard

_BESIDE_FROM = 600
_ROWS_BESIDE_FROM = 780
_MONTHS = 12
"""So far back it is looked for what got easier and what hurts."""
_MOST_HURTING = 4


class OverviewTrends(QWidget):
    """Pain and minutes side by side where there is room; below them what got easier and what hurts.

    Signals:
        exercises_wanted: all exercises are asked for.
        exercise_chosen: id of an exercise that was pressed.
    """

    exercises_wanted = Signal()
    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        library = ChartLibrary(parent=self)
        self._pain = PainCard(theme, library)
        self._minutes = MinutesCard(theme, library)
        self._easier = EasierCard(theme)
        self._hurts = HurtsCard(theme, most=_MOST_HURTING, has_table=False)
        # Until the steps are read, nothing is said of them.
        self._easier.hide()
        self._hurts.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(14)
        self._row.addWidget(self._pain, 3)
        self._row.addWidget(self._minutes, 2)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(14)
        self._rows.addWidget(self._easier, 1)
        self._rows.addWidget(self._hurts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._row)
        column.addLayout(self._rows)
        self._easier.all_wanted.connect(self.exercises_wanted)
        self._easier.exercise_chosen.connect(self.exercise_chosen)
        self._hurts.exercise_chosen.connect(self.exercise_chosen)
        theme.changed.connect(self._fit)

    def show_heads(self, heads: Sequence[SessionHead], today: date) -> None:
        """Shows the pain and the minutes of the last weeks.

        Args:
            heads: in any order.
            today: the user's local day.
        """
        self._pain.show_heads(heads, today)
        self._minutes.show_heads(heads, today)

    def show_practice(
        self,
        heads: Sequence[SessionHead],
        practice: Sequence[PractisedStep],
        goals: Mapping[str, Goal],
        today: date,
    ) -> None:
        """Shows what got easier and what hurt in twelve months.

        Args:
            heads: all sessions, in any order.
            practice: all their steps, the oldest session first.
            goals: exercise -> what it is for.
            today: the user's local day.
        """
        known = {head.id for head in heads}
        recent = since(practice, first_of_months(today, _MONTHS))
        # The two may have been read one after the other, and a session removed between.
        steps = steps_by_exercise(step for step in recent if step.session_id in known)
        self._easier.show_steps(heads, steps, goals)
        self._hurts.show_hurting(hurting(steps), goals, today)
        self._easier.show()
        self._hurts.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for row, beside_from in ((self._row, _BESIDE_FROM), (self._rows, _ROWS_BESIDE_FROM)):
            beside = self.width() >= self._theme.length(beside_from)
            direction = QBoxLayout.Direction
            row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
