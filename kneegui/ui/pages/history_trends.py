"""The part of the History page that tells how it goes with each exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kneegui.ui.pages.trends_view import TrendsView


class HistoryTrends(QWidget):
    """The trends, made when there is something to show for the first time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: TrendsView | None = None
        self._wanted = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def span(self) -> str:
        """How far back is looked, as ``Span`` names it; empty before there is anything to show."""
        return "" if self._view is None else self._view.span.value

    def show_trends(
        self,
        heads: Sequence[SessionHead],
        practice: Sequence[PractisedStep],
        goals: Mapping[str, Goal],
        today: date,
    ) -> None:
        """Shows what these sessions come to; see ``TrendsView.show_trends``."""
        if self._view is None:
            from kneegui.ui.pages.trends_view import TrendsView

            self._view = TrendsView(self._theme, self)
            self._column.addWidget(self._view)
        self._view.show_trends(heads, practice, goals, today)
        if self._wanted:
            self.choose_exercise(self._wanted)

    def choose_exercise(self, exercise: str) -> None:
        """Brings an exercise into sight, as soon as there is something to show."""
        self._wanted = exercise
        if self._view is not None:
            self._view.choose_exercise(exercise)
            self._wanted = ""
