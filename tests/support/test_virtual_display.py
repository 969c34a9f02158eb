"""Pictures of a virtual display."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.support.virtual_display import Picture, VirtualDisplay, xvfb_is_installed

RED, BLUE = b"\xff\0\0", b"\0\0\xff"


def test_a_saved_picture_is_a_png_with_the_same_pixels(own_folders: Path) -> None:
    picture = Picture(width=3, height=2, rgb=RED * 3 + RED + BLUE * 2)
    path = own_folders / "pictures" / "screen.png"

    picture.save(path)

    image = QImage(str(path))
    shown = [[image.pixelColor(x, y) for x in range(3)] for y in range(2)]
    red, blue = QColor(255, 0, 0), QColor(0, 0, 255)
    assert shown == [[red, red, red], [red, blue, blue]]


def test_colours_are_counted_among_the_pixels_looked_at() -> None:
    picture = Picture(width=4, height=1, rgb=RED + BLUE + RED + BLUE)

    assert picture.colours(every=1) == 2
    assert picture.colours(every=2) == 1


@pytest.mark.skipif(not xvfb_is_installed(), reason="needs Xvfb")
def test_an_empty_screen_has_one_colour_and_the_size_asked_for() -> None:
    with VirtualDisplay(320, 200) as display:
        picture = display.picture()

    assert (picture.width, picture.height) == (320, 200)
    assert len(picture.rgb) == 320 * 200 * 3
    assert display.name == ""
