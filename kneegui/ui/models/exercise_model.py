"""The exercises as a list model, and the filter over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from kneegui.catalogue.filtering import ExerciseFilter
from kneegui.domain.exercise import Exercise
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE
from kneegui.ui.models.rows_model import Index, Row, RowsModel
from kneegui.ui.words import area_word, dose_line, goal_word


class ExerciseModel(RowsModel):
    """One row an exercise: name, the line under it, and the exercise itself."""

    def __init__(self, exercises: Sequence[Exercise], parent: QObject | None = None) -> None:
        super().__init__(map(_row, exercises), parent)


def _row(exercise: Exercise) -> Row:
    line = f"{area_word(exercise.body_areas[0])}  ·  {dose_line(exercise, exercise.start)}"
    return {
        Qt.ItemDataRole.DisplayRole: exercise.name,
        Qt.ItemDataRole.AccessibleTextRole: f"{exercise.name}, {goal_word(exercise.goal)}, {line}",
        EXERCISE_ROLE: exercise,
        LINE_ROLE: line,
    }


class ExerciseFilterModel(QSortFilterProxyModel):
    """The exercises a filter leaves: by how well they match a search, else in their own order."""

    def __init__(self, source: ExerciseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = ExerciseFilter()
        self.setSourceModel(source)
        # Otherwise Qt takes a second `sort` by the same column for done, though the ranks changed.
        self.setDynamicSortFilter(False)
        self.sort(0)

    @property
    def chosen(self) -> ExerciseFilter:
        """The filter in force."""
        return self._filter

    def set_filter(self, chosen: ExerciseFilter) -> None:
        """Shows what another filter leaves."""
        self.beginFilterChange()
        self._filter = chosen
        self.endFilterChange()
        self.sort(0)

    def row_of(self, exercise: str) -> QModelIndex:
        """Gives the index of an exercise, invalid where the filter hides it."""
        for row in range(self.rowCount()):
            index = self.index(row, 0)
            if index.data(EXERCISE_ROLE).id == exercise:
                return index
        return QModelIndex()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        source = self.sourceModel()
        return self._filter.accepts(source.index(source_row, 0).data(EXERCISE_ROLE))

    @override
    def lessThan(self, left: Index, right: Index) -> bool:
        found = self._filter.found
        if found is not None:
            ranks = [found.get(index.data(EXERCISE_ROLE).id, 0) for index in (left, right)]
            if ranks[0] != ranks[1]:
                return ranks[0] < ranks[1]
        return left.row() < right.row()
