"""The rail on the left edge: one button for each page, settings at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, rounded_box, smooth, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedButton, PaintedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_WIDE = 84
_NARROW = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class RailEntry:
    """A page as the rail shows it."""

    name: str
    text: str
    icon: str
    """Phosphor name; the chosen page shows its ``-fill`` form."""
    at_bottom: bool = False


class NavRail(PaintedWidget):
    """The buttons of all pages.

    Signals:
        page_chosen: name of the page that was chosen with its button.
    """

    page_chosen = Signal(str)

    def __init__(
        self, theme: Theme, entries: Sequence[RailEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._narrow = False
        self._buttons: dict[str, _RailButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(_Logo(theme, self), 0, Qt.AlignmentFlag.AlignHCenter)
        stretched = False
        for number, entry in enumerate(entries, start=1):
            if entry.at_bottom and not stretched:
                column.addStretch(1)
                stretched = True
            button = _RailButton(theme, entry, f"Ctrl+{number}", self)
            self._group.addButton(button, number)
            column.addWidget(button)
            self._buttons[entry.name] = button
        if not stretched:
            column.addStretch(1)
        # Not ``clicked``: a screen reader toggles.
        self._group.idToggled.connect(self._on_toggled)
        self.follow(theme)

    def show_page(self, name: str) -> None:
        """Marks the page that is shown, without a signal."""
        with QSignalBlocker(self._group):
            self._buttons[name].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Shows icons alone, or icons with their words."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.apply_theme()

    @override
    def apply_theme(self) -> None:
        width = _NARROW if self._narrow else max(_WIDE, self.theme.length(_WIDE))
        self.setFixedWidth(width)
        for button in self._buttons.values():
            button.set_narrow(self._narrow)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.theme.colour(Role.RAIL))
        painter.fillRect(QRectF(box.right() - 1, 0, 1, box.height()), self.theme.colour(Role.LINE))

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.page_chosen.emit(list(self._buttons)[number - 1])


class _RailButton(PaintedButton):
    ring_radius = 12.0

    def __init__(self, theme: Theme, entry: RailEntry, key: str, parent: QWidget) -> None:
        super().__init__(theme, entry.text, parent)
        self._icon = entry.icon
        self._key = key
        self._narrow = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(f"{self.text()} ({self._key})" if narrow else self._key)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(_NARROW, 52)
        return QSize(_WIDE, 44 + self.theme.length(20))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        colour, chosen = self.theme.colour, self.isChecked()
        width, height = (44, 40) if self._narrow else (52, 32)
        pill = QRectF((box.width() - width) / 2, 4, width, height)
        if chosen:
            rounded_box(painter, pill, 12 if self._narrow else 16, colour(Role.PRIMARY))
        elif self.underMouse():
            rounded_box(painter, pill, 12 if self._narrow else 16, colour(Role.HOVER))
        icon = QRectF(pill.center().x() - 12, pill.center().y() - 12, 24, 24)
        name = f"{self._icon}-fill" if chosen else self._icon
        ink = Role.ON_PRIMARY if chosen else Role.TEXT_SECOND
        self.theme.icons.paint(painter, name, icon, colour(ink))
        if not self._narrow:
            words = QRectF(0, pill.bottom() + 2, box.width(), self.theme.length(18))
            font = self.theme.font(12, 700 if chosen else 500)
            ink = Role.TEXT if chosen else Role.TEXT_SECOND
            text_line(painter, words, self.text(), font, colour(ink), CENTRE)


class _Logo(PaintedWidget):
    """A bent knee in two strokes, the kneecap in lime."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setFixedSize(34, 72)
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        tile = QRectF(0, 19, 34, 34)
        paint_logo(painter, tile, self.theme)


def paint_logo(painter: QPainter, tile: QRectF, theme: Theme) -> None:
    """Paints the program's sign into a square."""
    ground = Role.ON_LIME if theme.is_dark else Role.PRIMARY
    rounded_box(painter, tile, tile.width() * 0.3, theme.colour(ground))
    unit = tile.width() / 34
    leg = [(10.5, 7.5), (20.5, 17), (13.5, 27), (20.5, 27)]
    points = [QPointF(tile.x() + x * unit, tile.y() + y * unit) for x, y in leg]
    # White on the dark tile in both themes: the sign looks the same everywhere.
    pen = QPen(Qt.GlobalColor.white, 4.6 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Role.LIME))
    cap = QPointF(tile.x() + 21.5 * unit, tile.y() + 17 * unit)
    painter.drawEllipse(cap, 4.4 * unit, 4.4 * unit)


def logo_icon(theme: Theme) -> QIcon:
    """Gives the program's sign as the icon of its windows."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in (32, 128):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        smooth(painter)
        paint_logo(painter, QRectF(0, 0, size, size), theme)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
