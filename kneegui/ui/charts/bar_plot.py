"""Weeks as bars, whole or in parts, with a line for what is planned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.charts.marks import Bar, BarPart
from kneegui.ui.charts.plot import Plot
from kneegui.ui.theme.painting import CENTRE, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_MOST_WIDE = 40
_FILLED = 0.56
"""Share of its place that a wide bar fills; a narrow one fills more."""
_RADIUS = 5
_PARTED_FROM = 4
"""Pixels that each of several bars side by side takes where there is a gap between them."""
_NUMBERED_FROM = 24
"""Pixels a bar's place has where its number is printed above it."""


class BarPlot(Plot):
    """Bars side by side, each a place of the same width."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._bars: Sequence[Bar] = ()
        self._days = 7.0
        self._plan: float | None = None
        super().__init__(theme, name, parent)

    @property
    def bars(self) -> Sequence[Bar]:
        """What is shown."""
        return self._bars

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
        for bar in self._bars:
            self._paint_bar(canvas, bar)
        if self._plan is not None:
            self._paint_plan(canvas, self._plan)
        for bar in self._bars:
            self._paint_number(canvas, bar)

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints a veil over all bars but one, which stays as it is with its number."""
        canvas.painter.fillRect(canvas.box, self.theme.colour(Role.SURFACE, 0.45))
        self._paint_bar(canvas, self._bars[number])
        if self._plan is not None:
            self._paint_plan(canvas, self._plan)
        self._paint_number(canvas, self._bars[number])

    def _paint_bar(self, canvas: Canvas, bar: Bar) -> None:
        place = canvas.pixels_a_day * self._days
        filled = min(1.0, max(_FILLED, 1 - place / 60))
        width = min(self.theme.length(_MOST_WIDE), place * filled)
        left = canvas.at(bar.x, 0).x() - width / 2
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        if not bar.beside:
            self._paint_pile(canvas, left, width, bar.parts)
            return
        each = width / max(1, len(bar.parts))
        # Where they are wide enough, a hairline keeps them apart.
        gap = 1 if each >= _PARTED_FROM else 0
        for number, part in enumerate(bar.parts):
            self._paint_pile(canvas, left + each * number, each - gap, (part,))

    def _paint_pile(
        self, canvas: Canvas, left: float, width: float, parts: Sequence[BarPart]
    ) -> None:
        """Paints parts on each other from zero, the highest with round corners."""
        painter = canvas.painter
        foot, top = (canvas.at(0, y).y() for y in (0, sum(part.value for part in parts)))
        whole = QRectF(left, top, width, foot - top)
        radius = min(_RADIUS, width / 3, whole.height())
        rounded = radius > 1
        if rounded:
            painter.save()
            shape = QPainterPath()
            shape.addRoundedRect(whole.adjusted(0, 0, 0, radius), radius, radius)
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        below = 0.0
        for part in parts:
            low, high = canvas.at(0, below).y(), canvas.at(0, below + part.value).y()
            painter.fillRect(QRectF(left, high, width, low - high), self._colour(part))
            below += part.value
        if rounded:
            painter.restore()

    def _colour(self, part: BarPart) -> QColor:
        """Gives the colour of a part; a paler one hides what is behind it all the same."""
        ground, colour = self.theme.colour(Role.SURFACE), self.theme.colour(part.role)
        share = part.alpha
        return QColor(
            round(colour.red() * share + ground.red() * (1 - share)),
            round(colour.green() * share + ground.green() * (1 - share)),
            round(colour.blue() * share + ground.blue() * (1 - share)),
        )

    def _paint_plan(self, canvas: Canvas, plan: float) -> None:
        box, y = canvas.box, canvas.at(0, plan).y()
        pen = QPen(self.theme.colour(Role.TEXT_SECOND, 0.8), 1.4, Qt.PenStyle.DashLine)
        canvas.painter.setPen(pen)
        canvas.painter.drawLine(QPointF(box.x(), y), QPointF(box.right(), y))

    def _paint_number(self, canvas: Canvas, bar: Bar) -> None:
        theme = self.theme
        place = canvas.pixels_a_day * self._days
        if not bar.words or place < theme.length(_NUMBERED_FROM):
            return
        font = theme.font(11.5, 700 if bar.is_now else 600, tabular=True)
        top = canvas.at(bar.x, bar.value)
        width, height = text_width(bar.words, font) + 4, theme.length(15)
        box = QRectF(top.x() - width / 2, top.y() - height - 3, width, height)
        canvas.painter.fillRect(box, theme.colour(Role.SURFACE))
        ink = theme.colour(Role.TEXT if bar.is_now else Role.TEXT_SECOND)
        text_line(canvas.painter, box, bar.words, font, ink, CENTRE)
