"""The exercise pictures, read when first shown and kept at the sizes they are shown in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPixmap

_KEPT = 160


class Pictures:
    """Gives pictures from ``images/<exercise>/<still>.webp``.

    They are read at the size they are wanted in, in device pixels, so that they are sharp at any
    device pixel ratio. A picture that is not there is simply not painted.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, str, int, int], QPixmap] = {}

    def paint(
        self, painter: QPainter, exercise: str, still: str, box: QRectF, ratio: float
    ) -> None:
        """Paints a still as large as it fits into a box, in the middle.

        Args:
            painter: where to.
            exercise: id of the exercise.
            still: ``card``, ``start`` or ``end``.
            box: the place, in device-independent pixels.
            ratio: device pixels per pixel of the place.
        """
        pixmap = self._pixmap(exercise, still, box.size().toSize(), ratio)
        if not pixmap.isNull():
            size = pixmap.deviceIndependentSize()
            left = box.x() + (box.width() - size.width()) / 2
            top = box.y() + (box.height() - size.height()) / 2
            # On whole device pixels, or the smoothing of the edge softens the whole picture.
            place = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
            painter.drawPixmap(place, pixmap)

    def _pixmap(self, exercise: str, still: str, size: QSize, ratio: float) -> QPixmap:
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        key = (exercise, still, wanted.width(), wanted.height())
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = self._read(exercise, still, wanted)
            pixmap.setDevicePixelRatio(ratio)
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = pixmap
        return pixmap

    def _read(self, exercise: str, still: str, wanted: QSize) -> QPixmap:
        path = self._folder / exercise / f"{still}.webp"
        if not path.is_file():
            return QPixmap()
        image = QImageReader(str(path)).read()
        if image.isNull():
            return QPixmap()
        mode = Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, mode))
