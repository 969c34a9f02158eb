"""What can be chosen by hand can be chosen by a screen reader, and does the same.

Qt lets a screen reader toggle what can be checked; nothing is clicked then.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneegui.ui.dialogs.pain_sheet import PainSheet
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.chip import Chip, MenuChip
from kneegui.ui.widgets.effort_scale import EffortScale
from kneegui.ui.widgets.pain_scale import PainScale
from tests.support.user import User, activate, name_of
from tests.ui.conftest import OpenProgram

PAGES = ("Today", "Exercises", "Routines", "History", "Settings")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, IconFont())
    yield theme
    theme.deleteLater()


def button(within: QWidget, words: str) -> QAbstractButton:
    buttons = within.findChildren(QAbstractButton)
    return next(each for each in buttons if words in name_of(each))


def test_the_rail_leads_to_each_page(open_at: OpenProgram) -> None:
    user = open_at("settings")
    for page in PAGES:
        activate(user.button(page))

        assert user.parts.window.shown_page == page.lower()
        assert [name for name in PAGES if user.button(name).isChecked()] == [page]


def test_a_pain_is_chosen_once_and_told(theme: Theme, qtbot: QtBot) -> None:
    scale = PainScale(theme, "Pain")
    qtbot.addWidget(scale)
    told: list[int] = []
    scale.chosen.connect(told.append)
    scale.set_value(3)
    scale.set_value(None)

    activate(button(scale, "Pain 6"))
    activate(button(scale, "Pain 4"))

    assert told == [6, 4]
    assert scale.value == 4


def test_an_effort_is_chosen_once_and_told(theme: Theme, qtbot: QtBot) -> None:
    scale = EffortScale(theme, "Effort")
    qtbot.addWidget(scale)
    told: list[int] = []
    scale.chosen.connect(told.append)
    scale.set_value(3)
    scale.set_value(None)

    activate(button(scale, "Hard, 7"))

    assert told == [7]
    assert scale.value == 7


def test_strong_pain_ends_the_exercise(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    sheet = PainSheet(theme, page)
    page.show()
    sheet.ask("With less weight.")
    assert button(sheet, "Go on").isVisible()

    activate(button(sheet, "Pain now 8"))

    assert not button(sheet, "Go on").isVisible()
    assert button(sheet, "Skip this exercise").isChecked()


def test_a_chip_filters(user: User) -> None:
    chip = next(chip for chip in user.all(Chip) if chip.text() == "Stretch")

    activate(chip)
    assert "8 of 29 exercises" in user.texts()

    activate(chip)
    assert "8 of 29 exercises" not in user.texts()


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
def test_a_chip_opens_its_menu(user: User) -> None:
    chip = next(chip for chip in user.all(MenuChip) if chip.text() == "Equipment")

    activate(chip)

    menu = user.application.activePopupWidget()
    assert menu is not None
    assert not chip.isChecked()
    menu.close()
