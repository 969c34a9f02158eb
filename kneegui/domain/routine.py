"""A routine: exercises in order, each with its dose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kneegui.domain.basis import Basis, Statement
from kneegui.domain.dose import Dose


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineItem:
    """One exercise in a routine."""

    exercise: str
    """Id of the exercise."""
    dose: Dose
    target: Dose | None = None
    """The dose to build up to in this routine; None where it stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """Exercises in order, ready to be played."""

    key: str
    title: str
    sources: tuple[str, ...]
    """Ids of the articles it comes from; empty where it is ours."""
    summary: Statement
    notes: tuple[Statement, ...]
    """What to know before starting, such as a walk before and after."""
    items: tuple[RoutineItem, ...]

    @classmethod
    def unknown(cls, key: str, title: str) -> Routine:
        """Gives a routine of which no more than its name is known: it cannot be played."""
        nothing = Statement(text="", basis=Basis())
        return cls(key=key, title=title, sources=(), summary=nothing, notes=(), items=())

    def built_up(self) -> Routine:
        """Gives the routine with each item at its target dose, where it has one."""
        items = tuple(replace(item, dose=item.target or item.dose) for item in self.items)
        return replace(self, items=items)
