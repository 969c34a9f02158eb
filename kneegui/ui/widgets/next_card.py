"""What comes next: a picture, its name, its dose."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.pictures import Pictures
from kneegui.ui.player_screen import NextUp
from kneegui.ui.theme.painting import fitted, rounded_box, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.kept_picture import KeptPicture
from kneegui.ui.widgets.themed import PaintedWidget


class NextCard(PaintedWidget):
    """Stands at the bottom left of the player, out of the way and always there."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.unit = 1.0
        self._pictures = pictures
        self._next: NextUp | None = None
        self.ground = Role.WINDOW
        """Colour of what the card stands on."""
        self._still = KeptPicture()
        pictures.arrived.connect(self._on_arrived)
        self.follow(theme)

    def show_next(self, next_up: NextUp | None) -> None:
        """Shows what comes next; nothing after the last exercise."""
        if next_up != self._next:
            self._next = next_up
            told = f"{next_up.label}: {next_up.title}, {next_up.line}" if next_up else ""
            self.setAccessibleName(told)
            self.update()

    def _on_arrived(self) -> None:
        self._still.drop()
        self.update()

    @override
    def apply_theme(self) -> None:
        self._still.drop()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        content, ground = (self._next, self.unit), self.theme.colour(self.ground)
        self._still.paint(painter, self, ground, content, self._paint_still)

    def _paint_still(self, painter: QPainter, box: QRectF) -> None:
        if self._next is None:
            return
        theme, unit, height = self.theme, self.unit, box.height()
        stage = QRectF(0, 0, height * 1.42, height)
        line = None if theme.is_dark else theme.colour(Role.LINE)
        rounded_box(painter, stage, 14 * unit, theme.colour(Role.SURFACE), line)
        left = 0.0
        if self._next.exercise:
            ratio = self.devicePixelRatioF()
            place = stage.adjusted(4, 3, -4, -3)
            self._pictures.paint(painter, self._next.exercise, "card", place, ratio)
        else:
            flag = QRectF(0, height * 0.25, stage.width(), height * 0.5)
            theme.icons.paint(painter, "flag-fill", flag, theme.colour(Role.TEXT_SECOND))
        left = stage.right() + 14 * unit
        width = box.width() - left
        second = theme.colour(Role.TEXT_SECOND)
        rows = (
            (self._next.label, 0.02, 0.32, self._font(17, 600), second),
            (self._next.title, 0.31, 0.36, self._font(21, 700), theme.colour(Role.TEXT)),
            (self._next.line, 0.65, 0.32, self._font(17, 500), second),
        )
        for words, top, share, font, ink in rows:
            place = QRectF(left, height * top, width, height * share)
            text_line(painter, place, words, fitted(words, font, width), ink)

    def _font(self, pixels: float, weight: int) -> QFont:
        font = QFont(self.theme.font(pixels, weight))
        font.setPixelSize(max(8, round(pixels * self.unit)))
        return font
