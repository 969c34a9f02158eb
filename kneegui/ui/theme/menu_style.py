"""How large the rows of a menu are; the menu paints them itself.

A file of its own, imported when a menu first opens: it makes all of Qt's styles known to Python.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionMenuItem,
    QWidget,
)
from typing_extensions import override

from kneegui.ui.theme.theme import Theme

ROW, RULE = 34, 11
"""Heights of a row and of the line between two groups, in pixels at regular text size."""
SIDE = 12
SIGN = 28
"""Room for a tick or an icon before the words."""
EDGE = 6
"""Room around the rows."""


class MenuStyle(QProxyStyle):
    """Fusion, with rows as high as the theme's other rows; belongs to the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme
        self.setParent(theme)

    @override
    def sizeFromContents(
        self, type: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget
    ) -> QSize:
        if type is not QStyle.ContentsType.CT_MenuItem:
            return super().sizeFromContents(type, option, size, widget)
        length = self._theme.length
        assert isinstance(option, QStyleOptionMenuItem)
        if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
            return QSize(length(2 * SIDE), length(RULE))
        # The words stand beside their sign, and what is told at the end keeps off them.
        return QSize(size.width() + length(2 * SIDE + SIGN + SIDE), length(ROW))

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in {QStyle.PixelMetric.PM_MenuHMargin, QStyle.PixelMetric.PM_MenuVMargin}:
            return self._theme.length(EDGE)
        if metric is QStyle.PixelMetric.PM_MenuPanelWidth:
            return 0
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        # Where the screen is too low for all of it.
        if hint is QStyle.StyleHint.SH_Menu_Scrollable:
            return 1
        return super().styleHint(hint, option, widget, returnData)
