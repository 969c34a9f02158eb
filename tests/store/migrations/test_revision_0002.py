"""Revision 0002 gives sessions a next morning and the time of their last change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kneegui.store.migrations.upgrade import upgrade
from tests.store.migrations.test_upgrade import old_database

TABLES = ("sessions", "steps", "settings", "favourites")
ADDED = ("pain_morning", "edited_at", "edited_offset")


def rows_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """Gives each table's rows, each by the names of its columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in TABLES
        }


@pytest.fixture
def before(path: Path) -> dict[str, list[dict[str, object]]]:
    """Migrates the filled database of revision 0001; gives the rows it had."""
    old_database(path, "0001")
    rows = rows_of(path)
    upgrade(path, busy_timeout_ms=0, to="0002")
    return rows


def test_every_row_is_as_it_was(path: Path, before: dict[str, list[dict[str, object]]]) -> None:
    after = rows_of(path)

    empty = dict.fromkeys(ADDED)
    assert after["sessions"] == [{**row, **empty} for row in before["sessions"]]
    assert [len(before[table]) for table in TABLES] == [2, 4, 1, 2]
    for table in TABLES[1:]:
        assert after[table] == before[table]


@pytest.mark.usefixtures("before")
def test_the_long_texts_stay_last(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(sessions)")]

    assert columns[-3:] == ["note", "plan", "swaps"]


@pytest.mark.usefixtures("before")
def test_the_steps_still_go_with_their_session(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM sessions WHERE id = 'whole'")

        assert connection.execute("SELECT count(*) FROM steps").fetchone() == (1,)


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize(
    "change",
    [
        "pain_morning = 11",
        "edited_at = '2026-03-02T07:15:00.000000Z'",
        "edited_offset = 60",
        "edited_at = '2026-03-02', edited_offset = 60",
        "pain_after = 11",
        "status = 'asleep'",
    ],
)
def test_its_rules_hold(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE sessions SET {change}")
