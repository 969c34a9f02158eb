"""A quiet box that groups what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CARD, rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

Margins = tuple[int, int, int, int]


class Card(PaintedWidget):
    """A rounded box with a hairline, or without one where it is a well; ``column`` fills it."""

    def __init__(
        self,
        theme: Theme,
        *,
        fill: Role = Role.SURFACE,
        line: bool = True,
        margins: Margins = (20, 18, 20, 18),
        gap: int = 12,
        radius: int = RADIUS_CARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._fill = fill
        self._line = line
        self._radius = radius
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(gap)
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        edge = self.theme.colour(Role.LINE) if self._line else None
        rounded_box(painter, box, self._radius, self.theme.colour(self._fill), edge)


class Rule(PaintedWidget):
    """A hairline between two groups."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(1)
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.theme.colour(Role.LINE))
