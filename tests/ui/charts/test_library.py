"""pyqtgraph is read by a thread, and the window goes on meanwhile."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kneegui.ui.charts.library import ChartLibrary


class Reading:
    """Stands in for the reading of a module, which takes until it is let go."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.threads: list[str] = []
        self.let_go = threading.Event()

    def __call__(self, name: str) -> None:
        self.names.append(name)
        self.threads.append(threading.current_thread().name)
        self.let_go.wait(10)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    reading = Reading()
    monkeypatch.setattr(importlib, "import_module", reading)
    yield reading
    reading.let_go.set()


def test_nothing_is_read_before_it_is_asked_for(qtbot: QtBot, reading: Reading) -> None:
    library = ChartLibrary()

    qtbot.wait(1)

    assert reading.names == []
    assert not library.is_loaded


def test_it_is_read_by_a_thread_and_told_once(qtbot: QtBot, reading: Reading) -> None:
    library = ChartLibrary()
    told: list[bool] = []
    library.loaded.connect(lambda: told.append(library.is_loaded))

    library.load()
    qtbot.waitUntil(lambda: bool(reading.names))

    assert not library.is_loaded
    assert told == []

    reading.let_go.set()
    qtbot.waitUntil(lambda: bool(told))
    library.load()
    qtbot.wait(40)

    assert told == [True]
    assert (reading.names, reading.threads) == (["pyqtgraph"], ["charts"])


def test_who_waited_may_go_before_it_is_there(qtbot: QtBot, reading: Reading) -> None:
    library = ChartLibrary()
    library.load()
    library.deleteLater()
    del library

    qtbot.wait(1)
    reading.let_go.set()

    assert reading.names == ["pyqtgraph"]
