"""Pain as a disc in the colour of the scale, its number always on it; and before and after."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.session_words import pain_change
from kneegui.ui.theme.painting import CENTRE, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_ARROW = 16
_GAP = 8


def paint_pain_disc(painter: QPainter, theme: Theme, box: QRectF, pain: int | None) -> None:
    """Paints a disc with its number; a dashed ring where nothing was answered."""
    if pain is None:
        pen = QPen(theme.colour(Role.EDGE), 1.3, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))
        return
    # The light colours alone stand out too little from paper.
    edged = pain <= 3 and not theme.is_dark
    painter.setPen(QPen(theme.colour(Role.TEXT, 0.3), 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(theme.pain_colour(pain))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    font = QFont(theme.font(22 if box.height() > 40 else 14, 750, tabular=True))
    font.setPixelSize(max(8, round(box.height() * 0.48)))
    text_line(painter, box, str(pain), font, theme.pain_ink(pain), CENTRE)


def pain_change_width(theme: Theme, before: int, after: int) -> int:
    """Gives the width of two discs, of so many pixels at regular text size, with their arrow."""
    return theme.length(before) + theme.length(after) + theme.length(_ARROW + 2 * _GAP)


def paint_pain_change(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    values: tuple[int | None, int | None],
    sizes: tuple[int, int],
) -> None:
    """Paints pain before and after at the left of a box, an arrow between; nothing for neither.

    Args:
        painter: paints.
        theme: the look.
        box: as wide as ``pain_change_width`` at least; the discs stand at half its height.
        values: pain before and after.
        sizes: the discs in pixels at regular text size.
    """
    if values == (None, None):
        return
    middle = box.center().y()
    left = box.x()
    first, second = (theme.length(size) for size in sizes)
    paint_pain_disc(painter, theme, QRectF(left, middle - first / 2, first, first), values[0])
    left += first + theme.length(_GAP)
    arrow = theme.length(_ARROW)
    place = QRectF(left, middle - arrow / 2, arrow, arrow)
    theme.icons.paint(painter, "arrow-right-bold", place, theme.colour(Role.TEXT_THIRD))
    left += arrow + theme.length(_GAP)
    paint_pain_disc(painter, theme, QRectF(left, middle - second / 2, second, second), values[1])


class PainDisc(PaintedWidget):
    """One pain, told by its accessible name."""

    def __init__(self, theme: Theme, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pixels = pixels
        self._pain: int | None = None
        self.follow(theme)

    def set_pain(self, pain: int | None, name: str) -> None:
        """Shows a pain, or a dashed ring."""
        self._pain = pain
        self.setAccessibleName(name)
        self.update()

    @override
    def apply_theme(self) -> None:
        size = self.theme.length(self._pixels)
        self.setFixedSize(size, size)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        paint_pain_disc(painter, self.theme, box, self._pain)


class PainChange(PaintedWidget):
    """Pain before and after; what was not answered is a dashed ring."""

    def __init__(self, theme: Theme, sizes: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._sizes = sizes
        self._values: tuple[int | None, int | None] = (None, None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def set_pain(self, before: int | None, after: int | None) -> None:
        """Shows these."""
        self._values = (before, after)
        self.setAccessibleName(pain_change(before, after))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = max(self.theme.length(size) for size in self._sizes)
        return QSize(pain_change_width(self.theme, *self._sizes), height)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        paint_pain_change(painter, self.theme, box, self._values, self._sizes)
