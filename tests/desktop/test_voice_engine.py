"""The process that speaks, with Qt's engine for tests: it takes its time and makes no sound."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from kneegui.desktop.voice_engine import VoiceFault, VoiceProcess, VoiceWish, voice_command
from kneegui.desktop.voice_process import _real_engines

WAIT_MS = 20_000
Told = list[tuple[Any, ...]]


@pytest.fixture
def started(qtbot: QtBot) -> Iterator[Callable[..., tuple[VoiceProcess, Told]]]:
    """Gives processes with a list of what they tell."""
    made: list[VoiceProcess] = []

    def start(*arguments: object, **keywords: object) -> tuple[VoiceProcess, Told]:
        voice = VoiceProcess(*arguments, **keywords)  # pyright: ignore[reportArgumentType]
        told: Told = []
        voice.opened.connect(lambda *rest: told.append(("opened", *rest)))
        voice.started.connect(lambda number: told.append(("started", number)))
        voice.finished.connect(lambda number: told.append(("finished", number)))
        voice.failed.connect(lambda fault, detail: told.append(("failed", fault, detail)))
        made.append(voice)
        return voice, told

    yield start
    for voice in made:
        voice.close()


@pytest.fixture
def mock(
    started: Callable[..., tuple[VoiceProcess, Told]], qtbot: QtBot
) -> tuple[VoiceProcess, Told]:
    voice, told = started("mock")
    with qtbot.waitSignal(voice.opened, timeout=WAIT_MS):
        voice.open(VoiceWish(language="en_GB"))
    return voice, told


def test_it_opens_with_the_voices_of_the_language(mock: tuple[VoiceProcess, Told]) -> None:
    _, ((what, engine, voice, voices),) = mock

    assert (what, engine) == ("opened", "mock")
    assert {one.language[:2] for one in voices} == {"en"}
    assert (voice, "en_GB") in [(one.name, one.language) for one in voices]


def test_another_voice_of_the_language_can_be_chosen(
    mock: tuple[VoiceProcess, Told], qtbot: QtBot
) -> None:
    voice, told = mock
    american = next(one.name for one in told[0][3] if one.language == "en_US")
    with qtbot.waitSignal(voice.opened, timeout=WAIT_MS):
        voice.open(VoiceWish(language="en_GB", voice=american, rate=1.0))

    assert told[-1][2] == american


def test_a_voice_that_is_not_there_is_replaced(
    mock: tuple[VoiceProcess, Told], qtbot: QtBot
) -> None:
    voice, told = mock
    with qtbot.waitSignal(voice.opened, timeout=WAIT_MS):
        voice.open(VoiceWish(language="en_GB", voice="Nobody"))

    assert told[-1] == told[0]


def test_a_sentence_begins_and_ends(mock: tuple[VoiceProcess, Told], qtbot: QtBot) -> None:
    voice, told = mock
    with qtbot.waitSignal(voice.finished, timeout=WAIT_MS):
        voice.say(7, "Left side.")

    assert told[1:] == [("started", 7), ("finished", 7)]


def test_another_sentence_cuts(mock: tuple[VoiceProcess, Told], qtbot: QtBot) -> None:
    voice, told = mock
    with qtbot.waitSignal(voice.started, timeout=WAIT_MS):
        voice.say(7, "A sentence of many words that goes on and on for a long, long while.")
    with qtbot.waitSignal(voice.finished, timeout=WAIT_MS):
        voice.say(8, "Three.")

    assert told[1:] == [("started", 7), ("started", 8), ("finished", 8)]


def test_a_stopped_sentence_is_not_heard_of_again(
    mock: tuple[VoiceProcess, Told], qtbot: QtBot
) -> None:
    voice, told = mock
    voice.say(7, "A sentence of many words.")
    voice.stop()
    with qtbot.waitSignal(voice.finished, timeout=WAIT_MS):
        voice.say(8, "Three.")

    assert [entry for entry in told[1:] if entry[1] != 7] == [("started", 8), ("finished", 8)]
    assert ("finished", 7) not in told


def test_a_language_without_voice_is_a_fault(
    started: Callable[..., tuple[VoiceProcess, Told]], qtbot: QtBot
) -> None:
    voice, told = started("mock")
    with qtbot.waitSignal(voice.failed, timeout=WAIT_MS):
        voice.open(VoiceWish(language="ja"))

    assert told == [("failed", VoiceFault.NO_VOICE, "ja")]


@pytest.mark.parametrize(
    ("code", "detail"),
    [
        ("import os; os._exit(3)", "its process ended with 3"),
        ("print('noise', flush=True); import sys; sys.exit(4)", "its process ended with 4"),
        ("import os; os.abort()", "its process ended with"),
    ],
)
def test_a_process_that_ends_is_a_fault(
    started: Callable[..., tuple[VoiceProcess, Told]], qtbot: QtBot, code: str, detail: str
) -> None:
    voice, told = started(command=[sys.executable, "-c", code])
    with qtbot.waitSignal(voice.failed, timeout=WAIT_MS):
        voice.open(VoiceWish())
    voice.say(1, "Left side.")
    voice.stop()

    ((what, fault, said),) = told
    assert (what, fault) == ("failed", VoiceFault.BROKEN)
    assert str(said).startswith(detail)


def test_a_process_that_cannot_start_is_a_fault(
    started: Callable[..., tuple[VoiceProcess, Told]], qtbot: QtBot
) -> None:
    voice, told = started(command=["no-such-program-anywhere"])
    with qtbot.waitSignal(voice.failed, timeout=WAIT_MS):
        voice.open(VoiceWish())

    assert [entry[:2] for entry in told] == [("failed", VoiceFault.BROKEN)]


def test_a_process_that_hangs_is_ended(
    started: Callable[..., tuple[VoiceProcess, Told]], qtbot: QtBot
) -> None:
    code = "import threading; print('noise', flush=True); threading.Event().wait()"
    voice, told = started(command=[sys.executable, "-c", code])
    with qtbot.waitSignal(voice._process._process.readyReadStandardOutput, timeout=WAIT_MS):
        voice.open(VoiceWish())
    voice.close()

    assert not voice._process.is_running
    assert told == []


def test_it_ends_with_its_input(own_folders: object) -> None:
    opened = json.dumps({"do": "open", "language": "en", "voice": "", "rate": 0.0})
    done = subprocess.run(
        [*voice_command(), "--engine", "mock"],
        input=opened + "\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0
    assert json.loads(done.stdout)["is"] == "opened"


def test_the_voice_that_only_pretends_is_never_taken() -> None:
    assert "mock" in QTextToSpeech.availableEngines()
    assert "mock" not in _real_engines()
