"""The exercises that were done, and the chosen one over time beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.exercise_progress import (
    exercise_points,
    other_unit,
    practised_exercises,
)
from kneegui.progress.hurting import Hurting
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.delegates.trend_delegate import TrendDelegate
from kneegui.ui.models.rows_model import RowsModel
from kneegui.ui.models.trend_rows import TREND_ROLE, PractisedRow, trend_rows
from kneegui.ui.session_words import count_sessions, short_dated
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trends.exercise_card import ExerciseCard
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.list_view import ThemedListView

_SIDE_BY_SIDE_FROM = 780
_LIST_WIDTH = 300
_LIST_HEIGHT = 226


class ExercisesPane(QWidget):
    """A list and a chart, side by side or below each other."""

    def __init__(self, theme: Theme, library: ChartLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Mapping[str, Sequence[PractisedStep]] = {}
        self._heads: Mapping[str, SessionHead] = {}
        self._first = self._today = date.min
        self.card = ExerciseCard(theme, library)
        self._model = RowsModel((), self)
        self._list = ThemedListView(theme, self.tr("Exercises"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(TrendDelegate(theme, lined=False, parent=self._list))
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._side = Card(theme, margins=(10, 14, 6, 8), gap=6)
        title = Label(theme, self.tr("Exercises"), 15, 650)
        title.setContentsMargins(10, 0, 0, 0)
        self._side.column.addWidget(title)
        self._side.column.addWidget(self._list, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self._side)
        self._row.addWidget(self.card, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def show_steps(
        self,
        steps: Mapping[str, Sequence[PractisedStep]],
        heads: Sequence[SessionHead],
        found: Sequence[Hurting],
        goals: Mapping[str, Goal],
        first: date,
        today: date,
    ) -> None:
        """Lists the exercises of a period; the one that was chosen stays so if it is among them.

        Args:
            steps: exercise -> its steps, the oldest first.
            heads: the sessions they are of.
            found: the exercises that hurt.
            goals: exercise -> what it is for.
            first: the first day of the period.
            today: the user's local day.
        """
        chosen = self._chosen()
        self._steps = steps
        self._heads = {head.id: head for head in heads}
        self._first, self._today = first, today
        worst = {each.exercise: each.worst for each in found}
        rows = [
            PractisedRow(
                exercise=each.exercise,
                title=each.title,
                goal=goals.get(each.exercise),
                sessions=each.sessions,
                line=self.tr("{sessions}, last {day}").format(
                    sessions=count_sessions(each.sessions), day=short_dated(each.latest_day, today)
                ),
                worst=worst.get(each.exercise),
            )
            for each in practised_exercises(steps)
        ]
        self._model.set_rows(trend_rows(rows))
        self._side.setVisible(bool(rows))
        if rows:
            self.choose(chosen if chosen in steps else rows[0].exercise)
        else:
            self._show(None)

    def choose(self, exercise: str | None) -> None:
        """Shows an exercise by its id; the first where it was not done."""
        rows = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        found = (index for index in rows if index.data(TREND_ROLE).exercise == exercise)
        self._list.setCurrentIndex(next(found, self._model.index(0, 0)))
        self._list.scrollTo(self._list.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        length = self._theme.length
        beside = self.width() >= length(_SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._side.setMaximumWidth(length(_LIST_WIDTH) if beside else self.maximumWidth())
        self._side.setMinimumWidth(length(_LIST_WIDTH) if beside else 0)
        self._list.setMinimumHeight(length(_LIST_HEIGHT))

    def _chosen(self) -> str | None:
        row: PractisedRow | None = self._list.currentIndex().data(TREND_ROLE)
        return None if row is None else row.exercise

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._show(current.data(TREND_ROLE))

    def _show(self, row: PractisedRow | None) -> None:
        steps = () if row is None else self._steps[row.exercise]
        points = exercise_points(steps)
        title = self.tr("Exercise") if row is None else row.title
        left_out = exercise_points(steps, other_unit(points[-1].unit)) if points else ()
        self.card.show_exercise(title, points, self._heads, self._first, self._today, left_out)
