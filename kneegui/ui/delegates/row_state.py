"""What all rows and cards show of their state: chosen, under the pointer, reached by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme


def has_state(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Tells whether a row is in a state."""
    return bool(option.state & flag)


def shows_focus(option: QStyleOptionViewItem) -> bool:
    """Tells whether the ring is to be shown: the keyboard is on the row and led there."""
    led_there = bool(getattr(option.widget, "keyboard_used", False))
    return led_there and has_state(option, QStyle.StateFlag.State_HasFocus)


def paint_row_ground(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, box: QRectF
) -> None:
    """Paints what lies behind the words of a row that is chosen or under the pointer."""
    if has_state(option, QStyle.StateFlag.State_Selected):
        rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.SOFT))
    elif has_state(option, QStyle.StateFlag.State_MouseOver):
        rounded_box(painter, box, RADIUS_CONTROL, theme.colour(Role.HOVER))
