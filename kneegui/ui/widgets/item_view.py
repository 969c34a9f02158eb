"""What our views of rows share: nothing behind the rows, our scroll bar, the keyboard's ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QHoverEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from typing_extensions import override

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.scrolling import make_slim
from kneegui.ui.widgets.themed import KEYBOARD_REASONS

_HOVER_MOVE = QEvent.Type.HoverMove

if TYPE_CHECKING:
    _Base = QAbstractItemView
else:
    _Base = object


class ThemedView(_Base):
    """Part of a view; call ``dress`` at the end of its constructor.

    ``keyboard_used`` tells delegates whether to paint the focus ring: after a key, not after a
    click.

    Signals:
        opened: the row that was clicked or entered.
    """

    theme: Theme
    keyboard_used = False
    if TYPE_CHECKING:
        opened = Signal(QModelIndex)

    def dress(self, theme: Theme, name: str) -> None:
        """Gives the view its look and its name for a screen reader."""
        self.theme = theme
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        make_slim(self, theme)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._point)
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

    def _point(self) -> None:
        """Marks the row that has come under the pointer; Qt waits until the pointer moves."""
        viewport = self.viewport()
        if viewport.underMouse():
            at = QPointF(QCursor.pos())
            place = viewport.mapFromGlobal(at)
            QApplication.sendEvent(viewport, QHoverEvent(_HOVER_MOVE, place, at, place))

    def _on_theme_changed(self) -> None:
        self.doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self.viewport().update()
