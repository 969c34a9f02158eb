"""Today in a high window: other programmes below the one that is suggested."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from kneegui.domain.player_settings import PlayerSettings
from kneegui.ui.pages.today_page import TodayPage
from kneegui.ui.widgets.routine_tile import RoutineTile
from tests.support.shipped import shipped_content
from tests.ui.conftest import OpenProgram
from tests.ui.some_sessions import TODAY, shipped_routine, some_session
from tests.ui.stage import Stage

HEAD = "Or choose one of these"


@pytest.fixture
def page(stage: Stage) -> TodayPage:
    page = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    page.show_today(TODAY, [], None, shipped_routine("gentle-five"), "")
    stage.show(page, (1920, 1080))
    return page


def tiles(stage: Stage) -> list[str]:
    return [tile.text() for tile in stage.seen(RoutineTile)]


def test_they_are_others_than_the_one_suggested(stage: Stage, page: TodayPage) -> None:
    assert HEAD in stage.texts()
    assert tiles(stage) == [
        "After-run five",
        "Strength level 1",
        "Strength level 2",
        "Stretch four",
    ]
    assert "Strength level 1, 13 min  ·  3 exercises" in stage.names(QAbstractButton)


@pytest.mark.parametrize(
    ("size", "shown"),
    [((1920, 960), True), ((1920, 959), False), ((1280, 720), False), ((1100, 1080), False)],
)
def test_they_need_a_high_and_wide_window(
    stage: Stage, page: TodayPage, size: tuple[int, int], shown: bool
) -> None:
    stage.resize(*size)

    assert (HEAD in stage.texts()) is shown


def test_all_of_it_is_in_sight(stage: Stage, page: TodayPage) -> None:
    lowest = max(tile.mapTo(page, tile.rect().bottomLeft()).y() for tile in stage.seen(RoutineTile))

    assert 900 < lowest < 1080


def test_at_a_pain_that_allows_rolling_at_most_nothing_else_is_offered(
    stage: Stage, page: TodayPage
) -> None:
    stage.press("How is the knee right now? 6, Strong")
    assert HEAD not in stage.texts()
    stage.press("How is the knee right now? 2, Mild, easy to ignore")

    assert len(tiles(stage)) == 4


def test_one_that_is_pressed_is_wanted(stage: Stage, page: TodayPage) -> None:
    wanted: list[str] = []
    page.routine_wanted.connect(wanted.append)
    stage.press("Stretch four, 16 min  ·  4 exercises")

    assert wanted == ["stretch-four"]


def test_they_are_as_long_as_the_pace_makes_them(stage: Stage, page: TodayPage) -> None:
    page.set_pace(PlayerSettings(get_ready_added_s=30))
    stage.settle()

    assert "Strength level 1, 13 min  ·  3 exercises" not in stage.names(QAbstractButton)
    assert len(tiles(stage)) == 4


@pytest.mark.parametrize("width", [1920, 1700, 1500, 1281])
def test_the_pictures_come_to_rest(stage: Stage, width: int) -> None:
    """Of the suggested routine's first exercise there are three, one of them in a tile."""
    page = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    page.show_today(TODAY, [some_session(1)], None, shipped_routine("roll-four"), "")
    page.resize(width - 84, 1080)
    stage.page = page
    page.show()
    arrived: list[None] = []
    for _ in range(300):
        stage.application.processEvents()
    stage.pictures.arrived.connect(lambda: arrived.append(None))
    for _ in range(100):
        stage.application.processEvents()

    assert arrived == []
    assert len(tiles(stage)) == 4


def test_the_one_that_is_pressed_is_shown_on_routines(open_at: OpenProgram) -> None:
    user = open_at("today", (1280, 800))
    user.parts.today_page.routine_wanted.emit("cool-down")
    user.settle()

    assert user.parts.window.shown_page == "routines"
    assert "Cool-down" in user.texts()
