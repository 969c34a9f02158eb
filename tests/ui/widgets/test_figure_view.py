"""The figure on its stage: frames, the mixture of two, the other side, other sizes of pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.figure_view import FigureView
from kneegui.ui.widgets.frame_distance import lie_close

SIZE = QSize(80, 60)
LARGE = QSize(400, 300)


def plain(colour: str) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(colour))
    return image


def half(colour: str) -> QImage:
    """Gives a frame whose left half is coloured and whose right half is clear."""
    image = plain("transparent")
    painter = QPainter(image)
    painter.fillRect(0, 0, SIZE.width() // 2, SIZE.height(), QColor(colour))
    painter.end()
    return image


def limb(left: int) -> QImage:
    """Gives a large frame with an upright bar fifty pixels wide."""
    image = plain("transparent").scaled(LARGE)
    painter = QPainter(image)
    painter.fillRect(left, 50, 50, 200, QColor("#303030"))
    painter.end()
    return image


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> FigureView:
    view = FigureView(Theme(qapp, IconFont()), 68)
    qtbot.addWidget(view)
    view.resize(92, 68)
    view.set_figure((0.0, 0.5, 1.0), "a figure", mirrored=False)
    return view


def painted(view: FigureView, size: QSize = SIZE) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    view.paint_figure(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def colour_at(view: FigureView, x: int, y: int = 30) -> QColor:
    return painted(view).pixelColor(x, y)


def test_at_a_frame_just_that_frame_is_shown(view: FigureView) -> None:
    for number, colour in enumerate(("red", "lime", "blue")):
        view.set_frame(number, plain(colour))

    for pose, colour in ((0.0, "red"), (0.5, "lime"), (1.0, "blue")):
        view.set_pose(pose)
        assert colour_at(view, 40) == QColor(colour)


def test_between_two_frames_both_are_mixed_and_stay_solid(view: FigureView) -> None:
    view.set_frame(0, plain("#800000"))
    view.set_frame(1, plain("#400040"))
    view.set_pose(0.25)

    mixed = colour_at(view, 40)

    assert mixed.alpha() == 255
    assert mixed.red() == pytest.approx(0x60, abs=2)
    assert mixed.blue() == pytest.approx(0x20, abs=2)


@pytest.mark.parametrize(("moved", "is_mixed"), [(2, True), (40, False)])
def test_only_frames_that_lie_close_are_mixed(
    view: FigureView, moved: int, *, is_mixed: bool
) -> None:
    view.set_frame(0, limb(150))
    view.set_frame(1, limb(150 + moved))
    for pose, nearer in ((0.1, 150), (0.4, 150 + moved)):
        view.set_pose(pose)
        row = [painted(view, LARGE).pixelColor(x, 150).alpha() for x in range(LARGE.width())]
        assert (set(row) != {0, 255}) is is_mixed
        assert row[nearer + 25] == 255


def test_a_frame_that_comes_anew_is_compared_anew(view: FigureView) -> None:
    view.set_frame(0, limb(150))
    view.set_frame(1, limb(300))
    view.set_pose(0.2)
    assert painted(view, LARGE).pixelColor(349, 150).alpha() == 0

    view.set_frame(0, limb(298))

    assert 0 < painted(view, LARGE).pixelColor(349, 150).alpha() < 255


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_what_lies_close_does_so_at_every_size(scale: int) -> None:
    def large(left: int) -> QImage:
        return limb(left).scaled(LARGE * scale)

    assert lie_close(large(150), large(152))
    assert not lie_close(large(150), large(160))


def test_what_only_one_frame_shows_is_as_clear_as_its_share(view: FigureView) -> None:
    view.set_frame(0, half("#ffd0d0"))
    view.set_frame(1, plain("transparent"))
    view.set_pose(0.125)

    assert colour_at(view, 10).alpha() == pytest.approx(191, abs=3)
    assert colour_at(view, 70).alpha() == 0


def test_until_its_frame_is_there_the_nearest_is_shown(view: FigureView) -> None:
    view.set_frame(0, plain("red"))
    view.set_pose(1.0)

    assert colour_at(view, 40) == QColor("red")


def test_without_a_frame_nothing_is_painted(view: FigureView) -> None:
    assert not view.has_frames
    assert colour_at(view, 40).alpha() == 0


def test_the_other_side_is_the_image_flipped(view: FigureView) -> None:
    view.set_frame(0, half("red"))
    assert colour_at(view, 10) == QColor("red")

    view.set_figure((0.0, 1.0), "the other side", mirrored=True)
    view.set_frame(0, half("red"))

    assert colour_at(view, 10).alpha() == 0
    assert colour_at(view, 70) == QColor("red")


def test_another_figure_forgets_the_frames(view: FigureView) -> None:
    view.set_frame(0, plain("red"))

    view.set_figure((0.0, 1.0), "another", mirrored=False)

    assert not view.has_frames
    assert view.accessibleName() == "another"


def test_a_live_picture_takes_the_place_of_the_frames(view: FigureView) -> None:
    view.set_frame(0, plain("red"))
    view.set_live(plain("blue"))
    assert colour_at(view, 40) == QColor("blue")

    view.set_live(None)
    assert colour_at(view, 40) == QColor("red")


def test_dragging_tells_how_far_and_ends(view: FigureView, qtbot: QtBot) -> None:
    view.set_turnable(True)
    moves: list[QPointF] = []
    view.dragged.connect(moves.append)

    with qtbot.waitSignals([view.drag_started, view.drag_ended]):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        QTest.mouseMove(view, QPoint(30, 15))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    QTest.mouseMove(view, QPoint(50, 50))

    assert moves == [QPointF(20, 5)]


def test_a_figure_that_cannot_be_turned_is_not_taken_hold_of(view: FigureView) -> None:
    moves: list[QPointF] = []
    view.dragged.connect(moves.append)

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(view, QPoint(30, 15))

    assert moves == []


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_frames_are_wanted_in_device_pixels(
    view: FigureView, ratio: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: ratio)

    assert view.frame_size == QSize(round(80 * ratio), round(60 * ratio))
