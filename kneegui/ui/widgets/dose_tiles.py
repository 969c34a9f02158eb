"""A dose as a row of tiles: a large figure over its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, RADIUS_CONTROL, rounded_box, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_GAP = 8


class DoseTiles(PaintedWidget):
    """Tiles of equal width; ``("2", "sets"), ("10", "each side")``."""

    def __init__(
        self, theme: Theme, tiles: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.follow(theme)
        self.set_tiles(tiles)

    def set_tiles(self, tiles: Sequence[tuple[str, str]]) -> None:
        """Shows these figures, each with its word."""
        self._tiles = tuple(tiles)
        self.setAccessibleName(", ".join(f"{figure} {word}" for figure, word in tiles))
        self.update()

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(58))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        count = max(1, len(self._tiles))
        width = (box.width() - _GAP * (count - 1)) / count
        for number, (figure, word) in enumerate(self._tiles):
            tile = QRectF(number * (width + _GAP), 0, width, box.height())
            rounded_box(painter, tile, RADIUS_CONTROL, theme.colour(Role.INSET))
            top = QRectF(tile.x(), theme.length(8), width, theme.length(24))
            large = theme.font(18, 700, tabular=True)
            text_line(painter, top, figure, large, theme.colour(Role.TEXT), CENTRE)
            below = QRectF(tile.x() + 2, theme.length(32), width - 4, theme.length(18))
            small = theme.font(12, 500)
            text_line(painter, below, word, small, theme.colour(Role.TEXT_SECOND), CENTRE)
