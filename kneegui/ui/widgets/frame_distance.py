"""How far two frames of a movement lie apart, as the eye sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

_ACROSS, _DOWN = 118, 45
"""A frame is looked at in squares, so many across or down; the larger of the two counts."""
_DOUBLED = 90
"""From this difference of one square on, of 255, a mixture shows a limb twice.

Looked at in mixtures of all shipped movements: that of a side-lying leg raise (75) is one soft
picture, in that of a roll along the calf (110) head and arms are seen double.
"""


def lie_close(first: QImage, second: QImage) -> bool:
    """Tells whether a mixture of two frames of one size is still seen as one picture.

    An edge that has moved by less than half a square fades well; one that has moved further fills
    a square with what is there in one frame only.
    """
    change = _on_white(first)
    painter = QPainter(change)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, _on_white(second))
    painter.end()
    square = max(1.0, first.width() / _ACROSS, first.height() / _DOWN)
    # Lines of an image fill whole words; what fills them up must not be looked at.
    width = max(4, int(first.width() / square) // 4 * 4)
    squares = change.scaled(
        width,
        max(1, int(first.height() / square)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    grey = squares.convertToFormat(QImage.Format.Format_Grayscale8)
    return max(bytes(grey.constBits())) < _DOUBLED


def _on_white(frame: QImage) -> QImage:
    image = QImage(frame.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, frame)
    painter.end()
    return image
