"""The place of a chart is empty until the chart is seen and pyqtgraph is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneegui.ui.charts.bar_plot import BarPlot
from kneegui.ui.charts.chart_slot import ChartSlot
from kneegui.ui.charts.library import ChartLibrary
from tests.store.programs import run_python
from tests.ui.stage import Stage


@pytest.fixture
def library(qtbot: QtBot) -> ChartLibrary:
    """Gives a library that is loaded."""
    library = ChartLibrary()
    with qtbot.waitSignal(library.loaded):
        library.load()
    return library


def slot_with(stage: Stage, library: ChartLibrary) -> ChartSlot:
    return ChartSlot(stage.theme, library, lambda parent: BarPlot(stage.theme, "Bars", parent))


def test_a_chart_is_made_once_it_is_seen(stage: Stage, qtbot: QtBot, library: ChartLibrary) -> None:
    slot = slot_with(stage, library)
    made: list[bool] = []
    slot.made.connect(lambda: made.append(True))
    page = QWidget()
    QVBoxLayout(page).addWidget(slot)
    slot.hide()
    stage.show(page)
    assert slot.plot is None

    slot.show()
    qtbot.waitUntil(lambda: slot.plot is not None)
    stage.resize(900, 500)

    assert made == [True]
    assert slot.plot is not None
    assert slot.plot.size() == slot.size()


def test_a_chart_is_not_made_while_its_place_is_painted(
    stage: Stage, qtbot: QtBot, library: ChartLibrary
) -> None:
    slot = slot_with(stage, library)
    slot.resize(400, 200)

    slot.grab()

    assert slot.plot is None
    qtbot.waitUntil(lambda: slot.plot is not None)
    slot.deleteLater()


def test_a_place_may_go_before_its_chart_is_made(
    stage: Stage, qtbot: QtBot, library: ChartLibrary
) -> None:
    slot = slot_with(stage, library)
    slot.resize(400, 200)
    slot.grab()

    slot.deleteLater()
    stage.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    stage.settle()

    assert slot.plot is None


def test_what_is_pointed_at_is_passed_on(stage: Stage, qtbot: QtBot, library: ChartLibrary) -> None:
    slot = slot_with(stage, library)
    stage.show(slot)
    qtbot.waitUntil(lambda: slot.plot is not None)
    assert slot.plot is not None

    with qtbot.waitSignal(slot.pointed) as told:
        slot.plot.pointed.emit(3)

    assert told.args == [3]


def test_pyqtgraph_is_not_imported_before_a_chart_is_seen(own_folders: Path) -> None:
    code = """
import sys
from PySide6.QtWidgets import QApplication
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.pages.trends_view import TrendsView
application = QApplication([])
view = TrendsView(Theme(application, IconFont()))
assert "pyqtgraph" not in sys.modules and "numpy" not in sys.modules
"""
    run_python(code)
