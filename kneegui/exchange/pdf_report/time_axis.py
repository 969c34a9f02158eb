"""Days from left to right, shared by the charts of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from kneegui.domain.session import Moment
from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.report_words import tick_word
from kneegui.exchange.pdf_report.type_setting import Ink, SetText, font, width_of
from kneegui.exchange.report import Grain
from kneegui.progress.days import local_day, monday_of, share_of_day

_LABEL_WIDTH = 46 * POINT
_MOST_DAYS_OF_WEEKS = 70
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day that is marked below a chart."""

    day: date
    x: float
    grain: Grain
    """What begins on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Where days lie: the first at the left edge, the last, to its end, at the right one."""

    first: date
    last: date
    left: float
    width: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def days(self) -> int:
        """How many days there are, the first and the last among them."""
        return (self.last - self.first).days + 1

    def x(self, day: date) -> float:
        """Gives where a day begins, kept between the edges."""
        share = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return self.left + share * self.width

    def x_of(self, moment: Moment) -> float:
        """Gives where a moment lies, by the local time of its place."""
        return self.x(local_day(moment)) + share_of_day(moment) * self.width / self.days

    def ticks(self) -> list[Tick]:
        """Gives as many days as have room for their names: Mondays, months or years."""
        if self.days <= _MOST_DAYS_OF_WEEKS:
            return self._weeks()
        for step in _MONTH_STEPS:
            ticks = list(self._months(step))
            if len(ticks) * _LABEL_WIDTH <= self.width:
                return ticks
        return []

    def _weeks(self) -> list[Tick]:
        mondays = [monday_of(self.first + timedelta(days=6))]
        while mondays[-1] + timedelta(weeks=1) <= self.last:
            mondays.append(mondays[-1] + timedelta(weeks=1))
        every = max(1, round(len(mondays) * _LABEL_WIDTH / self.width + 0.5))
        return [
            Tick(day=monday, x=self.x(monday), grain=Grain.WEEK)
            for monday in mondays[::every]
            if monday <= self.last
        ]

    def _months(self, step: int) -> Iterator[Tick]:
        day = self.first.replace(day=1)
        while day <= self.last:
            months = day.year * 12 + day.month - 1
            if day >= self.first and months % step == 0:
                grain = Grain.YEAR if step >= 12 else Grain.MONTH
                yield Tick(day=day, x=self.x(day), grain=grain)
            day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def paint_ticks(
    painter: QPainter, axis: TimeAxis, top: float, bottom: float, *, named: bool = True
) -> None:
    """Paints a line for each tick from the top of a chart to a little below it, and its name."""
    small = font(7.5)
    for tick in axis.ticks():
        painter.setPen(QPen(Ink.LINE.colour, 0.5 * POINT))
        painter.drawLine(QPointF(tick.x, top), QPointF(tick.x, bottom + 3 * POINT))
        word = tick_word(tick.day, tick.grain)
        if named and tick.x + width_of(word, small) <= axis.right:
            label = SetText(word, small, _LABEL_WIDTH, ink=Ink.SECOND)
            label.paint(painter, tick.x + 2 * POINT, bottom + 2 * POINT)
