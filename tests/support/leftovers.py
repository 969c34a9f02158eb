"""Finds what a test has left running: threads, timers and windows.

Timers and threads of Qt are noted when Python makes them and asked afterwards whether they still
run. A ``QTimer.singleShot`` belongs to Qt alone and is not seen.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

GRACE_S = 1.0
"""How long something that is already ending may take for it."""


class Leftovers:
    """Compares what runs now with what ran when the object was made."""

    def __init__(self, timers: WeakSet[QTimer], threads: WeakSet[QThread]) -> None:
        self._all_timers = timers
        self._all_threads = threads
        self._python_threads = set(threading.enumerate())
        self._timers = set(self._active_timers())
        self._threads = set(self._running_threads())
        self._windows = set(_windows())

    def found(self) -> list[str]:
        """Gives a line for each thing that was left, after clearing what was about to go."""
        _delete_what_waits_for_it()
        if self._new():
            # A window or timer held only by a cycle of references is gone once that is collected.
            gc.collect()
            _delete_what_waits_for_it()
        return [line for line, _ in self._new()]

    def end(self) -> None:
        """Ends what was left as well as it can, so that the next test is not blamed for it."""
        for _, ending in self._new():
            ending()
        _delete_what_waits_for_it()

    def _new(self) -> list[tuple[str, Callable[[], object]]]:
        new: list[tuple[str, Callable[[], object]]] = []
        for thread in set(threading.enumerate()) - self._python_threads:
            # Python keeps a stand-in for each foreign thread it has met; those are Qt's, below.
            if not isinstance(thread, threading._DummyThread):
                thread.join(GRACE_S)
                if thread.is_alive():
                    new.append((f"thread {thread.name!r} still runs", lambda: None))
        new += [
            (f"{_name(qthread)} still runs", qthread.terminate)
            for qthread in set(self._running_threads()) - self._threads
            if not qthread.wait(int(GRACE_S * 1000))
        ]
        pool = QThreadPool.globalInstance()
        if pool.activeThreadCount() and not pool.waitForDone(int(GRACE_S * 1000)):
            new.append(("the thread pool still works", pool.clear))
        new += [
            (f"{_name(timer)} of {timer.interval()} ms still ticks", timer.stop)
            for timer in set(self._active_timers()) - self._timers
        ]
        new += [
            (f"{_name(window)} is still there", window.deleteLater)
            for window in set(_windows()) - self._windows
        ]
        return new

    def _active_timers(self) -> list[QTimer]:
        return [t for t in self._all_timers if Shiboken.isValid(t) and t.isActive()]

    def _running_threads(self) -> list[QThread]:
        return [t for t in self._all_threads if Shiboken.isValid(t) and t.isRunning()]


def note_every(kind: type[Any], undo: Callable[[Callable[[], None]], object]) -> WeakSet[Any]:
    """Gives the set in which every object of a Qt class stands from now on, while it lives.

    Args:
        kind: The class; its subclasses are noted too.
        undo: Is handed the function that leaves the class as it was.
    """
    made: WeakSet[Any] = WeakSet()
    original = kind.__init__

    def noted(self: QObject, *args: object, **kwargs: object) -> None:
        original(self, *args, **kwargs)
        made.add(self)

    setattr(kind, "__init__", noted)  # noqa: B010  the type checker knows nothing of such a change
    undo(lambda: setattr(kind, "__init__", original))
    return made


def _windows() -> list[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    return QApplication.topLevelWidgets()


def _delete_what_waits_for_it() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _name(thing: QObject) -> str:
    name = thing.objectName()
    return type(thing).__name__ + (f" {name!r}" if name else "")
