"""The push button: primary, secondary, ghost or link, in four sizes."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton


class ButtonKind(Enum):
    """How much a button asks to be pressed; one primary in a view."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    GHOST = "ghost"
    LINK = "link"


class ButtonSize(Enum):
    """Height, text size and side space in pixels at regular text size."""

    SMALL = (32, 13, 14)
    MEDIUM = (40, 14, 18)
    LARGE = (48, 15, 18)
    EXTRA_LARGE = (60, 19, 28)
    """For what the whole view is about, such as Start."""


class Button(PaintedButton):
    """A button with words, an icon, or both."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str | None = None,
        kind: ButtonKind = ButtonKind.SECONDARY,
        size: ButtonSize = ButtonSize.MEDIUM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._icon = icon
        self._kind = kind
        self._size = size
        if size is ButtonSize.EXTRA_LARGE:
            self.ring_radius = 14.0
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        height, _, side = self._size.value
        side = side if self._kind is not ButtonKind.LINK else 6
        width = self._content_width() + 2 * self.theme.length(side)
        return QSize(round(width) + 1, self.theme.length(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        fill, ink, edge = self._colours()
        rounded_box(painter, box, self.ring_radius, fill, edge)
        icon = self._icon_pixels()
        left = (box.width() - self._content_width()) / 2
        if self._icon is not None:
            place = QRectF(left, (box.height() - icon) / 2, icon, icon)
            self.theme.icons.paint(painter, self._icon, place, ink)
            left += icon + self.theme.length(8)
        words = QRectF(left, 0, box.width() - left, box.height())
        text_line(painter, words, self.text(), self._font(), ink)

    def _font(self) -> QFont:
        return self.theme.font(self._size.value[1], 600)

    def _icon_pixels(self) -> int:
        return self.theme.length(self._size.value[1] + 4)

    def _content_width(self) -> float:
        width = text_width(self.text(), self._font())
        if self._icon is not None:
            width += self._icon_pixels() + self.theme.length(8)
        return width

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        """Gives fill, ink and edge for the state the button is in."""
        colour = self.theme.colour
        if not self.isEnabled():
            return colour(Role.HOVER), colour(Role.DISABLED), None
        over, down = self.underMouse(), self.isDown()
        match self._kind:
            case ButtonKind.PRIMARY:
                fill = Role.PRIMARY_PRESS if down else Role.PRIMARY_HOVER if over else Role.PRIMARY
                return colour(fill), colour(Role.ON_PRIMARY), None
            case ButtonKind.SECONDARY:
                fill = Role.PRESS if down else Role.HOVER if over else Role.SURFACE
                return colour(fill), colour(Role.TEXT), colour(Role.EDGE)
            case ButtonKind.GHOST:
                fill = colour(Role.HOVER) if over or down else None
                return fill, colour(Role.TEXT_SECOND), None
            case ButtonKind.LINK:
                fill = colour(Role.HOVER) if over or down else None
                return fill, colour(Role.LINK), None
