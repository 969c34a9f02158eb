"""The pain of the last sessions as a short list: day, before, after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.session_words import pain_change
from kneegui.ui.theme.painting import fitted, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.pain_disc import pain_change_width, paint_pain_change
from kneegui.ui.widgets.themed import PaintedWidget

_ROW = 38
_DISCS = (26, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRow:
    """One session as the list shows it."""

    day: str
    before: int | None
    after: int | None


class PainTrend(PaintedWidget):
    """Rows with a hairline above each; the accessible name tells them all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: Sequence[PainRow] = ()
        self.follow(theme)

    def set_rows(self, rows: Sequence[PainRow]) -> None:
        """Shows these sessions."""
        self._rows = tuple(rows)
        told = (f"{row.day}: {pain_change(row.before, row.after)}" for row in rows)
        self.setAccessibleName("; ".join(told))
        self.setVisible(bool(rows))
        self.apply_theme()
        self.update()

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(_ROW) * len(self._rows))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, height = self.theme, self.theme.length(_ROW)
        discs = pain_change_width(theme, *_DISCS)
        for number, row in enumerate(self._rows):
            line = QRectF(0, number * height, box.width(), height)
            painter.fillRect(QRectF(0, line.y(), box.width(), 1), theme.colour(Role.LINE))
            day = line.adjusted(0, 0, -discs - 8, 0)
            font = fitted(row.day, theme.font(13.5, 500, tabular=True), day.width())
            text_line(painter, day, row.day, font, theme.colour(Role.TEXT_SECOND))
            place = QRectF(line.right() - discs, line.y(), discs, height)
            paint_pain_change(painter, theme, place, (row.before, row.after), _DISCS)
