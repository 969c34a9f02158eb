"""Start-up and memory of the whole program, each run in a home of its own on a virtual display."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError

from tests.bench.measure import CannotMeasureError, Measure, Reading
from tests.support.virtual_display import VirtualDisplay, xvfb_is_installed

ROUNDS = 9
"""Runs of each program that count; one more before them warms the file cache."""
MEMORY_ROUNDS = 3
SETTLE_S = 3.0
"""After this long the program has done what it puts off until its window is there."""
PATIENCE_S = 30.0
POLL_S = 0.004
PAINTED = 13
"""So many colours, among one pixel in 53, are a painted window."""

PROGRAM = [sys.executable, "-m", "kneegui"]
BARE_WINDOW = [
    sys.executable,
    "-c",
    "import sys\n"
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "app = QApplication(sys.argv)\n"
    "window = QWidget()\n"
    "window.resize(1000, 700)\n"
    "window.show()\n"
    "app.exec()\n",
]


def first_paint() -> Reading:
    """Compares the time to the program's first painted window with that of an empty one.

    Both take turns, so that what else the machine does touches both. The empty window counts as
    soon as it is mapped, the program's when it shows more than a few colours.
    """
    bare: list[float] = []
    program: list[float] = []
    with _display() as (virtual, display):
        for round_ in range(ROUNDS + 1):
            for command, painted, times in ((BARE_WINDOW, 0, bare), (PROGRAM, PAINTED, program)):
                with _started(command, virtual) as (process, started):
                    taken = _wait_for_window(display, process, painted) - started
                if round_ > 0:
                    times.append(taken * 1000)
    return Reading(
        value=statistics.median(program) / statistics.median(bare),
        note=f"program {_spread(program, 'ms')}; empty window {_spread(bare, 'ms')}",
    )


def memory_on_exercises() -> Reading:
    """Gives the resident memory once the Exercises page has been there for a moment."""
    resident: list[float] = []
    with _display() as (virtual, display):
        for _ in range(MEMORY_ROUNDS):
            with _started([*PROGRAM, "--page", "exercises"], virtual) as (process, _):
                _wait_for_window(display, process, PAINTED)
                time.sleep(SETTLE_S)
                resident.append(_resident_mib(process.pid))
    return Reading(value=statistics.median(resident), note=_spread(resident, "MiB"))


MEASURES = (
    Measure(name="first painted window / empty window", unit="x", goal=2.0, run=first_paint),
    Measure(
        name="resident memory on the Exercises page", unit="MiB", goal=110, run=memory_on_exercises
    ),
)


@contextmanager
def _display() -> Iterator[tuple[VirtualDisplay, Display]]:
    if not xvfb_is_installed():
        raise CannotMeasureError("needs Xvfb: sudo apt-get install xvfb")
    with VirtualDisplay(1600, 1000) as virtual:
        display = Display(virtual.name)
        try:
            yield virtual, display
        finally:
            display.close()


@contextmanager
def _started(
    command: Sequence[str], virtual: VirtualDisplay
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """Runs a command in a fresh home; gives it with the moment it was started."""
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as home:
        environment = virtual.environment(Path(home)) | {"LIBGL_ALWAYS_SOFTWARE": "1"}
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process, started
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_for_window(display: Display, process: subprocess.Popen[bytes], painted: int) -> float:
    """Gives the moment a window of at least ``painted`` colours is seen."""
    until = time.perf_counter() + PATIENCE_S
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise CannotMeasureError(f"the program ended with {process.returncode}, no window")
        if any(colours >= painted for colours in _windows_colours(display, painted > 0)):
            return time.perf_counter()
        time.sleep(POLL_S)
    raise CannotMeasureError(f"no painted window within {PATIENCE_S:.0f} s")


def _windows_colours(display: Display, count: bool) -> Iterator[int]:
    """Gives for each window on the screen the number of its colours, 0 where not counted."""
    for window in display.screen().root.query_tree().children:
        try:
            if window.get_attributes().map_state != X.IsViewable:
                continue
            size = window.get_geometry()
            if size.width < 300 or size.height < 200:
                continue
            if not count:
                yield 0
                continue
            image = window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF)
        except XError:  # The window went away while it was looked at.
            continue
        data = image.data
        yield len({bytes(data[at : at + 3]) for at in range(0, len(data) - 4, 4 * 53)})


def _resident_mib(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _spread(values: Sequence[float], unit: str) -> str:
    return f"{statistics.median(values):.0f} {unit} ({min(values):.0f}-{max(values):.0f})"
