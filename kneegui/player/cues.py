"""What is said and sounded when.

==================  ==================================================  ===========================
event               said                                                sounded
==================  ==================================================  ===========================
get ready           side, exercise, its first cue
switch              the new side
rest                what comes next, and whether it is the last set
an exercise begins  side and exercise, unless just said; "at your own   go
                    pace" where the user ends the set
a repetition        the side, where it changes with each                go at its first movement
its phases          (one cue at most, in the pause)                     paced: count at the hold,
                                                                        half on the way back;
                                                                        long holds: done when over
half-time           half-time                                           half
last three seconds  the number                                          count
exercise done                                                           done
paused, hurts       that it stands
resumed                                                                 go
all done            that it is over                                     done
==================  ==================================================  ===========================

Saying goes by priority. What is said now is cut only by something more important, or by its own
newer form: the next number, the next side, the name of the step that has begun since. What is
less important is dropped, but for names: a name waits until the sentence is over, because without
it the user would not know what to do. Sources: content.md 6; product.md, The player.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol

from kneegui.domain.exercise import Exercise, PhaseKind
from kneegui.domain.session import StepKind, StepStatus
from kneegui.player.events import (
    Countdown,
    CueDue,
    Event,
    HalfTime,
    PainAsked,
    Paused,
    PhaseStarted,
    RepStarted,
    ResumeCountdown,
    Resumed,
    SessionFinished,
    StepFinished,
    StepStarted,
)
from kneegui.player.phrases import Phrases
from kneegui.player.step import Step

LATE_S = 0.5
"""What is later than this is not said or sounded any more, but for names and alerts."""
QUICK_REP_S = 8
"""In shorter repetitions that change sides, the side is all there is time to say."""
REPEAT_EVERY = 3
"""Once all cues were said in a set, only every third repetition has one."""


class Sound(StrEnum):
    """The four sounds."""

    COUNT = "count"
    GO = "go"
    HALF = "half"
    DONE = "done"


class Priority(IntEnum):
    """How important a sentence is; the higher, the more."""

    CUE = 1
    HALF = 2
    COUNT = 3
    TURN = 4
    """The side of a repetition."""
    NAME = 5
    """Side and exercise."""
    ALERT = 6
    """That the session stands, or is over."""


RENEWED = frozenset({Priority.COUNT, Priority.TURN, Priority.NAME, Priority.ALERT})
"""Sentences that the newer one of the same kind makes untrue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Something to be said, due at a moment of the engine's clock."""

    at: float
    text: str
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """Something to be sounded, due at a moment of the engine's clock."""

    at: float
    sound: Sound


Announcement = Speech | Tone


