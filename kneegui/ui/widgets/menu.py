"""A menu in the look of the theme: rows with room, ticks and icons by role, a round frame."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import (
    RADIUS_CONTROL,
    RIGHT,
    rounded_box,
    smooth,
    text_line,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

SIDE, SIGN = 12, 28
"""As in ``menu_style``, which is not to be imported yet."""
_ICON = 17
_GAP = 4
_ROW_RADIUS = 7


class Menu(QMenu):
    """Opens below the button it belongs to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QAction, str] = {}
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        # Under X nothing need be there to mix what is translucent: the corners are cut out.
        self._is_cut = QGuiApplication.platformName() == "xcb"
        if not self._is_cut:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def add(self, words: str, icon: str = "") -> QAction:
        """Adds a row with these words, which may hold an ampersand, and gives its action."""
        action = self.addAction(words.replace("&", "&&"))
        self._icons[action] = icon
        return action

    def open_below(self, button: QWidget) -> None:
        """Opens below a button, from its left edge, or from its right one where that is wider."""
        self._fit()
        right = min(0, button.width() - self.sizeHint().width())
        inside = button.mapTo(button.window(), QPoint(0, 0)).x() + self.sizeHint().width()
        left = right if inside > button.window().width() else 0
        self.popup(button.mapToGlobal(QPoint(left, button.height() + _GAP)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_cut:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        ground, edge = self._theme.colour(Role.SURFACE), self._theme.colour(Role.EDGE)
        rounded_box(painter, QRectF(self.rect()), RADIUS_CONTROL, ground, edge)
        for action in self.actions():
            row = QRectF(self.actionGeometry(action))
            if action.isSeparator():
                line = QRectF(row.x() + 2, row.center().y(), row.width() - 4, 1)
                painter.fillRect(line, self._theme.colour(Role.LINE))
            else:
                self._paint_row(painter, row, action)
        painter.end()

    def _fit(self) -> None:
        """Sizes the rows for the text as it is now."""
        from kneegui.ui.theme.menu_style import MenuStyle

        found = self._theme.findChildren(MenuStyle)
        style = found[0] if found else MenuStyle(self._theme)
        if self.style() is not style:
            self.setStyle(style)
        self.setFont(self._theme.font(14))

    def _paint_row(self, painter: QPainter, row: QRectF, action: QAction) -> None:
        theme, length = self._theme, self._theme.length
        enabled = action.isEnabled()
        if enabled and action is self.activeAction():
            rounded_box(painter, row.adjusted(0, 1, 0, -1), _ROW_RADIUS, theme.colour(Role.HOVER))
        ink = theme.colour(Role.TEXT if enabled else Role.DISABLED)
        self._paint_sign(painter, row, action)
        words, _, aside = _plain(action.text()).partition("\t")
        line = row.adjusted(length(SIDE + SIGN), 0, -length(SIDE), 0)
        font = theme.font(14, 600 if action.isChecked() else 450)
        text_line(painter, line, words, font, ink)
        if aside:
            pale = theme.colour(Role.TEXT_THIRD if enabled else Role.DISABLED)
            text_line(painter, line, aside, theme.font(13, 500, tabular=True), pale, RIGHT)

    def _paint_sign(self, painter: QPainter, row: QRectF, action: QAction) -> None:
        """Paints a tick, the box it goes into where there may be several, or an icon."""
        theme, length = self._theme, self._theme.length
        size = length(_ICON)
        place = QRectF(row.x() + length(SIDE), row.center().y() - size / 2, size, size)
        enabled = action.isEnabled()
        if not action.isCheckable():
            if icon := self._icons.get(action, ""):
                ink = theme.colour(Role.TEXT_SECOND if enabled else Role.DISABLED)
                theme.icons.paint(painter, icon, place, ink)
            return
        if action.actionGroup() is not None:
            if action.isChecked():
                theme.icons.paint(painter, "check-bold", place, theme.colour(Role.LINK))
            return
        if action.isChecked():
            rounded_box(painter, place, 5, theme.colour(Role.PRIMARY))
            inner = place.adjusted(3, 3, -3, -3)
            theme.icons.paint(painter, "check-bold", inner, theme.colour(Role.ON_PRIMARY))
        else:
            edge = theme.colour(Role.EDGE if enabled else Role.LINE)
            rounded_box(painter, place, 5, None, edge, 1.5)


def _plain(words: str) -> str:
    """Gives the words of an action as they are read: its ampersands are doubled."""
    return words.replace("&&", "&")
