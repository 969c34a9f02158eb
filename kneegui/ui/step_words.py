"""The words for the steps of a session, one by one and by exercise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kneegui.domain.session import Side, StepKind, StepRecord, StepStatus
from kneegui.ui.words import clock, duration

_CLOCK_FROM = 120
"""So many seconds and more are told in minutes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def step_status_word(status: StepStatus) -> str:
    """Gives how a step ended."""
    return {
        StepStatus.DONE: _tr("Done"),
        StepStatus.SKIPPED: _tr("Skipped"),
        StepStatus.STOPPED: _tr("Stopped"),
    }[status]


def step_place(step: StepRecord) -> str:
    """Gives ``Left, set 2, again``: where in its exercise a step stood."""
    if step.side is Side.BOTH:
        parts = [_tr("Set {n}").format(n=step.set)]
    else:
        parts = [_tr("Left") if step.side is Side.LEFT else _tr("Right")]
        parts.append(_tr("set {n}").format(n=step.set))
    if step.attempt:
        parts.append(_tr("again"))
    return ", ".join(parts)


def step_amount(step: StepRecord) -> str:
    """Gives ``8 of 10 reps``, ``2 of 2 holds``, ``45 of 60 s``, ``4:10 of 5:00``."""
    if step.kind is StepKind.TIMED and step.planned >= _CLOCK_FROM:
        done, planned = clock(step.done), clock(step.planned)
        return _tr("{done} of {planned}").format(done=done, planned=planned)
    if step.kind is StepKind.TIMED:
        text = _tr("{done} of {planned} s")
    elif step.kind is StepKind.HOLD:
        one = step.planned == 1
        text = _tr("{done} of {planned} hold") if one else _tr("{done} of {planned} holds")
    else:
        one = step.planned == 1
        text = _tr("{done} of {planned} rep") if one else _tr("{done} of {planned} reps")
    return text.format(done=step.done, planned=step.planned)


def pain_word(pain: int) -> str:
    """Gives ``Pain 5``."""
    return _tr("Pain {pain}").format(pain=pain)


# --- all steps of one exercise ---


def exercise_status(steps: Sequence[StepRecord]) -> StepStatus | None:
    """Gives what stands out most: stopped, else done or skipped; None for some of both.

    A step that was skipped and done when it was gone back to is done.
    """
    if any(step.status is StepStatus.STOPPED for step in steps):
        return StepStatus.STOPPED
    done = {step.ordinal for step in steps if step.status is StepStatus.DONE}
    if not done:
        return StepStatus.SKIPPED
    return StepStatus.DONE if done == {step.ordinal for step in steps} else None


def exercise_summary(steps: Sequence[StepRecord]) -> str:
    """Gives ``2 × 45 s L R``, ``30 s R, pain 5``, ``skipped``: an exercise's steps in one line.

    Where one was stopped, only that is told: it is what stands out.

    Args:
        steps: those of one exercise, in the order they were done.
    """
    stopped = [step for step in steps if step.status is StepStatus.STOPPED]
    done = [step for step in steps if step.status is StepStatus.DONE]
    if stopped:
        pains = [step.pain for step in stopped if step.pain is not None]
        end = pain_word(max(pains)).lower() if pains else _tr("stopped")
        return f"{_dose_done(stopped)}, {end}"
    return _dose_done(done) if done else _tr("skipped")


def _dose_done(steps: Sequence[StepRecord]) -> str:
    """Gives ``2 × 45 s L R``, or each side by itself where they differ: ``45 s L, 2 × 45 s R``."""
    letters: dict[str, list[str]] = {}
    for side in Side:
        of_it = [step for step in steps if step.side is side]
        if of_it:
            letters.setdefault(_sets_done(of_it), []).append(_letter(side))
    return ", ".join(" ".join([dose, *filter(None, sides)]) for dose, sides in letters.items())


def _sets_done(steps: Sequence[StepRecord]) -> str:
    """Gives ``2 × 45 s`` of the steps of one side."""
    # One that was done again is still the same set.
    sets = len({step.set for step in steps})
    low, high = min(step.done for step in steps), max(step.done for step in steps)
    number = str(low) if low == high else f"{low}–{high}"
    text = _amount(steps[0].kind, low if low == high else None, number, bare=sets > 1)
    return text if sets == 1 else f"{sets} × {text}"


def _letter(side: Side) -> str:
    return {Side.LEFT: _tr("L"), Side.RIGHT: _tr("R"), Side.BOTH: ""}[side]


def _amount(kind: StepKind, same: int | None, number: str, *, bare: bool) -> str:
    """Gives ``45 s``, ``15 reps``, ``3 holds``; repetitions bare where their sets are counted."""
    if kind is StepKind.TIMED:
        if same is not None and same >= _CLOCK_FROM:
            return duration(same)
        return _tr("{n} s").format(n=number)
    if bare:
        return number
    if kind is StepKind.HOLD:
        return (_tr("{n} hold") if same == 1 else _tr("{n} holds")).format(n=number)
    return (_tr("{n} rep") if same == 1 else _tr("{n} reps")).format(n=number)
