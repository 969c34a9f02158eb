"""Start and end of the program, and what it does when something goes wrong."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kneegui.app import Parts
from kneegui.arguments import PAGES
from kneegui.domain.errors import ContentError
from kneegui.resource_files import resource_folder
from tests.support.user import User, using

PROJECT = Path(__file__).parent.parent
OTHER_PAGES = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
CLOSE_WHEN_SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import kneegui.app
from kneegui.__main__ import main

resources, do = Path(sys.argv.pop(1)), sys.argv.pop(1)
kneegui.app.resource_folder = lambda: resources
opened = kneegui.app.Parts.open_window
def open_and_act(parts, page, routine=None):
    opened(parts, page, routine)
    # After the page is made, which is what the first paint starts.
    act = {
        "close": parts.window.close,
        "fail": lambda: 1 / 0,
        "name the style": lambda: (print(parts.window.style().name()), parts.window.close()),
    }[do]
    parts.window.first_painted.connect(lambda: QTimer.singleShot(0, act))
kneegui.app.Parts.open_window = open_and_act
if do == "fail":
    from PySide6.QtWidgets import QMessageBox
    def say(parent, title, text):
        print(title, text, sep=": ")
        parent.close()
    QMessageBox.critical = say
sys.exit(main())
"""


def start(
    own_folders: Path, *arguments: str, resources: Path | None = None, do: str = "close"
) -> subprocess.CompletedProcess[str]:
    """Gives how the program ended that did one thing as soon as its first page was there."""
    # The Settings page would start the voice of this computer, and that a dispatcher that stays.
    data = own_folders / "data"
    data.mkdir(exist_ok=True)
    (data / "settings.json").write_text('{"voice": false}')
    return subprocess.run(
        [
            *(sys.executable, "-W", "error", "-c", CLOSE_WHEN_SHOWN),
            *(str(resources or resource_folder()), do),
            *("--data-dir", str(data), *arguments),
        ],
        cwd=own_folders,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def damaged(own_folders: Path) -> Path:
    """Gives a resource folder whose content has an exercise without its name."""
    folder = own_folders / "resources"
    folder.mkdir()
    whole = (resource_folder() / "exercises.json").read_text("utf-8")
    assert '"name": "Clamshell"' in whole
    (folder / "exercises.json").write_text(whole.replace('"name": "Clamshell"', '"name": 7'))
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_the_program_opens_closes_and_says_nothing(own_folders: Path, page: str) -> None:
    ended = start(own_folders, "--page", page)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    kept = json.loads((own_folders / "data" / "settings.json").read_text("utf-8"))
    assert kept["window"]
    log = own_folders / "data" / "kneegui.log"
    told = log.read_text("utf-8").splitlines() if log.exists() else []
    # The platform of the tests has no window manager to pass these on to.
    assert [line for line in told if "plugin does not support" not in line] == []


def test_damaged_content_ends_with_a_sentence(own_folders: Path, damaged: Path) -> None:
    ended = start(own_folders, resources=damaged)

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("kneegui: exercises.json, exercise clamshell: ")
    assert "name" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_missing_content_ends_with_a_sentence(own_folders: Path) -> None:
    ended = start(own_folders, resources=own_folders / "nothing")

    assert ended.returncode == 2
    assert ended.stderr == "kneegui: exercises.json, file: No such file or directory\n"


def test_settings_open_even_where_the_content_is_damaged(own_folders: Path, damaged: Path) -> None:
    ended = start(own_folders, "--page", "settings", resources=damaged)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_style_is_the_same_on_every_system(own_folders: Path) -> None:
    ended = start(own_folders, do="name the style")

    assert (ended.stdout, ended.stderr) == ("fusion\n", "")


def test_what_nobody_expected_is_logged_and_said(own_folders: Path) -> None:
    ended = start(own_folders, do="fail")

    log = own_folders / "data" / "kneegui.log"
    assert ended.stdout == f"KneeGuide: Something went wrong. What happened stands in {log}.\n"
    assert "ZeroDivisionError: division by zero" in log.read_text("utf-8")
    assert "Traceback" not in ended.stderr
    assert ended.returncode == 0


class Slip:
    """Breaks the program where a slot runs, and keeps what it says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[QWidget, str, str]] = []
        monkeypatch.setattr(QMessageBox, "critical", self._critical)

    def _critical(self, parent: QWidget, title: str, text: str) -> None:
        self.said.append((parent, title, text))


@pytest.fixture
def slip(monkeypatch: pytest.MonkeyPatch) -> Slip:
    return Slip(monkeypatch)


def break_search(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every search fail from now on, and errors go where the program sends them."""

    def fail(_query: str) -> None:
        raise ValueError("a slip of ours")

    monkeypatch.setattr(user.parts.exercises_page, "_search", type("Broken", (), {"find": fail}))
    monkeypatch.setattr(sys, "excepthook", user.parts.on_unexpected)


def test_the_program_goes_on_after_an_error_in_a_slot(
    qapp: QApplication,
    own_folders: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    slip: Slip,
) -> None:
    with using(qapp, own_folders / "data") as user:
        break_search(user, monkeypatch)
        user.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        user.type("c")

        [(parent, title, text)] = slip.said
        assert parent is user.window
        assert title == "KneeGuide"
        assert str(user.folder / "kneegui.log") in text
        [record] = [entry for entry in caplog.records if entry.levelno == logging.CRITICAL]
        assert record.exc_info is not None
        assert "a slip of ours" in str(record.exc_info[1])

        user.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        assert user.parts.window.shown_page == "routines"


def test_damaged_content_is_kept_as_the_failure(
    qapp: QApplication,
    qtbot: QtBot,
    own_folders: Path,
    damaged: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kneegui.app.resource_folder", lambda: damaged)
    (own_folders / "data").mkdir()
    parts = Parts(qapp, own_folders / "data")
    with qtbot.waitSignal(parts.window.first_painted):
        parts.open_window("exercises")
    qapp.processEvents()

    assert isinstance(parts.failure, ContentError)
    assert parts.failure.item == "exercise clamshell"
    parts.window.close()
    parts.window.deleteLater()


def test_a_closed_window_is_gone_and_its_pages_with_it(
    qapp: QApplication, own_folders: Path
) -> None:
    with using(qapp, own_folders / "data") as user:
        for key in (*OTHER_PAGES, Qt.Key.Key_1):
            user.press(key, Qt.KeyboardModifier.ControlModifier)
        pages: list[QWidget] = [
            user.parts.today_page,
            user.parts.exercises_page,
            user.parts.routines_page,
            user.parts.history_page,
            user.parts.settings_page,
        ]
        gone: list[str] = []
        for page in pages:
            page.destroyed.connect(lambda _page=None: gone.append("page"))
        user.window.destroyed.connect(lambda _window=None: gone.append("window"))

    assert sorted(gone) == ["page"] * len(PAGES) + ["window"]
