"""Numbered steps, and plain points, as text that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.themed import PaintedWidget


class StepList(QWidget):
    """Lines of text with a number before each, or a dot where the order means nothing."""

    def __init__(
        self,
        theme: Theme,
        lines: Sequence[str],
        *,
        numbered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12 if numbered else 6)
        grid.setVerticalSpacing(8 if numbered else 4)
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines, start=1):
            badge = _Badge(theme, str(number) if numbered else "", self)
            grid.addWidget(badge, number, 0, Qt.AlignmentFlag.AlignTop)
            label = Label(theme, line, 14, wrap=True, parent=self)
            label.setContentsMargins(0, 2, 0, 0)
            grid.addWidget(label, number, 1)


class _Badge(PaintedWidget):
    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._text = text
        self.follow(theme)

    @override
    def apply_theme(self) -> None:
        size = self.theme.length(22)
        self.setFixedSize(size if self._text else self.theme.length(12), size)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        colour = self.theme.colour
        painter.setPen(Qt.PenStyle.NoPen)
        if self._text:
            painter.setBrush(colour(Role.INSET))
            painter.drawEllipse(box)
            font = self.theme.font(12, 700, tabular=True)
            text_line(painter, box, self._text, font, colour(Role.TEXT_SECOND), CENTRE)
        else:
            painter.setBrush(colour(Role.TEXT_THIRD))
            painter.drawEllipse(box.center(), 2.5, 2.5)
