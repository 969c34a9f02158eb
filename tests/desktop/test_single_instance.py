"""One window for one data folder; the second start asks the first, and exits."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from kneegui.desktop.single_instance import SingleInstance, socket_name
from kneegui.domain.errors import FolderError

WAIT_MS = 30_000
STARTS = 5

_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from kneegui.desktop.single_instance import SingleInstance
from kneegui.domain.errors import FolderError
folder, page, routine, others = sys.argv[1:]
application = QCoreApplication([])
instance = SingleInstance(Path(folder), 30_000)
print("ready", flush=True)
sys.stdin.readline()
asked = []
def on_front_asked(*words):
    asked.append(words)
    if len(asked) == int(others):
        application.quit()
instance.front_asked.connect(on_front_asked)
first = instance.claim(page, routine)
print("first" if first else "second", flush=True)
if first:
    QTimer.singleShot(30_000, application.quit)
    application.exec()
    print(*sorted(page for page, routine in asked))
    instance.release()
"""

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def folder(own_folders: Path) -> Path:
    data = own_folders / "kneegui"
    data.mkdir()
    return data


@pytest.fixture
def start(qapp: object) -> Iterator[Start]:
    """Gives processes that wait for a line before they claim."""
    made: list[subprocess.Popen[str]] = []

    def begin(
        folder: Path, page: str = "", routine: str = "", others: int = 1
    ) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _SCRIPT, str(folder), page, routine, str(others)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        made.append(process)
        assert said(process) == "ready"
        return process

    yield begin
    for process in made:
        process.kill()
        process.communicate()


@pytest.fixture
def claimed(folder: Path, qapp: object) -> Iterator[SingleInstance]:
    """Gives the first instance on the folder."""
    instance = SingleInstance(folder)
    assert instance.claim()
    yield instance
    instance.release()


def said(process: subprocess.Popen[str]) -> str:
    """Gives the next line of a process."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go(process: subprocess.Popen[str]) -> None:
    """Lets a process claim."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_the_second_start_asks_the_first_and_exits(
    claimed: SingleInstance, folder: Path, start: Start, qtbot: QtBot
) -> None:
    second = start(folder, "exercises", "after-run-five")
    with qtbot.waitSignal(claimed.front_asked, timeout=WAIT_MS) as caught:
        go(second)

    assert caught.args == ["exercises", "after-run-five"]
    assert said(second) == "second"
    assert second.wait(30) == 0


def test_it_may_ask_for_nothing_but_the_window(
    claimed: SingleInstance, folder: Path, start: Start, qtbot: QtBot
) -> None:
    second = start(folder)
    with qtbot.waitSignal(claimed.front_asked, timeout=WAIT_MS) as caught:
        go(second)

    assert caught.args == ["", ""]


def test_of_many_at_once_exactly_one_is_first(folder: Path, start: Start) -> None:
    processes = [start(folder, f"page{n}", others=STARTS - 1) for n in range(STARTS)]
    for process in processes:
        go(process)

    answers = [said(process) for process in processes]
    assert sorted(answers) == ["first"] + ["second"] * (STARTS - 1)
    winner = answers.index("first")
    others = [f"page{n}" for n in range(STARTS) if n != winner]
    assert said(processes[winner]) == " ".join(others)
    assert [process.wait(30) for process in processes] == [0] * STARTS


def test_after_a_crash_the_next_is_first(folder: Path, start: Start, qtbot: QtBot) -> None:
    crashed = start(folder)
    go(crashed)
    assert said(crashed) == "first"
    crashed.kill()
    crashed.wait()

    following = SingleInstance(folder)
    assert following.claim()
    second = start(folder, "routines")
    with qtbot.waitSignal(following.front_asked, timeout=WAIT_MS):
        go(second)
    following.release()


def test_who_ends_makes_room(folder: Path, claimed: SingleInstance) -> None:
    claimed.release()
    following = SingleInstance(folder)

    assert following.claim()
    following.release()


def test_other_folders_have_their_own_first(own_folders: Path, claimed: SingleInstance) -> None:
    other = own_folders / "other"
    other.mkdir()
    instance = SingleInstance(other)

    assert instance.claim()
    instance.release()


def test_a_first_that_hangs_is_told_of(folder: Path, start: Start, claimed: SingleInstance) -> None:
    # It has claimed, and no event loop runs.
    second = SingleInstance(folder, 100)
    with pytest.raises(FolderError, match=r"already open on .*, but it does not answer"):
        second.claim()

    assert not SingleInstance(folder, 0)._lock.tryLock(0)


def test_a_lock_that_nobody_listens_for_is_taken_over(folder: Path, qapp: object) -> None:
    # As when the process is gone and another program now has its number.
    lock = QLockFile(str(folder / "kneegui.lock"))
    lock.setStaleLockTime(0)
    assert lock.tryLock(0)

    instance = SingleInstance(folder, 100)

    assert instance.claim()
    instance.release()


def test_a_lock_of_another_computer_is_left_alone(
    folder: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = QLockFile(str(folder / "kneegui.lock"))
    assert lock.tryLock(0)
    monkeypatch.setattr(
        "kneegui.desktop.single_instance.QSysInfo.machineHostName", lambda: "elsewhere"
    )

    with pytest.raises(FolderError):
        SingleInstance(folder, 100).claim()
    assert lock.isLocked()
    lock.unlock()


def test_a_folder_without_lock_file_costs_only_the_lock(own_folders: Path, qapp: object) -> None:
    missing = own_folders / "missing"
    instance = SingleInstance(missing, 100)

    assert instance.claim()
    instance.release()


@pytest.mark.parametrize("words", [b"\n", b"[]\n", b"{}\n", b'{"page": 1}\n', b"x" * 9000])
def test_what_is_not_a_request_is_hung_up_on(
    claimed: SingleInstance, folder: Path, qtbot: QtBot, words: bytes
) -> None:
    heard: list[object] = []
    claimed.front_asked.connect(lambda *asked: heard.append(asked))
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    with qtbot.waitSignal(socket.disconnected, timeout=WAIT_MS):
        socket.write(words)

    assert heard == []


def test_only_the_user_may_ask(claimed: SingleInstance) -> None:
    assert claimed._server is not None
    assert claimed._server.socketOptions() == QLocalServer.SocketOption.UserAccessOption


def test_a_folder_has_one_name_however_it_is_written(own_folders: Path) -> None:
    folder = own_folders / "run"
    link = own_folders / "link"
    link.symlink_to(folder)

    names = {socket_name(path) for path in (folder, link, folder / ".." / "run")}
    assert len(names) == 1
    assert names != {socket_name(own_folders)}
    assert len(names.pop()) < 40
