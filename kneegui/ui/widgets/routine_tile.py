"""A routine among others: a picture, its title, and how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.painting import (
    RADIUS_CARD,
    RADIUS_CONTROL,
    fitted,
    focus_ring,
    rounded_box,
    text_line,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton

_STAGE = 104
_PICTURE = (166, 96)
_EDGE = 10
_WORDS = 58


class RoutineTile(PaintedButton):
    """A card that is pressed as a whole."""

    ring_radius = float(RADIUS_CARD)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._pictures = pictures
        self._exercise = ""
        self._line = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self.update)
        self.follow(theme)

    def show_routine(self, title: str, line: str, exercise: str) -> None:
        """Shows another routine.

        Args:
            title: its title.
            line: how long it takes, and the like.
            exercise: the id of the exercise whose picture stands for it.
        """
        self.setText(title)
        self._line = line
        self._exercise = exercise
        self.setAccessibleName(f"{title}, {line}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        return QSize(length(160), length(_STAGE + _WORDS) + 2 * _EDGE)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, length = self.theme, self.theme.length
        over = self.underMouse() or self.isDown()
        ground = Role.HOVER if over else Role.SURFACE
        rounded_box(painter, box, RADIUS_CARD, theme.colour(ground), theme.colour(Role.LINE))
        stage = QRectF(_EDGE, _EDGE, box.width() - 2 * _EDGE, length(_STAGE))
        rounded_box(painter, stage, RADIUS_CONTROL, theme.colour(Role.STAGE))
        self._paint_picture(painter, stage)
        words = QRectF(stage.x() + 2, stage.bottom() + length(8), stage.width() - 4, length(22))
        title = fitted(self.text(), theme.font(14, 650), words.width())
        text_line(painter, words, self.text(), title, theme.colour(Role.TEXT))
        below = words.translated(0, length(22))
        line = fitted(self._line, theme.font(13, 450, tabular=True), below.width())
        text_line(painter, below, self._line, line, theme.colour(Role.TEXT_SECOND))
        if self.shows_ring:
            focus_ring(painter, theme, box, RADIUS_CARD)

    def _paint_picture(self, painter: QPainter, stage: QRectF) -> None:
        # Of one size in all tiles, so that a still is read once for them.
        place = QRectF(0, 0, self.theme.length(_PICTURE[0]), self.theme.length(_PICTURE[1]))
        place.moveCenter(stage.center())
        ratio = self.devicePixelRatioF()
        self._pictures.paint(painter, self._exercise, "card", place, ratio)
