"""The whole program on ten years of sessions and on none: how soon Today and History are there.

The program runs as it does for a user, in a process of its own that tells when a page is painted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kneegui.__main__ import main
from kneegui.app import Parts
from kneegui.player.clock import SystemClock
from kneegui.store.store import Store
from kneegui.ui.kept_sessions import KeptSessions
from kneegui.ui.main_window import MainWindow
from kneegui.ui.widgets.row_table import RowTable
from tests.bench.measure import CannotMeasureError, Measure, Reading
from tests.store.samples import BEGIN
from tests.store.ten_years import SESSIONS, ten_years

SIZE = (1280, 720)
ROUNDS = 7
TODAY, HISTORY = b"today\n", b"history\n"
_LONGEST_S = 60


def today_ratio() -> Reading:
    """Compares starting until Today says what to do now: ten years against an empty folder."""
    many, none, _ = _times()
    ratio = statistics.median(many) / statistics.median(none)
    note = f"{statistics.median(many) * 1000:.0f} ms and {statistics.median(none) * 1000:.0f} ms"
    return Reading(value=ratio, note=note)


def history() -> Reading:
    """Gives the time from the first press on the rail until the list of ten years is painted."""
    _, _, first = _times()
    note = f"{min(first):.0f} to {max(first):.0f} ms, the page made in it"
    return Reading(value=statistics.median(first), note=note)


MEASURES = (
    Measure(name="Today filled, 3,650 / no sessions", unit="x", goal=1.1, run=today_ratio),
    Measure(name="History's first sight, 3,650 sessions", unit="ms", goal=150, run=history),
)


@lru_cache(maxsize=1)
def _times() -> tuple[list[float], list[float], list[float]]:
    """Gives the seconds until Today with ten years and with none, and History's milliseconds."""
    many: list[float] = []
    none: list[float] = []
    first: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as folder:
        full, empty = Path(folder) / "full", Path(folder) / "empty"
        for each in (full, empty):
            each.mkdir(mode=0o700)
            store = Store(each, print)
            store.open()
            if each is full:
                store.sessions.merge(ten_years(first=_today() - SESSIONS))
            store.close()
        # The first reads from the disk what the others find in memory, and backs up.
        for data in (full, empty):
            _start(data)
        for _ in range(ROUNDS):
            until_today, until_history = _start(full)
            many.append(until_today)
            first.append(until_history)
            none.append(_start(empty)[0])
    return many, none, first


def _today() -> int:
    """Gives today's day, counted from the plain session's."""
    return (SystemClock().local_time() - BEGIN).days


def _start(data: Path) -> tuple[float, float]:
    """Starts the program; gives the seconds until Today, and History's milliseconds after that."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.first_sight", "--data-dir", str(data)]
    # What Python has compiled once it may keep, as on every computer that does not forbid it.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command, env=kept, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        assert program.stdout is not None
        if program.stdout.readline() != TODAY:
            raise CannotMeasureError("the program did not come to Today")
        until_today = time.perf_counter() - began
        said = program.stdout.readline()
        program.wait(_LONGEST_S)
    return until_today, float(said)


class _Witness(QObject):
    """Tells when pages are painted, and ends the program."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._painted_at: float | None = None
        QTimer.singleShot(0, self, self._wait_for_today)

    def note_frame(self) -> None:
        """Notes when the first frame with a list in it is on the screen."""
        tables = self._parts.window.findChildren(RowTable)
        if self._painted_at is None and any(
            table.isVisible() and table.model().rowCount() for table in tables
        ):
            self._painted_at = time.perf_counter()

    def _wait_for_today(self) -> None:
        kept = self._parts.window.findChild(KeptSessions)
        if kept is None:
            QTimer.singleShot(1, self, self._wait_for_today)
            return
        _process_until(lambda: kept.is_read)
        _process_until(lambda: True)
        print(TODAY.decode(), end="", flush=True)
        _process_until(lambda: kept.is_whole and not self._parts.worker.is_busy)
        _process_until(lambda: not self._parts.figures.stills.is_waiting)
        self._parts.window.resize(*SIZE)
        _process_until(lambda: not self._parts.figures.stills.is_waiting)
        began = time.perf_counter()
        self._parts.window.show_page("history")
        _process_until(lambda: self._painted_at is not None or not kept.heads)
        print(((self._painted_at or began) - began) * 1000, flush=True)
        self._parts.window.close()


def _process_until(done: Callable[[], bool]) -> None:
    """Lets the window work until that holds, and at least once."""
    while True:
        # Comes back after each long piece of work.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        if done():
            return


def _with_witness() -> None:
    """Has the program call a witness when its window is first painted, and after each frame.

    Not by a filter of all events: whatever comes to it gets a type in Python, and for many things
    of Qt's own that alone takes longer than the page.
    """
    witnesses: list[_Witness] = []
    plain_open, plain_event = Parts.open_window, MainWindow.event

    def open_window(self: Parts, page: str, routine: str | None = None) -> None:
        plain_open(self, page, routine)
        self.window.first_painted.connect(lambda: witnesses.append(_Witness(self)))

    def event(self: MainWindow, event: QEvent) -> bool:
        done = plain_event(self, event)
        if event.type() is QEvent.Type.UpdateRequest:
            for witness in witnesses:
                witness.note_frame()
        return done

    Parts.open_window = open_window
    MainWindow.event = event


if __name__ == "__main__":
    _with_witness()
    sys.exit(main())
