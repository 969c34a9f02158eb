"""A slim scroll bar, and an area that scrolls up and down with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, focus_ring, rounded_box, smooth
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import KEYBOARD_REASONS, PaintedWidget

_WIDTH = 12
_THICKNESS = 6


class SlimScrollBar(QScrollBar):
    """A pill of 6 px on nothing; it behaves as the platform's scroll bar does."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        orientation: Qt.Orientation = Qt.Orientation.Vertical,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        if orientation == Qt.Orientation.Vertical:
            self.setFixedWidth(_WIDTH)
        else:
            self.setFixedHeight(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        smooth(painter)
        thin = (_WIDTH - _THICKNESS) // 2
        if self.orientation() == Qt.Orientation.Vertical:
            pill = QRectF(handle.adjusted(thin, 0, -thin, 0))
        else:
            pill = QRectF(handle.adjusted(0, thin, 0, -thin))
        role = Role.TEXT_THIRD if self.underMouse() or self.isSliderDown() else Role.EDGE
        rounded_box(painter, pill, _THICKNESS / 2, self._theme.colour(role, 0.6))
        painter.end()


def make_slim(area: QAbstractScrollArea, theme: Theme) -> None:
    """Gives an area our scroll bar and lets the ground behind it show through."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBar(SlimScrollBar(theme, area))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    palette = area.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    area.setPalette(palette)


class Column(QWidget):
    """A column of things for a ``ColumnScroll``.

    With wrapped text in it, it asks for no least height: Qt would take that of the text at its
    narrowest, and scroll where nothing is hidden.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or layout.hasHeightForWidth():
            return QSize(0, 0)
        return QSize(0, layout.minimumSize().height())


class ColumnScroll(QScrollArea):
    """Scrolls a column up and down at the width there is."""

    def __init__(self, theme: Theme, content: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_slim(self, theme)
        self.setWidgetResizable(True)
        # The Tab key reaches it, so that the arrow keys scroll.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._ring = _Ring(theme, self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.setGeometry(self.viewport().geometry())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() in KEYBOARD_REASONS)
        self._ring.raise_()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.hide()


class _Ring(PaintedWidget):
    """Lies over what is scrolled, which would hide a ring behind it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        focus_ring(painter, self.theme, box, RADIUS_CONTROL)
