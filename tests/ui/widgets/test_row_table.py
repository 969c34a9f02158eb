"""A table of rows and headings: heights, keys, and thousands of rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kneegui.ui.models.rows_model import Index
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.row_table import RowTable

Key = Qt.Key
ROW, FIRST, OTHER = 50, 20, 30


class Lines(QStringListModel):
    """Lines of which those in capitals are headings."""

    @property
    def headings(self) -> Sequence[int]:
        return [row for row, line in enumerate(self.stringList()) if line.isupper()]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.row() in self.headings:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> RowTable:
    table = RowTable(theme, "Lines")
    qtbot.addWidget(table)
    table.resize(300, 220)
    table.setModel(Lines())
    table.show()
    return table


def fill(table: RowTable, lines: str) -> None:
    """Lists words."""
    model = table.model()
    assert isinstance(model, Lines)
    model.setStringList(lines.split())
    table.set_heights(ROW, model.headings, FIRST, OTHER)


def heights(table: RowTable) -> list[int]:
    return [table.rowHeight(row) for row in range(table.model().rowCount())]


def test_headings_have_heights_of_their_own(table: RowTable) -> None:
    fill(table, "A a b B c")

    assert heights(table) == [FIRST, ROW, ROW, OTHER, ROW]
    assert table.rowViewportPosition(4) == FIRST + 2 * ROW + OTHER


def test_what_was_a_heading_is_a_row_like_others_after_that(table: RowTable) -> None:
    fill(table, "A a b B c")
    fill(table, "a b c d e")
    assert heights(table) == [ROW] * 5

    fill(table, "a B")
    assert heights(table) == [ROW, OTHER]
    fill(table, "a")
    assert heights(table) == [ROW]


def test_the_bar_is_as_long_as_the_rows(table: RowTable) -> None:
    fill(table, "A " + "a " * 3_000)

    assert table.verticalScrollBar().maximum() == FIRST + 3_000 * ROW - table.viewport().height()


@pytest.mark.parametrize(
    ("start", "key", "reached"),
    [
        (1, Key.Key_Down, 2),
        (2, Key.Key_Down, 4),
        (4, Key.Key_Up, 2),
        (1, Key.Key_Up, 1),
        (9, Key.Key_Down, 9),
        (1, Key.Key_PageDown, 5),
        (9, Key.Key_PageUp, 5),
        # The heading of the second group is where the page ends.
        (7, Key.Key_PageUp, 4),
        (5, Key.Key_PageUp, 1),
        (5, Key.Key_Home, 1),
        (5, Key.Key_End, 9),
        (5, Key.Key_Right, 5),
    ],
)
def test_the_keys_lead_over_headings(
    table: RowTable, start: int, key: Qt.Key, reached: int
) -> None:
    fill(table, "A a b B c d e f g h")
    table.setCurrentIndex(table.model().index(start, 0))
    QTest.keyClick(table, key)

    assert table.currentIndex().row() == reached


def test_without_a_row_the_keys_do_nothing(table: RowTable) -> None:
    fill(table, "")
    QTest.keyClick(table, Key.Key_Down)
    assert not table.currentIndex().isValid()

    fill(table, "A")
    QTest.keyClick(table, Key.Key_Down)
    assert not table.currentIndex().isValid()


def test_a_row_comes_into_sight_with_its_heading(table: RowTable) -> None:
    fill(table, "A a b c d e f B g h i j k")
    table.setCurrentIndex(table.model().index(12, 0))
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()

    for _ in range(4):
        QTest.keyClick(table, Key.Key_Up)

    heading = table.visualRect(table.model().index(7, 0))
    assert table.currentIndex().row() == 8
    assert table.viewport().rect().contains(heading)


def test_a_heading_cannot_be_chosen(table: RowTable) -> None:
    fill(table, "A a b")
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.model().index(0, 0)).center(),
    )

    assert not table.currentIndex().isValid()


def test_a_click_and_enter_open_a_row(table: RowTable) -> None:
    fill(table, "A a b")
    opened: list[int] = []
    table.opened.connect(lambda index: opened.append(index.row()))
    place = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not table.keyboard_used

    QTest.keyClick(table, Key.Key_Up)
    QTest.keyClick(table, Key.Key_Return)

    assert opened == [2, 1]
    assert table.keyboard_used


class Hovered(QStyledItemDelegate):
    """Notes the rows that are painted as under the pointer."""

    rows: frozenset[str] = frozenset()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_MouseOver:
            self.rows |= {str(index.data())}


def test_the_row_that_scrolls_under_the_pointer_is_marked(table: RowTable) -> None:
    fill(table, "A a b c d e f g h i j k")
    delegate = Hovered(table)
    table.setItemDelegate(delegate)
    QTest.mouseMove(table.viewport(), QPoint(100, FIRST + ROW // 2))
    table.grab()
    assert delegate.rows == {"a"}

    table.verticalScrollBar().setValue(2 * ROW)
    delegate.rows = frozenset()
    table.grab()

    assert delegate.rows == {"c"}
