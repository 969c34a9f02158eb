"""What the player says and sounds, through the voice and the sounds of the desktop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from kneegui.desktop.sounds import Sound as DesktopSound
from kneegui.desktop.sounds import Sounds
from kneegui.desktop.speech import Speech
from kneegui.desktop.voice_engine import Voice, VoiceWish
from kneegui.domain.settings import VoiceSpeed
from kneegui.player.cues import Sound
from kneegui.ui.kept_settings import KeptSettings

_LATEST_S = 4.0
_TEST_LATEST_S = 15.0
"""A voice that is still getting ready may say its test sentence late."""
_RATES = {VoiceSpeed.SLOW: -0.4, VoiceSpeed.NORMAL: 0.0, VoiceSpeed.FAST: 0.3}
"""With eSpeak a sentence takes a third longer, or a third less."""


class DesktopLoudspeaker(QObject):
    """Voice and sounds, each of which may be off, together or by itself.

    Args:
        speech: the voice.
        sounds: the sounds.
        settings: what is to be heard, and how; a change holds at once.

    Signals:
        silent: a sentence was spoken to its end.
        failed: why nothing is said in the session, or nothing sounded, in a sentence.
        voices_told: for the name of each voice there is for our language its words, empty until
            they are known; and why nothing is said, in a sentence, or empty.
    """

    silent = Signal()
    failed = Signal(str)
    voices_told = Signal(object, str)

    def __init__(
        self,
        speech: Speech,
        sounds: Sounds,
        settings: KeptSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speech = speech
        self._sounds = sounds
        self._settings = settings
        self._muted = False
        self._in_session = False
        speech.spoken_finished.connect(lambda _text: self.silent.emit())
        speech.opened.connect(self._tell_voices)
        speech.failed.connect(self._tell_voices)
        speech.failed.connect(self._on_speech_failed)
        sounds.failed.connect(self.failed)
        settings.changed.connect(self._follow)
        self._follow()

    def start(self) -> None:
        """Gets voice and sounds ready for a session, so that the first of them is on time."""
        self._in_session = True
        # A test may have been heard although they are muted.
        self._apply()
        if self._settings.now.voice:
            self._speech.start()
            if self._speech.problem:
                self.failed.emit(self._speech.problem)
        if self._settings.now.sounds:
            self._sounds.start()

    def rest(self) -> None:
        """Takes note that the session is over."""
        self._in_session = False

    def find_voices(self) -> None:
        """Tells what voices there are, now and as soon as more is known."""
        self._speech.start()
        self._tell_voices()

    def retry_voice(self) -> None:
        """Tries again after the voice failed."""
        self._speech.retry()
        self._tell_voices()

    def say(self, text: str) -> None:
        """Says a sentence, and cuts the one being said."""
        self._speech.hush()
        self._speech.say(text, deadline_s=_LATEST_S)

    def sound(self, sound: Sound) -> None:
        """Plays one of the four sounds."""
        self._sounds.play(DesktopSound(sound.value))

    def test_voice(self) -> None:
        """Says a sentence as it would be said in a session, also where that is muted."""
        self._speech.set_muted(False)
        self._speech.hush()
        sentence = self.tr("Left side. Slow is fine. Keep breathing.")
        self._speech.say(sentence, deadline_s=_TEST_LATEST_S)

    def test_sound(self) -> None:
        """Plays a sound as loud as it would be in a session, also where that is muted."""
        self._sounds.set_muted(False)
        self.sound(Sound.GO)

    def set_muted(self, muted: bool) -> None:
        """Switches both off for now, or back to what the settings say."""
        self._muted = muted
        self._apply()

    def close(self) -> None:
        """Leaves nothing running."""
        self._speech.close()
        self._sounds.close()

    def _on_speech_failed(self, problem: str) -> None:
        # Outside a session only the settings use the voice, and say themselves what is wrong.
        if self._in_session:
            self.failed.emit(problem)

    def _tell_voices(self) -> None:
        voices = {voice.name: _voice_words(voice) for voice in self._speech.voices}
        self.voices_told.emit(voices, self._speech.problem)

    def _follow(self) -> None:
        settings = self._settings.now
        # The language of these words is the one they are spoken in.
        language, rate = self.tr("en"), _RATES[settings.voice_speed]
        self._speech.choose(VoiceWish(language=language, voice=settings.voice_name, rate=rate))
        self._sounds.set_volume(settings.volume / 100)
        self._apply()

    def _apply(self) -> None:
        self._speech.set_muted(self._muted or not self._settings.now.voice)
        self._sounds.set_muted(self._muted or not self._settings.now.sounds)


def open_loudspeaker(folder: Path, settings: KeptSettings, parent: QObject) -> DesktopLoudspeaker:
    """Gives the loudspeaker of this computer; nothing of it is started yet.

    Args:
        folder: where the sounds are.
        settings: what is to be heard, and how.
        parent: what it lives as long as.
    """
    speech, sounds = Speech(parent=parent), Sounds(folder, parent=parent)
    return DesktopLoudspeaker(speech, sounds, settings, parent)


def _voice_words(voice: Voice) -> str:
    """Gives ``Ann (United Kingdom)``; many engines name the place themselves."""
    if "(" in voice.name:
        return voice.name
    return f"{voice.name} ({QLocale(voice.language).nativeTerritoryName()})"
