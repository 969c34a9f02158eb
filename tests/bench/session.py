"""A session on a clock that runs fast: whether cues are on time and steps are kept at once.

The player's page, the engine, the database and its thread are the program's own. Only the
loudspeaker is a double that notes when it is told to sound something.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Moment, StepRecord
from kneegui.player.clock import ScaledClock, SystemClock
from kneegui.player.cues import Sound
from kneegui.player.events import Event, StepFinished
from kneegui.resource_files import resource_folder
from kneegui.store.session_log import SessionLog
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.figures import open_figures
from kneegui.ui.pages.player_page import PlayerPage
from kneegui.ui.session_runner import SessionRunner
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from tests.bench.measure import Measure, Reading, ninety_ninth
from tests.support.shipped import shipped_content

SIZE = (1280, 720)
CUES_SCALE, CUES_S = 10, 15
STEPS_SCALE, STEPS_S = 60, 20


def cues_idle() -> Reading:
    """Gives how late a sound is asked for, counted from the moment it was due."""
    return _late(_played(_routine(), CUES_SCALE, CUES_S))


def cues_loaded() -> Reading:
    """Gives the same while other processes keep every core busy."""
    with _busy_cores():
        return _late(_played(_routine(), CUES_SCALE, CUES_S))


def committed() -> Reading:
    """Gives the time from the end of a step until it is on the disk."""
    times = _played(_quick_routine(), STEPS_SCALE, STEPS_S).committed
    return Reading(
        value=ninety_ninth(times), note=f"{len(times)} steps, median {statistics.median(times):.1f}"
    )


MEASURES = (
    Measure(name="session: cue late, 99th of a hundred", unit="ms", goal=20, run=cues_idle),
    Measure(name="session: the same, every core busy", unit="ms", goal=60, run=cues_loaded),
    Measure(name="session: step end to disk, 99th of 100", unit="ms", goal=50, run=committed),
)


@dataclass(slots=True)
class _Played:
    """What was noted in a session, in real milliseconds, or moments of ``perf_counter``."""

    late: list[float] = field(default_factory=list)
    committed: list[float] = field(default_factory=list)


class _Ear:
    """A loudspeaker that notes when it was told to sound something."""

    def __init__(self, clock: ScaledClock) -> None:
        self._clock = clock
        self.heard: list[float] = []

    def say(self, text: str) -> None:
        """Says nothing."""

    def sound(self, sound: Sound) -> None:  # noqa: ARG002  which one does not matter
        """Notes the moment."""
        self.heard.append(self._clock.monotonic())


class _Log(SessionLog):
    """Notes when each step was on the disk."""

    clock: ScaledClock
    kept_at: dict[int, float]

    @override
    def add_step(self, step: StepRecord, position: int, completed_at: Moment | None = None) -> bool:
        is_kept = super().add_step(step, position, completed_at)
        if is_kept:
            self.kept_at[step.ordinal] = self.clock.monotonic()
        return is_kept


class _Store(Store):
    """A store with such a log."""

    def __init__(self, folder: Path, clock: ScaledClock) -> None:
        super().__init__(folder, tell=print)
        self._clock = clock
        self.kept_at: dict[int, float] = {}

    @cached_property
    def log(self) -> SessionLog:
        """What is being done."""
        log = _Log(self.database, print)
        log.clock = self._clock
        log.kept_at = self.kept_at
        return log


def _played(routine: Routine, scale: float, seconds: float) -> _Played:
    """Plays a routine for some seconds and gives what was noted."""
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    noted, clock = _Played(), ScaledClock(scale, SystemClock())
    ended_at: dict[int, float] = {}
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as folder:
        content = shipped_content()
        exercises = content.exercise_by_id
        theme, figures = Theme(application, IconFont()), open_figures(resource_folder())
        page = PlayerPage(theme, figures, exercises)
        worker, ear = DatabaseWorker(page), _Ear(clock)
        store = _Store(Path(folder), clock)
        runner = SessionRunner(exercises, store, worker, ear, clock, scale, page)
        page.resize(*SIZE)
        page.show()
        # SQLAlchemy is imported before the session, as by what Today shows.
        worker.run(store.open)
        worker.run(lambda: store.log)
        while worker.is_busy:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

        def note(event: Event) -> None:
            # Told after the runner, which has passed the event on to the loudspeaker by now.
            noted.late += [(heard - event.at) / scale * 1000 for heard in ear.heard]
            ear.heard.clear()
            if isinstance(event, StepFinished):
                ended_at[event.step.ordinal] = event.at

        bridge = runner.start(routine, PlayerSettings())
        bridge.happened.connect(note)
        page.play(bridge, routine)
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()
        page.leave()
        runner.close()
        figures.frames.stop()
        figures.stills.stop()
        worker.run(store.close)
        worker.close()
        page.close()
        page.deleteLater()
        theme.deleteLater()
        application.processEvents()
    noted.committed = [
        (kept - ended_at[ordinal]) / scale * 1000 for ordinal, kept in store.kept_at.items()
    ]
    return noted


def _late(played: _Played) -> Reading:
    late = played.late
    return Reading(
        value=ninety_ninth(late), note=f"{len(late)} sounds, median {statistics.median(late):.1f}"
    )


def _routine() -> Routine:
    return next(each for each in shipped_content().programmes if each.key == "strength-1")


def _quick_routine() -> Routine:
    """Gives a routine of many short steps."""
    routine = _routine()
    items = [
        replace(item, dose=replace(item.dose, sets=1, reps=1))
        for item in routine.items
        if item.dose.reps
    ]
    return replace(routine, items=tuple(items * 12))


@contextmanager
def _busy_cores() -> Iterator[None]:
    """Keeps every core busy with a process that does nothing else."""
    with ExitStack() as stack:
        for _ in range(os.cpu_count() or 1):
            process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            stack.callback(process.wait)
            stack.callback(process.kill)
        yield
