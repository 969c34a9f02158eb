"""The routines, and the items of one routine, as list models."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.routine import Routine, RoutineItem
from kneegui.domain.timing import item_seconds, total_seconds
from kneegui.ui.models.roles import (
    EXERCISE_ROLE,
    LINE_ROLE,
    ROUTINE_ROLE,
    SHARES_ROLE,
    TIME_ROLE,
)
from kneegui.ui.words import clock, dose_line, minutes

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RoutineModel(QAbstractListModel):
    """One row a routine: title, the line under it, and its shares by goal."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._routines: Sequence[Routine] = content.programmes

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._routines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        routine = self._routines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return routine.title
        if role == ROUTINE_ROLE:
            return routine
        if role == LINE_ROLE:
            return self._line(routine)
        if role == SHARES_ROLE:
            exercises = self._content.exercise_by_id
            seconds = item_seconds(routine, exercises)
            goals = (exercises[item.exercise].goal for item in routine.items)
            return tuple(zip(goals, seconds, strict=True))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{routine.title}, {self._line(routine)}"
        return None

    def _line(self, routine: Routine) -> str:
        text = QCoreApplication.translate("words", "{count} exercises, {time}")
        seconds = total_seconds(routine, self._content.exercise_by_id)
        return text.format(count=len(routine.items), time=minutes(seconds))


class RoutineItemModel(QAbstractListModel):
    """One row an item of a routine: exercise, dose and time."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._items: Sequence[RoutineItem] = ()
        self._seconds: Sequence[int] = ()

    def show(self, routine: Routine) -> None:
        """Lists the items of another routine."""
        self.beginResetModel()
        self._items = routine.items
        self._seconds = item_seconds(routine, self._content.exercise_by_id)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        exercise = self._content.exercise_by_id[item.exercise]
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise.name
        if role == EXERCISE_ROLE:
            return exercise
        if role == LINE_ROLE:
            return self._line(item)
        if role == TIME_ROLE:
            return clock(self._seconds[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{exercise.name}, {self._line(item)}, {clock(self._seconds[index.row()])}"
        return None

    def _line(self, item: RoutineItem) -> str:
        exercise = self._content.exercise_by_id[item.exercise]
        line = dose_line(exercise, item.dose)
        if item.dose.sets > 1:
            rest = QCoreApplication.translate("words", "rest {seconds} s")
            line = f"{line}, {rest.format(seconds=item.dose.rest_s)}"
        if item.target is not None:
            target = QCoreApplication.translate("words", "build up to {dose}")
            line = f"{line}; {target.format(dose=dose_line(exercise, item.target))}"
        return line
