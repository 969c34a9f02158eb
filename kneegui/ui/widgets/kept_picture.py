"""A picture of what stands still beneath something that moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kneegui.ui.theme.painting import picture_of


class KeptPicture:
    """Shapes and words painted once, and put there again until something else is to be seen.

    The picture has the widget's ground in it, so that its pixels are those that painting on the
    widget itself would give.
    """

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._shows: object = None

    def drop(self) -> None:
        """Has it painted anew the next time, as when the theme has changed."""
        self._shows = None

    def paint(
        self,
        painter: QPainter,
        widget: QWidget,
        ground: QColor,
        content: object,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Paints the picture over the whole of a widget.

        Args:
            painter: the widget's.
            widget: where it belongs.
            ground: the one colour of what the widget stands on.
            content: what is to be seen; where it equals the last, nothing is painted anew.
            paint: paints it into the widget's box.
        """
        box, ratio = QRectF(widget.rect()), widget.devicePixelRatioF()
        if ratio != int(ratio):
            # Its pixels would not lie on those of the screen, and blur.
            paint(painter, box)
            return
        shows = (content, ground, widget.size(), ratio)
        if shows != self._shows:
            self._shows = shows
            pixels = widget.size() * ratio
            self._pixmap = picture_of(pixels, ratio, ground, lambda own: paint(own, box))
        painter.drawPixmap(0, 0, self._pixmap)
