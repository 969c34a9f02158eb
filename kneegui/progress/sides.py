"""Left against right: what each side did of the exercises that have sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Side, StepKind, StepStatus
from kneegui.progress.exercise_progress import Unit


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
    left: SideTotal
    right: SideTotal

    @property
    def left_ahead(self) -> int:
        """How much more the left side did; negative where it was the right."""
        return self.left.done - self.right.done


def left_and_right(
    steps: Mapping[str, Sequence[PractisedStep]],
) -> tuple[SidesOfExercise, ...]:
    """Gives the exercises that were done on single sides, the most exercised first.

    As in ``exercise_points``, what is counted otherwise than the last time is left out.

    Args:
        steps: exercise -> its steps in a period, the oldest first.
    """
    found = (_sides(exercise, of_it) for exercise, of_it in steps.items())
    sided = [each for each in found if each.left.sets or each.right.sets]
    return tuple(
        sorted(sided, key=lambda each: (-each.left.seconds - each.right.seconds, each.title))
    )


def _sides(exercise: str, steps: Sequence[PractisedStep]) -> SidesOfExercise:
    timed = steps[-1].kind is StepKind.TIMED
    of_side: dict[Side, list[PractisedStep]] = {side: [] for side in Side}
    for step in steps:
        if (step.kind is StepKind.TIMED) is timed:
            of_side[step.side].append(step)
    return SidesOfExercise(
        exercise=exercise,
        title=steps[-1].title,
        unit=Unit.SECONDS if timed else Unit.REPS,
        left=_total(of_side[Side.LEFT]),
        right=_total(of_side[Side.RIGHT]),
    )


def _total(steps: Sequence[PractisedStep]) -> SideTotal:
    return SideTotal(
        done=sum([step.done for step in steps]),
        sets=sum([step.done > 0 for step in steps]),
        seconds=sum([step.seconds for step in steps]),
        stopped=sum([step.status is StepStatus.STOPPED for step in steps]),
        pain=max([step.pain for step in steps if step.pain is not None], default=None),
    )
