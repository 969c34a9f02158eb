"""A large row to choose: a sign, what it does, and a word about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import fitted, rounded_box, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton


class BigChoice(PaintedButton):
    """A row that can be chosen; put several into a button group."""

    ring_radius = 14.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        explanation: str,
        icon: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._explanation = explanation
        self._icon = icon
        self.setCheckable(True)
        self.setAccessibleDescription(explanation)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def set_explanation(self, explanation: str) -> None:
        """Shows another word about the choice."""
        self._explanation = explanation
        self.setAccessibleDescription(explanation)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.theme.length(64))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, on = self.theme, self.isChecked()
        fill = Role.SOFT if on else Role.HOVER if self.underMouse() else Role.INSET
        edge = theme.colour(Role.PRIMARY) if on else None
        rounded_box(painter, box, 14, theme.colour(fill), edge, 2)
        size = theme.length(26)
        icon = QRectF(20, (box.height() - size) / 2, size, size)
        ink = Role.ON_SOFT if on else Role.TEXT_SECOND
        theme.icons.paint(painter, self._icon, icon, theme.colour(ink))
        left = 20 + size + 18
        width = box.width() - left - 12
        words = QRectF(left, theme.length(10), width, theme.length(24))
        font = fitted(self.text(), theme.font(17, 700), width)
        text_line(painter, words, self.text(), font, theme.colour(Role.TEXT))
        below = QRectF(left, theme.length(34), width, theme.length(20))
        font = fitted(self._explanation, theme.font(14, 450), width)
        text_line(painter, below, self._explanation, font, theme.colour(Role.TEXT_SECOND))
