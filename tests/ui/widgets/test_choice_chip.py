"""A chip of which one choice holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.choice_chip import ChoiceChip
from tests.support.user import activate, name_of

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


@pytest.fixture
def chip(theme: Theme, qtbot: QtBot) -> ChoiceChip:
    choices = {"all": "Any time", "30": "Last 30 days", "90": "Last 3 months"}
    chip = ChoiceChip(theme, "Period", choices)
    qtbot.addWidget(chip)
    chip.show()
    return chip


def choose(qapp: QApplication, words: str) -> list[str]:
    """Chooses in the menu that is open, and gives which of its choices was ticked before."""
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    action = next(action for action in menu.actions() if action.text() == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    return ticked


def test_the_first_choice_holds_at_first(chip: ChoiceChip) -> None:
    assert (chip.text(), chip.isChecked()) == ("Any time", False)
    assert name_of(chip) == "Period: Any time"


def test_a_choice_is_made_in_the_menu(chip: ChoiceChip, qapp: QApplication, qtbot: QtBot) -> None:
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chip.chosen) as told:
        assert choose(qapp, "Last 30 days") == ["Any time"]

    assert told.args == ["30"]
    assert (chip.text(), chip.isChecked()) == ("Last 30 days", True)
    # One that holds closes the menu.
    assert qapp.activePopupWidget() is None


def test_opening_the_menu_changes_nothing(chip: ChoiceChip, qapp: QApplication) -> None:
    for _ in range(2):
        activate(chip)
        menu = qapp.activePopupWidget()
        assert menu is not None
        menu.close()
        assert not chip.isChecked()

    chip.set_value("90")
    activate(chip)
    assert choose(qapp, "Any time") == ["Last 3 months"]
    assert (chip.text(), chip.isChecked()) == ("Any time", False)


def test_a_value_can_be_set_without_a_signal(chip: ChoiceChip) -> None:
    told: list[str] = []
    chip.chosen.connect(told.append)
    narrow = chip.sizeHint().width()
    chip.set_value("30")

    assert told == []
    assert name_of(chip) == "Period: Last 30 days"
    assert chip.sizeHint().width() > narrow
