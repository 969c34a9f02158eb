"""Revision 0001 makes the tables and their rules."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kneegui.store.migrations.upgrade import upgrade
from tests.store.migrations import filled
from tests.store.migrations.test_upgrade import empty_old_database

TABLES = ("sessions", "steps", "settings", "favourites")


def rows_of(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def test_its_tables_take_the_rows_of_its_old_database(path: Path) -> None:
    empty_old_database(path)
    upgrade(path, busy_timeout_ms=0, to="0001")
    with closing(sqlite3.connect(":memory:")) as old, closing(sqlite3.connect(path)) as new:
        old.executescript((filled.FOLDER / "0001.sql").read_text("utf-8"))
        rows = rows_of(old)
        for table, lines in rows.items():
            for line in lines:
                marks = ", ".join("?" * len(line))
                new.execute(f"INSERT INTO {table} VALUES ({marks})", line)

        assert rows_of(new) == rows
        assert {table: len(lines) for table, lines in rows.items()} == {
            "sessions": 2,
            "steps": 4,
            "settings": 1,
            "favourites": 2,
        }


def test_its_rules_hold(path: Path) -> None:
    empty_old_database(path)
    upgrade(path, busy_timeout_ms=0, to="0001")
    with closing(sqlite3.connect(path)) as new:
        new.execute("INSERT INTO favourites (exercise) VALUES ('bridge')")
        with pytest.raises(sqlite3.IntegrityError):
            new.execute("INSERT INTO favourites (exercise) VALUES ('bridge')")
