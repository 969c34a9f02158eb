"""What a routine consists of: its exercises, or every step of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.routine import Routine
from kneegui.player.timeline import Timeline
from kneegui.ui.delegates.plan_delegate import PlanDelegate
from kneegui.ui.delegates.routine_delegate import RoutineItemDelegate
from kneegui.ui.models.plan_model import PlanModel
from kneegui.ui.models.roles import EXERCISE_ROLE
from kneegui.ui.models.routine_model import RoutineItemModel
from kneegui.ui.models.rows_model import RowsModel
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.list_view import ThemedListView
from kneegui.ui.widgets.segmented import Segmented

_EXERCISES, _STEPS = "exercises", "steps"
_NARROW_BELOW = 400


class RoutinePlan(QWidget):
    """Two lists of one routine of which one is shown, each as high as its rows.

    Signals:
        exercise_wanted: id of the exercise whose row was pressed.
        row_reached: where the row is that the keyboard is on.
    """

    exercise_wanted = Signal(str)
    row_reached = Signal(QRect)

    def __init__(
        self, theme: Theme, content: Content, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items = RoutineItemModel(content, self)
        self._steps = PlanModel(self)
        self._choice = Segmented(
            theme,
            self.tr("Show"),
            {_EXERCISES: self.tr("Exercises"), _STEPS: self.tr("Steps")},
            _EXERCISES,
            self,
        )
        items = RoutineItemDelegate(theme, pictures, self)
        self._steps_look = PlanDelegate(theme, self)
        self._lists = {
            _EXERCISES: self._list(self.tr("Exercises of the routine"), self._items, items),
            _STEPS: self._list(self.tr("Steps of the routine"), self._steps, self._steps_look),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._choice)
        for view in self._lists.values():
            column.addWidget(view)
        self._on_chosen(_EXERCISES)
        self._choice.chosen.connect(self._on_chosen)
        pictures.arrived.connect(self._lists[_EXERCISES].viewport().update)
        theme.changed.connect(self._fit)

    def show_routine(self, routine: Routine, timeline: Timeline) -> None:
        """Lists the exercises of a routine, and the steps of its timeline."""
        self._items.show(routine, timeline.settings)
        self._steps.show(timeline)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _list(self, name: str, model: RowsModel, delegate: QStyledItemDelegate) -> ThemedListView:
        view = ThemedListView(self._theme, name, self)
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(ThemedListView.SelectionMode.NoSelection)
        view.opened.connect(self._on_row_opened)
        view.selectionModel().currentChanged.connect(
            lambda current: self._on_row_reached(view, current)
        )
        return view

    def _fit(self) -> None:
        self._steps_look.set_narrow(self.width() < self._theme.length(_NARROW_BELOW))
        self._lists[_STEPS].doItemsLayout()
        for view in self._lists.values():
            rows = view.model().rowCount()
            view.setFixedHeight(sum(view.sizeHintForRow(row) for row in range(rows)) + 2)

    def _on_chosen(self, choice: str) -> None:
        for key, view in self._lists.items():
            view.setVisible(key == choice)

    def _on_row_opened(self, index: QModelIndex) -> None:
        exercise = index.data(EXERCISE_ROLE)
        if exercise is not None:
            self.exercise_wanted.emit(exercise.id)

    def _on_row_reached(self, view: ThemedListView, current: QModelIndex) -> None:
        self.row_reached.emit(view.visualRect(current).translated(view.pos()))