class Cues:
    """Turns events into announcements.

    Args:
        exercises: every exercise of the timeline by id, easier ones too.
        phrases: the sentences of the voice, in the user's language.
        late: after how many seconds of the engine's clock something is too late.
    """

    def __init__(
        self, exercises: Mapping[str, Exercise], phrases: Phrases, late: float = LATE_S
    ) -> None:
        self._exercises = exercises
        self._phrases = phrases
        self._late = late
        self._named: tuple[object, ...] | None = None

    def announce(self, events: Iterable[Event], now: float) -> tuple[Announcement, ...]:
        """Gives what is to be said and sounded now, each sound once in a moment."""
        found: list[Announcement] = []
        for event in events:
            for announcement in self._of(event):
                if announcement not in found and self._in_time(announcement, now):
                    found.append(announcement)
        return tuple(found)

    def _in_time(self, announcement: Announcement, now: float) -> bool:
        if isinstance(announcement, Speech) and announcement.priority >= Priority.NAME:
            return True
        return now - announcement.at <= self._late

    def _of(self, event: Event) -> Iterator[Announcement]:
        words, at = self._phrases, event.at
        match event:
            case StepStarted():
                yield from self._step_started(event)
            case RepStarted(step=step) if step.alternates_from is not None:
                yield Speech(at=at, text=words.turn(event.side), priority=Priority.TURN)
            case PhaseStarted():
                yield from self._phase_started(event)
            case CueDue():
                yield from self._cue(event)
            case HalfTime():
                yield Tone(at=at, sound=Sound.HALF)
                yield Speech(at=at, text=words.half_time, priority=Priority.HALF)
            case Countdown(left=left) | ResumeCountdown(left=left):
                yield Tone(at=at, sound=Sound.COUNT)
                yield Speech(at=at, text=words.count(left), priority=Priority.COUNT)
            case StepFinished(step=step, status=StepStatus.DONE) if step.is_exercise:
                yield Tone(at=at, sound=Sound.DONE)
            case _:
                yield from self._of_session(event)

    def _of_session(self, event: Event) -> Iterator[Announcement]:
        words, at = self._phrases, event.at
        match event:
            case Paused():
                said = words.slept if event.gap else words.paused
                yield Speech(at=at, text=said, priority=Priority.ALERT)
            case Resumed():
                yield Tone(at=at, sound=Sound.GO)
            case PainAsked():
                yield Speech(at=at, text=words.hurts, priority=Priority.ALERT)
            case SessionFinished():
                if event.complete:
                    yield Tone(at=at, sound=Sound.DONE)
                said = words.done if event.complete else words.ended
                yield Speech(at=at, text=said, priority=Priority.ALERT)
            case _:
                pass

    def _step_started(self, event: StepStarted) -> Iterator[Announcement]:
        step = event.step
        place = (step.item, step.exercise, step.side, step.set)
        known = self._named == place and not event.again
        self._named = place
        match step.kind:
            case StepKind.GET_READY:
                said = f"{self._phrases.name_of(step)} {self._cue_text(step, 0)}"
            case StepKind.SWITCH:
                said = self._phrases.switch_to(step.side)
            case StepKind.REST:
                said = self._phrases.rest_before(step)
            case _:
                said = "" if known else self._phrases.name_of(step)
                if not event.standing:
                    yield Tone(at=event.at, sound=Sound.GO)
        if said:
            yield Speech(at=event.at, text=said, priority=Priority.NAME)
        if step.is_self_paced:
            yield Speech(at=event.at, text=self._phrases.own_pace, priority=Priority.CUE)

    def _phase_started(self, event: PhaseStarted) -> Iterator[Announcement]:
        sound = _PHASE_SOUNDS.get((event.step.kind, event.phase.kind))
        if sound is not None:
            yield Tone(at=event.at, sound=sound)

    def _cue(self, event: CueDue) -> Iterator[Announcement]:
        step = event.step
        if step.alternates_from is not None and step.rep_seconds < QUICK_REP_S:
            return
        cues = len(self._exercises[step.exercise].cues)
        if event.number < cues or event.number % REPEAT_EVERY == 0:
            # The first one was said while getting ready.
            said = self._cue_text(step, event.number + 1)
            yield Speech(at=event.at, text=said, priority=Priority.CUE)

    def _cue_text(self, step: Step, number: int) -> str:
        cues = self._exercises[step.exercise].cues
        return cues[number % len(cues)].text


_PHASE_SOUNDS: Mapping[tuple[StepKind, PhaseKind], Sound] = {
    (StepKind.WORK, PhaseKind.OUT): Sound.GO,
    (StepKind.WORK, PhaseKind.HOLD): Sound.COUNT,
    (StepKind.WORK, PhaseKind.BACK): Sound.HALF,
    (StepKind.HOLD, PhaseKind.OUT): Sound.GO,
    (StepKind.HOLD, PhaseKind.BACK): Sound.DONE,
}


class Speaker(Protocol):
    """Says sentences, one at a time."""

    def say(self, text: str) -> None:
        """Says a sentence, and cuts the one being said."""
        ...


class Voice:
    """Passes sentences on to a speaker by the rules of priority.

    Args:
        speaker: says them. Whoever owns it calls ``ended`` when it has become silent by itself.
    """

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._saying: Priority | None = None
        self._waiting: Speech | None = None

    def offer(self, speech: Speech) -> bool:
        """Says a sentence, lets a name wait, or drops it; tells whether it is being said."""
        if self._may_cut(speech.priority):
            self._say(speech)
            return True
        if speech.priority is Priority.NAME:
            self._waiting = speech
        return False

    def ended(self) -> None:
        """Takes note that the speaker is silent, and says the name that has waited."""
        self._saying = None
        if self._waiting is not None:
            self._say(self._waiting)

    def forget(self) -> None:
        """Takes note that the speaker was silenced; nothing waits any more."""
        self._saying = self._waiting = None

    def _may_cut(self, priority: Priority) -> bool:
        if self._saying is None or priority > self._saying:
            return True
        return priority is self._saying and priority in RENEWED

    def _say(self, speech: Speech) -> None:
        if speech.priority >= Priority.NAME:
            self._waiting = None
        self._saying = speech.priority
        self._speaker.say(speech.text)
