"""A routine as a flat row of steps.

Each item of the routine becomes::

    get ready, set, rest, set, rest, set                             both sides, or turn and turn
    get ready, set L, switch, set R, rest, set L, switch, set R      a set on each side

The other side's set is the rest of the first, so a rest follows only when both are done, and none
follows the last set. There is no rest between two exercises: getting ready takes its place.

A set is a WORK step of paced repetitions, a HOLD step where the hold lasts ten seconds or longer,
or a TIMED step where the dose is a time. With the settings as they come the seconds are those of
``kneegui.domain.timing``, so that the promise on the Routines page is what the clock keeps.

Which steps there are depends on the routine (and on swaps) alone, never on the settings, so that
an ordinal written down yesterday still names the same step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kneegui.domain.dose import Dose
from kneegui.domain.exercise import Exercise, PhaseKind, Sides
from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.routine import Routine
from kneegui.domain.session import Side, StepKind, Swap
from kneegui.domain.timing import SWITCH_SIDES_S, get_ready_seconds, phase_seconds
from kneegui.player.step import LONG_HOLD_S, Step, StepPhase, opposite

LEAST_S = 3
"""Getting ready and switching never last less, whatever the settings take off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One exercise of the routine in the progress bar."""

    item: int
    exercise: str
    """Id of the exercise; of the easier one where it was swapped."""
    title: str
    first: int
    """Ordinal of its first step."""
    last: int
    """Ordinal of its last step."""
    seconds: int
    """Of all its steps, as planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The steps of a session in order, and what they were made from."""

    steps: tuple[Step, ...]
    exercises: Mapping[str, Exercise]
    """Those that occur in it, by id."""
    settings: PlayerSettings
    first_side: Side
    ends: tuple[int, ...]
    """For each step the seconds from the start of the first to its end, as planned."""

    @property
    def total(self) -> int:
        """Seconds of all steps, as planned."""
        return self.ends[-1] if self.ends else 0

    @property
    def exercise_steps(self) -> int:
        """How many steps are recorded."""
        return sum(step.is_exercise for step in self.steps)

    @property
    def items(self) -> int:
        """How many exercises there are."""
        return self.steps[-1].item + 1 if self.steps else 0

    def before(self, ordinal: int) -> int:
        """Gives the planned seconds of all steps before one."""
        return self.ends[ordinal] - self.steps[ordinal].planned_seconds

    def after(self, ordinal: int) -> int:
        """Gives the planned seconds of all steps after one."""
        return self.total - self.ends[ordinal]

    def item_steps(self, item: int) -> tuple[Step, ...]:
        """Gives the steps of one exercise of the routine, in order."""
        return tuple(step for step in self.steps if step.item == item)

    def item_start(self, item: int) -> int:
        """Gives the ordinal of getting ready for an exercise; for the easier one after a swap."""
        ready = [step for step in self.item_steps(item) if step.kind is StepKind.GET_READY]
        return ready[-1].ordinal

    def next_exercise_step(self, ordinal: int) -> Step | None:
        """Gives the first step after one in which something is exercised, if there is any."""
        return next((step for step in self.steps[ordinal + 1 :] if step.is_exercise), None)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The exercises of the routine, for the progress bar."""
        return tuple(_segment(self.item_steps(item)) for item in range(self.items))

    def swapped(self, swap: Swap, easier: Exercise) -> Timeline:
        """Gives the timeline with an easier exercise from one step on.

        What came before stays, the stopped step too, so that no ordinal in the records changes
        its meaning. Then come getting ready and the sets that were left, with the set numbers
        going on: who stopped in set 2 of 3 goes on with set 2, on the side where they stopped.

        Args:
            swap: after which step, and at which dose.
            easier: the exercise the swap names.
        """
        stopped = self.steps[swap.after]
        kept = self.steps[: swap.after + 1]
        left = next(step for step in self.steps[swap.after :] if step.is_exercise)
        later = self.steps[swap.after + 1 :]
        added = list(
            _Item(stopped.item, easier, swap.dose, stopped.next_exercise).steps(
                self.exercises[stopped.exercise], self.settings, self.first_side, start_from=left
            )
        )
        following = [step for step in later if step.item > stopped.item]
        if following:
            following[0] = _ready_step(
                following[0], easier, self.exercises[following[0].exercise], self.settings
            )
        return _timeline(
            (*kept, *added, *following),
            {**self.exercises, easier.id: easier},
            self.settings,
            self.first_side,
        )


def compile_timeline(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    settings: PlayerSettings,
    first_side: Side,
    swaps: Sequence[Swap] = (),
) -> Timeline:
    """Gives the timeline of a routine.

    Args:
        routine: what is to be done.
        exercises: every exercise of the routine, and of the swaps, by its id.
        settings: the user's pace.
        first_side: where a set on each side begins, and the first of repetitions that alternate.
        swaps: exercises changed for easier ones when a session is resumed, in order.

    Raises:
        ValueError: the first side is neither left nor right.
    """
    opposite(first_side)
    order = [exercises[item.exercise] for item in routine.items]
    before = [None, *order[:-1]]
    after = [*(exercise.id for exercise in order[1:]), None]
    steps = [
        step
        for number, item in enumerate(routine.items)
        for step in _Item(number, order[number], item.dose, after[number]).steps(
            before[number], settings, first_side
        )
    ]
    timeline = _timeline(steps, {exercise.id: exercise for exercise in order}, settings, first_side)
    for swap in swaps:
        timeline = timeline.swapped(swap, exercises[swap.exercise])
    return timeline


