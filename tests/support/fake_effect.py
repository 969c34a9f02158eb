"""A sound that nobody hears, and that remembers how often it was played."""

from __future__ import annotations

from pathlib import Path

from typing_extensions import override

from kneegui.desktop.sounds import SoundEffect


class FakeEffect(SoundEffect):
    """Plays, and ends when the test says so."""

    def __init__(self, *, broken: bool = False) -> None:
        super().__init__()
        self.broken = broken
        self.path = Path()
        self.played = 0
        self.volume = -1.0
        self.is_playing = False

    @override
    def load(self, path: Path) -> None:
        self.path = path
        if self.broken:
            self.broke.emit()

    @override
    def play(self) -> None:
        self.played += 1
        if not self.is_playing:
            self.is_playing = True
            self.began.emit()

    @override
    def stop(self) -> None:
        if self.is_playing:
            self.is_playing = False
            self.ended.emit()

    @override
    def set_volume(self, volume: float) -> None:
        self.volume = volume
