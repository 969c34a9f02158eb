"""A sheet over a page: the page steps back, the sheet keeps the keyboard until it is answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, soft_shadow
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.themed import PaintedWidget

_WIDTH = 760
_MARGIN = 24


class Sheet(PaintedWidget):
    """A card in the middle of its parent over a veil.

    ``column`` fills it, and scrolls where there is too little room; the buttons in ``foot`` stay.

    Signals:
        cancelled: Escape was pressed.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._content = Column()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(30, 24, 26, 4)
        self.column.setSpacing(12)
        self._foot = QWidget(self)
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(30, 10, 26, 22)
        self.foot.setSpacing(12)
        self._scroll = ColumnScroll(theme, self._content, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._before: QWidget | None = None
        self._under = parent
        self.hide()
        for watched in (parent, self._content, self._foot):
            watched.installEventFilter(self)
        self.follow(theme)

    def open(self, focus: QWidget) -> None:
        """Shows the sheet and puts the keyboard on one of its controls."""
        self._before = self.window().focusWidget()
        self.show()
        # Only now do its parts know how high they are.
        self._place()
        self.raise_()
        focus.setFocus(Qt.FocusReason.TabFocusReason)

    def close_sheet(self) -> None:
        """Hides the sheet and gives the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def apply_theme(self) -> None:
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._under:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif event.type() == QEvent.Type.LayoutRequest:
            # What it holds has become higher or lower, such as by another size of text.
            self._place()
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keeps the Tab key among the sheet's own controls."""
        controls = [
            control
            for control in (*self._content.findChildren(QWidget), *self._foot.findChildren(QWidget))
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus
            and control.isVisibleTo(self)
            and control.isEnabled()
            and not _is_passed_over(control)
        ]
        current = self.window().focusWidget()
        if not controls:
            return False
        place = controls.index(current) if current in controls else -1
        step = 1 if next else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        following = controls[(place + step) % len(controls)]
        following.setFocus(reason)
        if self._content.isAncestorOf(following):
            self._scroll.ensureWidgetVisible(following, 0, _MARGIN)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        # No key goes on to the page below.
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        veil = QColor(4, 7, 8, 170) if self.theme.is_dark else QColor(23, 33, 31, 120)
        painter.fillRect(box, veil)
        card = QRectF(self._scroll.geometry() | self._foot.geometry())
        soft_shadow(painter, self.theme, card, 20)
        rounded_box(painter, card, 20, self.theme.colour(Role.SURFACE))

    def _place(self) -> None:
        self.setGeometry(self._under.rect())
        width = min(self.theme.length(_WIDTH), self.width() - 2 * _MARGIN)
        foot = _height(self.foot, width)
        height = min(_height(self.column, width) + foot, self.height() - 2 * _MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._scroll.setGeometry(left, top, width, height - foot)
        self._foot.setGeometry(left, top + height - foot, width, foot)
        self.update()


def _is_passed_over(control: QWidget) -> bool:
    """Tells whether a control is one of several of which the arrow keys choose.

    Of those the Tab key stops at the chosen one, or at the first where none is.
    """
    group = control.group() if isinstance(control, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    return control is not (group.checkedButton() or group.buttons()[0])


def _height(layout: QBoxLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
