"""A few choices side by side of which one holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, RADIUS_CONTROL, rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.themed import PaintedButton, PaintedWidget

_FRAME = 3


class Segmented(PaintedWidget):
    """Radio buttons in one frame; the arrow keys move between them.

    Signals:
        chosen: the value of the choice that holds now.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Mapping[str, str],
        value: str,
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        """Makes the control.

        Args:
            theme: the look.
            name: what is chosen, for a screen reader.
            choices: for each value its words, in order.
            value: the one that holds at first; none of them where it is empty.
            parent: the widget it belongs to.
            wraps: go on in another row where there is too little room for all.
        """
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = FlowLayout(0, self) if wraps else QHBoxLayout(self)
        row.setSpacing(0)
        row.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self._segments: dict[str, _Segment] = {}
        for key, words in choices.items():
            segment = _Segment(theme, words, self)
            segment.setAccessibleName(f"{name}: {words}")
            segment.setChecked(key == value)
            segment.toggled.connect(lambda on, key=key: self._on_toggled(key, on))
            self._group.addButton(segment)
            row.addWidget(segment)
            self._segments[key] = segment
        self._lead_tab()
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    def set_value(self, value: str) -> None:
        """Makes another choice hold, or none where it is empty, without a signal."""
        self._group.setExclusive(False)
        for key, segment in self._segments.items():
            with QSignalBlocker(segment):
                segment.setChecked(key == value)
            segment.update()
        self._group.setExclusive(True)
        self._lead_tab()

    def set_offered(self, value: str, offered: bool) -> None:
        """Shows a choice, or hides it where it makes no sense."""
        self._segments[value].setVisible(offered)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        shown = [each.sizeHint() for each in self._segments.values() if not each.isHidden()]
        width = sum(size.width() for size in shown)
        height = max((size.height() for size in shown), default=0)
        return QSize(width + 2 * _FRAME, height + 2 * _FRAME)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        edge = self.theme.colour(Role.LINE)
        rounded_box(painter, box, RADIUS_CONTROL, self.theme.colour(Role.INSET), edge)

    def _lead_tab(self) -> None:
        """Has the Tab key stop at the choice that holds, from the first time on."""
        chosen = self._group.checkedButton()
        for segment in self._segments.values():
            here = chosen is None or segment is chosen
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    def _on_toggled(self, key: str, on: bool) -> None:
        if on:
            self._lead_tab()
            self.chosen.emit(key)


class _Segment(PaintedButton):
    ring_radius = 8.0

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.follow(theme)

    @override
    def sizeHint(self) -> QSize:
        width = text_width(self.text(), self.theme.font(13, 600)) + 26
        return QSize(round(width), self.theme.length(28))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, on = self.theme, self.isChecked()
        if on:
            fill = Role.PRESS if theme.is_dark else Role.SURFACE
            rounded_box(painter, box, 8, theme.colour(fill), theme.colour(Role.EDGE))
        font = theme.font(13, 600 if on else 500)
        ink = Role.TEXT if on or self.underMouse() else Role.TEXT_SECOND
        text_line(painter, box, self.text(), font, theme.colour(ink), CENTRE)
