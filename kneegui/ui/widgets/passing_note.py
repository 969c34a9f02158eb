"""A sentence at the top of the window that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box, wrapped_height
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_SHOWN_MS = 10_000
_WIDEST = 640
_SIDE = 18
_TOP = 12


class PassingNote(PaintedWidget):
    """Lies over its parent; a click sends it away."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._over = parent
        self._sentence = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        self.follow(theme)

    def say(self, sentence: str) -> None:
        """Shows a sentence for ten seconds."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        size = self.sizeHint()
        left = (self._over.width() - size.width()) // 2
        # At the top: at the bottom the player has its buttons.
        self.setGeometry(left, _TOP, size.width(), size.height())
        self.show()
        self.raise_()
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def sizeHint(self) -> QSize:
        width = min(self.theme.length(_WIDEST), self._over.width() - 48)
        text = wrapped_height(self._sentence, self.theme.font(14, 500), width - 2 * _SIDE)
        return QSize(width, round(text) + 26)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        rounded_box(painter, box, RADIUS_CONTROL, self.theme.colour(Role.TEXT))
        painter.setFont(self.theme.font(14, 500))
        painter.setPen(self.theme.colour(Role.WINDOW))
        words = box.adjusted(_SIDE, 13, -_SIDE, -13)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self._sentence)
