"""The moving figure on its stage: baked frames, faded into each other, or a live picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QMouseEvent, QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.frame_distance import lie_close
from kneegui.ui.widgets.themed import PaintedWidget

_NO_FADE = 0.02


class FigureView(PaintedWidget):
    """Shows a figure anywhere between its start (0.0) and its end position (1.0).

    It is given frames and knows nothing of where they come from. Between two frames it fades, so
    that slow movement stays smooth; where they lie so far apart that limbs would be seen twice, it
    shows the nearer one. The other side of the body is the image flipped.

    Signals:
        size_changed: frames are wanted in another size now.
        entered: the pointer is over the figure and might take hold of it.
        drag_started: the pointer took hold of the figure.
        dragged: by how many pixels to the right and down since then.
        drag_ended: the figure was let go.
        double_clicked: the figure is to be seen from its best side again.
    """

    size_changed = Signal()
    entered = Signal()
    drag_started = Signal()
    dragged = Signal(QPointF)
    drag_ended = Signal()
    double_clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        height: int | None = None,
        caption: str = "",
        *,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._caption = caption
        self._framed = framed
        self._dimmed = False
        self._frames: dict[int, QImage] = {}
        self._times: Sequence[float] = (0.0, 1.0)
        self._fades: dict[int, bool] = {}
        """For the number of a frame whether it may be mixed with the next one."""
        self._mirrored = False
        self._pose = 0.0
        self._live: QImage | None = None
        self._held_at: QPointF | None = None
        self._blend = QImage()
        if height is not None:
            self.setFixedHeight(height)
        self.follow(theme)

    @property
    def pose(self) -> float:
        """Where between start and end the figure is."""
        return self._pose

    @property
    def has_frames(self) -> bool:
        """True once there is something to show."""
        return bool(self._frames)

    @property
    def frame_size(self) -> QSize:
        """The size frames are shown in, in device pixels."""
        ratio = self.devicePixelRatioF()
        place = self._place(QRectF(self.rect()))
        return QSize(round(place.width() * ratio), round(place.height() * ratio))

    def set_figure(self, times: Sequence[float], description: str, *, mirrored: bool) -> None:
        """Expects the frames of another figure.

        Args:
            times: where each frame lies between start (0.0) and end (1.0), rising.
            description: what a screen reader says.
            mirrored: show the other side of the body.
        """
        self._frames.clear()
        self._fades.clear()
        self._times = times
        self._mirrored = mirrored
        self._live = None
        self.setAccessibleName(description)
        self.update()

    def set_frame(self, number: int, image: QImage) -> None:
        """Takes one frame of the figure, in ``frame_size``."""
        if self._mirrored:
            image = image.transformed(QTransform.fromScale(-1, 1))
        self._frames[number] = image
        for pair in (number - 1, number):
            self._fades.pop(pair, None)
        self.update()

    def set_pose(self, pose: float) -> None:
        """Shows the figure somewhere between start (0.0) and end (1.0)."""
        if pose != self._pose:
            self._pose = pose
            self.update()

    def set_faded(self, faded: bool) -> None:
        """Lets the figure step back while the clock stands still."""
        if faded != self._dimmed:
            self._dimmed = faded
            self.update()

    def set_live(self, image: QImage | None) -> None:
        """Shows a picture instead of the frames, or the frames again."""
        self._live = image
        self.update()

    def set_turnable(self, turnable: bool) -> None:
        """Lets the pointer take hold of the figure, or not."""
        shape = Qt.CursorShape.OpenHandCursor if turnable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._held_at = None

    @override
    def apply_theme(self) -> None:
        # The caption's strip grows with the text.
        self.size_changed.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        turnable = self.cursor().shape() == Qt.CursorShape.OpenHandCursor
        if turnable and event.button() == Qt.MouseButton.LeftButton:
            self._held_at = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_started.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            self.dragged.emit(event.position() - self._held_at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            self._held_at = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.drag_ended.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_changed.emit()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        if self._framed:
            rounded_box(painter, box, 12, theme.colour(Role.STAGE))
        if self._dimmed:
            painter.setOpacity(0.35)
        self.paint_figure(painter, self._place(box))
        if self._caption:
            height = theme.length(20)
            line = QRectF(12, box.height() - height - 5, box.width() - 60, height)
            font = theme.font(12, 500)
            text_line(painter, line, self._caption, font, theme.colour(Role.TEXT_SECOND))

    def paint_figure(self, painter: QPainter, place: QRectF) -> None:
        """Paints the figure alone into a place."""
        if self._live is not None:
            self._draw(painter, place, self._live)
        else:
            self._paint_frames(painter, place)

    def _place(self, box: QRectF) -> QRectF:
        strip = self.theme.length(24) if self._caption else 4
        return box.adjusted(6, 4, -6, -strip)

    def _paint_frames(self, painter: QPainter, place: QRectF) -> None:
        below, above, share = self._neighbours()
        first, second = self._frames.get(below), self._frames.get(above)
        is_between = _NO_FADE <= share <= 1 - _NO_FADE
        if first is not None and second is not None and is_between and self._may_fade(below):
            self._draw(painter, place, self._faded(first, second, share))
            return
        nearest = second if share > 0.5 else first
        image = nearest or first or second or self._frames.get(0)
        if image is not None:
            self._draw(painter, place, image)

    def _may_fade(self, below: int) -> bool:
        if below not in self._fades:
            self._fades[below] = lie_close(self._frames[below], self._frames[below + 1])
        return self._fades[below]

    def _neighbours(self) -> tuple[int, int, float]:
        """Gives the two frames round the pose, and how far it lies towards the second."""
        for number in range(1, len(self._times)):
            before, after = self._times[number - 1], self._times[number]
            if self._pose <= after:
                return number - 1, number, (self._pose - before) / (after - before)
        last = len(self._times) - 1
        return last, last, 0.0

    def _faded(self, first: QImage, second: QImage, share: float) -> QImage:
        """Gives the mixture of two frames, each colour and its alpha in between."""
        if self._blend.size() != first.size():
            self._blend = QImage(first.size(), QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(self._blend)
        # Source with an opacity is exactly that mixture: new * share + old * (1 - share).
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, 0, first)
        painter.setOpacity(share)
        painter.drawImage(0, 0, second)
        painter.end()
        return self._blend

    def _draw(self, painter: QPainter, place: QRectF, image: QImage) -> None:
        """Paints an image of device pixels in the middle of a place."""
        ratio = self.devicePixelRatioF()
        width, height = image.width() / ratio, image.height() / ratio
        shrink = min(1.0, place.width() / width, place.height() / height)
        width, height = width * shrink, height * shrink
        left = place.x() + (place.width() - width) / 2
        top = place.y() + (place.height() - height) / 2
        # On whole device pixels, or the smoothing of the edges softens the whole picture.
        left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
        painter.drawImage(QRectF(left, top, width, height), image)
