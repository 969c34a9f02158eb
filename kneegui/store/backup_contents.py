"""What a backup holds, read without changing a byte of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kneegui.store import errors
from kneegui.store.database_file import DatabaseFile, is_whole
from kneegui.store.migrations.revisions import REVISIONS

_LOCAL_DAY = "date(started_at, started_offset || ' minutes')"
"""The day that local clocks showed when a session began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupContents:
    """What the user should know before restoring it."""

    path: Path
    sessions: int
    first_day: date | None
    """The local day of the first session; None where there is no session."""
    last_day: date | None
    revision: str
    size: int
    """In bytes."""


def look_into(path: Path) -> BackupContents:
    """Gives what a backup holds, having looked at every page of it.

    Any database of KneeGuide will do, an older program's too.

    Raises:
        DatabaseDamagedError: it is not whole, or no database of KneeGuide.
        DatabaseNewerError: a newer program wrote it.
        StoreError: it is not there, or cannot be reached.
    """
    try:
        size = path.stat().st_size
        with DatabaseFile(path).untouched() as connection:
            return _look(connection, path, size)
    except (sqlite3.Error, OSError) as error:
        expected = errors.expected(error, path, errors.BACKUP)
        if expected is None:
            raise
        raise expected from error


def _look(connection: sqlite3.Connection, path: Path, size: int) -> BackupContents:
    tables = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
        " AND name IN ('alembic_version', 'sessions', 'steps')"
    ).fetchone()
    if tables != (3,):
        raise errors.damaged(path, errors.BACKUP)
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    if revision not in REVISIONS:
        raise errors.newer(path, errors.BACKUP)
    if not is_whole(connection):
        raise errors.damaged(path, errors.BACKUP)
    sessions, first, last = connection.execute(
        f"SELECT count(*), min({_LOCAL_DAY}), max({_LOCAL_DAY}) FROM sessions"
    ).fetchone()
    return BackupContents(
        path=path,
        sessions=sessions,
        first_day=_day(first),
        last_day=_day(last),
        revision=revision,
        size=size,
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
