"""What the user can tell the engine to do. When each is allowed: the table in ``states.py``."""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.dose import Dose
from kneegui.domain.exercise import Exercise
from kneegui.player.pain import PainReport


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user wants."""


@dataclass(frozen=True, slots=True)
class Start(Command):
    """Begin, or go on where an interrupted session stood."""


@dataclass(frozen=True, slots=True)
class Pause(Command):
    """Let the clock stand still."""


@dataclass(frozen=True, slots=True)
class Resume(Command):
    """Go on after 3-2-1."""


@dataclass(frozen=True, slots=True)
class Next(Command):
    """Go to the next step; this one is skipped."""


@dataclass(frozen=True, slots=True)
class Back(Command):
    """Start this step again; once more within three seconds: the one before."""


@dataclass(frozen=True, slots=True)
class AddSeconds(Command):
    """Lengthen this step, or shorten it where the seconds are negative."""

    seconds: int


@dataclass(frozen=True, slots=True)
class JumpToItem(Command):
    """Go to getting ready for an exercise of the routine; for the easier one after a swap."""

    item: int
    """From 0."""


@dataclass(frozen=True, slots=True)
class EndSet(Command):
    """The self-paced set is done."""


@dataclass(frozen=True, slots=True)
class Hurt(Command):
    """It hurts: let the clock stand still and ask."""


@dataclass(frozen=True, slots=True)
class TakeBack(Command):
    """It does not hurt after all: no pain is noted, and the clock stands until it is resumed."""


@dataclass(frozen=True, slots=True)
class Answer(Command):
    """What the user says when asked how it hurts, and wants to do about it."""

    pain: PainReport


@dataclass(frozen=True, slots=True)
class GoOn(Answer):
    """Go on after 3-2-1."""


@dataclass(frozen=True, slots=True)
class SwapEasier(Answer):
    """Do the rest of this exercise in an easier way."""

    exercise: Exercise
    """The easier one; the same where only its words differ."""
    dose: Dose


@dataclass(frozen=True, slots=True)
class SkipExercise(Answer):
    """Leave the rest of this exercise out today."""


@dataclass(frozen=True, slots=True)
class End(Answer):
    """End the session here."""


@dataclass(frozen=True, slots=True)
class Leave(Command):
    """Leave; what was done is saved and the session can be resumed."""


class IllegalCommandError(Exception):
    """A command that makes no sense now; nothing has changed.

    A button may be pressed in the very moment its step ends, so whoever passes commands on ignores
    this error. ``Engine.allows`` tells beforehand which controls to offer.
    """

    def __init__(self, command: Command, state: str) -> None:
        super().__init__(f"{type(command).__name__} is not allowed while {state}.")
        self.command = command
        self.state = state
