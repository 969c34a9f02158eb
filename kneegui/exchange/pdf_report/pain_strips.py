"""Pain over time, in three strips of the same scale: before, after, and the next morning.

Few sessions are shown each as it was told. Many are drawn together month by month: from the
lowest to the highest of what was told, with a dot at the middle one. Nothing is put where nothing
was told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.time_axis import TimeAxis, paint_ticks
from kneegui.exchange.pdf_report.type_setting import Align, Ink, SetText, font
from kneegui.exchange.report import Span, Told
from kneegui.progress.gaps import unbroken
from kneegui.progress.pain_trend import WORST, Band, PainPoint

MOST_POINTS = 160
"""So many sessions are still told apart on the width of a page."""

_NAMES = 66 * POINT
_STRIP = 48 * POINT
_BETWEEN = 12 * POINT
_TICKS = 16 * POINT
_DOT = 1.9 * POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One of the three."""

    name: str
    detail: str
    """What stands in small letters below its name."""
    band: Band | None
    """What is about the same as at first."""
    value: Callable[[PainPoint], int | None]
    told: Callable[[Span], Told | None]


def pain_strips(
    strips: Sequence[Strip],
    points: Sequence[PainPoint],
    months: Sequence[Span],
    axis: TimeAxis,
    gap: float,
) -> Piece:
    """Gives the strips, one below the other, with the days below the last.

    Args:
        strips: from top to bottom.
        points: the sessions.
        months: what is drawn in their place; empty where each session is.
        axis: where the days lie.
        gap: the space above.
    """
    height = len(strips) * (_STRIP + _BETWEEN) - _BETWEEN + _TICKS

    def paint(painter: QPainter) -> None:
        for number, strip in enumerate(strips):
            top = number * (_STRIP + _BETWEEN)
            box = QRectF(axis.left, top, axis.width, _STRIP)
            _paint_ground(painter, box, strip)
            _paint_band(painter, box, strip)
            paint_ticks(painter, axis, top, box.bottom(), named=strip is strips[-1])
            if months:
                _paint_months(painter, box, strip, months, axis)
            else:
                _paint_points(painter, box, strip, points, axis)

    return Piece(height=height, paint=paint, gap=gap)


def strip_axis(width: float) -> tuple[float, float]:
    """Gives the left edge and the width of the axis in a column of a width."""
    left = _NAMES + 18 * POINT
    return left, width - left - 4 * POINT


def _paint_ground(painter: QPainter, box: QRectF, strip: Strip) -> None:
    name = SetText(strip.name, font(9, 600), _NAMES)
    detail = SetText(strip.detail, font(7.5), _NAMES, ink=Ink.SECOND)
    top = box.center().y() - (name.height + detail.height) / 2
    name.paint(painter, 0, top)
    detail.paint(painter, 0, top + name.height)
    for pain in (0, 5, 10):
        y = _y(box, pain)
        number = SetText(str(pain), font(7.5), 14 * POINT, ink=Ink.SECOND, align=Align.RIGHT)
        number.paint(painter, box.left() - 18 * POINT, y - number.height / 2)
        painter.setPen(QPen(Ink.LINE.colour, 0.5 * POINT))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def _paint_band(painter: QPainter, box: QRectF, strip: Strip) -> None:
    if strip.band is not None:
        top, bottom = _y(box, strip.band.high), _y(box, strip.band.low)
        painter.fillRect(QRectF(box.left(), top, box.width(), bottom - top), Ink.BAND.colour)


def _paint_months(
    painter: QPainter, box: QRectF, strip: Strip, months: Sequence[Span], axis: TimeAxis
) -> None:
    for month in months:
        told = strip.told(month)
        if told is None:
            continue
        x = (axis.x(month.first) + axis.x(month.last + timedelta(days=1))) / 2
        pen = QPen(Ink.SOFT.colour, 2.2 * POINT)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, _y(box, told.low)), QPointF(x, _y(box, told.high)))
        _paint_dot(painter, QPointF(x, _y(box, told.middle)), 1.6 * POINT)


def _paint_points(
    painter: QPainter, box: QRectF, strip: Strip, points: Sequence[PainPoint], axis: TimeAxis
) -> None:
    pains = [strip.value(point) for point in points]
    places = [
        QPointF(axis.x_of(point.started_at), _y(box, pain or 0))
        for point, pain in zip(points, pains, strict=True)
    ]
    days = [p.day if pain is not None else None for p, pain in zip(points, pains, strict=True)]
    for stretch in unbroken(days):
        painter.setPen(QPen(Ink.SOFT.colour, 0.9 * POINT))
        painter.drawPolyline([places[number] for number in stretch])
        for number in stretch:
            _paint_dot(painter, places[number], _DOT)


def _paint_dot(painter: QPainter, place: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Ink.MARK.colour)
    painter.drawEllipse(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _y(box: QRectF, pain: int) -> float:
    return box.bottom() - pain / WORST * box.height()
