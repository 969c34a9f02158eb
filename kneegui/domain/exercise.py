"""An exercise: what to do, how it should feel, when to stop, and where each word comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kneegui.domain.basis import Basis, Statement
from kneegui.domain.dose import ArticleDose, Dose


class Goal(StrEnum):
    """What an exercise is for."""

    RELEASE = "release"
    STRETCH = "stretch"
    STRENGTHEN = "strengthen"


class Sides(StrEnum):
    """How the two sides of the body share the work."""

    EACH = "each"
    """A whole set on one side, then on the other."""
    BOTH = "both"
    """Both sides at once."""
    ALTERNATING = "alternating"
    """The side changes with every repetition; a dose's repetitions count per side."""


class BodyArea(StrEnum):
    """Where in the body an exercise works."""

    QUADS = "quads"
    OUTER_THIGH = "outer-thigh"
    INNER_THIGH = "inner-thigh"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"
    HIPS = "hips"
    GLUTES = "glutes"
    TRUNK = "trunk"


class Position(StrEnum):
    """The position an exercise starts from."""

    BACK = "lying-on-the-back"
    SIDE = "lying-on-the-side"
    FACE_DOWN = "lying-face-down"
    FLOOR = "sitting-on-the-floor"
    CHAIR = "sitting-on-a-chair"
    KNEELING = "kneeling"
    STANDING = "standing"


class EquipmentKind(StrEnum):
    """A thing an exercise needs."""

    ROLLER = "roller"
    BALL = "ball"
    STICK = "stick"
    MASSAGE_GUN = "massage-gun"
    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    COUCH = "couch"
    STRAP = "strap"
    BAND = "band"
    EDGE = "edge"
    STEP = "step"
    CUSHION = "cushion"


class PhaseKind(StrEnum):
    """What happens in one phase of a repetition, seen from the start position."""

    OUT = "out"
    """Moving from the start towards the end position."""
    HOLD = "hold"
    """Staying there. A dose's ``hold_s`` replaces its seconds."""
    BACK = "back"
    """Moving back to the start position."""
    REST = "rest"
    """A breath at the start position before the next repetition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase of a repetition, such as "Lift" for 2 s."""

    name: str
    kind: PhaseKind
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """One thing an exercise needs, and what may stand in for it."""

    kind: EquipmentKind
    text: str
    """What exactly, such as "Foam roller, 30 cm or longer"."""
    optional: bool
    """True where the exercise works without it."""
    alternatives: tuple[Statement, ...]
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Feel:
    """How strong it should feel, on the scale 0 to 10, and in words."""

    low: int
    high: int
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An easier or a harder way: another exercise, a variant in words, or both."""

    exercise: str | None
    text: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise with everything the program says about it.

    Source: content of the five articles, completed by defaults that carry their reason.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    goal: Goal
    body_areas: tuple[BodyArea, ...]
    muscles: tuple[str, ...]
    position: Position
    equipment: tuple[Equipment, ...]
    start_position: Statement
    movement: tuple[Statement, ...]
    """The movement in steps, in the order they are done."""
    cues: tuple[Statement, ...]
    """What the voice says: short, imperative, three to five of them."""
    feel: Feel
    purpose: Statement
    mistakes: tuple[Statement, ...]
    easier: Neighbour | None
    harder: Neighbour | None
    caution: Statement
    stop: Statement
    sides: Sides
    sides_basis: Basis
    one_rep: Statement
    """What counts as one repetition."""
    phases: tuple[Phase, ...]
    """The phases of one repetition; empty where the movement has no rhythm."""
    tempo_basis: Basis
    start: Dose
    target: Dose
    """The dose to build up to; equal to ``start`` where the exercise is not progressed."""
    doses: tuple[ArticleDose, ...]

    @property
    def progresses(self) -> bool:
        """True where the target asks for more than the start."""
        return _amount(self.start) != _amount(self.target)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that name the exercise, in order."""
        return tuple(dose.article for dose in self.doses)


def _amount(dose: Dose) -> tuple[int, int | None, int | None, int | None]:
    return dose.sets, dose.reps, dose.hold_s, dose.seconds
