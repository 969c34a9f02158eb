"""What charts are given: places in days from the first they show, values, and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kneegui.ui.theme.roles import Role

Stretches = Sequence[Sequence[int]]
"""The numbers of marks that a line joins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place on a chart that can be pointed at, and what is told there."""

    x: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainMark:
    """A session and the pain before and after it; None where nothing was told."""

    x: float
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthMark:
    """The middle of a month, and the middle one of the pains after its sessions."""

    x: float
    middle: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainBand:
    """The pains that read as about the same."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPart:
    """A part of a bar."""

    value: float
    role: Role
    alpha: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The middle of a bar's place, its parts, and its number."""

    x: float
    parts: Sequence[BarPart]
    words: str
    """What is printed above it where there is room."""
    is_now: bool = False
    beside: bool = False
    """True where its parts stand side by side, each from zero: together they come to nothing.
    Else they stand on each other."""

    @property
    def value(self) -> float:
        """How high it is."""
        values = [part.value for part in self.parts]
        return max(values, default=0.0) if self.beside else sum(values)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """A session and its number."""

    x: float
    y: float
    hurt: bool = False
    """True where the exercise hurt in it; a ring says so."""
    line: int = 0
    """Which of several lines it is of; each has a colour."""
