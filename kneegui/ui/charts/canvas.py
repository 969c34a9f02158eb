"""Where the values of a chart lie in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform


class Canvas:
    """Where the values of a chart lie in pixels, while it is painted."""

    def __init__(self, painter: QPainter, transform: QTransform, values: QRectF) -> None:
        self.painter = painter
        self._transform = transform
        self.box = transform.mapRect(values)
        """The whole of what is painted in."""

    def at(self, x: float, y: float) -> QPointF:
        """Gives the place of a value."""
        return self._transform.map(QPointF(x, y))

    def all_at(self, values: Sequence[tuple[float, float]]) -> Sequence[QPointF]:
        """Gives the places of many values."""
        across, left = self._transform.m11(), self._transform.dx()
        up, top = self._transform.m22(), self._transform.dy()
        return [QPointF(x * across + left, y * up + top) for x, y in values]

    @property
    def pixels_a_day(self) -> float:
        """How wide a day is."""
        return self._transform.m11()
