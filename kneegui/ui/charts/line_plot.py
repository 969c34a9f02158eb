"""One number over time: a dot for each session, joined where there is no pause."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.charts.marks import LineMark, Stretches
from kneegui.ui.charts.plot import Plot
from kneegui.ui.theme.painting import CENTRE, fitted, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_DOT = 4.6
_HURT = 7.5
_LARGER = 1.35
_THICK = 2.2
_ABOVE, _WORDS = 25, 16
"""How far above a dot its words begin, and their height."""
_EDGED_FROM = 0.7
"""Size of a dot, 1 where there is room, from which it keeps clear of what is behind it."""
_LINES = (Role.PRIMARY, Role.REST_RING, Role.WARN_SOLID, Role.TEXT_THIRD)
"""The colours of several lines; none of them is that of a goal, or of what hurt."""
_SAMPLE, _SAMPLE_GAP = 12, 8
"""How long the piece of a line before its name is, and the gaps around it."""
_MOST_BESIDE = 0.3
"""Share of the chart that the names of lines take at most."""


class LinePlot(Plot):
    """Dots and lines; the best one carries its words.

    Each of several lines has a colour, and its name beside the chart, about where it ends.
    """

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
        self._fit_axes()
        self.viewport().update()

    def paint_marks(self, canvas: Canvas) -> None:
        """Paints the lines, their dots, and the words at the best."""
        theme, painter = self.theme, canvas.painter
        size = self._size(canvas)
        places = canvas.all_at([(mark.x, mark.y) for mark in self._line])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in self._stretches:
            pen = QPen(self._colour(self._line[stretch[0]]), _THICK * max(0.6, size))
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([places[number] for number in stretch]))
        painter.setPen(QPen(theme.colour(Role.DANGER), 1.8))
        for mark, place in zip(self._line, places, strict=True):
            if mark.hurt:
                painter.drawEllipse(place, _HURT * size, _HURT * size)
        for mark, place in zip(self._line, places, strict=True):
            self._paint_dot(canvas, mark, place, size)
        if self._best is not None:
            self._paint_best(canvas, places[self._best[0]], self._best[1])

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints one dot larger."""
        mark = self._line[number]
        self._paint_dot(canvas, mark, canvas.at(mark.x, mark.y), self._size(canvas) * _LARGER)

    @override
    def room_beside(self) -> float:
        if not self._names:
            return 0.0
        font = self._name_font()
        widest = max(text_width(words, font) for _, words in self._names)
        lead = _SAMPLE + 2 * _SAMPLE_GAP
        return min(lead + widest + 4, self.width() * _MOST_BESIDE)

    @override
    def paint_beside(self, painter: QPainter) -> None:
        """Paints the names of the lines at the height of their last values, none over another."""
        theme, box, height = self.theme, self.box, self.theme.length(_WORDS)
        named = sorted(self._names, key=lambda name: -self._line[name[0]].y)
        levels = [self.place_of(self._line[number].y).y() for number, _ in named]
        left = box.right() + _SAMPLE_GAP
        start = left + _SAMPLE + _SAMPLE_GAP
        for (number, words), y in zip(named, _apart(levels, height, box), strict=True):
            painter.setPen(QPen(self._colour(self._line[number]), _THICK))
            painter.drawLine(QPointF(left, y), QPointF(left + _SAMPLE, y))
            line = QRectF(start, y - height / 2, self.width() - start, height)
            font = fitted(words, self._name_font(), line.width())
            text_line(painter, line, words, font, theme.colour(Role.TEXT_SECOND))

    def _name_font(self) -> QFont:
        return self.theme.font(11.5, 550)

    def _colour(self, mark: LineMark) -> QColor:
        return self.theme.colour(_LINES[mark.line % len(_LINES)])

    def _size(self, canvas: Canvas) -> float:
        """Gives how large dots are so that neighbours keep apart: 0.5 to 1."""
        return min(1.0, max(0.5, canvas.box.width() / max(1, len(self._line)) / 12))

    def _paint_dot(self, canvas: Canvas, mark: LineMark, place: QPointF, size: float) -> None:
        # Crowded dots with an edge would rub out each other and their line.
        edge = QPen(self.theme.colour(Role.SURFACE), 1.5)
        canvas.painter.setPen(edge if size > _EDGED_FROM else Qt.PenStyle.NoPen)
        canvas.painter.setBrush(self._colour(mark))
        canvas.painter.drawEllipse(place, _DOT * size, _DOT * size)

    def _paint_best(self, canvas: Canvas, place: QPointF, words: str) -> None:
        theme, box = self.theme, canvas.box
        font = theme.font(11.5, 650, tabular=True)
        width = text_width(words, font) + 6
        left = min(max(box.left(), place.x() - width / 2), box.right() - width)
        line = QRectF(left, place.y() - theme.length(_ABOVE), width, theme.length(_WORDS))
        canvas.painter.fillRect(line, theme.colour(Role.SURFACE, 0.85))
        text_line(canvas.painter, line, words, font, theme.colour(Role.TEXT), CENTRE)


def _apart(levels: Sequence[float], height: float, box: QRectF) -> Sequence[float]:
    """Moves lines of words of a height apart, the upper ones first, and back into a box."""
    below: list[float] = []
    for level in levels:
        below.append(max(level, below[-1] + height) if below else max(level, box.top()))
    above: list[float] = []
    for level in reversed(below):
        above.append(min(level, above[-1] - height if above else box.bottom()))
    return above[::-1]
