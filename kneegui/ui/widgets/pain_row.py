"""Pain at several moments, side by side: a disc over the word for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import (
    CENTRE,
    RADIUS_CONTROL,
    fitted,
    rounded_box,
    text_line,
    text_width,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.pain_disc import paint_pain_disc
from kneegui.ui.widgets.themed import PaintedWidget

_HEIGHT = 70
_DISC = 30


class PainRow(PaintedWidget):
    """``Before 3``, ``Worst 5``, ``After 2``; what was not answered is a dashed ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._moments: Sequence[tuple[str, int | None]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def show_pain(self, moments: Sequence[tuple[str, int | None]], no_answer: str) -> None:
        """Shows other pains.

        Args:
            moments: the word for each moment, and the pain of it.
            no_answer: how a moment without an answer is told to a screen reader.
        """
        self._moments = tuple(moments)
        told = (f"{word} {no_answer if pain is None else pain}" for word, pain in moments)
        self.setAccessibleName(", ".join(told))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(280), self.theme.length(_HEIGHT))

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, length = self.theme, self.theme.length
        rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.INSET))
        size, font = length(_DISC), theme.font(12, 500)
        words = [max(size, text_width(word, font)) for word, _ in self._moments]
        # The same room around each, whatever the length of its word.
        around = max(8.0, (box.width() - sum(words)) / max(1, len(words)))
        left = 0.0
        for (word, pain), wanted in zip(self._moments, words, strict=True):
            width = min(wanted + around, box.width() - left)
            disc = QRectF(left + (width - size) / 2, length(9), size, size)
            paint_pain_disc(painter, theme, disc, pain)
            line = QRectF(left + 4, disc.bottom() + length(5), width - 8, length(17))
            smaller = fitted(word, font, line.width())
            text_line(painter, line, word, smaller, theme.colour(Role.TEXT_SECOND), CENTRE)
            left += width
