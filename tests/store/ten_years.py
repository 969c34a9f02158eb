"""Fills a database with ten years of daily sessions, and as a program measures it.

``python -m tests.store.ten_years`` prints how long reading and writing take.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from kneegui.catalogue.reader import read_content
from kneegui.domain.exercise import Exercise
from kneegui.domain.session import (
    Moment,
    Session,
    SessionStatus,
    Side,
    StepKind,
    StepRecord,
    StepStatus,
)
from kneegui.exchange.json_export import export_json
from kneegui.resource_files import resource_folder
from kneegui.store.backup import Backups
from kneegui.store.database import Database
from kneegui.store.session_log import SessionLog
from kneegui.store.sessions import Sessions
from tests.store.samples import at, session, step

SESSIONS = 3650
STEPS = 75_000
_STATUSES = (SessionStatus.COMPLETED,) * 8 + (SessionStatus.LEFT,)


def ten_years(days: int = SESSIONS, first: int = 0) -> Iterator[Session]:
    """Gives a session a day of the shipped programmes, the same ones each time.

    Args:
        days: how many.
        first: the first day, counted from the plain session's.
    """
    content = read_content(resource_folder() / "exercises.json")
    exercises = content.exercise_by_id
    chance = Random(2026)
    for day in range(days):
        begin = at((first + day) * 24 * 60 + chance.randrange(600))
        plan = content.programmes[day % len(content.programmes)]
        # They add up to all of them.
        count = STEPS * (day + 1) // SESSIONS - STEPS * day // SESSIONS
        pain = max(0, min(10, 6 - day // 600 + chance.randint(-2, 2)))
        yield session(
            f"{day:08}-0000-4000-8000-000000000000",
            routine=plan.key,
            title=plan.title,
            plan=plan,
            started_at=begin,
            ended_at=minutes_after(begin, count),
            status=chance.choice(_STATUSES),
            planned_steps=count,
            pain_before=pain,
            pain_after=max(0, pain - chance.randint(0, 2)),
            pain_morning=None if day % 3 else pain,
            effort=chance.randint(2, 8),
            note="" if day % 5 else "A little stiff at first.",
            edited_at=None if day % 3 else minutes_after(begin, 24 * 60),
            steps=tuple(
                _step(exercises[plan.items[n % len(plan.items)].exercise], n, begin)
                for n in range(count)
            ),
        )


def minutes_after(moment: Moment, minutes: float) -> Moment:
    """Gives the moment so many minutes later."""
    return replace(moment, utc=moment.utc + timedelta(minutes=minutes))


def _step(exercise: Exercise, n: int, begin: Moment) -> StepRecord:
    return StepRecord(
        ordinal=n,
        attempt=0,
        exercise=exercise.id,
        title=exercise.name,
        kind=(StepKind.WORK, StepKind.HOLD, StepKind.TIMED)[n % 3],
        side=(Side.LEFT, Side.RIGHT)[n % 2],
        set=1 + n // 10,
        planned=10,
        done=10 - n % 3,
        status=StepStatus.SKIPPED if n % 17 == 16 else StepStatus.DONE,
        started_at=minutes_after(begin, n),
        seconds=30.0,
        pain=3 if n % 19 == 18 else None,
    )


def fill(database: Database) -> None:
    """Stores them all."""
    Sessions(database).merge(ten_years())


def ms(work: Callable[[], object]) -> float:
    """Gives the milliseconds the work takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def say(what: str, value: float, unit: str = "ms") -> None:
    """Prints one figure."""
    sys.stdout.write(f"{what:40}{value:9.1f} {unit}\n")


def main() -> None:
    """Prints what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder, "kneegui.db"))
        sessions = Sessions(database)
        say("first open, tables made", ms(database.open))
        fill(database)
        database.close()
        say("size", database.path.stat().st_size / 1e6, "MB")
        say("open, with its check", ms(database.open))
        say("all heads", ms(sessions.heads))
        say("50 heads", ms(lambda: sessions.heads(limit=50, offset=1000)))
        first = sessions.heads(limit=1)[0].id
        say("one session", ms(lambda: sessions.get(first)))
        say("the interrupted one", ms(lambda: sessions.interrupted(at())))
        say("all that was practised", ms(sessions.practice))
        say("all sessions", ms(sessions.all))
        say("all sessions as JSON", ms(lambda: json.dumps(export_json(sessions.all()))))
        same = sessions.all()
        say("the same merged again", ms(lambda: sessions.merge(same)))
        backups = Backups(database)
        say("a backup", ms(lambda: backups.back_up(at())))
        made = backups.all()[0].path
        say("what it holds", ms(lambda: backups.contents(made)))
        say("restored", ms(lambda: backups.restore(made, at())))
        log = SessionLog(database, sys.exit)
        log.begin(session("now"))
        times = [ms(lambda n=n: log.add_step(step(n), n + 1)) for n in range(1000)]
        say("a step written, median of 1000", median(times))
        say("a step written, p99 of 1000", quantiles(times, n=100)[98])
        say("a step written, longest of 1000", max(times))
        database.close()


if __name__ == "__main__":
    main()
