"""Left and right: what each side did of an exercise."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.progress.exercise_progress import counts_holds
from kneegui.progress.sides import SidesOfExercise, SideTotal, left_and_right
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.models.trend_rows import SidesRow
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import side_amount
from kneegui.ui.trends.rows_card import RowsCard

MOST_ROWS = 6


class SidesCard(RowsCard):
    """A bar to the left and one to the right for each exercise, the most exercised first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("SidesCard", "Left and right")
        super().__init__(theme, title, parent=parent)
        self._found: Sequence[SidesOfExercise] = ()
        self._held: Collection[str] = ()

    def show_steps(
        self, steps: Mapping[str, Sequence[PractisedStep]], goals: Mapping[str, Goal]
    ) -> None:
        """Shows what each side did over a period.

        Args:
            steps: exercise -> its steps, the oldest first.
            goals: exercise -> what it is for.
        """
        self._found = left_and_right(steps)
        found = {each.exercise for each in self._found}
        self._held = {exercise for exercise in found if counts_holds(steps[exercise])}
        self.show_rows(
            [self._row(each, goals) for each in self._found[:MOST_ROWS]],
            self.tr("Exercises with two sides show here after a session."),
            self._summary(),
        )

    @override
    def table(self) -> NumberTable:
        heads = (
            self.tr("Exercise"),
            self.tr("Left"),
            self.tr("Right"),
            self.tr("Stopped, left and right"),
            self.tr("Worst pain, left and right"),
        )
        return NumberTable(heads=heads, rows=[self._table_row(each) for each in self._found])

    def _row(self, each: SidesOfExercise, goals: Mapping[str, Goal]) -> SidesRow:
        left, right = self._amounts(each)
        return SidesRow(
            exercise=each.exercise,
            title=each.title,
            goal=goals.get(each.exercise),
            left=each.left.done,
            right=each.right.done,
            left_words=self.tr("L {amount}").format(amount=left),
            right_words=self.tr("R {amount}").format(amount=right),
            aside=self._stops(each.left, each.right),
        )

    def _amounts(self, each: SidesOfExercise) -> Sequence[str]:
        """Gives what was done left and right."""
        holds = each.exercise in self._held
        return [side_amount(side.done, each.unit, holds=holds) for side in (each.left, each.right)]

    def _stops(self, left: SideTotal, right: SideTotal) -> str:
        if not left.stopped and not right.stopped:
            return ""
        return self.tr("stopped by pain left {left}, right {right} times").format(
            left=left.stopped, right=right.stopped
        )

    def _summary(self) -> str:
        left = sum(each.left.stopped for each in self._found)
        right = sum(each.right.stopped for each in self._found)
        if not left and not right:
            return self.tr("No set on one side was stopped by pain.")
        return self.tr("Stopped by pain: left {left}, right {right} sets.").format(
            left=left, right=right
        )

    def _table_row(self, each: SidesOfExercise) -> Sequence[str]:
        sides = (each.left, each.right)
        return (
            each.title,
            *self._amounts(each),
            " / ".join(str(side.stopped) for side in sides),
            " / ".join("–" if side.pain is None else str(side.pain) for side in sides),
        )
