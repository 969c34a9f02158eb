"""A sentence that has room of its own for a while and then goes by itself."""

from __future__ import annotations

from math import ceil
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box, text_width, wrapped_height
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_SHOWN_MS = 10_000
_SIDE, _ABOVE = 18, 8
_SIDE_LOW, _ABOVE_LOW = 12, 1
_LEAST_PIXELS = 12


@runtime_checkable
class TakesNotes(Protocol):
    """A view that has a place of its own for such sentences."""

    def show_note(self, sentence: str) -> None:
        """Shows a sentence for a while."""
        ...


class PassingNote(PaintedWidget):
    """As high as its sentence needs in the width it is given; a click sends it away.

    Given less height than that, it is written smaller. A sentence that comes while another is
    shown stands after it.

    Signals:
        came_or_went: it takes room now, or does not any more.
    """

    came_or_went = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.sentence = ""
        """What is shown, or was last."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        self.follow(theme)

    @property
    def is_shown(self) -> bool:
        """Whether it takes room."""
        return not self.isHidden()

    def say(self, sentence: str) -> None:
        """Shows a sentence for ten seconds."""
        if self.is_shown and sentence not in self.sentence:
            sentence = f"{self.sentence} {sentence}"
        elif self.is_shown:
            sentence = self.sentence
        self.sentence = sentence
        self.setAccessibleName(sentence)
        self._timer.start()
        self.updateGeometry()
        self.update()
        self.show()

    @property
    def line_width(self) -> int:
        """How wide it is with its sentence in one line."""
        return ceil(text_width(self.sentence, self._font())) + 2 * _SIDE + 1

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_or_went.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.is_shown:
            self._timer.stop()
            self.came_or_went.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(640))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        text = wrapped_height(self.sentence, self._font(), width - 2 * _SIDE)
        return round(text) + 1 + 2 * _ABOVE

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        low = box.height() < self.heightForWidth(self.width())
        side, above = (_SIDE_LOW, _ABOVE_LOW) if low else (_SIDE, _ABOVE)
        rounded_box(painter, box, RADIUS_CONTROL, self.theme.colour(Role.TEXT))
        words = box.adjusted(side, above, -side, -above)
        font = self._fitting(words)
        painter.setFont(font)
        painter.setPen(self.theme.colour(Role.WINDOW))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._cut(font, words))

    def _font(self) -> QFont:
        return self.theme.font(14, 500)

    def _fitting(self, words: QRectF) -> QFont:
        """Gives the largest font in which the sentence has the room there is."""
        font = QFont(self._font())
        while font.pixelSize() > _LEAST_PIXELS:
            if wrapped_height(self.sentence, font, words.width()) <= words.height():
                break
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _cut(self, font: QFont, words: QRectF) -> str:
        """Gives as much of the sentence as there is room for; the log has all of it."""
        if wrapped_height(self.sentence, font, words.width()) <= words.height():
            return self.sentence
        metrics = QFontMetricsF(font)
        lines = max(1, int(words.height() / metrics.lineSpacing()))
        # Lines are broken at words, so that none of them is full.
        width = words.width() * (lines - 0.4 if lines > 1 else 1)
        return metrics.elidedText(self.sentence, Qt.TextElideMode.ElideRight, width)
