"""Sounds are played at once, loaded beforehand; where they cannot be, this is told once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneegui.desktop.sounds import Sound, Sounds
from kneegui.resource_files import resource_folder
from tests.support.fake_effect import FakeEffect

FOLDER = resource_folder() / "sounds"


class Room:
    """Sounds with fake effects, and what was heard of them."""

    def __init__(self, stuck_ms: int = 60_000) -> None:
        self.made: list[FakeEffect] = []
        self.broken = False
        self.heard: list[str] = []
        self.told: list[str] = []
        self.sounds = Sounds(FOLDER, self._make, stuck_ms)
        self.sounds.began.connect(lambda name, _: self.heard.append(name))
        self.sounds.failed.connect(self.told.append)

    def _make(self) -> FakeEffect:
        self.made.append(FakeEffect(broken=self.broken))
        return self.made[-1]

    def effect(self, sound: Sound) -> FakeEffect:
        return next(one for one in reversed(self.made) if one.path.stem == sound)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room()
    yield made
    made.sounds.close()


def test_every_sound_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.wav")} == set(Sound)


def test_they_are_loaded_once_and_beforehand(room: Room) -> None:
    assert room.made == []
    room.sounds.start()
    room.sounds.start()

    assert [one.path for one in room.made] == [FOLDER / f"{sound}.wav" for sound in Sound]


def test_what_is_asked_for_is_played_at_once(room: Room) -> None:
    for sound in Sound:
        room.sounds.play(sound)

    assert room.heard == list(Sound)
    assert len(room.made) == len(Sound)


def test_how_long_it_took_is_told(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.sounds.began) as caught:
        room.sounds.play(Sound.GO)

    assert caught.args is not None
    assert caught.args[0] == "go"
    assert 0 <= caught.args[1] < 1000


def test_the_volume_is_that_of_all_and_holds_for_later_ones(room: Room) -> None:
    room.sounds.set_volume(0.5)
    room.sounds.start()
    assert {one.volume for one in room.made} == {0.25}

    for volume, amplitude in ((1.0, 1.0), (0.0, 0.0), (7.0, 1.0), (-1.0, 0.0)):
        room.sounds.set_volume(volume)
        assert {one.volume for one in room.made} == {amplitude}


def test_muted_nothing_is_played(room: Room) -> None:
    room.sounds.play(Sound.DONE)
    room.sounds.set_muted(True)
    room.sounds.play(Sound.GO)
    assert not room.effect(Sound.DONE).is_playing
    assert room.heard == ["done"]

    room.sounds.set_muted(False)
    room.sounds.play(Sound.GO)

    assert room.heard == ["done", "go"]


def test_where_they_cannot_be_played_it_is_told_once(room: Room) -> None:
    room.broken = True
    room.sounds.start()
    room.sounds.start()
    room.sounds.play(Sound.GO)

    assert room.told == ["The sounds cannot be played on this computer."]
    assert room.sounds.problem == room.told[0]
    assert room.heard == []


def test_one_that_breaks_later_is_told_too(room: Room) -> None:
    room.sounds.start()
    for effect in room.made:
        effect.broke.emit()
    room.sounds.play(Sound.GO)

    assert len(room.told) == 1
    assert room.heard == []


def test_after_a_failure_it_may_be_tried_again(room: Room) -> None:
    room.broken = True
    room.sounds.start()
    room.broken = False
    room.sounds.retry()
    room.sounds.play(Sound.GO)

    assert room.sounds.problem == ""
    assert room.heard == ["go"]


def test_sounds_that_never_end_are_loaded_again_once(qtbot: QtBot) -> None:
    room = Room(stuck_ms=0)
    room.sounds.play(Sound.COUNT)
    first = room.effect(Sound.COUNT)

    room.sounds.play(Sound.GO)
    assert room.effect(Sound.COUNT) is not first
    assert (room.heard, room.told) == (["count", "go"], [])

    room.sounds.play(Sound.GO)
    room.sounds.play(Sound.GO)
    assert (room.heard, room.told) == (
        ["count", "go"],
        ["The sounds of this computer have stopped."],
    )
    room.sounds.close()


def test_one_that_ended_in_between_makes_good(qtbot: QtBot) -> None:
    room = Room(stuck_ms=0)
    for _ in range(3):
        room.sounds.play(Sound.COUNT)
        room.sounds.play(Sound.COUNT)
        room.effect(Sound.COUNT).stop()

    assert room.told == []
    room.sounds.close()


def test_a_sound_played_again_and_again_is_not_thought_to_go_on(room: Room) -> None:
    for _ in range(5):
        room.sounds.play(Sound.COUNT)

    assert room.effect(Sound.COUNT).played == 5
    assert room.told == []


def test_closed_nothing_goes_on_playing(room: Room) -> None:
    room.sounds.play(Sound.DONE)
    effect = room.effect(Sound.DONE)
    room.sounds.close()

    assert not effect.is_playing
    room.sounds.play(Sound.GO)
    assert room.effect(Sound.GO).is_playing


_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
assert "PySide6.QtMultimedia" not in sys.modules
from kneegui.desktop.sounds import Sound, Sounds
application = QCoreApplication([])
sounds = Sounds(Path(sys.argv[1]))
assert "PySide6.QtMultimedia" not in sys.modules
told = []
sounds.failed.connect(told.append)
sounds.failed.connect(lambda: QTimer.singleShot(0, application.quit))
QTimer.singleShot(20_000, application.quit)
sounds.play(Sound.GO)
application.exec()
sounds.play(Sound.GO)
sounds.set_volume(0.5)
sounds.close()
print(*told)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a server to leave out")
@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "nowhere"])
def test_qt_without_sound_server_or_file_tells_it(folder: Path) -> None:
    # In a process of its own: Qt asks for the sound server once and for all.
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(folder)],
        env={**os.environ, "PULSE_SERVER": "unix:/nowhere", "PULSE_CLIENTCONFIG": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "The sounds cannot be played on this computer.\n")
