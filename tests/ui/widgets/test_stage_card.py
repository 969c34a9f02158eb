"""The stage of the player: figure, side, phases and cue never lie over each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneegui.domain.exercise import Goal
from kneegui.domain.session import Side
from kneegui.ui.player_screen import PhaseWord
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.stage_card import StageCard, StageWords

PHASES = (PhaseWord(text="Lift 2", current=True), PhaseWord(text="Lower 3", current=False))
LONG = (PhaseWord(text="Slide down 2", current=True), PhaseWord(text="Hold 10", current=False))
SHAPES = ((390, 395, 0.7875), (738, 458, 1.0), (1107, 687, 1.5), (600, 500, 1.0))
"""Width and height of the stage, and its unit: 800x600, 1280x720, 1920x1080, and far view."""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


def stage(
    qtbot: QtBot, theme: Theme, shape: tuple[int, int, float], words: StageWords
) -> StageCard:
    width, height, unit = shape
    card = StageCard(theme)
    qtbot.addWidget(card)
    card.unit = unit
    card.show_words(words)
    card.resize(width, height)
    card.show()
    return card


def overlay(card: StageCard) -> QImage:
    """Gives the stage as it is painted without a figure."""
    image = QImage(QSize(card.width(), card.height()), QImage.Format.Format_RGB32)
    card.render(image)
    return image


@pytest.mark.parametrize("phases", [(), PHASES, LONG], ids=["none", "two", "long"])
@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_written_where_the_figure_stands(
    qtbot: QtBot,
    theme: Theme,
    shape: tuple[int, int, float],
    side: Side,
    phases: tuple[PhaseWord, ...],
) -> None:
    words = StageWords(
        side=side, goal=Goal.STRENGTHEN, phases=phases, cue="Feet together.", second_cue="Slowly."
    )
    card = stage(qtbot, theme, shape, words)
    image = overlay(card)
    ground = QColor(image.pixel(card.width() // 2, card.figure.geometry().center().y()))
    place = card.figure.geometry()
    soiled = [
        (x, y)
        for x in range(place.left(), place.right() + 1, 3)
        for y in range(place.top(), place.bottom() + 1, 3)
        if QColor(image.pixel(x, y)) != ground
    ]

    assert soiled == []
    assert place.height() > 0.4 * card.height()


def test_the_figure_does_not_jump_when_the_phases_come(qtbot: QtBot, theme: Theme) -> None:
    shape = (738, 458, 1.0)
    card = stage(qtbot, theme, shape, StageWords(cue="Feet together."))
    before = card.figure.geometry()

    card.show_words(StageWords(cue="Feet together.", phases=PHASES))

    assert card.figure.geometry() == before
