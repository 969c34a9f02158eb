"""The few shapes everything is painted from: rounded boxes, lines of text, soft shadows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap

from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

RADIUS_CONTROL = 10
RADIUS_CARD = 14


_SMOOTH = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


def smooth(painter: QPainter) -> None:
    """Switches on everything that makes edges and pictures smooth."""
    painter.setRenderHints(_SMOOTH)


def picture_of(
    pixels: QSize, ratio: float, ground: QColor | Qt.GlobalColor, paint: Callable[[QPainter], None]
) -> QPixmap:
    """Gives a picture to be painted again and again.

    Args:
        pixels: its size in device pixels.
        ratio: device pixels per pixel.
        ground: what it is filled with first.
        paint: paints it, with everything smooth.
    """
    picture = QPixmap(pixels)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    smooth(painter)
    paint(painter)
    painter.end()
    return picture


def rounded_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paints a box with round corners; its edge lies wholly inside it."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width))
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(box, radius, radius)


def text_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Paints one line of text, shortened with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) > box.width() + 0.5:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, text)


def fitted(text: str, font: QFont, width: float) -> QFont:
    """Gives a font made just small enough for a text to fit a width; it is never cut."""
    needed = text_width(text, font)
    if needed <= width or needed == 0:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(8, int(font.pixelSize() * width / needed)))
    return smaller


def text_width(text: str, font: QFont) -> float:
    """Gives the width of one line of text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def wrapped_height(text: str, font: QFont, width: float) -> float:
    """Gives the height of a text broken into lines of a width."""
    space = QRectF(0, 0, max(1.0, width), 100_000)
    return QFontMetricsF(font).boundingRect(space, Qt.TextFlag.TextWordWrap, text).height()


def focus_ring(painter: QPainter, theme: Theme, box: QRectF, radius: float) -> None:
    """Paints the ring that shows where the keyboard is, just inside a control's edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(Role.FOCUS), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def soft_shadow(painter: QPainter, theme: Theme, box: QRectF, radius: int) -> None:
    """Paints the shadow of a raised box from a tile made once, in nine pieces."""
    blur, drop = 16, 5
    tile = _shadow_tile(radius, blur, 0.40 if theme.is_dark else 0.18)
    corner = blur + radius + 2
    size = tile.width()
    around = box.adjusted(-blur, -blur + drop, blur, blur + drop)
    columns = (around.left(), around.left() + corner, around.right() - corner, around.right())
    rows = (around.top(), around.top() + corner, around.bottom() - corner, around.bottom())
    cuts = (0, corner, size - corner, size)
    for column in range(3):
        for row in range(3):
            painter.drawPixmap(
                QRectF(
                    QPointF(columns[column], rows[row]),
                    QPointF(columns[column + 1], rows[row + 1]),
                ),
                tile,
                QRectF(QPointF(cuts[column], cuts[row]), QPointF(cuts[column + 1], cuts[row + 1])),
            )


@lru_cache(maxsize=16)
def _shadow_tile(radius: int, blur: int, strength: float) -> QPixmap:
    """Gives a soft box, drawn as a stack of translucent boxes from the outside in."""
    size = 2 * (blur + radius) + 8
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    smooth(painter)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(blur):
        colour = QColor(20, 18, 12)
        colour.setAlphaF(strength * (2 * step / blur + 0.15) / blur)
        painter.setBrush(colour)
        box = QRectF(step, step, size - 2 * step, size - 2 * step)
        painter.drawRoundedRect(box, radius + blur - step, radius + blur - step)
    painter.end()
    return QPixmap.fromImage(image)
