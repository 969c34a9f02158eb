"""The database as a file: made, told apart, looked into without touching it, set aside."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kneegui.store.errors import DatabaseDamagedError, from_sqlite

_log = logging.getLogger(__name__)

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, by the ending of its name."""
_OWNER_ONLY = 0o600


class DatabaseFile:
    """One database file and those beside it. Every method may raise ``OSError``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Makes the folder and an empty file where there are none, for their owner alone.

        SQLite gives the files beside it the same mode.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ONLY))
        except FileExistsError:
            self._close_to_others()

    def identity(self) -> tuple[int, int] | None:
        """Gives what tells this file from another of the same name; None where there is none."""
        try:
            found = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_dev, found.st_ino

    def revision(self) -> str | None:
        """Gives the schema revision the file names, without changing a byte of it.

        None where no revision can be read; what that means is for others to find out.
        """
        try:
            with self.untouched() as connection:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error as error:
            _log.debug("no revision read from %s: %s", self.path, error)
            return None
        return None if row is None else row[0]

    def untouched(self) -> closing[sqlite3.Connection]:
        """Gives a connection that reads the file without changing a byte of it.

        A file that was closed properly is read as one that nobody can change, so that SQLite makes
        no other file beside it. Where there is a log to be read as well it is read, and left as it
        is.
        """
        return self._looking("mode=ro" if self._size("-wal") else "mode=ro&immutable=1")

    def is_damaged(self, *, every_page: bool = True, every_index: bool = False) -> bool:
        """True where the file is no database, not a whole one, or another program's.

        Nothing is changed, so that a damaged one can be set aside with the log that may mend it.
        False also where it cannot be looked at just now: what hinders that hinders its use too, and
        is told then.

        Args:
            every_page: look at all of it, which after years takes a third of a second; else only
                whether it is a database, and ours.
            every_index: look also whether what is found by an index is there; takes longer.
        """
        check = "integrity_check" if every_index else "quick_check"
        try:
            with self._looking("mode=ro") as connection:
                found = "ok"
                if every_page:
                    (found,) = connection.execute(f"PRAGMA {check}(1)").fetchone()
                tables = {
                    name
                    for (name,) in connection.execute(
                        "SELECT name FROM sqlite_master WHERE type = 'table'"
                    )
                }
        except sqlite3.Error as error:
            expected = from_sqlite(error, self.path)
            return isinstance(expected, DatabaseDamagedError)
        return found != "ok" or bool(tables and "alembic_version" not in tables)

    def set_aside(self) -> Path:
        """Renames the file and those beside it by the day it was last written; gives its new path.

        ``kneegui.db`` becomes ``kneegui.damaged-2026-03-01.db``, or ``-2`` and so on where that is
        taken. The pairs stay pairs, so that a repair tool finds them.
        """
        written = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        stem = f"{self.path.stem}.damaged-{written:%Y-%m-%d}"
        new = free_name(self.path.with_name(stem + self.path.suffix))
        # The database last: until it is gone, a next try finds the whole set again.
        for ending in SIDE_FILES:
            beside = _beside(self.path, ending)
            if beside.exists():
                beside.replace(_beside(new, ending))
        self.path.replace(new)
        return new

    def _close_to_others(self) -> None:
        if os.name != "posix":
            return
        for file in (self.path, *(_beside(self.path, ending) for ending in SIDE_FILES)):
            try:
                if file.stat().st_mode & 0o077:
                    file.chmod(_OWNER_ONLY)
            except FileNotFoundError:
                continue
            except OSError as error:
                # Somebody else's file, or a read-only disk: readable is enough to go on.
                _log.warning("mode of %s not changed: %s", file, error)

    def _looking(self, how: str) -> closing[sqlite3.Connection]:
        return closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?{how}", uri=True))

    def _size(self, ending: str) -> int:
        try:
            return _beside(self.path, ending).stat().st_size
        except FileNotFoundError:
            return 0


def is_whole(connection: sqlite3.Connection) -> bool:
    """True where every page is right, and what is found by an index is there."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return found == "ok"


def free_name(wanted: Path) -> Path:
    """Gives the path, or with ``-2`` and so on before its suffix where it is taken."""
    path, number = wanted, 1
    while path.exists():
        number += 1
        path = wanted.with_stem(f"{wanted.stem}-{number}")
    return path


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
