"""A large number with its word beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_HEIGHT = 30
_GAP = 7


class KeyFigure(PaintedWidget):
    """``61`` sessions, ``24 h`` in total."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._number = ""
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def show_figure(self, number: str, word: str) -> None:
        """Shows another number."""
        self._number = number
        self._word = word
        self.setAccessibleName(f"{number} {word}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        width = self._word_left() + text_width(self._word, self._small())
        return QSize(round(width) + 2, length(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        text_line(painter, box, self._number, self._large(), theme.colour(Role.TEXT))
        # The feet of the words stand where those of the number do, as nearly as a pixel.
        words = box.adjusted(self._word_left(), theme.length(3), 0, theme.length(3))
        text_line(painter, words, self._word, self._small(), theme.colour(Role.TEXT_SECOND))

    def _word_left(self) -> float:
        return text_width(self._number, self._large()) + self.theme.length(_GAP)

    def _large(self) -> QFont:
        return self.theme.font(22, 700, tabular=True)

    def _small(self) -> QFont:
        return self.theme.font(13, 500)
