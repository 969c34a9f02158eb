"""How strong it should feel: ten cells, the wanted band filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_CELLS = 10
_GAP = 3


class FeelScale(PaintedWidget):
    """The scale from 1 to 10 with the band from ``low`` to ``high`` filled."""

    def __init__(self, theme: Theme, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._low = low
        self._high = high
        self.setFixedHeight(16)
        self.setAccessibleName(f"{low} to {high} of 10")
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        width = (box.width() - _GAP * (_CELLS - 1)) / _CELLS
        for value in range(1, _CELLS + 1):
            cell = QRectF((value - 1) * (width + _GAP), 1, width, 14)
            if self._low <= value <= self._high:
                rounded_box(painter, cell, 4, self.theme.colour(Role.PRIMARY))
            else:
                edge = self.theme.colour(Role.LINE)
                rounded_box(painter, cell, 4, self.theme.colour(Role.INSET), edge)
