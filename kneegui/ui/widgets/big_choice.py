"""A large row to choose: a sign, what it does, and a word about it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, wrapped_height
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton

_AROUND = 10
_ICON_LEFT = 20
_ICON_GAP = 18


class BigChoice(PaintedButton):
    """A row that can be chosen, as high as its words need; put several into a button group."""

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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    def set_explanation(self, explanation: str) -> None:
        """Shows another word about the choice."""
        self._explanation = explanation
        self.setAccessibleDescription(explanation)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.theme.length(64))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        _, words, below = self._places(width)
        return max(self.sizeHint().height(), ceil(max(words.bottom(), below.bottom())) + _AROUND)

    def _places(self, width: float) -> tuple[float, QRectF, QRectF]:
        """Gives the size of the sign, and where the words and those below them stand."""
        theme = self.theme
        size = theme.length(26)
        left = _ICON_LEFT + size + _ICON_GAP
        room = max(1.0, width - left - _AROUND)
        words = wrapped_height(self.text(), theme.font(17, 700), room)
        below = 0.0
        if self._explanation:
            below = wrapped_height(self._explanation, theme.font(14, 450), room)
        gap = theme.length(2) if below else 0
        return (
            size,
            QRectF(left, _AROUND, room, words),
            QRectF(left, _AROUND + words + gap, room, below),
        )

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, on = self.theme, self.isChecked()
        fill = Role.SOFT if on else Role.HOVER if self.underMouse() else Role.INSET
        edge = theme.colour(Role.PRIMARY) if on else None
        rounded_box(painter, box, 14, theme.colour(fill), edge, 2)
        size, words, below = self._places(box.width())
        icon = QRectF(_ICON_LEFT, (box.height() - size) / 2, size, size)
        ink = Role.ON_SOFT if on else Role.TEXT_SECOND
        theme.icons.paint(painter, self._icon, icon, theme.colour(ink))
        drop = (box.height() - max(words.bottom(), below.bottom()) - _AROUND) / 2
        for place, text, font, role in (
            (words, self.text(), theme.font(17, 700), Role.TEXT),
            (below, self._explanation, theme.font(14, 450), Role.TEXT_SECOND),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            painter.drawText(place.translated(0, drop), Qt.TextFlag.TextWordWrap, text)