def _timeline(
    steps: Iterable[Step],
    exercises: Mapping[str, Exercise],
    settings: PlayerSettings,
    first_side: Side,
) -> Timeline:
    numbered = tuple(replace(step, ordinal=place) for place, step in enumerate(steps))
    return Timeline(
        steps=numbered,
        exercises=exercises,
        settings=settings,
        first_side=first_side,
        ends=tuple(accumulate(step.planned_seconds for step in numbered)),
    )


def _segment(steps: Sequence[Step]) -> Segment:
    return Segment(
        item=steps[0].item,
        exercise=steps[-1].exercise,
        title=steps[-1].title,
        first=steps[0].ordinal,
        last=steps[-1].ordinal,
        seconds=sum(step.planned_seconds for step in steps),
    )


def _ready_step(
    step: Step, previous: Exercise | None, exercise: Exercise, settings: PlayerSettings
) -> Step:
    seconds = max(LEAST_S, get_ready_seconds(previous, exercise) + settings.get_ready_added_s)
    return replace(step, seconds=seconds, planned_seconds=seconds)


def _tempo_seconds(kind: PhaseKind, seconds: int, tempo: Tempo) -> int:
    """Gives the seconds of a phase at a tempo: slow makes 2-1-2-1 into 3-2-3-2. Source: E37."""
    if tempo is Tempo.NORMAL:
        return seconds
    if kind in {PhaseKind.OUT, PhaseKind.BACK}:
        return (3 * seconds + 1) // 2
    return 2 if seconds == 1 else seconds


@dataclass(frozen=True, slots=True)
class _Item:
    """One exercise of the routine on its way to steps."""

    number: int
    exercise: Exercise
    dose: Dose
    next_exercise: str | None

    def steps(
        self,
        previous: Exercise | None,
        settings: PlayerSettings,
        first_side: Side,
        start_from: Step | None = None,
    ) -> Iterator[Step]:
        """Gives the steps, not numbered yet; from the set and side of a step where one is given."""
        each = self.exercise.sides is Sides.EACH
        first_set = start_from.set if start_from else 1
        sets = max(self.dose.sets, first_set)
        sides = [first_side, opposite(first_side)] if each else [Side.BOTH]
        left = [(number, side) for number in range(first_set, sets + 1) for side in sides]
        if each and start_from and start_from.side is sides[1]:
            del left[0]
        the_set = self._set(settings, first_side, sets)
        number, side = left[0]
        ready = replace(the_set, kind=StepKind.GET_READY, set=number, side=side, phases=(), reps=0)
        yield _ready_step(ready, previous, self.exercise, settings)
        for place, (number, side) in enumerate(left):
            if place > 0:
                yield from self._between(the_set, number, side, settings, first=side is sides[0])
            yield replace(the_set, set=number, side=side)

    def _between(
        self, the_set: Step, number: int, side: Side, settings: PlayerSettings, *, first: bool
    ) -> Iterator[Step]:
        """Gives the rest before a set on the first side, or the switch to the other; if any."""
        if first:
            kind = StepKind.REST
            seconds = max(1, (self.dose.rest_s * settings.rest_percent + 50) // 100)
        else:
            kind = StepKind.SWITCH
            seconds = max(LEAST_S, SWITCH_SIDES_S + settings.switch_added_s)
        if kind is StepKind.SWITCH or self.dose.rest_s > 0:
            yield replace(
                the_set,
                kind=kind,
                set=number,
                side=side,
                seconds=seconds,
                planned_seconds=seconds,
                phases=(),
                reps=0,
            )

    def _set(self, settings: PlayerSettings, first_side: Side, sets: int) -> Step:
        """Gives what all sets of the exercise have in common."""
        phases = tuple(self._phases(settings.tempo))
        alternates = self.exercise.sides is Sides.ALTERNATING
        reps = (self.dose.reps or 0) * (2 if alternates else 1)
        kind = self._kind(phases)
        seconds = self.dose.seconds
        if seconds is None:
            seconds = reps * sum(phase.seconds for phase in phases)
        # Repetitions without phases have no pace; only the user knows when they are done.
        own_pace = kind is StepKind.WORK and (settings.self_paced or not phases)
        return Step(
            ordinal=0,
            item=self.number,
            kind=kind,
            exercise=self.exercise.id,
            title=self.exercise.name,
            side=Side.BOTH,
            set=1,
            sets=sets,
            seconds=None if own_pace else seconds,
            planned_seconds=seconds,
            reps=reps,
            phases=phases,
            alternates_from=first_side if alternates else None,
            next_exercise=self.next_exercise,
        )

    def _phases(self, tempo: Tempo) -> Iterator[StepPhase]:
        for phase in self.exercise.phases:
            seconds = phase_seconds(phase, self.dose)
            if phase.kind is not PhaseKind.HOLD or self.dose.hold_s is None:
                seconds = _tempo_seconds(phase.kind, seconds, tempo)
            if seconds > 0:
                yield StepPhase(name=phase.name, kind=phase.kind, seconds=seconds)

    def _kind(self, phases: Sequence[StepPhase]) -> StepKind:
        if self.dose.seconds is not None:
            return StepKind.TIMED
        holds = (phase.seconds for phase in phases if phase.kind is PhaseKind.HOLD)
        return StepKind.HOLD if max(holds, default=0) >= LONG_HOLD_S else StepKind.WORK
