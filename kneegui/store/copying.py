"""A database copied whole into a file of its own, while it is in use.

SQLite's online backup sees what is still in the log; a copy of the file would not.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from kneegui.store import errors
from kneegui.store.database_file import SIDE_FILES, DatabaseFile, free_name, is_whole

UNFINISHED = ".unfinished"
"""How the name of a copy ends while it is being written."""


def copy_database(source: sqlite3.Connection, wanted: Path) -> Path:
    """Copies all that is committed into a new file, and gives its path.

    The file is for its owner alone, needs no other beside it, was checked, and is on the disk. Only
    then does it get its name: the one that is wanted, or another where that is taken.

    Raises:
        StoreError: it cannot be written, or is not whole; nothing is left of it.
    """
    try:
        wanted.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(UNFINISHED, f"{wanted.name}.", wanted.parent)
        os.close(number)
        unfinished = Path(name)
        try:
            _fill(source, unfinished)
            with DatabaseFile(unfinished).untouched() as copy:
                if not is_whole(copy):
                    raise errors.damaged(wanted, errors.BACKUP)
            made = free_name(wanted)
            unfinished.rename(made)
        finally:
            _remove(unfinished)
        _sync(made.parent)
    except (sqlite3.Error, OSError) as error:
        expected = errors.expected(error, wanted, errors.BACKUP)
        if expected is None:
            raise
        raise expected from error
    return made


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Makes the target what the source is, in one transaction.

    Raises:
        DatabaseLockedError: another program holds either; the target is as it was.
        sqlite3.Error: for any other reason; the same.
    """

    def stop_where_locked(status: int, _remaining: int, _pages: int) -> None:
        # Python would ask again without end.
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise errors.locked(_file_of(target))

    source.backup(target, progress=stop_where_locked)


def _file_of(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def _fill(source: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        copy_pages(source, connection)
        # The copy says of itself that it has a log, as what it was made from.
        connection.execute("PRAGMA journal_mode=DELETE")


def _remove(unfinished: Path) -> None:
    """Removes what is left of a copy that failed; after one that did not, nothing is."""
    for ending in ("", *SIDE_FILES):
        with suppress(OSError):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Sees to it that a new name is on the disk too; only POSIX lets us."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
