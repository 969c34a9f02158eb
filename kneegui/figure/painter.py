"""Rendered arrays as Qt images: ghost, arrow, labels, WebP.  The only file here with QtGui."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from kneegui.domain.errors import KneeGuideError
from kneegui.figure.arrow import Arrow, motion_path, place_arrow
from kneegui.figure.camera import Camera
from kneegui.figure.maps import blur
from kneegui.figure.motion import Movement
from kneegui.figure.palette import ARROW
from kneegui.figure.parts import PART_ID
from kneegui.figure.rays import f4
from kneegui.figure.renderer import Rendering, SceneRenderer
from kneegui.figure.scene import Scene
from kneegui.figure.vectors import Array

_PREMULTIPLIED = QImage.Format.Format_RGBA8888_Premultiplied


class ImageFileError(KneeGuideError):
    """A picture cannot be written."""


def to_image(rgba: Array) -> QImage:
    """Give the image of (height, width, 4) premultiplied bytes."""
    pixels = np.ascontiguousarray(rgba)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, width * 4, _PREMULTIPLIED).copy()


def to_array(image: QImage) -> Array:
    """Give (height, width, 4) premultiplied bytes of an image."""
    image = image.convertToFormat(_PREMULTIPLIED)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()


def blank(width: int, height: int, ground: str | None = None) -> QImage:
    """Give an image of one colour, or a clear one."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(ground) if ground else QColor(0, 0, 0, 0))
    return image


def over_ground(image: QImage, ground: str) -> QImage:
    """Give an image on a ground of one colour."""
    out = blank(image.width(), image.height(), ground)
    painter = QPainter(out)
    painter.drawImage(0, 0, image)
    painter.end()
    return out


def scene_picture(
    scene: Scene, camera: Camera, width: int, height: int, samples: int = 3
) -> QImage:
    """Give one moment of a movement, on a clear ground."""
    return to_image(SceneRenderer(scene).render(camera, width, height, samples).rgba)


def end_picture(
    movement: Movement,
    camera: Camera,
    width: int,
    height: int,
    samples: int = 3,
    ghost: float = 0.28,
    arrow: bool = True,
    last: float = 1.0,
) -> QImage:
    """Give the end position with the start as a ghost (its opacity) behind it and an arrow.

    ``last`` is the moment shown, other than 1 only for a cycle, which ends where it starts.
    """
    end = SceneRenderer(movement.at(last)).render(camera, width, height, samples)
    out = to_image(end.rgba)
    path = motion_path(movement)
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ghost and not movement.file.cycle and not movement.file.still:
        alone = SceneRenderer(movement.at(0.0).alone())
        start = alone.render(camera, width, height, samples, floor=False)
        painter.drawImage(0, 0, to_image(_ghost(start, end, ghost)))
    if arrow and path is not None:
        placed = place_arrow(path, camera, end, "off" in movement.file.motion)
        if placed is not None:
            draw_arrow(painter, placed)
    painter.end()
    return out


def _ghost(start: Rendering, end: Rendering, opacity: float) -> Array:
    """Give the start position where the end position leaves it free, faded; no lone fists."""
    free = np.where(end.body, 0, start.depth > end.depth - 0.01).astype(f4)
    for s in "LR":
        forearm = start.parts == PART_ID["farm" + s]
        if not forearm.any() or free[forearm].mean() < 0.5:
            free[start.parts == PART_ID["hand" + s]] = 0
    free = np.minimum(blur(free, 0.6, 1), 1)
    faded = start.rgba.astype(f4) * free[..., None] * f4(opacity)
    return (faded + f4(0.5)).astype(np.uint8)


def draw_arrow(painter: QPainter, arrow: Arrow) -> None:
    """Draw an arrow: a shaft with a fading tail, or a head at both ends."""
    ink = QColor(ARROW)
    line, width = arrow.line, arrow.width
    head = width * 3.0
    run = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    total = run[-1]

    def at(distance: Array | float) -> Array:
        return np.stack([np.interp(distance, run, line[:, i]) for i in (0, 1)], -1)

    shaft = at(np.linspace(head * 0.75 if arrow.double else 0, total - head * 0.75, 60))
    along = np.gradient(shaft, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    aside = np.stack([-along[:, 1], along[:, 0]], 1)
    taper = np.ones(60) if arrow.double else 0.35 + 0.65 * np.linspace(0, 1, 60)
    half = width / 2 * taper[:, None]
    ring = np.concatenate([shaft + aside * half, (shaft - aside * half)[::-1]])
    outline = QPainterPath(QPointF(*ring[0]))
    for corner in ring[1:]:
        outline.lineTo(QPointF(*corner))
    outline.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    if arrow.double:
        painter.fillPath(outline, ink)
        painter.fillPath(_arrow_head(line[0], at(head), head), ink)
    else:
        faded = QLinearGradient(QPointF(*line[0]), QPointF(*line[-1]))
        clear = QColor(ink)
        clear.setAlphaF(0.10)
        faded.setColorAt(0, clear)
        faded.setColorAt(0.55, ink)
        painter.fillPath(outline, QBrush(faded))
    painter.fillPath(_arrow_head(line[-1], at(total - head), head), ink)


def _arrow_head(tip: Array, back: Array, length: float) -> QPainterPath:
    along = (tip - back) / (np.linalg.norm(tip - back) + 1e-9)
    aside = np.array([-along[1], along[0]]) * length * 0.55
    base = tip - along * length
    path = QPainterPath(QPointF(*tip))
    path.lineTo(QPointF(*(base + aside)))
    notch = base + along * length * 0.25
    path.quadTo(QPointF(*notch), QPointF(*(base - aside)))
    path.closeSubpath()
    return path


def card_picture(movement: Movement, width: int, height: int, samples: int = 3) -> QImage:
    """Give the small still of a card: the end position with its arrow, filling the frame."""
    camera = movement.card_camera(width, height)
    last = 0.5 if movement.file.cycle else 1.0
    return end_picture(movement, camera, width, height, samples, ghost=0, last=last)


def draw_label(painter: QPainter, box: QRect, text: str, colour: str, pixels: int) -> None:
    """Write a line of text, centred in a box."""
    font = QFont()
    font.setPixelSize(pixels)
    painter.setFont(font)
    painter.setPen(QPen(QColor(colour)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def save_webp(image: QImage, path: str, quality: int) -> None:
    """Write an image as WebP; ``quality`` 0..100.

    Raises:
        ImageFileError: it cannot be written.
    """
    writer = QImageWriter(path, b"webp")
    writer.setQuality(quality)
    if not writer.write(image.convertToFormat(QImage.Format.Format_ARGB32)):
        raise ImageFileError(f"The picture {path} cannot be written: {writer.errorString()}.")
