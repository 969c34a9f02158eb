"""What can still be read of a damaged database, row by row, brought into the one in use.

The rows are made out page by page, so that those behind a broken page, or a broken root, are found
too. Which of them are sound the tables decide themselves: they go through a database in memory that
leaves out what breaks their rules. What is left is merged, and so never replaces what is newer.

A text whose bytes were changed but are still a text cannot be told from a sound one. Where the
first page is lost, it is not known what was removed, and some of that comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, Table, create_engine, insert, select

from kneegui.domain.routine import Routine
from kneegui.domain.session import Session, SessionStatus, StepRecord
from kneegui.store import errors
from kneegui.store.conversion import Values, moment, plan_text, to_step
from kneegui.store.database import Database
from kneegui.store.favourites import Favourites
from kneegui.store.merging import MergePlan
from kneegui.store.raw_pages import RawPages
from kneegui.store.raw_records import LOST, RawRecord, read_records
from kneegui.store.session_merge import merge
from kneegui.store.session_reading import read_sessions
from kneegui.store.stored_settings import StoredSettings
from kneegui.store.tables import (
    favourite_table,
    metadata,
    session_table,
    setting_table,
    step_table,
)

_ADDED_LATER = {"pain_morning", "edited_at", "edited_offset"}
"""Columns of sessions that revision 0001 did not have."""
_MOMENTS = ("started", "ended", "edited")


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was found in a damaged database, and what came of it."""

    sessions: int
    steps: int
    """All of them, those without a session too."""
    lone_steps: int
    """Steps whose session cannot be read; what is known of it is made up from them."""
    merged: MergePlan
    """What became of the sessions."""


def salvage(database: Database, path: Path) -> Salvaged:
    """Brings what can be read of a file into the database.

    Args:
        database: where to.
        path: any database file of KneeGuide with the log beside it; it is left as it is.

    Raises:
        StoreError: the file cannot be read, or the database not be written.
    """
    # Reading a file that SQLite has open would end its locks.
    database.close()
    try:
        records = list(read_records(RawPages(path)))
    except OSError as error:
        raise errors.from_system(error, path) from error
    sessions, lone = _sifted(records)
    with database.reading() as transaction:
        homes = [_home(transaction, session_id, steps) for session_id, steps in lone]
    plan = merge(database, [*sessions, *homes], over_running=True)
    for setting, value in _texts(records, setting_table):
        if StoredSettings(database).get(setting) is None:
            StoredSettings(database).set(setting, value)
    for _, exercise in _texts(records, favourite_table):
        Favourites(database).add(exercise)
    lone_steps = sum(len(steps) for _, steps in lone)
    return Salvaged(
        sessions=len(sessions),
        steps=sum(len(session.steps) for session in sessions) + lone_steps,
        lone_steps=lone_steps,
        merged=plan,
    )


def _sifted(
    records: Iterable[RawRecord],
) -> tuple[list[Session], list[tuple[str, list[StepRecord]]]]:
    """Gives the sessions that are sound, and by its id what steps there are of each other."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as sieve:
            metadata.create_all(sieve)
            _pour(sieve, session_table, _session_rows(records))
            _pour(sieve, step_table, _step_rows(records))
            sessions = list(read_sessions(sieve))
            steps = step_table.columns
            known = select(session_table.c.id)
            lone = sieve.execute(
                select(*steps)
                .where(steps.session_id.not_in(known))
                .order_by(steps.session_id, steps.ordinal, steps.attempt)
            ).all()
            return sessions, [
                (session_id, [to_step(row) for row in rows])
                for session_id, rows in groupby(lone, lambda row: row.session_id)
            ]
    finally:
        engine.dispose()


def _pour(sieve: Connection, table: Table, rows: list[Values]) -> None:
    if rows:
        statement = insert(table).prefix_with("OR IGNORE")
        sieve.execute(statement, rows)


def _session_rows(records: Iterable[RawRecord]) -> list[Values]:
    now = [column.name for column in session_table.columns]
    layouts = {len(names): names for names in (now, [n for n in now if n not in _ADDED_LATER])}
    rows: list[Values] = []
    for record in records:
        names = layouts.get(len(record.values))
        if names is None or record.is_of_index:
            continue
        row = dict.fromkeys(now) | dict(zip(names, record.values, strict=True))
        # The long ones come last, and may break off without loss to the rest.
        for name, instead in (("note", ""), ("plan", None), ("swaps", "[]")):
            row[name] = instead if row[name] is LOST else row[name]
        row["plan"] = row["plan"] or plan_text(
            Routine.unknown(str(row["routine"]), str(row["title"]))
        )
        if _is_sound(session_table, row):
            rows.append(row)
    # Of two with one id the first is kept: that which knows more.
    return sorted(rows, key=lambda row: row["edited_at"] is None)


def _step_rows(records: Iterable[RawRecord]) -> list[Values]:
    names = [column.name for column in step_table.columns]
    rows = [
        dict(zip(names, record.values, strict=True))
        for record in records
        if record.is_of_index and len(record.values) == len(names)
    ]
    return [row for row in rows if row["session_id"] and _is_sound(step_table, row)]


def _is_sound(table: Table, row: Values) -> bool:
    """True where each value is of its column's kind, and moments are moments."""
    for column in table.columns:
        value, kind = row[column.name], column.type.python_type
        if value is None and column.nullable:
            continue
        if not isinstance(value, (int, float) if kind is float else kind):
            return False
    return all(
        _is_moment(row[f"{what}_at"], row[f"{what}_offset"])
        for what in _MOMENTS
        if row.get(f"{what}_at") is not None
    )


def _is_moment(utc: str, offset: int | None) -> bool:
    try:
        return utc.endswith("Z") and offset is not None and bool(moment(utc, offset).local)
    except (ValueError, OverflowError):
        return False


def _home(transaction: Connection, session_id: str, steps: list[StepRecord]) -> Session:
    """Gives the session that steps belong to, with them alone: ours, or what they tell of it."""
    ours = next(read_sessions(transaction, session_table.c.id == session_id), None)
    if ours is not None:
        return replace(ours, steps=tuple(steps))
    first = min(steps, key=lambda step: step.started_at.utc)
    return Session(
        id=session_id,
        routine="",
        title=first.title,
        plan=Routine.unknown("", first.title),
        started_at=first.started_at,
        status=SessionStatus.LEFT,
        planned_steps=len({step.ordinal for step in steps}),
        steps=tuple(steps),
    )


def _texts(records: Iterable[RawRecord], table: Table) -> Iterator[tuple[str, str]]:
    """Gives the rows of a table of two columns: key and value, or number and text."""
    numbered = table is favourite_table
    for record in records:
        if record.is_of_index or len(record.values) != 2:
            continue
        first, second = record.values
        # The number of a row stands beside it, and nothing in its place.
        if isinstance(second, str) and (first is None if numbered else isinstance(first, str)):
            yield str(first), second
