"""Work on the database, off the user interface's thread: plain data in, plain data out.

One thread does the jobs in the order they were asked for. It is a Python thread, so that what was
asked for is still done where the program ends without closing the worker. A result goes back
through one queued signal, and is handed on from there: whoever is connected to a job is called on
the worker's own thread, that of the user interface, whatever it is connected with.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from kneegui.domain.errors import KneeGuideError


class Job(QObject):
    """Something asked of the worker. Connect to it at once: nothing comes before the next event.

    Signals:
        done: it is done; carries the result.
        failed: it ended with an expected error; carries that ``KneeGuideError``.
    """

    done = Signal(object)
    failed = Signal(object)


class DatabaseWorker(QObject):
    """Does jobs on one thread, which begins with the first of them.

    A job is a function without arguments that touches nothing of Qt but what any thread may use,
    such as setting type. An error it does not expect is raised where the result would be handed on,
    and so reaches ``sys.excepthook``.

    The owner calls ``close`` before the application ends.
    """

    _ended = Signal(object)
    """A function that hands on what a job has come to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._jobs: dict[int, Job] = {}
        self._numbers = count()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """True while a job is not done, or its result not handed on."""
        return bool(self._jobs)

    def run(self, work: Callable[[], Any]) -> Job:
        """Does the work after all that was asked for before; gives the job to connect to.

        Raises:
            RuntimeError: the worker is closed.
        """
        number = next(self._numbers)
        self._executor.submit(self._do, number, work)
        # Only this thread holds it, until it is done: what is deleted over there, or by Qt as a
        # child, is outlived by its connections, and the program ends in a crash now and then.
        job = self._jobs[number] = Job()
        return job

    def relay(self, receiver: Callable[..., object]) -> Callable[..., None]:
        """Gives a function to be called from within a job; it calls the receiver over here."""
        return lambda *arguments: self._ended.emit(lambda: receiver(*arguments))

    def close(self) -> None:
        """Waits for every job and hands on its result; nothing can be asked for afterwards."""
        self._executor.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _do(self, number: int, work: Callable[[], Any]) -> None:
        """On the database's thread."""
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001  raised again by `_fail`
            # Bound here: `error` is gone when the block ends.
            self._ended.emit(lambda error=error: self._fail(number, error))
        else:
            self._ended.emit(lambda: self._finish(number, result))

    @Slot(object)
    def _on_ended(self, hand_on: Callable[[], None]) -> None:
        hand_on()

    def _finish(self, number: int, result: object) -> None:
        job = self._jobs.pop(number)
        job.done.emit(result)

    def _fail(self, number: int, error: BaseException) -> None:
        job = self._jobs.pop(number)
        if not isinstance(error, KneeGuideError):
            raise error
        job.failed.emit(error)
