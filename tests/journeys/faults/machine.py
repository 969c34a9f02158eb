"""The machine sleeps, its clock is set, its display goes dark."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.journeys.faults.driver import Program, new_folder, running
from tests.journeys.faults.fault import CannotTryError, Fault, Seen, finish, go_on, whole
from tests.journeys.faults.kept import kept_sessions
from tests.support.virtual_display import VirtualDisplay, xvfb_is_installed

ASLEEP_S = 30.0
HEARTBEAT_S = 1.2
"""The engine is woken each second at least, so a gap begins so long before the sleep at most."""
DAY_S = 86_400
_FAKE_CLOCK = "libfaketimeMT.so.1"


def asleep(home: Path) -> Seen:
    folder = new_folder(home)
    with running(folder) as program:
        program.press("Start")
        go_on(program, "ended", 2)
        program.listen(0.3)
        before = program.of("paused")
        stopped_at = program.send(signal.SIGSTOP)
        program.listen(ASLEEP_S)
        program.send(signal.SIGCONT)
        pause = program.wait("paused", len(before) + 1)
        stood = len(program.told)
        program.listen(1.0)
        went_on = [told.what for told in program.told[stood:]]
        program.press("Resume")
        session = finish(program, folder)
    early = stopped_at - pause.details["due"]
    wrong = [f"{what} told while it should stand" for what in went_on]
    if not (pause.details["gap"] and -0.1 < early < HEARTBEAT_S):
        wrong.append("the pause is not where the gap began")
    longest = max(session.seconds)
    if longest > ASLEEP_S * 60:
        wrong.append("the sleep counts as exercise")
    return Seen(
        [*whole(session), *wrong],
        [
            f"{session}; asleep {ASLEEP_S:.0f} s, paused {early:.2f} s before it, "
            f"longest step {longest:.0f} s"
        ],
    )


def clock_set(home: Path) -> Seen:
    folder = new_folder(home)
    clock = Clock(home)
    with running(folder, environment=clock.environment) as program:
        program.press("Start")
        go_on(program, "ended", 2)
        clock.set(-7200)
        go_on(program, "ended", 4)
        clock.set(3 * DAY_S)
        session = finish(program, folder)
    clock.set(-DAY_S)
    with running(folder, environment=clock.environment) as program:
        program.press("Start")
        go_on(program, "ended", 2)
        go_on(program, "kept", 2)
        program.kill()
    before = kept_sessions(folder)[-1]
    with running(folder, environment=clock.environment) as program:
        program.press("Resume session")
        resumed = finish(program, folder)
    wrong = [] if resumed.id == before.id else ["another session was resumed"]
    return Seen(
        [*whole(session), *whole(resumed), *wrong],
        [
            f"set back 2 hours and forward 3 days: {session}",
            f"a day before that, killed after {len(before.done)} steps and resumed: {resumed}",
        ],
    )


class Clock:
    """A wall clock that can be set; the clock that measures time goes on as it does.

    Raises:
        CannotTryError: there is no libfaketime.
    """

    def __init__(self, home: Path) -> None:
        library = next(Path("/usr/lib").glob(f"**/{_FAKE_CLOCK}"), None)
        if library is None:
            raise CannotTryError("needs libfaketime (package faketime)")
        self._file = home / "clock"
        self.set(0)
        self.environment = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }

    def set(self, seconds: int) -> None:
        """Sets it so many seconds before or after the right time."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{seconds:+d}\n")
        new.replace(self._file)


def dark(home: Path) -> Seen:
    """Xvfb has no power management: its screen saver blanks the screen instead."""
    setter = shutil.which("xset")
    if not xvfb_is_installed() or setter is None:
        raise CannotTryError("needs Xvfb and xset")
    folder = new_folder(home)
    with VirtualDisplay() as display:
        environment = {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}

        def tell_the_screen(word: str) -> None:
            command = [setter, "s", word]
            subprocess.run(command, env={**os.environ, **environment}, check=True)

        with running(folder, environment=environment) as program:
            program.press("Start")
            go_on(program, "ended", 2)
            lit = display.picture().colours()
            tell_the_screen("activate")
            for moment in _watched(program):
                colours = display.picture().colours()
                if colours > 1:
                    raise CannotTryError(f"the screen does not go dark: {moment}")
            tell_the_screen("reset")
            session = finish(program, folder)
    return Seen(whole(session), [f"{session}; {lit} colours lit, 1 while dark"])


def _watched(program: Program) -> Iterator[int]:
    """Gives the number of each step that ends from now on, up to the sixth."""
    for number in range(3, 7):
        go_on(program, "ended", number)
        yield number


FAULTS = [
    Fault("machine asleep", asleep),
    Fault("clock set", clock_set),
    Fault("display asleep", dark),
]
