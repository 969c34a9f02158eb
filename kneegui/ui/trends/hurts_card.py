"""What hurts: the exercises in which pain was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.progress.hurting import Hurting
from kneegui.progress.pain_trend import WORST
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.models.trend_rows import HurtRow
from kneegui.ui.session_words import short_dated
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import hurting_told
from kneegui.ui.trends.rows_card import RowsCard

MOST_ROWS = 6


class HurtsCard(RowsCard):
    """What hurt most often first, with how often it hurt and the worst pain.

    Args:
        theme: the look.
        most: how many rows there are at most.
        has_table: True where the same card has a table with all of them.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        most: int = MOST_ROWS,
        has_table: bool = True,
    ) -> None:
        title = QCoreApplication.translate("HurtsCard", "What hurts")
        super().__init__(theme, title, parent=parent)
        self._most = most
        self._has_table = has_table
        self._found: Sequence[Hurting] = ()
        self._today = date.min

    def show_hurting(
        self, found: Sequence[Hurting], goals: Mapping[str, Goal], today: date
    ) -> None:
        """Shows the exercises that hurt over a period.

        Args:
            found: what hurt, in order.
            goals: exercise -> what it is for.
            today: the user's local day.
        """
        self._found, self._today = found, today
        rows = [
            HurtRow(
                exercise=each.exercise,
                title=each.title,
                goal=goals.get(each.exercise),
                line=self._words_of(each),
                worst=each.worst,
            )
            for each in self._found[: self._most]
        ]
        self.show_rows(
            rows,
            self.tr("No pain was told in an exercise."),
            self._order(len(self._found)),
            self.tr("Most often first."),
        )

    @override
    def table(self) -> NumberTable:
        heads = (
            self.tr("Exercise"),
            self.tr("Worst pain"),
            self.tr("Sessions it hurt in"),
            self.tr("Sessions in all"),
            self.tr("Stopped in"),
            self.tr("Last"),
        )
        rows = [
            (
                each.title,
                "–" if each.worst is None else str(each.worst),
                str(each.painful),
                str(each.sessions),
                str(each.stopped),
                short_dated(each.latest_day, self._today),
            )
            for each in self._found
        ]
        return NumberTable(heads=heads, rows=rows)

    def _words_of(self, each: Hurting) -> str:
        text = self.tr("{told}, last {day}")
        if each.worst is not None:
            text = self.tr("worst {pain} of {most}, {told}, last {day}")
        return text.format(
            pain=each.worst,
            most=WORST,
            told=hurting_told(each),
            day=short_dated(each.latest_day, self._today),
        )

    def _order(self, found: int) -> str:
        order = self.tr("Most often first; the number is the worst pain.")
        if found <= self._most:
            return order
        if self._has_table:
            more = self.tr("The first {n} of {all}; the table has all.")
        else:
            more = self.tr("The first {n} of {all} in twelve months; Trends has all.")
        return f"{order} {more.format(n=self._most, all=found)}"
