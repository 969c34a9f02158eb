"""The words to the marks of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.themed import PaintedWidget

_GAP = 14
_SIGN = 16
_FONT = (12.5, 500)


class Sign(Enum):
    """The shape of a mark."""

    RING = "ring"
    DOT = "dot"
    BOX = "box"
    BAND = "band"
    """A box of a colour so pale that it needs an edge."""
    DASH = "dash"
    FAINT = "faint"
    """A small pale dot."""


Entry = tuple[Sign, Role, str]
"""A mark, its colour and its words."""


class ChartLegend(QWidget):
    """Signs with their words side by side, in several rows where one is too short."""

    def __init__(
        self, theme: Theme, entries: Sequence[Entry] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(_GAP, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Shows other signs."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        for entry in entries:
            self._flow.addWidget(_LegendEntry(self._theme, entry, self))
        self.setAccessibleName(", ".join(words for _, _, words in entries))
        self.updateGeometry()


class _LegendEntry(PaintedWidget):
    def __init__(self, theme: Theme, entry: Entry, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._sign, self._role, self._words = entry
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        width = text_width(self._words, self.theme.font(*_FONT))
        return QSize(round(width) + length(_SIGN) + 8, length(20))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, size = self.theme, self.theme.length(_SIGN)
        place = QRectF(0, box.center().y() - size / 2, size, size)
        self._paint_sign(painter, place, theme.colour(self._role))
        line = box.adjusted(size + 6, 0, 0, 0)
        text_line(painter, line, self._words, theme.font(*_FONT), theme.colour(Role.TEXT_SECOND))

    def _paint_sign(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        middle = box.center()
        if self._sign is Sign.DASH:
            painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
            return
        if self._sign in {Sign.BOX, Sign.BAND}:
            edge = self.theme.colour(Role.EDGE) if self._sign is Sign.BAND else None
            rounded_box(painter, box.adjusted(2, 2, -2, -2), 3, colour, edge)
            return
        radius = box.width() / (6 if self._sign is Sign.FAINT else 3.4)
        hollow = self._sign is Sign.RING
        painter.setPen(QPen(colour, 1.8) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawEllipse(middle, radius, radius)
