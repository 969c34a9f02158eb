"""A backup tells what it holds, and is left as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kneegui.domain.session import Moment
from kneegui.store.backup import Backups
from kneegui.store.database import Database
from kneegui.store.errors import (
    DatabaseDamagedError,
    DatabaseNewerError,
    DatabaseUnreachableError,
)
from kneegui.store.sessions import Sessions
from tests.store.migrations.test_upgrade import old_database
from tests.store.samples import session
from tests.store.test_backup import NOW, STORED, later
from tests.store.test_database import (
    files,
    fill,
    make_with,
    newer_database,
    spoil_a_page,
    turn_to_garbage,
)


@pytest.fixture
def backups(database: Database, sessions: Sessions) -> Backups:
    """Gives the backups of a database with one session, which is open."""
    sessions.begin(STORED)
    return Backups(database)


def test_a_backup_tells_what_it_holds(backups: Backups, sessions: Sessions) -> None:
    # Late in the evening of 31 March in New York, when it is April in UTC.
    late = Moment(utc=datetime(2026, 4, 1, 2, tzinfo=UTC), offset_minutes=-240)
    sessions.begin(session("second", started_at=late))
    path = backups.back_up(NOW).path
    before = files(backups.folder)

    found = backups.contents(path)

    assert files(backups.folder) == before
    assert found.path == path
    assert found.sessions == 2
    assert (found.first_day, found.last_day) == (date(2026, 3, 1), date(2026, 3, 31))
    assert found.revision == "0002"
    assert found.size == path.stat().st_size


def test_an_empty_one_has_no_days(database: Database) -> None:
    backups = Backups(database)

    found = backups.contents(backups.back_up(NOW).path)

    assert (found.sessions, found.first_day, found.last_day) == (0, None, None)


def test_an_older_program_s_is_read_too_and_left_as_it_is(
    database: Database, own_folders: Path
) -> None:
    path = own_folders / "stick" / "old.db"
    old_database(path, "0001")
    before = files(path.parent)

    found = Backups(database).contents(path)

    assert (found.sessions, found.revision) == (2, "0001")
    assert files(path.parent) == before


def be_another_program_s(path: Path) -> None:
    make_with(path, "CREATE TABLE recipes (name TEXT)")


def lose_its_revision(path: Path) -> None:
    fill(path)
    make_with(path, "DELETE FROM alembic_version")


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (turn_to_garbage, DatabaseDamagedError),
        (spoil_a_page, DatabaseDamagedError),
        (be_another_program_s, DatabaseDamagedError),
        (Path.touch, DatabaseDamagedError),
        (lose_its_revision, DatabaseNewerError),
        (newer_database, DatabaseNewerError),
        (Path.mkdir, DatabaseUnreachableError),
        (lambda _: None, DatabaseUnreachableError),
    ],
)
def test_what_is_no_good_backup_is_told_by_a_sentence(
    database: Database, own_folders: Path, spoil: Callable[[Path], None], kind: type[Exception]
) -> None:
    path = own_folders / "stick" / "backup.db"
    path.parent.mkdir()
    spoil(path)

    with pytest.raises(kind) as caught:
        Backups(database).contents(path)

    assert "backup" in str(caught.value)
    assert str(caught.value).startswith("The backup ")
    assert str(caught.value).endswith(".")


def test_the_newest_good_one_is_whole_and_holds_a_session(
    backups: Backups, sessions: Sessions
) -> None:
    good = backups.back_up(later(days=-9))
    for day, spoil in enumerate((turn_to_garbage, spoil_a_page, newer_database, Path.touch)):
        path = backups.back_up(later(days=day - 8)).path
        path.unlink()
        spoil(path)
    sessions.delete("first")
    backups.back_up(NOW)

    assert backups.newest_good() == (good, backups.contents(good.path))
