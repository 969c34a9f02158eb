"""The guard that fails a test for what it leaves behind must itself be able to see it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from weakref import WeakSet

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support import leftovers
from tests.support.leftovers import Leftovers

QtObjects = tuple[WeakSet[QTimer], WeakSet[QThread]]


@pytest.fixture
def before(qtbot: QtBot, _qt_objects: QtObjects) -> Iterator[Leftovers]:
    then = Leftovers(*_qt_objects)
    yield then
    then.end()


def test_nothing_is_found_where_nothing_was_left(before: Leftovers) -> None:
    timer = QTimer()
    timer.start(1000)
    timer.stop()
    QWidget().show()

    assert before.found() == []


def test_a_ticking_timer_is_found_and_stopped(before: Leftovers) -> None:
    timer = QTimer(interval=1000)
    timer.setObjectName("blink")
    timer.start()

    assert before.found() == ["QTimer 'blink' of 1000 ms still ticks"]
    before.end()
    assert not timer.isActive()


def test_a_timer_of_a_subclass_is_found(before: Leftovers) -> None:
    class Pulse(QTimer):
        def __init__(self, parent: QObject) -> None:
            super().__init__(parent)
            self.start(500)

    parent = QObject()
    Pulse(parent)

    assert before.found() == ["Pulse of 500 ms still ticks"]


def test_a_window_is_found_and_deleted(before: Leftovers) -> None:
    window = QWidget()
    window.setObjectName("page")
    window.show()

    assert before.found() == ["QWidget 'page' is still there"]
    before.end()
    assert before.found() == []


def test_a_window_in_a_cycle_of_references_is_no_leftover(before: Leftovers) -> None:
    window = QWidget()
    window.setProperty("name", "x")
    window.itself = window  # pyright: ignore[reportAttributeAccessIssue]  the cycle
    del window

    assert before.found() == []


def test_a_thread_of_python_is_found(before: Leftovers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "GRACE_S", 0.01)
    over = threading.Event()
    thread = threading.Thread(target=over.wait, name="worker")
    thread.start()

    assert before.found() == ["thread 'worker' still runs"]

    over.set()
    thread.join()


def test_a_thread_of_qt_is_found(
    before: Leftovers, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(leftovers, "GRACE_S", 0.01)
    thread = QThread()
    thread.setObjectName("database")
    with qtbot.waitSignal(thread.started):
        thread.start()

    assert before.found() == ["QThread 'database' still runs"]

    thread.quit()
    thread.wait()
