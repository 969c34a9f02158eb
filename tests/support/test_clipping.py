"""What finds text without room is able to find it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from kneegui.ui.theme import painting
from tests.support.clipping import cut_off, shortened


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(200, 200)
    yield window
    window.close()
    window.deleteLater()


def label(window: QWidget, text: str, width: int, height: int, *, wrap: bool = False) -> None:
    made = QLabel(text, window)
    made.setWordWrap(wrap)
    made.setGeometry(0, 0, width, height)
    window.show()


def test_text_with_room_is_no_problem(window: QWidget) -> None:
    label(window, "short", 150, 40)
    label(window, "some words that take several lines", 150, 150, wrap=True)

    assert cut_off(window) == []


def test_a_line_too_long_is_found(window: QWidget) -> None:
    label(window, "a line that is much too long", 40, 40)

    assert [line for line in cut_off(window) if "has 40 and wants" in line]


def test_a_paragraph_too_high_is_found(window: QWidget) -> None:
    label(window, "some words that take several lines", 60, 20, wrap=True)

    assert [line for line in cut_off(window) if "is 20 high" in line]


def test_a_word_too_wide_is_found(window: QWidget) -> None:
    label(window, "incomprehensibilities", 40, 100, wrap=True)

    assert [line for line in cut_off(window) if "a word of it" in line]


def test_a_button_too_small_is_found(window: QWidget) -> None:
    button = QPushButton("Clear all the filters", window)
    button.setGeometry(0, 0, 30, 40)
    window.show()

    assert [line for line in cut_off(window) if "is 30 wide" in line]


def test_what_leaves_its_parent_is_found(window: QWidget) -> None:
    label(window, "far", 100, 40)
    window.findChildren(QLabel)[0].move(150, 0)

    assert [line for line in cut_off(window) if "leaves its place" in line]


def test_what_is_hidden_is_not_looked_at(window: QWidget) -> None:
    label(window, "a line that is much too long", 40, 40)
    window.findChildren(QLabel)[0].hide()

    assert cut_off(window) == []


def test_a_shortened_text_is_noted(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = shortened(monkeypatch)
    paper = QPixmap(100, 20)
    painter = QPainter(paper)
    for words in ("short", "a line that is much too long"):
        box = QRectF(0, 0, 60, 20)
        painting.text_line(painter, box, words, QFont(), QColor("black"))
    painter.end()

    assert noted == ["a line that is much too long"]
