"""What a measure is.

Each module in this folder with a tuple ``MEASURES`` contributes its measures, in the order of the
modules' names; ``python -m tests.bench`` finds them by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil


class CannotMeasureError(Exception):
    """Says in a few words why there is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number and where it comes from."""

    value: float
    """In the measure's unit; the median of many where the measure's name says nothing else."""
    note: str = ""
    """What the number alone does not tell, such as its range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number that must not grow beyond its goal."""

    name: str
    unit: str
    goal: float
    """The highest value that is still good."""
    run: Callable[[], Reading]
    """Takes the measure; raises CannotMeasureError where that is not possible."""


def ninety_ninth(values: Sequence[float]) -> float:
    """Gives the value that 99 of a hundred do not exceed; of fewer, the highest."""
    return sorted(values)[ceil(len(values) * 0.99) - 1]
