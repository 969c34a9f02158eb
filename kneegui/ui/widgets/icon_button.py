"""A small button that is a sign only; its name is told on hovering and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton

_SIZE = 34
_ICON = 18


class IconButton(PaintedButton):
    """A sign without a ground until the pointer is over it."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        size = self.theme.length(_SIZE)
        return QSize(size, size)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = Role.PRESS if self.isDown() else Role.HOVER
            rounded_box(painter, box, self.ring_radius, theme.colour(fill))
        size = theme.length(_ICON)
        place = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
        ink = Role.TEXT_SECOND if self.isEnabled() else Role.DISABLED
        theme.icons.paint(painter, self._icon, place, theme.colour(ink))
