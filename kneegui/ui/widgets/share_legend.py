"""The words to a segmented bar: a dot, a name and a time for each share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.themed import PaintedWidget

_DOT = 10


class ShareLegend(QWidget):
    """Shares side by side, in several rows where one is too short."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(8, self)

    def set_shares(self, shares: Sequence[tuple[Role, str, str]]) -> None:
        """Shows these shares; ``(role, "Release", "6:30")`` each."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        for role, name, time in shares:
            self._flow.addWidget(_Share(self._theme, role, name, time, self))


class _Share(PaintedWidget):
    def __init__(self, theme: Theme, role: Role, name: str, time: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._role = role
        self._name = name
        self._time = time
        self.setAccessibleName(f"{name} {time}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        width = self._time_left() + text_width(self._time, self._plain()) + 12
        return QSize(round(width) + 1, self.theme.length(20))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        dot = QRectF(0, box.center().y() - _DOT / 2, _DOT, _DOT)
        rounded_box(painter, dot, 3, theme.colour(self._role))
        name = box.adjusted(_DOT + 6, 0, 0, 0)
        text_line(painter, name, self._name, self._bold(), theme.colour(Role.TEXT))
        time = box.adjusted(self._time_left(), 0, 0, 0)
        text_line(painter, time, self._time, self._plain(), theme.colour(Role.TEXT_SECOND))

    def _time_left(self) -> float:
        return _DOT + 6 + text_width(self._name, self._bold()) + 6

    def _bold(self) -> QFont:
        return self.theme.font(13, 600)

    def _plain(self) -> QFont:
        return self.theme.font(13, 500, tabular=True)
