"""One of many choices: by mouse, by keyboard, and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.drop_down import DropDown
from tests.support.pixels import count, pixels
from tests.support.user import name_of

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")

Key = Qt.Key
FRUIT = {"": "Any", "pear": "Pear", "both": "Nuts & raisins"}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


@pytest.fixture
def drop(theme: Theme, qtbot: QtBot) -> DropDown:
    """Gives a drop-down of three choices; what was chosen is noted in ``heard``."""
    drop = DropDown(theme, "Fruit")
    qtbot.addWidget(drop)
    drop.set_choices(FRUIT, "pear")
    drop.resize(drop.sizeHint())
    drop.show()
    return drop


@pytest.fixture
def heard(drop: DropDown) -> list[str]:
    heard: list[str] = []
    drop.chosen.connect(heard.append)
    return heard


def in_list(drop: DropDown, qapp: QApplication, act: Callable[[QMenu], None]) -> None:
    """Opens the list and does something in it."""
    drop.click()
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    act(menu)
    menu.close()


def test_it_says_what_holds(drop: DropDown) -> None:
    assert (drop.text(), drop.value) == ("Pear", "pear")
    assert name_of(drop) == "Fruit: Pear"


def test_a_choice_is_clicked_in_the_list(
    drop: DropDown, heard: list[str], qapp: QApplication
) -> None:
    def click_last(menu: QMenu) -> None:
        last = menu.actions()[-1]
        assert [action.isChecked() for action in menu.actions()] == [False, True, False]
        assert last.text() == "Nuts && raisins"
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(last).center())

    in_list(drop, qapp, click_last)

    assert heard == ["both"]
    assert name_of(drop) == "Fruit: Nuts & raisins"


def test_the_list_is_as_wide_as_the_button_at_least(drop: DropDown, qapp: QApplication) -> None:
    drop.resize(400, drop.height())
    widths: list[int] = []

    in_list(drop, qapp, lambda menu: widths.append(menu.width()))

    assert widths[0] >= 400


def test_the_keyboard_opens_the_list_at_what_holds(
    drop: DropDown, heard: list[str], qapp: QApplication
) -> None:
    QTest.keyClick(drop, Key.Key_Space)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Up)
    QTest.keyClick(menu, Key.Key_Return)

    assert heard == [""]


def test_the_arrows_choose_without_the_list_and_stop_at_the_ends(
    drop: DropDown, heard: list[str]
) -> None:
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Up):
        QTest.keyClick(drop, key)

    assert heard == ["both", "pear", ""]
    assert drop.text() == "Any"


def test_the_same_choice_again_is_no_news(
    drop: DropDown, heard: list[str], qapp: QApplication
) -> None:
    in_list(drop, qapp, lambda menu: menu.actions()[1].trigger())

    assert heard == []
    assert drop.value == "pear"


def test_other_choices_are_offered_without_a_word(
    drop: DropDown, heard: list[str], qapp: QApplication
) -> None:
    drop.set_choices({"fig": "Fig", "plum": "Plum"}, "plum")

    texts: list[list[str]] = []
    in_list(drop, qapp, lambda menu: texts.append([each.text() for each in menu.actions()]))

    assert texts == [["Fig", "Plum"]]
    assert (drop.text(), heard) == ("Plum", [])


def test_the_same_choices_again_leave_an_open_list_alone(
    drop: DropDown, qapp: QApplication
) -> None:
    def offer_again(menu: QMenu) -> None:
        before = menu.actions()
        drop.set_choices(FRUIT, "pear")
        assert menu.actions() == before

    in_list(drop, qapp, offer_again)


def test_it_has_room_for_every_choice_and_may_be_narrower(drop: DropDown) -> None:
    wide = drop.sizeHint().width()
    drop.set_choices({**FRUIT, "long": "A fruit of an uncommonly long name"}, "pear")

    assert drop.sizeHint().width() > wide > drop.minimumSizeHint().width()


def test_switched_off_it_is_pale(drop: DropDown, theme: Theme) -> None:
    ink, pale = theme.colour(Role.TEXT), theme.colour(Role.DISABLED)
    assert count(pixels(drop), ink) > 10 > count(pixels(drop), pale)

    drop.setEnabled(False)

    assert count(pixels(drop), pale) > 10 > count(pixels(drop), ink)
