"""How a row to pick looks: its box, a title, and a line below."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.ui.models.roles import LINE_ROLE
from kneegui.ui.models.rows_model import Index
from kneegui.ui.theme.painting import RADIUS_CONTROL, focus_ring, rounded_box, smooth, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_BOX = 20


class PickDelegate(QStyledItemDelegate):
    """A square box where many can be picked, a round one where one can."""

    def __init__(self, theme: Theme, *, many: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._many = many

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._theme.length(54))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        painter.save()
        smooth(painter)
        box = QRectF(option.rect).adjusted(0, 1, -2, -1)
        # One that cannot be picked has no state at all.
        state: Qt.CheckState | None = index.data(Qt.ItemDataRole.CheckStateRole)
        on = state == Qt.CheckState.Checked
        if on:
            rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.SOFT))
        elif state is not None and option.state & QStyle.StateFlag.State_MouseOver:
            rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.HOVER))
        left = box.x() + 12
        if state is not None:
            self._paint_box(painter, left, box.center().y(), on=on)
        left += theme.length(_BOX) + 14
        middle, width = box.center().y(), box.right() - left - 12
        title = QRectF(left, middle - theme.length(21), width, theme.length(21))
        ink = Role.TEXT_SECOND if state is None else Role.ON_SOFT if on else Role.TEXT
        text_line(painter, title, index.data(), theme.font(14.5, 600), theme.colour(ink))
        line = QRectF(left, middle + theme.length(1), width, theme.length(18))
        ink = Role.DANGER if state is None else Role.TEXT_SECOND
        font = theme.font(13, 450, tabular=True)
        text_line(painter, line, index.data(LINE_ROLE), font, theme.colour(ink))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused and getattr(option.widget, "keyboard_used", False):
            focus_ring(painter, theme, box, RADIUS_CONTROL)
        painter.restore()

    def _paint_box(self, painter: QPainter, left: float, middle: float, *, on: bool) -> None:
        theme, size = self._theme, float(self._theme.length(_BOX))
        box = QRectF(left, middle - size / 2, size, size)
        radius = 5.0 if self._many else size / 2
        if not on:
            rounded_box(
                painter, box, radius, theme.colour(Role.SURFACE), theme.colour(Role.EDGE), 1.5
            )
            return
        rounded_box(painter, box, radius, theme.colour(Role.PRIMARY))
        sign = box.adjusted(3, 3, -3, -3)
        if self._many:
            theme.icons.paint(painter, "check-bold", sign, theme.colour(Role.ON_PRIMARY))
        else:
            dot = box.adjusted(size * 0.3, size * 0.3, -size * 0.3, -size * 0.3)
            rounded_box(painter, dot, dot.width() / 2, theme.colour(Role.ON_PRIMARY))
