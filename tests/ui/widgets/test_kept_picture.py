"""A kept picture is painted once, and anew as soon as something else is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneegui.domain.session import Side
from kneegui.domain.settings import ThemeChoice
from kneegui.player.commands import Next, Pause
from kneegui.resource_files import resource_folder
from kneegui.ui.pictures import Pictures
from kneegui.ui.player_screen import NextUp, Ring
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.count_ring import CountRing
from kneegui.ui.widgets.kept_picture import KeptPicture
from kneegui.ui.widgets.next_card import NextCard
from kneegui.ui.widgets.player_button import PlayerButton, PlayerButtonKind
from kneegui.ui.widgets.stage_card import StageCard, StageWords
from tests.support.pixels import different, pixels, unlike
from tests.ui.playing import Player, player


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


class Disc(QWidget):
    """A disc on a ground; counts how often it is painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(40, 30)
        self.colour = QColor("red")
        self.ground = QColor("white")
        self.ratio = 1.0
        self.kept = KeptPicture()
        self.painted = 0

    def devicePixelRatioF(self) -> float:
        return self.ratio

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.kept.paint(painter, self, self.ground, self.colour.name(), self._paint)
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        self.painted += 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawEllipse(box)


@pytest.fixture
def disc(qtbot: QtBot) -> Disc:
    disc = Disc()
    qtbot.addWidget(disc)
    return disc


def test_it_is_painted_once(disc: Disc) -> None:
    first = pixels(disc)

    assert different(pixels(disc), first) == 0
    assert disc.painted == 1
    assert QColor(first.pixel(0, 0)) == QColor("white")
    assert QColor(first.pixel(20, 15)) == QColor("red")


@pytest.mark.parametrize(
    ("name", "value", "place", "seen"),
    [("colour", "blue", (20, 15), "blue"), ("ground", "black", (0, 0), "black")],
)
def test_another_content_or_ground_is_painted_anew(
    disc: Disc, name: str, value: str, place: tuple[int, int], seen: str
) -> None:
    pixels(disc)
    setattr(disc, name, QColor(value))

    assert QColor(pixels(disc).pixel(*place)) == QColor(seen)
    assert disc.painted == 2


def test_another_size_is_painted_anew(disc: Disc) -> None:
    pixels(disc)
    disc.resize(80, 60)

    assert QColor(pixels(disc).pixel(60, 40)) == QColor("red")


def test_a_dropped_one_is_painted_anew(disc: Disc) -> None:
    pixels(disc)
    disc.kept.drop()
    pixels(disc)

    assert disc.painted == 2


def test_between_whole_pixels_nothing_is_kept(disc: Disc) -> None:
    disc.ratio = 1.25
    disc.grab()
    disc.grab()

    assert disc.painted == 2


def test_the_stage_shows_its_words_the_theme_and_the_size_of_now(
    qtbot: QtBot, theme: Theme
) -> None:
    def stage() -> StageCard:
        card = StageCard(theme)
        qtbot.addWidget(card)
        card.show_words(StageWords(cue="Lift slowly"))
        card.resize(500, 300)
        return card

    old = stage()
    pixels(old)
    theme.choose(ThemeChoice.DARK)
    theme.set_text_percent(130)
    words = StageWords(side=Side.LEFT, cue="Hold")
    old.show_words(words)
    new = stage()
    new.show_words(words)

    assert different(pixels(old), pixels(new)) == 0


@pytest.mark.parametrize(
    "ring",
    [
        Ring(number="4", label="of 10", fraction=0.2, of=10, done=3),
        Ring(number="3", label="of 8", fraction=0.5, of=8, done=2),
        Ring(number="30", label="seconds", fraction=0.7),
        Ring(number="1:40", label="minutes left", fraction=0.7),
    ],
)
def test_the_ring_shows_the_count_of_now(qtbot: QtBot, theme: Theme, ring: Ring) -> None:
    def shown(*rings: Ring) -> QImage:
        widget = CountRing(theme)
        qtbot.addWidget(widget)
        widget.resize(300, 300)
        for each in rings:
            widget.show_ring(each, QColor("green"), faded=False)
            pixels(widget)
        return pixels(widget)

    before = Ring(number="3", label="of 10", fraction=0.2, of=10, done=2)

    assert different(shown(before, ring), shown(ring)) == 0


def test_a_button_shows_its_words_its_sign_and_the_pointer_of_now(
    qtbot: QtBot, theme: Theme
) -> None:
    button = PlayerButton(theme, "Pause", "pause-fill", PlayerButtonKind.MAIN)
    qtbot.addWidget(button)
    button.resize(160, 80)
    looks = [pixels(button)]
    for change in (
        lambda: button.set_face("Resume", "pause-fill"),
        lambda: button.set_icon("play-fill"),
        lambda: button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse),
        lambda: button.setDown(True),
        lambda: theme.choose(ThemeChoice.DARK),
    ):
        change()
        looks.append(pixels(button))

    assert all(different(one, other) for one, other in combinations(looks, 2))


def test_the_next_card_shows_a_picture_as_soon_as_it_is_read(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    pictures = Pictures(resource_folder() / "images")
    card = NextCard(theme, pictures)
    qtbot.addWidget(card)
    card.resize(330, 84)
    card.show_next(NextUp(label="Next", exercise="clamshell", title="Clamshell", line="2 sets"))
    before = pixels(card)
    while pictures.is_waiting:
        qapp.processEvents()

    assert different(pixels(card), before) > 500


def on_screen(played: Player) -> QImage:
    """Gives what stands on the screen, painted bit by bit as time went by."""
    page = played.page
    return page.screen().grabWindow(page.winId()).toImage()


def settle(application: QApplication, played: Player) -> None:
    """Waits until what has changed is painted, the pictures that are read on the way too."""
    while played.figures.stills.is_waiting:
        application.processEvents()
    played.figures.frames.wait()
    for _ in range(3):
        application.processEvents()


def test_painted_bit_by_bit_the_player_is_the_same_as_painted_whole(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    played = player(qtbot, theme)
    qtbot.waitExposed(played.page)
    looks: list[QImage] = []
    for step in (1.0, 14.2, 0.4, 2.1, 33.0, "pause", "next"):
        if isinstance(step, float):
            played.pass_by(step)
        else:
            assert played.bridge.handle(Pause() if step == "pause" else Next())
        settle(qapp, played)
        looks.append(on_screen(played))
        played.page.repaint()

        assert unlike(on_screen(played), looks[-1]) == 0
    assert all(unlike(one, other) for one, other in pairwise(looks))
