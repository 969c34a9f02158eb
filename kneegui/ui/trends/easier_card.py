"""What got easier: exercises of which more is done than at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.easier import Easier, Gain, amount, what_got_easier
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.models.trend_rows import EasierRow
from kneegui.ui.session_words import count_sessions
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import dose_told, hold_told
from kneegui.ui.trends.rows_card import RowsCard
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize

MOST_ROWS = 4


class EasierCard(RowsCard):
    """The few exercises that grew most, with the first and the latest number.

    Signals:
        all_wanted: all exercises are asked for.
    """

    all_wanted = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, with_link: bool = True
    ) -> None:
        words = QCoreApplication.translate("EasierCard", "All exercises")
        link = Button(theme, words, kind=ButtonKind.LINK, size=ButtonSize.SMALL)
        title = QCoreApplication.translate("EasierCard", "What got easier")
        super().__init__(theme, title, link if with_link else None, parent)
        link.clicked.connect(self.all_wanted)
        self._shown: Sequence[Easier] = ()
        self._titles: Mapping[str, str] = {}

    def show_steps(
        self,
        heads: Sequence[SessionHead],
        steps: Mapping[str, Sequence[PractisedStep]],
        goals: Mapping[str, Goal],
    ) -> None:
        """Shows what got easier over a period.

        Args:
            heads: its sessions, in any order.
            steps: exercise -> its steps, the oldest session first.
            goals: exercise -> what it is for.
        """
        self._shown = what_got_easier(steps, heads, goals)[:MOST_ROWS]
        self._titles = {head.id: head.title for head in heads}
        self.show_rows(
            [self._row(easier, goals) for easier in self._shown],
            self.tr(
                "Exercises show here once you do more of them than at first in the same routine, "
                "with no more effort or pain."
            ),
        )

    @override
    def table(self) -> NumberTable:
        heads = (
            self.tr("Exercise"),
            self.tr("First"),
            self.tr("Latest"),
            self.tr("Routine"),
            self.tr("Sessions of it"),
        )
        rows = [
            (easier.title, *_ends(easier), self._routine(easier), str(len(easier.points)))
            for easier in self._shown
        ]
        return NumberTable(heads=heads, rows=rows)

    def _row(self, easier: Easier, goals: Mapping[str, Goal]) -> EasierRow:
        first, latest = _ends(easier)
        points = easier.points
        return EasierRow(
            exercise=easier.exercise,
            title=easier.title,
            goal=goals.get(easier.exercise),
            numbers=[amount(point, easier.gain) for point in points],
            change=self.tr("{first} to {latest}").format(first=first, latest=latest),
            # Only sessions of one routine are compared, and the exercise may be in others too.
            aside=self.tr("{sessions} of {routine}").format(
                sessions=count_sessions(len(points)), routine=self._routine(easier)
            ),
        )

    def _routine(self, easier: Easier) -> str:
        """Gives the title of the routine whose sessions are compared."""
        return self._titles[easier.latest.session_id]


def _ends(easier: Easier) -> tuple[str, str]:
    """Gives the first and the latest number in words."""
    first, latest = easier.first, easier.latest
    if easier.gain is Gain.LONGER:
        return hold_told(first.hold_s or 0), hold_told(latest.hold_s or 0)
    return dose_told(first), dose_told(latest)
