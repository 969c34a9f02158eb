"""What a measure is.

Each module in this folder with a tuple ``MEASURES`` contributes its measures, in the order of the
modules' names; ``python -m tests.bench`` finds them by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class CannotMeasureError(Exception):
    """Says in a few words why there is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number and where it comes from."""

    value: float
    """The median, in the measure's unit."""
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
