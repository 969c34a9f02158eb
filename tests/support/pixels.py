"""What is painted: pixels counted and compared."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def pixels(widget: QWidget) -> QImage:
    """Gives what a widget paints now, four bytes a pixel."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def different(one: QImage, other: QImage) -> int:
    """Counts the pixels in which two pictures of one size differ."""
    assert one.size() == other.size()
    return int(np.count_nonzero(_numbers(one) != _numbers(other)))


def unlike(one: QImage, other: QImage) -> int:
    """Counts the pixels in which two pictures of one size differ so that it can be seen.

    Qt paints the edges of large letters a shade differently where only a part is painted again.
    """
    assert one.size() == other.size()
    shades = [_numbers(each).view(np.uint8).astype(np.int16) for each in (one, other)]
    return int(np.count_nonzero(np.abs(shades[0] - shades[1]).reshape(-1, 4).max(axis=1) > 8))


def count(image: QImage, colour: QColor) -> int:
    """Counts the pixels of just this colour."""
    return int(np.count_nonzero(_numbers(image) == QColor(colour).rgb()))


def colours(image: QImage) -> int:
    """Counts the different colours."""
    return len(np.unique(_numbers(image)))


def _numbers(image: QImage) -> NDArray[np.uint32]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(bytes(plain.constBits()), dtype=np.uint32)
