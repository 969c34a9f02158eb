"""The heat map of a year: a cell a day, a column a week, the stronger the more minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.progress.heat_map import HeatDay, HeatWeek, month_columns
from kneegui.ui.session_words import short_month, short_weekday
from kneegui.ui.theme.painting import (
    CENTRE,
    focus_ring,
    picture_of,
    rounded_box,
    text_line,
    text_width,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.heat_grid import HeatGrid
from kneegui.ui.widgets.themed import KEYBOARD_REASONS, PaintedWidget

_PITCH_LEAST, _PITCH_MOST = 13, 19
"""From one cell to the next, in pixels at regular text size."""
_MONTHS = 20
_BUBBLE = 24
_DIMMED = 0.32
_MONDAY = date(2024, 1, 1)
_NAMED_DAYS = (0, 2, 4, 6)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
}


class HeatMap(PaintedWidget):
    """As many of the last weeks as there is room for; the words of one day stand in a bubble.

    A press on a day with practice chooses it, a second one gives it back; the other days step back
    meanwhile. The arrow keys go from day to day and from week to week, Home and End to the first
    day and to the last, Enter presses. The accessible name tells the day the keyboard is on.

    Signals:
        day_chosen: the day that holds now (``date``), or None.
    """

    day_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        tell: Callable[[HeatDay], str],
        parent: QWidget | None = None,
    ) -> None:
        """Makes it without days.

        Args:
            theme: the look.
            name: what it shows, for a screen reader.
            tell: gives the words of a day.
            parent: the widget it belongs to.
        """
        super().__init__(theme, parent)
        self._name = name
        self._tell = tell
        self._weeks: Sequence[HeatWeek] = ()
        self._days: dict[date, HeatDay] = {}
        self._grid: HeatGrid | None = None
        self._picture: QPixmap | None = None
        self._chosen: date | None = None
        self._hovered: date | None = None
        self._current: date | None = None
        self._ring = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @property
    def chosen(self) -> date | None:
        """The day that is chosen."""
        return self._chosen

    @property
    def told(self) -> str:
        """What stands in the bubble; empty where there is none."""
        return "" if self._pointed is None else self._tell(self._days[self._pointed])

    @property
    def grid(self) -> HeatGrid | None:
        """Where the days lie; None before there are any."""
        return self._grid

    @property
    def days(self) -> Mapping[date, HeatDay]:
        """What is known of each day."""
        return self._days

    def show_weeks(self, weeks: Sequence[HeatWeek]) -> None:
        """Shows other weeks, the oldest first; a day that is chosen stays so."""
        self._weeks = tuple(weeks)
        self._days = {day.day: day for week in weeks for day in week if day is not None}
        self._hovered = None
        if self._current not in self._days:
            self._current = max(self._days, default=None)
        self._lay_out()

    def set_chosen(self, day: date | None) -> None:
        """Marks a day as chosen, or none, without a signal."""
        if day != self._chosen:
            self._chosen = day
            self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(300), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(200), self.height())

    @override
    def apply_theme(self) -> None:
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._shown_at(event))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._shown_at(event)
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._ring = False
            self._go_to(day)
            self._press(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self._current
        if current is None or self._grid is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go_by_key(current + timedelta(days=_STEPS[key]))
        elif key == Qt.Key.Key_Home:
            self._go_by_key(self._grid.first)
        elif key == Qt.Key.Key_End:
            self._go_by_key(max(self._days))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press(current)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() in KEYBOARD_REASONS
        if self._ring and self._current is not None:
            self._go_to(self._current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        if self._grid is None:
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            self._picture = self._paint_all(self._grid, ratio)
        painter.drawPixmap(0, 0, self._picture)
        if self._ring and self._current is not None:
            around = self._grid.cell(self._current).adjusted(-3, -3, 3, 3)
            focus_ring(painter, self.theme, around, self._grid.radius + 3)
        if self._pointed is not None:
            self._paint_bubble(painter, box, self._grid.cell(self._pointed))

    @property
    def _pointed(self) -> date | None:
        """The day whose words are shown: under the pointer, else where the keyboard is."""
        return self._hovered or (self._current if self._ring else None)

    def _lay_out(self) -> None:
        """Finds the widest step with which all weeks fit, or else as many weeks as fit."""
        self._picture = None
        self.update()
        if not self._weeks:
            return
        length = self.theme.length
        left = self._name_width() + length(6)
        room = self.width() - left
        pitch = min(max(room // len(self._weeks), length(_PITCH_LEAST)), length(_PITCH_MOST))
        weeks = min(len(self._weeks), max(1, room // pitch))
        monday = self._weeks[-weeks][0]
        assert monday is not None
        self._grid = HeatGrid(
            first=monday.day,
            weeks=weeks,
            left=left,
            top=length(_MONTHS),
            pitch=pitch,
            gap=length(3 if pitch < length(16) else 4),
        )
        if self._current is not None:
            # It may be in a week that there is no room for any more.
            self._current = max(self._current, monday.day)
        self.setFixedHeight(self._grid.bottom + 3)

    def _name_width(self) -> int:
        font = self.theme.font(11.5, 500)
        return max(round(text_width(_day_name(row), font)) for row in _NAMED_DAYS)

    def _shown_at(self, event: QMouseEvent) -> date | None:
        day = None if self._grid is None else self._grid.day_at(event.position())
        return day if day in self._days else None

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            there = day is not None and self._days[day].sessions > 0
            shapes = Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if there else shapes.ArrowCursor)
            self.update()

    def _go_by_key(self, day: date) -> None:
        self._ring = True
        # What is told now is where the keys are, though the pointer lies elsewhere.
        self._hovered = None
        assert self._grid is not None
        if day in self._days and day >= self._grid.first:
            self._go_to(day)

    def _go_to(self, day: date) -> None:
        self._current = day
        self.setAccessibleName(f"{self._name}: {self._tell(self._days[day])}")
        self.update()

    def _press(self, day: date) -> None:
        """Chooses a day; a day without sessions chooses none, and so does the chosen one."""
        chosen = day if day != self._chosen and self._days[day].sessions else None
        if chosen != self._chosen:
            self.set_chosen(chosen)
            self.day_chosen.emit(chosen)

    def _paint_all(self, grid: HeatGrid, ratio: float) -> QPixmap:
        """Gives the picture of all cells and names: what pointer and keyboard do not change."""

        def paint(painter: QPainter) -> None:
            self._paint_names(painter, grid)
            for week in self._weeks[-grid.weeks :]:
                for day in week:
                    if day is not None:
                        self._paint_day(painter, grid, day)

        return picture_of(self.size() * ratio, ratio, Qt.GlobalColor.transparent, paint)

    def _paint_names(self, painter: QPainter, grid: HeatGrid) -> None:
        theme = self.theme
        font, ink = theme.font(11.5, 500), theme.colour(Role.TEXT_THIRD)
        for row in _NAMED_DAYS:
            top = grid.top + row * grid.pitch
            line = QRectF(0, top, grid.left, grid.pitch - grid.gap)
            text_line(painter, line, _day_name(row), font, ink)
        end = float(self.width())
        # From the last one on, so that where two would touch, the month that begins here is named.
        for column, day in reversed(month_columns(self._weeks[-grid.weeks :])):
            word = short_month(day)
            width = text_width(word, font) + 1
            left = min(grid.left + column * grid.pitch, self.width() - width)
            if left + width <= end:
                text_line(painter, QRectF(left, 0, width, theme.length(16)), word, font, ink)
                end = left - theme.length(6)

    def _paint_day(self, painter: QPainter, grid: HeatGrid, day: HeatDay) -> None:
        theme, cell = self.theme, grid.cell(day.day)
        painter.setOpacity(1 if self._chosen in (None, day.day) else _DIMMED)
        rounded_box(painter, cell, grid.radius, theme.heat_colour(day.level))
        if day.is_today:
            around = cell.adjusted(-3, -3, 3, 3)
            rounded_box(painter, around, grid.radius + 2, None, theme.colour(Role.TEXT), 2)

    def _paint_bubble(self, painter: QPainter, box: QRectF, cell: QRectF) -> None:
        theme, words = self.theme, self.told
        font, height = theme.font(12.5, 550), theme.length(_BUBBLE)
        width = min(text_width(words, font) + theme.length(18), box.width())
        above = cell.y() - height - 5
        top = above if above >= 0 else cell.bottom() + 5
        left = min(max(0.0, cell.center().x() - width / 2), box.width() - width)
        bubble = QRectF(left, top, width, height)
        rounded_box(painter, bubble, 7, theme.colour(Role.TEXT))
        text_line(painter, bubble, words, font, theme.colour(Role.WINDOW), CENTRE)


def _day_name(row: int) -> str:
    return short_weekday(_MONDAY + timedelta(days=row))
