"""The process that plays may hang or die; the program goes on, and so do its sounds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneegui.desktop.sound_effect import SoundEffect, SoundProcess, sound_command
from kneegui.desktop.sounds import Sound, Sounds
from kneegui.resource_files import resource_folder

WAIT_MS = 20_000
FOLDER = resource_folder() / "sounds"

_PLAYER = """
import json, sys, threading
from pathlib import Path
note, fault = Path(sys.argv[1]), sys.argv[2]
starts = note.read_text().count("start") + 1 if note.exists() else 1
def write(word):
    with note.open("a") as file:
        file.write(word + "\\n")
write("start")
for line in sys.stdin:
    command = json.loads(line)
    write(command["do"])
    if command["do"] == "play" and (fault != "once" or starts == 1):
        if fault == "dies" or fault == "once":
            sys.exit(3)
        if fault == "hangs":
            threading.Event().wait()
    if command["do"] == "play":
        for word in ("began", "ended"):
            print(json.dumps({"is": word, "sound": command["sound"]}), flush=True)
write("end")
"""

Make = Callable[..., Sounds]


@pytest.fixture
def note(own_folders: Path) -> Path:
    """Gives the file in which a player's process writes what it was told."""
    return own_folders / "note"


@pytest.fixture
def make(note: Path, qtbot: QtBot) -> Iterator[Make]:
    """Gives sounds played by a process that has a fault."""
    made: list[Sounds] = []

    def begin(fault: str = "", stuck_ms: int = 60_000) -> Sounds:
        command = [sys.executable, "-c", _PLAYER, str(note), fault]
        sounds = Sounds(FOLDER, SoundProcess(command).effect, stuck_ms)
        made.append(sounds)
        return sounds

    yield begin
    for sounds in made:
        sounds.close()


def told(sounds: Sounds) -> list[str]:
    """Gives the list to which what the user is told is added."""
    sentences: list[str] = []
    sounds.failed.connect(sentences.append)
    return sentences


def test_all_sounds_share_a_process_that_ends_with_them(
    make: Make, note: Path, qtbot: QtBot
) -> None:
    sounds = make()
    assert not note.exists()
    for sound in Sound:
        with qtbot.waitSignal(sounds.began, timeout=WAIT_MS) as caught:
            sounds.play(sound)
        assert caught.args is not None
        assert caught.args[0] == sound
    sounds.set_volume(0.5)
    sounds.close()

    done = note.read_text().split()
    assert done[:9] == ["start", *(["volume", "load"] * 4)]
    assert done[9:13] == ["play"] * 4
    assert done[-1] == "end"


def test_one_that_dies_is_started_again(make: Make, note: Path, qtbot: QtBot) -> None:
    sounds = make("once")
    sentences = told(sounds)
    sounds.play(Sound.GO)
    qtbot.waitUntil(lambda: sounds._was_stuck, timeout=WAIT_MS)

    with qtbot.waitSignal(sounds.began, timeout=WAIT_MS):
        sounds.play(Sound.GO)

    assert note.read_text().count("start") == 2
    assert sentences == []


def test_one_that_dies_again_is_told_once(make: Make, qtbot: QtBot) -> None:
    sounds = make("dies")
    sentences = told(sounds)
    sounds.play(Sound.GO)
    qtbot.waitUntil(lambda: sounds._was_stuck, timeout=WAIT_MS)
    with qtbot.waitSignal(sounds.failed, timeout=WAIT_MS):
        sounds.play(Sound.GO)
    sounds.play(Sound.GO)

    assert sentences == ["The sounds of this computer have stopped."]


def test_one_that_hangs_is_ended_and_started_again(make: Make, note: Path, qtbot: QtBot) -> None:
    sounds = make("hangs", stuck_ms=0)
    sounds.play(Sound.GO)
    qtbot.waitUntil(lambda: note.exists() and "play" in note.read_text(), timeout=WAIT_MS)

    sounds.play(Sound.GO)
    qtbot.waitUntil(lambda: note.read_text().count("play") == 2, timeout=WAIT_MS)

    assert note.read_text().count("start") == 2
    assert "end" not in note.read_text()


def test_one_that_cannot_be_started_is_told(qtbot: QtBot) -> None:
    sounds = Sounds(FOLDER, SoundProcess(["/nowhere/player"]).effect)
    with qtbot.waitSignal(sounds.failed, timeout=WAIT_MS):
        sounds.start()
        sounds.play(Sound.GO)
        qtbot.waitUntil(lambda: sounds._was_stuck, timeout=WAIT_MS)
        sounds.play(Sound.GO)

    assert sounds.problem
    sounds.close()


def test_it_ends_with_its_input(own_folders: Path) -> None:
    load = json.dumps({"do": "load", "sound": 0, "path": str(own_folders / "nowhere.wav")})
    done = subprocess.run(
        sound_command(), input=load + "\n", capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 0


def test_a_closed_sound_is_not_heard_of_again(make: Make, note: Path, qtbot: QtBot) -> None:
    sounds = make()
    sounds.start()
    effects: list[SoundEffect] = list(sounds._effects.values())
    heard: list[str] = []
    effects[0].began.connect(lambda: heard.append("began"))
    effects[0].play()
    sounds.close()

    with qtbot.waitSignal(sounds.began, timeout=WAIT_MS):
        sounds.play(Sound.GO)
    assert heard == []
