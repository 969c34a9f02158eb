"""The worker does jobs in order on one thread, and hands results on over here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from kneegui.domain.errors import KneeGuideError
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from tests.store.programs import run_python
from tests.store.samples import session, step


class RefusedError(KneeGuideError):
    """Something expected."""


class Receiver(QObject):
    """Notes what it is told, and where."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[int] = set()

    @Slot(object)
    def on_told(self, what: object) -> None:
        self.told.append(what)
        self.threads.add(threading.get_ident())


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[DatabaseWorker]:
    """Gives a worker, closed afterwards."""
    worker = DatabaseWorker()
    yield worker
    worker.close()


def refuse() -> None:
    raise RefusedError("The cellar is locked.")


def database_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if "database" in thread.name]


def test_a_result_comes_back(worker: DatabaseWorker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worker.run(lambda: {"steps": 3}).done) as blocker:
        pass

    assert blocker.args == [{"steps": 3}]
    assert not worker.is_busy


def test_nothing_comes_back_before_the_next_event(worker: DatabaseWorker, qtbot: QtBot) -> None:
    over = threading.Event()
    job = worker.run(over.set)
    assert over.wait(5)
    told: list[object] = []

    job.done.connect(told.append)
    assert told == []
    assert worker.is_busy
    qtbot.waitUntil(lambda: told == [None])


@pytest.mark.parametrize("how", ["method", "function"])
def test_work_is_done_over_there_and_told_over_here(
    worker: DatabaseWorker, qtbot: QtBot, how: str
) -> None:
    receiver = Receiver()
    job = worker.run(threading.get_ident)

    def on_told(what: object) -> None:
        receiver.on_told(what)

    job.done.connect(receiver.on_told if how == "method" else on_told)
    qtbot.waitUntil(lambda: bool(receiver.told))

    assert receiver.told != [threading.get_ident()]
    assert receiver.threads == {threading.get_ident()}


def test_jobs_are_done_in_order_on_one_thread(worker: DatabaseWorker, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    for number in range(200):
        worker.run(lambda number=number: (number, threading.get_ident())).done.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 200)

    assert [number for number, _ in told] == list(range(200))
    assert len({thread for _, thread in told}) == 1


def test_an_expected_error_comes_back(worker: DatabaseWorker, qtbot: QtBot) -> None:
    job = worker.run(refuse)
    done: list[object] = []
    job.done.connect(done.append)
    with qtbot.waitSignal(job.failed) as blocker:
        pass

    (error,) = blocker.args or [None]
    assert isinstance(error, RefusedError)
    assert str(error) == "The cellar is locked."
    assert done == []
    assert not worker.is_busy


def test_a_mistake_reaches_the_hook_and_stops_nothing(worker: DatabaseWorker, qtbot: QtBot) -> None:
    after: list[object] = []
    with qtbot.captureExceptions() as caught:
        job = worker.run(lambda: 1 // 0)
        job.failed.connect(after.append)
        worker.run(lambda: "next").done.connect(after.append)
        qtbot.waitUntil(lambda: bool(after))

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert after == ["next"]
    assert not worker.is_busy


def test_what_a_job_says_meanwhile_is_heard_over_here(worker: DatabaseWorker, qtbot: QtBot) -> None:
    receiver = Receiver()
    tell = worker.relay(receiver.on_told)

    def work() -> None:
        tell("half")
        tell("whole")

    with qtbot.waitSignal(worker.run(work).done):
        pass

    assert receiver.told == ["half", "whole"]
    assert receiver.threads == {threading.get_ident()}


def test_a_receiver_that_is_gone_is_not_called(worker: DatabaseWorker, qtbot: QtBot) -> None:
    receiver = Receiver()
    go = threading.Event()
    job = worker.run(go.wait)
    job.done.connect(receiver.on_told)
    told = receiver.told

    del receiver
    go.set()
    qtbot.waitUntil(lambda: not worker.is_busy)

    assert told == []


def test_closing_waits_and_hands_on_every_result(qtbot: QtBot) -> None:
    worker = DatabaseWorker()
    go = threading.Event()
    told: list[object] = []
    worker.run(go.wait)
    for number in range(20):
        worker.run(lambda number=number: number).done.connect(told.append)
    worker.run(refuse).failed.connect(lambda error: told.append(str(error)))
    go.set()

    worker.close()

    assert told == [*range(20), "The cellar is locked."]
    assert not worker.is_busy
    assert database_threads() == []


def test_a_closed_worker_takes_no_work(qtbot: QtBot) -> None:
    worker = DatabaseWorker()
    worker.close()
    worker.close()

    with pytest.raises(RuntimeError):
        worker.run(lambda: None)
    assert not worker.is_busy


def test_no_thread_is_there_before_the_first_job(qtbot: QtBot) -> None:
    worker = DatabaseWorker()
    assert database_threads() == []
    worker.close()


def test_the_job_is_deleted_once_it_is_told(worker: DatabaseWorker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worker.run(lambda: None).done):
        pass
    qtbot.waitUntil(lambda: worker.findChildren(QObject) == [])


def test_what_was_asked_for_is_done_even_if_nobody_closes(own_folders: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from kneegui.ui.background import DatabaseWorker\n"
        "application = QCoreApplication([])\n"
        "worker = DatabaseWorker()\n"
        "file = pathlib.Path(sys.argv[1], 'done')\n"
        "def note():\n"
        "    with file.open('a') as opened: opened.write('x')\n"
        "for number in range(50): worker.run(lambda: note())\n"
    )

    printed = run_python(code, own_folders)

    assert printed == ""
    assert (own_folders / "done").read_text() == "x" * 50


def test_a_store_is_used_over_there(own_folders: Path, qtbot: QtBot) -> None:
    worker = DatabaseWorker()
    receiver = Receiver()
    store = Store(own_folders, worker.relay(receiver.on_told))
    told: list[object] = []

    worker.run(lambda: store.log.begin(session())).done.connect(told.append)
    worker.run(lambda: store.log.add_step(step(1), 2)).done.connect(told.append)
    worker.run(lambda: store.sessions.get("first")).done.connect(told.append)
    worker.run(store.close)
    worker.close()

    assert told == [True, True, session(position=2, steps=(step(1),))]
    assert receiver.told == []
    assert [file.name for file in own_folders.glob("kneegui.db*")] == ["kneegui.db"]


def test_the_trouble_of_a_store_is_told_over_here(own_folders: Path, qtbot: QtBot) -> None:
    folder = own_folders / "data"
    folder.touch()
    worker = DatabaseWorker()
    receiver = Receiver()
    store = Store(folder, worker.relay(receiver.on_told))
    written: list[object] = []

    worker.run(lambda: store.log.begin(session())).done.connect(written.append)
    worker.run(store.close)
    worker.close()

    assert written == [False]
    assert len(receiver.told) == 1
    assert receiver.threads == {threading.get_ident()}


def test_sqlalchemy_is_imported_by_the_first_job_over_there(own_folders: Path) -> None:
    code = (
        "import pathlib, sys, threading\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from kneegui.store.store import Store\n"
        "from kneegui.ui.background import DatabaseWorker\n"
        "application = QCoreApplication([])\n"
        "worker = DatabaseWorker()\n"
        "store = Store(pathlib.Path(sys.argv[1]), print)\n"
        "print('sqlalchemy' in sys.modules)\n"
        "worker.run(store.open)\n"
        "worker.run(store.close)\n"
        "worker.close()\n"
        "print('sqlalchemy' in sys.modules)\n"
    )

    printed = run_python(code, own_folders)

    assert printed.split() == ["False", "True"]
