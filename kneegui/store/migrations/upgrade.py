"""Migrates a database file to the newest revision.

A table that others refer to is rebuilt by dropping it, which with foreign keys on would delete the
rows that refer to it. So they are off meanwhile, and what refers to nothing is looked for before
the end. All of it is one transaction: it happens whole or not at all.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from kneegui.store.copying import copy_database
from kneegui.store.engine import make_engine, writing

FOLDER = Path(__file__).parent


class MigrationMistake(Exception):  # noqa: N818  it is one: of ours, not of the user's disk
    """A migration left rows that refer to nothing; nothing was changed."""


def upgrade(path: Path, *, busy_timeout_ms: int, folder: Path = FOLDER, to: str = "head") -> None:
    """Migrates the database to the newest revision, or to one before it.

    Args:
        path: the database, closed by whoever calls.
        busy_timeout_ms: how long to wait for another program's lock.
        folder: where ``env.py`` and ``versions`` are.
        to: the revision.

    Raises:
        MigrationMistake: a migration is wrong; the database is as it was.
        sqlalchemy.exc.DBAPIError: locked, read-only, full and the like; the database is as it was.
    """
    engine = make_engine(path, busy_timeout_ms=busy_timeout_ms, foreign_keys=False)
    try:
        _run(engine, folder, to)
    finally:
        engine.dispose()


def back_up(path: Path, revision: str) -> Path:
    """Copies the database beside itself, and gives the copy's path.

    Raises:
        StoreError: the copy cannot be written.
        sqlite3.Error: the database cannot be read.
    """
    wanted = path.with_name(f"{path.stem}.revision-{revision}{path.suffix}")
    with closing(sqlite3.connect(path)) as source:
        return copy_database(source, wanted)


def _run(engine: Engine, folder: Path, to: str) -> None:
    config = Config()
    # A config file's values are filled in at each %.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise MigrationMistake(f"{len(orphans)} rows refer to nothing, first {orphans[0]}")
