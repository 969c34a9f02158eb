"""The log loses nothing while the program lives, and says once that it is behind."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kneegui.domain.session import Session, SessionStatus
from kneegui.store.database import Database
from kneegui.store.session_log import SessionLog
from kneegui.store.sessions import Sessions
from tests.store.samples import at, session, step
from tests.store.test_database import fill_the_disk, make_room, newer_database, posix, write_locked

LATER = {"position": 4, "pain_worst": 3, "steps": (step(1), step(3))}
"""What the plain session has become in the tests below."""


@pytest.fixture
def told() -> list[str]:
    """Gives what the user is told."""
    return []


@pytest.fixture
def log(database: Database, told: list[str]) -> SessionLog:
    """Gives a log on the database."""
    return SessionLog(database, told.append)


def stored(path: Path, session_id: str = "first") -> Session | None:
    """Gives the session as another connection sees it on the disk."""
    other = Database(path)
    try:
        return Sessions(other).get(session_id)
    finally:
        other.close()


def go_on(log: SessionLog) -> list[bool]:
    return [log.add_step(step(1), 2), log.set_pain(3), log.add_step(step(3), 4)]


def test_all_is_on_the_disk_as_soon_as_it_is_taken_down(log: SessionLog, path: Path) -> None:
    def same() -> bool:
        return stored(path) == log.session

    assert log.begin(session())
    assert same()
    assert log.add_step(step(1), 2)
    assert same()
    assert log.set_position(3)
    assert same()
    assert log.set_pain(5)
    assert same()
    assert log.set_pain(2)
    assert same()
    assert log.finish(at(9))
    assert same()
    assert log.save_summary(pain_after=1, effort=6, note="Good.")
    assert same()
    assert log.session == session(
        status=SessionStatus.COMPLETED,
        position=3,
        pain_worst=5,
        ended_at=at(9),
        pain_after=1,
        effort=6,
        note="Good.",
        steps=(step(1),),
    )


def test_the_last_step_and_the_end_are_written_together(
    log: SessionLog, database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is killed between them would leave a session with nothing to resume."""
    log.begin(session())
    writing, seen = Database.writing, 0

    def counted(self: Database) -> Any:
        nonlocal seen
        seen += 1
        return writing(self)

    monkeypatch.setattr(Database, "writing", counted)

    assert log.add_step(step(3), 4, at(9))

    assert seen == 1
    whole = session(position=4, status=SessionStatus.COMPLETED, ended_at=at(9), steps=(step(3),))
    assert stored(path) == log.session == whole
    assert Sessions(database).interrupted(at(10)) is None


def test_the_end_is_tried_again_with_the_last_step(log: SessionLog, path: Path) -> None:
    log.begin(session())
    with write_locked(path):
        assert not log.add_step(step(3), 4, at(9))
    assert log.flush()

    assert stored(path) == session(
        position=4, status=SessionStatus.COMPLETED, ended_at=at(9), steps=(step(3),)
    )


def test_a_session_that_was_left_is_taken_up_again(log: SessionLog, path: Path) -> None:
    log.begin(session())
    log.add_step(step(1), 2)
    log.leave(at(9))
    left = stored(path)
    assert left is not None
    assert left == session(status=SessionStatus.LEFT, position=2, ended_at=at(9), steps=(step(1),))

    log.begin(session(position=2, steps=left.steps))
    log.add_step(step(2), 3)

    assert stored(path) == session(position=3, steps=(step(1), step(2)))


def test_what_does_not_change_anything_is_not_written(log: SessionLog, database: Database) -> None:
    log.begin(session())
    log.set_position(2)
    with database.reading() as reading:
        before = reading.scalar(text("SELECT total_changes()"))

    assert log.set_position(2)

    with database.reading() as reading:
        assert reading.scalar(text("SELECT total_changes()")) == before


def test_nothing_can_be_taken_down_before_a_session(log: SessionLog) -> None:
    assert log.session is None
    assert log.flush()
    with pytest.raises(RuntimeError):
        log.set_position(1)


# --- trouble ---


def test_a_lock_holds_nothing_up_for_good(log: SessionLog, path: Path, told: list[str]) -> None:
    log.begin(session())

    with write_locked(path):
        assert go_on(log) == [False] * 3
        assert log.is_behind
        assert log.session == session(**LATER)
        assert stored(path) == session()
    assert log.flush()

    assert not log.is_behind
    assert stored(path) == session(**LATER)
    assert len(told) == 1
    assert "in use by another program" in told[0]


def test_a_lock_from_the_beginning_loses_no_session(
    log: SessionLog, path: Path, told: list[str]
) -> None:
    Database(path).open()

    with write_locked(path):
        assert not log.begin(session())
        assert go_on(log) == [False] * 3
        assert not log.finish(at(9))
        assert not log.begin(session("second"))
        assert not log.add_step(step(7), 8)
    assert log.save_summary(pain_after=2, effort=None, note="")

    assert stored(path) == session(status=SessionStatus.COMPLETED, ended_at=at(9), **LATER)
    assert stored(path, "second") == session("second", position=8, pain_after=2, steps=(step(7),))
    # Once a session.
    assert len(told) == 2


