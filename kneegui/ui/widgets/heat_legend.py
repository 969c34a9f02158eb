"""What the colours of the heat map stand for, and how today is marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_LEVELS = 6
_CELL = 13
_STEP = 16
_GAP = 6


class HeatLegend(PaintedWidget):
    """``0 min`` six cells ``40+``, and a ringed cell ``today``."""

    def __init__(
        self, theme: Theme, least: str, most: str, today: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._least = least
        self._most = most
        self._today = today
        self.setAccessibleName(f"{least} – {most}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        length, font = self.theme.length, self._font()
        words = sum(text_width(word, font) + 1 for word in (self._least, self._most, self._today))
        cells = length(_STEP) * _LEVELS + length(_CELL)
        return QSize(round(words + cells) + length(5.5 * _GAP), length(20))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, length = self.theme, self.theme.length
        left = self._paint_word(painter, box, 0, self._least) + length(_GAP)
        for level in range(_LEVELS):
            cell = self._cell(box, left)
            rounded_box(painter, cell, cell.height() * 0.27, theme.heat_colour(level))
            left += length(_STEP)
        left = self._paint_word(painter, box, left + length(_GAP) / 2, self._most)
        cell = self._cell(box, left + length(2.5 * _GAP)).adjusted(1, 1, -1, -1)
        rounded_box(painter, cell, cell.height() * 0.27, theme.heat_colour(0))
        around, ink = cell.adjusted(-3, -3, 3, 3), theme.colour(Role.TEXT)
        rounded_box(painter, around, around.height() * 0.27, None, ink, 2)
        self._paint_word(painter, box, cell.right() + length(1.5 * _GAP), self._today)

    def _font(self) -> QFont:
        return self.theme.font(11.5, 500)

    def _cell(self, box: QRectF, left: float) -> QRectF:
        size = self.theme.length(_CELL)
        return QRectF(left, (box.height() - size) / 2, size, size)

    def _paint_word(self, painter: QPainter, box: QRectF, left: float, word: str) -> float:
        """Paints a word and gives where it ends."""
        font = self._font()
        width = text_width(word, font) + 1
        place = QRectF(left, 0, width, box.height())
        text_line(painter, place, word, font, self.theme.colour(Role.TEXT_THIRD))
        return left + width
