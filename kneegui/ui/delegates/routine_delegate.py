"""How a routine looks in the list, and how its items look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.domain.exercise import Exercise
from kneegui.ui.delegates.row_state import has_state, paint_row_ground, shows_focus
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE, SHARES_ROLE, TIME_ROLE
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.painting import (
    RADIUS_CONTROL,
    RIGHT,
    fitted,
    focus_ring,
    rounded_box,
    smooth,
    text_line,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.segment_bar import paint_segments

Index = QModelIndex | QPersistentModelIndex


class RoutineDelegate(QStyledItemDelegate):
    """Title, one line, and a bar with a segment for each exercise."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, self._theme.length(56) + 14)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, QRectF(option.rect).adjusted(0, 0, -2, -2)
        chosen = has_state(option, QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        paint_row_ground(painter, theme, option, box)
        left, width = box.x() + 12, box.width() - 24
        title = QRectF(left, box.y() + theme.length(9), width, theme.length(20))
        ink = theme.colour(Role.ON_SOFT if chosen else Role.TEXT)
        name = str(index.data())
        text_line(painter, title, name, fitted(name, theme.font(14, 650), width), ink)
        line = QRectF(left, box.y() + theme.length(30), width, theme.length(17))
        second = theme.colour(Role.TEXT_SECOND)
        words = index.data(LINE_ROLE)
        text_line(painter, line, words, fitted(words, theme.font(12.5, 400), width), second)
        bar = QRectF(left, box.bottom() - 14, width, 6)
        shares = [(GOAL_SOLID[goal], seconds) for goal, seconds in index.data(SHARES_ROLE)]
        paint_segments(painter, theme, bar, shares, gap=2)
        if shows_focus(option):
            focus_ring(painter, theme, QRectF(option.rect), RADIUS_CONTROL)
        painter.restore()


class RoutineItemDelegate(QStyledItemDelegate):
    """Picture, exercise, dose and time in one row."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, max(64, self._theme.length(64)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, QRectF(option.rect)
        exercise: Exercise = index.data(EXERCISE_ROLE)
        painter.save()
        smooth(painter)
        paint_row_ground(painter, theme, option, box)
        painter.fillRect(
            QRectF(box.x() + 6, box.bottom() - 1, box.width() - 12, 1), theme.colour(Role.LINE)
        )
        stage = QRectF(box.x() + 6, box.center().y() - 25, 76, 50)
        rounded_box(painter, stage, 8, theme.colour(Role.STAGE))
        ratio = painter.device().devicePixelRatioF()
        self._pictures.paint(painter, exercise.id, "card", stage.adjusted(2, 2, -2, -2), ratio)
        dot = QRectF(stage.x() + 5, stage.y() + 5, 8, 8)
        rounded_box(painter, dot, 3, theme.colour(GOAL_SOLID[exercise.goal]))
        time_width = theme.length(60)
        left = stage.right() + 14
        width = box.right() - left - time_width - 16
        middle = box.center().y()
        name = QRectF(left, middle - theme.length(22), width, theme.length(21))
        bold = fitted(exercise.name, theme.font(14.5, 600), width)
        text_line(painter, name, exercise.name, bold, theme.colour(Role.TEXT))
        line = QRectF(left, middle + theme.length(1), width, theme.length(18))
        second = theme.colour(Role.TEXT_SECOND)
        words = index.data(LINE_ROLE)
        text_line(painter, line, words, fitted(words, theme.font(13, 400), width), second)
        time = QRectF(box.right() - time_width - 10, box.y(), time_width, box.height())
        tabular = theme.font(15, 600, tabular=True)
        text_line(painter, time, index.data(TIME_ROLE), tabular, theme.colour(Role.TEXT), RIGHT)
        if shows_focus(option):
            focus_ring(painter, theme, box, RADIUS_CONTROL)
        painter.restore()
