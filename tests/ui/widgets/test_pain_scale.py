"""The scale of pain by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.pain_scale import PainScale
from kneegui.ui.widgets.themed import PaintedButton

Key = Qt.Key


@pytest.fixture
def scale(qapp: QApplication, qtbot: QtBot) -> PainScale:
    scale = PainScale(Theme(qapp, IconFont()), "Pain now")
    qtbot.addWidget(scale)
    scale.resize(700, 70)
    scale.show()
    scale.activateWindow()
    qapp.processEvents()
    scale.first_cell.setFocus(Qt.FocusReason.TabFocusReason)
    return scale


def focused() -> PaintedButton:
    widget = QApplication.focusWidget()
    assert isinstance(widget, PaintedButton)
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def test_the_keyboard_follows_the_digit(scale: PainScale) -> None:
    press(Key.Key_7)

    assert focused().text() == "7"
    assert focused().shows_ring


@pytest.mark.parametrize(("arrow", "value"), [(Key.Key_Right, 8), (Key.Key_Left, 6)])
def test_the_arrows_go_on_from_the_digit(scale: PainScale, arrow: Qt.Key, value: int) -> None:
    press(Key.Key_7)
    press(arrow)

    assert scale.value == value
    assert focused().text() == str(value)


def test_digits_of_the_number_pad_choose_too(scale: PainScale) -> None:
    QTest.keyClick(focused(), Key.Key_4, Qt.KeyboardModifier.KeypadModifier)

    assert scale.value == 4
