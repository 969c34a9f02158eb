"""The words for what will happen in a routine, step by step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneegui.domain.exercise import PhaseKind
from kneegui.domain.session import Side, StepKind
from kneegui.player.step import Step
from kneegui.ui.words import clock, duration


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def plan_amount(step: Step) -> str:
    """Gives what a step is: ``Get ready``, ``10 reps``, ``3 holds of 30 s``, ``1 min``."""
    match step.kind:
        case StepKind.GET_READY:
            return _tr("Get ready")
        case StepKind.SWITCH:
            return _tr("Change sides")
        case StepKind.REST:
            return _tr("Rest")
        case StepKind.TIMED:
            return duration(step.planned_seconds)
        case StepKind.HOLD:
            time = duration(max(p.seconds for p in step.phases if p.kind is PhaseKind.HOLD))
            text = _tr("Hold {time}") if step.planned == 1 else _tr("{n} holds of {time}")
            return text.format(n=step.planned, time=time)
        case StepKind.WORK:
            text = _tr("{n} rep") if step.planned == 1 else _tr("{n} reps")
            return text.format(n=step.planned)


def plan_place(step: Step) -> str:
    """Gives where in its exercise a step stands: ``left side, set 1 of 2``; empty if nowhere."""
    match step.kind:
        case StepKind.GET_READY:
            first = step.alternates_from or step.side
            return {
                Side.LEFT: _tr("left side first"),
                Side.RIGHT: _tr("right side first"),
                Side.BOTH: "",
            }[first]
        case StepKind.SWITCH:
            return _tr("to the left") if step.side is Side.LEFT else _tr("to the right")
        case StepKind.REST:
            return _tr("then set {n} of {all}").format(n=step.set, all=step.sets)
        case _:
            return ", ".join(filter(None, (_side(step), _set(step))))


def plan_time(step: Step) -> str:
    """Gives how long a step lasts: ``0:50``, or ``about 0:50`` where the user ends it."""
    time = clock(step.planned_seconds)
    return _tr("about {time}").format(time=time) if step.is_self_paced else time


def plan_rhythm(step: Step) -> str:
    """Gives the phases of a repetition: ``Lift 2, hold 1, lower 2, rest 1 s``; empty if none."""
    if step.is_self_paced:
        return _tr("At your own pace")
    if not step.phases:
        return ""
    phases = ", ".join(f"{phase.name} {phase.seconds}" for phase in step.phases)
    return _tr("{phases} s").format(phases=phases.capitalize())


def _side(step: Step) -> str:
    if step.alternates_from is not None:
        return _tr("each side, in turn")
    return {Side.LEFT: _tr("left side"), Side.RIGHT: _tr("right side"), Side.BOTH: ""}[step.side]


def _set(step: Step) -> str:
    if step.sets == 1:
        return ""
    return _tr("set {n} of {all}").format(n=step.set, all=step.sets)
