"""The exercises of a routine at a glance: a small picture, name and dose each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.painting import (
    RADIUS_CONTROL,
    TOP_LEFT,
    fitted,
    rounded_box,
    text_line,
    wrapped_height,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import PaintedWidget, Themed

_GAP = 10
_LEAST = 104
_STAGE = 66
_LINE = 17
_MOST_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One exercise of the strip."""

    exercise: str
    """Its id, for the picture."""
    goal: Goal
    name: str
    line: str


class FilmStrip(Themed, QWidget):
    """Frames of equal width in as many rows as they need; nothing in it can be pressed."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._frames: list[_FrameView] = []
        # Not fixed: then Qt would hold it to the height of another width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow(theme)

    def set_frames(self, frames: Sequence[Frame]) -> None:
        """Shows these exercises in their order."""
        for view in self._frames:
            view.hide()
            view.deleteLater()
        self._frames = [_FrameView(self.theme, self._pictures, each, self) for each in frames]
        for view in self._frames:
            view.show()
        self._place()
        self.updateGeometry()

    @override
    def apply_theme(self) -> None:
        self._place()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(max(420, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(_LEAST), self.theme.length(_STAGE))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        for view, place in zip(self._frames, self._places(self.width()), strict=True):
            view.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        count = len(self._frames)
        if not count:
            return []
        fit = max(1, (width + _GAP) // (self.theme.length(_LEAST) + _GAP))
        # Rows as equal as can be: ten are five and five, not eight and two.
        columns = -(-count // -(-count // fit))
        # A strip of three has frames as large as one of four, not huge ones.
        frame = (width - _GAP * (max(columns, min(4, fit)) - 1)) / max(columns, min(4, fit))
        places: list[QRect] = []
        top = 0
        for first in range(0, count, columns):
            row = self._frames[first : first + columns]
            height = max(view.height_for(frame) for view in row)
            for number in range(len(row)):
                left, right = number * (frame + _GAP), number * (frame + _GAP) + frame
                places.append(QRect(round(left), top, round(right) - round(left), height))
            top += height + _GAP
        return places


class _FrameView(PaintedWidget):
    def __init__(self, theme: Theme, pictures: Pictures, frame: Frame, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._pictures = pictures
        self._frame = frame
        self.setAccessibleName(f"{frame.name}, {frame.line}")
        pictures.arrived.connect(self.update)
        self.follow(theme)

    def height_for(self, width: float) -> int:
        """Gives the height of the frame: its name takes one line or two."""
        length = self.theme.length
        return length(_STAGE) + 6 + self._name_height(width) + length(_LINE)

    def _name_height(self, width: float) -> int:
        line = self.theme.length(_LINE)
        high = wrapped_height(self._frame.name, self.theme.font(12.5, 650), width)
        return min(_MOST_LINES, max(1, round(high / line))) * line

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, frame = self.theme, self._frame
        stage = QRectF(0, 0, box.width(), theme.length(_STAGE))
        rounded_box(painter, stage, RADIUS_CONTROL, theme.colour(Role.STAGE))
        place, ratio = stage.adjusted(3, 3, -3, -3), self.devicePixelRatioF()
        self._pictures.paint(painter, frame.exercise, "card", place, ratio)
        dot = QRectF(7, 7, 8, 8)
        rounded_box(painter, dot, 3, theme.colour(GOAL_SOLID[frame.goal]))
        name = QRectF(1, stage.bottom() + 5, box.width() - 1, self._name_height(box.width()))
        painter.setFont(theme.font(12.5, 650))
        painter.setPen(theme.colour(Role.TEXT))
        painter.drawText(name, TOP_LEFT | Qt.TextFlag.TextWordWrap, frame.name)
        line = QRectF(1, name.bottom(), box.width() - 1, theme.length(_LINE))
        font = fitted(frame.line, theme.font(12.5, 450), line.width())
        text_line(painter, line, frame.line, font, theme.colour(Role.TEXT_SECOND))
