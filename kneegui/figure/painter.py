"""Rendered arrays as Qt images: ghost, arrow, labels, WebP.  The only file here with QtGui."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
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
from kneegui.figure.inset import inset_box, inset_camera, inset_lines
from kneegui.figure.maps import blur
from kneegui.figure.motion import Movement
from kneegui.figure.palette import (
    ARROW,
    ARROW_CASING,
    GHOST,
    INSET_FILL,
    INSET_HALO,
    INSET_LINE,
    rgb,
)
from kneegui.figure.parts import PART_ID
from kneegui.figure.rays import f4
from kneegui.figure.renderer import Rendering, SceneRenderer
from kneegui.figure.scene import Scene
from kneegui.figure.vectors import Array

_PREMULTIPLIED = QImage.Format.Format_RGBA8888_Premultiplied
_ALPHA_STEP = 4


class ImageFileError(KneeGuideError):
    """A picture cannot be written."""


FAINT = 24
"""Alpha up to here, of 255, is the soft end of a shadow, which may be cut off."""


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


def moment_picture(
    movement: Movement, t: float, camera: Camera, width: int, height: int, samples: int = 3
) -> QImage:
    """Give one moment of a movement with its inset, on a clear ground."""
    scene = movement.at(t)
    out = to_image(SceneRenderer(scene).render(camera, width, height, samples).rgba)
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_inset(painter, movement, scene, out.rect(), samples)
    painter.end()
    return out


def _draw_inset(
    painter: QPainter, movement: Movement, scene: Scene, picture: QRect, samples: int
) -> None:
    """Draw the second view of a picture in its corner: a pale panel with its lines."""
    settings = movement.file.inset
    if settings is None:
        return
    box = inset_box(settings, picture.width(), picture.height())
    camera = inset_camera(movement, settings, box)
    plain = SceneRenderer(scene)
    view = plain.render(camera, box.width, box.height, samples, shine=False)
    panel = QPainterPath()
    panel.addRoundedRect(QRectF(*box), 14, 14)
    fill, edge = QColor(INSET_FILL), QColor(ARROW)
    fill.setAlphaF(0.16)
    edge.setAlphaF(0.55)
    painter.save()
    painter.setClipPath(panel)
    painter.fillPath(panel, fill)
    painter.drawImage(box.x, box.y, to_image(view.rgba))
    painter.translate(box.x, box.y)
    ink = QPen(QColor(INSET_LINE), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    for line in inset_lines(scene.figure, settings, camera):
        points = [QPointF(*p) for p in line]
        painter.setPen(QPen(QColor(INSET_HALO), 4.6))
        painter.drawPolyline(points)
        painter.setPen(ink)
        painter.drawPolyline(points)
    painter.restore()
    painter.strokePath(panel, QPen(edge, 1.5))


def end_picture(
    movement: Movement,
    camera: Camera,
    width: int,
    height: int,
    samples: int = 3,
    ghost: float = 0.40,
    arrow: bool = True,
    last: float = 1.0,
    inset: bool = True,
) -> QImage:
    """Give the end position with the start as a ghost (its opacity) behind it and an arrow.

    ``last`` is the moment shown, other than 1 only for a cycle, which ends where it starts.
    """
    scene = movement.at(last)
    end = SceneRenderer(scene).render(camera, width, height, samples)
    out = to_image(end.rgba)
    path = motion_path(movement)
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ghost and movement.file.motion.get("ghost", True) and not movement.file.cycle:
        alone = SceneRenderer(movement.at(0.0).alone())
        start = alone.render(camera, width, height, samples, floor=False)
        painter.drawImage(0, 0, to_image(_ghost(start, end, ghost)))
    if arrow and path is not None:
        placed = place_arrow(path, camera, end, "off" in movement.file.motion)
        if placed is not None:
            draw_arrow(painter, placed)
    if inset:
        _draw_inset(painter, movement, scene, out.rect(), samples)
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
    pale = start.rgba.astype(f4)
    tint = rgb(GHOST) * pale[..., 3:]
    pale[..., :3] += (tint - pale[..., :3]) * f4(0.40)
    faded = pale * free[..., None] * f4(opacity)
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
    heads = [_arrow_head(line[-1], at(total - head), head)]
    if arrow.double:
        heads.append(_arrow_head(line[0], at(head), head))
    casing = QColor(ARROW_CASING)
    casing.setAlphaF(0.55)
    whole = outline
    for shape in heads:
        whole = whole.united(shape)
    edge = QPen(casing, width * 0.55, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(whole, edge)
    if arrow.double:
        painter.fillPath(outline, ink)
    else:
        faded = QLinearGradient(QPointF(*line[0]), QPointF(*line[-1]))
        clear = QColor(ink)
        clear.setAlphaF(0.10)
        faded.setColorAt(0, clear)
        faded.setColorAt(0.55, ink)
        painter.fillPath(outline, QBrush(faded))
    for shape in heads:
        painter.fillPath(shape, ink)


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
    return end_picture(movement, camera, width, height, samples, ghost=0, last=last, inset=False)


def contact_sheet(
    cells: Sequence[tuple[str, QImage]], columns: int, ground: str, ink: str
) -> QImage:
    """Give labelled images of one size side by side on a ground; the label stands below each."""
    # Text needs the application object; it lives until the last reference goes.
    application = QGuiApplication.instance() or QGuiApplication([])
    width, height = cells[0][1].width(), cells[0][1].height()
    line = max(16, height // 16)
    rows = -(-len(cells) // columns)
    out = blank(width * columns, (height + line) * rows, ground)
    painter = QPainter(out)
    font = QFont()
    font.setPixelSize(round(line * 0.66))
    painter.setFont(font)
    painter.setPen(QColor(ink))
    for i, (label, image) in enumerate(cells):
        x, y = i % columns * width, i // columns * (height + line)
        painter.drawImage(x, y, image)
        box = QRect(x + 8, y + height, width - 16, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label)
    painter.end()
    del application
    return out


def save_png(image: QImage, path: str) -> None:
    """Write an image as PNG.

    Raises:
        ImageFileError: it cannot be written.
    """
    if not QImageWriter(path, b"png").write(image):
        raise ImageFileError(f"The picture {path} cannot be written.")


class PaintedBox:
    """The smallest box round everything that is painted in some images of one size."""

    def __init__(self) -> None:
        self._left = self._top = 1 << 30
        self._right = self._bottom = 0

    def include(self, image: QImage) -> None:
        """Widen the box so that it holds what is painted in an image."""
        rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
        pixels = np.frombuffer(rgba.constBits(), np.uint8).reshape(image.height(), -1, 4)
        rows, columns = np.nonzero(pixels[..., 3] > FAINT)
        if len(rows):
            self._left = min(self._left, int(columns.min()))
            self._right = max(self._right, int(columns.max()) + 1)
            self._top = min(self._top, int(rows.min()))
            self._bottom = max(self._bottom, int(rows.max()) + 1)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height, pixels."""
        return self._left, self._top, self._right - self._left, self._bottom - self._top


def save_webp(image: QImage, path: str, quality: int) -> None:
    """Write an image as WebP; ``quality`` 0..100.

    WebP keeps alpha without loss, so that soft shadows would be the greater part of the file:
    their alpha is rounded to steps nobody sees.

    Raises:
        ImageFileError: it cannot be written.
    """
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(straight.constBits(), np.uint8).reshape(image.height(), -1, 4).copy()
    alpha = pixels[..., 3].astype(np.int16)
    stepped = (alpha + _ALPHA_STEP // 2) // _ALPHA_STEP * _ALPHA_STEP
    pixels[..., 3] = np.where(alpha < 250, np.minimum(stepped, 255), alpha)
    pixels[pixels[..., 3] == 0] = 0
    height, width = pixels.shape[:2]
    rounded = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    writer = QImageWriter(path, b"webp")
    writer.setQuality(quality)
    if not writer.write(rounded):
        raise ImageFileError(f"The picture {path} cannot be written: {writer.errorString()}.")
