"""A card with a row for each exercise, or the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from kneegui.ui.delegates.trend_delegate import TrendDelegate
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.models.rows_model import RowsModel
from kneegui.ui.models.trend_rows import TREND_ROLE, TrendRow, trend_rows
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.full_list import FullList
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.number_table import NumberTableView
from kneegui.ui.widgets.split_line import SplitLine


class RowsCard(Card):
    """Rows below a title, and a sentence in their place where there are none.

    Signals:
        exercise_chosen: id of the exercise whose row was clicked or entered.
    """

    exercise_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        aside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, margins=(20, 14, 16, 12), gap=4, parent=parent)
        self._title = title
        self._is_table = False
        self._told = self._told_of_table = ""
        self._table: NumberTableView | None = None
        head = Label(theme, title, 15, 650)
        self.column.addWidget(head if aside is None else SplitLine(head, aside))
        self._words = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True, tabular=True)
        self.column.addWidget(self._words)
        self._nothing = Label(theme, "", 14, 400, Role.TEXT_SECOND, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(24)
        self.column.addWidget(self._nothing, 1)
        self._model = RowsModel((), self)
        self._list = FullList(theme, title)
        self._list.setModel(self._model)
        self._list.setItemDelegate(TrendDelegate(theme, lined=True, parent=self._list))
        self._list.opened.connect(self._on_opened)
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    def show_rows(
        self, rows: Sequence[TrendRow], nothing: str, told: str = "", told_of_table: str = ""
    ) -> None:
        """Shows these rows.

        Args:
            rows: in order.
            nothing: the sentence where there are none.
            told: a line above the rows.
            told_of_table: a line above the table, where that is another.
        """
        self._model.set_rows(trend_rows(rows))
        self._list.fit()
        self._nothing.setText(nothing)
        self._told, self._told_of_table = told, told_of_table or told
        self._show_view()

    def set_table(self, is_table: bool) -> None:
        """Shows the numbers as a table, or as rows."""
        self._is_table = is_table
        self._show_view()

    def table(self) -> NumberTable:
        """Gives what the rows show, as words."""
        raise NotImplementedError

    def _show_view(self) -> None:
        filled = self._model.rowCount() > 0
        self._nothing.setVisible(not filled)
        self._words.setText(self._told_of_table if self._is_table else self._told)
        self._words.setVisible(filled and bool(self._words.text()))
        self._list.setVisible(filled and not self._is_table)
        if filled and self._is_table:
            if self._table is None:
                self._table = NumberTableView(self.theme, self._title)
                self.column.insertWidget(self.column.count() - 1, self._table)
            self._table.show_table(self.table())
            self._table.show()
        elif self._table is not None:
            self._table.hide()

    def _on_opened(self, index: QModelIndex) -> None:
        row: TrendRow = index.data(TREND_ROLE)
        self.exercise_chosen.emit(row.exercise)
