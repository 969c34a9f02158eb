"""What is on the disk, read without the program."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A session with what was done of it: a number of the timeline for each record."""

    id: str
    status: str
    position: int
    planned: int
    done: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def doubled(self) -> int:
        """How many steps are recorded once more than they were done."""
        return len(self.done) - len(set(self.done))

    @property
    def is_whole(self) -> bool:
        """True where it was completed, and each of its steps was done once."""
        everything = len(self.done) == self.planned and not self.doubled
        return everything and self.status == "completed"

    def __str__(self) -> str:
        return f"{len(self.done)} of {self.planned} steps, {self.status}"


def kept_sessions(folder: Path) -> tuple[KeptSession, ...]:
    """Gives the sessions in a data folder, the one begun last at the end.

    The program must not be running. A copy is read: what a killed program left is for the next
    one to find.

    Raises:
        sqlite3.Error: the database is damaged.
    """
    with tempfile.TemporaryDirectory(prefix="kg-") as other:
        copy = Path(other) / "kneegui.db"
        for name in ("kneegui.db", "kneegui.db-wal"):
            if (folder / name).exists():
                shutil.copy(folder / name, other)
        if not copy.exists():
            return ()
        with closing(sqlite3.connect(copy)) as connection:
            return _sessions(connection)


def _sessions(connection: sqlite3.Connection) -> tuple[KeptSession, ...]:
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("the database is damaged")
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sessions'").fetchone():
        return ()
    heads = connection.execute(
        "SELECT id, status, position, planned_steps FROM sessions ORDER BY rowid"
    ).fetchall()
    sessions: list[KeptSession] = []
    for session, status, position, planned in heads:
        steps = connection.execute(
            "SELECT ordinal, seconds FROM steps WHERE session_id = ? AND status = 'done'"
            " ORDER BY ordinal, attempt",
            (session,),
        ).fetchall()
        done, seconds = tuple(step[0] for step in steps), tuple(step[1] for step in steps)
        sessions.append(KeptSession(session, status, position, planned, done, seconds))
    return tuple(sessions)
