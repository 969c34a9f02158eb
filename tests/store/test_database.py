"""The database is opened, made, refused or set aside; what fails, fails by its type."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from kneegui.domain.errors import KneeGuideError
from kneegui.store.database import Database
from kneegui.store.database_file import DatabaseFile
from kneegui.store.errors import (
    DatabaseGoneError,
    DatabaseLockedError,
    DatabaseNewerError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    DiskFullError,
)
from kneegui.store.sessions import Sessions
from tests.store.permissions import modes_count
from tests.store.programs import ROOT, run_python
from tests.store.samples import session, step

posix = pytest.mark.skipif(os.name != "posix", reason="needs permission bits")


def pragma(database: Database, name: str) -> object:
    with database.reading() as transaction:
        return transaction.scalar(text(f"PRAGMA {name}"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def make_with(path: Path, *statements: str) -> None:
    """Changes a database as another program would; makes it where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@contextmanager
def write_locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def one_sentence(error: KneeGuideError) -> bool:
    words = str(error)
    return words[0].isupper() and words.endswith(".") and ". " not in words


# --- a first start ---


@posix
def test_the_first_start_makes_all_for_the_owner_alone(database: Database, path: Path) -> None:
    umask = os.umask(0)
    try:
        Sessions(database).begin(session())
    finally:
        os.umask(umask)

    beside = sorted(path.parent.iterdir())
    assert [file.name for file in beside] == ["kneegui.db", "kneegui.db-shm", "kneegui.db-wal"]
    assert {oct(mode(file)) for file in beside} == {"0o600"}
    assert oct(mode(path.parent)) == "0o700"
    assert database.take_notice() is None


@posix
def test_a_file_open_to_others_is_closed_to_them(database: Database, path: Path) -> None:
    database.open()
    database.close()
    path.chmod(0o644)

    database.open()

    assert oct(mode(path)) == "0o600"


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 1234)],
)
def test_every_connection_is_set_up(path: Path, name: str, value: object) -> None:
    database = Database(path, busy_timeout_ms=1234)
    seen = [pragma(database, name)]
    database.close()
    seen.append(pragma(database, name))
    with database.writing() as transaction:
        seen.append(transaction.scalar(text(f"PRAGMA {name}")))
    with database.reading() as transaction:
        # Given up in the middle: the pool makes a new one.
        transaction.invalidate()
    seen.append(pragma(database, name))
    database.close()

    assert seen == [value] * 4


def test_a_first_and_a_second_start_need_no_alembic(path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from kneegui.store.database import Database\n"
        "for _ in range(2):\n"
        "    database = Database(pathlib.Path(sys.argv[1]))\n"
        "    database.open()\n"
        "    database.close()\n"
        "print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)\n"
    )

    printed = run_python(code, path)

    assert printed == "False True\n"


def test_an_empty_file_is_a_beginning(database: Database, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()

    Sessions(database).begin(session())

    assert Sessions(database).get("first") == session()
    assert database.take_notice() is None


def test_many_programs_starting_at_once_make_one_database(path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from kneegui.store.database import Database\n"
        "from kneegui.store.sessions import Sessions\n"
        "from tests.store.samples import session\n"
        "sys.stdin.readline()\n"
        "database = Database(pathlib.Path(sys.argv[1]), busy_timeout_ms=20000)\n"
        "Sessions(database).begin(session(sys.argv[2]))\n"
        "database.close()\n"
    )
    programs = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code, path, str(number)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate()[1] for program in programs]

    assert said == [""] * 4
    database = Database(path)
    assert {head.id for head in Sessions(database).heads()} == {"0", "1", "2", "3"}
    database.close()


# --- a newer program's ---


def newer_database(path: Path) -> None:
    database = Database(path)
    Sessions(database).begin(session())
    database.close()
    make_with(path, "UPDATE alembic_version SET version_num = '9999'")


def test_a_newer_database_is_left_untouched(database: Database, path: Path) -> None:
    newer_database(path)
    before = files(path.parent)
    assert list(before) == ["kneegui.db"]

    with pytest.raises(DatabaseNewerError) as caught:
        database.open()
    with pytest.raises(DatabaseNewerError):
        Sessions(database).begin(session())

    assert files(path.parent) == before
    assert "newer" in str(caught.value)
    assert one_sentence(caught.value)


def test_a_newer_database_with_a_log_is_left_untouched(
    database: Database, path: Path, own_folders: Path
) -> None:
    """As a program leaves it that was killed: what makes it newer stands in the log alone."""
    Database(path).open()
    other = own_folders / "other"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        shutil.copytree(path.parent, other)
    killed = other / path.name
    (other / f"{path.name}-shm").unlink()
    before = files(other)
    assert b"9999" not in before[path.name]
    assert before[f"{path.name}-wal"]

    with pytest.raises(DatabaseNewerError):
        Database(killed).open()

    after = files(other)
    # SQLite's index of the log, made anew by whoever comes next.
    after.pop(f"{path.name}-shm", None)
    assert after == before


# --- a damaged one ---


