"""How a session looks in the list, and how its steps look."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.session import SessionStatus, StepRecord, StepStatus
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.models.rows_model import Index
from kneegui.ui.models.session_model import AMOUNT_ROLE, SESSION_ROLE, STEP_ROLE
from kneegui.ui.session_line import SessionLine
from kneegui.ui.session_words import SESSION_ICON
from kneegui.ui.theme.goal_roles import GOAL_SOLID
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
from kneegui.ui.widgets.pain_disc import pain_change_width, paint_pain_change, paint_pain_disc

_DISCS = (26, 30)
_ICON = 20
_STEP_ICON = {
    StepStatus.DONE: ("check-circle-fill", Role.LINK),
    StepStatus.SKIPPED: ("skip-forward-fill", Role.TEXT_THIRD),
    StepStatus.STOPPED: ("hand-palm-fill", Role.DANGER),
}


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


class SessionDelegate(QStyledItemDelegate):
    """The name of a day, or a session: how it ended, title, facts, pain before and after."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(SESSION_ROLE) is not None:
            return QSize(200, self._theme.length(58))
        return QSize(200, self._theme.length(28 if index.row() == 0 else 42))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        smooth(painter)
        session: SessionLine | None = index.data(SESSION_ROLE)
        box = QRectF(option.rect).adjusted(0, 1, -2, -1)
        if session is None:
            self._paint_heading(painter, box, str(index.data()))
        else:
            self._paint_session(painter, box, option, index, session)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, day: str) -> None:
        theme = self._theme
        line = QRectF(box.x() + 12, box.bottom() - theme.length(26), box.width() - 24, 0)
        line.setHeight(theme.length(22))
        ink = theme.colour(Role.TEXT_SECOND)
        text_line(painter, line, day, theme.font(13, 650), ink)

    def _paint_session(
        self,
        painter: QPainter,
        box: QRectF,
        option: QStyleOptionViewItem,
        index: Index,
        session: SessionLine,
    ) -> None:
        theme = self._theme
        chosen = _has(option, QStyle.StateFlag.State_Selected)
        if chosen:
            rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.SOFT))
        elif _has(option, QStyle.StateFlag.State_MouseOver):
            rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.HOVER))
        icon = theme.length(_ICON)
        sign = QRectF(box.x() + 12, box.center().y() - icon / 2, icon, icon)
        done = session.status is SessionStatus.COMPLETED
        ink = theme.colour(Role.LINK if done else Role.TEXT_THIRD)
        theme.icons.paint(painter, SESSION_ICON[session.status], sign, ink)
        discs = pain_change_width(theme, *_DISCS)
        left = sign.right() + 14
        width = box.right() - left - discs - 26
        middle = box.center().y()
        name = QRectF(left, middle - theme.length(21), width, theme.length(21))
        ink = theme.colour(Role.ON_SOFT if chosen else Role.TEXT)
        title = fitted(session.title, theme.font(14.5, 650), width)
        text_line(painter, name, session.title, title, ink)
        line = QRectF(left, middle + theme.length(1), width, theme.length(18))
        facts = index.data(LINE_ROLE)
        font = fitted(facts, theme.font(13, 450, tabular=True), width)
        text_line(painter, line, facts, font, theme.colour(Role.TEXT_SECOND))
        place = QRectF(box.right() - discs - 12, box.y(), discs, box.height())
        pain = (session.pain_before, session.pain_after)
        paint_pain_change(painter, theme, place, pain, _DISCS)
        view = option.widget
        if _has(option, QStyle.StateFlag.State_HasFocus) and getattr(view, "keyboard_used", False):
            focus_ring(painter, theme, box, RADIUS_CONTROL)


class SessionStepDelegate(QStyledItemDelegate):
    """How a step ended, its exercise, side and set, how much was done and how long it took."""

    def __init__(
        self, theme: Theme, goals: Mapping[str, Goal], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goals = goals

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._theme.length(50))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, QRectF(option.rect)
        step: StepRecord = index.data(STEP_ROLE)
        painter.save()
        smooth(painter)
        if index.row():
            painter.fillRect(QRectF(box.x(), box.y(), box.width(), 1), theme.colour(Role.LINE))
        icon = theme.length(_ICON)
        middle = box.center().y()
        name, role = _STEP_ICON[step.status]
        sign = QRectF(box.x(), middle - icon / 2, icon, icon)
        theme.icons.paint(painter, name, sign, theme.colour(role))
        right = self._paint_right(painter, box, step, index)
        left = sign.right() + 12
        goal = self._goals.get(step.exercise)
        top = QRectF(left, middle - theme.length(21), right - left, theme.length(20))
        if goal is not None:
            dot = QRectF(left, top.center().y() - 4, 8, 8)
            rounded_box(painter, dot, 3, theme.colour(GOAL_SOLID[goal]))
            top.setLeft(left + 15)
        font = fitted(step.title, theme.font(14, 600), top.width())
        done = step.status is StepStatus.DONE
        ink = theme.colour(Role.TEXT if done else Role.TEXT_SECOND)
        text_line(painter, top, step.title, font, ink)
        below = QRectF(left, middle + theme.length(1), right - left, theme.length(18))
        line = index.data(LINE_ROLE)
        font = fitted(line, theme.font(12.5, 450), below.width())
        text_line(painter, below, line, font, theme.colour(Role.TEXT_SECOND))
        painter.restore()

    def _paint_right(self, painter: QPainter, box: QRectF, step: StepRecord, index: Index) -> float:
        """Paints pain, amount and time at the right end; gives where the words must end."""
        theme, middle = self._theme, box.center().y()
        right = box.right() - 2
        if step.pain is not None:
            size = theme.length(26)
            disc = QRectF(right - size, middle - size / 2, size, size)
            paint_pain_disc(painter, theme, disc, step.pain)
            right = disc.x() - theme.length(10)
        amount, time = index.data(AMOUNT_ROLE), index.data(TIME_ROLE)
        amount_font = theme.font(13, 550, tabular=True)
        time_font = theme.font(12.5, 450, tabular=True)
        width = max(text_width(amount, amount_font), text_width(time, time_font)) + 1
        top = QRectF(right - width, middle - theme.length(21), width, theme.length(20))
        text_line(painter, top, amount, amount_font, theme.colour(Role.TEXT), RIGHT)
        below = QRectF(right - width, middle + theme.length(1), width, theme.length(18))
        text_line(painter, below, time, time_font, theme.colour(Role.TEXT_SECOND), RIGHT)
        return right - width - theme.length(12)
