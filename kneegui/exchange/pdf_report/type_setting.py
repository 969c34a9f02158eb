"""Type: the fonts and inks of the report, and text set in lines of a width."""

from __future__ import annotations

from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.pieces import Piece

_FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "sans-serif"]
_LEADING = 1.38
"""From line to line, in heights of the font."""


class Ink(Enum):
    """A colour by what it is for; every one is also told apart in grey."""

    TEXT = "#17211f"
    SECOND = "#56605c"
    LINE = "#cfcbc2"
    STRONG_LINE = "#8b877d"
    MARK = "#10463f"
    BAND = "#e3eee8"
    SOFT = "#9fbab1"

    @property
    def colour(self) -> QColor:
        """The colour itself."""
        return QColor(self.value)


class Align(Enum):
    """Which edge of its column a text stands at."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@cache
def font(points: float, weight: int = 400) -> QFont:
    """Gives the font of a size in points and a weight of 100 to 900.

    Ligatures and the like are off: a reader of the PDF finds no letters in them.
    """
    made = QFont()
    made.setFamilies(_FAMILIES)
    # Pixels, because points would be reckoned by the screen, and there may be none.
    made.setPixelSize(round(points * POINT))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("liga", "calt", "clig", "dlig"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


def width_of(text: str, with_font: QFont) -> float:
    """Gives how wide a text is on one line."""
    return QFontMetricsF(with_font).horizontalAdvance(text)


def shortened(text: str, with_font: QFont, width: float) -> str:
    """Gives a text that fits into a width: as it is, or cut off with three dots."""
    return QFontMetricsF(with_font).elidedText(text, Qt.TextElideMode.ElideRight, width)


class SetText:
    """A text in lines of a width; words that are wider are broken where they must."""

    def __init__(
        self,
        text: str,
        with_font: QFont,
        width: float,
        *,
        ink: Ink = Ink.TEXT,
        align: Align = Align.LEFT,
    ) -> None:
        self._ink = ink
        option = QTextOption(align.value)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Kept, because the lines live in it.
        self._layout = QTextLayout(text.replace("\n", "\u2028"), with_font)
        self._layout.setTextOption(option)
        self.step = with_font.pixelSize() * _LEADING
        """From line to line."""
        self.lines: list[QTextLine] = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            # In the middle of its step, however high the font of a foreign script is.
            top = len(self.lines) * self.step + (self.step - line.height()) / 2
            line.setPosition(QPointF(0, top))
            self.lines.append(line)
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """The height of all lines; one at least."""
        return max(1, len(self.lines)) * self.step

    def paint(self, painter: QPainter, left: float = 0.0, top: float = 0.0) -> None:
        """Paints all lines below and right of a point."""
        painter.setPen(self._ink.colour)
        self._layout.draw(painter, QPointF(left, top))

    def piece(self, gap: float = 0.0, *, with_next: bool = False) -> Piece:
        """Gives the text as one piece of the column."""
        return Piece(height=self.height, paint=self.paint, gap=gap, with_next=with_next)

    def paint_line(self, painter: QPainter, number: int, left: float = 0.0) -> None:
        """Paints one line as if it were the first; nothing where the text has fewer."""
        if number < len(self.lines):
            painter.setPen(self._ink.colour)
            self.lines[number].draw(painter, QPointF(left, -number * self.step))
