"""A sign with a few words, such as how long something takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_ICON = 18
_GAP = 6


class Fact(PaintedWidget):
    """One line; where it has less room than it wants, its words are shortened."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        width = length(_ICON + _GAP) + text_width(self._text, self._font())
        return QSize(round(width) + 2, length(22))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        length = self.theme.length
        icon = length(_ICON)
        place = QRectF(0, (box.height() - icon) / 2, icon, icon)
        self.theme.icons.paint(painter, self._icon, place, self.theme.colour(Role.TEXT_THIRD))
        words = box.adjusted(icon + length(_GAP), 0, 0, 0)
        text_line(painter, words, self._text, self._font(), self.theme.colour(Role.TEXT_SECOND))

    def _font(self) -> QFont:
        return self.theme.font(14, 550)
