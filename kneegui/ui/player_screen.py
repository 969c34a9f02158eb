"""What the player shows at one moment, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kneegui.domain.exercise import Goal
from kneegui.domain.session import Side
from kneegui.ui.theme.roles import Role


class Mood(Enum):
    """The state of the whole screen: ground, ink of the head line, and the ring's colour."""

    WORK = (Role.WINDOW, Role.TEXT, None)
    """Paper; the ring has the goal's colour."""
    PREPARE = (Role.PREPARE_GROUND, Role.PREPARE_TEXT, Role.PREPARE_RING)
    """Yellow: move your body."""
    REST = (Role.REST_GROUND, Role.REST_TEXT, Role.REST_RING)
    """Blue."""
    PAUSED = (Role.PAUSED_GROUND, Role.TEXT, Role.TEXT_THIRD)
    """Grey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """The big number and the ring round it."""

    number: str
    """One or two digits, or ``m:ss``."""
    label: str
    fraction: float
    """How much of the ring is filled: what is left of the time, or of the current repetition."""
    of: int = 0
    """So many segments, one a repetition; 0 for one whole ring."""
    done: int = 0
    """Segments already full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseWord:
    """A phase of the repetition, such as "Lift 2"."""

    text: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUp:
    """What comes next."""

    label: str
    exercise: str
    """Id of the exercise, for its picture; empty after the last one."""
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One exercise in the bar at the top."""

    goal: Goal
    seconds: int
    share_done: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerScreen:
    """Everything on the screen but the figure's pose."""

    mood: Mood
    goal: Goal
    heading: str
    subheading: str
    place: str
    """Such as "6 of 8"."""
    routine: str
    done: str
    left: str
    side: Side
    phases: tuple[PhaseWord, ...]
    cue: str
    second_cue: str
    ring: Ring
    next_up: NextUp | None
    set_number: int
    set_count: int
    segments: tuple[Segment, ...]
    main_button: str
    """Words of the large button: Pause, Resume, Start now, Ready."""
    main_icon: str
    can_add_time: bool
    dimmed: bool = False
    """True while paused: the figure fades."""
