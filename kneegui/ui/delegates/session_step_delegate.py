"""How the steps of a session look: each exercise, and below it what was done of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.session import StepRecord, StepStatus
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.models.rows_model import Index
from kneegui.ui.models.session_step_model import (
    AMOUNT_ROLE,
    EXERCISE_ID_ROLE,
    STATUS_ROLE,
    STEP_ROLE,
)
from kneegui.ui.step_words import step_place
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.painting import RIGHT, fitted, rounded_box, smooth, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.pain_disc import paint_pain_disc

_EXERCISE, _STEP = 34, 24
_ICON = 18
_INDENT = 42
_SIGN = {
    StepStatus.DONE: ("check-circle-fill", Role.LINK),
    StepStatus.SKIPPED: ("skip-forward-fill", Role.TEXT_THIRD),
    StepStatus.STOPPED: ("hand-palm-fill", Role.DANGER),
    None: ("circle-half-fill", Role.TEXT_SECOND),
}


class SessionStepDelegate(QStyledItemDelegate):
    """An exercise with its sign, goal and dose; or a step: side and set, amount, time, pain."""

    def __init__(
        self, theme: Theme, goals: Mapping[str, Goal], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goals = goals

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = _EXERCISE if index.data(STEP_ROLE) is None else _STEP
        return QSize(200, self._theme.length(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        smooth(painter)
        box = QRectF(option.rect)
        step: StepRecord | None = index.data(STEP_ROLE)
        if step is None:
            self._paint_exercise(painter, box, index)
        else:
            self._paint_step(painter, box, step, index)
        painter.restore()

    def _paint_exercise(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme, length = self._theme, self._theme.length
        # The steps below it belong to it: the room is above.
        line = box.adjusted(0, length(6), 0, 0)
        middle = line.center().y()
        self._paint_sign(painter, 0, middle, index.data(STATUS_ROLE), _ICON)
        left = float(length(26))
        goal = self._goals.get(index.data(EXERCISE_ID_ROLE))
        if goal is not None:
            size = length(8)
            dot = QRectF(left, middle - size / 2, size, size)
            rounded_box(painter, dot, 2, theme.colour(GOAL_SOLID[goal]))
        left = float(length(_INDENT))
        room = line.width() - left
        amount: str = index.data(AMOUNT_ROLE)
        font = fitted(amount, theme.font(13, 500, tabular=True), room * 0.5)
        width = text_width(amount, font) + 1
        ink = theme.colour(Role.TEXT_SECOND)
        place = QRectF(line.right() - width, line.y(), width, line.height())
        text_line(painter, place, amount, font, ink, RIGHT)
        words = QRectF(left, line.y(), room - width - length(10), line.height())
        title = str(index.data())
        font = fitted(title, theme.font(13.5, 600), words.width())
        done = index.data(STATUS_ROLE) in {StepStatus.DONE, None}
        text_line(painter, words, title, font, theme.colour(Role.TEXT) if done else ink)

    def _paint_step(self, painter: QPainter, box: QRectF, step: StepRecord, index: Index) -> None:
        theme, length = self._theme, self._theme.length
        font = theme.font(12.5, 450, tabular=True)
        ink, middle = theme.colour(Role.TEXT_SECOND), box.center().y()
        time = QRectF(box.right() - length(44), box.y(), length(44), box.height())
        if step.seconds >= 1:
            text_line(painter, time, index.data(TIME_ROLE), font, ink, RIGHT)
        amount: str = index.data(AMOUNT_ROLE)
        width = text_width(amount, font) + 1
        place = QRectF(time.x() - width - length(4), box.y(), width, box.height())
        text_line(painter, place, amount, font, ink, RIGHT)
        left = float(length(_INDENT))
        if step.status is not StepStatus.DONE:
            self._paint_sign(painter, left, middle, step.status, 14)
            left += length(20)
        right = place.x() - length(10)
        if step.pain is not None:
            size = length(19)
            right -= size
            paint_pain_disc(painter, theme, QRectF(right, middle - size / 2, size, size), step.pain)
            right -= length(8)
        words = QRectF(left, box.y(), right - left, box.height())
        line: str = index.data(LINE_ROLE)
        if text_width(line, font) > words.width():
            # How it ended, the sign tells too.
            line = step_place(step)
        text_line(painter, words, line, fitted(line, font, words.width()), ink)

    def _paint_sign(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        status: StepStatus | None,
        pixels: int,
    ) -> None:
        icon, role = _SIGN[status]
        size = self._theme.length(pixels)
        place = QRectF(left, middle - size / 2, size, size)
        self._theme.icons.paint(painter, icon, place, self._theme.colour(role))
