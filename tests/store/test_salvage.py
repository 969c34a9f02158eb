"""What can be read of a damaged database comes back, whatever is broken, and replaces nothing."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kneegui.domain.session import Session, SessionStatus
from kneegui.store.backup import Backups, Damage
from kneegui.store.database import Database
from kneegui.store.errors import DatabaseUnreachableError
from kneegui.store.favourites import Favourites
from kneegui.store.merging import MergePlan, as_history
from kneegui.store.migrations.revisions import REVISIONS
from kneegui.store.salvage import Salvaged, salvage
from kneegui.store.sessions import Sessions
from kneegui.store.stored_settings import StoredSettings
from tests.store.migrations import filled
from tests.store.migrations.test_upgrade import old_database
from tests.store.samples import at, session, step
from tests.store.ten_years import ten_years
from tests.store.test_backup import NOW, held_by
from tests.store.test_database import make_with, spoil_a_page, turn_to_garbage

PAGE = 4096
DAYS = 60
TOLD = tuple(ten_years(DAYS))
STEPS = sum(len(one.steps) for one in TOLD)


@pytest.fixture(scope="module")
def whole_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Gives the bytes of a database of two months."""
    path = tmp_path_factory.mktemp("whole") / "kneegui.db"
    database = Database(path)
    Sessions(database).merge(TOLD)
    database.close()
    return path.read_bytes()


@pytest.fixture
def damaged(own_folders: Path, whole_bytes: bytes) -> Path:
    """Gives a file with those bytes, to be damaged."""
    path = own_folders / "damaged.db"
    path.write_bytes(whole_bytes)
    return path


def overwrite(path: Path, *pages: int) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xa5" * PAGE)


def root_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        return page


def without_plan(one: Session) -> Session:
    return replace(one, plan=TOLD[0].plan)


def test_all_of_a_whole_one_comes(database: Database, sessions: Sessions, damaged: Path) -> None:
    before = damaged.read_bytes()

    found = salvage(database, damaged)

    assert found == Salvaged(sessions=DAYS, steps=STEPS, lone_steps=0, merged=MergePlan(new=DAYS))
    assert sessions.all() == TOLD
    assert damaged.read_bytes() == before
    assert sorted(damaged.parent.glob("damaged*")) == [damaged]
    assert salvage(database, damaged).merged == MergePlan(same=DAYS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_can_be_salvaged(
    database: Database, sessions: Sessions, own_folders: Path, revision: str
) -> None:
    path = own_folders / "old.db"
    old_database(path, revision)
    StoredSettings(database).set("other", "here")

    salvage(database, path)

    assert sessions.all() == tuple(map(as_history, filled.SESSIONS[revision]))
    assert StoredSettings(database).all() == {**filled.SETTINGS, "other": "here"}
    assert Favourites(database).all() == filled.FAVOURITES


def test_a_setting_that_is_here_stays(database: Database, own_folders: Path) -> None:
    path = own_folders / "old.db"
    old_database(path, "0002")
    StoredSettings(database).set("voice", "Bruno")

    salvage(database, path)

    assert StoredSettings(database).get("voice") == "Bruno"


@pytest.mark.parametrize("table", ["sessions", "steps", "sqlite_schema"])
def test_a_broken_root_costs_little(
    database: Database, sessions: Sessions, damaged: Path, table: str
) -> None:
    overwrite(damaged, 1 if table == "sqlite_schema" else root_of(damaged, table))

    found = salvage(database, damaged)

    # In the root of the steps there are some rows too.
    assert found.sessions == DAYS
    assert STEPS - 30 < found.steps <= STEPS
    told = {step for one in TOLD for step in one.steps}
    assert {step for one in sessions.all() for step in one.steps} <= told


def cut_short(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: -10 * PAGE - 99])


