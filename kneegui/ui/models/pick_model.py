"""Rows of which one, or any number, can be picked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from kneegui.ui.models.roles import LINE_ROLE
from kneegui.ui.models.rows_model import Index, Row, RowsModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A row to pick."""

    key: str
    title: str
    line: str
    """What stands below the title."""
    is_open: bool = True
    """False where it is shown and cannot be picked."""


class PickModel(RowsModel):
    """The rows, each with its box ticked or not.

    Signals:
        picked_changed: others are picked now.
    """

    picked_changed = Signal()

    def __init__(self, *, many: bool, parent: QObject | None = None) -> None:
        """Makes an empty list.

        Args:
            many: any number can be picked at once; otherwise one takes the place of the other.
            parent: the object it belongs to.
        """
        super().__init__((), parent)
        self._many = many
        self._picks: Sequence[Pick] = ()
        self._picked: set[str] = set()

    @property
    def picked(self) -> tuple[str, ...]:
        """The keys of those that are picked, in the order of the rows."""
        return tuple(pick.key for pick in self._picks if pick.key in self._picked)

    def show(self, picks: Sequence[Pick], picked: Collection[str] = ()) -> None:
        """Lists other rows, some of them picked."""
        self._picks = tuple(picks)
        self._picked = {pick.key for pick in picks if pick.is_open and pick.key in picked}
        self.set_rows(map(self._row, self._picks))
        self.picked_changed.emit()

    def pick(self, index: Index) -> None:
        """Picks a row; where many can be, one that was picked is no longer."""
        pick = self._picks[index.row()]
        if not pick.is_open:
            return
        self._set({pick.key} if not self._many else self._picked ^ {pick.key})

    def pick_all(self, *, on: bool) -> None:
        """Picks every row, or none."""
        self._set({pick.key for pick in self._picks if on and pick.is_open})

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if not self._picks[index.row()].is_open:
            return flags & ~Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def _set(self, picked: set[str]) -> None:
        if picked == self._picked:
            return
        self._picked = picked
        self._rows = list(map(self._row, self._picks))
        last = self.index(len(self._rows) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.picked_changed.emit()

    def _row(self, pick: Pick) -> Row:
        row: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: pick.title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, (pick.title, pick.line))),
            LINE_ROLE: pick.line,
        }
        if pick.is_open:
            on = pick.key in self._picked
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            row[Qt.ItemDataRole.CheckStateRole] = state
        return row
