"""Weeks as bars, whole or in parts, with a line for what is planned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.charts.marks import Bar
from kneegui.ui.charts.plot import Plot
from kneegui.ui.theme.painting import CENTRE, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_MOST_WIDE = 40
_FILLED = 0.56
"""Share of its place that a wide bar fills; a narrow one fills more."""
_RADIUS = 5
_NUMBERED_FROM = 24
"""Pixels a bar's place has where its number is printed above it."""


class BarPlot(Plot):
    """Bars side by side, each a place of the same width."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._bars: Sequence[Bar] = ()
        self._days = 7.0
        self._plan: float | None = None
        super().__init__(theme, name, parent)

    def show_bars(self, bars: Sequence[Bar], days: float, plan: float | None = None) -> None:
        """Shows these bars.

        Args:
            bars: in order.
            days: the width of a bar's place.
            plan: where a dashed line stands; None for nowhere.
        """
        self._bars, self._days, self._plan = bars, days, plan

    def paint_marks(self, canvas: Canvas) -> None:
        """Paints the bars, the plan, and the numbers over both."""
        place = canvas.pixels_a_day * self._days
        for bar in self._bars:
            self._paint_bar(canvas, bar)
        if self._plan is not None:
            self._paint_plan(canvas, self._plan)
        if place >= self.theme.length(_NUMBERED_FROM):
            for bar in self._bars:
                self._paint_number(canvas, bar)

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints a veil over all bars but one."""
        canvas.painter.fillRect(canvas.box, self.theme.colour(Role.SURFACE, 0.45))
        self._paint_bar(canvas, self._bars[number])
        if self._plan is not None:
            self._paint_plan(canvas, self._plan)

    def _paint_bar(self, canvas: Canvas, bar: Bar) -> None:
        place = canvas.pixels_a_day * self._days
        filled = min(1.0, max(_FILLED, 1 - place / 60))
        width = min(self.theme.length(_MOST_WIDE), place * filled)
        painter = canvas.painter
        painter.setPen(Qt.PenStyle.NoPen)
        foot = canvas.at(bar.x, 0)
        top = canvas.at(bar.x, bar.value).y()
        whole = QRectF(foot.x() - width / 2, top, width, foot.y() - top)
        radius = min(_RADIUS, width / 3, whole.height())
        rounded = radius > 1
        if rounded:
            painter.save()
            shape = QPainterPath()
            shape.addRoundedRect(whole.adjusted(0, 0, 0, radius), radius, radius)
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        below = 0.0
        for part in bar.parts:
            low, high = canvas.at(bar.x, below).y(), canvas.at(bar.x, below + part.value).y()
            colour = self.theme.colour(part.role, part.alpha)
            painter.fillRect(QRectF(whole.x(), high, width, low - high), colour)
            below += part.value
        if rounded:
            painter.restore()

    def _paint_plan(self, canvas: Canvas, plan: float) -> None:
        box, y = canvas.box, canvas.at(0, plan).y()
        pen = QPen(self.theme.colour(Role.TEXT_SECOND, 0.8), 1.4, Qt.PenStyle.DashLine)
        canvas.painter.setPen(pen)
        canvas.painter.drawLine(QPointF(box.x(), y), QPointF(box.right(), y))

    def _paint_number(self, canvas: Canvas, bar: Bar) -> None:
        if not bar.words:
            return
        theme = self.theme
        font = theme.font(11.5, 700 if bar.is_now else 600, tabular=True)
        top = canvas.at(bar.x, bar.value)
        width, height = text_width(bar.words, font) + 4, theme.length(15)
        box = QRectF(top.x() - width / 2, top.y() - height - 3, width, height)
        canvas.painter.fillRect(box, theme.colour(Role.SURFACE))
        ink = theme.colour(Role.TEXT if bar.is_now else Role.TEXT_SECOND)
        text_line(canvas.painter, box, bar.words, font, ink, CENTRE)
