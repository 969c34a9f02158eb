"""The search field with its key beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget


class SearchBox(PaintedWidget):
    """A field for a few words; Escape empties it.

    Signals:
        text_changed: what stands in the field now.
        left_down: the Down key asks for the list below.
    """

    text_changed = Signal(str)
    left_down = Signal()

    def __init__(
        self, theme: Theme, placeholder: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._key = key
        self._field = QLineEdit(self)
        self._field.setFrame(False)
        self._field.setPlaceholderText(placeholder)
        self._field.setAccessibleName(placeholder)
        self._field.setMaxLength(80)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        self.setFocusProxy(self._field)
        self.follow(theme)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    @property
    def wanted_width(self) -> int:
        """The width in which all it says at first can be read."""
        length, words = self.theme.length, self._field.placeholderText()
        key = text_width(self._key, self.theme.font(11.5, 500)) + length(12 + 10)
        # A field keeps a little room at both ends of its words.
        return round(length(36) + text_width(words, self._field.font()) + key) + length(8)

    def set_text(self, text: str) -> None:
        """Puts words into the field."""
        self._field.setText(text)

    def clear(self) -> None:
        """Empties the field."""
        self._field.clear()

    def take_focus(self) -> None:
        """Puts the cursor into the field with its words selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(40))
        self._field.setFont(self.theme.font(14))
        palette = self._field.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, self.theme.colour(Role.TEXT))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.colour(Role.TEXT_THIRD))
        self._field.setPalette(palette)
        self._place_field()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_field()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.text:
                self.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left_down.emit()
                return True
        return super().eventFilter(watched, event)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, focused = self.theme, self._field.hasFocus()
        edge = theme.colour(Role.FOCUS) if focused else theme.colour(Role.EDGE)
        rounded_box(painter, box, 10, theme.colour(Role.SURFACE), edge, 2 if focused else 1)
        icon = theme.length(18)
        place = QRectF(theme.length(12), (box.height() - icon) / 2, icon, icon)
        glass = "magnifying-glass-bold"
        theme.icons.paint(painter, glass, place, theme.colour(Role.TEXT_THIRD))
        if not self.text:
            key = self._key_box(box)
            rounded_box(painter, key, 5, theme.colour(Role.INSET), theme.colour(Role.LINE))
            font = theme.font(11.5, 500)
            text_line(painter, key, self._key, font, theme.colour(Role.TEXT_THIRD), CENTRE)

    def _key_box(self, box: QRectF) -> QRectF:
        length = self.theme.length
        width = text_width(self._key, self.theme.font(11.5, 500)) + length(12)
        height = length(20)
        return QRectF(box.width() - width - length(10), (box.height() - height) / 2, width, height)

    def _place_field(self) -> None:
        length = self.theme.length
        left = length(36)
        right = (
            length(10)
            if self.text
            else self.width() - round(self._key_box(QRectF(self.rect())).left())
        )
        self._field.setGeometry(left, 3, max(0, self.width() - left - right), self.height() - 6)

    def _on_text_changed(self, text: str) -> None:
        self._place_field()
        self.update()
        self.text_changed.emit(text)
