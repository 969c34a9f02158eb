"""Minutes a week: the last weeks at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import first_recent_day
from kneegui.progress.months import Month
from kneegui.progress.weeks import Week, weeks_of
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.marks import BarPart
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import bar_told
from kneegui.ui.trends.weeks_card import WeeksCard

_EARLIER = 0.42
"""How strong the bars of earlier weeks are."""


class MinutesCard(WeeksCard):
    """A bar for each of the last weeks, this one the strongest."""

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, parent)
        self.set_head(self.tr("Minutes a week"))

    def show_heads(self, heads: Sequence[SessionHead], today: date) -> None:
        """Shows the minutes of the last eight weeks.

        Args:
            heads: in any order; earlier ones are left out.
            today: the user's local day.
        """
        first = first_recent_day(today)
        weeks = weeks_of(heads, (), {}, today)
        self.show_weeks([week for week in weeks if week.monday >= first], today)

    @override
    def parts(self, of: Week | Month) -> Sequence[BarPart]:
        strength = 1.0 if self.is_now(of) else _EARLIER
        return (BarPart(value=of.minutes, role=Role.PRIMARY, alpha=strength),)

    @override
    def number(self, of: Week | Month) -> str:
        return str(of.minutes) if of.minutes else ""

    @override
    def told_of(self, of: Week | Month) -> str:
        return bar_told(of, self.today)

    @override
    def table(self) -> NumberTable:
        heads = (self.tr("Week"), self.tr("Minutes"), self.tr("Sessions"))
        rows = [self.row(week, week.minutes, week.sessions) for week in self.weeks]
        return NumberTable(heads=heads, rows=rows)
