"""The database: opened when first used, looked after while it is open.

Opening goes through these stages, and each may end it with an error of ``errors.py``:

1. The folder and an empty file are made where there are none, for their owner alone.
2. The revision is read without touching the file. One that this program does not know is a newer
   program's: refused.
3. The file is checked: every page of it, now or in ``look``. A damaged one is renamed, never
   deleted, and stage 1 begins again.
4. An empty one gets the tables and the newest revision; an older one is migrated. Only that
   imports Alembic.

While it is open, SQLite would go on writing to a file that has been deleted, and say that all is
well. So before and after each transaction it is asked whether the file is still in its place; if
not, the transaction fails and the next use opens, or makes, the database anew.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from kneegui.store import errors
from kneegui.store.copying import copy_pages
from kneegui.store.database_file import DatabaseFile
from kneegui.store.engine import bare_connection, make_engine, writing
from kneegui.store.errors import (
    DatabaseDamagedError,
    DatabaseGoneError,
    DatabaseLockedError,
    DiskFullError,
    StoreError,
)
from kneegui.store.migrations.revisions import NEWEST, REVISIONS
from kneegui.store.tables import metadata, revision_table

_log = logging.getLogger(__name__)

BUSY_TIMEOUT_MS = 2000
"""How long another program's lock is waited for; whoever asked tries again later."""


class Database:
    """One database file, used by one thread at a time.

    Args:
        path: the file; its folder is made if need be.
        busy_timeout_ms: how long another program's lock is waited for.
        look_later: True where whoever opens it calls ``look`` soon, and is to be quick until then.
    """

    def __init__(
        self, path: Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS, look_later: bool = False
    ) -> None:
        self._path = path
        self._look_later = look_later
        self._is_looked_at = False
        self._busy_timeout_ms = busy_timeout_ms
        self._file = DatabaseFile(path)
        self._engine: Engine | None = None
        self._identity: tuple[int, int] | None = None
        self._suspect = False
        self._notice: str | None = None
        self._damaged: Path | None = None
        self.generation = 0
        """Counts the openings. What was written in another generation may not be there now."""

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    def take_notice(self) -> str | None:
        """Gives, once, the sentence the user should read about the last opening, if any."""
        notice, self._notice = self._notice, None
        return notice

    def take_damaged(self) -> Path | None:
        """Gives, once, where the last database that was damaged is kept, if any."""
        damaged, self._damaged = self._damaged, None
        return damaged

    def open(self) -> None:
        """Opens the database unless it is open and in its place.

        Raises:
            StoreError: the file is a newer program's, locked, read-only or out of reach, or the
                disk is full.
        """
        with self._expected():
            if self._engine is not None:
                if self._is_in_place():
                    return
                # Before the new one is opened: closing it afterwards would remove the new one's
                # log, which has the same name.
                self.close()
                self._notice = f"{errors.gone(self._path)} It was opened anew."
            self._open()
        self.generation += 1

    def look(self) -> None:
        """Looks at every page, unless the opening has; where one is damaged, opens a new database.

        Raises:
            StoreError: see ``open``.
        """
        self.open()
        if not self._is_looked_at:
            self._is_looked_at = True
            if self._file.is_damaged():
                self.doubt()
                self.open()

    def replace_with(self, source: DatabaseFile) -> None:
        """Makes the database what another file holds, whole or not at all, and opens it anew.

        Raises:
            StoreError: see ``open``; the database is as it was, or already the new one and not
                migrated yet, which the next opening does.
        """
        with self._expected():
            self.close()
            self._file.make()
            with (
                source.untouched() as new,
                bare_connection(self._path, busy_timeout_ms=self._busy_timeout_ms) as old,
            ):
                copy_pages(new, old)
        self.open()

    def doubt(self) -> None:
        """Has the next use open the database anew and look at every page of it."""
        self._suspect = True
        self.close()

    def close(self) -> None:
        """Closes the database; the next use opens it again."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Gives a transaction that sees one state of the database from beginning to end.

        Raises:
            StoreError: see ``open``.
        """
        with self._expected(), self._opened().connect() as transaction:
            yield transaction

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Gives a transaction that is on the disk when the block has ended, or not at all.

        Raises:
            StoreError: see ``open``; ``DatabaseGoneError`` where the file was removed meanwhile.
        """
        with self._expected():
            with writing(self._opened()).begin() as transaction:
                yield transaction
            if not self._is_in_place():
                raise errors.gone(self._path)

    def _opened(self) -> Engine:
        self.open()
        assert self._engine is not None
        return self._engine

    def _is_in_place(self) -> bool:
        return self._file.identity() == self._identity

    def _open(self) -> None:
        self._file.make()
        revision = self._file.revision()
        if revision is not None and revision not in REVISIONS:
            raise errors.newer(self._path)
        # A migration writes it anew, damage and all, and what is suspect is not put off.
        self._is_looked_at = self._suspect or not self._look_later or revision != NEWEST
        if self._file.is_damaged(every_page=self._is_looked_at, every_index=self._suspect):
            self._set_aside()
            self._file.make()
        self._suspect = False
        self._identity = self._file.identity()
        engine = make_engine(self._path, busy_timeout_ms=self._busy_timeout_ms)
        try:
            with engine.connect() as connection:
                revision = _revision(connection)
            if revision is None:
                with writing(engine).begin() as connection:
                    _furnish(connection)
            elif revision not in REVISIONS:
                raise errors.newer(self._path)
            elif revision != NEWEST:
                engine.dispose()
                self._migrate(revision)
        except BaseException:
            engine.dispose()
            raise
        self._engine = engine

    def _migrate(self, revision: str) -> None:
        """Migrates the file; as it was it is kept beside the new one."""
        from kneegui.store.migrations.upgrade import back_up, upgrade

        backup = back_up(self._path, revision)
        upgrade(self._path, busy_timeout_ms=self._busy_timeout_ms)
        _log.info("%s migrated to %s, the old one kept as %s", self._path, NEWEST, backup)

    def _set_aside(self) -> None:
        kept = self._damaged = self._file.set_aside()
        _log.warning("%s is damaged and set aside as %s", self._path, kept)
        self._notice = (
            f"The database {self._path} was damaged: it is kept as {kept.name}, "
            "and a new one was begun."
        )

    @contextmanager
    def _expected(self) -> Iterator[None]:
        """Turns what SQLite and the system report into the types of ``errors.py``.

        After most of them the connection is given up, so that the next use looks at the file
        afresh. After a lock or a full disk it is kept: nothing is wrong with it, and a new one
        would need room.
        """
        try:
            yield
        except DatabaseGoneError:
            self.close()
            raise
        except (DBAPIError, sqlite3.Error, OSError) as error:
            expected = _expected_error(error, self._path)
            if expected is None:
                raise
            self._suspect = self._suspect or isinstance(expected, DatabaseDamagedError)
            if not isinstance(expected, DatabaseLockedError | DiskFullError):
                self.close()
            raise expected from error


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(revision_table.name):
        return None
    return connection.scalar(select(revision_table.c.version_num))


def _furnish(connection: Connection) -> None:
    """Makes the tables in an empty database, unless another program was quicker."""
    if _revision(connection) is None:
        metadata.create_all(connection, checkfirst=False)
        revision_table.create(connection, checkfirst=True)
        connection.execute(insert(revision_table).values(version_num=NEWEST))


def _expected_error(error: Exception, path: Path) -> StoreError | None:
    if isinstance(error, DBAPIError) and isinstance(error.orig, Exception):
        error = error.orig
    return errors.expected(error, path)
