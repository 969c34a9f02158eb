"""Minutes and sessions a week by goal: release, stretch, strengthen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.progress.months import Month
from kneegui.progress.weeks import GoalShare, Week
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.marks import BarPart
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import bar_told, goals_told
from kneegui.ui.trends.weeks_card import WeeksCard
from kneegui.ui.widgets.chart_legend import ChartLegend, Sign
from kneegui.ui.widgets.segmented import Segmented
from kneegui.ui.words import goal_word

_MINUTES, _SESSIONS = "minutes", "sessions"


class GoalsCard(WeeksCard):
    """A bar for each week in the colours of the goals: minutes piled up, or sessions side by side.

    A session may be for several goals, so that those of the goals do not add up to those of a week.
    """

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, parent)
        self._minutes = True
        choices = {_MINUTES: self.tr("Minutes"), _SESSIONS: self.tr("Sessions")}
        choice = Segmented(theme, self.tr("Count"), choices, _MINUTES)
        choice.chosen.connect(self._on_chosen)
        entries = [(Sign.BOX, GOAL_SOLID[goal], goal_word(goal)) for goal in Goal]
        self.set_head(self.tr("By goal"), choice, ChartLegend(theme, entries))

    @override
    def parts(self, of: Week | Month) -> Sequence[BarPart]:
        return [
            BarPart(value=self._value(share), role=GOAL_SOLID[goal])
            for goal, share in of.by_goal.items()
        ]

    @override
    def told_of(self, of: Week | Month) -> str:
        goals = goals_told(of, minutes=self._minutes)
        return ", ".join(filter(None, (bar_told(of, self.today), goals)))

    @override
    def table(self) -> NumberTable:
        heads = [
            self.tr("Week"),
            self.tr("Minutes"),
            self.tr("Sessions"),
            *(goal_word(goal) for goal in Goal),
        ]
        return NumberTable(heads=heads, rows=[self._row(week) for week in self.weeks])

    def _row(self, week: Week) -> Sequence[str]:
        text = self.tr("{minutes} min in {sessions}")
        minutes = week.goal_minutes
        shares = (
            text.format(minutes=minutes[goal], sessions=share.sessions) if share.sessions else "–"
            for goal, share in week.by_goal.items()
        )
        return (*self.row(week, week.minutes, week.sessions), *shares)

    def _value(self, share: GoalShare) -> float:
        return share.seconds / 60 if self._minutes else share.sessions

    def _on_chosen(self, value: str) -> None:
        self._minutes = value == _MINUTES
        self.beside = not self._minutes
        self.refresh()
