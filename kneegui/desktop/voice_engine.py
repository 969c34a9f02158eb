"""What speaks: the contract, and the process that fulfils it."""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from kneegui.desktop.line_process import LineProcess


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
        named = ["--engine", engine] if engine else []
        self._process = LineProcess("voice", [*(command or voice_command()), *named], parent=self)
        self._process.told.connect(self._on_told)
        self._process.gone.connect(lambda why: self.failed.emit(VoiceFault.BROKEN, why))

    @override
    def open(self, wish: VoiceWish) -> None:
        self._process.start()
        self._process.send(do="open", language=wish.language, voice=wish.voice, rate=wish.rate)

    @override
    def say(self, number: int, text: str) -> None:
        self._process.send(do="say", number=number, text=text)

    @override
    def stop(self) -> None:
        self._process.send(do="stop")

    @override
    def close(self) -> None:
        self.blockSignals(True)
        self._process.send(do="stop")
        self._process.close()

    def _on_told(self, told: dict[str, Any]) -> None:
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


def voice_command() -> list[str]:
    """Gives what starts the process that speaks."""
    return [sys.executable, "-m", "kneegui.desktop.voice_process"]
