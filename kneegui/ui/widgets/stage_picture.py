"""A still of an exercise on its stage."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.painting import RADIUS_CARD, rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget


class StagePicture(PaintedWidget):
    """Fills the place it is given; its accessible name is that of the exercise."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures = pictures
        self._exercise = ""
        self._still = "start"
        pictures.arrived.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.follow(theme)

    def show_exercise(self, exercise: str, name: str, still: str = "start") -> None:
        """Shows a still of an exercise, by its id."""
        self._exercise = exercise
        self._still = still
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        rounded_box(painter, box, RADIUS_CARD, self.theme.colour(Role.STAGE))
        if self._exercise:
            place, ratio = box.adjusted(8, 6, -8, -6), self.devicePixelRatioF()
            self._pictures.paint(painter, self._exercise, self._still, place, ratio)
