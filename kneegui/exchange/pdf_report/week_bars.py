"""Days with practice, week by week, beside the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.time_axis import TimeAxis, paint_ticks
from kneegui.exchange.pdf_report.type_setting import Align, Ink, SetText, font
from kneegui.progress.weeks import PLANNED_DAYS, Week

_HEIGHT = 46 * POINT
_TICKS = 16 * POINT
_DAYS = 7


def week_bars(weeks: Sequence[Week], axis: TimeAxis, name: str, plan: str, gap: float) -> Piece:
    """Gives a bar for each week; those that keep the plan are darker.

    Args:
        weeks: in their order.
        axis: where the days lie.
        name: what the bars are, beside them.
        plan: what the line across them is.
        gap: the space above.
    """

    def paint(painter: QPainter) -> None:
        box = QRectF(axis.left, 0, axis.width, _HEIGHT)
        label = SetText(name, font(9, 600), axis.left - 22 * POINT)
        label.paint(painter, 0, box.center().y() - label.height / 2)
        _paint_ground(painter, box, axis)
        for week in weeks:
            _paint_week(painter, box, axis, week)
        _paint_plan(painter, box, plan)

    return Piece(height=_HEIGHT + _TICKS, paint=paint, gap=gap)


def _paint_ground(painter: QPainter, box: QRectF, axis: TimeAxis) -> None:
    for days in (0, _DAYS):
        y = _y(box, days)
        number = SetText(str(days), font(7.5), 14 * POINT, ink=Ink.SECOND, align=Align.RIGHT)
        number.paint(painter, box.left() - 18 * POINT, y - number.height / 2)
        painter.setPen(QPen(Ink.LINE.colour, 0.5 * POINT))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    paint_ticks(painter, axis, box.bottom(), box.bottom())


def _paint_week(painter: QPainter, box: QRectF, axis: TimeAxis, week: Week) -> None:
    left, right = axis.x(week.monday), axis.x(week.monday + timedelta(weeks=1))
    width = right - left
    space = min(1.5 * POINT, width * 0.15)
    top = _y(box, week.days)
    ink = Ink.MARK if week.is_as_planned else Ink.SOFT
    bar = QRectF(left + space, top, width - 2 * space, box.bottom() - top)
    painter.fillRect(bar, ink.colour)


def _paint_plan(painter: QPainter, box: QRectF, plan: str) -> None:
    y = _y(box, PLANNED_DAYS)
    # White below, so that it is seen on dark bars too.
    painter.setPen(QPen(Qt.GlobalColor.white, 1.1 * POINT))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    painter.setPen(QPen(Ink.TEXT.colour, 0.7 * POINT, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    label = SetText(plan, font(7.5), 14 * POINT, ink=Ink.TEXT, align=Align.RIGHT)
    label.paint(painter, box.left() - 18 * POINT, y - label.height / 2)


def _y(box: QRectF, days: int) -> float:
    return box.bottom() - days / _DAYS * box.height()
