"""The days of a week in a row: what was done, today, what is ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_LETTER = 18
_GAP = 6
_DISC = 36


class DayMark(Enum):
    """How a day of the week stands."""

    DONE = "done"
    MISSED = "missed"
    """A day without a session: a dash, and never a reproach."""
    AHEAD = "ahead"
    BEFORE = "before"
    """A day before the first session of all; nothing is to be said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One day as the strip shows it."""

    letter: str
    told: str
    """The day in whole words, for a screen reader."""
    mark: DayMark
    is_today: bool


class WeekStrip(PaintedWidget):
    """Seven days; today has a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._days: Sequence[WeekDay] = ()
        self.follow(theme)

    def set_days(self, days: Sequence[WeekDay]) -> None:
        """Shows these days, Monday first."""
        self._days = tuple(days)
        self.setAccessibleName(", ".join(day.told for day in days))
        self.update()

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(_LETTER + _GAP + _DISC) + 2)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        width = box.width() / max(1, len(self._days))
        size = min(theme.length(_DISC), width - 4)
        top = theme.length(_LETTER + _GAP)
        for number, day in enumerate(self._days):
            letter = QRectF(number * width, 0, width, theme.length(_LETTER))
            font = theme.font(12.5, 750 if day.is_today else 550)
            ink = theme.colour(Role.TEXT if day.is_today else Role.TEXT_SECOND)
            text_line(painter, letter, day.letter, font, ink, CENTRE)
            disc = QRectF(number * width + (width - size) / 2, top, size, size)
            self._paint_day(painter, disc, day)

    def _paint_day(self, painter: QPainter, disc: QRectF, day: WeekDay) -> None:
        colour = self.theme.colour
        ring = disc.adjusted(1.25, 1.25, -1.25, -1.25)
        if day.mark is DayMark.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.PRIMARY))
            painter.drawEllipse(disc.adjusted(4, 4, -4, -4) if day.is_today else disc)
            self._paint_icon(painter, disc, "check-bold", 0.42, Role.ON_PRIMARY)
        elif day.is_today:
            self._paint_icon(painter, disc, "play-fill", 0.4, Role.PRIMARY)
        elif day.mark is DayMark.MISSED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.INSET))
            painter.drawEllipse(disc)
            self._paint_icon(painter, disc, "minus-bold", 0.36, Role.TEXT_THIRD)
        elif day.mark is DayMark.BEFORE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.INSET))
            painter.drawEllipse(disc)
        else:
            painter.setPen(QPen(colour(Role.EDGE), 1.3, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)
        if day.is_today:
            painter.setPen(QPen(colour(Role.PRIMARY), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)

    def _paint_icon(
        self, painter: QPainter, disc: QRectF, icon: str, share: float, role: Role
    ) -> None:
        size = disc.height() * share
        place = QRectF(disc.center().x() - size / 2, disc.center().y() - size / 2, size, size)
        self.theme.icons.paint(painter, icon, place, self.theme.colour(role))
