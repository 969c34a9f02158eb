"""A voice that speaks when the test says so, and remembers what it was asked for."""

from __future__ import annotations

from typing_extensions import override

from kneegui.desktop.voice_engine import Voice, VoiceEngine, VoiceWish

ANN = Voice(name="Ann", language="en_GB")


class FakeVoice(VoiceEngine):
    """Opens, begins and finishes by the test's calls."""

    def __init__(self) -> None:
        super().__init__()
        self.wishes: list[VoiceWish] = []
        self.said: list[tuple[int, str]] = []
        self.stops = 0
        self.is_closed = False

    @property
    def texts(self) -> list[str]:
        """What it was told to say, in that order."""
        return [text for _, text in self.said]

    @override
    def open(self, wish: VoiceWish) -> None:
        self.wishes.append(wish)

    @override
    def say(self, number: int, text: str) -> None:
        self.said.append((number, text))

    @override
    def stop(self) -> None:
        self.stops += 1

    @override
    def close(self) -> None:
        self.is_closed = True
        self.blockSignals(True)

    def answer(self, *voices: Voice) -> None:
        """Is open from now on, with these voices."""
        offered = voices or (ANN,)
        self.opened.emit("fake", offered[0].name, offered)

    def begin(self) -> None:
        """Begins the last sentence."""
        self.started.emit(self.said[-1][0])

    def end(self) -> None:
        """Ends the last sentence."""
        self.finished.emit(self.said[-1][0])
