"""What can go wrong with the database without a mistake in the program.

SQLite and the operating system say by number what happened; their words are never looked at.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from kneegui.domain.errors import KneeGuideError


class StoreError(KneeGuideError):
    """The database cannot do what it was asked for; its text is one sentence."""


class DatabaseLockedError(StoreError):
    """Another program holds the database; it may be free in a moment."""


class DatabaseReadOnlyError(StoreError):
    """The database can be read at most."""


class DiskFullError(StoreError):
    """There is no room on the disk."""


class DatabaseNewerError(StoreError):
    """A newer program wrote the database; it is left untouched."""


class DatabaseDamagedError(StoreError):
    """The file is no database, or not a whole one."""


class DatabaseGoneError(StoreError):
    """The file was moved, removed or replaced while it was open."""


class DatabaseUnreachableError(StoreError):
    """The disk or the folder does not let us at the file."""


class UnfitSessionError(StoreError):
    """A session from elsewhere breaks the rules of the tables."""


class UnknownSessionError(StoreError):
    """There is no session of that id."""


DATABASE = "database"
BACKUP = "backup"
_PRIMARY = 0xFF
"""An extended code of SQLite carries its primary code in its lowest byte."""

_KINDS: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (DatabaseLockedError, "is in use by another program"),
    sqlite3.SQLITE_LOCKED: (DatabaseLockedError, "is in use by another program"),
    sqlite3.SQLITE_PROTOCOL: (DatabaseLockedError, "is in use by another program"),
    sqlite3.SQLITE_READONLY: (DatabaseReadOnlyError, "cannot be written to: it is read-only"),
    sqlite3.SQLITE_FULL: (DiskFullError, "cannot be written to: the disk is full"),
    sqlite3.SQLITE_CORRUPT: (DatabaseDamagedError, "is damaged"),
    sqlite3.SQLITE_NOTADB: (DatabaseDamagedError, "is damaged"),
    sqlite3.SQLITE_IOERR: (DatabaseUnreachableError, "cannot be reached: the disk does not answer"),
    sqlite3.SQLITE_CANTOPEN: (DatabaseUnreachableError, "cannot be opened"),
    sqlite3.SQLITE_PERM: (DatabaseUnreachableError, "cannot be opened"),
}

_FULL = {errno.ENOSPC, *([errno.EDQUOT] if hasattr(errno, "EDQUOT") else [])}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def expected(error: Exception, path: Path, what: str = DATABASE) -> StoreError | None:
    """Gives the expected error that one of SQLite or of the system stands for; None for mistakes.

    Args:
        error: what was raised.
        path: the file it is about.
        what: the word for that file.
    """
    if isinstance(error, OSError):
        return from_system(error, path, what)
    return from_sqlite(error, path, what) if isinstance(error, sqlite3.Error) else None


def from_sqlite(error: sqlite3.Error, path: Path, what: str = DATABASE) -> StoreError | None:
    """Gives the expected error that an error of SQLite stands for; None where it is a mistake.

    Source: https://www.sqlite.org/rescode.html
    """
    # Errors that Python's module finds by itself, such as a wrong argument, have no code.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return gone(path)
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_CANTOPEN and path.exists() and not _may_write(path.parent):
        # What keeps it from being opened is that the log cannot be made beside it.
        primary = sqlite3.SQLITE_READONLY
    found = _KINDS.get(primary)
    return None if found is None else found[0](f"The {what} {path} {found[1]}.")


def from_system(error: OSError, path: Path, what: str = DATABASE) -> StoreError:
    """Gives the expected error that an error of the operating system stands for."""
    if error.errno in _FULL:
        return DiskFullError(f"The {what} {path} cannot be written to: the disk is full.")
    if error.errno in _READ_ONLY:
        return DatabaseReadOnlyError(
            f"The {what} {path} cannot be written to: the folder is read-only."
        )
    return DatabaseUnreachableError(
        f"The {what} {path} cannot be reached: {error.strerror or 'unknown reason'}."
    )


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def damaged(path: Path, what: str = DATABASE) -> DatabaseDamagedError:
    """Gives the error for a file that is no whole database of this program."""
    return DatabaseDamagedError(f"The {what} {path} is damaged, or no database of KneeGuide.")


def locked(path: Path, what: str = DATABASE) -> DatabaseLockedError:
    """Gives the error for a file that another program holds."""
    return DatabaseLockedError(f"The {what} {path} is in use by another program.")


def gone(path: Path) -> DatabaseGoneError:
    """Gives the error for a file that is no longer where it was opened."""
    return DatabaseGoneError(f"The database {path} was moved or removed while it was in use.")


def newer(path: Path, what: str = DATABASE) -> DatabaseNewerError:
    """Gives the error for a database of a newer program."""
    return DatabaseNewerError(
        f"The {what} {path} was written by a newer KneeGuide and is left as it is: "
        "please open it with that one."
    )
