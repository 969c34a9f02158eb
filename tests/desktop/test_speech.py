"""One sentence at a time, the more important one first; a voice that fails says so once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kneegui.desktop.speech import Patience, Speech
from kneegui.desktop.voice_engine import VoiceFault, VoiceWish
from tests.support.fake_voice import ANN, FakeVoice

SHORT = Patience(open_s=0.03, begin_s=0.03, sentence_s=0.03, letter_s=0.0, grace_s=0.01)
LONG_S = 600.0


class Talk:
    """A Speech with fake voices, and what was heard of it."""

    def __init__(self, **arguments: object) -> None:
        self.voices: list[FakeVoice] = []
        self.heard: list[tuple[str, str]] = []
        self.speech = Speech(self._make_voice, **arguments)  # pyright: ignore[reportArgumentType]
        self.speech.spoken_started.connect(lambda text: self.heard.append(("started", text)))
        self.speech.spoken_finished.connect(lambda text: self.heard.append(("finished", text)))
        self.speech.spoken_cut.connect(lambda text: self.heard.append(("cut", text)))
        self.speech.failed.connect(lambda text: self.heard.append(("failed", text)))

    def _make_voice(self) -> FakeVoice:
        self.voices.append(FakeVoice())
        return self.voices[-1]

    @property
    def voice(self) -> FakeVoice:
        return self.voices[-1]

    @property
    def failures(self) -> list[str]:
        return [text for what, text in self.heard if what == "failed"]


@pytest.fixture
def talk(qtbot: QtBot) -> Iterator[Talk]:
    made = Talk()
    yield made
    made.speech.close()


@pytest.fixture
def open_talk(talk: Talk) -> Talk:
    talk.speech.start()
    talk.voice.answer()
    return talk


@pytest.fixture
def hasty(qtbot: QtBot) -> Iterator[Talk]:
    made = Talk(patience=SHORT)
    yield made
    made.speech.close()


# Opening


def test_nothing_runs_until_it_is_started(talk: Talk) -> None:
    talk.speech.choose(VoiceWish(language="en_GB", voice="Ann", rate=-0.5))
    talk.speech.hush()
    talk.speech.close()

    assert talk.voices == []


def test_it_opens_as_it_was_wished(talk: Talk, qtbot: QtBot) -> None:
    wish = VoiceWish(language="en_GB", voice="Ann", rate=-0.5)
    talk.speech.choose(wish)
    talk.speech.start()
    talk.speech.start()

    with qtbot.waitSignal(talk.speech.opened):
        talk.voice.answer()

    assert talk.voice.wishes == [wish]
    assert (talk.speech.engine_name, talk.speech.voice_name) == ("fake", "Ann")
    assert talk.speech.voices == (ANN,)
    assert len(talk.voices) == 1


def test_a_change_reaches_the_open_voice(open_talk: Talk) -> None:
    wish = VoiceWish(voice="Bob")
    open_talk.speech.choose(wish)
    open_talk.voice.answer()

    assert open_talk.voice.wishes[-1] == wish


def test_the_same_wish_again_is_no_change(open_talk: Talk) -> None:
    open_talk.speech.choose(VoiceWish(voice="Bob"))
    open_talk.speech.choose(VoiceWish(voice="Bob"))

    assert len(open_talk.voice.wishes) == 2


def test_what_is_said_before_it_is_open_waits_its_time(talk: Talk) -> None:
    talk.speech.say("Too late.", deadline_s=0)
    talk.speech.say("Left side.", deadline_s=LONG_S)
    assert talk.voice.texts == []

    talk.voice.answer()

    assert talk.voice.texts == ["Left side."]


# Who speaks


def test_a_sentence_is_told_of_from_beginning_to_end(open_talk: Talk) -> None:
    open_talk.speech.say("Left side.", deadline_s=0)
    assert open_talk.speech.is_speaking
    open_talk.voice.begin()
    open_talk.voice.end()

    assert open_talk.heard == [("started", "Left side."), ("finished", "Left side.")]
    assert not open_talk.speech.is_speaking


@pytest.mark.parametrize("priority", [0, 1, 2])
def test_a_sentence_is_not_cut_by_one_that_is_no_more_important(
    open_talk: Talk, priority: int
) -> None:
    open_talk.speech.say("Left side.", 2)
    open_talk.voice.begin()
    open_talk.speech.say("Breathe.", priority, LONG_S)
    assert open_talk.voice.texts == ["Left side."]

    open_talk.voice.end()

    assert open_talk.voice.texts == ["Left side.", "Breathe."]
    assert "cut" not in [what for what, _ in open_talk.heard]


def test_a_more_important_sentence_cuts(open_talk: Talk) -> None:
    open_talk.speech.say("Breathe.", 0)
    open_talk.voice.begin()
    open_talk.speech.say("Three.", 3, 0)
    open_talk.voice.begin()

    assert open_talk.voice.texts == ["Breathe.", "Three."]
    assert open_talk.heard == [
        ("started", "Breathe."),
        ("cut", "Breathe."),
        ("started", "Three."),
    ]


def test_what_could_not_begin_in_time_is_left_out(open_talk: Talk) -> None:
    open_talk.speech.say("Left side.", 2)
    open_talk.speech.say("Stale.", 2, 0)
    open_talk.speech.say("Fresh.", 0, LONG_S)
    open_talk.voice.end()
    open_talk.voice.end()

    assert open_talk.voice.texts == ["Left side.", "Fresh."]


def test_of_those_that_wait_the_most_important_is_first_and_then_the_oldest(
    open_talk: Talk,
) -> None:
    open_talk.speech.say("Now.", 5)
    for text, priority in (("a", 1), ("b", 3), ("c", 3), ("d", 2)):
        open_talk.speech.say(text, priority, LONG_S)
    for _ in range(5):
        open_talk.voice.end()

    assert open_talk.voice.texts == ["Now.", "b", "c", "d", "a"]


def test_news_of_a_sentence_that_was_cut_mean_nothing(open_talk: Talk) -> None:
    open_talk.speech.say("Breathe.", 0)
    open_talk.speech.say("Three.", 3)
    old = open_talk.voice.said[0][0]
    open_talk.voice.started.emit(old)
    open_talk.voice.finished.emit(old)

    assert open_talk.heard == [("cut", "Breathe.")]
    assert open_talk.speech.is_speaking


def test_something_said_when_a_sentence_ends_waits_for_what_waited_longer(open_talk: Talk) -> None:
    open_talk.speech.spoken_finished.connect(lambda _: open_talk.speech.say("Answer.", 0, LONG_S))
    open_talk.speech.say("One.", 1)
    open_talk.speech.say("Two.", 1, LONG_S)
    open_talk.voice.end()

    assert open_talk.voice.texts == ["One.", "Two."]


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_said_where_there_is_no_text(open_talk: Talk, text: str) -> None:
    open_talk.speech.say(text)

    assert open_talk.voice.texts == []


# Silence


def test_hush_cuts_and_forgets(open_talk: Talk) -> None:
    open_talk.speech.say("Left side.")
    open_talk.speech.say("Waiting.", 0, LONG_S)
    open_talk.speech.hush()
    open_talk.speech.hush()

    assert open_talk.voice.stops == 1
    assert open_talk.heard == [("cut", "Left side.")]
    open_talk.speech.say("Again.")
    assert open_talk.voice.texts == ["Left side.", "Again."]


def test_muted_it_says_nothing(open_talk: Talk) -> None:
    open_talk.speech.say("Left side.")
    open_talk.speech.set_muted(True)
    open_talk.speech.say("Right side.", 9)
    assert open_talk.heard == [("cut", "Left side.")]

    open_talk.speech.set_muted(False)
    open_talk.speech.say("Both sides.")

    assert open_talk.voice.texts == ["Left side.", "Both sides."]


def test_muted_it_starts_nothing(talk: Talk) -> None:
    talk.speech.set_muted(True)
    talk.speech.say("Left side.")

    assert talk.voices == []


def test_closed_it_leaves_nothing_and_may_start_again(open_talk: Talk) -> None:
    open_talk.speech.say("Left side.")
    first = open_talk.voice
    open_talk.speech.close()
    assert first.is_closed
    assert not open_talk.speech.is_speaking

    open_talk.speech.say("Again.", deadline_s=LONG_S)
    open_talk.voice.answer()

    assert open_talk.voice is not first
    assert open_talk.voice.texts == ["Again."]


# Failure


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (VoiceFault.NO_ENGINE, "No voice was found on this computer."),
        (VoiceFault.NO_VOICE, "This computer has no voice for the language of the program."),
        (VoiceFault.BROKEN, "The voice of this computer does not answer."),
    ],
)
def test_without_a_voice_it_says_so_once_and_stays_silent(
    talk: Talk, fault: VoiceFault, sentence: str
) -> None:
    talk.speech.say("Left side.", deadline_s=LONG_S)
    talk.voice.failed.emit(fault, "details")
    talk.speech.say("Right side.")
    talk.speech.start()
    talk.speech.hush()

    assert talk.heard == [("failed", sentence)]
    assert talk.speech.problem == sentence
    assert len(talk.voices) == 1
    assert talk.voice.is_closed


def test_a_voice_that_never_opens_has_failed(hasty: Talk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hasty.speech.failed):
        hasty.speech.start()

    assert hasty.failures == ["The voice of this computer does not answer."]


def test_a_voice_that_worked_is_started_again_by_itself(open_talk: Talk) -> None:
    open_talk.speech.say("Broken off.", 1)
    open_talk.speech.say("Waiting.", 1, LONG_S)
    open_talk.voice.failed.emit(VoiceFault.BROKEN, "gone")
    assert len(open_talk.voices) == 2
    open_talk.voice.answer()

    assert open_talk.voice.texts == ["Waiting."]
    assert open_talk.heard == [("cut", "Broken off.")]


def test_one_that_breaks_again_at_once_has_failed(open_talk: Talk) -> None:
    open_talk.voice.failed.emit(VoiceFault.BROKEN, "gone")
    open_talk.voice.answer()
    open_talk.speech.say("Left side.")
    open_talk.voice.failed.emit(VoiceFault.BROKEN, "gone")

    assert len(open_talk.voices) == 2
    assert open_talk.failures == ["The voice of this computer has stopped."]


def test_one_that_spoke_in_between_is_started_again_again(open_talk: Talk) -> None:
    for _ in range(3):
        open_talk.voice.failed.emit(VoiceFault.BROKEN, "gone")
        open_talk.voice.answer()
        open_talk.speech.say("Left side.")
        open_talk.voice.end()

    assert len(open_talk.voices) == 4
    assert open_talk.failures == []


@pytest.mark.parametrize("begins", [False, True])
def test_a_sentence_without_beginning_or_end_breaks_the_voice(
    hasty: Talk, qtbot: QtBot, begins: bool
) -> None:
    hasty.speech.start()
    hasty.voice.answer()
    with qtbot.waitSignal(hasty.speech.failed):
        hasty.speech.say("Left side.")
        if begins:
            hasty.voice.begin()

    assert len(hasty.voices) == 2
    assert hasty.failures == ["The voice of this computer has stopped."]


def test_a_sentence_has_time_by_its_length_and_speed(open_talk: Talk) -> None:
    watch = open_talk.speech._watch
    times: list[int] = []
    for text, rate in (("Rest.", 0.0), ("Rest for a long while." * 3, 0.0), ("Rest.", -1.0)):
        open_talk.speech.choose(VoiceWish(rate=rate))
        open_talk.speech.say(text)
        open_talk.voice.begin()
        times.append(watch.interval())
        open_talk.voice.end()

    short, long, slow = times
    assert short < slow < long
    assert not watch.isActive()


def test_after_a_failure_it_may_be_tried_again(talk: Talk) -> None:
    talk.speech.start()
    talk.voice.failed.emit(VoiceFault.NO_ENGINE, "")
    talk.speech.retry()
    talk.voice.answer()
    talk.speech.say("Left side.")

    assert talk.speech.problem == ""
    assert len(talk.voices) == 2
    assert talk.voice.texts == ["Left side."]
    talk.speech.retry()
    assert len(talk.voices) == 2
