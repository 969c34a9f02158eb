"""How soon the trends are drawn, with ten years of sessions and pyqtgraph read already."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Moment, SessionStatus, Side, StepKind, StepStatus
from kneegui.domain.session_head import SessionHead
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.pages.trends_view import Span, TrendsView
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trends.pain_card import PainCard
from tests.bench.measure import Measure, Reading

SESSIONS = 3650
STEPS = 20
EXERCISES = 29
TODAY = date(2026, 11, 21)
SIZE = (1160, 900)
HERE = timezone(timedelta(hours=1))
TIMES = 5

Data = tuple[list[SessionHead], list[PractisedStep], dict[str, Goal]]


@lru_cache(maxsize=1)
def ten_years() -> Data:
    """Gives a session a day for ten years, with 20 steps each."""
    heads: list[SessionHead] = []
    practice: list[PractisedStep] = []
    for number in range(SESSIONS):
        day = TODAY - timedelta(days=SESSIONS - number)
        began = Moment.of(datetime(day.year, day.month, day.day, 19, number % 60, tzinfo=HERE))
        heads.append(_head(number, began))
        practice += [_step(number, began, place) for place in range(STEPS)]
    goals = {f"exercise-{n}": list(Goal)[n % len(Goal)] for n in range(EXERCISES)}
    return heads, practice, goals


def pain_of_ten_years() -> Reading:
    """Gives the time from the sessions to the painted chart of pain."""
    heads, _, _ = ten_years()
    first = TODAY - timedelta(days=SESSIONS)
    times: list[float] = []
    for _ in range(TIMES):
        with_theme = _theme()
        card = PainCard(with_theme)
        card.resize(*SIZE)
        _load(card)
        times.append(_timed(card, lambda card=card: card.show_heads(heads, TODAY, first)))
        _end(card)
    return _reading(times)


def view_of_ten_years() -> Reading:
    """Gives the time until everything that is seen of the view is painted."""
    heads, practice, goals = ten_years()
    times: list[float] = []
    for _ in range(TIMES):
        view = TrendsView(_theme())
        view.resize(*SIZE)
        _load(view)
        view.show_trends([], [], goals, TODAY)
        view.show()
        _settle()

        def show_all(view: TrendsView = view) -> None:
            view.choose_span(Span.ALL)
            view.show_trends(heads, practice, goals, TODAY)

        times.append(_timed(view, show_all))
        _end(view)
    return _reading(times)


def longest_wait() -> Reading:
    """Gives the longest time the window does not answer while ten years are shown."""
    heads, practice, goals = ten_years()
    waits: list[float] = []
    for _ in range(TIMES):
        view = TrendsView(_theme())
        view.resize(*SIZE)
        _load(view)
        view.show()
        _settle()
        view.choose_span(Span.ALL)
        view.show_trends(heads, practice, goals, TODAY)
        waits.append(_longest_turn())
        _end(view)
    return _reading(waits)


def hovered_frame() -> Reading:
    """Gives the time of a frame while the pointer moves over the pain of ten years."""
    heads, _, _ = ten_years()
    card = PainCard(_theme())
    card.resize(*SIZE)
    _load(card)
    card.show_heads(heads, TODAY, TODAY - timedelta(days=SESSIONS))
    card.show()
    _settle()
    plot = card.slot.plot
    assert plot is not None
    times: list[float] = []
    for step in range(100):
        started = time.perf_counter()
        QTest.mouseMove(plot.viewport(), QPoint(60 + 9 * step, 80))
        QApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
    _end(card)
    return _reading(times)


MEASURES = (
    Measure(name="trends: pain of 10 years drawn", unit="ms", goal=150, run=pain_of_ten_years),
    Measure(name="trends: 10 years, all that is seen", unit="ms", goal=400, run=view_of_ten_years),
    Measure(name="trends: longest wait meanwhile", unit="ms", goal=100, run=longest_wait),
    Measure(name="trends: frame while pointing", unit="ms", goal=16, run=hovered_frame),
)


def _head(number: int, began: Moment) -> SessionHead:
    return SessionHead(
        id=str(number),
        routine=f"routine-{number % 5}",
        title="Routine",
        started_at=began,
        ended_at=None,
        status=SessionStatus.COMPLETED,
        planned_steps=STEPS,
        done_steps=STEPS,
        seconds=1200.0,
        pain_before=None if number % 13 == 0 else (number * 7) % 9,
        pain_worst=None,
        pain_after=None if number % 11 == 0 else (number * 5) % 8,
        effort=number % 10,
        note="",
    )


def _step(number: int, began: Moment, place: int) -> PractisedStep:
    hold = place % 3 == 0
    return PractisedStep(
        session_id=str(number),
        started_at=began,
        exercise=f"exercise-{(number * 7 + place // 4) % EXERCISES}",
        title="Exercise",
        kind=StepKind.HOLD if hold else StepKind.WORK,
        side=Side.LEFT if place % 2 else Side.RIGHT,
        set=1 + place % 4 // 2,
        planned=10,
        done=8 + number % 5,
        status=StepStatus.STOPPED if (number + place) % 97 == 0 else StepStatus.DONE,
        seconds=60.0,
        pain=4 if (number + place) % 97 == 0 else None,
    )


def _application() -> QApplication:
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    return application


@lru_cache(maxsize=1)
def _theme() -> Theme:
    return Theme(_application(), IconFont())


def _load(widget: QWidget) -> None:
    """Lets the charts of a widget find pyqtgraph read."""
    for library in widget.findChildren(ChartLibrary):
        library.load()
        while not library.is_loaded:
            QApplication.processEvents()


def _timed(widget: QWidget, show: Callable[[], None]) -> float:
    started = time.perf_counter()
    show()
    widget.show()
    _settle()
    return (time.perf_counter() - started) * 1000


def _settle() -> None:
    """Does all that waits, timers of no time at all included."""
    for _ in range(20):
        QApplication.processEvents()


def _longest_turn() -> float:
    longest = 0.0
    for _ in range(40):
        started = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - started)
    return longest * 1000


def _end(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()


def _reading(times: list[float]) -> Reading:
    return Reading(value=statistics.median(times), note=f"{min(times):.0f} to {max(times):.0f} ms")
