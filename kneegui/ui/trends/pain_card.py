"""Pain per session: before and after, and what is about the same as at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import first_recent_day, share_of_day
from kneegui.progress.gaps import unbroken
from kneegui.progress.pain_trend import (
    WORST,
    PainMonth,
    PainPoint,
    PainTrend,
    pain_months,
    pain_trend,
)
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.marks import MonthMark, PainBand, PainMark, Stop
from kneegui.ui.charts.scales import Period, Scale, Tick
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.session_words import short_dated
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import change_word, pain_month_told, pain_summary, pain_told
from kneegui.ui.trends.span import sessions_period
from kneegui.ui.trends.trend_card import TrendCard
from kneegui.ui.widgets.chart_legend import ChartLegend, Entry, Sign

if TYPE_CHECKING:
    from kneegui.ui.charts.pain_plot import PainPlot

_MOST_SESSIONS = 200
"""Sessions up to which each is a mark of its own; of more the months are shown."""
_LOWER_TOP = 8
"""Where the axis ends as long as no pain is higher."""
_MONTH_DAYS = 32
"""Days between the beginnings of two months with another between them."""


class PainCard(TrendCard):
    """The pain of each session; over years that of each month, with the sessions behind it."""

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, parent)
        self._plot: PainPlot | None = None
        self._trend = PainTrend(points=())
        self._months: Sequence[PainMonth] = ()
        self._first = self._today = date.min
        self._legend = ChartLegend(theme)
        self.set_head(self.tr("Pain per session"), legend=self._legend)

    def show_heads(
        self, heads: Sequence[SessionHead], today: date, first: date | None = None
    ) -> None:
        """Shows the pain of these sessions.

        Args:
            heads: in any order.
            today: the user's local day.
            first: the first day that counts; None for eight weeks.
        """
        self._today = today
        self._first = first or first_recent_day(today)
        points = (point for point in pain_trend(heads).points if point.day >= self._first)
        self._trend = PainTrend(points=tuple(points))
        dense = len(self._trend.points) > _MOST_SESSIONS
        self._months = pain_months(self._trend.points) if dense else ()
        self._legend.set_entries(self._entries())
        self.refresh()

    @override
    def make_plot(self, parent: QWidget) -> PainPlot:
        from kneegui.ui.charts.pain_plot import PainPlot

        self._plot = PainPlot(self.theme, self.title, parent)
        return self._plot

    @override
    def draw(self) -> None:
        assert self._plot is not None
        points = self._trend.points
        period = sessions_period(self._first, points[0].day, self._today)
        sessions = [
            PainMark(x=_place(period, point), before=point.before, after=point.after)
            for point in points
        ]
        if self._months:
            months = [_month_mark(period, month) for month in self._months]
            joined = unbroken((month.first for month in self._months), _MONTH_DAYS)
            self._plot.show_months(months, sessions, joined, self._band())
        else:
            joined = unbroken(point.day if point.after is not None else None for point in points)
            self._plot.show_sessions(sessions, joined, self._band())
            months = []
        told = max(max(mark.before or 0, mark.after or 0) for mark in sessions)
        top = _LOWER_TOP if told < _LOWER_TOP else WORST
        ticks = [Tick(at=float(pain), words=str(pain)) for pain in range(0, top + 1, 2)]
        self._plot.set_axes(period, Scale(low=0, high=top, ticks=ticks), room=(0.5, 0.5))
        places = [mark.x for mark in months or sessions]
        self._plot.set_stops(
            [Stop(x=x, words=self.told(number)) for number, x in enumerate(places)]
        )

    @override
    def nothing(self) -> str:
        if self._trend.is_told:
            return ""
        return self.tr(
            "Pain shows here once you answer how the knee is, before and after a session."
        )

    @override
    def told(self, number: int) -> str:
        if number < 0:
            return pain_summary(self._trend, self._today)
        if self._months:
            return pain_month_told(self._months[number])
        return pain_told(self._trend.points[number], self._today)

    @override
    def table(self) -> NumberTable:
        heads = (
            self.tr("Session"),
            self.tr("Before"),
            self.tr("Worst"),
            self.tr("After"),
            self.tr("Next morning"),
            self.tr("Change"),
        )
        return NumberTable(heads=heads, rows=[self._row(point) for point in self._trend.points])

    def _row(self, point: PainPoint) -> Sequence[str]:
        session = self.tr("{day}, {title}").format(
            day=short_dated(point.day, self._today), title=point.title
        )
        pains = (point.before, point.worst, point.after, point.morning)
        change = "–" if point.change is None else change_word(point.change)
        return (session, *("–" if pain is None else str(pain) for pain in pains), change)

    def _band(self) -> PainBand | None:
        course = self._trend.course
        # With one session alone there is nothing to be the same as.
        return None if course is None else PainBand(low=course.band.low, high=course.band.high)

    def _entries(self) -> Sequence[Entry]:
        if self._months:
            entries = [
                (Sign.FAINT, Role.TEXT_THIRD, self.tr("after each session")),
                (Sign.DOT, Role.PRIMARY, self.tr("middle of the month")),
            ]
        else:
            entries = [
                (Sign.RING, Role.TEXT_THIRD, self.tr("before")),
                (Sign.DOT, Role.PRIMARY, self.tr("after")),
            ]
        if (band := self._band()) is not None:
            words = self.tr("about the same as at first, {low}–{high}")
            entries.append((Sign.BAND, Role.SOFT, words.format(low=band.low, high=band.high)))
        return entries


def _place(period: Period, point: PainPoint) -> float:
    """Gives the place of a session: its day, and how far that had gone."""
    return period.place(point.day) + share_of_day(point.started_at)


def _month_mark(period: Period, month: PainMonth) -> MonthMark:
    return MonthMark(
        x=min(max(period.place(month.first) + 15, 0.0), float(period.days)),
        middle=month.middle,
    )
