"""What each article prescribes, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Rule
from kneegui.ui.widgets.label import Label

SILENT = "–"


class DoseTable(QWidget):
    """A row of words over rows of figures, with a line of notes below each row that has one."""

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[str],
        rows: Sequence[tuple[Sequence[str], str]],
        parent: QWidget | None = None,
    ) -> None:
        """Makes the table.

        Args:
            theme: the look.
            columns: the heads, the first of them over the names.
            rows: for each row its cells, and a note that stands below, or "".
            parent: the widget it belongs to.
        """
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column, words in enumerate(columns):
            head = Label(theme, words, 12, 600, Role.TEXT_THIRD, parent=self)
            grid.addWidget(head, 0, column, _align(column))
        line = 1
        for cells, note in rows:
            grid.addWidget(Rule(theme, self), line, 0, 1, len(columns))
            for column, words in enumerate(cells):
                cell = Label(
                    theme,
                    words,
                    13,
                    600 if column == 0 else 500,
                    wrap=column == 0,
                    tabular=True,
                    parent=self,
                )
                if words == SILENT:
                    cell.setAccessibleName("silent")
                grid.addWidget(cell, line + 1, column, _align(column))
            if note:
                below = Label(theme, note, 12.5, 400, Role.TEXT_SECOND, wrap=True, parent=self)
                grid.addWidget(below, line + 2, 0, 1, len(columns))
            line += 3


def _align(column: int) -> Qt.AlignmentFlag:
    if column == 0:
        return Qt.AlignmentFlag(0)
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
