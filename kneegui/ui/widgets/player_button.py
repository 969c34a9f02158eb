"""The large buttons of the player: hit by a hand that comes up from the mat."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, fitted, rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.kept_picture import KeptPicture
from kneegui.ui.widgets.themed import PaintedButton


class PlayerButtonKind(Enum):
    """What a button of the player is to be seen as."""

    PLAIN = "plain"
    MAIN = "main"
    HURT = "hurt"
    TOOL = "tool"
    """A small sign in the corner, without words."""


class PlayerButton(PaintedButton):
    """A button whose parts grow with the window: ``unit`` is a pixel of a window 720 high."""

    ring_radius = 18.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        kind: PlayerButtonKind,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._icon = icon
        self._kind = kind
        self.unit = 1.0
        self.ground = Role.WINDOW
        """Colour of what the button stands on."""
        self._still = KeptPicture()
        self.setAccessibleName(name or text)
        if name:
            self.setToolTip(name)
        # A click leaves the keyboard where it is, so that Enter does not press the same again.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow(theme)

    def set_face(self, text: str, icon: str) -> None:
        """Shows other words and another sign."""
        if (text, icon) != (self.text(), self._icon):
            self.setText(text)
            self.setAccessibleName(text)
            self._icon = icon
            self.update()

    def set_icon(self, icon: str) -> None:
        """Shows another sign."""
        self._icon = icon
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes Space and Enter where the Tab key led here; every other key is the player's."""
        own = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.shows_ring and event.key() in own:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(84, 84)

    @override
    def apply_theme(self) -> None:
        self._still.drop()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        content = (self.text(), self._icon, self.unit, self._colours())
        ground = self.theme.colour(self.ground)
        self._still.paint(painter, self, ground, content, self._paint_still)

    def _paint_still(self, painter: QPainter, box: QRectF) -> None:
        fill, ink, edge = self._colours()
        rounded_box(painter, box, 18 * self.unit, fill, edge, 1.5)
        if self._kind is PlayerButtonKind.TOOL:
            self._paint_icon(painter, box, box.height() * 0.62, ink)
        elif self._kind is PlayerButtonKind.PLAIN:
            icon = QRectF(box.x(), box.y() + 16 * self.unit, box.width(), 30 * self.unit)
            self._paint_icon(painter, icon, 28 * self.unit, ink)
            words = QRectF(box.x(), box.bottom() - 32 * self.unit, box.width(), 22 * self.unit)
            font = fitted(self.text(), self._font(15.5, 600), box.width() - 6)
            text_line(painter, words, self.text(), font, ink, CENTRE)
        else:
            self._paint_beside(painter, box, ink)

    def _paint_beside(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        size, gap = 28 * self.unit, 12 * self.unit
        pixels = 24 if self._kind is PlayerButtonKind.MAIN else 20
        font = fitted(self.text(), self._font(pixels, 700), box.width() - size - gap - 16)
        width = text_width(self.text(), font) + size + gap
        left = (box.width() - width) / 2
        self._paint_icon(painter, QRectF(left, 0, size, box.height()), size, ink)
        words = QRectF(left + size + gap, 0, box.width() - left - size - gap, box.height())
        text_line(painter, words, self.text(), font, ink)

    def _paint_icon(self, painter: QPainter, place: QRectF, size: float, ink: QColor) -> None:
        square = QRectF(place.center().x() - size / 2, place.center().y() - size / 2, size, size)
        self.theme.icons.paint(painter, self._icon, square, ink)

    def _font(self, pixels: float, weight: int) -> QFont:
        font = QFont(self.theme.font(pixels, weight))
        font.setPixelSize(max(8, round(pixels * self.unit)))
        return font

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        colour, over, down = self.theme.colour, self.underMouse(), self.isDown()
        match self._kind:
            case PlayerButtonKind.MAIN:
                role = Role.PRIMARY_PRESS if down else Role.PRIMARY_HOVER if over else Role.PRIMARY
                return colour(role), colour(Role.ON_PRIMARY), None
            case PlayerButtonKind.HURT:
                return colour(Role.DANGER_TINT), colour(Role.DANGER), colour(Role.DANGER, 0.45)
            case PlayerButtonKind.TOOL:
                fill = colour(Role.TEXT, 0.08) if over else None
                return fill, colour(Role.TEXT_SECOND), None
            case PlayerButtonKind.PLAIN:
                return colour(Role.TEXT, 0.12 if over or down else 0.07), colour(Role.TEXT), None
