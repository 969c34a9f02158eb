"""Why something is suggested: a sentence on a soft ground, as wide as it is long."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import (
    LEFT,
    RADIUS_CONTROL,
    rounded_box,
    text_width,
    wrapped_height,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_SIDE = 13
_ICON = 18
_GAP = 9
_ABOVE = 9


class ReasonLine(PaintedWidget):
    """Breaks into lines where it is longer than its place is wide."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._text = ""
        # Not fixed: then Qt would hold it to the height of a single line.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text

    def set_text(self, text: str) -> None:
        """Shows another sentence."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = round(self._beside() + text_width(self._text, self._font())) + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._beside()) + self.theme.length(80), self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words = wrapped_height(self._text, self._font(), width - self._beside())
        return round(words) + 2 * self.theme.length(_ABOVE)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, length = self.theme, self.theme.length
        rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.SOFT))
        icon, ink = length(_ICON), theme.colour(Role.ON_SOFT)
        first_line = wrapped_height("x", self._font(), 100)
        top = length(_ABOVE) + (first_line - icon) / 2
        theme.icons.paint(painter, self._icon, QRectF(length(_SIDE), top, icon, icon), ink)
        left = length(_SIDE + _ICON + _GAP)
        words = box.adjusted(left, 0, -length(_SIDE) + 2, 0)
        painter.setFont(self._font())
        painter.setPen(ink)
        painter.drawText(words, LEFT | Qt.TextFlag.TextWordWrap, self._text)

    def _beside(self) -> float:
        return self.theme.length(_SIDE + _ICON + _GAP + _SIDE)

    def _font(self) -> QFont:
        return self.theme.font(14, 600)
