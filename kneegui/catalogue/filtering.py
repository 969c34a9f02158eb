"""Which exercises a choice of filters leaves, and how many each further choice would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kneegui.domain.exercise import Exercise

NO_EQUIPMENT = "none"
"""The choice of exercises that need nothing at all."""


class Facet(StrEnum):
    """A property of exercises that can be filtered by."""

    GOAL = "goal"
    BODY_AREA = "body-area"
    EQUIPMENT = "equipment"
    POSITION = "position"
    SOURCE = "source"


def _needed(exercise: Exercise) -> tuple[str, ...]:
    kinds = tuple(thing.kind.value for thing in exercise.equipment if not thing.optional)
    return kinds or (NO_EQUIPMENT,)


_VALUES: Mapping[Facet, Callable[[Exercise], tuple[str, ...]]] = {
    Facet.GOAL: lambda exercise: (exercise.goal.value,),
    Facet.BODY_AREA: lambda exercise: tuple(area.value for area in exercise.body_areas),
    Facet.EQUIPMENT: _needed,
    Facet.POSITION: lambda exercise: (exercise.position.value,),
    Facet.SOURCE: lambda exercise: exercise.articles,
}


def facet_values(exercise: Exercise, facet: Facet) -> tuple[str, ...]:
    """Gives what an exercise answers to a facet, such as its body areas."""
    return _VALUES[facet](exercise)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFilter:
    """What the user has chosen: within a facet any choice will do, the facets must all agree."""

    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=dict[Facet, frozenset[str]])
    found: Mapping[str, int] | None = None
    """Ids the search found with their rank; None where nothing is searched."""

    @property
    def is_empty(self) -> bool:
        """True where every exercise passes."""
        return self.found is None and not any(self.chosen.values())

    def with_choice(self, facet: Facet, value: str, chosen: bool) -> ExerciseFilter:
        """Gives the filter with one choice added or taken away."""
        values = self.chosen.get(facet, frozenset())
        changed = values | {value} if chosen else values - {value}
        return replace(self, chosen={**self.chosen, facet: changed})

    def with_found(self, found: Mapping[str, int] | None) -> ExerciseFilter:
        """Gives the filter with the outcome of another search."""
        return replace(self, found=found)

    def accepts(self, exercise: Exercise, *, ignoring: Facet | None = None) -> bool:
        """True where the exercise passes, a facet left out of account if wished."""
        if self.found is not None and exercise.id not in self.found:
            return False
        return all(
            not values or not values.isdisjoint(facet_values(exercise, facet))
            for facet, values in self.chosen.items()
            if facet is not ignoring
        )


def choice_counts(
    exercises: Sequence[Exercise], chosen: ExerciseFilter, facet: Facet
) -> dict[str, int]:
    """Gives for each value of a facet how many exercises it would show.

    The other facets and the search stay as they are. Values appear in the order in which the
    exercises have them first; one that would show nothing has 0.
    """
    counts = dict.fromkeys(facet_options(exercises, facet), 0)
    for exercise in exercises:
        if chosen.accepts(exercise, ignoring=facet):
            for value in facet_values(exercise, facet):
                counts[value] += 1
    return counts


def facet_options(exercises: Iterable[Exercise], facet: Facet) -> tuple[str, ...]:
    """Gives every value of a facet, in the order in which the exercises have them first."""
    return tuple(
        dict.fromkeys(value for exercise in exercises for value in facet_values(exercise, facet))
    )
