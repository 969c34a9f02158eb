"""A line or a paragraph of text in the theme's type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import Themed


class Label(Themed, QLabel):
    """Text by size in pixels, weight and colour role; wraps where asked."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        pixels: float = 14,
        weight: int = 400,
        role: Role = Role.TEXT,
        *,
        wrap: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._pixels = pixels
        self._weight = weight
        self._role = role
        self._tabular = tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.follow(theme)

    @override
    def apply_theme(self) -> None:
        self.setFont(self.theme.font(self._pixels, self._weight, tabular=self._tabular))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.colour(self._role))
        self.setPalette(palette)
