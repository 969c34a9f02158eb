"""Start-up and memory of the whole program."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from functools import partial

from tests.bench.measure import Measure, Reading
from tests.bench.process import (
    PAINTED,
    PROGRAM,
    resident_mib,
    screen,
    started,
    wait_for_window,
    wait_until_idle,
)

ROUNDS = 11
"""Runs of each program that count; one more before them warms the file cache."""
MEMORY_ROUNDS = 3
BARE_WINDOW = (
    sys.executable,
    "-c",
    "import sys\n"
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "app = QApplication(sys.argv)\n"
    "window = QWidget()\n"
    "window.resize(1000, 700)\n"
    "window.show()\n"
    "app.exec()\n",
)


def first_paint() -> Reading:
    """Compares the time to the program's first painted window with that of an empty one.

    Both take turns, so that what else the machine does touches both. The empty window counts as
    soon as it is mapped, the program's when it shows more than a few colours.
    """
    bare: list[float] = []
    program: list[float] = []
    with screen() as on:
        for round_ in range(ROUNDS + 1):
            for command, painted, times in ((BARE_WINDOW, 0, bare), (PROGRAM, PAINTED, program)):
                with started(on, command) as (process, start):
                    seen, _ = wait_for_window(on, process, painted)
                if round_ > 0:
                    times.append((seen - start) * 1000)
    return Reading(
        value=statistics.median(program) / statistics.median(bare),
        note=f"program {_spread(program, 'ms')}; empty window {_spread(bare, 'ms')}",
    )


def memory_on(page: str) -> Reading:
    """Gives the resident memory once a page is there and nothing is left to do."""
    resident: list[float] = []
    with screen() as on:
        for _ in range(MEMORY_ROUNDS):
            with started(on, [*PROGRAM, "--page", page]) as (process, _):
                wait_for_window(on, process)
                wait_until_idle(process.pid)
                resident.append(resident_mib(process.pid))
    return Reading(value=statistics.median(resident), note=_spread(resident, "MiB"))


MEASURES = (
    Measure(name="first painted window / empty window", unit="x", goal=2.0, run=first_paint),
    Measure(
        name="resident memory on the Exercises page",
        unit="MiB",
        goal=110,
        run=partial(memory_on, "exercises"),
    ),
    Measure(name="resident memory on Today", unit="MiB", goal=110, run=partial(memory_on, "today")),
)


def _spread(values: Sequence[float], unit: str) -> str:
    return f"{statistics.median(values):.0f} {unit} ({min(values):.0f}-{max(values):.0f})"
