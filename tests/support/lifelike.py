"""Half a year of sessions as somebody might have had them.

The knee gets better, with bad days; doses grow; weeks are missed. The same every time.
``python -m tests.support.lifelike DIR`` fills a data folder with them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random
from uuid import UUID

from kneegui.domain.content import Content
from kneegui.domain.exercise import Goal
from kneegui.domain.player_settings import PlayerSettings
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
from kneegui.player.clock import SystemClock
from kneegui.player.timeline import compile_timeline
from kneegui.store.store import Store
from tests.support.shipped import shipped_content

DAYS = 182
_WEEK = {
    0: "strength-1",
    1: "after-run-five",
    3: "strength-2",
    4: "roll-four",
    5: "stretch-four",
    6: "cool-down",
}
"""Weekday -> routine, where one is done at all."""
_HERE = timezone(timedelta(hours=1))
_SORE = "couch-stretch"
_NOTES = (
    "Right side tight in the couch stretch.",
    "Slept badly, still did it.",
    "Outer thigh less tender than last week.",
    "After 6 km on the canal path.",
    "Left knee fine on the stairs today.",
)


def half_year(today: date) -> Iterator[Session]:
    """Gives the sessions up to yesterday, the oldest first."""
    content = shipped_content()
    chance = Random(7)
    routines = {routine.key: routine for routine in content.programmes}
    for number in range(DAYS, 0, -1):
        day = today - timedelta(days=number)
        weeks = (DAYS - number) / 7
        key = _WEEK.get(day.weekday())
        # Two weeks away in the third month.
        if key is None or 11 <= weeks < 13 or chance.random() > 0.62 + weeks / 90:
            continue
        routine = _grown(content, routines[key], round(weeks / 4))
        yield _session(content, routine, day, weeks, chance)


def _grown(content: Content, routine: Routine, more: int) -> Routine:
    """Gives the routine with more repetitions, or longer holds, where it strengthens."""
    items = []
    for item in routine.items:
        dose = item.dose
        if content.exercise_by_id[item.exercise].goal is Goal.STRENGTHEN:
            if dose.reps is not None and (dose.hold_s or 0) < 10:
                dose = replace(dose, reps=dose.reps + more)
            elif dose.hold_s:
                dose = replace(dose, hold_s=dose.hold_s + 5 * more)
        items.append(replace(item, dose=dose))
    return replace(routine, items=tuple(items))


def _session(
    content: Content, routine: Routine, day: date, weeks: float, chance: Random
) -> Session:
    timeline = compile_timeline(routine, content.exercise_by_id, PlayerSettings(), Side.LEFT)
    before = _scale(5.4 - weeks * 0.15 + chance.gauss(0, 0.9))
    after = _scale(before - 0.7 + chance.gauss(0, 0.8))
    begin = datetime.combine(day, time(18 + chance.randrange(3), chance.randrange(60)), _HERE)
    clock, left = begin, chance.random() < 0.07
    records: list[StepRecord] = []
    stopped = False
    for step in timeline.steps:
        if step.is_exercise:
            if left and len(records) > timeline.exercise_steps // 2:
                break
            planned = step.planned_seconds if step.kind is StepKind.TIMED else step.reps
            status, done, pain = StepStatus.DONE, planned, None
            sore = step.exercise == _SORE and step.side is Side.RIGHT
            if chance.random() < (0.16 if sore else 0.008):
                status, done, pain = StepStatus.STOPPED, planned // 2, _scale(before + 2)
                stopped = True
            elif chance.random() < 0.02:
                status, done = StepStatus.SKIPPED, 0
            seconds = step.planned_seconds * done / planned if planned else 0.0
            records.append(
                StepRecord(
                    ordinal=step.ordinal,
                    attempt=0,
                    exercise=step.exercise,
                    title=step.title,
                    kind=step.kind,
                    side=step.side,
                    set=step.set,
                    planned=planned,
                    done=done,
                    status=status,
                    started_at=Moment.of(clock),
                    seconds=seconds,
                    pain=pain,
                )
            )
        clock += timedelta(seconds=step.planned_seconds)
    pains = [before, after, *(record.pain for record in records if record.pain is not None)]
    return Session(
        id=str(UUID(int=chance.getrandbits(128), version=4)),
        routine=routine.key,
        title=routine.title,
        plan=routine,
        started_at=Moment.of(begin),
        ended_at=Moment.of(clock),
        status=SessionStatus.LEFT if left else SessionStatus.COMPLETED,
        planned_steps=timeline.exercise_steps,
        position=0 if left else timeline.steps[-1].ordinal,
        pain_before=before,
        pain_worst=max(pains) if stopped else None,
        pain_after=after if chance.random() < 0.93 else None,
        effort=_scale(5 + chance.gauss(0, 1.4)) if chance.random() < 0.8 else None,
        note=chance.choice(_NOTES) if chance.random() < 0.15 else "",
        steps=tuple(records),
    )


def _scale(value: float) -> int:
    return max(0, min(10, round(value)))


def fill(folder: Path) -> int:
    """Stores the half year before today in a data folder, and gives how many sessions that is."""
    return _store(folder, list(half_year(_now().date())))


def fill_interrupted(folder: Path) -> int:
    """Stores the same, and a session of an hour ago that ended in its middle."""
    sessions = list(half_year(_now().date()))
    last = next(each for each in reversed(sessions) if each.routine == "cool-down")
    shift = _now() - timedelta(hours=1) - last.started_at.local
    steps = last.steps[: len(last.steps) // 2]
    broken_off = replace(
        last,
        id=str(UUID(int=1)),
        started_at=_later(last.started_at, shift),
        ended_at=None,
        status=SessionStatus.RUNNING,
        position=steps[-1].ordinal + 1,
        pain_after=None,
        effort=None,
        steps=tuple(replace(step, started_at=_later(step.started_at, shift)) for step in steps),
    )
    return _store(folder, [*sessions, broken_off])


def _now() -> datetime:
    return SystemClock().local_time()


def _later(moment: Moment, shift: timedelta) -> Moment:
    return Moment.of(moment.local + shift)


def _store(folder: Path, sessions: list[Session]) -> int:
    store = Store(folder, lambda _sentence: None)
    try:
        for session in sessions:
            store.sessions.begin(session)
    finally:
        store.close()
    return len(sessions)


if __name__ == "__main__":
    sys.stdout.write(f"{fill(Path(sys.argv[1]))} sessions\n")
