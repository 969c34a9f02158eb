"""The bar at the top of the player: a segment for each exercise, filled as it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.player_screen import Segment
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.painting import rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget

_GAP = 4


class ExerciseBar(PaintedWidget):
    """Widths by planned time; a click on a segment asks for its exercise.

    Signals:
        segment_clicked: number of the segment, from 0.
    """

    segment_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._segments: Sequence[Segment] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow(theme)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Shows how far each exercise is."""
        if segments != self._segments:
            self._segments = segments
            done = sum(segment.share_done >= 1 for segment in segments)
            self.setAccessibleName(
                self.tr("{done} of {all} exercises done").format(done=done, all=len(segments))
            )
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, (left, width) in enumerate(self._places(self.width())):
            if left <= event.position().x() < left + width:
                self.segment_clicked.emit(number)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        radius = box.height() / 2
        track = self.theme.colour(Role.TEXT, 0.16)
        for segment, (left, width) in zip(self._segments, self._places(box.width()), strict=True):
            place = QRectF(left, 0, width, box.height())
            rounded_box(painter, place, radius, track)
            if segment.share_done > 0:
                painter.save()
                painter.setClipRect(QRectF(left, 0, width * segment.share_done, box.height()))
                rounded_box(painter, place, radius, self.theme.colour(GOAL_SOLID[segment.goal]))
                painter.restore()

    def _places(self, width: float) -> list[tuple[float, float]]:
        total = sum(segment.seconds for segment in self._segments) or 1
        room = width - _GAP * (len(self._segments) - 1)
        places: list[tuple[float, float]] = []
        left = 0.0
        for segment in self._segments:
            share = room * segment.seconds / total
            places.append((left, share))
            left += share + _GAP
        return places
