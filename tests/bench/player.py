"""The player: how long a frame takes, and what it costs the computer to show one after another."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication
from Xlib import XK, X
from Xlib.ext.xtest import fake_input
from Xlib.xobject.drawable import Window

from kneegui.app import Parts
from kneegui.player.commands import Next
from tests.bench.measure import CannotMeasureError, Measure, Reading, ninety_ninth
from tests.bench.process import (
    PATIENCE_S,
    PROGRAM,
    Screen,
    picture,
    processor_s,
    screen,
    started,
    wait_for_window,
)
from tests.support.program import open_program

SIZE = (1280, 720)
FRAMES = 300
FRAME_MS = 33
PLAYED_S = 10.0
LOOKS, LOOK_S = 5, 0.4
SILENT = '{"voice": false, "sounds": false}'


def frame() -> Reading:
    """Gives the time to work out and paint the whole window in the middle of a repetition."""
    times = _frames()
    return Reading(value=statistics.median(times), note=f"{len(times)} frames, 30 a second")


def slow_frame() -> Reading:
    """Gives the time that one frame in a hundred exceeds."""
    times = _frames()
    return Reading(value=ninety_ninth(times), note=f"at most {max(times):.1f} ms")


def moving() -> Reading:
    """Gives the share of one core that the program takes while the figure moves."""
    return Reading(value=_shares()[0], note=f"{PLAYED_S:.0f} s of the program in its own window")


def paused() -> Reading:
    """Gives the share of one core that the program takes while the clock stands still."""
    return Reading(value=_shares()[1], note=f"{PLAYED_S:.0f} s of the program in its own window")


MEASURES = (
    Measure(name="player: whole window, work, 1280x720", unit="ms", goal=8, run=frame),
    Measure(name="player: the same, 99th of a hundred", unit="ms", goal=16, run=slow_frame),
    Measure(name="player: share of one core, moving", unit="%", goal=15, run=moving),
    Measure(name="player: share of one core, paused", unit="%", goal=2, run=paused),
)


@lru_cache(maxsize=1)
def _frames() -> list[float]:
    """Gives the milliseconds of frames that come as they do while playing, one every 33 ms."""
    times: list[float] = []
    with _playing() as (application, parts):
        page = parts.flow.player
        timer = page.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert timer is not None
        loop = QEventLoop()

        def paint() -> None:
            began = time.perf_counter()
            # What the page's own timer does, and then all is painted instead of what has changed.
            application.sendEvent(timer, QTimerEvent(timer.timerId()))
            parts.window.repaint()
            times.append((time.perf_counter() - began) * 1000)
            if len(times) == FRAMES:
                loop.quit()

        _every(FRAME_MS, paint, loop)
    return times


def _every(interval_ms: int, action: Callable[[], None], loop: QEventLoop) -> None:
    """Does something again and again until it ends the loop."""
    beat = QTimer()
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    beat.timeout.connect(action)
    beat.start(interval_ms)
    loop.exec()
    beat.stop()


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


@lru_cache(maxsize=1)
def _shares() -> tuple[float, float]:
    """Gives the shares of a core in per cent, moving and paused, of a program left to itself."""
    with (
        screen() as on,
        started(on, [*PROGRAM, "--routine", "strength-1"]) as (process, _),
    ):
        _, window = wait_for_window(on, process)
        window.set_input_focus(X.RevertToParent, X.CurrentTime)

        def share() -> float:
            before, began = processor_s(process.pid), time.perf_counter()
            time.sleep(PLAYED_S)
            return 100 * (processor_s(process.pid) - before) / (time.perf_counter() - began)

        _wait_until(window, moving=True)
        _press(on, XK.XK_Right)
        _wait_until(window, moving=True)
        while_moving = share()
        _press(on, XK.XK_space)
        _wait_until(window, moving=False)
        return while_moving, share()


def _wait_until(window: Window, *, moving: bool) -> None:
    """Returns when what a window shows has changed from look to look, or has not, for a while."""
    until = time.perf_counter() + PATIENCE_S
    seen, looks = picture(window), 0
    while looks < LOOKS:
        if time.perf_counter() > until:
            raise CannotMeasureError("the keys did not reach the player")
        time.sleep(LOOK_S)
        now = picture(window)
        looks = looks + 1 if (now != seen) is moving else 0
        seen = now


def _press(on: Screen, keysym: int) -> None:
    """Presses a key on the virtual display."""
    key = on.display.keysym_to_keycode(keysym)
    for kind in (X.KeyPress, X.KeyRelease):
        fake_input(on.display, kind, key)
    on.display.sync()
