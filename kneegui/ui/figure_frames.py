"""The frames of one moving figure, read and scaled in a worker."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader
from typing_extensions import override

from kneegui.figure.manifest import ManifestError, Picture, read_manifest

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which figure, and how large in device pixels."""

    name: str
    size: QSize


class FigureFrames(QObject):
    """Reads the frames of the figure that is wanted; an older wish is dropped for a newer.

    Signals:
        frame_read: a frame of the wanted figure is there: its number and its image.
        stills_only_changed: figures move from now on, or stand still.
    """

    frame_read = Signal(object, int, QImage)
    stills_only_changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._pictures: Mapping[str, Picture] | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._current: _Reading | None = None
        self._stills_only = False

    @property
    def stills_only(self) -> bool:
        """True where only the start and the end are shown, and nothing moves by itself."""
        return self._stills_only

    def set_stills_only(self, stills_only: bool) -> None:
        """Lets figures move, or shows them in two stills."""
        if stills_only != self._stills_only:
            self._stills_only = stills_only
            self.stills_only_changed.emit()

    def times(self, name: str) -> tuple[float, ...]:
        """Gives where each frame of a figure lies between start (0.0) and end (1.0)."""
        picture = self.picture(name)
        if picture is None or self._stills_only or not picture.frames:
            return (0.0, 1.0)
        return picture.times

    def picture(self, name: str) -> Picture | None:
        """Gives what is known of a figure, None where there is none of that name.

        Without its list of pictures the program goes on without pictures.
        """
        if self._pictures is None:
            try:
                self._pictures = read_manifest(self._folder).pictures
            except ManifestError as error:
                _log.warning("%s", error)
                self._pictures = {}
        return self._pictures.get(name)

    def read(self, request: Request) -> None:
        """Begins to read a figure; its frames arrive by ``frame_read``, the first one first."""
        self.stop()
        picture = self.picture(request.name)
        if picture is None or request.size.isEmpty():
            return
        names = picture.frames
        if self._stills_only or not names:
            names = (picture.start, picture.end)
        paths = [self._folder / request.name / name for name in names]
        self._current = _Reading(request, paths, QRect(*picture.box))
        self._current.signals.read.connect(self._on_read)
        self._pool.start(self._current)

    def stop(self) -> None:
        """Drops the wish; frames that are still on their way are not told."""
        if self._current is not None:
            self._current.cancelled.set()
            self._current = None

    def wait(self) -> None:
        """Returns when the worker has ended."""
        self._pool.waitForDone()

    def _on_read(self, request: Request, number: int, image: QImage) -> None:
        if self._current is not None and request is self._current.request:
            self.frame_read.emit(request, number, image)


class _Signals(QObject):
    read = Signal(object, int, QImage)


class _Reading(QRunnable):
    def __init__(self, request: Request, paths: list[Path], box: QRect) -> None:
        super().__init__()
        self.request = request
        self.cancelled = threading.Event()
        self.signals = _Signals()
        self._paths = paths
        self._box = box

    @override
    def run(self) -> None:
        for number, path in enumerate(self._paths):
            if self.cancelled.is_set():
                return
            image = QImageReader(str(path)).read()
            if image.isNull():
                continue
            # Only what is painted, so that a figure lying flat fills the width there is.
            scaled = image.copy(self._box).scaled(
                self.request.size,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown = scaled.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self.signals.read.emit(self.request, number, shown)
