"""The player: how long a frame takes, and how late a cue is handed to the sound."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kneegui.app import Parts
from kneegui.player.commands import Next
from kneegui.player.events import Event
from tests.bench.measure import Measure, Reading
from tests.support.program import open_program

SIZE = (1280, 720)
FRAMES = 120
PLAYED_S = 12.0
SILENT = '{"voice": false, "sounds": false}'


def frame() -> Reading:
    """Gives the time to paint the whole window once in the middle of a repetition."""
    with _playing() as (application, parts):
        times: list[float] = []
        for _ in range(FRAMES):
            application.processEvents()
            started = time.perf_counter()
            parts.flow.player.view.repaint()
            times.append((time.perf_counter() - started) * 1000)
    worst = sorted(times)[round(len(times) * 0.99) - 1]
    return Reading(value=statistics.median(times), note=f"99 % below {worst:.1f} ms")


def processor() -> Reading:
    """Gives the share of one core that the program takes while the figure moves."""
    with _playing() as (application, _parts):
        until = time.perf_counter() + PLAYED_S
        before = sum(os.times()[:2])
        while time.perf_counter() < until:
            application.processEvents()
            time.sleep(0.002)
        share = 100 * (sum(os.times()[:2]) - before) / PLAYED_S
    return Reading(value=share, note="with 500 wake-ups a second of the measure itself")


def cue_lateness() -> Reading:
    """Gives how late, in the worst of a hundred, an event is told after it was due."""
    with _playing() as (application, parts):
        late: list[float] = []
        bridge = parts.flow.player.bridge
        assert bridge is not None

        def note(event: Event) -> None:
            late.append((bridge.now - event.at) * 1000)

        bridge.happened.connect(note)
        until = time.perf_counter() + PLAYED_S
        while time.perf_counter() < until:
            application.processEvents()
            time.sleep(0.0005)
    worst = sorted(late)[max(0, round(len(late) * 0.99) - 1)]
    return Reading(value=worst, note=f"{len(late)} events, median {statistics.median(late):.1f} ms")


MEASURES = (
    Measure(name="player: whole window, work, 1280x720", unit="ms", goal=8, run=frame),
    Measure(name="player: share of one core, moving", unit="%", goal=15, run=processor),
    Measure(name="player: cue late, 99th of a hundred", unit="ms", goal=20, run=cue_lateness),
)


@contextmanager
def _playing() -> Iterator[tuple[QApplication, Parts]]:
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as folder:
        Path(folder, "settings.json").write_text(SILENT)
        parts = open_program(application, Path(folder), "today", SIZE, moving=True)
        parts.flow.start("strength-1")
        bridge = parts.flow.player.bridge
        assert bridge is not None
        bridge.handle(Next())
        for _ in range(100):
            application.processEvents()
        parts.figures.frames.wait()
        application.processEvents()
        yield application, parts
        parts.window.close()
        parts.window.deleteLater()
        application.processEvents()
