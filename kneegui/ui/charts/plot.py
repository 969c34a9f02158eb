"""What every chart over time shares: two axes, the theme, and a way to each of its points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.charts.canvas import Canvas
from kneegui.ui.charts.marks import Stop
from kneegui.ui.charts.plot_items import AxisNames, Marks
from kneegui.ui.charts.scales import Period, Scale
from kneegui.ui.theme.painting import RADIUS_CONTROL, focus_ring, smooth, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import KEYBOARD_REASONS, Themed

_AXIS_FONT = (11.5, 500)
_LEAST_HEIGHT = 172
_DAY_NAME = 54
"""Pixels that the name of a day takes, with the gap to the next."""
_HALF_A_NAME = 18
_PAGE = 10
"""Points that Page Up and Page Down pass."""


class Plot(Themed, pg.GraphicsView):
    """A chart over time; the pointer or the arrow keys lead to its points.

    What is told of a point becomes part of the accessible name when a key led there.

    Signals:
        pointed: the number of the point that is pointed at; -1 for none.
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self._stops: Sequence[Stop] = ()
        self._at = -1
        self._by_key = -1
        self._ring = False
        self._right = 0
        self._period: Period | None = None
        self._y = Scale(low=0, high=1, ticks=())
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Arrow keys go from point to point."))
        self._view = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._marks = Marks(self)
        self._view.addItem(self._marks, ignoreBounds=True)
        self._bottom = AxisNames("bottom", linkView=self._view)
        self._left = AxisNames("left", linkView=self._view)
        layout = pg.GraphicsLayout()
        layout.setSpacing(0)
        layout.addItem(self._left, 0, 0)
        layout.addItem(self._view, 0, 1)
        layout.addItem(self._bottom, 1, 1)
        self._layout = layout
        self.setCentralItem(layout)
        self.follow(theme)

    def set_name(self, name: str) -> None:
        """Gives the chart another name for a screen reader."""
        self._name = name
        self.setAccessibleName(name)

    def set_axes(self, period: Period, y: Scale, room: tuple[float, float] = (0.0, 0.0)) -> None:
        """Shows other axes.

        Args:
            period: the days from left to right.
            y: the values from below.
            room: added below the lowest value and above the highest, in values.
        """
        self._period, self._y = period, y
        self._left.setTicks([[(tick.at, tick.words) for tick in y.ticks]])
        self._view.setRange(
            xRange=(0, period.days), yRange=(y.low - room[0], y.high + room[1]), padding=0
        )
        self._fit_axes()
        self._marks.paint_anew()

    def set_stops(self, stops: Sequence[Stop]) -> None:
        """Lets these points be pointed at, the leftmost first."""
        self._stops = stops
        self._by_key = -1
        self.point(-1)
        self._marks.paint_anew()

    @property
    def stops(self) -> Sequence[Stop]:
        """The points that can be pointed at."""
        return self._stops

    @property
    def at(self) -> int:
        """The number of the point that is pointed at; -1 for none."""
        return self._at

    def point(self, number: int) -> None:
        """Points at a point, or with -1 at none."""
        if number != self._at:
            self._at = number
            self._marks.update()
            self.pointed.emit(number)

    def paint_marks(self, canvas: Canvas) -> None:
        """Paints the values; once, and again when there are others."""
        raise NotImplementedError

    def paint_pointed(self, canvas: Canvas, number: int) -> None:
        """Paints the point that is pointed at, over all values."""
        raise NotImplementedError

    def room_beside(self) -> float:
        """Gives how many pixels ``paint_beside`` needs at the right of the values."""
        return 0.0

    def paint_beside(self, painter: QPainter) -> None:
        """Paints what stands at the right of the values."""

    def place_of(self, y: float) -> QPointF:
        """Gives the place in the chart of a value at the right end of its axis."""
        level = self.mapFromScene(self._view.mapViewToScene(QPointF(0, y))).y()
        return QPointF(self.box.right(), level)

    @property
    def box(self) -> QRectF:
        """Where in the chart its values stand."""
        return QRectF(self.mapFromScene(self._view.sceneBoundingRect()).boundingRect())

    @override
    def apply_theme(self) -> None:
        self.setBackground(self.theme.colour(Role.SURFACE))
        font = self.theme.font(*_AXIS_FONT, tabular=True)
        for axis in (self._bottom, self._left):
            axis.dress(font, self.theme.colour(Role.TEXT_THIRD), self.theme.length(6))
        # Half of the first name of the axis below may stand beyond its end.
        self._bottom.let_stand_out(self.theme.length(_DAY_NAME) // 2)
        self.setMinimumHeight(self.theme.length(_LEAST_HEIGHT))
        self._fit_axes()
        self._marks.paint_anew()

    @override
    def sizeHint(self) -> QSize:
        # A view of graphics asks for as much as it has: what larger text gave it, it would keep.
        return self.minimumSize()

    @override
    def resizeEvent(self, ev: QResizeEvent | None) -> None:
        super().resizeEvent(ev)
        # Called by pyqtgraph's own constructor too, before there is a theme.
        if hasattr(self, "theme"):
            self._fit_axes()

    def paint_ground(self, canvas: Canvas) -> None:
        """Paints the lines behind the values, and one where it is pointed at."""
        painter, theme, box = canvas.painter, self.theme, canvas.box
        for tick in self._y.ticks:
            y = round(canvas.at(0, tick.at).y()) - 0.5
            painter.fillRect(QRectF(box.x(), y, box.width(), 1), theme.colour(Role.LINE))
        if self._at >= 0:
            x = canvas.at(self._stops[self._at].x, 0).x()
            painter.setPen(QPen(theme.colour(Role.EDGE), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))

    def _fit_axes(self) -> None:
        font = self.theme.font(*_AXIS_FONT, tabular=True)
        widest = max((text_width(tick.words, font) for tick in self._y.ticks), default=0)
        self._left.setWidth(round(widest) + self.theme.length(8))
        self._bottom.setHeight(self.theme.length(24))
        # Half of the last name of the axis below stands beyond its end.
        self._right = max(self.theme.length(_HALF_A_NAME), round(self.room_beside()))
        self._layout.setContentsMargins(4, self.theme.length(6), self._right, 0)
        self._name_days()

    def _name_days(self) -> None:
        """Names as many days as there is room for."""
        if self._period is not None:
            half = self.theme.length(_HALF_A_NAME)
            room = self.width() - self._right + half
            ticks = self._period.ticks(room // self.theme.length(_DAY_NAME))
            self._bottom.setTicks([[(tick.at, tick.words) for tick in ticks]])

    def _nearest(self, x: float) -> int:
        """Gives the number of the point nearest to a value; -1 where there is none at all."""
        if not self._stops:
            return -1
        right = bisect_left(self._stops, x, key=lambda stop: stop.x)
        near = range(max(0, right - 1), min(len(self._stops), right + 1))
        return min(near, key=lambda number: abs(self._stops[number].x - x))

    # --- the pointer ---

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        place = self._view.mapSceneToView(self.mapToScene(ev.position().toPoint()))
        self.point(self._nearest(place.x()))

    @override
    def leaveEvent(self, ev: QEvent) -> None:
        self.point(self._by_key)

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self.mouseMoveEvent(ev)

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        ev.accept()

    @override
    def wheelEvent(self, ev: QWheelEvent) -> None:
        # The page scrolls, and takes what is pointed at from below the pointer.
        self.point(self._by_key)
        ev.ignore()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    # --- the keyboard ---

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        last = len(self._stops) - 1
        here = last + 1 if self._at < 0 else self._at
        steps = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_PageUp: here - _PAGE,
            Qt.Key.Key_PageDown: here + _PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = steps.get(Qt.Key(ev.key()))
        if wanted is None or last < 0:
            ev.ignore()
            return
        self._by_key = min(max(wanted, 0), last)
        self.point(self._by_key)
        self.setAccessibleName(f"{self._name}: {self._stops[self._by_key].words}")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() in KEYBOARD_REASONS
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self._by_key = -1
        self.point(-1)
        self.setAccessibleName(self._name)
        self.viewport().update()

    @override
    def paintEvent(self, ev: QPaintEvent) -> None:
        super().paintEvent(ev)
        painter = QPainter(self.viewport())
        smooth(painter)
        self.paint_beside(painter)
        if self._ring:
            focus_ring(painter, self.theme, QRectF(self.viewport().rect()), RADIUS_CONTROL)
        painter.end()
