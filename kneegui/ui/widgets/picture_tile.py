"""A tile with a picture that leads to an exercise."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton


class PictureTile(PaintedButton):
    """A button with a small picture, a word above and a name, such as the easier exercise."""

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        exercise: str,
        heading: str,
        icon: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, f"{heading}: {name}", parent)
        self._pictures = pictures
        self._exercise = exercise
        self._heading = heading
        self._icon = icon
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self.update)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, self.theme.length(62))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        fill = theme.colour(Role.HOVER) if self.underMouse() else None
        rounded_box(painter, box, RADIUS_CONTROL, fill, theme.colour(Role.LINE))
        stage = QRectF(5, 5, theme.length(70), box.height() - 10)
        rounded_box(painter, stage, 7, theme.colour(Role.STAGE))
        ratio = self.devicePixelRatioF()
        self._pictures.paint(painter, self._exercise, "card", stage.adjusted(2, 2, -2, -2), ratio)
        left = stage.right() + 9
        icon = theme.length(14)
        theme.icons.paint(
            painter,
            self._icon,
            QRectF(left, theme.length(13), icon, icon),
            theme.colour(Role.TEXT_THIRD),
        )
        width = box.width() - left - 8
        heading = QRectF(left + icon + 4, theme.length(10), width - icon - 4, theme.length(19))
        text_line(
            painter, heading, self._heading, theme.font(12, 500), theme.colour(Role.TEXT_THIRD)
        )
        name = QRectF(left, theme.length(31), width, theme.length(20))
        text_line(painter, name, self._name, theme.font(13, 600), theme.colour(Role.LINK))
