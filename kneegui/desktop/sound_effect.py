"""What plays a sound: the contract, and the process that fulfils it."""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from kneegui.desktop.line_process import LineProcess


class SoundEffect(QObject):
    """One loaded sound.

    Signals:
        began(): it is being played.
        ended(): it was played to its end or stopped.
        broke(): it cannot be played.
        lost(): what played it is gone; another may do better.
    """

    began = Signal()
    ended = Signal()
    broke = Signal()
    lost = Signal()

    @abstractmethod
    def load(self, path: Path) -> None:
        """Begins to read a WAV file."""

    @abstractmethod
    def play(self) -> None:
        """Plays from the beginning."""

    @abstractmethod
    def stop(self) -> None:
        """Stops playing."""

    @abstractmethod
    def set_volume(self, volume: float) -> None:
        """Sets the factor for the amplitude, 0 to 1."""

    def close(self) -> None:
        """Leaves nothing playing; no signal follows, and it is not used any more."""
        self.blockSignals(True)
        self.stop()


class SoundProcess:
    """Gives sounds that are all played by one ``sound_process``, which can hang without harm.

    It runs while there is a sound.

    Args:
        command: what starts the process, for tests and for programs without an interpreter.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = command or sound_command()
        self._process: LineProcess | None = None
        self._effects: dict[int, _ProcessEffect] = {}

    def effect(self) -> SoundEffect:
        """Gives another sound."""
        number = max(self._effects, default=-1) + 1
        effect = self._effects[number] = _ProcessEffect(self, number)
        return effect

    def send(self, **command: object) -> None:
        """Tells the process what to do; starts it first."""
        if self._process is None:
            # What goes wrong there may be said without end.
            self._process = LineProcess("sound", self._command, logs_errors=False)
            self._process.told.connect(self._on_told)
            self._process.gone.connect(self._on_gone)
            self._process.start()
        self._process.send(**command)

    def forget(self, number: int) -> None:
        """Plays a sound no more, and ends the process with the last one."""
        del self._effects[number]
        if not self._effects:
            process, self._process = self._process, None
            if process is not None:
                process.close()
                process.deleteLater()

    def _on_told(self, told: dict[str, Any]) -> None:
        effect = self._effects.get(told["sound"])
        if effect is not None:
            signals = {"began": effect.began, "ended": effect.ended, "broke": effect.broke}
            signals[told["is"]].emit()

    def _on_gone(self, _why: str) -> None:
        for effect in list(self._effects.values()):
            effect.lost.emit()


class _ProcessEffect(SoundEffect):
    """A sound by its number."""

    def __init__(self, process: SoundProcess, number: int) -> None:
        super().__init__()
        self._process = process
        self._number = number

    @override
    def load(self, path: Path) -> None:
        self._process.send(do="load", sound=self._number, path=str(path))

    @override
    def play(self) -> None:
        self._process.send(do="play", sound=self._number)

    @override
    def stop(self) -> None:
        self._process.send(do="stop", sound=self._number)

    @override
    def set_volume(self, volume: float) -> None:
        self._process.send(do="volume", sound=self._number, volume=volume)

    @override
    def close(self) -> None:
        self.blockSignals(True)
        self._process.forget(self._number)


def sound_command() -> list[str]:
    """Gives what starts the process that plays."""
    return [sys.executable, "-m", "kneegui.desktop.sound_process"]
