"""A field for one line of the user's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget


class TextField(PaintedWidget):
    """One line of limited length."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str,
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the field.

        Args:
            theme: the look.
            name: what it is for, for a screen reader.
            placeholder: what stands in it while it is empty.
            most: so many characters fit.
            parent: the widget it belongs to.
        """
        super().__init__(theme, parent)
        self._field = QLineEdit(self)
        self._field.setFrame(False)
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(placeholder)
        self._field.setMaxLength(most)
        self._field.installEventFilter(self)
        self.setFocusProxy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 3)
        row.addWidget(self._field)
        self.follow(theme)

    @property
    def text(self) -> str:
        """What stands in the field, without space around it."""
        return self._field.text().strip()

    def set_text(self, text: str) -> None:
        """Puts words into the field."""
        self._field.setText(text)

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(40))
        self._field.setFont(self.theme.font(14.5))
        palette = self._field.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, self.theme.colour(Role.TEXT))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.colour(Role.TEXT_THIRD))
        self._field.setPalette(palette)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, focused = self.theme, self._field.hasFocus()
        edge = theme.colour(Role.FOCUS if focused else Role.EDGE)
        fill = theme.colour(Role.SURFACE)
        rounded_box(painter, box, RADIUS_CONTROL, fill, edge, 2 if focused else 1)
