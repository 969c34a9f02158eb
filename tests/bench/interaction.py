"""How soon the Exercises page answers: a letter typed, a notch scrolled."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from kneegui.app import Parts
from tests.bench.measure import Measure, Reading
from tests.support.program import open_program, settle

SIZE = (1280, 720)
WORDS = ("bridge", "calf", "roll", "strech", "quad")
SCROLL_STEPS = 200
SCROLL_PX = 24


def typed_letter() -> Reading:
    """Gives the time from a letter typed into the search until the grid is painted again."""
    with _exercises_page() as (application, parts):
        field = parts.window.findChild(QLineEdit)
        assert field is not None
        field.setFocus()

        def press(key: Qt.Key) -> Callable[[], None]:
            return lambda: QTest.keyClick(field, key)

        times: list[float] = []
        for word in WORDS:
            keys = [Qt.Key(ord(letter)) for letter in word.upper()]
            keys += [Qt.Key.Key_Backspace] * len(word)
            times += [_timed(application, press(key)) for key in keys]
            settle(application, parts)
    return _reading(times)


def scrolled_frame() -> Reading:
    """Gives the time of a frame while the cards are scrolled, every picture already read."""
    with _exercises_page() as (application, parts):
        cards = parts.exercises_page.findChild(QListView)
        assert cards is not None
        bar = cards.verticalScrollBar()
        times: list[float] = []
        step = SCROLL_PX
        for _ in range(SCROLL_STEPS):
            if not bar.minimum() <= bar.value() + step <= bar.maximum():
                step = -step
            value = bar.value() + step
            times.append(_timed(application, lambda value=value: bar.setValue(value)))
    return _reading(times)


MEASURES = (
    Measure(name="letter typed until cards painted", unit="ms", goal=16, run=typed_letter),
    Measure(name="frame while scrolling cards, 1280x720", unit="ms", goal=8, run=scrolled_frame),
)


@contextmanager
def _exercises_page() -> Iterator[tuple[QApplication, Parts]]:
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        parts = open_program(application, Path(folder), "exercises", SIZE)
        yield application, parts
        parts.window.close()
        parts.window.deleteLater()
        application.processEvents()


def _timed(application: QApplication, action: Callable[[], None]) -> float:
    """Gives the milliseconds of an action and the painting that follows from it."""
    started = time.perf_counter()
    action()
    application.processEvents()
    return (time.perf_counter() - started) * 1000


def _reading(times: list[float]) -> Reading:
    worst = sorted(times)[round(len(times) * 0.99) - 1]
    return Reading(
        value=statistics.median(times), note=f"99 % below {worst:.1f} ms, {len(times)} times"
    )
