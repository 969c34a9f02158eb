"""Numbers as a table model, and the rows of the trends in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from kneegui.ui.models.number_model import NumberModel, NumberTable
from kneegui.ui.models.trend_rows import (
    EasierRow,
    HurtRow,
    PractisedRow,
    SidesRow,
    TrendRow,
    told,
    trend_rows,
)

TABLE = NumberTable(heads=("Week", "Days"), rows=(("16 Nov", "3"), ("9 Nov", "5")))
ROLES = Qt.ItemDataRole


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = NumberModel()
    qtmodeltester.check(model)

    model.show(TABLE)
    model.show(NumberTable(heads=("Day",), rows=()))


def test_cells_and_heads_are_what_the_table_says() -> None:
    model = NumberModel()
    model.show(TABLE)
    across = Qt.Orientation.Horizontal

    cells = [[model.index(row, column).data() for column in range(2)] for row in range(2)]

    assert cells == [["16 Nov", "3"], ["9 Nov", "5"]]
    assert [model.headerData(column, across) for column in range(3)] == ["Week", "Days", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, ROLES.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(ROLES.ToolTipRole) is None


def test_a_cell_is_heard_with_its_head() -> None:
    model = NumberModel()
    model.show(TABLE)

    assert model.index(1, 1).data(ROLES.AccessibleTextRole) == "Days: 5"


def test_numbers_stand_to_the_right() -> None:
    model = NumberModel()
    model.show(TABLE)
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignVCenter

    aligned = [model.index(0, column).data(ROLES.TextAlignmentRole) for column in range(2)]
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal, ROLES.TextAlignmentRole)
        for column in range(2)
    ]

    assert aligned == heads == [int(left | middle), int(right | middle)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            EasierRow(
                exercise="wall-sit",
                title="Wall sit",
                goal=None,
                numbers=(20, 35),
                change="20 s to 35 s",
                aside="4 sessions",
            ),
            "Wall sit, 20 s to 35 s, 4 sessions",
        ),
        (
            HurtRow(
                exercise="calf", title="Calf", goal=None, line="worst 5 of 10, last here", worst=5
            ),
            "Calf, worst 5 of 10, last here",
        ),
        (
            PractisedRow(
                exercise="calf", title="Calf", goal=None, sessions=9, line="9 sessions", worst=None
            ),
            "Calf, 9 sessions",
        ),
        (
            SidesRow(
                exercise="calf",
                title="Calf",
                goal=None,
                left=4,
                right=3,
                left_words="L 4",
                right_words="R 3",
                aside="",
            ),
            "Calf, L 4, R 3",
        ),
    ],
)
def test_a_row_is_heard_whole(row: TrendRow, words: str) -> None:
    assert told(row) == words
    assert trend_rows([row])[0][ROLES.DisplayRole] == words
