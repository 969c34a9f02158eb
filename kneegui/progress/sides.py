"""Left against right: what each side did of the exercises that have sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Side, StepStatus
from kneegui.progress.exercise_progress import Unit, unit_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTotal:
    """What one side did of an exercise over a period."""

    done: int
    """Repetitions or seconds, all sets together."""
    sets: int
    """Sets with something done."""
    seconds: float
    stopped: int
    """Sets that pain stopped."""
    pain: int | None
    """The worst that was told in it, 0 to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesOfExercise:
    """An exercise with both its sides."""

    exercise: str
    title: str
    unit: Unit
    is_only: bool
    """False where it was counted otherwise too; that stands by itself."""
    left: SideTotal
    right: SideTotal

    @property
    def seconds(self) -> float:
        """How long both sides were exercised."""
        return self.left.seconds + self.right.seconds

    @property
    def left_ahead(self) -> int:
        """How much more the left side did; negative where it was the right."""
        return self.left.done - self.right.done


def left_and_right(
    steps: Mapping[str, Sequence[PractisedStep]],
) -> tuple[SidesOfExercise, ...]:
    """Gives the exercises that were done on single sides, the most exercised first.

    One that was counted in repetitions and in seconds is there with each of them.

    Args:
        steps: exercise -> its steps in a period, the oldest first.
    """
    found = [sided for exercise, of_it in steps.items() if (sided := _sides(exercise, of_it))]
    found.sort(key=lambda of_it: (-sum(each.seconds for each in of_it), of_it[0].title))
    return tuple(each for of_it in found for each in of_it)


def _sides(exercise: str, steps: Sequence[PractisedStep]) -> Sequence[SidesOfExercise]:
    of_side: dict[tuple[Unit, Side], list[PractisedStep]] = {}
    for step in steps:
        of_side.setdefault((unit_of(step.kind), step.side), []).append(step)
    totals = {
        unit: [_total(of_side.get((unit, side), ())) for side in (Side.LEFT, Side.RIGHT)]
        for unit in Unit
    }
    counted = {unit: sides for unit, sides in totals.items() if any(side.sets for side in sides)}
    found = [
        SidesOfExercise(
            exercise=exercise,
            title=steps[-1].title,
            unit=unit,
            is_only=len(counted) == 1,
            left=left,
            right=right,
        )
        for unit, (left, right) in counted.items()
    ]
    return sorted(found, key=lambda each: -each.seconds)


def _total(steps: Sequence[PractisedStep]) -> SideTotal:
    return SideTotal(
        done=sum([step.done for step in steps]),
        sets=sum([step.done > 0 for step in steps]),
        seconds=sum([step.seconds for step in steps]),
        stopped=sum([step.status is StepStatus.STOPPED for step in steps]),
        pain=max([step.pain for step in steps if step.pain is not None], default=None),
    )
