"""Turning the figure by hand: pictures from any side, drawn in a process of their own."""

from __future__ import annotations

import json
import logging
import struct
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QImage

_log = logging.getLogger(__name__)
_HEADER = struct.Struct("<II")
_IDLE_MS = 30_000
_PATIENCE_MS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is to be drawn: a figure, a moment, and from where."""

    name: str
    pose: float
    """How far from the start (0.0) to the end position (1.0)."""
    yaw: float = 0.0
    """Degrees from the best angle."""
    pitch: float = 0.0
    """Degrees from the best angle."""
    width: int = 400
    height: int = 300
    fine: bool = False
    """Smooth edges: slower, for a view that stays."""

    def refined(self, width: int, height: int) -> View:
        """Gives the same view, large and smooth."""
        return replace(self, width=width, height=height, fine=True)


class FigureTurning(QObject):
    """Has the newest view drawn; one that is outdated before its turn is skipped.

    The process starts with the first wish, or with ``prepare``, and ends half a minute after the
    last: drawing in a thread of the window's own process would make the window stutter.

    Signals:
        drawn: a view and its picture.
    """

    drawn = Signal(object, QImage)

    def __init__(self, poses: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._poses = poses
        self._process: QProcess | None = None
        self._drawing: View | None = None
        self._wanted: View | None = None
        self._received = bytearray()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.end)

    @property
    def is_running(self) -> bool:
        """True while the process is there."""
        return self._process is not None

    def prepare(self, name: str) -> None:
        """Starts the process and opens a figure, so that the first turn does not wait for it."""
        if self._process is None:
            self.draw(View(name=name, pose=0.0))

    def draw(self, view: View) -> None:
        """Asks for a view; ``drawn`` follows unless another is asked for before its turn."""
        self._wanted = view
        self._idle.start()
        if self._process is None:
            self._start()
        self._ask()

    def end(self) -> None:
        """Ends the process."""
        self._idle.stop()
        process, self._process = self._process, None
        self._drawing = self._wanted = None
        self._received.clear()
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(_PATIENCE_MS):
                process.kill()
                process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()

    def _start(self) -> None:
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_ready_read)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        arguments = ["-m", "kneegui.figure.worker", str(self._poses)]
        process.setWorkingDirectory(str(Path(__file__).parents[2]))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process = process
        process.start(sys.executable, arguments)

    def _ask(self) -> None:
        if self._drawing is None and self._wanted is not None and self._process is not None:
            self._drawing, self._wanted = self._wanted, None
            self._process.write(json.dumps(asdict(self._drawing)).encode() + b"\n")

    def _on_ready_read(self) -> None:
        assert self._process is not None
        self._received += self._process.readAllStandardOutput().data()
        if len(self._received) < _HEADER.size:
            return
        width, height = _HEADER.unpack_from(self._received)
        end = _HEADER.size + 4 * width * height
        if self._drawing is None or len(self._received) < end:
            return
        view, self._drawing = self._drawing, None
        pixels = bytes(self._received[_HEADER.size : end])
        del self._received[:end]
        self._ask()
        rgba = QImage.Format.Format_RGBA8888_Premultiplied
        # A copy, because QImage keeps no hold on the bytes it is given.
        self.drawn.emit(view, QImage(pixels, width, height, 4 * width, rgba).copy())

    def _on_finished(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            _log.warning("the figure cannot be turned: %s", said)
            self.end()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            _log.warning("the figure cannot be turned: the process does not start")
            self.end()