def test_a_session_taken_up_again_keeps_what_was_not_written(log: SessionLog, path: Path) -> None:
    log.begin(session())
    with write_locked(path):
        log.add_step(step(1), 2)
        log.leave(at(9))
        on_disk = stored(path)
        assert on_disk is not None
        log.begin(on_disk)
    assert log.add_step(step(2), 3)

    assert stored(path) == session(position=3, steps=(step(1), step(2)))


def test_a_full_disk_loses_nothing(
    log: SessionLog, database: Database, path: Path, told: list[str]
) -> None:
    log.begin(session())
    fill_the_disk(database)
    # Larger than what the file has room for without growing.
    big = step(1, title="x" * 20_000)

    assert not log.add_step(big, 2)
    assert not log.add_step(step(3), 4)
    assert stored(path) == session()
    make_room(database)

    assert log.flush()
    assert stored(path) == session(position=4, steps=(big, step(3)))
    assert ["full" in sentence for sentence in told] == [True]


@posix
def test_a_removed_folder_gets_the_whole_session_again(
    log: SessionLog, path: Path, told: list[str]
) -> None:
    log.begin(session())
    log.add_step(step(1), 2)
    shutil.rmtree(path.parent)

    assert log.set_pain(3)
    assert stored(path) == session(position=2, pain_worst=3, steps=(step(1),))
    shutil.rmtree(path.parent)
    assert log.add_step(step(3), 4)

    assert stored(path) == session(**LATER)
    assert ["removed" in sentence for sentence in told] == [True, True]


@posix
def test_a_folder_removed_after_the_last_step_is_found_by_a_flush(
    log: SessionLog, path: Path
) -> None:
    log.begin(session())
    go_on(log)
    shutil.rmtree(path.parent)

    assert log.flush()

    assert stored(path) == session(**LATER)


@posix
def test_a_folder_removed_in_the_middle_of_writing_loses_nothing(
    log: SessionLog, database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of the moments at which the log looks at the file."""
    in_place = Database._is_in_place
    seen = 0

    def remove_then_look(self: Database) -> bool:
        nonlocal seen
        seen += 1
        if seen == when:
            shutil.rmtree(path.parent)
        return in_place(self)

    monkeypatch.setattr(Database, "_is_in_place", remove_then_look)
    for when in range(1, 30):
        seen = 0
        name = f"session {when}"
        log.begin(session(name))
        go_on(log)
        assert log.flush()
        seen = 99
        assert Sessions(database).get(name) == session(name, **LATER)


def test_a_damaged_database_is_set_aside_and_gets_the_whole_session_again(
    log: SessionLog, database: Database, path: Path, told: list[str]
) -> None:
    log.begin(session())
    log.add_step(step(1), 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE sessions SET note = 'new'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))

    assert log.set_pain(3)
    assert log.add_step(step(3), 4)

    database.close()
    assert stored(path) == session(**LATER)
    assert len(told) == 1
    assert "damaged" in told[0]
    assert len(list(path.parent.glob("kneegui.damaged-*.db"))) == 1


def test_a_newer_database_keeps_the_session_in_memory(
    log: SessionLog, path: Path, told: list[str]
) -> None:
    newer_database(path)

    assert not log.begin(session())
    assert go_on(log) == [False] * 3

    assert log.session == session(**LATER)
    assert len(told) == 1
    assert "newer" in told[0]


def test_a_folder_that_cannot_be_made_is_tried_again(
    log: SessionLog, path: Path, told: list[str]
) -> None:
    in_the_way = path.parent
    in_the_way.parent.mkdir(parents=True)
    in_the_way.touch()
    assert not log.begin(session())
    assert go_on(log) == [False] * 3

    in_the_way.unlink()

    assert log.flush()
    assert stored(path) == session(**LATER)
    assert len(told) == 1


@pytest.mark.parametrize("where", [0, 1, 2])
def test_a_mistake_holds_up_nothing_else(log: SessionLog, path: Path, where: int) -> None:
    steps: list[Any] = [step(1), step(2)]
    steps.insert(where, step(9, pain=11))
    log.begin(session())

    with write_locked(path):
        for record in steps:
            log.add_step(record, 3)
    with pytest.raises(IntegrityError):
        log.flush()

    assert log.flush()
    assert stored(path) == session(position=3, steps=(step(1), step(2)))


def test_a_session_the_database_refuses_ends_in_the_mistake(log: SessionLog) -> None:
    with pytest.raises(IntegrityError):
        log.begin(session(pain_before=11))
    with pytest.raises(IntegrityError):
        log.begin(session(pain_before=11, steps=(step(1),)))


@posix
def test_no_file_of_an_earlier_database_is_held_open(log: SessionLog, path: Path) -> None:
    log.begin(session())
    folder = Path("/proc/self/fd")
    if not folder.exists():
        pytest.skip("needs /proc")
    for number in range(5):
        shutil.rmtree(path.parent)
        log.add_step(step(number), number)

    open_files = [str(fd.readlink()) for fd in folder.iterdir() if fd.is_symlink()]
    ours = [name for name in open_files if name.startswith(str(path))]
    assert [name for name in ours if name.endswith("(deleted)")] == []
