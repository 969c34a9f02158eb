"""A bar in segments, each as wide as its share, in the colour of its goal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

Segments = Sequence[tuple[Role, int]]


class SegmentBar(PaintedWidget):
    """The shares of a whole; its accessible name tells what the segments are."""

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._segments: Segments = ()
        self.setFixedHeight(height)
        self.follow(theme)

    def set_segments(self, segments: Segments, description: str) -> None:
        """Shows these shares, each with its colour role."""
        self._segments = tuple(segments)
        self.setAccessibleName(description)
        self.update()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        paint_segments(painter, self.theme, box, self._segments, gap=4)


def paint_segments(
    painter: QPainter, theme: Theme, box: QRectF, segments: Segments, *, gap: float
) -> None:
    """Paints shares side by side over the width of a box."""
    total = sum(share for _, share in segments)
    room = box.width() - gap * (len(segments) - 1)
    left = box.x()
    for role, share in segments:
        width = room * share / total
        segment = QRectF(left, box.y(), width, box.height())
        rounded_box(painter, segment, min(box.height() / 2, width / 2), theme.colour(role))
        left += width + gap
