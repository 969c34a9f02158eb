"""A list as high as all its rows: what is around it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.list_view import ThemedListView


class FullList(ThemedListView):
    """Call ``fit`` when there are other rows."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(self.ResizeMode.Adjust)

    def fit(self) -> None:
        """Takes the height that the rows need at this width."""
        rows = (self.sizeHintForRow(row) for row in range(self.model().rowCount(QModelIndex())))
        self.setFixedHeight(sum(rows) + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.fit()
