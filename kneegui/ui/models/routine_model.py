"""The routines, and the items of one routine, as list models."""

from __future__ import annotations

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
        self._rows = [self._row(routine) for routine in content.programmes]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return self._rows[index.row()].get(role)

    def _row(self, routine: Routine) -> dict[int, object]:
        exercises = self._content.exercise_by_id
        seconds = item_seconds(routine, exercises)
        goals = (exercises[item.exercise].goal for item in routine.items)
        line = self._line(routine)
        return {
            Qt.ItemDataRole.DisplayRole: routine.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{routine.title}, {line}",
            ROUTINE_ROLE: routine,
            LINE_ROLE: line,
            SHARES_ROLE: tuple(zip(goals, seconds, strict=True)),
        }

    def _line(self, routine: Routine) -> str:
        text = QCoreApplication.translate("words", "{count} exercises, {time}")
        seconds = total_seconds(routine, self._content.exercise_by_id)
        return text.format(count=len(routine.items), time=minutes(seconds))


class RoutineItemModel(QAbstractListModel):
    """One row an item of a routine: exercise, dose and time."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._rows: list[dict[int, object]] = []

    def show(self, routine: Routine) -> None:
        """Lists the items of another routine."""
        self.beginResetModel()
        seconds = item_seconds(routine, self._content.exercise_by_id)
        pairs = zip(routine.items, seconds, strict=True)
        self._rows = [self._row(item, time) for item, time in pairs]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return self._rows[index.row()].get(role)

    def _row(self, item: RoutineItem, seconds: int) -> dict[int, object]:
        exercise = self._content.exercise_by_id[item.exercise]
        line, time = self._line(item), clock(seconds)
        return {
            Qt.ItemDataRole.DisplayRole: exercise.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{exercise.name}, {line}, {time}",
            EXERCISE_ROLE: exercise,
            LINE_ROLE: line,
            TIME_ROLE: time,
        }

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