def fill(path: Path) -> None:
    database = Database(path)
    sessions = Sessions(database)
    for number in range(50):
        sessions.begin(session(str(number), steps=tuple(step(n) for n in range(10))))
    database.close()


def turn_to_garbage(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


def cut_short(path: Path) -> None:
    fill(path)
    os.truncate(path, path.stat().st_size // 2)


def spoil_a_page(path: Path, first: int = 2) -> None:
    fill(path)
    data = bytearray(path.read_bytes())
    for start in range(first * 4096, len(data), 8192):
        data[start : start + 200] = b"\xa5" * 200
    path.write_bytes(data)


def be_another_program_s(path: Path) -> None:
    make_with(path, "CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('soup')")


@pytest.mark.parametrize("spoil", [turn_to_garbage, cut_short, spoil_a_page, be_another_program_s])
def test_a_damaged_database_is_set_aside(
    database: Database, path: Path, spoil: Callable[[Path], None]
) -> None:
    path.parent.mkdir(parents=True)
    spoil(path)
    os.utime(path, (1772360000, 1772360000))  # 1 March 2026
    damaged = path.read_bytes()

    Sessions(database).begin(session())

    assert (path.parent / "kneegui.damaged-2026-03-01.db").read_bytes() == damaged
    assert Sessions(database).heads()[0].id == "first"
    notice = database.take_notice()
    assert notice is not None
    assert "kneegui.damaged-2026-03-01.db" in notice
    assert database.take_notice() is None


def test_a_look_that_was_put_off_is_had_once_and_finds_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir(parents=True)
    spoil_a_page(path, first=16)
    damaged = path.read_bytes()
    looks: list[bool] = []
    plain = DatabaseFile.is_damaged

    def is_damaged(
        file: DatabaseFile, *, every_page: bool = True, every_index: bool = False
    ) -> bool:
        looks.append(every_page)
        return plain(file, every_page=every_page, every_index=every_index)

    monkeypatch.setattr(DatabaseFile, "is_damaged", is_damaged)
    database = Database(path, look_later=True)
    database.open()
    assert looks == [False]

    database.look()

    # Looked at, found damaged, looked at before it is set aside, and the new one before its use.
    assert looks == [False, True, True]
    (kept,) = path.parent.glob("kneegui.damaged-*.db")
    assert kept.read_bytes() == damaged
    assert Sessions(database).heads() == ()
    database.look()
    assert looks == [False, True, True]
    database.close()


@pytest.mark.parametrize("spoil", [turn_to_garbage, be_another_program_s])
def test_what_is_no_database_of_ours_is_never_put_off(
    path: Path, spoil: Callable[[Path], None]
) -> None:
    path.parent.mkdir(parents=True)
    spoil(path)
    database = Database(path, look_later=True)

    database.open()

    assert len(list(path.parent.glob("kneegui.damaged-*.db"))) == 1
    database.close()


def test_no_damaged_database_replaces_another(database: Database, path: Path) -> None:
    for content in (b"one" * 999, b"two" * 999):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (1772360000, 1772360000))
        database.open()
        database.close()

    folder = path.parent
    assert (folder / "kneegui.damaged-2026-03-01.db").read_bytes() == b"one" * 999
    assert (folder / "kneegui.damaged-2026-03-01-2.db").read_bytes() == b"two" * 999


def test_the_log_of_a_damaged_database_stays_with_it(database: Database, path: Path) -> None:
    path.parent.mkdir(parents=True)
    turn_to_garbage(path)
    os.utime(path, (1772360000, 1772360000))
    path.with_name("kneegui.db-wal").write_bytes(b"the log")

    database.open()

    kept = path.parent / "kneegui.damaged-2026-03-01.db-wal"
    assert kept.read_bytes() == b"the log"


def test_damage_found_while_it_is_open_is_set_aside_next(database: Database, path: Path) -> None:
    fill(path)
    sessions = Sessions(database)
    database.open()
    # A change by another connection, so that this one reads its pages again.
    make_with(path, "UPDATE sessions SET note = 'new'", "PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))
    found: list[KneeGuideError] = []

    for number in range(3):
        try:
            sessions.begin(session(f"after {number}"))
        except KneeGuideError as error:
            found.append(error)

    assert [type(error).__name__ for error in found] == ["DatabaseDamagedError"]
    assert [head.id for head in sessions.heads()] == ["after 2", "after 1"]
    assert len(list(path.parent.glob("kneegui.damaged-*.db"))) == 1


# --- locked, read-only, full, out of reach ---


def test_a_locked_database_is_refused_and_works_again(database: Database, path: Path) -> None:
    sessions = Sessions(database)
    sessions.begin(session())

    with write_locked(path):
        with pytest.raises(DatabaseLockedError) as caught:
            sessions.add_step("first", step())
        assert sessions.get("first") == session()
    sessions.add_step("first", step())

    assert sessions.get("first") == session(steps=(step(),))
    assert one_sentence(caught.value)


def test_who_writes_holds_the_lock_from_the_beginning(database: Database, path: Path) -> None:
    database.open()

    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        with database.writing(), pytest.raises(sqlite3.OperationalError) as caught:
            other.execute("BEGIN IMMEDIATE")
        with database.reading():
            other.execute("BEGIN IMMEDIATE")

    assert caught.value.sqlite_errorcode == sqlite3.SQLITE_BUSY


def test_a_new_database_may_be_locked_too(database: Database, path: Path) -> None:
    make_with(path)
    with write_locked(path), pytest.raises(DatabaseLockedError):
        database.open()

    database.open()


@pytest.fixture
def read_only(path: Path) -> Iterator[None]:
    """Makes a filled database and its folder read-only."""
    fill(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    with modes_count():
        yield
    path.parent.chmod(0o700)


@posix
@pytest.mark.usefixtures("read_only")
def test_a_read_only_database_is_refused(database: Database) -> None:
    with pytest.raises(DatabaseReadOnlyError) as caught:
        Sessions(database).begin(session())

    assert one_sentence(caught.value)


@posix
def test_a_read_only_file_can_be_read(database: Database, path: Path) -> None:
    fill(path)
    path.chmod(0o400)
    with modes_count():
        assert len(Sessions(database).heads()) == 50
        with pytest.raises(DatabaseReadOnlyError) as caught:
            Sessions(database).begin(session())
    path.chmod(0o600)
    Sessions(database).begin(session())

    assert one_sentence(caught.value)
    assert len(Sessions(database).heads()) == 51


@posix
def test_a_read_only_folder_takes_no_database(database: Database, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o500)
    with modes_count(), pytest.raises(DatabaseReadOnlyError) as caught:
        database.open()

    path.parent.chmod(0o700)
    database.open()
    assert one_sentence(caught.value)


def fill_the_disk(database: Database) -> None:
    """Lets the database grow no further; holds for its one connection."""
    with database.reading() as transaction:
        transaction.execute(text("PRAGMA max_page_count=1"))


def make_room(database: Database) -> None:
    with database.reading() as transaction:
        transaction.execute(text("PRAGMA max_page_count=1000000"))


def test_a_full_disk_is_told_and_nothing_half_written(database: Database) -> None:
    sessions = Sessions(database)
    sessions.begin(session())
    fill_the_disk(database)
    long = session("second", note="long " * 10_000, steps=(step(),))

    with pytest.raises(DiskFullError) as caught:
        sessions.begin(long)
    assert [head.id for head in sessions.heads()] == ["first"]
    make_room(database)
    sessions.begin(long)

    assert sessions.get("second") == long
    assert one_sentence(caught.value)


def test_a_folder_in_place_of_the_file_is_out_of_reach(database: Database, path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(DatabaseUnreachableError) as caught:
        database.open()

    assert one_sentence(caught.value)


def test_a_file_in_place_of_the_folder_is_out_of_reach(database: Database, path: Path) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.touch()

    with pytest.raises(DatabaseUnreachableError) as caught:
        database.open()

    assert one_sentence(caught.value)


# --- gone while it was open ---


@posix
def test_a_removed_folder_is_made_again(database: Database, path: Path) -> None:
    sessions = Sessions(database)
    sessions.begin(session())
    generation = database.generation
    shutil.rmtree(path.parent)

    sessions.begin(session("second"))

    assert [head.id for head in sessions.heads()] == ["second"]
    assert database.generation == generation + 1
    assert "removed" in (database.take_notice() or "")


def test_a_log_without_its_database_hinders_nothing(
    database: Database, path: Path, own_folders: Path
) -> None:
    Sessions(database).begin(session())
    other = own_folders / "other"
    shutil.copytree(path.parent, other)
    (other / path.name).unlink()

    again = Database(other / path.name)
    assert Sessions(again).heads() == ()
    Sessions(again).begin(session("second"))
    again.close()

    assert [head.id for head in Sessions(again).heads()] == ["second"]
    again.close()


@posix
def test_a_file_removed_during_a_write_fails_the_write(database: Database, path: Path) -> None:
    sessions = Sessions(database)
    sessions.begin(session())

    def write_and_remove() -> None:
        with database.writing() as transaction:
            transaction.execute(text("UPDATE sessions SET note = 'lost'"))
            shutil.rmtree(path.parent)

    with pytest.raises(DatabaseGoneError) as caught:
        write_and_remove()

    assert sessions.heads() == ()
    assert one_sentence(caught.value)


@posix
def test_a_file_put_in_its_place_is_used_from_then_on(
    database: Database, path: Path, own_folders: Path
) -> None:
    other = Database(own_folders / "other.db")
    Sessions(other).begin(session("other"))
    other.close()
    sessions = Sessions(database)
    sessions.begin(session())
    for file in path.parent.iterdir():
        file.unlink()
    shutil.move(own_folders / "other.db", path)

    assert [head.id for head in sessions.heads()] == ["other"]


# --- mistakes ---


def test_a_mistake_is_not_taken_for_an_expected_error(database: Database) -> None:
    with pytest.raises(Exception, match="no such table") as caught, database.reading() as reading:
        reading.execute(text("SELECT * FROM nowhere"))

    assert not isinstance(caught.value, KneeGuideError)
