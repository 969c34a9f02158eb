"""A table of one column for thousands of rows, some of which are headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from kneegui.ui.models.rows_model import Index
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.item_view import ThemedView


class RowTable(ThemedView, QTableView):
    """Rows of one height, and headings of another, over which the keys lead.

    A list would ask each row for its height before it paints the first; a table is told only those
    of the headings.

    Signals:
        opened: the row that was clicked or entered.
    """

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[int] = ()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.dress(theme, name)
        # The chosen row is painted by the delegate, which rounds its corners.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def set_heights(self, row: int, headings: Sequence[int], first: int, other: int) -> None:
        """Gives the rows their heights; to be called whenever the model was reset.

        Args:
            row: height of a row that is no heading.
            headings: the rows that are headings.
            first: height of a heading that is the first row.
            other: height of the others.
        """
        header = self.verticalHeader()
        with QSignalBlocker(header):
            header.setDefaultSectionSize(row)
            # What was a heading keeps its height even when the model is reset.
            for number in self._headings:
                if number < header.count():
                    header.resizeSection(number, row)
            for number in headings:
                header.resizeSection(number, first if number == 0 else other)
        self._headings = headings
        self.updateGeometries()
        self.viewport().update()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings a row into sight, and with it the heading it stands below."""
        if index.isValid() and not self._can_be_chosen(index.row() - 1):
            super().scrollTo(self.model().index(index.row() - 1, 0), hint)
        super().scrollTo(index, hint)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        actions = QAbstractItemView.CursorAction
        current, last = self.currentIndex().row(), self.model().rowCount() - 1
        page = max(1, self.viewport().height() // self.verticalHeader().defaultSectionSize())
        target, step = {
            actions.MoveUp: (current - 1, -1),
            actions.MoveDown: (current + 1, 1),
            actions.MovePageUp: (max(0, current - page), 1),
            actions.MovePageDown: (min(last, current + page), -1),
            actions.MoveHome: (0, 1),
            actions.MoveEnd: (last, -1),
        }.get(cursorAction, (current, 1))
        while 0 <= target <= last and not self._can_be_chosen(target):
            target += step
        if not 0 <= target <= last:
            return self.currentIndex()
        return self.model().index(target, 0)

    def _can_be_chosen(self, row: int) -> bool:
        flags = self.model().index(row, 0).flags()
        return row < 0 or bool(flags & Qt.ItemFlag.ItemIsSelectable)
