"""Turning the figure by hand: pictures from any side, drawn by a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMutex, QMutexLocker, QObject, QThread, QWaitCondition, Signal
from PySide6.QtGui import QImage
from typing_extensions import override

if TYPE_CHECKING:
    from kneegui.figure.live import LiveView


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is to be drawn: a figure, a moment, and from where."""

    name: str
    pose: float
    yaw: float = 0.0
    """Degrees from the best angle."""
    pitch: float = 0.0
    """Degrees from the best angle."""
    width: int
    height: int
    fine: bool = False


class FigureTurning(QObject):
    """Draws the newest view that is wanted; one that is outdated before its turn is skipped.

    The worker starts with the first wish and imports numpy there, not in the window's thread.

    Signals:
        drawn: a view and its picture.
    """

    drawn = Signal(object, QImage)

    def __init__(self, poses: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(poses)
        self._worker.drawn.connect(self.drawn)

    def draw(self, view: View) -> None:
        """Asks for a view; ``drawn`` follows unless another is asked for before its turn."""
        self._worker.want(view)
        if not self._worker.isRunning():
            self._worker.start(QThread.Priority.LowPriority)

    def end(self) -> None:
        """Ends the worker and waits for it."""
        self._worker.end()
        self._worker.wait()


class _Worker(QThread):
    drawn = Signal(object, QImage)

    def __init__(self, poses: Path) -> None:
        super().__init__()
        self._poses = poses
        self._mutex = QMutex()
        self._arrived = QWaitCondition()
        self._wanted: View | None = None
        self._ended = False
        self._open: tuple[str, LiveView] | None = None

    def want(self, view: View) -> None:
        with QMutexLocker(self._mutex):
            self._wanted = view
            self._arrived.wakeAll()

    def end(self) -> None:
        with QMutexLocker(self._mutex):
            self._ended = True
            self._arrived.wakeAll()

    @override
    def run(self) -> None:
        while (view := self._next()) is not None:
            self.drawn.emit(view, self._draw(view))

    def _next(self) -> View | None:
        with QMutexLocker(self._mutex):
            while self._wanted is None and not self._ended:
                self._arrived.wait(self._mutex)
            view, self._wanted = self._wanted, None
            return None if self._ended else view

    def _draw(self, view: View) -> QImage:
        from kneegui.figure.live import LiveView

        if self._open is None or self._open[0] != view.name:
            self._open = view.name, LiveView.open(self._poses, view.name)
        live = self._open[1]
        yaw, pitch = live.best_angle
        pixels = live.render(
            view.pose, yaw + view.yaw, pitch + view.pitch, view.width, view.height, fine=view.fine
        )
        height, width, _ = pixels.shape
        rgba = QImage.Format.Format_RGBA8888_Premultiplied
        # A copy: the array is the worker's own and is drawn over with the next view.
        return QImage(pixels.tobytes(), width, height, 4 * width, rgba).copy()


def refined(view: View, width: int, height: int) -> View:
    """Gives the same view, large and smooth."""
    return replace(view, width=width, height=height, fine=True)
