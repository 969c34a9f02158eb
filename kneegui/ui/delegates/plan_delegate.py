"""How the plan of a routine looks: a line of stops, like a timetable."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.domain.exercise import Exercise
from kneegui.ui.delegates.row_state import paint_row_ground, shows_focus
from kneegui.ui.models.plan_model import AT_ROLE, PLAN_ROLE, PlanRow
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE, TIME_ROLE
from kneegui.ui.theme.goal_roles import GOAL_SOLID, GOAL_TEXT, GOAL_TINT
from kneegui.ui.theme.painting import (
    RADIUS_CONTROL,
    RIGHT,
    fitted,
    focus_ring,
    rounded_box,
    smooth,
    text_line,
    text_width,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.words import GOAL_ICON

Index = QModelIndex | QPersistentModelIndex

_HEIGHT = {PlanRow.EXERCISE: 56, PlanRow.END: 40}
_STEP_HEIGHT = 30
_TWO_LINES = 48
_AT_WIDTH = 44
_BADGE = 26
_DOT = 10
_FLAG = 18
_SIDE = 6
_GAP = 12
_RING = {PlanRow.READY: Role.PREPARE_RING, PlanRow.REST: Role.REST_RING}


class PlanDelegate(QStyledItemDelegate):
    """When a step begins, a stop on a line in the colour of what it is, its words and its time.

    In a narrow list it is not told when a step begins, and the words take two lines.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Paints for a narrow list from now on, or for a wide one."""
        self._narrow = narrow

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        step = _TWO_LINES if self._narrow and index.data(LINE_ROLE) else _STEP_HEIGHT
        return QSize(200, self._theme.length(_HEIGHT.get(index.data(PLAN_ROLE), step)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect)
        painter.save()
        smooth(painter)
        paint_row_ground(painter, self._theme, option, box)
        kind: PlanRow = index.data(PLAN_ROLE)
        if kind is PlanRow.EXERCISE:
            self._paint_exercise(painter, box, index)
        else:
            self._paint_step(painter, box, index, kind)
        if shows_focus(option):
            focus_ring(painter, self._theme, box, RADIUS_CONTROL)
        painter.restore()

    def _paint_exercise(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme = self._theme
        exercise: Exercise = index.data(EXERCISE_ROLE)
        middle = box.center().y() + theme.length(4)
        stop = self._paint_line(painter, box, index, middle)
        size = theme.length(_BADGE)
        badge = QRectF(stop - size / 2, middle - size / 2, size, size)
        # Its own ground first: the tints let the line shine through.
        rounded_box(painter, badge.adjusted(-3, -3, 3, 3), 10, theme.colour(Role.SURFACE))
        rounded_box(painter, badge, 8, theme.colour(GOAL_TINT[exercise.goal]))
        inset = size * 0.2
        icon = badge.adjusted(inset, inset, -inset, -inset)
        ink = theme.colour(GOAL_TEXT[exercise.goal])
        theme.icons.paint(painter, GOAL_ICON[exercise.goal], icon, ink)
        time, line, name = index.data(TIME_ROLE), index.data(LINE_ROLE), str(index.data())
        second = theme.colour(Role.TEXT_SECOND)
        time_place = QRectF(box.x(), middle - 12, box.width(), 24)
        bold = theme.font(15, 600, tabular=True)
        right = self._paint_time(painter, time_place, time, bold, theme.colour(Role.TEXT))
        left = stop + size / 2 + _GAP
        width = right - left - _GAP
        words = QRectF(left, time_place.y(), width, time_place.height())
        top, below = _halves(words, theme.length(19)) if line else (words, words)
        bold = fitted(name, theme.font(14.5, 650), width)
        text_line(painter, top, name, bold, theme.colour(Role.TEXT))
        text_line(painter, below, line, fitted(line, theme.font(12.5, 450), width), second)

    def _paint_step(self, painter: QPainter, box: QRectF, index: Index, kind: PlanRow) -> None:
        theme, middle = self._theme, box.center().y()
        stop = self._paint_line(painter, box, index, middle)
        self._paint_stop(painter, stop, middle, index, kind)
        is_main = kind in {PlanRow.SET, PlanRow.END}
        ink = theme.colour(Role.TEXT if is_main else Role.TEXT_SECOND)
        font = theme.font(13.5, 500, tabular=True)
        right = self._paint_time(painter, box, index.data(TIME_ROLE), font, ink)
        left = stop + theme.length(_BADGE) / 2 + _GAP
        room = right - left - _GAP
        amount, place = str(index.data()), index.data(LINE_ROLE)
        font = fitted(amount, theme.font(14, 600 if is_main else 450), room)
        first = QRectF(left, box.y(), room, box.height())
        if self._narrow and place:
            first, second = _halves(first, theme.length(20))
        else:
            second = first.adjusted(text_width(amount, font) + theme.length(9), 0, 0, 0)
        text_line(painter, first, amount, font, ink)
        font = fitted(place, theme.font(13, 450), second.width())
        text_line(painter, second, place, font, theme.colour(Role.TEXT_SECOND))

    def _paint_line(self, painter: QPainter, box: QRectF, index: Index, middle: float) -> float:
        """Paints when the row begins, and the line all stops are on; gives where that is."""
        theme = self._theme
        left = box.x() + _SIDE
        if not self._narrow:
            at = QRectF(left, box.y(), theme.length(_AT_WIDTH), box.height())
            font = theme.font(12.5, 500, tabular=True)
            text_line(painter, at, index.data(AT_ROLE), font, theme.colour(Role.TEXT_THIRD), RIGHT)
            left = at.right() + _GAP
        stop = left + theme.length(_BADGE) / 2
        top = middle if index.row() == 0 else box.top()
        bottom = middle if index.data(PLAN_ROLE) is PlanRow.END else box.bottom() + 1
        painter.fillRect(QRectF(stop - 1, top, 2, bottom - top), theme.colour(Role.LINE))
        return stop

    def _paint_stop(
        self, painter: QPainter, stop: float, middle: float, index: Index, kind: PlanRow
    ) -> None:
        theme = self._theme
        if kind is PlanRow.END:
            size = theme.length(_FLAG)
            place = QRectF(stop - size / 2, middle - size / 2, size, size)
            rounded_box(painter, place, 4, theme.colour(Role.SURFACE))
            theme.icons.paint(painter, "flag-fill", place, theme.colour(Role.TEXT))
            return
        size = theme.length(_DOT)
        dot = QRectF(stop - size / 2, middle - size / 2, size, size)
        around = theme.colour(Role.SURFACE)
        rounded_box(painter, dot.adjusted(-2, -2, 2, 2), size / 2 + 2, around)
        if kind is PlanRow.SET:
            exercise: Exercise = index.data(EXERCISE_ROLE)
            solid = theme.colour(GOAL_SOLID[exercise.goal])
            rounded_box(painter, dot, size / 2, solid)
        else:
            rounded_box(painter, dot, size / 2, around, theme.colour(_RING[kind]), 2)

    @staticmethod
    def _paint_time(painter: QPainter, box: QRectF, time: str, font: QFont, ink: QColor) -> float:
        """Paints how long the row lasts at its right end; gives where the words must end."""
        width = text_width(time, font) + 1
        place = QRectF(box.right() - width - 10, box.y(), width, box.height())
        text_line(painter, place, time, font, ink, RIGHT)
        return place.x()


def _halves(box: QRectF, height: float) -> tuple[QRectF, QRectF]:
    """Gives the places of two lines, one above and one below the middle of a box."""
    middle = box.center().y()
    below = QRectF(box.x(), middle, box.width(), height)
    return below.translated(0, -height), below