def lose_every_third_page(path: Path) -> None:
    overwrite(path, *range(1, path.stat().st_size // PAGE + 1, 3))


@pytest.mark.parametrize("spoil", [cut_short, lose_every_third_page])
def test_what_is_found_is_what_was_there(
    database: Database, sessions: Sessions, damaged: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(damaged)

    found = salvage(database, damaged)

    assert STEPS / 4 < found.steps < STEPS
    told = {one.id: one for one in TOLD}
    for one in sessions.all():
        assert set(one.steps) <= set(told[one.id].steps)
        if one.routine:
            assert without_plan(one) == without_plan(replace(told[one.id], steps=one.steps))
    assert sum(len(one.steps) for one in sessions.all()) == found.steps


def test_what_was_removed_does_not_come_back(database: Database, damaged: Path) -> None:
    make_with(damaged, "PRAGMA foreign_keys=ON", f"DELETE FROM sessions WHERE id > '{TOLD[9].id}'")

    assert salvage(database, damaged).sessions == 10
    assert Sessions(database).all() == TOLD[:10]


def test_what_stands_in_the_log_comes_too(
    database: Database, sessions: Sessions, damaged: Path, own_folders: Path
) -> None:
    killed = own_folders / "killed.db"
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        connection.execute("UPDATE sessions SET note = 'in the log'")
        for ending in ("", "-wal"):
            data = damaged.with_name(damaged.name + ending).read_bytes()
            killed.with_name(killed.name + ending).write_bytes(data)

    salvage(database, killed)

    assert {one.note for one in sessions.all()} == {"in the log"}


def test_steps_without_their_session_make_one(
    database: Database, sessions: Sessions, damaged: Path
) -> None:
    make_with(damaged, f"DELETE FROM sessions WHERE id = '{TOLD[3].id}'")

    found = salvage(database, damaged)

    assert found.lone_steps == len(TOLD[3].steps)
    assert found.merged == MergePlan(new=DAYS)
    made = sessions.get(TOLD[3].id)
    assert made is not None
    assert made.steps == TOLD[3].steps
    assert (made.title, made.status) == (TOLD[3].steps[0].title, SessionStatus.LEFT)
    assert made.started_at == TOLD[3].steps[0].started_at
    assert made.plan.items == ()


def test_steps_without_their_session_go_to_the_one_that_is_here(
    database: Database, sessions: Sessions, damaged: Path
) -> None:
    make_with(damaged, f"DELETE FROM sessions WHERE id = '{TOLD[3].id}'")
    sessions.begin(replace(TOLD[3], steps=TOLD[3].steps[:2]))

    salvage(database, damaged)

    assert sessions.all() == TOLD


def test_what_is_newer_here_stays(database: Database, sessions: Sessions, damaged: Path) -> None:
    edited = replace(TOLD[3], note="newer", edited_at=at(99_999_999))
    sessions.begin(edited)

    assert salvage(database, damaged).merged == MergePlan(new=DAYS - 1, older=1)
    assert sessions.get(edited.id) == edited


def test_what_an_old_backup_takes_for_running_is_brought_up_to_date(
    database: Database, sessions: Sessions, damaged: Path
) -> None:
    sessions.begin(
        replace(TOLD[3], status=SessionStatus.RUNNING, ended_at=None, steps=TOLD[3].steps[:2])
    )

    salvage(database, damaged)

    assert sessions.all() == TOLD


@pytest.mark.parametrize(
    "change",
    [
        "pain_after = 99",
        "status = 'asleep'",
        "status = 7",
        "started_at = 'on the first day of March !!!'",
        "started_at = '2026-03-01T07:15:00.0000000'",
        "started_at = '0001-01-01T00:00:00.000000Z', started_offset = -60",
        "started_at = NULL",
        "started_at = zeroblob(27)",
        "ended_offset = 9999",
        "ended_at = NULL",
        "planned_steps = 'many'",
        "title = zeroblob(9)",
        "id = ''",
    ],
)
def test_a_row_that_cannot_be_is_left_out(
    database: Database, sessions: Sessions, damaged: Path, change: str
) -> None:
    # Text of no plan, so that the tables' rules are all that stands in the way.
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(replace(sql, 'CHECK', 'CHECK (1) CHECK'),"
            " 'NOT NULL', '') WHERE name = 'sessions'"
        )
        connection.execute("PRAGMA writable_schema=RESET")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(f"UPDATE sessions SET {change} WHERE id = '{TOLD[3].id}'")

    found = salvage(database, damaged)

    assert found.sessions == DAYS - 1
    assert found.lone_steps == len(TOLD[3].steps)
    assert [one for one in sessions.all() if one.id != TOLD[3].id] == [*TOLD[:3], *TOLD[4:]]


def test_a_plan_that_is_lost_costs_nothing_else(
    database: Database, sessions: Sessions, own_folders: Path
) -> None:
    path = own_folders / "long.db"
    other = Database(path)
    long = session(status=SessionStatus.LEFT, note="a long note " * 9000, steps=(step(1),))
    Sessions(other).begin(long)
    other.close()
    data = path.read_bytes()
    # The note ends in pages that nothing but their chain leads to.
    path.write_bytes(data[: -3 * PAGE])

    salvage(database, path)

    (found,) = sessions.all()
    assert found == replace(long, note="", plan=found.plan)
    assert found.plan.items == ()


def test_random_damage_is_never_an_error(
    database: Database, damaged: Path, whole_bytes: bytes
) -> None:
    counts: list[int] = []
    for seed in range(6):
        chance, data = random.Random(seed), bytearray(whole_bytes)
        for _ in range(200):
            start = chance.randrange(len(data))
            data[start : start + 8] = chance.randbytes(8)
        damaged.write_bytes(data)
        counts.append(salvage(database, damaged).steps)

    assert min(counts) > STEPS / 2


def test_what_is_no_database_gives_nothing(database: Database, own_folders: Path) -> None:
    path = own_folders / "garbage.db"
    turn_to_garbage(path)

    nothing = Salvaged(sessions=0, steps=0, lone_steps=0, merged=MergePlan())
    assert salvage(database, path) == nothing
    with pytest.raises(DatabaseUnreachableError):
        salvage(database, own_folders)


# --- what the user is asked ---


def test_damage_is_told_with_the_newest_good_backup(database: Database, path: Path) -> None:
    sessions, backups = Sessions(database), Backups(database)
    sessions.begin(TOLD[0])
    assert backups.take_damage() is None
    made = backups.back_up(NOW)
    sessions.merge(TOLD)
    database.close()
    overwrite(path, 1)

    damage = backups.take_damage()

    assert damage == Damage(
        set_aside=next(path.parent.glob("kneegui.damaged-*.db")),
        backup=made,
        contents=backups.contents(made.path),
    )
    assert backups.take_damage() is None
    assert damage is not None
    # As it advises.
    backups.restore(made.path, NOW)
    assert sessions.all() == TOLD[:1]
    assert backups.salvage(damage.set_aside).merged == MergePlan(new=DAYS - 1, same=1)
    assert sessions.all() == TOLD
    assert held_by(made.path) == TOLD[:1]


def test_damage_without_a_backup_is_told_too(database: Database, path: Path) -> None:
    path.parent.mkdir(parents=True)
    spoil_a_page(path)

    damage = Backups(database).take_damage()

    assert damage is not None
    assert (damage.backup, damage.contents) == (None, None)
    assert damage.set_aside.exists()


def test_what_was_set_aside_is_found_again(database: Database, path: Path) -> None:
    backups = Backups(database)
    assert backups.set_aside() == ()
    for day in (9, 10):
        database.close()
        path.parent.mkdir(parents=True, exist_ok=True)
        turn_to_garbage(path)
        os.utime(path, (day * 86_400, day * 86_400))
        database.open()

    assert [found.name for found in backups.set_aside()] == [
        "kneegui.damaged-1970-01-11.db",
        "kneegui.damaged-1970-01-10.db",
    ]
