"""The History page with ten years of sessions: how soon it is there, and how it scrolls."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kneegui.app import Parts
from kneegui.domain.session import Moment, SessionStatus
from kneegui.domain.session_head import SessionHead
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.pages.history_page import HistoryPage
from kneegui.ui.widgets.row_table import RowTable
from tests.bench.measure import Measure, Reading
from tests.support.program import open_program, settle

SIZE = (1280, 720)
MANY, FEW = 3_650, 100
ROUNDS = 15
SCROLL_STEPS = 200
SCROLL_PX = 24
TODAY = date(2026, 11, 21)


def opened() -> Reading:
    """Gives the time from the press on the rail until the list of ten years is painted."""
    many, few = _open_times()
    return _reading(many, f"{FEW} sessions: {statistics.median(few):.0f} ms")


def opened_ratio() -> Reading:
    """Compares that time with the one for a hundred sessions; both take turns."""
    many, few = _open_times()
    ratio = statistics.median(many) / statistics.median(few)
    note = f"{statistics.median(many):.0f} ms and {statistics.median(few):.0f} ms"
    return Reading(value=ratio, note=note)


def scrolled() -> Reading:
    """Gives the time of a frame while ten years of sessions are scrolled."""
    with _program() as (application, parts):
        page = _shown(application, parts, heads(MANY))
        page.focus_search()
        settle(application, parts)
        bar = next(t for t in page.findChildren(RowTable) if t.isVisible()).verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        application.processEvents()
        times: list[float] = []
        for number in range(SCROLL_STEPS):
            value = bar.value() + (SCROLL_PX if number % 2 == 0 else 7 * SCROLL_PX)
            times.append(_timed(application, lambda value=value: bar.setValue(value)))
    return _reading(times, "")


def typed() -> Reading:
    """Gives the time from a letter typed into the search until the list is painted again."""
    with _program() as (application, parts):
        page = _shown(application, parts, heads(MANY))
        page.focus_search()
        settle(application, parts)
        words = ["c", "co", "cou", "couch", "couc", "cou", "co", "c", "", "z", ""]
        times = [_timed(application, lambda w=word: page.search(w)) for word in 3 * words]
    return _reading(times, "")


MEASURES = (
    Measure(name="History opened, 3,650 sessions", unit="ms", goal=150, run=opened),
    Measure(name="History opened, 3,650 / 100 sessions", unit="x", goal=1.5, run=opened_ratio),
    Measure(name="frame while scrolling 3,650 sessions", unit="ms", goal=8, run=scrolled),
    Measure(name="letter typed until 3,650 are searched", unit="ms", goal=50, run=typed),
)


def heads(number: int) -> Sequence[SessionHead]:
    """Gives so many sessions, one a day, the latest first."""
    here = timezone(timedelta(hours=1))
    titles = cycle(("Strength level 1", "Cool-down", "Roll four", "After-run five"))
    statuses = cycle([SessionStatus.COMPLETED] * 5 + [SessionStatus.LEFT])
    notes = cycle(("", "", "", "Right side tight in the couch stretch."))
    begins = (
        datetime(TODAY.year, TODAY.month, TODAY.day, 19, 20, tzinfo=here) - timedelta(days=day)
        for day in range(number)
    )
    return [
        SessionHead(
            id=str(place),
            routine=title,
            title=title,
            started_at=Moment.of(began),
            ended_at=Moment.of(began + timedelta(minutes=20)),
            status=status,
            planned_steps=20,
            done_steps=20,
            seconds=900 + 60.0 * (place % 20),
            pain_before=place % 6,
            pain_worst=None,
            pain_after=place % 5,
            effort=5,
            note=note,
        )
        for place, (began, title, status, note) in enumerate(
            zip(begins, titles, statuses, notes, strict=False)
        )
    ]


def _open_times() -> tuple[list[float], list[float]]:
    many: list[float] = []
    few: list[float] = []
    both = ((heads(MANY), many), (heads(FEW), few))
    with _program() as (application, parts):
        # The first time there is more to be done than with the next.
        for given, times in islice(cycle(both), 2 * (ROUNDS + 1)):
            parts.window.show_page("today")
            settle(application, parts)
            _give(parts, given)
            times.append(_timed(application, lambda: parts.window.show_page("history")))
    return many[1:], few[1:]


def _give(parts: Parts, given: Sequence[SessionHead]) -> HistoryPage:
    page = parts.history_page
    page.show_sessions(given, TODAY, parts.content.programmes[0])
    return page


def _shown(application: QApplication, parts: Parts, given: Sequence[SessionHead]) -> HistoryPage:
    page = _give(parts, given)
    parts.window.show_page("history")
    settle(application, parts)
    return page


@contextmanager
def _program() -> Iterator[tuple[QApplication, Parts]]:
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        parts = open_program(application, Path(folder), "today", SIZE)
        assert parts.flow
        worker = parts.window.findChild(DatabaseWorker)
        application.processEvents()
        # What is kept is read, so that no answer comes into what is measured.
        while isinstance(worker, DatabaseWorker) and worker.is_busy:
            application.processEvents()
        # And that nothing is what is kept is shown before what is given.
        assert parts.history_page
        application.processEvents()
        yield application, parts
        parts.window.close()
        parts.window.deleteLater()
        application.processEvents()


def _timed(application: QApplication, action: Callable[[], object]) -> float:
    """Gives the milliseconds of an action and the painting that follows from it."""
    started = time.perf_counter()
    action()
    application.processEvents()
    return (time.perf_counter() - started) * 1000


def _reading(times: Sequence[float], note: str) -> Reading:
    worst = sorted(times)[round(len(times) * 0.99) - 1]
    told = [f"99 % below {worst:.1f} ms, {len(times)} times", note]
    return Reading(value=statistics.median(times), note="; ".join(filter(None, told)))
