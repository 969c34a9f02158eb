"""What speaks: the contract, and the process that fulfils it."""

from __future__ import annotations

import json
import logging
import sys
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal
from typing_extensions import override

_log = logging.getLogger(__name__)

_END_MS = 100
"""How long the process may take to end when asked to, before it is killed."""


class VoiceFault(StrEnum):
    """Why there is no voice."""

    NO_ENGINE = "no-engine"
    """The system has none that works."""
    NO_VOICE = "no-voice"
    """It has none for the language."""
    BROKEN = "broken"
    """It worked, or should have, and does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceWish:
    """How it should sound.

    ``language`` is a locale's name, such as ``en`` or ``en_GB``; ``voice`` the name of one of the
    engine's voices, empty for its own choice; ``rate`` goes from -1 (slow) over 0 to 1 (fast).
    """

    language: str = "en"
    voice: str = ""
    rate: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice the engine has for the language."""

    name: str
    language: str


class VoiceEngine(QObject):
    """Says one sentence at a time.

    Signals:
        opened(str, str, tuple): the names of the engine and of the voice that speaks, and the
            voices it has for the language; it can speak from now on.
        started(int): the sentence of that number is being spoken.
        finished(int): it was spoken to its end.
        failed(str, str): a ``VoiceFault`` and its details; nothing more is to be expected.
    """

    opened = Signal(str, str, tuple)
    started = Signal(int)
    finished = Signal(int)
    failed = Signal(str, str)

    @abstractmethod
    def open(self, wish: VoiceWish) -> None:
        """Begins to get ready; called again, changes how it sounds."""

    @abstractmethod
    def say(self, number: int, text: str) -> None:
        """Says a sentence; one that is being spoken is cut and not heard of again."""

    @abstractmethod
    def stop(self) -> None:
        """Cuts the sentence that is being spoken."""

    @abstractmethod
    def close(self) -> None:
        """Leaves nothing running; no signal follows."""


class VoiceProcess(VoiceEngine):
    """Speaks through ``voice_process``, which can hang or crash without harm to the program.

    Args:
        engine: one of Qt's engines; the best real one where none is named.
        command: what starts the process, for tests and for programs without an interpreter.
    """

    def __init__(
        self,
        engine: str = "",
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = list(command or voice_command())
        if engine:
            self._command += ["--engine", engine]
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_ready_read_output)
        self._process.readyReadStandardError.connect(self._on_ready_read_error)
        self._process.errorOccurred.connect(self._on_error_occurred)
        self._process.finished.connect(self._on_process_finished)

    @override
    def open(self, wish: VoiceWish) -> None:
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start(self._command[0], self._command[1:])
        self._send(do="open", language=wish.language, voice=wish.voice, rate=wish.rate)

    @override
    def say(self, number: int, text: str) -> None:
        self._send(do="say", number=number, text=text)

    @override
    def stop(self) -> None:
        self._send(do="stop")

    @override
    def close(self) -> None:
        self.blockSignals(True)
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._send(do="stop")
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished()

    def _send(self, **command: object) -> None:
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(json.dumps(command).encode() + b"\n")

    def _on_ready_read_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                self._pass_on(json.loads(line))
            except (ValueError, KeyError, TypeError):
                # An engine's own library may print there, too.
                _log.info("voice: %r", line)

    def _pass_on(self, told: dict[str, Any]) -> None:
        match told["is"]:
            case "opened":
                voices = tuple(Voice(name=name, language=tongue) for name, tongue in told["voices"])
                self.opened.emit(told["engine"], told["voice"], voices)
            case "started":
                self.started.emit(told["number"])
            case "finished":
                self.finished.emit(told["number"])
            case "failed":
                self.failed.emit(VoiceFault(told["fault"]), told["detail"])

    def _on_ready_read_error(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        _log.info("voice: %s", text.strip())

    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(VoiceFault.BROKEN, self._process.errorString())

    def _on_process_finished(self, code: int) -> None:
        self.failed.emit(VoiceFault.BROKEN, f"its process ended with {code}")


def voice_command() -> list[str]:
    """Gives what starts the process that speaks."""
    return [sys.executable, "-m", "kneegui.desktop.voice_process"]
