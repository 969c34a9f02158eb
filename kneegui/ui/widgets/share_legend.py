"""The words to a segmented bar: a dot, a name and a time for each share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget


class ShareLegend(PaintedWidget):
    """Shares side by side; ``(role, "Release", "6:30")`` each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shares: Sequence[tuple[Role, str, str]] = ()
        self.follow(theme)

    def set_shares(self, shares: Sequence[tuple[Role, str, str]]) -> None:
        """Shows these shares."""
        self._shares = tuple(shares)
        self.setAccessibleName(", ".join(f"{name} {time}" for _, name, time in shares))
        self.update()

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(20))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        bold, plain = theme.font(13, 600), theme.font(13, 500, tabular=True)
        left = 0.0
        for role, name, time in self._shares:
            dot = QRectF(left, box.center().y() - 5, 10, 10)
            rounded_box(painter, dot, 3, theme.colour(role))
            left += 16
            words = QRectF(left, 0, box.width() - left, box.height())
            text_line(painter, words, name, bold, theme.colour(Role.TEXT))
            left += text_width(name, bold) + 6
            words = QRectF(left, 0, box.width() - left, box.height())
            text_line(painter, words, time, plain, theme.colour(Role.TEXT_SECOND))
            left += text_width(time, plain) + 22
