"""A list to pick from, as high as it needs to be up to a limit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from kneegui.ui.delegates.pick_delegate import PickDelegate
from kneegui.ui.models.pick_model import Pick, PickModel
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.list_view import ThemedListView


class PickList(ThemedListView):
    """Rows with a box each; a click, Enter or Space picks one."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        many: bool,
        most_rows: int,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the list.

        Args:
            theme: the look.
            name: what is picked, for a screen reader.
            many: any number can be picked at once.
            most_rows: so many rows are shown before it scrolls.
            parent: the widget it belongs to.
        """
        super().__init__(theme, name, parent)
        self._least_rows = 1
        self._most_rows = most_rows
        self.picks = PickModel(many=many, parent=self)
        self.setModel(self.picks)
        self.setItemDelegate(PickDelegate(theme, many=many, parent=self))
        self.opened.connect(self._on_opened)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def picked(self) -> tuple[str, ...]:
        """The keys of those that are picked."""
        return self.picks.picked

    def show_picks(self, picks: Sequence[Pick], picked: Collection[str] = ()) -> None:
        """Lists other rows, some of them picked."""
        self.picks.show(picks, picked)
        first = self.picks.index(0, 0)
        self.setCurrentIndex(first)
        self.scrollToTop()
        self._fit()

    def reserve(self, rows: int) -> None:
        """Makes it at least as high as so many rows, as far as it shows so many at once."""
        self._least_rows = max(1, rows)
        self._fit()

    def _on_opened(self, index: QModelIndex) -> None:
        self.picks.pick(index)

    def _fit(self) -> None:
        rows = min(self._most_rows, max(self._least_rows, self.picks.rowCount()))
        self.setFixedHeight(rows * self.theme.length(54) + 2)
