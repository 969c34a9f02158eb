"""A field for a few sentences of the user's own."""

from __future__ import annotations

from unicodedata import category

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.scrolling import make_slim
from kneegui.ui.widgets.themed import PaintedWidget

NOTE_MOST = 600
"""Characters a note about a session may have."""


def printable(text: str) -> str:
    """Gives a text without control characters and halves of letters; tabs and line ends stay."""
    return "".join(
        letter for letter in text if letter in "\t\n" or category(letter) not in {"Cc", "Cs"}
    )


class NoteField(PaintedWidget):
    """Plain text of limited length; the Tab key leaves the field."""

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
            most: so many characters fit; what is typed or pasted beyond is left out.
            parent: the widget it belongs to.
        """
        super().__init__(theme, parent)
        self._most = most
        self._room = most
        self._field = QPlainTextEdit(self)
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(placeholder)
        self._field.setTabChangesFocus(True)
        make_slim(self._field, theme)
        self._field.setFrameShape(QFrame.Shape.NoFrame)
        self._field.document().setDocumentMargin(2)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        self.setFocusProxy(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 4, 9)
        column.addWidget(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.follow(theme)

    @property
    def text(self) -> str:
        """What stands in the field, without space around it.

        Control characters, which only come in by pasting, are left out: no export may hold them.
        """
        return printable(self._field.toPlainText()).strip()

    def set_text(self, text: str) -> None:
        """Puts words into the field; such as are longer already stay whole."""
        self._room = max(self._most, len(text))
        self._field.setPlainText(text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self.theme.length(92))

    @override
    def apply_theme(self) -> None:
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
        edge = theme.colour(Role.FOCUS if focused else Role.EDGE, 1 if focused else 0.7)
        fill = theme.colour(Role.SURFACE)
        rounded_box(painter, box, RADIUS_CONTROL, fill, edge, 2 if focused else 1)

    def _on_text_changed(self) -> None:
        text = self._field.toPlainText()
        if len(text) <= self._room:
            return
        # Taken out behind the cursor, so that what stood there before stays and can be undone.
        cursor = self._field.textCursor()
        beyond = len(text) - self._room
        cursor.setPosition(max(0, cursor.position() - beyond))
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, beyond
        )
        cursor.removeSelectedText()
        self._field.setTextCursor(cursor)
