"""Where the days of a heat map lie: a column a week, a row a day of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatGrid:
    """The place of each day, in pixels."""

    first: date
    """The Monday of the first week."""
    weeks: int
    left: int
    top: int
    pitch: int
    """From one cell to the next."""
    gap: int

    @property
    def radius(self) -> float:
        """How round the corners of a cell are."""
        return (self.pitch - self.gap) * 0.27

    @property
    def bottom(self) -> int:
        """Where the last row ends."""
        return self.top + 7 * self.pitch - self.gap

    def column(self, day: date) -> int:
        """Gives the column of a day; negative for one before the first."""
        return (day - self.first).days // 7

    def cell(self, day: date) -> QRectF:
        """Gives the place of a day."""
        size = self.pitch - self.gap
        left = self.left + self.column(day) * self.pitch
        return QRectF(left, self.top + day.weekday() * self.pitch, size, size)

    def day_at(self, place: QPointF) -> date | None:
        """Gives the day a place belongs to, the gap right of it and below included."""
        column = int((place.x() - self.left) // self.pitch)
        row = int((place.y() - self.top) // self.pitch)
        if 0 <= column < self.weeks and 0 <= row < 7:
            return self.first + timedelta(weeks=column, days=row)
        return None
