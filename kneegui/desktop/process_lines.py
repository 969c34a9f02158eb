"""The other end of ``line_process.py``: a process that does what it is told."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal


class Servant(QObject):
    """Does what the commands say, on the thread it was made on, until there are no more."""

    @abstractmethod
    def on_received(self, command: dict[str, Any]) -> None:
        """Does what a command says."""

    def on_ended(self) -> None:
        """Ends the process."""
        QCoreApplication.quit()


class _Input(QObject):
    """Reads the commands, in a thread: standard input cannot be waited for on every system.

    Signals:
        received(object): a command.
        ended(): there will be no more.
    """

    received = Signal(object)
    ended = Signal()

    def read(self) -> None:
        for line in sys.stdin:
            self.received.emit(json.loads(line))
        self.ended.emit()


def obey(servant: Servant) -> int:
    """Hands on each command until the input ends, and gives the exit code."""
    # Ctrl+C in a terminal is for the program, which then ends the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    commands = _Input()
    commands.received.connect(servant.on_received)
    commands.ended.connect(servant.on_ended)
    threading.Thread(target=commands.read, daemon=True).start()
    return QCoreApplication.exec()


def tell(what: str, **details: object) -> None:
    """Tells the program something; ends the process where nobody is there to be told."""
    try:
        sys.stdout.write(json.dumps({"is": what, **details}) + "\n")
        sys.stdout.flush()
    except OSError:
        os._exit(1)
