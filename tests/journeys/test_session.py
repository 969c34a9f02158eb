"""A whole session: Start on Today, through the player, the summary, into the history."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneegui.app import Parts
from tests.support.user import name_of

SCALE = 120.0
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(own_folders: Path) -> Path:
    folder = own_folders / "kneegui"
    folder.mkdir()
    return folder


@pytest.fixture
def parts(qapp: QApplication, folder: Path) -> Iterator[Parts]:
    # Neither voice nor sounds: the test's machine may have no sound server.
    (folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    qapp.setStyle("Fusion")
    parts = Parts(qapp, folder, SCALE)
    parts.figures.frames.set_stills_only(True)
    parts.window.resize(1280, 720)
    parts.open_window("today")
    yield parts
    parts.window.close()
    parts.window.deleteLater()
    parts.theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def button(window: QWidget, name: str) -> QAbstractButton:
    found = [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and name_of(each) == name
    ]
    assert found, f"no button {name!r}"
    return found[0]


def press(parts: Parts, name: str) -> None:
    QTest.mouseClick(button(parts.window, name), Qt.MouseButton.LeftButton)


def shows(parts: Parts, name: str) -> bool:
    return any(
        each.isVisible() and name_of(each) == name
        for each in parts.window.findChildren(QAbstractButton)
    )


def steps_in(folder: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "kneegui", "export", "--data-dir", str(folder)],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    sessions = json.loads(done.stdout)["sessions"]
    return [step for session in sessions for step in session["steps"]]


def test_start_to_history(parts: Parts, qtbot: QtBot, folder: Path) -> None:
    qtbot.waitUntil(lambda: shows(parts, "Start"))
    press(parts, "How is the knee right now? 3, Mild, noticeable")
    press(parts, "Start")
    qtbot.waitUntil(lambda: shows(parts, "That hurts"))

    qtbot.waitUntil(lambda: shows(parts, "Save"), timeout=30_000)
    press(parts, "Save")

    qtbot.waitUntil(lambda: parts.window.shown_page == "history")
    parts.window.close()
    steps = steps_in(folder)
    assert [step["status"] for step in steps] == ["done"] * 8
    assert len({step["ordinal"] for step in steps}) == 8


def test_pause_next_hurt_and_leave(parts: Parts, qtbot: QtBot, folder: Path) -> None:
    qtbot.waitUntil(lambda: shows(parts, "Start"))
    press(parts, "Start")
    qtbot.waitUntil(lambda: shows(parts, "Start now"))
    press(parts, "Start now")
    qtbot.waitUntil(lambda: shows(parts, "Pause"))
    press(parts, "Pause")
    qtbot.waitUntil(lambda: shows(parts, "Resume"))
    press(parts, "Next")
    press(parts, "That hurts")
    qtbot.waitUntil(lambda: shows(parts, "Continue"))
    QTest.keyClick(parts.window.focusWidget(), Qt.Key.Key_7)
    press(parts, "Continue")
    qtbot.waitUntil(lambda: shows(parts, "Leave"))
    press(parts, "Leave")
    qtbot.waitUntil(lambda: shows(parts, "Stay"))
    leave = [
        each
        for each in parts.window.findChildren(QAbstractButton)
        if each.isVisible() and name_of(each) == "Leave"
    ]
    QTest.mouseClick(leave[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shows(parts, "Save"))
    press(parts, "Save")

    parts.window.show_page("today")
    qtbot.waitUntil(lambda: shows(parts, "Resume session"))
    press(parts, "Resume session")
    qtbot.waitUntil(lambda: shows(parts, "That hurts"))
    assert parts.flow.is_playing
    parts.window.close()
    statuses = {step["status"] for step in steps_in(folder)}
    assert "skipped" in statuses


def stored_steps(folder: Path) -> int:
    """Gives how many steps another program has written so far."""
    if not (folder / "kneegui.db").exists():
        return 0
    with closing(sqlite3.connect(folder / "kneegui.db", timeout=30)) as database:
        try:
            return database.execute("SELECT count(*) FROM steps").fetchone()[0]
        except sqlite3.OperationalError:
            # It is only just being made.
            return 0


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_what_was_finished_before_a_kill_is_there(folder: Path, qtbot: QtBot) -> None:
    """Kills the program at odd moments; each start afterwards finds what was done."""
    (folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for more in (2, 3):
        wanted = stored_steps(folder) + more
        program = subprocess.Popen(
            [
                *(sys.executable, "-m", "kneegui", "--data-dir", str(folder)),
                *("--routine", "after-run-five", "--time-scale", "120"),
            ],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        qtbot.waitUntil(lambda wanted=wanted: stored_steps(folder) >= wanted, timeout=120_000)
        program.send_signal(signal.SIGKILL)
        program.wait()
    steps = steps_in(folder)

    assert len(steps) >= 5
    assert {step["status"] for step in steps} == {"done"}
    places = [(step["ordinal"], step["started_at"]) for step in steps]
    assert len(places) == len(set(places))


def test_a_second_start_leaves_the_player_alone(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shows(parts, "Start"))
    press(parts, "Start")
    qtbot.waitUntil(lambda: parts.flow.is_playing)

    parts.on_second_start("settings", "short")

    assert parts.flow.is_playing
    assert parts.window.shown_page == "today"
