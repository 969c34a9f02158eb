"""The menu: rows with room at every size of text, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QPushButton

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.theme import menu_style
from kneegui.ui.theme.painting import text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.widgets import menu as menu_module
from kneegui.ui.widgets.menu import Menu
from tests.support.pixels import count, pixels
from tests.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")

WORDS = ("PDF report…", "Knees & hips, left and right", "All data")


@pytest.fixture
def button(stage: Stage) -> QPushButton:
    button = QPushButton("Export")
    stage.show(button, (400, 60))
    return button


@pytest.fixture
def menu(stage: Stage, button: QPushButton) -> Iterator[Menu]:
    """Gives a menu that is not open yet."""
    menu = Menu(stage.theme, button)
    for words in WORDS:
        menu.add(words, "table")
    menu.addSeparator()
    yield menu
    menu.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_row_has_its_height_and_all_of_its_words(
    stage: Stage, button: QPushButton, menu: Menu, percent: int
) -> None:
    stage.theme.set_text_percent(percent)
    menu.open_below(button)
    stage.settle()
    rows = [menu.actionGeometry(action) for action in menu.actions()]

    assert all(row.height() >= 32 * percent / 100 for row in rows[:3])
    font = stage.theme.font(14, 450)
    before = stage.theme.length(menu_style.SIDE + menu_style.SIGN)
    assert rows[0].width() >= before + max(text_width(words, font) for words in WORDS)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_it_has_the_colours_of_the_theme(
    stage: Stage, button: QPushButton, menu: Menu, choice: ThemeChoice
) -> None:
    stage.theme.choose(choice)
    menu.open_below(button)
    stage.settle()
    plain = pixels(menu)
    menu.setActiveAction(menu.actions()[1])
    stage.settle()

    assert count(plain, stage.theme.colour(Role.SURFACE)) > menu.width() * menu.height() / 2
    assert count(plain, stage.theme.colour(Role.EDGE)) > menu.width()
    assert count(plain, stage.theme.colour(Role.HOVER)) == 0
    assert count(pixels(menu), stage.theme.colour(Role.HOVER)) > 1000


def test_what_holds_is_ticked(stage: Stage, button: QPushButton) -> None:
    menu = Menu(stage.theme, button)
    one = menu.add("One")
    one.setCheckable(True)
    menu.open_below(button)
    stage.settle()
    empty = count(pixels(menu), stage.theme.colour(Role.PRIMARY))
    one.setChecked(True)
    stage.settle()
    ticked = count(pixels(menu), stage.theme.colour(Role.PRIMARY))
    # Of several only one can hold: no box, just a tick.
    QActionGroup(menu).addAction(one)
    stage.settle()

    assert (empty, ticked > 100) == (0, True)
    assert count(pixels(menu), stage.theme.colour(Role.PRIMARY)) == 0
    assert count(pixels(menu), stage.theme.colour(Role.LINK)) > 4
    menu.close()


def test_what_is_painted_beside_the_words_is_what_the_rows_leave_room_for() -> None:
    assert (menu_module.SIDE, menu_module.SIGN) == (menu_style.SIDE, menu_style.SIGN)
