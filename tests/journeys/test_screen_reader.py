"""A whole session by a screen reader alone: the real window, driven through the accessibility bus.

The program is a process of its own on a virtual display; the test knows nothing of it but names.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.screen_reader import (
    Renamed,
    ScreenReader,
    Thing,
    accessibility_bus_is_installed,
    screen_reader,
)
from tests.support.session_bus import dbus_is_installed, private_session_bus
from tests.support.virtual_display import VirtualDisplay, xvfb_is_installed

ROOT = Path(__file__).parents[2]
SCALE = "60"
RAIL = ("Today", "Exercises", "Routines", "History", "Settings")
PLAYER = ("Back", "Next", "That hurts", "Leave")
STEPS = 8
"""Of the routine Today suggests first; each is shown with its phases."""

pytestmark = pytest.mark.skipif(
    not (xvfb_is_installed() and dbus_is_installed() and accessibility_bus_is_installed()),
    reason="needs Xvfb, dbus-daemon and at-spi2-core; `make test` installs them where it may",
)


@pytest.fixture
def folder(own_folders: Path) -> Path:
    folder = own_folders / "kneegui"
    folder.mkdir()
    # Neither voice nor sounds: the test's machine may have no sound server.
    (folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    return folder


@pytest.fixture
def session_bus(own_folders: Path) -> Iterator[str]:
    with private_session_bus(own_folders / "run") as address:
        yield address


@pytest.fixture
def reader(session_bus: str) -> Iterator[ScreenReader]:
    with screen_reader(session_bus) as reader:
        yield reader


@pytest.fixture
def display() -> Iterator[VirtualDisplay]:
    with VirtualDisplay() as display:
        yield display


@contextmanager
def program(display: VirtualDisplay, folder: Path, bus: str, *arguments: str) -> Iterator[None]:
    environment = display.environment(folder.parent) | {
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    command = [sys.executable, "-m", "kneegui", "--data-dir", str(folder), *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            yield
            assert process.poll() is None, "the program is gone"
        finally:
            process.terminate()


def values(heard: list[Renamed], label: Thing, word: str) -> list[str]:
    """Gives what a label was called one after the other, without the word all begin with."""
    names = [renamed.name for renamed in heard if renamed.path == label.path]
    assert all(name.startswith(f"{word} ") for name in names)
    return [name.removeprefix(f"{word} ") for name in names]


def labelled(reader: ScreenReader, word: str) -> Thing:
    """Waits for the label whose name begins with a word."""

    def look() -> Thing | None:
        labels = (thing for thing in reader.things() if thing.role == "label")
        return next((one for one in labels if one.name.startswith(f"{word} ")), None)

    return reader.wait(look, f"label {word!r}")


def test_a_whole_session_by_the_accessibility_bus(
    reader: ScreenReader, display: VirtualDisplay, folder: Path, session_bus: str
) -> None:
    with program(display, folder, session_bus, "--time-scale", SCALE):
        reader.find("Start")
        assert {thing.name for thing in reader.things()} >= set(RAIL)
        assert shown_sessions(reader) == []
        reader.press("How is the knee right now? 3, Mild, noticeable")
        reader.press("Start")

        countdown, phase = labelled(reader, "Countdown"), labelled(reader, "Phase")
        reader.press("Pause")
        reader.find("Resume")
        assert {thing.name for thing in reader.things()} >= set(PLAYER)
        reader.heard()
        reader.press("Resume")

        reader.find("Save")
        heard = reader.heard()
        counted, phases = values(heard, countdown, "Countdown"), values(heard, phase, "Phase")
        # Each of the eight has repetitions or holds that are counted.
        assert len(counted) > 5 * STEPS
        assert {value.split()[0] for value in counted} >= {"1", "2", "3", "4", "5"}
        assert len(phases) > STEPS
        assert {value.split()[0] for value in phases} >= {"Hold", "Now", "Return"}
        assert f"{STEPS} of {STEPS}" in reader.names("label")
        reader.press("How is the knee now? 2, Mild, easy to ignore")
        reader.press("Save")

        reader.find("Sessions", "table")
        (row,) = reader.wait(lambda: shown_sessions(reader), "session in the table")
        for word in ("8 of 8 steps", "Completed", "Pain before 3, after 2"):
            assert word in row
        reader.press("Today")
        reader.find("Start")
        reader.press("History")
        reader.find("Sessions", "table")
        assert shown_sessions(reader) == [row]

    with program(display, folder, session_bus, "--page", "history"):
        reader.find(row)


def shown_sessions(reader: ScreenReader) -> list[str]:
    # Older and newer bridges name the role of a cell differently.
    cells = (*reader.names("cell"), *reader.names("table cell"))
    return [name for name in cells if "After-run five" in name]
