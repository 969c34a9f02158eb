"""What the player says and sounds, through the voice and the sounds of the desktop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kneegui.desktop.sounds import Sound as DesktopSound
from kneegui.desktop.sounds import Sounds
from kneegui.desktop.speech import Speech
from kneegui.player.cues import Sound

_LATEST_S = 4.0


class DesktopLoudspeaker(QObject):
    """Voice and sounds, each of which may be off, together or by itself.

    Signals:
        silent: a sentence was spoken to its end.
        failed: why nothing is said or sounded any more, in a sentence.
    """

    silent = Signal()
    failed = Signal(str)

    def __init__(self, speech: Speech, sounds: Sounds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._sounds = sounds
        self._muted = False
        self._voice_on = True
        self._sounds_on = True
        speech.spoken_finished.connect(lambda _text: self.silent.emit())
        speech.failed.connect(self.failed)
        sounds.failed.connect(self.failed)

    def start(self) -> None:
        """Gets voice and sounds ready, so that the first of them is on time."""
        if self._voice_on:
            self._speech.start()
        if self._sounds_on:
            self._sounds.start()

    def say(self, text: str) -> None:
        """Says a sentence, and cuts the one being said."""
        self._speech.hush()
        self._speech.say(text, deadline_s=_LATEST_S)

    def sound(self, sound: Sound) -> None:
        """Plays one of the four sounds."""
        self._sounds.play(DesktopSound(sound.value))

    def set_muted(self, muted: bool) -> None:
        """Switches both off for now, or back to what the settings say."""
        self._muted = muted
        self._apply()

    def choose(self, *, voice: bool, sounds: bool) -> None:
        """Sets which of the two is to be heard."""
        self._voice_on, self._sounds_on = voice, sounds
        self._apply()

    def close(self) -> None:
        """Leaves nothing running."""
        self._speech.close()
        self._sounds.close()

    def _apply(self) -> None:
        self._speech.set_muted(self._muted or not self._voice_on)
        self._sounds.set_muted(self._muted or not self._sounds_on)
