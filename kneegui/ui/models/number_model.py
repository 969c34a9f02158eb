"""A table of words and numbers, ready before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from kneegui.ui.models.rows_model import Index

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """What a chart shows, as words: the heads of the columns, and the rows."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


class NumberModel(QAbstractTableModel):
    """The rows of one ``NumberTable``; the first column names the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = NumberTable(heads=(), rows=())

    def show(self, table: NumberTable) -> None:
        """Shows another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self._table.heads[index.column()]
            return f"{head}: {self._table.rows[index.row()][index.column()]}"
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and section < len(self._table.heads):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._table.heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _aligned(section)
        return None


def _aligned(column: int) -> int:
    """Gives words to the left, numbers to the right."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
