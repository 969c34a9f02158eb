"""The four sounds of the player."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QObject, Signal

from kneegui.desktop.sound_effect import SoundEffect, SoundProcess

_log = logging.getLogger(__name__)

STUCK_MS = 5000
"""A sound lasts a second, and up to two more pass in a sound server's buffer. Where the server
dies, Qt says nothing: the sound just never ends."""


class Sound(StrEnum):
    """What is sounded; ``resources/sounds`` has a file of that name for each."""

    COUNT = "count"
    """A second of a count-in, or one of the last three."""
    GO = "go"
    """Begin."""
    HALF = "half"
    """Half the time is over."""
    DONE = "done"
    """This is over."""


class Sounds(QObject):
    """Plays the sounds, loaded beforehand, so that they are on time.

    Where they cannot be played this is told once and they stay silent, until ``retry``. Sounds that
    do not end any more are loaded again, once; if that does not help, they cannot be played.

    Args:
        folder: where the WAV files are.
        make_effect: gives what plays one sound; a process of its own where it is left out.
        stuck_ms: how many milliseconds after it began a sound must have ended.

    Signals:
        began(str, float): the sound of that name is being played, so many milliseconds after it
            was asked for.
        failed(str): a sentence for the user: no sound can be played.
    """

    began = Signal(str, float)
    failed = Signal(str)

    def __init__(
        self,
        folder: Path,
        make_effect: Callable[[], SoundEffect] | None = None,
        stuck_ms: int = STUCK_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._make_effect = make_effect or SoundProcess().effect
        self._stuck_ms = stuck_ms
        self._effects: dict[Sound, SoundEffect] = {}
        self._sounding: dict[Sound, QDeadlineTimer] = {}
        self._clock = QElapsedTimer()
        self._clock.start()
        self._asked_ms: dict[Sound, float] = {}
        self._volume = 1.0
        self._muted = False
        self._was_stuck = False
        self.problem = ""
        """Why nothing sounds, or empty."""

    def start(self) -> None:
        """Loads the sounds, which takes a tenth of a second; again, does nothing."""
        if not self._effects and not self.problem:
            for sound in Sound:
                self._load(sound)

    def play(self, sound: Sound) -> None:
        """Plays a sound, from its beginning where it is still being played."""
        if self._muted or self.problem:
            return
        if any(deadline.hasExpired() for deadline in self._sounding.values()):
            self._on_stuck()
            if self.problem:
                return
        self.start()
        effect = self._effects.get(sound)
        if effect is not None:
            self._asked_ms[sound] = self._now_ms()
            self._sounding.setdefault(sound, QDeadlineTimer(self._stuck_ms))
            effect.play()

    def set_volume(self, volume: float) -> None:
        """Sets the volume, 0 to 1 as a slider shows it: half of it sounds half as loud."""
        self._volume = min(max(volume, 0.0), 1.0)
        for effect in self._effects.values():
            effect.set_volume(self._amplitude)

    def set_muted(self, muted: bool) -> None:
        """Plays nothing while muted; what is being played stops."""
        self._muted = muted
        if muted:
            for sound in list(self._sounding):
                self._effects[sound].stop()

    def retry(self) -> None:
        """Tries again after a failure."""
        self.close()
        self.problem = ""
        self._was_stuck = False
        self.start()

    def close(self) -> None:
        """Leaves nothing playing; may be started again."""
        for effect in self._effects.values():
            effect.close()
            effect.deleteLater()
        self._effects.clear()
        self._sounding.clear()

    @property
    def _amplitude(self) -> float:
        # A slider's steps sound even when the amplitude grows as their square.
        return self._volume**2

    def _load(self, sound: Sound) -> None:
        if self.problem:
            return
        effect = self._make_effect()
        self._effects[sound] = effect
        effect.began.connect(lambda: self._on_began(sound))
        effect.ended.connect(lambda: self._on_ended(sound))
        effect.broke.connect(self._on_broke)
        effect.lost.connect(self._on_stuck)
        effect.set_volume(self._amplitude)
        effect.load(self._folder / f"{sound}.wav")

    def _on_began(self, sound: Sound) -> None:
        self.began.emit(sound, self._now_ms() - self._asked_ms.get(sound, self._now_ms()))

    def _on_ended(self, sound: Sound) -> None:
        self._sounding.pop(sound, None)
        self._was_stuck = False

    def _on_stuck(self) -> None:
        if self._was_stuck:
            self._fail(self.tr("The sounds of this computer have stopped."))
            return
        _log.warning("the sound server does not play any more; the sounds are loaded again")
        self._was_stuck = True
        self.close()

    def _on_broke(self) -> None:
        self._fail(self.tr("The sounds cannot be played on this computer."))

    def _fail(self, sentence: str) -> None:
        if not self.problem:
            self.problem = sentence
            _log.warning("%s", sentence)
            self.close()
            self.failed.emit(sentence)

    def _now_ms(self) -> float:
        return self._clock.nsecsElapsed() / 1e6
