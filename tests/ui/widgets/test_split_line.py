"""Two things on one line, or on two where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kneegui.ui.widgets.split_line import SplitLine


class Requests(QObject):
    """Counts how often the layout of a widget is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    # As a window of its own the line would be kept from becoming too narrow.
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(700, 200)
    frame.show()
    return frame


@pytest.fixture
def line(frame: QWidget) -> SplitLine:
    return SplitLine(QLabel("The first of the two"), QLabel("The second"), parent=frame)


def second_is_below(line: SplitLine) -> bool:
    first, second = line.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return second.y() >= first.y() + first.height()


@pytest.mark.parametrize(("width", "below"), [(680, False), (120, True)])
def test_the_second_goes_below_where_there_is_no_room(
    line: SplitLine, qapp: QApplication, width: int, below: bool
) -> None:
    line.resize(width, 100)
    line.show()
    qapp.processEvents()

    assert second_is_below(line) is below


@pytest.mark.parametrize("width", [680, 120])
def test_once_laid_out_it_rests(line: SplitLine, qapp: QApplication, width: int) -> None:
    line.resize(width, 100)
    line.show()
    for _ in range(5):
        qapp.processEvents()
    requests = Requests()
    line.installEventFilter(requests)

    for _ in range(20):
        qapp.processEvents()

    assert requests.number == 0


def test_a_longer_word_is_given_its_room(line: SplitLine, qapp: QApplication) -> None:
    # The font is that of the test before.
    line.resize(sum(each.sizeHint().width() for each in line.findChildren(QLabel)) + 40, 100)
    line.show()
    qapp.processEvents()
    assert not second_is_below(line)

    line.findChildren(QLabel)[1].setText("The second, which has become much longer than it was")
    for _ in range(3):
        qapp.processEvents()

    assert second_is_below(line)
