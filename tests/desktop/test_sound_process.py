"""What the process that plays makes of its commands."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtMultimedia import QSoundEffect

from kneegui.desktop import sound_process
from kneegui.desktop.sound_process import _Player


class FakeQtSound(QObject):
    """Qt's class, playing until it is stopped."""

    Status = QSoundEffect.Status
    statusChanged = Signal()  # noqa: N815  Qt's name
    playingChanged = Signal()  # noqa: N815  Qt's name
    made: ClassVar[list[FakeQtSound]] = []

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.source = QUrl()
        self.volume = 1.0
        self.playing = False
        self.state = QSoundEffect.Status.Null
        self.made.append(self)

    def setSource(self, source: QUrl) -> None:
        self.source = source

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def isPlaying(self) -> bool:
        return self.playing

    def status(self) -> QSoundEffect.Status:
        return self.state

    def play(self) -> None:
        self.playing = True
        self.playingChanged.emit()

    def stop(self) -> None:
        self.playing = False
        self.playingChanged.emit()


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch, qapp: object) -> _Player:
    monkeypatch.setattr(sound_process, "QSoundEffect", FakeQtSound)
    monkeypatch.setattr(FakeQtSound, "made", [])
    made = _Player()
    for number in range(2):
        made.on_received({"do": "volume", "sound": number, "volume": 0.25})
        made.on_received({"do": "load", "sound": number, "path": f"/sounds/{number}.wav"})
    return made


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.usefixtures("player")
def test_each_number_has_its_sound() -> None:
    assert [sound.source.path() for sound in FakeQtSound.made] == ["/sounds/0.wav", "/sounds/1.wav"]
    assert [sound.volume for sound in FakeQtSound.made] == [0.25, 0.25]


def test_a_sound_cuts_the_one_before_it(
    player: _Player, capsys: pytest.CaptureFixture[str]
) -> None:
    player.on_received({"do": "play", "sound": 0})
    player.on_received({"do": "play", "sound": 1})
    player.on_received({"do": "stop", "sound": 1})

    assert told(capsys) == [
        {"is": "began", "sound": 0},
        {"is": "ended", "sound": 0},
        {"is": "began", "sound": 1},
        {"is": "ended", "sound": 1},
    ]


def test_what_cannot_be_played_is_told(player: _Player, capsys: pytest.CaptureFixture[str]) -> None:
    FakeQtSound.made[1].state = QSoundEffect.Status.Error
    FakeQtSound.made[1].statusChanged.emit()

    assert told(capsys) == [{"is": "broke", "sound": 1}]
