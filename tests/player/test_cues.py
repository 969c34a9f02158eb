"""What is said and sounded, and what may cut what."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Side, StepKind
from kneegui.player.commands import Back, End, Hurt, Next, Pause, Resume, Start
from kneegui.player.cues import Cues, Priority, Sound, Speech, Tone, Voice
from kneegui.player.engine import Engine
from kneegui.player.events import CueDue, RepStarted
from kneegui.player.pain import PainReport
from kneegui.player.phrases import Phrases
from kneegui.player.timeline import Timeline, compile_timeline
from tests.player.driver import Driver
from tests.player.routines import BUZZ, LIFT, ROLL, STRETCH, SWING, TAP, timeline
from tests.support.builders import dose, exercise, phases, timed_dose
from tests.support.shipped import routine_keys, shipped_content

GERMAN = Phrases(left="Links.", sided_name="{side} Jetzt {title}.", half_time="Halbzeit.")


class Listener:
    """Drives an engine and writes down what it would say and sound."""

    def __init__(self, made: Timeline, phrases: Phrases | None = None, start_at: int = 0) -> None:
        self.driver = Driver(made, start_at)
        self.cues = Cues(made.exercises, phrases or Phrases(), late=1e9)
        self.driver.start()
        self.heard = 0

    def said(self) -> list[str]:
        """Gives what has been announced since last time: words, and sounds in stars."""
        new = self.driver.events[self.heard :]
        self.heard = len(self.driver.events)
        return [
            f"{found.at:g} {found.text}"
            if isinstance(found, Speech)
            else f"{found.at:g} *{found.sound.value}*"
            for found in self.cues.announce(new, self.driver.now)
        ]


def announced(made: Timeline, seconds: float) -> list[str]:
    listener = Listener(made)
    listener.driver.wait(seconds)
    return listener.said()


def test_the_side_comes_first_then_the_exercise_then_its_first_cue() -> None:
    assert announced(timeline((LIFT, dose(reps=1))), 0) == ["0 Left side. Lift. Stand tall."]


def test_both_sides_at_once_have_no_side() -> None:
    assert announced(timeline((SWING, dose(reps=1))), 0) == ["0 Swing. Stand tall."]


@pytest.mark.parametrize(("side", "said"), [(Side.LEFT, "Left"), (Side.RIGHT, "Right")])
def test_sides_that_take_turns_are_told_with_the_first(side: Side, said: str) -> None:
    tap = timeline((TAP, dose(reps=1)), first=side)

    assert announced(tap, 0) == [f"0 {said} side first. Tap. Change sides each time. Stand tall."]


def test_a_set_of_repetitions() -> None:
    assert announced(timeline((SWING, dose(reps=2))), 30)[1:] == [
        "12 *count*", "12 Three.", "13 *count*", "13 Two.", "14 *count*", "14 One.",
        "15 *go*", "17 *count*", "18 *half*", "20 Swing slowly.",
        "21 *go*", "23 *count*", "24 *half*",
        "27 *done*", "27 All done. How is the knee now?",
    ]  # fmt: skip


def test_a_long_hold() -> None:
    said = announced(timeline((STRETCH, dose(reps=1))), 15 + 45)

    assert said[7:] == [
        "15 *go*", "18 Swing slowly.", "33 *half*", "33 Half-time.", "45 *count*", "45 Three.",
        "46 *count*", "46 Two.", "47 *count*", "47 One.", "48 *done*", "60 *done*",
        "60 All done. How is the knee now?",
    ]  # fmt: skip


def test_a_timed_step_sounds_no_phases() -> None:
    said = announced(timeline((ROLL, timed_dose(45))), 15 + 45)

    assert [line for line in said if "*" in line][3:] == [
        "15 *go*", "37 *half*", "57 *count*", "58 *count*", "59 *count*", "60 *done*",
    ]  # fmt: skip


def test_a_rest_says_what_comes_next_and_whether_it_is_the_last() -> None:
    said = announced(timeline((LIFT, dose(sets=3, reps=1, rest_s=20))), 200)

    rests = [line.split(" ", 1)[1] for line in said if "Rest." in line]
    assert rests == ["Rest. Next: Left side. Lift.", "Rest. Next: Left side. Lift. Last set."]


def test_switching_says_the_new_side() -> None:
    said = announced(timeline((LIFT, dose(reps=1))), 25)

    assert "21 Right side. Change over." in said
    assert not any("Right side. Lift" in line for line in said)


def test_a_known_exercise_is_not_named_again() -> None:
    said = announced(timeline((LIFT, dose(sets=2, reps=1, rest_s=20))), 200)

    assert sum("Lift." in line for line in said) == 2


def test_an_exercise_that_begins_unannounced_is_named() -> None:
    listener = Listener(timeline((LIFT, dose(reps=1))), start_at=3)

    assert listener.said() == ["0 Right side. Lift."]


def test_going_back_names_the_exercise_again() -> None:
    listener = Listener(timeline((LIFT, dose(reps=2))))
    listener.driver.wait(18)
    listener.said()
    listener.driver.do(Back())

    assert listener.said() == ["18 *go*", "18 Left side. Lift."]


def test_a_step_entered_in_a_pause_is_named_and_goes_when_the_pause_ends() -> None:
    listener = Listener(timeline((SWING, dose(sets=2, reps=1))))
    listener.driver.wait(5)
    listener.driver.do(Pause())
    listener.said()
    listener.driver.do(Back())
    assert listener.said() == ["5 Swing. Stand tall."]
    listener.driver.do(Next())
    assert listener.said() == []
    listener.driver.do(Resume())
    listener.driver.wait(3)
    assert listener.said() == [
        "5 *count*", "5 Three.", "6 *count*", "6 Two.", "7 *count*", "7 One.", "8 *go*",
    ]  # fmt: skip


def test_a_pause_and_pain_are_told() -> None:
    listener = Listener(timeline((SWING, dose())))
    listener.said()
    listener.driver.do(Pause())
    assert listener.said() == ["0 Paused."]
    listener.driver.do(Hurt())
    assert listener.said() == ["0 Stopped. Ease out of the position."]
    listener.driver.do(End(PainReport(number=8)))
    assert listener.said() == ["0 The session ends here. How is the knee now?"]


def test_a_machine_that_slept_says_how_to_go_on() -> None:
    made = timeline((SWING, dose()))
    engine = Engine(made)
    events = (*engine.handle(Start(), 0), *engine.advance(60))

    said = Cues(made.exercises, Phrases()).announce(events, 60)

    assert [found.text for found in said if isinstance(found, Speech)][-1] == (
        "Paused. Resume when you are ready."
    )


def test_a_skipped_exercise_is_not_sounded_as_done() -> None:
    listener = Listener(timeline((SWING, dose(sets=2))))
    listener.driver.wait(16)
    listener.said()
    listener.driver.do(Next())

    assert listener.said() == ["16 Rest. Next: Swing. Last set."]


def test_at_ones_own_pace() -> None:
    assert announced(timeline((SWING, dose()), self_paced=True), 500)[-2:] == [
        "15 *go*",
        "15 At your own pace.",
    ]


# Cues


def cues_of(made: Timeline) -> list[str]:
    exercise_cues = {cue.text for one in made.exercises.values() for cue in one.cues}
    heard = [line.split(" ", 1)[1] for line in announced(made, 1e4)]
    return [line for line in heard if line in exercise_cues]


def test_cues_take_turns_and_become_rare() -> None:
    made = timeline((SWING, dose(reps=11)))

    assert cues_of(made) == [
        "Swing slowly.", "Keep breathing.", "Stand tall.",
        "Swing slowly.", "Swing slowly.", "Swing slowly.",
    ]  # fmt: skip


def test_quick_repetitions_that_change_sides_say_the_side_alone() -> None:
    quick = timeline((TAP, dose(reps=2)))
    slow = timeline((exercise(sides=TAP.sides, phases=phases(3, 3, 3, 3)), dose(reps=2)))

    assert cues_of(quick) == []
    assert cues_of(slow) == ["Swing slowly.", "Keep breathing.", "Stand tall."]
    assert [line for line in announced(quick, 100) if re.search(r"\d (Left|Right)\.$", line)] == [
        "15 Left.", "21 Right.", "27 Left.", "33 Right.",
    ]  # fmt: skip


def test_a_timed_step_has_cues() -> None:
    assert cues_of(timeline((BUZZ, timed_dose(60)))) == [
        "Swing slowly.", "Keep breathing.", "Stand tall.", "Swing slowly.",
    ]  # fmt: skip


# What is never said

NUMBERS = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|once|twice|first set|second)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("key", routine_keys())
def test_no_number_can_be_taken_for_a_repetition(key: str) -> None:
    content = shipped_content()
    known = {one.id: one for one in content.exercises}
    plan = next(plan for plan in content.programmes if plan.key == key)
    made = compile_timeline(plan, known, PlayerSettings(), Side.LEFT)
    driver = Driver(made).start()
    driver.wait(made.total)

    said = Cues(known, Phrases(), late=1e9).announce(driver.events, driver.now)

    texts = [found for found in said if isinstance(found, Speech)]
    assert len(texts) > 20
    for found in texts:
        assert found.priority is Priority.COUNT or not NUMBERS.search(found.text), found.text
    counts = {found.text for found in texts if found.priority is Priority.COUNT}
    assert counts == {"One.", "Two.", "Three."}


@pytest.mark.parametrize("key", routine_keys())
def test_one_cue_a_repetition_at_most_and_each_sound_once_in_a_moment(key: str) -> None:
    content = shipped_content()
    known = {one.id: one for one in content.exercises}
    plan = next(plan for plan in content.programmes if plan.key == key)
    made = compile_timeline(plan, known, PlayerSettings(), Side.LEFT)
    driver = Driver(made).start()
    driver.wait(made.total)
    cues = Cues(known, Phrases(), late=1e9)

    found = [(event, cues.announce([event], driver.now)) for event in driver.events]

    heard = 0
    for event, announcements in found:
        is_timed = isinstance(event, CueDue) and event.step.kind is StepKind.TIMED
        if isinstance(event, RepStarted) or is_timed:
            heard = 0
        heard += sum(
            isinstance(one, Speech) and one.priority is Priority.CUE for one in announcements
        )
        assert heard <= 1
    tones = [one for one in cues.announce(driver.events, driver.now) if isinstance(one, Tone)]
    assert len(tones) == len(set(tones))


def test_another_language_brings_its_own_sentences() -> None:
    listener = Listener(timeline((LIFT, dose(reps=1))), GERMAN)

    assert listener.said() == ["0 Links. Jetzt Lift. Stand tall."]


def test_a_colon_in_a_name_is_read_as_a_pause() -> None:
    roll = exercise(name="Foam roll: quadriceps")

    assert announced(timeline((roll, dose())), 0) == ["0 Foam roll, quadriceps. Stand tall."]


# Late


def test_what_is_late_is_not_said_but_for_names_and_alerts() -> None:
    driver = Driver(timeline((SWING, dose(reps=1)))).start()
    driver.wait(16)

    said = Cues(driver.engine.timeline.exercises, Phrases()).announce(driver.events, 14.25)

    assert [found for found in said if isinstance(found, Tone)] == [
        Tone(at=14, sound=Sound.COUNT),
        Tone(at=15, sound=Sound.GO),
    ]
    assert [found.text for found in said if isinstance(found, Speech)] == [
        "Swing. Stand tall.",
        "One.",
    ]


# Who may cut whom


class Mouth:
    """Remembers what it was told to say."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)


