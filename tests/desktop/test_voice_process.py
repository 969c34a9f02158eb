"""What the process that speaks makes of an engine that takes its time, or is none."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from kneegui.desktop import voice_process
from kneegui.desktop.voice_process import _Speaker

OPEN = {"do": "open", "language": "en", "voice": "", "rate": 0.0}
State = QTextToSpeech.State


class FakeVoiceOfQt:
    """A voice with a name and a place."""

    def __init__(self, name: str, place: str) -> None:
        self._name = name
        self._locale = QLocale(place)

    def name(self) -> str:
        return self._name

    def locale(self) -> QLocale:
        return self._locale


class FakeTextToSpeech(QObject):
    """Qt's class, as speech-dispatcher makes it behave: it confirms everything later."""

    State = QTextToSpeech.State
    stateChanged = Signal(object)  # noqa: N815  Qt's name
    errorOccurred = Signal(object, str)  # noqa: N815  Qt's name
    made: ClassVar[list[FakeTextToSpeech]] = []
    voices: ClassVar[dict[str, tuple[tuple[str, str], ...]]] = {}

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.said: list[str] = []
        self.stops = 0
        self.place = QLocale()
        self.chosen = ""
        self.speed = 0.0
        self.made.append(self)

    def engine(self) -> str:
        return self.name

    def state(self) -> QTextToSpeech.State:
        return State.Ready if self.name in self.voices else State.Error

    def errorString(self) -> str:
        return "" if self.name in self.voices else "not there"

    def availableLocales(self) -> list[QLocale]:
        places = dict.fromkeys(place for _, place in self.voices[self.name])
        return [QLocale(place) for place in places]

    def availableVoices(self) -> list[FakeVoiceOfQt]:
        here = self.place.name()
        offered = self.voices[self.name]
        return [FakeVoiceOfQt(name, place) for name, place in offered if place == here]

    def setLocale(self, locale: QLocale) -> None:
        self.place = locale

    def setVoice(self, voice: FakeVoiceOfQt) -> None:
        self.chosen = voice.name()

    def setRate(self, rate: float) -> None:
        self.speed = rate

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stops += 1


class Process:
    """The speaker with one fake engine, and what it told."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *engines: str) -> None:
        self.speaker = _Speaker(engines or ("fake",))
        self._capsys = capsys

    @property
    def engine(self) -> FakeTextToSpeech:
        return FakeTextToSpeech.made[-1]

    def do(self, **command: Any) -> None:
        self.speaker.on_received(command)

    def told(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._capsys.readouterr().out.splitlines()]


@pytest.fixture(autouse=True)
def _fake_engines(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(voice_process, "QTextToSpeech", FakeTextToSpeech)
    monkeypatch.setattr(FakeTextToSpeech, "made", [])
    monkeypatch.setattr(FakeTextToSpeech, "voices", {"fake": (("Ann", "en_GB"), ("Joe", "en_US"))})


@pytest.fixture
def process(capsys: pytest.CaptureFixture[str]) -> Process:
    made = Process(capsys)
    made.do(**OPEN)
    made.told()
    return made


def test_the_next_sentence_waits_until_the_engine_confirms_the_cut(process: Process) -> None:
    process.do(do="say", number=1, text="One.")
    process.engine.stateChanged.emit(State.Speaking)
    process.do(do="say", number=2, text="Two.")
    process.do(do="say", number=3, text="Three.")
    assert (process.engine.said, process.engine.stops) == (["One."], 1)

    process.engine.stateChanged.emit(State.Ready)
    assert process.engine.said == ["One.", "Three."]
    process.engine.stateChanged.emit(State.Speaking)
    process.engine.stateChanged.emit(State.Ready)

    assert process.told() == [
        {"is": "started", "number": 1},
        {"is": "started", "number": 3},
        {"is": "finished", "number": 3},
    ]


def test_a_cut_that_is_never_confirmed_is_waited_for_only_so_long(
    process: Process, qtbot: QtBot
) -> None:
    process.do(do="say", number=1, text="One.")
    process.do(do="say", number=2, text="Two.")
    assert process.engine.said == ["One."]

    with qtbot.waitSignal(process.speaker._settling.timeout):
        pass

    assert process.engine.said == ["One.", "Two."]


def test_a_sentence_that_was_not_begun_has_not_ended(process: Process) -> None:
    process.do(do="say", number=1, text="One.")
    process.engine.stateChanged.emit(State.Ready)
    assert process.told() == []

    process.engine.stateChanged.emit(State.Speaking)
    process.engine.stateChanged.emit(State.Ready)
    process.engine.stateChanged.emit(State.Ready)
    assert [told["is"] for told in process.told()] == ["started", "finished"]


def test_stopped_it_forgets_what_was_next(process: Process) -> None:
    process.do(do="say", number=1, text="One.")
    process.do(do="say", number=2, text="Two.")
    process.do(do="stop")
    process.engine.stateChanged.emit(State.Ready)

    assert process.engine.said == ["One."]
    assert not process.speaker._settling.isActive()


def test_an_error_is_told(process: Process) -> None:
    process.engine.errorOccurred.emit(None, "Text synthesizing failure.")

    assert process.told() == [
        {"is": "failed", "fault": "broken", "detail": "Text synthesizing failure."}
    ]


def test_an_engine_without_voices_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(FakeTextToSpeech, "voices", {"empty": (), "fake": (("Ann", "en_GB"),)})
    process = Process(capsys, "missing", "empty", "fake")
    process.do(**OPEN)

    (told,) = process.told()
    assert (told["is"], told["engine"]) == ("opened", "fake")


def test_without_any_engine_it_says_why_and_may_be_asked_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for names, detail in ((("missing",), "missing: not there"), ((), "none is installed")):
        speaker = _Speaker(names)
        speaker.on_received(OPEN)
        speaker.on_received({"do": "say", "number": 1, "text": "One."})
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert told == [{"is": "failed", "fault": "no-engine", "detail": detail}]


@pytest.mark.parametrize(
    ("language", "wished", "expected"),
    [
        ("en_GB", "", "Ann"),
        ("en_US", "", "Joe"),
        ("en_US", "Ann", "Ann"),
        ("en_AU", "Nobody", "Joe"),
        ("de", "", "Eva"),
    ],
)
def test_the_nearest_voice_is_taken(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    wished: str,
    expected: str,
) -> None:
    offered = (
        ("English (Caribbean)", "en_US"),
        ("Joe", "en_US"),
        ("Joe+Whisper", "en_US"),
        ("Ann", "en_GB"),
        ("Eva", "de_DE"),
    )
    monkeypatch.setattr(FakeTextToSpeech, "voices", {"fake": offered})
    process = Process(capsys)
    process.do(do="open", language=language, voice=wished, rate=-0.5)

    (told,) = process.told()
    assert told["voice"] == process.engine.chosen == expected
    assert process.engine.speed == -0.5
    assert "Joe+Whisper" not in [name for name, _ in told["voices"]]
