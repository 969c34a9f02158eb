"""How much of an exercise: what the player does, and what each article says."""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.basis import Basis

Range = tuple[int, int]
"""Lowest and highest value an article gives; the same number twice where it gives one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """A dose that can be played.

    Exactly one of ``reps`` and ``seconds`` is set: repetitions at the exercise's own pace, or a
    set that simply lasts so long. Both count **per side** where the exercise has sides; for an
    alternating exercise ten repetitions are ten on the left and ten on the right.
    """

    sets: int
    reps: int | None
    hold_s: int | None
    """Seconds of the hold phase in each repetition; None keeps the exercise's own."""
    seconds: int | None
    rest_s: int
    """Seconds of rest between two sets."""
    basis: Basis
    rest_basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDose:
    """What one article prescribes for an exercise; None where it is silent.

    A stretch held three times for thirty seconds has ``reps`` (3, 3) and ``hold_s`` (30, 30):
    one hold is one repetition.
    """

    article: str
    sets: Range | None = None
    reps: Range | None = None
    hold_s: Range | None = None
    seconds: Range | None = None
    """Seconds a set lasts, on each side where the exercise has sides."""
    note: str | None = None
    """What the numbers cannot say, such as a time for several exercises together."""

    @property
    def is_silent(self) -> bool:
        """True where the article names the exercise and gives no number at all."""
        return self.sets is self.reps is self.hold_s is self.seconds is None
