"""Days practised a week, against the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.progress.months import Month
from kneegui.progress.weeks import GOAL_PLAN, PLANNED_DAYS, Week, whole_weeks
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.marks import BarPart
from kneegui.ui.charts.scales import Scale, Tick
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import goal_plan_words, month_plan_told, plan_summary, week_days_told
from kneegui.ui.trends.weeks_card import WeeksCard
from kneegui.ui.widgets.chart_legend import ChartLegend, Entry, Sign
from kneegui.ui.words import goal_word

_SHORT = 0.42
"""How strong the bar of a week with fewer days than planned is."""


class PlanCard(WeeksCard):
    """A bar for each week with its days, strong where they are as many as planned."""

    plan = PLANNED_DAYS

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, parent)
        self._first = date.min
        self._legend = ChartLegend(theme, self._entries())
        self.set_head(self.tr("Days a week"), legend=self._legend)

    def show_period(self, weeks: Sequence[Week], first: date, today: date) -> None:
        """Shows these weeks; of a period from a day on only whole ones are held against the plan.

        Args:
            weeks: the oldest first; the first may begin before the period.
            first: the first day of the period.
            today: its last day, the user's local one.
        """
        self._first = first
        self.show_weeks(weeks, today)

    @override
    def parts(self, of: Week | Month) -> Sequence[BarPart]:
        if isinstance(of, Month):
            return (BarPart(value=of.as_planned, role=Role.PRIMARY),)
        strength = 1.0 if of.is_as_planned else _SHORT
        return (BarPart(value=of.days, role=Role.PRIMARY, alpha=strength),)

    @override
    def scale(self, highest: float) -> Scale:
        marks = range(6) if self.months else (0, 3, 5, 7)
        ticks = [Tick(at=float(days), words=str(days)) for days in marks]
        return Scale(low=0, high=ticks[-1].at, ticks=ticks)

    @override
    def told_of(self, of: Week | Month) -> str:
        if isinstance(of, Month):
            return month_plan_told(of)
        return week_days_told(of, self.today, PLANNED_DAYS)

    @override
    def told_of_all(self) -> str:
        plans = (goal_plan_words(goal, each.least, each.most) for goal, each in GOAL_PLAN.items())
        return self.tr("{kept}. The plan by goal: {plans}.").format(
            kept=plan_summary(whole_weeks(self.weeks, self._first, self.today)),
            plans=", ".join(plans),
        )

    @override
    def refresh(self) -> None:
        self._legend.set_entries(self._entries())
        super().refresh()

    def _entries(self) -> Sequence[Entry]:
        if self.months:
            words = self.tr("weeks with {n} days or more, in each month")
            return ((Sign.BOX, Role.PRIMARY, words.format(n=PLANNED_DAYS)),)
        words = self.tr("plan, {n} days").format(n=PLANNED_DAYS)
        return ((Sign.DASH, Role.TEXT_SECOND, words),)

    @override
    def table(self) -> NumberTable:
        heads = [
            self.tr("Week"),
            self.tr("Days"),
            self.tr("Plan"),
            *(self.tr("{goal}, days").format(goal=goal_word(goal)) for goal in Goal),
        ]
        return NumberTable(heads=heads, rows=[self._row(week) for week in self.weeks])

    def _row(self, week: Week) -> Sequence[str]:
        by_goal = (share.days for share in week.by_goal.values())
        return self.row(week, week.days, PLANNED_DAYS, *by_goal)
