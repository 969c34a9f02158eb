"""How an exercise looks as a card: stage with picture, goal, name and dose."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.domain.exercise import Exercise
from kneegui.ui.delegates.kept_rows import KeptRows
from kneegui.ui.delegates.row_state import has_state, shows_focus
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.goal_roles import GOAL_TEXT, GOAL_TINT
from kneegui.ui.theme.painting import (
    RADIUS_CARD,
    fitted,
    focus_ring,
    rounded_box,
    smooth,
    soft_shadow,
    text_line,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.words import GOAL_ICON

_STAGE = 142
_WORDS = 64


def card_height(theme: Theme) -> int:
    """Gives the height of a cell of the grid, its gap included."""
    return _STAGE + theme.length(_WORDS)


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a card; the chosen one has a thick edge, the one under the pointer a shadow."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = KeptRows(theme, Role.WINDOW)
        pictures.arrived.connect(self._kept.drop)
        self._theme = theme
        self._pictures = pictures
        self._stage_size = QSize(220, 120)

    def read_ahead(self, exercises: Iterable[str], ratio: float) -> None:
        """Has the pictures of cards read that are not in sight yet."""
        for exercise in exercises:
            self._pictures.want(exercise, "card", self._stage_size, ratio)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        # A list of cards has a grid, and a card fills its cell of it.
        view = option.widget
        assert isinstance(view, QListView)
        return view.gridSize()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        exercise: Exercise = index.data(EXERCISE_ROLE)

        def paint(painter: QPainter, card: QRectF) -> None:
            self._paint_card(painter, card, option, exercise, index.data(LINE_ROLE))

        card = option.rect.adjusted(6, 5, -6, -9)
        painter.save()
        smooth(painter)
        if has_state(option, QStyle.StateFlag.State_MouseOver):
            soft_shadow(painter, self._theme, QRectF(card), RADIUS_CARD)
            paint(painter, QRectF(card))
        else:
            self._kept.paint(painter, option, exercise.id, card, paint)
        painter.restore()

    def _paint_card(
        self,
        painter: QPainter,
        card: QRectF,
        option: QStyleOptionViewItem,
        exercise: Exercise,
        line: str,
    ) -> None:
        theme = self._theme
        chosen = has_state(option, QStyle.StateFlag.State_Selected)
        edge = None if chosen else theme.colour(Role.LINE)
        rounded_box(painter, card, RADIUS_CARD, theme.colour(Role.SURFACE), edge)
        words = theme.length(_WORDS)
        stage = card.adjusted(1, 1, -1, -words)
        self._paint_stage(painter, stage, exercise)
        left, width = card.x() + 14, card.width() - 28
        name = QRectF(left, stage.bottom() + theme.length(10), width, theme.length(20))
        bold = fitted(exercise.name, theme.font(14.5, 650), width)
        text_line(painter, name, exercise.name, bold, theme.colour(Role.TEXT))
        dose = QRectF(left, stage.bottom() + theme.length(31), width, theme.length(18))
        second = theme.colour(Role.TEXT_SECOND)
        text_line(painter, dose, line, fitted(line, theme.font(12.5, 400), width), second)
        if chosen:
            rounded_box(painter, card, RADIUS_CARD, None, theme.colour(Role.PRIMARY), 2.5)
        if shows_focus(option):
            focus_ring(painter, theme, card.adjusted(3, 3, -3, -3), RADIUS_CARD - 3)

    def _paint_stage(self, painter: QPainter, stage: QRectF, exercise: Exercise) -> None:
        theme = self._theme
        path = QPainterPath()
        path.addRoundedRect(stage.adjusted(0, 0, 0, 20), RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.save()
        painter.setClipRect(stage, Qt.ClipOperation.IntersectClip)
        painter.fillPath(path, theme.colour(Role.STAGE))
        painter.restore()
        ratio = painter.device().devicePixelRatioF()
        place = stage.adjusted(6, 4, -6, -4)
        self._stage_size = place.size().toSize()
        self._pictures.paint(painter, exercise.id, "card", place, ratio)
        badge = QRectF(stage.x() + 8, stage.y() + 8, 26, 26)
        rounded_box(painter, badge, 8, theme.colour(GOAL_TINT[exercise.goal]))
        icon, ink = GOAL_ICON[exercise.goal], theme.colour(GOAL_TEXT[exercise.goal])
        theme.icons.paint(painter, icon, badge.adjusted(5, 5, -5, -5), ink)
