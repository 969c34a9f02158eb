"""The log takes what the program and Qt say. In a process of its own: it is there for good."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import logging, sys
from pathlib import Path
from PySide6.QtCore import qCritical, qDebug, qWarning
from kneegui.desktop.log_file import start_log
start_log(Path(sys.argv[1]))
log = logging.getLogger("kneegui.store")
log.debug("too small to keep")
log.info("opened")
try:
    raise ValueError("odd")
except ValueError:
    log.exception("unexpected")
qDebug("too small to keep")
qWarning("no sound")
qCritical("no %s font")
print("still running")
"""


def log_in(folder: Path) -> str:
    """Gives what a program that logs into a folder has left on its terminal's error stream."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(folder)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "still running\n")
    return done.stderr


@pytest.fixture
def folder(own_folders: Path) -> Path:
    data = own_folders / "kneegui"
    data.mkdir()
    return data


def test_what_the_program_and_qt_say_stands_in_the_log(folder: Path) -> None:
    terminal = log_in(folder)

    lines = (folder / "kneegui.log").read_text().splitlines()
    stamped = [line.split(" ", 2)[2] for line in lines if re.match(r"\d{4}-\d\d-\d\d ", line)]
    assert stamped == [
        "INFO kneegui.store opened",
        "ERROR kneegui.store unexpected",
        "WARNING qt no sound",
        "ERROR qt no %s font",
    ]
    assert "ValueError: odd" in lines
    assert terminal == ""


@pytest.mark.skipif(os.name != "posix", reason="needs permission bits")
def test_the_log_is_its_owner_s_alone(folder: Path) -> None:
    log_in(folder)

    assert stat.S_IMODE((folder / "kneegui.log").stat().st_mode) == 0o600


def test_the_log_goes_on_where_it_was(folder: Path) -> None:
    log = folder / "kneegui.log"
    log.write_text("yesterday\n")

    log_in(folder)

    assert log.read_text().startswith("yesterday\n2")


def test_a_long_log_is_set_aside(folder: Path) -> None:
    log = folder / "kneegui.log"
    log.write_text("yesterday\n" * 100_000)
    (folder / "kneegui.old.log").write_text("last year\n")

    log_in(folder)

    assert "yesterday" not in log.read_text()
    assert (folder / "kneegui.old.log").read_text().startswith("yesterday\n")


def test_a_folder_that_cannot_be_written_to_costs_the_log_only(folder: Path) -> None:
    assert log_in(folder / "nowhere") == ""


def test_a_log_that_cannot_be_opened_costs_the_log_only(folder: Path) -> None:
    (folder / "kneegui.log").mkdir()

    assert log_in(folder) == ""


_LOADING = """
import ctypes, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kneegui.desktop.log_file import start_log
start_log(Path(sys.argv[1]))
# Python's lock is handed over whenever it can be.
sys.setswitchinterval(1e-6)
over = threading.Event()
def load():
    # As importing does it: the loader is asked with Python's lock held.
    while not over.is_set():
        ctypes.CDLL(None)
other = threading.Thread(target=load)
other.start()
# Where PipeWire is missing, Qt tells so while this library is being loaded.
import PySide6.QtMultimedia
over.set()
other.join()
print("loaded")
"""


def test_what_is_told_while_a_library_is_loaded_stops_no_other_thread(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOADING, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (done.stdout, done.stderr) == ("loaded\n", "")
