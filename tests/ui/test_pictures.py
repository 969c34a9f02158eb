"""The exercise pictures: all there, sharp at any ratio, and no harm where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from kneegui.resource_files import resource_folder
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.roles import Role
from tests.support.pixels import colours, count, different, pixels
from tests.support.shipped import exercise_ids
from tests.support.user import using
from tests.ui.conftest import OpenProgram

IMAGES = resource_folder() / "images"
STILLS = ("card", "start", "end")
PLACE = QSize(220, 132)
GROUND = QColor("white")


@pytest.fixture
def unread(qapp: QApplication) -> Iterator[Pictures]:
    """Gives the shipped pictures, none of them read yet."""
    pictures = Pictures(IMAGES)
    yield pictures
    pictures.deleteLater()


def read(pictures: Pictures, qtbot: QtBot, ratio: float, size: QSize = PLACE) -> QPixmap:
    """Gives a still that was waited for."""
    with qtbot.waitSignal(pictures.arrived):
        pictures.want("couch-stretch", "card", size, ratio)
    found = pictures.want("couch-stretch", "card", size, ratio)
    assert found is not None
    return found


def paper(ratio: float, size: QSize = PLACE) -> QImage:
    """Gives an empty sheet with so many device pixels per pixel."""
    device = QSize(round(size.width() * ratio), round(size.height() * ratio))
    image = QImage(device, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(GROUND)
    return image


def painted(pictures: Pictures, exercise: str, ratio: float) -> QImage:
    image = paper(ratio)
    painter = QPainter(image)
    pictures.paint(painter, exercise, "card", QRectF(0, 0, PLACE.width(), PLACE.height()), ratio)
    painter.end()
    return image


@pytest.mark.parametrize("still", STILLS)
def test_every_exercise_has_its_stills(still: str) -> None:
    missing = [ex for ex in exercise_ids() if not (IMAGES / ex / f"{still}.webp").is_file()]
    broken = [
        exercise
        for exercise in exercise_ids()
        if QImageReader(str(IMAGES / exercise / f"{still}.webp")).size().width() < 400
    ]

    assert missing == []
    assert broken == []


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
def test_a_still_has_the_device_pixels_of_its_place(
    unread: Pictures, qtbot: QtBot, ratio: float
) -> None:
    still = read(unread, qtbot, ratio)
    room = QSize(round(PLACE.width() * ratio), round(PLACE.height() * ratio))

    assert still.devicePixelRatio() == ratio
    assert still.width() == room.width() or still.height() == room.height()
    assert still.width() <= room.width()
    assert still.height() <= room.height()


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
def test_a_still_is_painted_pixel_by_pixel(unread: Pictures, qtbot: QtBot, ratio: float) -> None:
    read(unread, qtbot, ratio)
    seen = painted(unread, "couch-stretch", ratio)

    # What it should be: the file, made smaller once, and never again.
    expected = paper(ratio)
    keep, well = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    file = QImageReader(str(IMAGES / "couch-stretch" / "card.webp")).read()
    scaled = file.scaled(expected.size(), keep, well)
    expected.setDevicePixelRatio(1)
    painter = QPainter(expected)
    left = (expected.width() - scaled.width()) / 2
    top = (expected.height() - scaled.height()) / 2
    painter.drawImage(round(left), round(top), scaled)
    painter.end()

    assert colours(seen) > 300
    assert different(seen, expected) == 0


def test_nothing_is_painted_until_a_still_has_arrived(unread: Pictures, qtbot: QtBot) -> None:
    assert different(painted(unread, "couch-stretch", 1), paper(1)) == 0
    assert unread.is_waiting

    with qtbot.waitSignal(unread.arrived):
        pass

    assert not unread.is_waiting
    assert different(painted(unread, "couch-stretch", 1), paper(1)) > 1000


def test_until_another_size_is_read_the_one_there_is_shown(unread: Pictures, qtbot: QtBot) -> None:
    read(unread, qtbot, 1, QSize(200, 120))

    assert different(painted(unread, "couch-stretch", 1), paper(1)) > 1000
    assert unread.is_waiting
    with qtbot.waitSignal(unread.arrived):
        pass


def test_a_still_is_read_once(unread: Pictures, qtbot: QtBot) -> None:
    read(unread, qtbot, 1)

    for _ in range(3):
        unread.want("couch-stretch", "card", PLACE, 1)

    assert not unread.is_waiting


@pytest.mark.parametrize("name", ["no-such-exercise", "empty", "damaged"])
def test_a_missing_or_damaged_still_is_not_painted(
    qapp: QApplication, qtbot: QtBot, own_folders: Path, name: str
) -> None:
    (own_folders / "empty").mkdir()
    (own_folders / "damaged").mkdir()
    (own_folders / "damaged" / "card.webp").write_bytes(b"RIFF and nothing else")
    pictures = Pictures(own_folders)
    with qtbot.waitSignal(pictures.arrived):
        painted(pictures, name, 1)

    assert different(painted(pictures, name, 1), paper(1)) == 0
    assert not pictures.is_waiting
    pictures.deleteLater()


def test_the_program_shows_cards_without_pictures(
    qapp: QApplication, data_folder: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = own_folders / "resources"
    bare.mkdir()
    (bare / "exercises.json").symlink_to(resource_folder() / "exercises.json")
    monkeypatch.setattr("kneegui.app.resource_folder", lambda: bare)

    with using(qapp, data_folder) as user:
        grid = user.one(QListView)
        user.click_row(grid, 4)
        stage = user.parts.theme.colour(Role.STAGE)
        card = pixels(grid.viewport()).copy(grid.visualRect(grid.currentIndex()))

        assert count(card, stage) > 20_000
        assert "Foam roll: piriformis" in user.texts()


@pytest.mark.parametrize("page", ["exercises", "routines"])
def test_all_pictures_come_to_rest(open_at: OpenProgram, page: str) -> None:
    user = open_at(page, (1000, 700))
    for percent in (150, 100):
        user.parts.theme.set_text_percent(percent)
        user.settle()
        user.window.grab()
        user.settle()

        assert not user.parts.figures.stills.is_waiting
