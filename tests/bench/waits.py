"""How long the window cannot answer while the thread of the database works.

The window has nothing else to do meanwhile, so that what it waits for is the database: its loop
beats every two milliseconds, and the longest time between two beats counts.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count, pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kneegui.store.session_log import SessionLog
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.kept_sessions import RECENT
from tests.bench.measure import Measure, Reading
from tests.store.samples import session, step
from tests.store.ten_years import fill

STEPS = 200
SLOW_STEPS = 20
SLOW_FSYNC_S = 0.25
ROUNDS = 3
BEAT_MS = 2
GOAL_MS = 16


def steps_written() -> Reading:
    """Gives the longest wait while a session's steps are written, one after the other."""
    with _store(full=False) as (store, worker):
        return _steps(store, worker, STEPS, 0.0)


def steps_written_slowly() -> Reading:
    """Gives the same where the disk takes a quarter of a second for each.

    As in SQLite's call of fsync, the thread is held and Python's lock is free.
    """
    with _store(full=False) as (store, worker):
        return _steps(store, worker, SLOW_STEPS, SLOW_FSYNC_S)


def list_read() -> Reading:
    """Gives the longest wait while ten years of sessions are read for a list."""
    with _store(full=True) as (store, worker):
        return _longest(worker, [lambda: store.sessions.heads()] * ROUNDS)  # noqa: PLW0108


def practice_read() -> Reading:
    """Gives the longest wait while ten years of steps are read for the trends."""
    with _store(full=True) as (store, worker):
        return _longest(worker, [lambda: store.sessions.practice()] * ROUNDS)  # noqa: PLW0108


MEASURES = (
    Measure(name="wait: steps written", unit="ms", goal=GOAL_MS, run=steps_written),
    Measure(name="wait: the same, slow disk", unit="ms", goal=GOAL_MS, run=steps_written_slowly),
    Measure(name="wait: 10 years, list read", unit="ms", goal=GOAL_MS, run=list_read),
    Measure(name="wait: 10 years, steps read", unit="ms", goal=GOAL_MS, run=practice_read),
)


@contextmanager
def _store(*, full: bool) -> Iterator[tuple[Store, DatabaseWorker]]:
    application = QApplication.instance() or QApplication(["kneegui"])
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as folder:
        worker, store = DatabaseWorker(), Store(Path(folder), print)
        if full:
            worker.run(lambda: fill(store.database))
        # What Today does first, and imports SQLAlchemy.
        worker.run(lambda: store.sessions.heads(limit=RECENT))
        while worker.is_busy:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        yield store, worker
        worker.run(store.close)
        worker.close()


def _steps(store: Store, worker: DatabaseWorker, number: int, delay_s: float) -> Reading:
    log = SessionLog(store.database, print)
    worker.run(lambda: log.begin(session()))
    places = count()

    def write() -> None:
        time.sleep(delay_s)
        place = next(places)
        log.add_step(step(place), place)

    return _longest(worker, [write] * number)


def _longest(worker: DatabaseWorker, works: list[Callable[[], object]]) -> Reading:
    """Gives the longest time between two beats while the works are done."""
    beats: list[float] = []
    loop, heart = QEventLoop(), QTimer(interval=BEAT_MS)
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    for work in works:
        worker.run(work).done.connect(lambda _result: worker.is_busy or loop.quit())
    loop.exec()
    heart.stop()
    waits = sorted((after - before) * 1000 for before, after in pairwise(beats))
    above = sum(wait > GOAL_MS for wait in waits)
    note = f"{above} of {len(waits)} above {GOAL_MS} ms, median {waits[len(waits) // 2]:.1f}"
    return Reading(value=waits[-1], note=note)
