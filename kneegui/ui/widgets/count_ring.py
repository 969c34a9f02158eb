"""The number that is read from the mat, and the ring round it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kneegui.ui.player_screen import Ring
from kneegui.ui.theme.painting import CENTRE, rounded_box, smooth, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.kept_picture import KeptPicture
from kneegui.ui.widgets.themed import Themed

CAPITAL_SHARE = 0.25
"""Height of the digits, as a share of the window's."""
_CAPITAL_PER_PIXEL = 0.727
"""Height of a digit, as a share of its font's pixel size."""
_TRACKING = -0.03
_LARGE_SHARE = 0.36
_STROKE = 0.05


class CountRing(Themed, QLabel):
    """Counts: repetitions as segments, time as an arc that empties clockwise.

    The digits are a quarter of the window high; the ring gives way before they do. It is a label
    that paints itself: screen readers read labels, and pass over what is only painted.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = Ring(number="", label="", fraction=0.0)
        self._colour = QColor()
        self._faded = False
        self._share = CAPITAL_SHARE
        self._still = KeptPicture()
        self.ground = Role.WINDOW
        """Colour of what the ring stands on."""
        self.digit_height = 0.0
        """Height of the digits as last painted, in pixels."""
        self.follow(theme)

    def show_ring(self, ring: Ring, colour: QColor, *, faded: bool) -> None:
        """Shows another count."""
        if (ring, colour, faded) != (self._ring, self._colour, self._faded):
            self._ring, self._colour, self._faded = ring, colour, faded
            self.setAccessibleName(f"Countdown {ring.number} {ring.label}")
            self.update()

    def set_large(self, large: bool) -> None:
        """Makes the number larger still where the ring has room for it: for the far view."""
        self._share = _LARGE_SHARE if large else CAPITAL_SHARE
        self.update()

    def wanted_width(self, room: QSize, window_height: int) -> int:
        """Gives the width the number needs in a height there is: more for ``m:ss``."""
        least = min(room.width(), room.height())
        if ":" not in self._ring.number:
            return least
        font = self._number_font(self._share * window_height)
        return max(least, round(QFontMetricsF(font).horizontalAdvance(self._ring.number)) + 8)

    @override
    def apply_theme(self) -> None:
        self._still.drop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        paint = self._paint_long if ":" in self._ring.number else self._paint_round
        paint(painter, QRectF(self.rect()))
        painter.end()

    def _paint_round(self, painter: QPainter, box: QRectF) -> None:
        ring = self._ring
        content, ground = (ring.of, ring.done, self._colour), self.theme.colour(self.ground)
        self._still.paint(painter, self, ground, content, self._paint_still)
        circle, stroke = self._circle(box)
        if ring.of:
            if ring.done < ring.of and ring.fraction > 0:
                begin, span = self._segment(ring.done)
                self._arc(painter, circle, stroke, self._colour, begin, span * ring.fraction)
        else:
            pen = QPen(self._colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, round(-360 * 16 * ring.fraction))
        self._paint_number(painter, box.center(), min(box.width(), box.height()) - 2 * stroke)

    def _paint_still(self, painter: QPainter, box: QRectF) -> None:
        """Paints the track, and the segments that are full."""
        circle, stroke = self._circle(box)
        if not self._ring.of:
            painter.setPen(QPen(self._track(), stroke))
            painter.drawArc(circle, 0, 360 * 16)
        for number in range(self._ring.of):
            begin, span = self._segment(number)
            self._arc(painter, circle, stroke, self._track(), begin, span)
            if number < self._ring.done:
                self._arc(painter, circle, stroke, self._colour, begin, span)

    @staticmethod
    def _circle(box: QRectF) -> tuple[QRectF, float]:
        """Gives the circle the stroke runs along, and the width of the stroke."""
        diameter = min(box.width(), box.height())
        stroke = diameter * _STROKE
        half = (diameter - stroke) / 2 - 1
        centre = box.center()
        return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), stroke

    def _segment(self, number: int) -> tuple[float, float]:
        """Gives where a segment begins and how far it reaches clockwise, in degrees."""
        of = self._ring.of
        turn = 360 / of
        gap = turn * (0.16 if of <= 24 else 0.24) if of > 1 else 0.0
        return 90 - number * turn - gap / 2, turn - gap

    @staticmethod
    def _arc(
        painter: QPainter, circle: QRectF, stroke: float, colour: QColor, begin: float, span: float
    ) -> None:
        pen = QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(circle, round(begin * 16), round(-span * 16))

    def _paint_number(self, painter: QPainter, centre: QPointF, inner: float) -> None:
        number, label = self._ring.number, self._ring.label
        capital = self._share * self.window().height()
        label_height = 0.27 * capital if label else 0.0
        font = self._number_font(capital)
        width = QFontMetricsF(font).horizontalAdvance(number)
        chord = max(1.0, inner**2 - (capital + label_height) ** 2) ** 0.5
        if width > chord:
            capital *= max(0.2, chord / width)
            font = self._number_font(capital)
            width = QFontMetricsF(font).horizontalAdvance(number)
        self.digit_height = capital
        base = centre.y() + capital / 2 - label_height * 0.62
        painter.setFont(font)
        painter.setPen(self._ink())
        painter.drawText(QPointF(centre.x() - width / 2, base), number)
        below = QRectF(centre.x() - inner / 2, base + capital * 0.10, inner, capital * 0.32)
        self._paint_label(painter, below, capital)

    def _paint_long(self, painter: QPainter, box: QRectF) -> None:
        """Paints minutes and seconds over a bar: they need more room than a ring has."""
        ring, centre = self._ring, box.center()
        capital = self._share * self.window().height()
        font = self._number_font(capital)
        width = QFontMetricsF(font).horizontalAdvance(ring.number)
        if width > box.width():
            capital *= box.width() / width
            font = self._number_font(capital)
            width = QFontMetricsF(font).horizontalAdvance(ring.number)
        self.digit_height = capital
        base = centre.y() + capital * 0.28
        painter.setFont(font)
        painter.setPen(self._ink())
        painter.drawText(QPointF(centre.x() - width / 2, base), ring.number)
        height = max(14.0, capital * 0.13)
        bar = QRectF(
            box.x() + box.width() * 0.03, base + capital * 0.32, box.width() * 0.94, height
        )
        rounded_box(painter, bar, height / 2, self._track())
        filled = QRectF(bar.x(), bar.y(), max(height, bar.width() * ring.fraction), height)
        rounded_box(painter, filled, height / 2, self._colour)
        below = QRectF(box.x(), bar.bottom() + capital * 0.10, box.width(), capital * 0.32)
        self._paint_label(painter, below, capital)

    def _paint_label(self, painter: QPainter, place: QRectF, capital: float) -> None:
        font = self.theme.font(22, 650)
        font.setPixelSize(max(10, round(capital * 0.19)))
        ink = self.theme.colour(Role.TEXT_SECOND)
        text_line(painter, place, self._ring.label, font, ink, CENTRE)

    def _number_font(self, capital: float) -> QFont:
        # Not by text size: the number is as large as the window allows.
        font = self.theme.font(100, 700, tabular=True)
        font = QFont(font)
        font.setPixelSize(max(1, round(capital / _CAPITAL_PER_PIXEL)))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, capital * _TRACKING)
        return font

    def _ink(self) -> QColor:
        return self.theme.colour(Role.TEXT_SECOND if self._faded else Role.TEXT)

    def _track(self) -> QColor:
        return self.theme.colour(Role.TEXT, 0.13)
