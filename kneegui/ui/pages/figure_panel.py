"""The figure of one exercise, moving at the exercise's pace; it can be paused and turned."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.exercise import Exercise
from kneegui.domain.pacing import pose_at, shortened
from kneegui.ui.figure_frames import FigureFrames, Request
from kneegui.ui.figure_turning import FigureTurning, View
from kneegui.ui.theme.painting import rounded_box
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.figure_view import FigureView
from kneegui.ui.widgets.themed import PaintedButton

_HEIGHT = 276
_FRAME_MS = 33
_LONGEST_STILL_S = 2
"""A hold of half a minute is not waited for where the movement is only looked at."""
_DEGREES_PER_PIXEL = 0.5


class FigurePanel(QWidget):
    """Plays one repetition over and over, eased, with short holds; stands still while hidden.

    Dragging turns the figure, drawn live by a worker; a double click turns it back.
    """

    def __init__(
        self,
        theme: Theme,
        frames: FigureFrames,
        turning: FigureTurning,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frames = frames
        self._turning = turning
        self._exercise: Exercise | None = None
        self._request: Request | None = None
        self._turned: View | None = None
        self._angle = QPointF()
        self._played_s = 0.0
        self._plays = True
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self._view = FigureView(
            theme, _HEIGHT, self.tr("Colour shows where to feel it"), parent=self
        )
        self._button = _PlayButton(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._view.set_turnable(True)
        self._view.size_changed.connect(self._read_frames)
        self._view.entered.connect(self._on_entered)
        self._view.drag_started.connect(self._on_drag_started)
        self._view.dragged.connect(self._on_dragged)
        self._view.drag_ended.connect(self._on_drag_ended)
        self._view.double_clicked.connect(self._on_double_clicked)
        self._button.clicked.connect(self._on_button)
        frames.stills_only_changed.connect(self._on_stills_only_changed)
        frames.frame_read.connect(self._on_frame_read)
        turning.drawn.connect(self._on_drawn)

    @property
    def is_moving(self) -> bool:
        """True while the figure moves."""
        return self._timer.isActive()

    def show_exercise(self, exercise: Exercise, *, mirrored: bool = False) -> None:
        """Shows an exercise from its start; ``mirrored`` shows the other side of the body."""
        self._exercise = exercise
        self._request = None
        self._played_s = 0.0
        movement = " ".join(step.text for step in exercise.movement)
        self._view.set_figure(
            self._frames.times(exercise.id),
            f"{exercise.start_position.text} {movement}",
            mirrored=mirrored,
        )
        picture = self._frames.picture(exercise.id)
        self._button.setVisible(picture is not None and not picture.still)
        self._plays = not self._frames.stills_only
        # The still of the end also tells where the movement comes from.
        self._view.set_pose(1.0 if self._frames.stills_only else 0.0)
        self._show_face()
        self._read_frames()
        self._play_if_seen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._button.sizeHint()
        self._button.setGeometry(
            self.width() - size.width() - 10,
            self.height() - size.height() - 10,
            size.width(),
            size.height(),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_frames()
        self._play_if_seen()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def _show_face(self) -> None:
        """Shows on the button what a press would do."""
        if not self._frames.stills_only:
            name = self.tr("Pause the figure") if self._plays else self.tr("Play the figure")
            self._button.show_face(name, "pause-fill" if self._plays else "play-fill")
        elif self._view.pose > 0.5:
            self._button.show_face(self.tr("Show the start position"), "caret-left-bold")
        else:
            self._button.show_face(self.tr("Show the end position"), "caret-right-bold")

    def _read_frames(self) -> None:
        if self._exercise is None or not self.isVisible():
            return
        request = Request(name=self._exercise.id, size=self._view.frame_size)
        if request != self._request:
            self._request = request
            self._frames.read(request)

    def _on_frame_read(self, request: Request, number: int, image: QImage) -> None:
        if request == self._request:
            self._view.set_frame(number, image)

    def _play_if_seen(self) -> None:
        if self._plays and self.isVisible() and self._exercise is not None:
            self._clock.start()
            self._timer.start()

    def _stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._played_s += self._clock.elapsed() / 1000

    def _on_tick(self) -> None:
        if self._exercise is None:
            return
        phases = shortened(self._exercise.phases, _LONGEST_STILL_S)
        self._view.set_pose(pose_at(phases, self._played_s + self._clock.elapsed() / 1000))

    def _on_stills_only_changed(self) -> None:
        if self._exercise is not None:
            self.show_exercise(self._exercise)

    def _on_button(self) -> None:
        self._view.set_live(None)
        self._turned = None
        if self._frames.stills_only:
            self._view.set_pose(1.0 - self._view.pose)
            self._show_face()
            return
        self._plays = not self._plays
        self._show_face()
        if self._plays:
            self._play_if_seen()
        else:
            self._stop()

    def _on_entered(self) -> None:
        if self._exercise is not None:
            self._turning.prepare(self._exercise.id)

    def _on_drag_started(self) -> None:
        self._stop()
        self._plays = False
        self._show_face()
        if self._turned is None:
            self._angle = QPointF()

    def _on_dragged(self, moved: QPointF) -> None:
        if self._exercise is None:
            return
        angle = self._angle + moved * _DEGREES_PER_PIXEL
        self._turned = View(
            name=self._exercise.id,
            pose=self._view.pose,
            yaw=-angle.x(),
            pitch=angle.y(),
        )
        self._turning.draw(self._turned)

    def _on_drag_ended(self) -> None:
        if self._turned is not None:
            self._angle = QPointF(-self._turned.yaw, self._turned.pitch)
            size = self._view.frame_size
            height = min(size.height(), size.width() * 3 // 4)
            self._turned = self._turned.refined(height * 4 // 3, height)
            self._turning.draw(self._turned)

    def _on_double_clicked(self) -> None:
        self._turned = None
        self._view.set_live(None)
        self._plays = not self._frames.stills_only
        self._show_face()
        self._play_if_seen()

    def _on_drawn(self, view: View, image: QImage) -> None:
        wanted = self._turned
        if wanted is not None and view.name == wanted.name and view.fine <= wanted.fine:
            self._view.set_live(image)


class _PlayButton(PaintedButton):
    """A round button on the stage."""

    ring_radius = 17.0

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self._icon = "pause-fill"
        self.follow(theme)

    def show_face(self, name: str, icon: str) -> None:
        """Shows what a press would do."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(34, 34)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        colour = self.theme.colour
        fill = Role.HOVER if self.underMouse() else Role.SURFACE
        rounded_box(painter, box, 17, colour(fill), colour(Role.LINE))
        place = box.adjusted(9, 9, -9, -9)
        self.theme.icons.paint(painter, self._icon, place, colour(Role.TEXT))
