"""The exercise pictures, read between the events of the window, never while it paints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImageReader, QPainter, QPixmap

_KEPT = 160
_WIDTH_STEP = 128
_SIZES = 2
"""Sizes of a still that are kept of those that are about the same."""

_Key = tuple[str, str, int]
"""Exercise, still, and roughly how wide: a card and a thumbnail are kept apart."""


class Pictures(QObject):
    """Paints the stills ``images/<exercise>/<still>.webp``.

    A still is read at the size it is wanted in, in device pixels, so that it is sharp at any
    device pixel ratio. Until it has arrived nothing is painted, or what is there at another size.
    A still that does not exist is simply never painted.

    Signals:
        arrived: a still that was wanted can be painted now.
    """

    arrived = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._kept: dict[_Key, list[tuple[QSize, QPixmap]]] = {}
        self._wanted: dict[_Key, tuple[QSize, float]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_one)

    @property
    def is_waiting(self) -> bool:
        """True while stills that were wanted have not arrived."""
        return bool(self._wanted)

    def stop(self) -> None:
        """Reads nothing more of what was wanted."""
        self._wanted.clear()
        self._timer.stop()

    def want(self, exercise: str, still: str, size: QSize, ratio: float) -> QPixmap | None:
        """Gives a still if it is there in about this size, and sees that it comes in just this.

        Args:
            exercise: id of the exercise, or of a variant.
            still: ``card``, ``start`` or ``end``.
            size: the place for it, in device-independent pixels.
            ratio: device pixels per pixel of the place.
        """
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (exercise, still, pixels.width() // _WIDTH_STEP)
        kept = self._kept.get(key, [])
        for read_for, pixmap in kept:
            if read_for == pixels:
                return pixmap
        self._wanted[key] = (pixels, ratio)
        self._timer.start()
        return kept[-1][1] if kept else None

    def paint(
        self, painter: QPainter, exercise: str, still: str, box: QRectF, ratio: float
    ) -> None:
        """Paints a still as large as it fits into a box, in the middle; see ``want``."""
        pixmap = self.want(exercise, still, box.size().toSize(), ratio)
        if pixmap is None or pixmap.isNull():
            return
        size = pixmap.deviceIndependentSize()
        fitted = size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = box.x() + (box.width() - fitted.width()) / 2
        top = box.y() + (box.height() - fitted.height()) / 2
        # On whole device pixels, or the smoothing of the edges softens the whole picture.
        place = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
        if abs(fitted.width() - size.width()) < 2:
            painter.drawPixmap(place, pixmap)
        else:
            painter.drawPixmap(QRectF(place, fitted), pixmap, QRectF(pixmap.rect()))

    def _read_one(self) -> None:
        key = next(iter(self._wanted))
        pixels, ratio = self._wanted.pop(key)
        if not self._wanted:
            self._timer.stop()
        pixmap = self._read(key[0], key[1], pixels)
        pixmap.setDevicePixelRatio(ratio)
        # Two places of about one size: each would have the other's read anew, again and again.
        earlier = self._kept.pop(key, [])
        self._kept[key] = [*earlier[-(_SIZES - 1) :], (pixels, pixmap)]
        if len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self.arrived.emit()

    def _read(self, exercise: str, still: str, pixels: QSize) -> QPixmap:
        path = self._folder / exercise / f"{still}.webp"
        image = QImageReader(str(path)).read() if path.is_file() else None
        if image is None or image.isNull():
            return QPixmap()
        mode = Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(image.scaled(pixels, Qt.AspectRatioMode.KeepAspectRatio, mode))
