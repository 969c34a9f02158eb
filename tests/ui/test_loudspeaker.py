"""Voice and sounds together, each on, off, muted or tried out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneegui.desktop.settings_file import SettingsFile
from kneegui.desktop.sounds import Sounds
from kneegui.desktop.speech import Speech
from kneegui.desktop.voice_engine import Voice, VoiceFault
from kneegui.domain.settings import VoiceSpeed
from kneegui.player.cues import Sound
from kneegui.resource_files import resource_folder
from kneegui.ui.kept_settings import KeptSettings
from kneegui.ui.loudspeaker import DesktopLoudspeaker
from tests.support.fake_effect import FakeEffect
from tests.support.fake_voice import FakeVoice

TEST = "Left side. Slow is fine. Keep breathing."


class Room:
    """A loudspeaker with a voice and sounds of the test's, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.voices: list[FakeVoice] = []
        self.effects: list[FakeEffect] = []
        self.told: list[tuple[dict[str, str], str]] = []
        self.failures: list[str] = []
        self.settings = KeptSettings(SettingsFile(folder))
        sounds = Sounds(resource_folder() / "sounds", self._make_effect)
        speech = Speech(self._make_voice)
        self.loudspeaker = DesktopLoudspeaker(speech, sounds, self.settings)
        self.loudspeaker.voices_told.connect(lambda *what: self.told.append(what))
        self.loudspeaker.failed.connect(self.failures.append)

    def _make_voice(self) -> FakeVoice:
        self.voices.append(FakeVoice())
        return self.voices[-1]

    def _make_effect(self) -> FakeEffect:
        self.effects.append(FakeEffect())
        return self.effects[-1]

    def set(self, **settings: object) -> None:
        """Chooses these settings, one after the other."""
        for name, value in settings.items():
            self.settings.change(name, value)

    @property
    def voice(self) -> FakeVoice:
        return self.voices[-1]

    @property
    def played(self) -> int:
        return sum(effect.played for effect in self.effects)


@pytest.fixture
def room(qtbot: QtBot, own_folders: Path) -> Iterator[Room]:
    room = Room(own_folders)
    yield room
    room.loudspeaker.close()


@pytest.fixture
def open_room(room: Room) -> Room:
    room.loudspeaker.start()
    room.voice.answer()
    room.told.clear()
    return room


def test_voice_and_sounds_are_as_the_settings_ask(room: Room) -> None:
    room.set(voice_name="Bob", voice_speed=VoiceSpeed.SLOW, volume=40)
    room.loudspeaker.start()

    wish = room.voice.wishes[-1]
    assert (wish.language, wish.voice) == ("en", "Bob")
    assert wish.rate < 0
    assert {round(effect.volume, 2) for effect in room.effects} == {0.16}


def test_a_choice_holds_at_once(open_room: Room) -> None:
    open_room.set(voice_speed=VoiceSpeed.FAST, volume=60, slow_tempo=True)

    assert [wish.rate for wish in open_room.voice.wishes] == [0.0, 0.3]
    assert {round(effect.volume, 2) for effect in open_room.effects} == {0.36}


@pytest.mark.parametrize("voice", [True, False])
@pytest.mark.parametrize("sounds", [True, False])
def test_each_is_heard_where_it_is_on(room: Room, voice: bool, sounds: bool) -> None:
    room.set(voice=voice, sounds=sounds)
    room.loudspeaker.start()
    room.loudspeaker.say("Left side.")
    room.loudspeaker.sound(Sound.GO)
    for each in room.voices:
        each.answer()

    assert [text for each in room.voices for text in each.texts] == ["Left side."] * voice
    assert room.played == int(sounds)


def test_a_sentence_cuts_the_one_before(open_room: Room) -> None:
    open_room.loudspeaker.say("One.")
    open_room.loudspeaker.say("Two.")

    assert open_room.voice.texts == ["One.", "Two."]
    assert open_room.voice.stops == 1


