"""List views in our dress: nothing behind the rows, our scroll bar, a ring for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.scrolling import make_slim
from kneegui.ui.widgets.themed import KEYBOARD_REASONS


class ThemedListView(QListView):
    """A list of rows.

    ``keyboard_used`` tells delegates whether to paint the focus ring: after a key, not after a
    click.

    Signals:
        opened: the row that was clicked or entered.
    """

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.keyboard_used = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        make_slim(self, theme)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self.opened)
        theme.changed.connect(self._on_theme_changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keyboard_used = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keyboard_used = False
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.keyboard_used = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self.doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self.viewport().update()


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
