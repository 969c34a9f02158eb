"""Waits for charts, and reads what a card shows."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kneegui.ui.charts.chart_slot import ChartSlot
from kneegui.ui.charts.plot import Plot
from tests.ui.stage import Stage


def wait_for_charts(stage: Stage, qtbot: QtBot) -> None:
    """Waits until every chart that can be seen is made and painted."""

    def seen() -> list[ChartSlot]:
        return [slot for slot in stage.seen(ChartSlot) if not slot.visibleRegion().isEmpty()]

    stage.settle()
    qtbot.waitUntil(lambda: all(slot.plot is not None for slot in seen()))
    stage.settle()


def put(stage: Stage, qtbot: QtBot, card: QWidget, size: tuple[int, int] = (760, 500)) -> None:
    """Shows a card alone."""
    stage.show(card, size)
    wait_for_charts(stage, qtbot)


def plot_of(card: QWidget) -> Plot:
    """Gives the chart of a card."""
    slot = card.findChild(ChartSlot)
    assert slot is not None
    assert slot.plot is not None
    return slot.plot


def words_of(card: QWidget) -> list[str]:
    """Gives the texts that can be seen in a card."""
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible() and one.text()]


def table_of(card: QWidget) -> list[str]:
    """Gives the table of a card as lines, its heads first."""
    (view,) = [view for view in card.findChildren(QTableView) if view.isVisible()]
    model = view.model()
    columns = range(model.columnCount())
    heads = [
        str(model.headerData(column, view.horizontalHeader().orientation())) for column in columns
    ]
    rows = [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]
    return [" | ".join(line) for line in [heads, *rows]]
