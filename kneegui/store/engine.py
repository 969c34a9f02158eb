"""Connections to the database, each set up in the same way.

Python's module would begin transactions by itself, and too late for what is read first; so it is
told not to, and each transaction begins with a statement of ours. A transaction that writes takes
the write lock at its beginning: it waits there, or fails there, and never half-way.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

_log = logging.getLogger(__name__)

_BEGIN = "begin"


def make_engine(path: Path, *, busy_timeout_ms: int, foreign_keys: bool = True) -> Engine:
    """Gives an engine that reads; ``writing`` makes it write.

    Args:
        path: the database file.
        busy_timeout_ms: how long to wait for another program's lock.
        foreign_keys: off only for a migration, which may rebuild a table others refer to.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # One connection: the store is used by one thread at a time.
        pool_size=1,
        max_overflow=0,
        pool_timeout=1,
    )

    def on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        _set_up(connection, path, busy_timeout_ms)
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")

    def on_begin(connection: Connection) -> None:
        how = connection.get_execution_options().get(_BEGIN, "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {how}")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


@contextmanager
def bare_connection(path: Path, *, busy_timeout_ms: int) -> Iterator[sqlite3.Connection]:
    """Gives a connection for what goes past SQLAlchemy, once no other program is writing."""
    with closing(sqlite3.connect(path)) as connection:
        _set_up(connection, path, busy_timeout_ms)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        yield connection


def writing(engine: Engine) -> Engine:
    """Gives the same engine, its transactions holding the write lock from their beginning."""
    return engine.execution_options(**{_BEGIN: "IMMEDIATE"})


def _set_up(connection: sqlite3.Connection, path: Path, busy_timeout_ms: int) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={busy_timeout_ms}")
    (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode != "wal":
        # A file system without shared memory: as safe, a little slower.
        _log.warning("journal mode of %s is %s", path, mode)
    connection.execute("PRAGMA synchronous=FULL")
