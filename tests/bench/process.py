"""Programs in a home of their own on a virtual display, and what the system tells of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.xobject.drawable import Window

from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.settings import Settings, WindowPlace
from tests.bench.measure import CannotMeasureError
from tests.support.virtual_display import VirtualDisplay, xvfb_is_installed

PROGRAM = (sys.executable, "-m", "kneegui")
PLACE = WindowPlace(x=40, y=40, width=1280, height=720)
PATIENCE_S = 30.0
POLL_S = 0.004
PAINTED = 13
"""So many colours, among one pixel in 53, are a painted window."""
_LOOK_S = 0.5
_QUIET_LOOKS = 4
_QUIET_SHARE = 0.04
"""A process that takes no more of a core than this, so many looks on end, is idle."""
_LEAST_SIZE = (300, 200)


@dataclass(frozen=True, slots=True)
class Screen:
    """A virtual display and a connection to it."""

    virtual: VirtualDisplay
    display: Display


@contextmanager
def screen() -> Iterator[Screen]:
    """Gives a virtual display."""
    if not xvfb_is_installed():
        raise CannotMeasureError("needs Xvfb: sudo apt-get install xvfb")
    with VirtualDisplay(1600, 1000) as virtual:
        display = Display(virtual.name)
        try:
            yield Screen(virtual, display)
        finally:
            display.close()


@contextmanager
def started(on: Screen, command: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """Runs a command in a fresh home; gives it with the moment it was started.

    The home has the settings that a first start leaves behind. What Python has compiled once it may
    keep, as on every computer that does not forbid it.
    """
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as home:
        environment = on.virtual.environment(Path(home)) | {"LIBGL_ALWAYS_SOFTWARE": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        data = Path(environment["XDG_DATA_HOME"]) / "kneegui"
        data.mkdir(mode=0o700, parents=True)
        SettingsFile(data).write(Settings(window=PLACE))
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process, start
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for_window(
    on: Screen, process: subprocess.Popen[bytes], painted: int = PAINTED
) -> tuple[float, Window]:
    """Gives the moment a window of at least ``painted`` colours is seen, and the window."""
    until = time.perf_counter() + PATIENCE_S
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise CannotMeasureError(f"the program ended with {process.returncode}, no window")
        for window in on.display.screen().root.query_tree().children:
            if _colours(window, painted > 0) >= painted:
                return time.perf_counter(), window
        time.sleep(POLL_S)
    raise CannotMeasureError(f"no painted window within {PATIENCE_S:.0f} s")


def _colours(window: Window, count: bool) -> int:
    """Gives the number of a window's colours, 0 where not counted; -1 where it is not in sight."""
    try:
        if window.get_attributes().map_state != X.IsViewable:
            return -1
        size = window.get_geometry()
        if size.width < _LEAST_SIZE[0] or size.height < _LEAST_SIZE[1]:
            return -1
        data = picture(window) if count else b""
    except XError:  # The window went away while it was looked at.
        return -1
    return len({bytes(data[at : at + 3]) for at in range(0, len(data) - 4, 4 * 53)})


def picture(window: Window) -> bytes:
    """Gives what a window shows, four bytes a pixel."""
    size = window.get_geometry()
    return window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data


def resident_mib(pid: int) -> float:
    """Gives the memory of a process that is in RAM."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def processor_s(pid: int) -> float:
    """Gives the seconds of a core that a process has used, with all it has started or had."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # After the name, which may hold anything.
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # It ended meanwhile.
            continue
        if int(fields[3]) == pid:
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def wait_until_idle(pid: int) -> None:
    """Returns when a process that waits for its user has done what it had put off."""
    until = time.perf_counter() + PATIENCE_S
    used, quiet = processor_s(pid), 0
    while quiet < _QUIET_LOOKS and time.perf_counter() < until:
        time.sleep(_LOOK_S)
        now = processor_s(pid)
        quiet = quiet + 1 if now - used <= _QUIET_SHARE * _LOOK_S else 0
        used = now
