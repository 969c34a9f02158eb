"""A small rounded word, such as a goal or a body area."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton, PaintedWidget

_HEIGHT = 24
_SIDE = 10
_ICON = 14
_GAP = 5


def _font(theme: Theme) -> QFont:
    return theme.font(12, 600)


def _size(theme: Theme, text: str, icon: str | None) -> QSize:
    width = 2 * theme.length(_SIDE) + text_width(text, _font(theme))
    if icon is not None:
        width += theme.length(_ICON) + theme.length(_GAP)
    return QSize(round(width) + 1, theme.length(_HEIGHT))


class Tag(PaintedWidget):
    """A word that tells something."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str | None = None,
        ink: Role = Role.TEXT_SECOND,
        tint: Role = Role.INSET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._text = text
        self._icon = icon
        self._ink = ink
        self._tint = tint
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        return _size(self.theme, self._text, self._icon)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        length, ink = self.theme.length, self.theme.colour(self._ink)
        rounded_box(painter, box, box.height() / 2, self.theme.colour(self._tint))
        left = float(length(_SIDE))
        if self._icon is not None:
            icon = length(_ICON)
            place = QRectF(left, (box.height() - icon) / 2, icon, icon)
            self.theme.icons.paint(painter, self._icon, place, ink)
            left += icon + length(_GAP)
        words = QRectF(left, 0, box.width() - left, box.height())
        text_line(painter, words, self._text, _font(self.theme), ink)


class LinkTag(PaintedButton):
    """A word that leads somewhere."""

    ring_radius = 12.0

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        return _size(self.theme, self.text(), None)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        fill = Role.PRESS if self.underMouse() or self.isDown() else Role.INSET
        rounded_box(painter, box, box.height() / 2, self.theme.colour(fill))
        side = self.theme.length(_SIDE)
        words = box.adjusted(side, 0, 0, 0)
        text_line(painter, words, self.text(), _font(self.theme), self.theme.colour(Role.LINK))
