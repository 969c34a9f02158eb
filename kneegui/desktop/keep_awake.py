"""Keeps the display awake while a session runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class AwakeMethod(Protocol):
    """One of the system's ways to hold the display awake."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...


class AwakeMode(Protocol):
    """What holds the display awake while it is entered, as wakepy's modes do."""

    @property
    def active(self) -> bool:
        """Whether it holds."""
        ...

    @property
    def active_method(self) -> AwakeMethod | None:
        """By which way, if it does."""
        ...

    def __enter__(self) -> object:
        """Begins."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> object:
        """Ends."""
        ...


def presenting_mode() -> AwakeMode:
    """Gives wakepy's mode for keeping the display on; imports wakepy."""
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class KeepAwake(QObject):
    """Keeps the display awake from ``hold`` to ``release`` and not a moment longer.

    The system is asked in a thread, because a desktop that hangs answers after seconds. Where it
    refuses, this is logged and stands in ``problem``. A program that is killed holds nothing any
    more: the system sees that it is gone.

    Args:
        make_mode: gives what holds the display awake; wakepy's where it is left out.

    Signals:
        changed(): it holds, or not any more, or could not; ``method`` or ``problem`` says more.
    """

    changed = Signal()

    def __init__(
        self, make_mode: Callable[[], AwakeMode] = presenting_mode, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_mode = make_mode
        self._thread: ThreadPoolExecutor | None = None
        self._is_wanted = False
        self._mode: AwakeMode | None = None
        self.method = ""
        """By which of the system's ways the display is held awake, or empty."""
        self.problem = ""
        """Why it could not be when it was last tried, or empty."""

    def hold(self) -> None:
        """Keeps the display awake from now on; again, does nothing."""
        if not self._is_wanted:
            self._is_wanted = True
            self._ask(self._enter)

    def release(self) -> None:
        """Lets the display sleep again; again, does nothing."""
        if self._is_wanted:
            self._is_wanted = False
            self._ask(self._leave)

    def close(self) -> None:
        """Releases, waits until the system knows, and leaves no thread."""
        self.release()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown()

    def _ask(self, what: Callable[[], None]) -> None:
        if self._thread is None:
            # One thread alone, so that the system is asked in the right order.
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="keep-awake")
        self._thread.submit(what)

    def _enter(self) -> None:
        try:
            mode = self._make_mode()
            mode.__enter__()
            active, method = mode.active, mode.active_method
        except Exception as error:  # noqa: BLE001  a library's and a desktop's; costs sleep, no more
            active, method, detail = False, None, str(error)
            mode = None
        else:
            detail = "the desktop offers no way to do it"
        self._mode = mode
        self.method = method.name if active and method is not None else ""
        self.problem = "" if active else detail
        if self.problem:
            _log.warning("the display is not kept awake: %s", self.problem)
        self.changed.emit()

    def _leave(self) -> None:
        mode, self._mode = self._mode, None
        self.method = ""
        if mode is not None:
            try:
                mode.__exit__(None, None, None)
            except Exception as error:  # noqa: BLE001  the same
                self.problem = str(error)
                _log.warning("the display may stay awake: %s", error)
        self.changed.emit()