def speech(priority: Priority, text: str = "") -> Speech:
    return Speech(at=0, text=text or priority.name, priority=priority)


@pytest.mark.parametrize("new", Priority)
@pytest.mark.parametrize("old", Priority)
def test_a_sentence_is_never_cut_by_a_lesser_one(old: Priority, new: Priority) -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    assert voice.offer(speech(old))

    cut = voice.offer(speech(new, "new"))

    renewed = {Priority.COUNT, Priority.TURN, Priority.NAME, Priority.ALERT}
    assert cut is (new > old or (new is old and new in renewed))
    assert mouth.said == [old.name, "new"][: 1 + cut]


def test_a_silent_voice_says_anything() -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    voice.offer(speech(Priority.NAME))
    voice.ended()

    assert voice.offer(speech(Priority.CUE))


def test_a_name_waits_until_the_alert_is_over() -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    voice.offer(speech(Priority.ALERT))

    assert not voice.offer(speech(Priority.NAME, "old"))
    assert not voice.offer(speech(Priority.NAME, "new"))
    voice.ended()
    voice.ended()

    assert mouth.said == ["ALERT", "new"]


def test_a_name_that_waits_does_not_outlive_the_next_alert() -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    voice.offer(speech(Priority.ALERT))
    voice.offer(speech(Priority.NAME))
    voice.offer(speech(Priority.ALERT, "done"))
    voice.ended()

    assert mouth.said == ["ALERT", "done"]


def test_a_cue_does_not_wait() -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    voice.offer(speech(Priority.ALERT))
    voice.offer(speech(Priority.CUE))
    voice.ended()

    assert mouth.said == ["ALERT"]


def test_a_silenced_voice_forgets() -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    voice.offer(speech(Priority.ALERT))
    voice.offer(speech(Priority.NAME))
    voice.forget()
    voice.ended()

    assert mouth.said == ["ALERT"]
    assert voice.offer(speech(Priority.CUE))


@settings(deadline=None)
@given(some.lists(some.sampled_from(Priority) | some.none(), max_size=30))
def test_nothing_lesser_ever_follows_before_the_end(offers: list[Priority | None]) -> None:
    mouth = Mouth()
    voice = Voice(mouth)
    saying: Priority | None = None
    for offer in offers:
        before = len(mouth.said)
        if offer is None:
            voice.ended()
            saying = Priority[mouth.said[-1]] if len(mouth.said) > before else None
            continue
        voice.offer(speech(offer))
        if len(mouth.said) > before:
            new = Priority[mouth.said[-1]]
            assert saying is None or new >= saying
            saying = new
