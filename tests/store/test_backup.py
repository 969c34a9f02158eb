"""Backups are whole, for their owner alone, replace no other, and leave nothing behind."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kneegui.domain.session import Moment, Session, SessionStatus
from kneegui.store import backup as backup_module
from kneegui.store.backup import Backups
from kneegui.store.backup_name import BackupKind
from kneegui.store.database import Database
from kneegui.store.errors import (
    DatabaseDamagedError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    DiskFullError,
)
from kneegui.store.sessions import Sessions
from tests.store.permissions import modes_count
from tests.store.samples import at, session, step
from tests.store.test_database import (
    fill,
    make_with,
    mode,
    one_sentence,
    posix,
)

NOW = Moment(utc=datetime(2026, 11, 21, 20, 15, 3, tzinfo=UTC), offset_minutes=60)
STORED = session(status=SessionStatus.COMPLETED, ended_at=at(12), steps=(step(1), step(2)))


def later(days: float = 0, seconds: float = 0) -> Moment:
    return replace(NOW, utc=NOW.utc + timedelta(days=days, seconds=seconds))


@pytest.fixture
def backups(database: Database, sessions: Sessions) -> Backups:
    """Gives the backups of a database with one session, which is open."""
    sessions.begin(STORED)
    return Backups(database)


def held_by(path: Path) -> tuple[Session, ...]:
    database = Database(path)
    try:
        return Sessions(database).all()
    finally:
        database.close()


def names(backups: Backups) -> list[str]:
    return sorted(path.name for path in backups.folder.iterdir())


# --- made by hand ---


def test_a_backup_holds_what_was_written_a_moment_ago(backups: Backups, sessions: Sessions) -> None:
    sessions.begin(session("second", started_at=at(60)))
    assert backups.folder.with_name("kneegui.db-wal").stat().st_size > 0

    made = backups.back_up(NOW)

    assert made.path == backups.folder / "kneegui-2026-11-21T211503+0100-by-hand.db"
    assert (made.made_at, made.kind) == (NOW, BackupKind.BY_HAND)
    assert made.size == made.path.stat().st_size
    # Alone, as it is: nothing beside it is needed.
    assert names(backups) == [made.path.name]
    assert held_by(made.path) == sessions.all()


@posix
def test_only_the_owner_can_read_it(backups: Backups) -> None:
    umask = os.umask(0)
    try:
        made = backups.back_up(NOW)
    finally:
        os.umask(umask)

    assert oct(mode(made.path)) == "0o600"
    assert oct(mode(backups.folder)) == "0o700"


def test_a_backup_replaces_no_other(backups: Backups, sessions: Sessions) -> None:
    first = backups.back_up(NOW)
    sessions.begin(session("second"))
    second = backups.back_up(NOW)
    third = backups.back_up(NOW)

    assert second.path.name == "kneegui-2026-11-21T211503+0100-by-hand-2.db"
    assert third.path.name == "kneegui-2026-11-21T211503+0100-by-hand-3.db"
    assert held_by(first.path) == (STORED,)
    assert len(held_by(second.path)) == 2
    assert set(backups.all()) == {first, second, third}


def test_the_newest_comes_first_whatever_it_was_made_for(backups: Backups) -> None:
    old = backups.back_up(later(days=-3), BackupKind.AUTOMATIC)
    new = backups.back_up(NOW, BackupKind.BEFORE_RESTORE)
    middle = backups.back_up(replace(later(days=-1), offset_minutes=-210))

    assert backups.all() == (new, middle, old)


def test_what_is_no_backup_is_not_among_them(backups: Backups) -> None:
    backups.folder.mkdir()
    for name in (
        "notes.txt",
        "kneegui.db",
        "kneegui-2026-11-21.db",
        "kneegui-2026-13-41T211503+0100.db",
        "kneegui-0001-01-01T000000+0100.db",
        "kneegui-2026-11-21T211503+0100.db.x7a.unfinished",
        "kneegui-2026-11-21T211503+0100-of-mine.db",
    ):
        (backups.folder / name).touch()

    assert backups.all() == ()


def test_without_a_folder_there_is_none(backups: Backups) -> None:
    assert backups.all() == ()
    assert backups.newest_good() is None


# --- what can go wrong ---


def nothing_is_left(backups: Backups, sessions: Sessions) -> bool:
    return names(backups) == [] and sessions.all() == (STORED,)


def test_a_full_disk_is_told_and_leaves_nothing(
    backups: Backups, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = sqlite3.connect

    def on_a_full_disk(file: Any, **options: Any) -> sqlite3.Connection:
        connection = plain(file, **options)
        if ".unfinished" in str(file):
            connection.execute("PRAGMA max_page_count=3")
        return connection

    monkeypatch.setattr(sqlite3, "connect", on_a_full_disk)

    with pytest.raises(DiskFullError) as caught:
        backups.back_up(NOW)

    assert "backup" in str(caught.value)
    assert one_sentence(caught.value)
    assert nothing_is_left(backups, sessions)


def test_a_copy_that_is_not_whole_is_no_backup(
    backups: Backups, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kneegui.store.copying.is_whole", lambda _: False)

    with pytest.raises(DatabaseDamagedError) as caught:
        backups.back_up(NOW)

    assert one_sentence(caught.value)
    assert nothing_is_left(backups, sessions)


def test_damage_found_by_copying_is_set_aside(database: Database, path: Path) -> None:
    fill(path)
    database.open()
    # An index that finds nothing: only a thorough check sees it.
    make_with(
        path,
        "CREATE INDEX none ON sessions (started_at) WHERE id = ''",
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
        " WHERE name = 'none') WHERE name = 'ix_sessions_started_at'",
        "DELETE FROM sqlite_master WHERE name = 'none'",
    )
    backups = Backups(database)

    with pytest.raises(DatabaseDamagedError):
        backups.back_up(NOW)
    database.open()

    assert "damaged" in (database.take_notice() or "")
    assert len(list(path.parent.glob("kneegui.damaged-*.db"))) == 1


@posix
def test_a_read_only_folder_is_told(backups: Backups, sessions: Sessions) -> None:
    backups.folder.mkdir(mode=0o500)
    with modes_count(), pytest.raises(DatabaseReadOnlyError) as caught:
        backups.back_up(NOW)

    backups.folder.chmod(0o700)
    assert "backup" in str(caught.value)
    assert one_sentence(caught.value)
    assert nothing_is_left(backups, sessions)


@posix
def test_a_folder_nobody_may_look_into_is_told(backups: Backups) -> None:
    backups.folder.mkdir(mode=0o000)
    with modes_count(), pytest.raises(DatabaseReadOnlyError) as caught:
        backups.all()

    backups.folder.chmod(0o700)
    assert one_sentence(caught.value)


def test_a_file_in_place_of_the_folder_is_told(backups: Backups) -> None:
    backups.folder.touch()

    assert backups.all() == ()
    with pytest.raises(DatabaseUnreachableError) as caught:
        backups.back_up(NOW)

    assert one_sentence(caught.value)


def test_a_database_another_program_writes_is_backed_up_all_the_same(
    backups: Backups, path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE sessions SET note = 'not committed'")
        made = backups.back_up(NOW)

    assert held_by(made.path) == (STORED,)


# --- made by the program ---


def test_the_first_start_with_a_session_makes_one(backups: Backups) -> None:
    made = backups.back_up_if_due(NOW)

    assert made is not None
    assert made.path.name == "kneegui-2026-11-21T211503+0100.db"
    assert made.kind is BackupKind.AUTOMATIC
    assert held_by(made.path) == (STORED,)


def test_an_empty_database_is_not_worth_one(database: Database) -> None:
    backups = Backups(database)

    assert backups.back_up_if_due(NOW) is None
    assert not backups.folder.exists()


@pytest.mark.parametrize("kind", BackupKind)
def test_one_a_day_is_enough(backups: Backups, kind: BackupKind) -> None:
    first = backups.back_up(NOW, kind)

    assert backups.back_up_if_due(later(days=1)) is None
    second = backups.back_up_if_due(later(days=1, seconds=1))
    assert second is not None
    assert backups.all() == (second, first)


def test_one_of_a_clock_that_was_wrong_does_not_stop_them(backups: Backups) -> None:
    backups.back_up(later(days=10_000))

    assert backups.back_up_if_due(NOW) is not None


def test_over_two_years_the_old_ones_go_and_what_was_made_by_hand_stays(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touch(_source: object, wanted: Path) -> Path:
        wanted.parent.mkdir(exist_ok=True)
        wanted.touch()
        return wanted

    by_hand = [backups.back_up(NOW), backups.back_up(NOW, BackupKind.BEFORE_RESTORE)]
    monkeypatch.setattr(backup_module, "copy_database", touch)
    for day in range(1, 730):
        backups.back_up_if_due(later(days=day, seconds=day))

    found = backups.all()
    assert set(by_hand) < set(found)
    automatic = [one for one in found if one.kind is BackupKind.AUTOMATIC]
    assert 7 + 2 + 10 <= len(automatic) <= 7 + 4 + 12
    assert automatic[0].made_at.local.date() == date(2028, 11, 19)
    assert automatic[-1].made_at.local.date() == date(2027, 12, 31)


def test_what_a_crash_left_half_written_goes_after_a_day(backups: Backups) -> None:
    backups.folder.mkdir()
    left_over = backups.folder / "kneegui-2026-11-19T211503+0100.db.x7a.unfinished"
    beside = backups.folder / f"{left_over.name}-journal"
    in_work = backups.folder / "kneegui-2026-11-21T211503+0100.db.y8b.unfinished"
    for file, moment in ((left_over, later(days=-2)), (beside, later(days=-2)), (in_work, NOW)):
        file.touch()
        seconds = moment.utc.timestamp()
        os.utime(file, (seconds, seconds))

    made = backups.back_up_if_due(NOW)

    assert made is not None
    assert names(backups) == sorted([made.path.name, in_work.name])


@posix
def test_what_cannot_be_removed_hinders_nothing(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour in range(3):
        backups.back_up(later(days=-2, seconds=hour), BackupKind.AUTOMATIC)

    def refuse(_path: Path, **_options: bool) -> None:
        raise PermissionError

    with monkeypatch.context() as within:
        within.setattr(Path, "unlink", refuse)
        assert backups.back_up_if_due(NOW) is not None
    assert len(backups.all()) == 4
