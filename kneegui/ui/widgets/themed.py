"""What every widget of ours shares: it follows the theme, and shows where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import focus_ring, smooth
from kneegui.ui.theme.theme import Theme

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Focus that came by a key: only then the ring is shown."""

_AWAY_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Focus that goes to another window or a menu, and comes back from there."""

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Themed(_Base):
    """Part of a widget that follows the theme; call ``follow`` at the end of its constructor."""

    theme: Theme

    def follow(self, theme: Theme) -> None:
        """Applies the theme now and whenever it changes."""
        self.theme = theme
        theme.changed.connect(self._on_theme_changed)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Sets what does not come about by painting: fonts, fixed sizes, palettes."""

    def _on_theme_changed(self) -> None:
        self.apply_theme()
        self.updateGeometry()
        self.update()


class PaintedWidget(Themed, QWidget):
    """A widget that paints itself whole in ``paint``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paints the widget into its box."""
        raise NotImplementedError


class PaintedButton(Themed, QAbstractButton):
    """A button that paints itself, with a ring while the keyboard is on it.

    Space presses it, and so does Enter.
    """

    ring_radius = 10.0

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._ring = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def shows_ring(self) -> bool:
        """True where the keyboard is on the button and led there."""
        return self._ring and self.hasFocus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Back from another window or a menu the keyboard is where it was.
        if event.reason() not in _AWAY_REASONS:
            self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _AWAY_REASONS:
            self._ring = False
        super().focusOutEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets Enter press the button as well; Qt leaves that to dialogs."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        box = QRectF(self.rect())
        self.paint(painter, box)
        if self.shows_ring:
            focus_ring(painter, self.theme, box, self.ring_radius)
        painter.end()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paints the button into its box."""
        raise NotImplementedError
