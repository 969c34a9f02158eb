"""The frame: pages, rail, and the place of the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneegui.app import Parts
from kneegui.domain.settings import WindowPlace
from kneegui.ui.main_window import visible_place
from kneegui.ui.theme.roles import Role
from kneegui.ui.widgets.nav_rail import NavRail
from tests.support.pixels import count, pixels
from tests.support.user import CTRL, User
from tests.ui.conftest import OpenProgram

Key = Qt.Key
RAIL = ("Today", "Exercises", "Routines", "History", "Settings")
MAIN = QRect(0, 30, 1920, 1050)
RIGHT_OF_IT = QRect(1920, 0, 1280, 1024)


def place(x: int, y: int, width: int = 1000, height: int = 700) -> WindowPlace:
    return WindowPlace(x=x, y=y, width=width, height=height)


def box(where: WindowPlace) -> QRect:
    return QRect(where.x, where.y, where.width, where.height)


@pytest.mark.parametrize(
    "where",
    [
        pytest.param(place(100, 60), id="on the main screen"),
        pytest.param(place(2000, 100), id="on the other screen"),
        pytest.param(place(1500, 100), id="across both screens"),
        pytest.param(place(-800, 100), id="mostly off, but it can be pulled back"),
        pytest.param(place(100, 900), id="mostly below, its upper edge in sight"),
    ],
)
def test_a_place_in_sight_is_kept(where: WindowPlace) -> None:
    assert visible_place(where, [MAIN, RIGHT_OF_IT], MAIN) == box(where)


@pytest.mark.parametrize(
    "where",
    [
        pytest.param(place(2000, 100), id="on a screen that is gone"),
        pytest.param(place(-950, 100), id="almost wholly off"),
        pytest.param(place(100, -200), id="above the top"),
        pytest.param(place(100, 10), id="under the panel at the top"),
        pytest.param(place(100, 1060), id="below the bottom"),
    ],
)
def test_a_place_out_of_sight_is_moved_to_the_middle(where: WindowPlace) -> None:
    found = visible_place(where, [MAIN], MAIN)

    assert found.size() == box(where).size()
    assert found.center() == MAIN.center()
    assert MAIN.contains(found)


def test_a_window_too_large_for_the_screen_left_is_made_smaller() -> None:
    small = QRect(0, 0, 1280, 720)

    assert visible_place(place(3000, 100, 2400, 1400), [small], small) == small


def test_the_first_window_stands_in_the_middle() -> None:
    assert visible_place(None, [MAIN], MAIN) == QRect(320, 155, 1280, 800)


def test_the_first_window_fits_a_small_screen() -> None:
    small = QRect(0, 0, 1024, 600)

    assert visible_place(None, [small], small) == small


def test_the_window_is_there_again_where_it_was(user: User, open_at: OpenProgram) -> None:
    user.window.setGeometry(120, 45, 900, 640)
    user.window.close()

    kept = json.loads((user.folder / "settings.json").read_text())["window"]
    assert kept == {"x": 120, "y": 45, "width": 900, "height": 640, "maximised": False}
    again = Parts(user.application, user.folder)
    assert again.window.geometry() == QRect(120, 45, 900, 640)
    again.window.deleteLater()


def test_a_window_whose_screen_is_gone_comes_back(user: User) -> None:
    user.window.setGeometry(9000, 45, 800, 600)
    user.window.close()

    again = Parts(user.application, user.folder)
    assert again.window.screen().availableGeometry().contains(again.window.geometry())
    again.window.deleteLater()


def test_a_maximised_window_is_maximised_again_and_knows_its_place(user: User) -> None:
    user.window.setGeometry(20, 20, 800, 620)
    user.window.showMaximized()
    user.settle()
    user.window.close()

    again = Parts(user.application, user.folder)
    assert again.window.isMaximized()
    assert (again.window.place.width, again.window.place.height) == (800, 620)
    again.window.deleteLater()


def test_ctrl_q_closes_and_keeps_the_place(user: User) -> None:
    user.press(Key.Key_Q, CTRL)

    assert not user.window.isVisible()
    assert (user.folder / "settings.json").is_file()


def test_the_window_says_once_that_it_is_painted(
    qapp: QApplication, qtbot: QtBot, data_folder: Path
) -> None:
    parts = Parts(qapp, data_folder)
    said: list[bool] = []
    parts.window.first_painted.connect(lambda: said.append(True))
    with qtbot.waitSignal(parts.window.first_painted):
        parts.window.show()
    for width in (900, 1000):
        parts.window.resize(width, 700)
        parts.window.grab()
        qapp.processEvents()

    assert said == [True]
    parts.window.close()
    parts.window.deleteLater()


def test_the_first_page_follows_the_first_paint(
    qapp: QApplication, qtbot: QtBot, data_folder: Path
) -> None:
    parts = Parts(qapp, data_folder)
    with qtbot.waitSignal(parts.window.first_painted):
        parts.open_window("routines")
    user = User(qapp, parts, data_folder)
    user.settle()

    assert parts.window.shown_page == "routines"
    assert user.button("Routines").isChecked()
    assert parts.failure is None
    parts.window.close()
    parts.window.deleteLater()


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Key.Key_1, "today"),
        (Key.Key_2, "exercises"),
        (Key.Key_3, "routines"),
        (Key.Key_4, "history"),
        (Key.Key_5, "settings"),
    ],
)
def test_a_key_leads_to_each_page(open_at: OpenProgram, key: Key, page: str) -> None:
    user = open_at("settings" if page == "exercises" else "exercises")
    user.press(key, CTRL)

    assert user.parts.window.shown_page == page
    assert user.button(page.capitalize()).isChecked()


def test_the_rail_leads_to_each_page(user: User) -> None:
    seen: list[str] = []
    for name in reversed(RAIL):
        user.press_button(name)
        seen.append(user.parts.window.shown_page)

    assert seen == ["settings", "history", "routines", "exercises", "today"]


def test_only_the_pages_that_exist_are_on_the_rail(user: User) -> None:
    assert tuple(user.buttons(user.one(NavRail))) == RAIL


def test_settings_stand_at_the_bottom(user: User) -> None:
    last = user.button("Settings")

    assert user.window.height() - last.geometry().bottom() < 20


def test_the_page_shown_is_marked_on_the_rail(user: User) -> None:
    primary = user.parts.theme.colour(Role.PRIMARY)
    user.press_button("Routines")

    marked = {name: count(pixels(user.button(name)), primary) for name in RAIL}
    assert marked.pop("Routines") > 500
    assert set(marked.values()) == {0}


@pytest.mark.parametrize(("width", "rail"), [(999, 60), (1000, 84), (1280, 84), (800, 60)])
def test_the_rail_is_narrow_in_a_narrow_window(user: User, width: int, rail: int) -> None:
    user.window.resize(width, 700)
    user.settle()

    assert user.one(NavRail).width() == rail


def test_a_narrow_rail_tells_its_words_and_keys(narrow_user: User) -> None:
    tips = [narrow_user.button(name).toolTip() for name in RAIL]

    assert tips == [
        "Today (Ctrl+1)",
        "Exercises (Ctrl+2)",
        "Routines (Ctrl+3)",
        "History (Ctrl+4)",
        "Settings (Ctrl+5)",
    ]


def test_the_window_cannot_be_made_too_small(user: User) -> None:
    user.window.resize(300, 200)
    user.settle()

    assert (user.window.width(), user.window.height()) == (800, 600)


def test_a_page_keeps_its_state_while_another_is_shown(user: User) -> None:
    user.parts.exercises_page.search("bridge")
    user.press(Key.Key_3, CTRL)
    user.press(Key.Key_2, CTRL)

    assert "2 of 29 exercises" in user.texts()
