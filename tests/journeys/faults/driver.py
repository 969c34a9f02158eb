"""Drives ``program.py`` and hears what it tells."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kneegui.player.clock import SystemClock

ROOT = Path(__file__).parents[3]
SCALE = 60.0
PATIENCE_S = 60.0
QUIET = '{"voice": false, "sounds": false}'
_CLOCK = SystemClock()


def now() -> float:
    """Gives this moment by the clock the program tells its moments by."""
    return _CLOCK.monotonic()


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened in the program."""

    at: float
    what: str
    details: Mapping[str, Any]

    @property
    def step(self) -> int:
        """The ordinal of the step it is about."""
        return self.details["step"]


class ProgramGoneError(Exception):
    """The program ended, or told nothing of what was waited for."""


class Program:
    """A running program; made by ``running``."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._input = process.stdin
        self._output = process.stdout.fileno()
        self._read = b""
        self._is_at_end = False
        self.told: list[Told] = []
        """All that was told so far."""

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """True once it will tell nothing more."""
        return self._is_at_end

    def of(self, what: str) -> list[Told]:
        """Gives what was told so far of one kind."""
        return [told for told in self.told if told.what == what]

    def press(self, name: str) -> Told:
        """Waits until a button of that name can be seen, and clicks it."""
        before = len(self.of("pressed"))
        self._input.write(f"{name}\n".encode())
        self._input.flush()
        return self.wait("pressed", before + 1)

    def wait(self, what: str, count: int = 1, patience_s: float = PATIENCE_S) -> Told:
        """Waits until something was told so many times since the start, and gives the last.

        Raises:
            ProgramGoneError: it was not, or not in time.
        """
        self.wait_until(lambda: len(self.of(what)) >= count, what, patience_s)
        return self.of(what)[count - 1]

    def wait_until(
        self, is_so: Callable[[], bool], what: str, patience_s: float = PATIENCE_S
    ) -> None:
        """Waits until something is so by what was told.

        Raises:
            ProgramGoneError: it is not, or not in time.
        """
        until = now() + patience_s
        while not is_so():
            if self._is_at_end or now() > until:
                last = [told.what for told in self.told if told.what != "sounded"][-5:]
                raise ProgramGoneError(f"no {what} after {last}")
            self._hear(until)

    def listen(self, seconds: float) -> None:
        """Lets time pass."""
        until = now() + seconds
        while now() < until and not self._is_at_end:
            self._hear(until)

    def send(self, number: signal.Signals) -> float:
        """Sends a signal, and gives the moment before it."""
        at = now()
        self._process.send_signal(number)
        return at

    def kill(self) -> float:
        """Kills the program as nothing can hinder it, and gives the moment before it."""
        at = self.send(signal.SIGKILL)
        self._end()
        return at

    def close(self) -> int:
        """Closes the window, and gives the exit code."""
        self._input.write(b"\n")
        self._input.flush()
        return self._end()

    def end(self) -> int:
        """Waits for the program to end by itself, and gives the exit code."""
        return self._end()

    def _end(self) -> int:
        until = now() + PATIENCE_S
        while not self._is_at_end:
            if now() > until:
                raise ProgramGoneError("it does not end")
            self._hear(until)
        return self._process.wait()

    def _hear(self, until: float) -> None:
        ready, _, _ = select.select([self._output], [], [], max(0.0, until - now()))
        if ready:
            read = os.read(self._output, 65536)
            self._is_at_end = not read
            *lines, self._read = (self._read + read).split(b"\n")
            for line in lines:
                details = json.loads(line)
                self.told.append(Told(details.pop("at"), details.pop("is"), details))


@contextmanager
def running(
    folder: Path,
    *,
    scale: float = SCALE,
    environment: Mapping[str, str] | None = None,
    before: Sequence[str] = (),
) -> Iterator[Program]:
    """Starts the program on a data folder, and sees to it that it is gone after the block.

    Args:
        folder: the data folder.
        scale: seconds of the player's clock in one real second.
        environment: what differs from ``plain_environment``.
        before: a command that starts the rest of its arguments as a command.
    """
    command = [*before, sys.executable, "-m", "tests.journeys.faults.program", folder, str(scale)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=plain_environment(folder.parent) | dict(environment or {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield Program(process)
        finally:
            process.kill()


def plain_environment(home: Path) -> dict[str, str]:
    """Gives an environment without display, desktop, sound server or voice."""
    run = home / "run"
    run.mkdir(mode=0o700, exist_ok=True)
    chosen = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return chosen | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(run),
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "PULSE_SERVER": f"unix:{home / 'nowhere'}",
        "SPEECHD_ADDRESS": f"unix_socket:{home / 'nowhere'}",
    }


def new_folder(home: Path, settings: str = QUIET) -> Path:
    """Gives a data folder that holds nothing but settings."""
    folder = home / "kneegui"
    folder.mkdir()
    (folder / "settings.json").write_text(settings)
    return folder
