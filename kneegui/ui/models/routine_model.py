"""The routines, and the items of one routine, as list models."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    Qt,
)

from kneegui.domain.content import Content
from kneegui.domain.exercise import Exercise
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine, RoutineItem
from kneegui.player.duration import planned_seconds
from kneegui.ui.models.roles import (
    EXERCISE_ROLE,
    LINE_ROLE,
    ROUTINE_ROLE,
    SHARES_ROLE,
    TIME_ROLE,
)
from kneegui.ui.models.rows_model import Row, RowsModel
from kneegui.ui.words import clock, dose_line, minutes


class RoutineModel(RowsModel):
    """One row a routine: title, the line under it, and its shares by goal."""

    def __init__(
        self, content: Content, pace: PlayerSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(_routine_rows(content, pace), parent)
        self._content = content

    def set_pace(self, pace: PlayerSettings) -> None:
        """Tells how long the routines take at another pace."""
        self.change_rows(_routine_rows(self._content, pace))


def _routine_rows(content: Content, pace: PlayerSettings) -> list[Row]:
    return [_routine_row(content, each, pace) for each in content.programmes]


def _routine_row(content: Content, routine: Routine, pace: PlayerSettings) -> Row:
    exercises = content.exercise_by_id
    seconds = planned_seconds(routine, exercises, pace)
    goals = (exercises[item.exercise].goal for item in routine.items)
    text = QCoreApplication.translate("words", "{count} exercises, {time}")
    line = text.format(count=len(routine.items), time=minutes(sum(seconds)))
    return {
        Qt.ItemDataRole.DisplayRole: routine.title,
        Qt.ItemDataRole.AccessibleTextRole: f"{routine.title}, {line}",
        ROUTINE_ROLE: routine,
        LINE_ROLE: line,
        SHARES_ROLE: tuple(zip(goals, seconds, strict=True)),
    }


class RoutineItemModel(RowsModel):
    """One row an item of a routine: exercise, dose and time."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._content = content

    def show(self, routine: Routine, pace: PlayerSettings) -> None:
        """Lists the items of another routine, or at another pace."""
        exercises = self._content.exercise_by_id
        seconds = planned_seconds(routine, exercises, pace)
        pairs = zip(routine.items, seconds, strict=True)
        self.set_rows(_item_row(exercises[item.exercise], item, time) for item, time in pairs)


def _item_row(exercise: Exercise, item: RoutineItem, seconds: int) -> Row:
    line, time = _item_line(exercise, item), clock(seconds)
    return {
        Qt.ItemDataRole.DisplayRole: exercise.name,
        Qt.ItemDataRole.AccessibleTextRole: f"{exercise.name}, {line}, {time}",
        EXERCISE_ROLE: exercise,
        LINE_ROLE: line,
        TIME_ROLE: time,
    }


def _item_line(exercise: Exercise, item: RoutineItem) -> str:
    line = dose_line(exercise, item.dose)
    if item.dose.sets > 1:
        rest = QCoreApplication.translate("words", "rest {seconds} s")
        line = f"{line}, {rest.format(seconds=item.dose.rest_s)}"
    if item.target is not None:
        target = QCoreApplication.translate("words", "build up to {dose}")
        line = f"{line}; {target.format(dose=dose_line(exercise, item.target))}"
    return line
