"""Turns what the engine is doing into what the player shows."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication

from kneegui.domain.exercise import Exercise, PhaseKind
from kneegui.domain.pacing import pose_at, soft
from kneegui.domain.routine import Routine
from kneegui.domain.session import Side, StepKind
from kneegui.player.commands import AddSeconds
from kneegui.player.engine import Engine
from kneegui.player.reps import RepPoint, rep_at
from kneegui.player.states import State
from kneegui.player.step import Step
from kneegui.player.timeline import Segment as TimelineSegment
from kneegui.ui.player_screen import Mood, NextUp, PhaseWord, PlayerScreen, Ring, Segment
from kneegui.ui.words import clock, dose_line

_CUE_S = 12
"""In a step without counted repetitions the next cue is shown after so long."""
_LONG_S = 100
"""From here on time is shown in minutes and seconds: three digits would be too small."""
_STANDING = frozenset({State.PAUSED, State.HURTING})
_DEFAULT = "player"


def _tr(text: str) -> str:
    return QCoreApplication.translate(_DEFAULT, text)


class PlayerPresenter:
    """Gives the screen and the figure of any moment of one session."""

    def __init__(self, engine: Engine, routine: Routine) -> None:
        self._engine = engine
        self._routine = routine

    @property
    def exercise(self) -> Exercise:
        """The exercise of the current step; of the coming one while resting."""
        return self._engine.timeline.exercises[self._engine.step.exercise]

    def side(self, now: float) -> Side:
        """Gives the side that works, or will: also where the sides take turns."""
        step = self._engine.step
        point = rep_at(step, self._engine.elapsed(now)) if step.is_exercise else None
        if point is not None and step.alternates_from is not None:
            return point.side
        return step.alternates_from or step.side

    def pose(self, now: float) -> float:
        """Gives where between start (0.0) and end (1.0) the figure is."""
        step, elapsed = self._engine.step, self._engine.elapsed(now)
        if not step.is_exercise:
            return 0.0
        point = rep_at(step, elapsed)
        return pose_at((), elapsed) if point is None else soft(point.pose)

    def screen(self, now: float) -> PlayerScreen:
        """Gives everything that is shown but the figure."""
        engine = self._engine
        step, elapsed, timeline = engine.step, engine.elapsed(now), engine.timeline
        exercise = self.exercise
        standing = engine.state in _STANDING
        point = rep_at(step, elapsed) if step.is_exercise else None
        cue, second = self._cues(step, point, elapsed)
        main, icon = self._main_button(step)
        done = timeline.before(step.ordinal) + elapsed
        return PlayerScreen(
            mood=Mood.PAUSED if standing else self._mood(step),
            goal=exercise.goal,
            heading=_tr("Paused") if standing else self._heading(step),
            subheading=exercise.name if standing else self._subheading(step, point),
            place=_tr("{number} of {all}").format(number=step.item + 1, all=timeline.items),
            routine=self._routine.title,
            done=_tr("{time} done").format(time=clock(int(done))),
            left=_tr("{time} left").format(time=clock(ceil(engine.remaining(now)))),
            side=self.side(now),
            phases=self._phases(step, point),
            cue=_tr("Space or click to go on") if standing else cue,
            second_cue="" if standing else second,
            ring=self._ring(step, point, elapsed, now),
            next_up=self._next_up(step),
            set_number=step.set,
            set_count=step.sets if step.is_exercise and not standing else 0,
            segments=tuple(self._segment(segment, step, elapsed) for segment in timeline.segments),
            main_button=main,
            main_icon=icon,
            can_add_time=engine.allows(AddSeconds(10), now),
            dimmed=standing,
        )

    def _mood(self, step: Step) -> Mood:
        if self._engine.state is State.RESUMING:
            return Mood.PREPARE
        match step.kind:
            case StepKind.GET_READY | StepKind.SWITCH:
                return Mood.PREPARE
            case StepKind.REST:
                return Mood.REST
            case _:
                return Mood.WORK

    def _heading(self, step: Step) -> str:
        if step.kind is StepKind.REST:
            return _tr("Rest")
        if step.kind is StepKind.SWITCH:
            right = step.side is Side.RIGHT
            return _tr("Now the right side") if right else _tr("Now the left side")
        return self.exercise.name

    def _subheading(self, step: Step, point: RepPoint | None) -> str:
        if self._engine.state is State.RESUMING:
            return _tr("Going on")
        if step.kind is StepKind.GET_READY:
            return _tr("Get into position")
        if step.kind is StepKind.HOLD and point is not None and step.planned > 1:
            return _tr("Hold {number} of {all}").format(
                number=self._rep_number(step, point), all=step.planned
            )
        words = _tr("Set {number} of {all}")
        if step.kind is StepKind.REST:
            words = _tr("Then set {number} of {all}")
        return words.format(number=step.set, all=step.sets)

    @staticmethod
    def _rep_number(step: Step, point: RepPoint) -> int:
        """Gives the repetition as the user counts it: each side by itself."""
        return (point.rep + 1) // 2 if step.alternates_from is not None else point.rep

    def _cues(self, step: Step, point: RepPoint | None, elapsed: float) -> tuple[str, str]:
        cues = [cue.text for cue in self.exercise.cues]
        match step.kind:
            case StepKind.GET_READY:
                return cues[0], cues[1]
            case StepKind.SWITCH:
                return _tr("Change sides"), cues[0]
            case StepKind.REST:
                return _tr("Next: {exercise}").format(exercise=self.exercise.name), cues[0]
            case StepKind.WORK if point is not None and not step.is_self_paced:
                return cues[(point.rep - 1) % len(cues)], ""
            case _:
                return cues[int(elapsed / _CUE_S) % len(cues)], ""

    @staticmethod
    def _phases(step: Step, point: RepPoint | None) -> tuple[PhaseWord, ...]:
        if point is None or step.kind is StepKind.TIMED:
            return ()
        return tuple(
            PhaseWord(text=f"{phase.name} {phase.seconds}", current=number == point.index)
            for number, phase in enumerate(step.phases)
        )

    def _ring(self, step: Step, point: RepPoint | None, elapsed: float, now: float) -> Ring:
        if self._engine.state is State.RESUMING:
            left = self._engine.resume_left(now)
            return Ring(number=str(max(1, ceil(left))), label=_tr("get ready"), fraction=1.0)
        if point is not None and step.kind is StepKind.WORK:
            return self._rep_ring(step, point)
        if point is not None and step.kind is StepKind.HOLD:
            return self._hold_ring(step, point)
        seconds = step.planned_seconds if step.seconds is None else step.seconds
        left = max(0.0, seconds - elapsed)
        label = _tr("get ready") if step.kind is StepKind.GET_READY else _tr("seconds")
        if step.kind is StepKind.TIMED:
            label = _tr("seconds left")
        return self._time_ring(left, left / seconds, label)

    def _rep_ring(self, step: Step, point: RepPoint) -> Ring:
        if step.is_self_paced:
            label = _tr("at your pace")
            return Ring(number=str(step.planned), label=label, fraction=1.0)
        length = step.rep_seconds
        before = sum(phase.seconds for phase in step.phases[: point.index])
        inside = before + step.phases[point.index].seconds - point.left
        return Ring(
            number=str(self._rep_number(step, point)),
            label=_tr("of {reps}").format(reps=step.planned),
            fraction=inside / length,
            of=step.reps,
            done=point.rep - 1,
        )

    def _hold_ring(self, step: Step, point: RepPoint) -> Ring:
        seconds = point.phase.seconds
        if point.phase.kind is PhaseKind.HOLD:
            seconds += step.hold_added(point.rep)
            return self._time_ring(point.left, point.left / seconds, _tr("seconds hold"))
        return self._time_ring(point.left, 1.0, point.phase.name.lower())

    @staticmethod
    def _time_ring(left: float, fraction: float, label: str) -> Ring:
        whole = ceil(left)
        if whole >= _LONG_S:
            return Ring(number=clock(whole), label=_tr("minutes left"), fraction=fraction)
        return Ring(number=str(whole), label=label, fraction=fraction)

    def _next_up(self, step: Step) -> NextUp | None:
        label = _tr("After that") if step.kind is StepKind.REST else _tr("Next")
        if step.next_exercise is None:
            return NextUp(
                label=label, exercise="", title=_tr("Finish"), line=_tr("How is the knee then?")
            )
        exercise = self._engine.timeline.exercises[step.next_exercise]
        later = self._routine.items[step.item + 1 :]
        dose = next((i.dose for i in later if i.exercise == exercise.id), exercise.start)
        return NextUp(
            label=label, exercise=exercise.id, title=exercise.name, line=dose_line(exercise, dose)
        )

    def _segment(self, segment: TimelineSegment, step: Step, elapsed: float) -> Segment:
        timeline = self._engine.timeline
        goal = timeline.exercises[segment.exercise].goal
        share = 0.0
        if segment.item < step.item:
            share = 1.0
        elif segment.item == step.item:
            inside = timeline.before(step.ordinal) - timeline.before(segment.first) + elapsed
            # In steps of a hundredth: the bar is painted again when one can be seen.
            share = min(1.0, int(100 * inside / max(1, segment.seconds)) / 100)
        return Segment(goal=goal, seconds=segment.seconds, share_done=share)

    def _main_button(self, step: Step) -> tuple[str, str]:
        match self._engine.state:
            case State.PAUSED | State.HURTING:
                return _tr("Resume"), "play-fill"
            case State.WAITING:
                return _tr("Set done"), "check-bold"
            case State.RUNNING if step.kind is StepKind.GET_READY:
                return _tr("Start now"), "play-fill"
            case State.RUNNING if step.kind is StepKind.SWITCH:
                return _tr("Ready"), "play-fill"
            case _:
                return _tr("Pause"), "pause-fill"
