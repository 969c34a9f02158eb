"""Restoring makes the database what the backup is, whole, or leaves it as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kneegui.domain.session import SessionStatus
from kneegui.store.backup import Backups
from kneegui.store.backup_name import BackupKind
from kneegui.store.database import Database
from kneegui.store.errors import DatabaseLockedError, DiskFullError, StoreError
from kneegui.store.favourites import Favourites
from kneegui.store.session_log import SessionLog
from kneegui.store.sessions import Sessions
from tests.store.killing import killed, running
from tests.store.migrations import filled
from tests.store.migrations.test_upgrade import old_database, scalar
from tests.store.samples import at, session, step
from tests.store.test_backup import NOW, STORED, held_by, later
from tests.store.test_database import (
    files,
    fill,
    make_with,
    newer_database,
    one_sentence,
    spoil_a_page,
    turn_to_garbage,
    write_locked,
)

NEWER = session("newer", started_at=at(60), status=SessionStatus.COMPLETED, ended_at=at(70))


@pytest.fixture
def backups(database: Database, sessions: Sessions) -> Backups:
    """Gives the backups of a database with one session, which is open."""
    sessions.begin(STORED)
    return Backups(database)


def test_the_database_becomes_what_the_backup_is(
    backups: Backups, database: Database, sessions: Sessions, path: Path
) -> None:
    Favourites(database).add("bridge")
    made = backups.back_up(NOW)
    sessions.begin(NEWER)
    sessions.delete("first")
    Favourites(database).remove("bridge")
    backed_up = files(backups.folder)

    before = backups.restore(made.path, later(seconds=1))

    assert sessions.all() == (STORED,)
    assert Favourites(database).all() == ("bridge",)
    assert held_by(before.path) == (NEWER,)
    assert before.kind is BackupKind.BEFORE_RESTORE
    assert files(backups.folder)[made.path.name] == backed_up[made.path.name]
    assert database.take_notice() is None
    # On the disk, for another program too.
    database.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["backups", "kneegui.db"]
    assert held_by(path) == (STORED,)


def test_what_was_there_before_can_be_restored_again(backups: Backups, sessions: Sessions) -> None:
    made = backups.back_up(NOW)
    sessions.begin(NEWER)

    before = backups.restore(made.path, NOW)
    backups.restore(before.path, NOW)

    assert sessions.all() == (STORED, NEWER)


def test_the_database_works_as_before_afterwards(
    backups: Backups, database: Database, sessions: Sessions
) -> None:
    made = backups.back_up(NOW)
    backups.restore(made.path, NOW)

    sessions.begin(NEWER)

    assert sessions.all() == (STORED, NEWER)
    with database.reading() as transaction:
        assert transaction.scalar(text("PRAGMA journal_mode")) == "wal"
        assert transaction.scalar(text("PRAGMA integrity_check")) == "ok"


def test_a_backup_much_smaller_or_larger_than_the_database(
    backups: Backups, database: Database, sessions: Sessions
) -> None:
    small = backups.back_up(NOW)
    for number in range(100):
        sessions.begin(session(f"{number:03}", note="long " * 1000))

    large = backups.restore(small.path, NOW)
    assert sessions.all() == (STORED,)
    assert database.path.stat().st_size < large.size / 2

    backups.restore(large.path, NOW)
    assert len(sessions.all()) == 101


def test_an_older_backup_is_migrated(
    backups: Backups, sessions: Sessions, path: Path, own_folders: Path
) -> None:
    stick = own_folders / "stick" / "old.db"
    old_database(stick, "0001")
    before = files(stick.parent)

    backups.restore(stick, NOW)

    assert sessions.all() == filled.SESSIONS["0001"]
    assert scalar(path, "SELECT version_num FROM alembic_version") == "0002"
    assert files(stick.parent) == before


def test_what_stands_in_the_log_of_a_backup_is_restored_too(
    backups: Backups, sessions: Sessions, path: Path, own_folders: Path
) -> None:
    """A folder somebody copied after a crash."""
    sessions.begin(NEWER)
    stick = own_folders / "stick"
    shutil.copytree(path.parent, stick)
    assert (stick / "kneegui.db-wal").stat().st_size > 0
    sessions.delete("first")
    sessions.delete("newer")

    backups.restore(stick / "kneegui.db", NOW)

    assert sessions.all() == (STORED, NEWER)


@pytest.mark.parametrize("spoil", [turn_to_garbage, spoil_a_page, newer_database, Path.touch])
def test_one_that_is_no_good_is_refused_and_nothing_changed(
    backups: Backups, sessions: Sessions, own_folders: Path, spoil: Callable[[Path], None]
) -> None:
    stick = own_folders / "stick"
    stick.mkdir()
    spoil(stick / "backup.db")

    with pytest.raises(StoreError) as caught:
        backups.restore(stick / "backup.db", NOW)

    assert str(caught.value).startswith("The backup ")
    assert sessions.all() == (STORED,)
    assert backups.all() == ()


def test_nothing_is_restored_where_the_present_state_cannot_be_kept(
    backups: Backups, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.back_up(NOW)
    sessions.begin(NEWER)

    def fail(*_: object) -> Path:
        raise DiskFullError("The disk is full.")

    monkeypatch.setattr("kneegui.store.backup.copy_database", fail)

    with pytest.raises(DiskFullError):
        backups.restore(made.path, NOW)

    assert sessions.all() == (STORED, NEWER)


def test_a_database_another_program_writes_is_left_as_it_is(
    backups: Backups, sessions: Sessions, path: Path
) -> None:
    made = backups.back_up(NOW)
    sessions.begin(NEWER)

    with write_locked(path), pytest.raises(DatabaseLockedError) as caught:
        backups.restore(made.path, NOW)

    assert one_sentence(caught.value)
    assert sessions.all() == (STORED, NEWER)
    backups.restore(made.path, NOW)
    assert sessions.all() == (STORED,)


def test_a_lock_that_comes_at_the_last_moment_ends_the_restoring(
    backups: Backups, sessions: Sessions, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.back_up(NOW)
    sessions.begin(NEWER)
    from kneegui.store import database as module

    plain = module.copy_pages

    def copy_while_locked(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        with write_locked(path):
            plain(source, target)

    monkeypatch.setattr(module, "copy_pages", copy_while_locked)

    with pytest.raises(DatabaseLockedError) as caught:
        backups.restore(made.path, NOW)

    assert str(path) in str(caught.value)
    assert sessions.all() == (STORED, NEWER)


def test_a_disk_that_fills_up_meanwhile_leaves_the_old_one(
    backups: Backups, sessions: Sessions, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        sessions.begin(session(f"{number:03}", note="long " * 1000))
    made = backups.back_up(NOW)
    for number in range(20):
        sessions.delete(f"{number:03}")
    make_with(path, "VACUUM")
    from kneegui.store import database as module

    plain = module.copy_pages

    def copy_to_a_full_disk(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        (pages,) = target.execute("PRAGMA page_count").fetchone()
        target.execute(f"PRAGMA max_page_count={pages}")
        plain(source, target)

    monkeypatch.setattr(module, "copy_pages", copy_to_a_full_disk)

    with pytest.raises(DiskFullError) as caught:
        backups.restore(made.path, NOW)

    assert one_sentence(caught.value)
    assert sessions.all() == (STORED,)


# --- with a session in memory ---


def test_a_session_that_is_over_does_not_come_back(
    backups: Backups, database: Database, sessions: Sessions
) -> None:
    made = backups.back_up(NOW)
    log = SessionLog(database, print)
    log.begin(replace(NEWER, status=SessionStatus.RUNNING, ended_at=None))
    log.add_step(step(1), 2)
    log.finish(at(70))
    log.save_summary(pain_after=2, effort=None, note="")

    backups.restore(made.path, NOW)
    assert log.flush()

    assert sessions.all() == (STORED,)


def test_a_session_that_runs_goes_on_whole(
    backups: Backups, database: Database, sessions: Sessions
) -> None:
    made = backups.back_up(NOW)
    log = SessionLog(database, print)
    log.begin(session("running", started_at=at(60)))
    log.add_step(step(1), 2)

    backups.restore(made.path, NOW)
    log.add_step(step(2), 3)

    assert sessions.all() == (STORED, log.session)
    assert log.session is not None
    assert len(log.session.steps) == 2


# --- killed meanwhile ---

RUNS = 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_killed_at_any_moment_the_database_is_the_old_or_the_new_one(path: Path) -> None:
    folder = path.parent
    short, long = folder / "1.backup", folder / "2.backup"
    for each in (path, short, long):
        fill(each)
    make_with(long, "UPDATE sessions SET note = 'long'", "PRAGMA journal_mode=DELETE")
    make_with(short, "DELETE FROM sessions WHERE id > '3'", "PRAGMA journal_mode=DELETE")
    wholes = [held_by(each) for each in (path, short, long)]
    seen: list[int] = []

    with running("restore") as program:
        for _ in range(RUNS):
            killed(program, folder, random.uniform(0, 0.2), "restored")
            shutil.rmtree(folder / "backups", ignore_errors=True)
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            seen.append(wholes.index(held_by(path)))

    # Not the one there was at first.
    assert set(seen) <= {1, 2}
