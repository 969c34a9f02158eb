"""What may be suggested while the pain is in the red zone.

Source: content.md 5.3, row 2: no strength or running; an easy walk, gentle rolling away from the
knee, or rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kneegui.domain.exercise import Exercise, Goal
from kneegui.domain.routine import Routine

RED_FROM = 6
"""From this pain on no strength work and no running are suggested."""


def suits_red_zone(routine: Routine, exercises: Mapping[str, Exercise]) -> bool:
    """Tells whether a routine is nothing but rolling.

    Args:
        routine: what may be suggested.
        exercises: every exercise of the routine by its id.
    """
    return all(exercises[item.exercise].goal is Goal.RELEASE for item in routine.items)


def suggested_in_red_zone(
    usual: Routine, routines: Iterable[Routine], exercises: Mapping[str, Exercise]
) -> Routine | None:
    """Gives what to suggest instead of the usual routine: that itself where it suits.

    Args:
        usual: what would be suggested at less pain.
        routines: what else there is; the first that suits is taken.
        exercises: every exercise of these routines by its id.
    """
    suiting = (each for each in (usual, *routines) if suits_red_zone(each, exercises))
    return next(suiting, None)
