"""One number over time: a dot for each session, joined where there is no pause."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.charts.marks import LineMark, Stretches
from kneegui.ui.charts.plot import Plot
from kneegui.ui.theme.painting import CENTRE, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_DOT = 4.6
_HURT = 7.5
_LARGER = 1.35
_ABOVE, _WORDS = 25, 16
"""How far above a dot its words begin, and their height."""
_EDGED_FROM = 0.7
"""Size of a dot, 1 where there is room, from which it keeps clear of what is behind it."""


class LinePlot(Plot):
    """Dots and lines; the best one carries its words, and each of several lines its name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self._line: Sequence[LineMark] = ()
        self._stretches: Stretches = ()
        self._best: tuple[int, str] | None = None
        self._names: Sequence[tuple[int, str]] = ()
        super().__init__(theme, name, parent)

    @property
    def names(self) -> Sequence[tuple[int, str]]:
        """Number of the last session of each line, and what the line is; none for one line."""
        return self._names

    def show_line(
        self,
        line: Sequence[LineMark],
        stretches: Stretches,
        best: tuple[int, str] | None = None,
        names: Sequence[tuple[int, str]] = (),
    ) -> None:
        """Shows these sessions.

        Args:
            line: in order.
            stretches: the numbers of sessions that a line joins.
            best: number of the session that carries words, and these.
            names: number of the last session of each line, and what the line is; none for one.
        """
        self._line, self._stretches = line, stretches
        self._best, self._names = best, names

    def paint_marks(self, canvas: Canvas) -> None:
        """Paints the line, its dots, and the words at the best."""
        theme, painter = self.theme, canvas.painter
        size = self._size(canvas)
        colour = theme.colour(Role.PRIMARY)
        places = canvas.all_at([(mark.x, mark.y) for mark in self._line])
        pen = QPen(colour, 2.2 * max(0.6, size))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in self._stretches:
            painter.drawPolyline(QPolygonF([places[number] for number in stretch]))
        painter.setPen(QPen(theme.colour(Role.DANGER), 1.8))
        for mark, place in zip(self._line, places, strict=True):
            if mark.hurt:
                painter.drawEllipse(place, _HURT * size, _HURT * size)
        for place in places:
            self._paint_dot(canvas, place, size)
        taken: list[QRectF] = []
        if self._best is not None:
            taken.append(self._paint_best(canvas, places[self._best[0]], self._best[1]))
        for number, words in self._names:
            taken.append(self._paint_name(canvas, places[number], words, taken))

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints one dot larger."""
        mark = self._line[number]
        self._paint_dot(canvas, canvas.at(mark.x, mark.y), self._size(canvas) * _LARGER)

    def _size(self, canvas: Canvas) -> float:
        """Gives how large dots are so that neighbours keep apart: 0.5 to 1."""
        return min(1.0, max(0.5, canvas.box.width() / max(1, len(self._line)) / 12))

    def _paint_dot(self, canvas: Canvas, place: QPointF, size: float) -> None:
        # Crowded dots with an edge would rub out each other and their line.
        edge = QPen(self.theme.colour(Role.SURFACE), 1.5)
        canvas.painter.setPen(edge if size > _EDGED_FROM else Qt.PenStyle.NoPen)
        canvas.painter.setBrush(self.theme.colour(Role.PRIMARY))
        canvas.painter.drawEllipse(place, _DOT * size, _DOT * size)

    def _paint_best(self, canvas: Canvas, place: QPointF, words: str) -> QRectF:
        theme, box = self.theme, canvas.box
        font = theme.font(11.5, 650, tabular=True)
        width = text_width(words, font) + 6
        left = min(max(box.left(), place.x() - width / 2), box.right() - width)
        line = QRectF(left, place.y() - theme.length(_ABOVE), width, theme.length(_WORDS))
        self._paint_words(canvas, line, words, font, Role.TEXT)
        return line

    def _paint_name(
        self, canvas: Canvas, place: QPointF, words: str, taken: Sequence[QRectF]
    ) -> QRectF:
        """Paints what a line is above its last dot, or below it where something stands there."""
        theme, box = self.theme, canvas.box
        font = theme.font(11.5, 550)
        width = text_width(words, font) + 6
        # To the left, where its own line is.
        left = max(box.left(), min(place.x() + 8, box.right()) - width)
        line = QRectF(left, place.y() - theme.length(_ABOVE), width, theme.length(_WORDS))
        if any(line.intersects(other) for other in taken):
            line.moveTop(place.y() + theme.length(_ABOVE - _WORDS))
        self._paint_words(canvas, line, words, font, Role.TEXT_SECOND)
        return line

    def _paint_words(
        self, canvas: Canvas, line: QRectF, words: str, font: QFont, ink: Role
    ) -> None:
        canvas.painter.fillRect(line, self.theme.colour(Role.SURFACE, 0.85))
        text_line(canvas.painter, line, words, font, self.theme.colour(ink), CENTRE)
