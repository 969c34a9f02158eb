"""Sessions for the pages to show: of shipped routines, done a given number of days ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from kneegui.domain.content import Content
from kneegui.domain.exercise import Sides
from kneegui.domain.routine import Routine
from kneegui.domain.session import (
    Moment,
    Session,
    SessionStatus,
    Side,
    StepKind,
    StepRecord,
    StepStatus,
)
from tests.support.shipped import shipped_content

TODAY = date(2026, 11, 21)
"""A Saturday."""
HERE = timezone(timedelta(hours=1))


def at(day: date, hour: int = 19, minute: int = 20) -> Moment:
    """Gives a moment by the clock on the wall."""
    return Moment.of(datetime.combine(day, time(hour, minute), HERE))


def shipped_routine(key: str) -> Routine:
    """Gives a shipped routine by its key."""
    return next(routine for routine in shipped_content().programmes if routine.key == key)


def steps_of(content: Content, routine: Routine, start: Moment) -> list[StepRecord]:
    """Gives all steps of a routine as done, one after the other."""
    steps: list[StepRecord] = []
    clock = start.utc
    for item in routine.items:
        exercise, dose = content.exercise_by_id[item.exercise], item.dose
        sides = [Side.LEFT, Side.RIGHT] if exercise.sides is Sides.EACH else [Side.BOTH]
        for number in range(1, dose.sets + 1):
            for side in sides:
                planned = dose.seconds or dose.reps or 0
                kind = StepKind.TIMED if dose.seconds else StepKind.WORK
                if dose.hold_s:
                    kind = StepKind.HOLD
                seconds = float(dose.seconds or planned * 6)
                steps.append(
                    StepRecord(
                        ordinal=2 * len(steps) + 1,
                        attempt=0,
                        exercise=exercise.id,
                        title=exercise.name,
                        kind=kind,
                        side=side,
                        set=number,
                        planned=planned,
                        done=planned,
                        status=StepStatus.DONE,
                        started_at=replace(start, utc=clock),
                        seconds=seconds,
                    )
                )
                clock += timedelta(seconds=seconds + 15)
    return steps


def some_session(days_ago: int = 0, key: str = "after-run-five", **changes: Any) -> Session:
    """Gives a completed session of a shipped routine, changed as wished."""
    routine = shipped_routine(key)
    start = at(TODAY - timedelta(days=days_ago))
    steps = steps_of(shipped_content(), routine, start)
    plain = Session(
        id=f"session-{days_ago}-{key}",
        routine=routine.key,
        title=routine.title,
        plan=routine,
        started_at=start,
        ended_at=replace(start, utc=start.utc + timedelta(minutes=23)),
        status=SessionStatus.COMPLETED,
        planned_steps=len(steps),
        pain_before=3,
        pain_after=2,
        steps=tuple(steps),
    )
    return replace(plain, **changes)


def broken_off(days_ago: int = 0, done: int = 3, **changes: Any) -> Session:
    """Gives a session that stopped without anybody's knowledge after so many steps."""
    whole = some_session(days_ago)
    return replace(
        whole,
        **{
            "status": SessionStatus.RUNNING,
            "ended_at": None,
            "steps": whole.steps[:done],
            "position": whole.steps[done - 1].ordinal + 1 if done else 0,
            "pain_after": None,
            **changes,
        },
    )


def with_mishaps(days_ago: int = 1, **changes: Any) -> Session:
    """Gives a session in which one step hurt, one was skipped, and one was done again."""
    whole = some_session(days_ago, "strength-2")
    steps = list(whole.steps)
    steps[2] = replace(steps[2], status=StepStatus.STOPPED, done=3, seconds=19.0, pain=5)
    steps[4] = replace(steps[4], status=StepStatus.SKIPPED, done=0, seconds=0.0)
    steps.insert(2, replace(steps[1], attempt=1))
    return replace(
        whole,
        **{
            "steps": tuple(steps),
            "pain_worst": 5,
            "effort": 5,
            "note": "Right side tight in the bridge.",
            **changes,
        },
    )
