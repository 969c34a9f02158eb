"""A tinted box with a sign and sentences that must not be missed."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.themed import PaintedWidget


class NoteKind(Enum):
    """Ground, ink of the sign, and the sign itself."""

    TIP = (Role.SOFT, Role.ON_SOFT, "info-fill")
    CAUTION = (Role.WARN_TINT, Role.WARN, "warning-fill")
    STOP = (Role.DANGER_TINT, Role.DANGER, "hand-palm-fill")


class Note(PaintedWidget):
    """Sentences on a tinted ground; their kind shows by sign, heading and colour together."""

    def __init__(
        self,
        theme: Theme,
        kind: NoteKind,
        heading: str,
        *lines: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._tint, ink, icon = kind.value
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 11, 13, 11)
        row.setSpacing(10)
        row.addWidget(IconView(theme, icon, ink, 20, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(theme, heading, 13, 650, parent=self))
        for line in lines:
            words.addWidget(Label(theme, line, 13, wrap=True, parent=self))
        row.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        rounded_box(painter, box, RADIUS_CONTROL, self.theme.colour(self._tint))


class IconView(PaintedWidget):
    """An icon that only shows."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        ink: Role = Role.TEXT_SECOND,
        pixels: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._ink = ink
        self._pixels = pixels
        self.follow(theme)

    @override
    def apply_theme(self) -> None:
        size = self.theme.length(self._pixels)
        self.setFixedSize(size, size)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        self.theme.icons.paint(painter, self._icon, box, self.theme.colour(self._ink))
