"""The parts of a chart that pyqtgraph keeps in place: the names of its axes, and its values."""

from __future__ import annotations

from math import floor
from typing import Any, Protocol

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QTransform
from typing_extensions import override

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.theme.painting import picture_of, smooth


class AxisNames(pg.AxisItem):
    """An axis of words alone: its lines are painted behind the values."""

    words_font: QFont

    def dress(self, font: QFont, colour: QColor, gap: int) -> None:
        """Shows the words in a font and colour, with a gap to the values."""
        self.words_font = font
        self.setStyle(tickFont=font, tickLength=0, tickTextOffset=gap)
        self.setTextPen(colour)

    def let_stand_out(self, pixels: int) -> None:
        """Lets a name stand so far beyond an end; one that stands out further is left out."""
        self.setStyle(hideOverlappingLabels=pixels)

    @override
    def drawPicture(self, p: QPainter, axisSpec: Any, tickSpecs: Any, textSpecs: Any) -> None:
        p.setFont(self.words_font)
        p.setPen(self.textPen())
        for box, flags, words in textSpecs:
            p.drawText(box, int(flags), words)


class MarksPainter(Protocol):
    """Who paints what stands between the axes."""

    @property
    def at(self) -> int:
        """The number of the point that is pointed at; -1 for none."""
        ...

    def paint_ground(self, canvas: Canvas) -> None:
        """Paints what lies behind the values."""

    def paint_marks(self, canvas: Canvas) -> None:
        """Paints the values."""

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints the point that is pointed at, over all values."""


class Marks(pg.UIGraphicsItem):
    """All that is painted between the axes, in pixels.

    The values are kept as a picture, so that pointing paints only what changes with it.
    """

    def __init__(self, plot: MarksPainter) -> None:
        self._plot = plot
        self._picture: QPixmap | None = None
        self._painted_as: tuple[QTransform, QRectF, float] | None = None
        super().__init__()

    def paint_anew(self) -> None:
        """Forgets the picture: there are other values, or another look."""
        self._painted_as = None
        self.update()

    @override
    def paint(self, *args: Any) -> None:
        painter: QPainter = args[0]
        transform, values = painter.worldTransform(), self.boundingRect()
        painter.save()
        painter.resetTransform()
        smooth(painter)
        canvas = Canvas(painter, transform, values)
        self._plot.paint_ground(canvas)
        ratio = painter.device().devicePixelRatio()
        if self._painted_as != (transform, values, ratio):
            self._picture = self._paint_picture(transform, values, ratio)
            self._painted_as = (transform, values, ratio)
        assert self._picture is not None
        painter.drawPixmap(_corner(canvas.box), self._picture)
        if self._plot.at >= 0:
            self._plot.paint_pointed(canvas, self._plot.at)
        painter.restore()

    def _paint_picture(self, transform: QTransform, values: QRectF, ratio: float) -> QPixmap:
        box = transform.mapRect(values)
        corner = _corner(box)
        size = QSizeF(box.right() - corner.x() + 1, box.bottom() - corner.y() + 1) * ratio

        def paint(painter: QPainter) -> None:
            painter.translate(-corner)
            self._plot.paint_marks(Canvas(painter, transform, values))

        return picture_of(size.toSize(), ratio, Qt.GlobalColor.transparent, paint)


def _corner(box: QRectF) -> QPointF:
    """Gives the whole pixel at the upper left of a box."""
    return QPointF(floor(box.left()), floor(box.top()))
