"""Pain over time: before and after each session, or the months of years."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.charts.marks import MonthMark, PainBand, PainMark, Stretches
from kneegui.ui.charts.plot import Plot
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_RING = 4.2
_DOT = 5.2
_LARGER = 1.35
_MONTH_DOT = 3.4
_LINE = 2.2


class PainPlot(Plot):
    """Open rings before and dots after, joined where nothing lies between that is not known."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._sessions: Sequence[PainMark] = ()
        self._months: Sequence[MonthMark] = ()
        self._stretches: Stretches = ()
        self._band: PainBand | None = None
        super().__init__(theme, name, parent)

    def show_sessions(
        self,
        sessions: Sequence[PainMark],
        stretches: Stretches,
        band: PainBand | None,
    ) -> None:
        """Shows each session.

        Args:
            sessions: in order.
            stretches: the numbers of sessions that a line joins.
            band: what is about the same; None where there is nothing to compare.
        """
        self._sessions, self._months = sessions, ()
        self._stretches, self._band = stretches, band

    def show_months(
        self,
        months: Sequence[MonthMark],
        sessions: Sequence[PainMark],
        stretches: Stretches,
        band: PainBand | None,
    ) -> None:
        """Shows months, and behind them each session as a faint dot.

        Args:
            months: in order; they are what is pointed at.
            sessions: in order.
            stretches: the numbers of months that a line joins.
            band: what is about the same; None where there is nothing to compare.
        """
        self._sessions, self._months = sessions, months
        self._stretches, self._band = stretches, band

    def paint_marks(self, canvas: Canvas) -> None:
        """Paints the band, then the sessions or months."""
        if self._band is not None:
            self._paint_band(canvas, self._band)
        if self._months:
            self._paint_months(canvas)
        else:
            self._paint_sessions(canvas)

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints one session or month larger."""
        if self._months:
            month = self._months[number]
            self._paint_dot(canvas, month.x, month.middle, _DOT * _LARGER)
        else:
            self._paint_session(canvas, self._sessions[number], self._size(canvas) * _LARGER)

    def _paint_band(self, canvas: Canvas, band: PainBand) -> None:
        theme, box = self.theme, canvas.box
        top, bottom = canvas.at(0, band.high + 0.5).y(), canvas.at(0, band.low - 0.5).y()
        place = QRectF(box.x(), top, box.width(), bottom - top)
        canvas.painter.fillRect(place, theme.colour(Role.SOFT, 0.6))

    def _paint_sessions(self, canvas: Canvas) -> None:
        theme, painter = self.theme, canvas.painter
        size = self._size(canvas)
        painter.setPen(QPen(theme.colour(Role.TEXT_THIRD, 0.55), 2 * size))
        for mark in self._sessions:
            if mark.before is not None and mark.after is not None:
                painter.drawLine(canvas.at(mark.x, mark.before), canvas.at(mark.x, mark.after))
        self._paint_line(canvas, [(mark.x, mark.after or 0) for mark in self._sessions], size)
        for mark in self._sessions:
            self._paint_session(canvas, mark, size)

    def _paint_session(self, canvas: Canvas, mark: PainMark, size: float) -> None:
        theme, painter = self.theme, canvas.painter
        if mark.before is not None:
            painter.setBrush(theme.colour(Role.SURFACE))
            painter.setPen(QPen(theme.colour(Role.TEXT_THIRD), 1.8 * size))
            painter.drawEllipse(canvas.at(mark.x, mark.before), _RING * size, _RING * size)
        if mark.after is not None:
            self._paint_dot(canvas, mark.x, mark.after, _DOT * size)

    def _size(self, canvas: Canvas) -> float:
        """Gives how large marks are so that neighbours keep apart: 0.45 to 1."""
        room = canvas.box.width() / max(1, len(self._sessions))
        return min(1.0, max(0.45, room / 14))

    def _paint_months(self, canvas: Canvas) -> None:
        theme, painter = self.theme, canvas.painter
        told = [(mark.x, mark.after) for mark in self._sessions if mark.after is not None]
        painter.setPen(QPen(theme.colour(Role.TEXT_THIRD, 0.3), 3))
        # Thousands of soft edges take long, and nobody sees them.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawPoints(QPolygonF(canvas.all_at(told)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(canvas, [(mark.x, mark.middle) for mark in self._months], 1)
        # Where months are close the line is enough.
        dotted = canvas.pixels_a_day * 30 >= 3 * _MONTH_DOT
        for mark in self._months if dotted else ():
            self._paint_dot(canvas, mark.x, mark.middle, _MONTH_DOT)

    def _paint_dot(self, canvas: Canvas, x: float, y: float, radius: float) -> None:
        painter = canvas.painter
        painter.setBrush(self.theme.colour(Role.PRIMARY))
        painter.setPen(QPen(self.theme.colour(Role.SURFACE), 1.5 * min(1.0, radius / _DOT)))
        painter.drawEllipse(canvas.at(x, y), radius, radius)

    def _paint_line(
        self, canvas: Canvas, places: Sequence[tuple[float, float]], size: float
    ) -> None:
        pen = QPen(self.theme.colour(Role.PRIMARY), _LINE * max(0.6, size))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        canvas.painter.setPen(pen)
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        points = canvas.all_at(places)
        for stretch in self._stretches:
            canvas.painter.drawPolyline(QPolygonF([points[number] for number in stretch]))
