"""What the program says and sounds in a test, where there is neither a voice nor a loudspeaker."""

from __future__ import annotations

from kneegui.app import Parts
from kneegui.desktop.sounds import Sounds
from kneegui.desktop.speech import Speech
from kneegui.resource_files import resource_folder
from kneegui.ui.loudspeaker import DesktopLoudspeaker
from tests.support.fake_effect import FakeEffect
from tests.support.fake_voice import FakeVoice


class Ears:
    """Puts a voice and sounds into a program that has not made its own yet, and listens."""

    def __init__(self, parts: Parts) -> None:
        self.voices: list[FakeVoice] = []
        self.effects: list[FakeEffect] = []
        window = parts.window
        folder = resource_folder() / "sounds"
        loudspeaker = DesktopLoudspeaker(
            Speech(self._make_voice, parent=window),
            Sounds(folder, self._make_effect, parent=window),
            parts._settings,
            window,
        )
        loudspeaker.failed.connect(parts._on_told)
        parts.__dict__["loudspeaker"] = loudspeaker

    @property
    def voice(self) -> FakeVoice:
        """The voice that was started last."""
        return self.voices[-1]

    @property
    def sounded(self) -> dict[str, int]:
        """How often each sound was played that was."""
        return {each.path.stem: each.played for each in self.effects if each.played}

    def _make_voice(self) -> FakeVoice:
        self.voices.append(FakeVoice())
        return self.voices[-1]

    def _make_effect(self) -> FakeEffect:
        self.effects.append(FakeEffect())
        return self.effects[-1]
