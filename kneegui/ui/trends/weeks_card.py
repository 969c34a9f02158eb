"""A card with a bar for each week, or over years for each month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.progress.months import Month, months_of
from kneegui.progress.weeks import Week
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.marks import Bar, BarPart, Stop
from kneegui.ui.charts.scales import Scale, count_scale
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import week_told
from kneegui.ui.trends.span import weeks_period
from kneegui.ui.trends.trend_card import TrendCard

if TYPE_CHECKING:
    from kneegui.ui.charts.bar_plot import BarPlot

_MOST_WEEKS = 106
"""Weeks up to which each has its bar; more of them are summed up by month."""
_WEEK, _MONTH = 7.0, 30.4
"""Days."""


class WeeksCard(TrendCard):
    """Weeks or months from left to right, without one left out.

    A card of this kind says of what parts a bar consists, and what is told of it.
    """

    plan: float | None = None
    """Where a dashed line stands in a chart of weeks; None for nowhere."""
    beside = False
    """True where the parts of a bar stand side by side."""

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, parent)
        self._plot: BarPlot | None = None
        self.weeks: Sequence[Week] = ()
        """What is shown, the oldest first."""
        self.months: Sequence[Month] = ()
        """The same, where it is too much for weeks; else none."""
        self.today = date.min

    def show_weeks(self, weeks: Sequence[Week], today: date) -> None:
        """Shows these weeks, the oldest first."""
        self.weeks, self.today = weeks, today
        self.months = months_of(weeks) if len(weeks) > _MOST_WEEKS else ()
        self.refresh()

    # --- what a card says of itself ---

    def parts(self, of: Week | Month) -> Sequence[BarPart]:
        """Gives the parts of a bar, from below, or from the left where they are side by side."""
        raise NotImplementedError

    def number(self, of: Week | Month) -> str:  # noqa: ARG002  most cards print none
        """Gives what is printed above a bar where there is room."""
        return ""

    def scale(self, highest: float) -> Scale:
        """Gives the axis for bars of up to a height."""
        return count_scale(highest)

    def told_of(self, of: Week | Month) -> str:
        """Gives what is told of a bar."""
        raise NotImplementedError

    def told_of_all(self) -> str:
        """Gives what is told of the whole; of the latest bar, where a card says nothing else."""
        return self.told_of(self.shown[-1])

    # --- what follows from it ---

    @property
    def shown(self) -> Sequence[Week | Month]:
        """What has a bar."""
        return self.months or self.weeks

    def is_now(self, of: Week | Month) -> bool:
        """Gives whether it is the latest."""
        return of is self.shown[-1]

    @override
    def make_plot(self, parent: QWidget) -> BarPlot:
        from kneegui.ui.charts.bar_plot import BarPlot

        self._plot = BarPlot(self.theme, self.title, parent)
        return self._plot

    @override
    def draw(self) -> None:
        assert self._plot is not None
        period = weeks_period(self.weeks[0].monday, self.today)
        days = _MONTH if self.months else _WEEK
        bars = [
            Bar(
                x=period.place(_first(of)) + days / 2,
                parts=self.parts(of),
                words=self.number(of),
                is_now=self.is_now(of),
                beside=self.beside,
            )
            for of in self.shown
        ]
        scale = self.scale(max(bar.value for bar in bars))
        numbered = any(bar.words for bar in bars)
        self._plot.show_bars(bars, days, None if self.months else self.plan)
        self._plot.set_axes(period, scale, room=(0, scale.high * (0.12 if numbered else 0.04)))
        self._plot.set_stops(
            [
                Stop(x=bar.x, words=self.told_of(of))
                for bar, of in zip(bars, self.shown, strict=True)
            ]
        )

    @override
    def nothing(self) -> str:
        if any(week.sessions for week in self.weeks):
            return ""
        return self.tr("What you do each week shows here after a session.")

    @override
    def told(self, number: int) -> str:
        return self.told_of_all() if number < 0 else self.told_of(self.shown[number])

    def row(self, week: Week, *numbers: int) -> Sequence[str]:
        """Gives the row of a week in the table."""
        return (week_told(week.monday, self.today), *map(str, numbers))


def _first(of: Week | Month) -> date:
    return of.monday if isinstance(of, Week) else of.first
