"""A process that does what it is told: one JSON object a line goes in, one a line comes out."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal

_log = logging.getLogger(__name__)

_END_MS = 100
"""How long the process may take to end when asked to, before it is killed."""


class LineProcess(QObject):
    """Runs the process from ``start`` to ``close``; ``process_lines.py`` is the other end.

    Args:
        name: what it is called in the log.
        command: what starts it.
        logs_errors: whether its error stream goes to the log, or nowhere.

    Signals:
        told(object): what it says, a dictionary with ``is``.
        gone(str): it could not be started or has ended by itself; why.
    """

    told = Signal(object)
    gone = Signal(str)

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        logs_errors: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._command = command
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_ready_read_output)
        if logs_errors:
            self._process.readyReadStandardError.connect(self._on_ready_read_error)
        else:
            self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.errorOccurred.connect(self._on_error_occurred)
        self._process.finished.connect(self._on_finished)

    @property
    def is_running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Starts it; again, does nothing."""
        if not self.is_running:
            self._process.start(self._command[0], list(self._command[1:]))

    def send(self, **command: object) -> None:
        """Tells it what to do; nobody listens unless it runs."""
        if self.is_running:
            self._process.write(json.dumps(command).encode() + b"\n")

    def close(self) -> None:
        """Leaves nothing running; no signal follows."""
        self.blockSignals(True)
        if self.is_running:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(_END_MS):
                self._process.kill()
                self._process.waitForFinished()

    def _on_ready_read_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                told = json.loads(line)
            except ValueError:
                told = None
            if isinstance(told, dict) and "is" in told:
                self.told.emit(told)
            else:
                # A library of the system's may print there, too.
                _log.info("%s: %r", self._name, line)

    def _on_ready_read_error(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        _log.info("%s: %s", self._name, text.strip())

    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.gone.emit(self._process.errorString())

    def _on_finished(self, code: int) -> None:
        self.gone.emit(f"its process ended with {code}")
