"""What was just done, and the way back: a bar that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFont, QHideEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import (
    CENTRE,
    fitted,
    rounded_box,
    text_line,
    text_width,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton, PaintedWidget

SHOWN_MS = 10_000
_WIDTH, _HEIGHT = 420, 48
_BOTTOM = 20
_SIDE = 16
_ICON = 18
_RADIUS = 12


class UndoBar(PaintedWidget):
    """Lies over the foot of its parent for ten seconds; not while the pointer is on it.

    Signals:
        undone: the way back was taken.
    """

    undone = Signal()

    def __init__(self, theme: Theme, parent: QWidget, shown_ms: int = SHOWN_MS) -> None:
        super().__init__(theme, parent)
        self._over = parent
        self._sentence = ""
        self._button = _UndoButton(theme, self.tr("Undo"), self)
        self._button.clicked.connect(self._on_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown_ms)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()
        self.follow(theme)

    @property
    def is_waiting(self) -> bool:
        """True while it is about to go."""
        return self._timer.isActive()

    def say(self, sentence: str) -> None:
        """Shows what was done, from now on for ten seconds."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    @override
    def apply_theme(self) -> None:
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        words = text_width(self._sentence, self._font()) + length(2 * _SIDE + _ICON + 10 + 16)
        width = max(length(_WIDTH), round(words) + self._button.sizeHint().width())
        return QSize(min(width, self._over.width() - 2 * _BOTTOM), length(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, length = self.theme, self.theme.length
        ink = theme.colour(Role.WINDOW)
        rounded_box(painter, box, _RADIUS, theme.colour(Role.TEXT))
        icon = length(_ICON)
        place = QRectF(length(_SIDE), (box.height() - icon) / 2, icon, icon)
        theme.icons.paint(painter, "trash", place, ink)
        words = box.adjusted(place.right() + length(10), 0, 0, 0)
        words.setRight(self._button.x() - 8)
        font = fitted(self._sentence, self._font(), words.width())
        text_line(painter, words, self._sentence, font, ink)

    def _font(self) -> QFont:
        return self.theme.font(14, 500)

    def _place(self) -> None:
        size = self.sizeHint()
        left = (self._over.width() - size.width()) // 2
        top = self._over.height() - size.height() - _BOTTOM
        self.setGeometry(left, top, size.width(), size.height())
        button = self._button.sizeHint()
        edge = (size.height() - button.height()) // 2
        self._button.setGeometry(
            size.width() - button.width() - edge, edge, button.width(), button.height()
        )

    def _on_clicked(self) -> None:
        self.hide()
        self.undone.emit()


class _UndoButton(PaintedButton):
    """The word on the dark bar, in the one colour that stands out from it."""

    ring_radius = 8.0

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("Ctrl+Z")
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        width = text_width(self.text(), self._font()) + length(28)
        return QSize(round(width), length(34))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        if self.underMouse() or self.isDown():
            rounded_box(painter, box, self.ring_radius, theme.colour(Role.WINDOW, 0.14))
        ink = theme.colour(Role.ON_LIME if theme.is_dark else Role.LIME)
        if self.shows_ring:
            # The ring of the theme alone stands out too little from this ground.
            rounded_box(painter, box, self.ring_radius, None, ink, 4)
        text_line(painter, box, self.text(), self._font(), ink, CENTRE)

    def _font(self) -> QFont:
        return self.theme.font(14, 700)
