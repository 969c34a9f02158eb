"""Records are made out without SQLite as SQLite reads them, and broken bytes raise nothing."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.store.raw_pages import RawPages
from kneegui.store.raw_records import LOST, Value, read_records

MARK = "marked by the test"
VALUES = (
    None,
    *(0, 1, 2, -1, 127, -128, 300, -40_000, 1 << 22, -(1 << 30), 1 << 46, -(1 << 62)),
    *(0.5, -1e300, float("inf")),
    *("", "Zwölf ✓", "long " * 5000),
    *(b"", b"\x00\xff"),
)


def found(path: Path, *, of_index: bool = False) -> list[tuple[Value, ...]]:
    """Gives what follows the mark in each marked record."""
    records = read_records(RawPages(path))
    return [
        record.values[1:]
        for record in records
        if record.values[:1] == (MARK,) and record.is_of_index is of_index
    ]


@pytest.fixture
def file(own_folders: Path) -> Path:
    """Gives the path of a database that is not there yet."""
    return own_folders / "raw.db"


def make(file: Path, *statements: str, rows: int = 0, size: int = 4096) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        # Some builds of SQLite overwrite by themselves what is removed.
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("CREATE TABLE marked (mark, a, b)")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO marked VALUES (?, ?, ?)", [(MARK, n, str(n) * 20) for n in range(rows)]
        )
        connection.execute("COMMIT")
        for statement in statements:
            connection.execute(statement)


def numbers(file: Path) -> list[str]:
    return sorted(str(values[0]) for values in found(file))


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_every_kind_of_value_is_read(file: Path, size: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        columns = ", ".join(f"c{n}" for n in range(len(VALUES)))
        connection.execute(f"CREATE TABLE marked (mark, {columns})")
        marks = ", ".join("?" * (len(VALUES) + 1))
        connection.execute(f"INSERT INTO marked VALUES ({marks})", (MARK, *VALUES))
        connection.commit()

    assert found(file) == [VALUES]


@pytest.mark.parametrize("size", [512, 4096])
def test_rows_of_tables_without_rowid_are_read_from_inner_pages_too(file: Path, size: int) -> None:
    rows = [(MARK, f"{n:05}", "long " * (n % 7) * 100) for n in range(400)]
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        connection.execute(
            "CREATE TABLE marked (mark TEXT, a TEXT, b TEXT, PRIMARY KEY (mark, a)) WITHOUT ROWID"
        )
        connection.executemany("INSERT INTO marked VALUES (?, ?, ?)", rows)
        connection.commit()

    assert sorted(map(str, found(file, of_index=True))) == sorted(str(row[1:]) for row in rows)


def test_what_was_removed_is_not_found(file: Path) -> None:
    make(file, "DELETE FROM marked WHERE a >= 100", rows=3000)

    assert numbers(file) == sorted(map(str, range(100)))


def test_where_the_list_of_free_pages_is_broken_all_pages_are_read(file: Path) -> None:
    make(file, "DELETE FROM marked WHERE a >= 100", rows=3000)
    with file.open("r+b") as stream:
        stream.seek(36)
        stream.write(b"\x00\x00\x00\x01")

    assert set(map(str, range(100))) < set(numbers(file))


def test_what_stands_in_the_log_counts_as_far_as_it_was_committed(
    file: Path, own_folders: Path
) -> None:
    make(file, rows=2000)
    killed = own_folders / "killed.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("UPDATE marked SET a = a + 10000 WHERE a >= 1000")
        connection.execute("BEGIN")
        connection.execute("UPDATE marked SET a = -1")
        for ending in ("", "-wal"):
            shutil.copyfile(f"{file}{ending}", f"{killed}{ending}")
        connection.execute("ROLLBACK")

    assert numbers(killed) == sorted(map(str, [*range(1000), *range(11000, 12000)]))
    log = killed.with_name("killed.db-wal")
    for damaged in (b"", b"short", b"\x00" * 5000, log.read_bytes()[:40] + b"\x00" * 9000):
        log.write_bytes(damaged)
        assert numbers(killed) == sorted(map(str, range(2000)))


def test_a_long_record_that_breaks_off_is_read_as_far_as_it_goes(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE marked (mark, a, b, c)")
        connection.execute("INSERT INTO marked VALUES (?, 7, ?, 8)", (MARK, "long " * 9000))
        connection.commit()
    data = bytearray(file.read_bytes())
    last = len(data) // 4096
    del data[(last - 3) * 4096 :]
    file.write_bytes(data)

    assert found(file) == [(7, LOST, LOST)]


def test_a_text_that_is_none_is_lost_by_itself(file: Path) -> None:
    make(file, rows=3)
    data = file.read_bytes()
    file.write_bytes(data.replace(b"1" * 20, b"1" * 19 + b"\xff"))

    assert (1, LOST) in found(file)
    assert len(found(file)) == 3


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\x00", b"no database " * 9999])
def test_what_is_no_database_has_no_records(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert found(file) == []


def test_the_header_may_be_lost(file: Path) -> None:
    make(file, rows=1000)
    data = bytearray(file.read_bytes())
    data[:4096] = bytes(4096)
    file.write_bytes(data)

    assert len(found(file)) == 1000


def test_any_bytes_are_read_without_an_error(file: Path) -> None:
    make(file, "DELETE FROM marked WHERE a > 300", rows=400, size=512)
    whole = file.read_bytes()

    @settings(max_examples=150, deadline=None)
    @given(st.integers(0, 1 << 32), st.integers(1, 400))
    def is_read(seed: int, changes: int) -> None:
        chance, data = random.Random(seed), bytearray(whole)
        for _ in range(changes):
            start = chance.randrange(len(data))
            data[start : start + chance.choice([1, 1, 1, 4, 100])] = chance.randbytes(
                chance.choice([1, 1, 4, 60])
            )
        file.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data) + 1)])])
        records: list[Any] = list(read_records(RawPages(file)))
        assert all(len(record.values) <= 2001 for record in records)

    is_read()
