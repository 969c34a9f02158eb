"""Fills a database with ten years of daily sessions, and as a program measures it.

``python -m tests.store.ten_years`` prints how long reading and writing take.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from sqlalchemy import insert

from kneegui.catalogue.reader import read_content
from kneegui.domain.session import SessionStatus
from kneegui.exchange.json_export import export_json
from kneegui.resource_files import resource_folder
from kneegui.store.conversion import session_values, step_values
from kneegui.store.database import Database
from kneegui.store.session_log import SessionLog
from kneegui.store.sessions import Sessions
from kneegui.store.tables import SessionRow, StepRow
from tests.store.samples import at, session, step

SESSIONS = 3650
STEPS = 20


def fill(database: Database) -> None:
    """Stores the sessions with the shipped programmes as their plans."""
    plans = read_content(resource_folder() / "exercises.json").programmes
    heads, steps = [], []
    for day in range(SESSIONS):
        begin = replace(at(), utc=at().utc + timedelta(days=day))
        one = session(
            f"{day:08}-0000-4000-8000-000000000000",
            plan=plans[day % len(plans)],
            started_at=begin,
            ended_at=replace(begin, utc=begin.utc + timedelta(minutes=20)),
            status=SessionStatus.COMPLETED,
            planned_steps=STEPS,
        )
        heads.append(session_values(one))
        steps += [step_values(one.id, step(ordinal)) for ordinal in range(STEPS)]
    with database.writing() as transaction:
        transaction.execute(insert(SessionRow), heads)
        transaction.execute(insert(StepRow), steps)


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
        say("all sessions as JSON", ms(lambda: export_json(sessions.all())))
        log = SessionLog(database, sys.exit)
        log.begin(session("now"))
        times = [ms(lambda n=n: log.add_step(step(n), n + 1)) for n in range(1000)]
        say("a step written, median of 1000", median(times))
        say("a step written, p99 of 1000", quantiles(times, n=100)[98])
        say("a step written, longest of 1000", max(times))
        database.close()


if __name__ == "__main__":
    main()
