"""List views in our dress."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.item_view import ThemedView


class ThemedListView(ThemedView, QListView):
    """A list of rows.

    Signals:
        opened: the row that was clicked or entered.
    """

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dress(theme, name)


class CardGrid(ThemedListView):
    """Cards in as many columns as fit, as wide as the columns allow."""

    def __init__(
        self, theme: Theme, name: str, least_width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._least_width = least_width
        self._cell_height = 200
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def set_cell_height(self, height: int) -> None:
        """Gives the cards another height."""
        self._cell_height = height
        self._fit_columns()

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        least = round(self._least_width * (1 + (self.theme.text_percent / 100 - 1) * 0.6))
        return max(1, (self.viewport().width() - 2) // least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        width = (self.viewport().width() - 2) // self.columns
        self.setGridSize(QSize(width, self._cell_height))