def test_a_sentence_that_ends_is_told(open_room: Room, qtbot: QtBot) -> None:
    open_room.loudspeaker.say("One.")

    with qtbot.waitSignal(open_room.loudspeaker.silent):
        open_room.voice.end()


def test_the_voices_are_told_as_soon_as_they_are_known(room: Room) -> None:
    room.loudspeaker.find_voices()
    assert room.told == [({}, "")]

    room.voice.answer(
        Voice(name="Ann", language="en_GB"), Voice(name="English (America)", language="en_US")
    )

    known = {"Ann": "Ann (United Kingdom)", "English (America)": "English (America)"}
    assert room.told[1:] == [(known, "")]
    room.loudspeaker.find_voices()
    assert room.told[2:] == [(known, "")]
    assert len(room.voices) == 1


def test_a_voice_that_fails_is_told_and_may_be_tried_again(room: Room) -> None:
    room.loudspeaker.find_voices()
    room.voice.failed.emit(VoiceFault.NO_ENGINE, "")

    sentence = "No voice was found on this computer."
    assert room.told[-1] == ({}, sentence)

    room.loudspeaker.retry_voice()
    assert room.told[-1] == ({}, "")
    room.voice.answer()

    assert room.told[-1] == ({"Ann": "Ann (United Kingdom)"}, "")
    assert len(room.voices) == 2


def test_the_voice_is_tried_out_while_it_still_opens(room: Room) -> None:
    room.loudspeaker.test_voice()
    room.voice.answer()

    assert room.voice.texts == [TEST]


def test_a_test_is_heard_although_a_session_was_muted(open_room: Room) -> None:
    open_room.loudspeaker.set_muted(True)
    open_room.loudspeaker.test_voice()
    open_room.loudspeaker.test_sound()
    assert (open_room.voice.texts, open_room.played) == ([TEST], 1)
    open_room.voice.end()

    # The next session is muted as the last one was.
    open_room.loudspeaker.start()
    open_room.loudspeaker.say("Left side.")
    open_room.loudspeaker.sound(Sound.GO)

    assert (open_room.voice.texts, open_room.played) == ([TEST], 1)
    open_room.loudspeaker.set_muted(False)
    open_room.loudspeaker.say("Right side.")
    assert open_room.voice.texts == [TEST, "Right side."]


def test_a_voice_that_fails_in_the_settings_is_told_only_there(room: Room) -> None:
    room.loudspeaker.find_voices()
    room.voice.failed.emit(VoiceFault.NO_ENGINE, "")

    assert room.told[-1] == ({}, "No voice was found on this computer.")
    assert room.failures == []


def test_a_session_says_that_there_is_no_voice_each_time(room: Room) -> None:
    room.loudspeaker.find_voices()
    room.voice.failed.emit(VoiceFault.NO_ENGINE, "")

    for times in (1, 2):
        room.loudspeaker.start()
        room.loudspeaker.rest()
        assert room.failures == ["No voice was found on this computer."] * times


def test_a_session_without_voice_does_not_miss_it(room: Room) -> None:
    room.loudspeaker.find_voices()
    room.voice.failed.emit(VoiceFault.NO_ENGINE, "")
    room.set(voice=False)

    room.loudspeaker.start()

    assert room.failures == []


def test_a_voice_that_fails_in_a_session_is_told_as_it_does(open_room: Room) -> None:
    for _ in range(5):
        open_room.voice.failed.emit(VoiceFault.BROKEN, "")
        if open_room.failures:
            break

    assert open_room.failures == ["The voice of this computer has stopped."]


def test_after_the_session_only_the_settings_hear_of_the_voice(open_room: Room) -> None:
    open_room.loudspeaker.rest()
    for _ in range(5):
        open_room.voice.failed.emit(VoiceFault.BROKEN, "")

    assert open_room.told[-1][1] == "The voice of this computer has stopped."
    assert open_room.failures == []
