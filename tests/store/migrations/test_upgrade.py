"""Every revision has its file and its test, and all of them together give today's tables."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from kneegui.store import database as database_module
from kneegui.store.database import Database
from kneegui.store.engine import make_engine
from kneegui.store.errors import DatabaseLockedError
from kneegui.store.favourites import Favourites
from kneegui.store.migrations import upgrade as upgrade_module
from kneegui.store.migrations.revisions import NEWEST, REVISIONS
from kneegui.store.migrations.upgrade import FOLDER, MigrationMistake, upgrade
from kneegui.store.sessions import Sessions
from kneegui.store.stored_settings import StoredSettings
from kneegui.store.tables import metadata
from tests.store.migrations import filled
from tests.store.programs import run_python
from tests.store.samples import session
from tests.store.test_database import write_locked

HERE = Path(__file__).parent
LATER = """
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{newest}"


def upgrade() -> None:
    with op.batch_alter_table("sessions", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.String(), server_default="calm", nullable=False))
    {more}
"""
"""A revision to come, which rebuilds the table that the steps refer to."""


def old_database(path: Path, revision: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((filled.FOLDER / f"{revision}.sql").read_text("utf-8"))


def schema(path: Path) -> dict[str, str]:
    """Gives the statement of each table and index."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"))


def scalar(path: Path, query: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchone()[0]


def test_the_revisions_are_those_of_the_files() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)

    assert tuple(reversed([found.revision for found in script.walk_revisions()])) == REVISIONS
    assert script.get_heads() == [NEWEST]


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_has_a_file_a_test_and_an_old_database(revision: str) -> None:
    assert (FOLDER / "versions" / f"revision_{revision}.py").is_file()
    assert (HERE / f"test_revision_{revision}.py").is_file()
    assert (filled.FOLDER / f"{revision}.sql").is_file()


def test_no_test_or_old_database_is_of_an_unknown_revision() -> None:
    tests = {file.stem.removeprefix("test_revision_") for file in HERE.glob("test_revision_*.py")}
    databases = {file.stem for file in filled.FOLDER.glob("*.sql")}

    assert tests == databases == set(REVISIONS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_old_database_reads_as_it_was(database: Database, path: Path, revision: str) -> None:
    old_database(path, revision)

    assert Sessions(database).all() == filled.SESSIONS[revision]
    assert StoredSettings(database).all() == filled.SETTINGS
    assert Favourites(database).all() == filled.FAVOURITES


def empty_old_database(path: Path) -> None:
    """Makes one of before the first revision."""
    path.parent.mkdir(parents=True)
    path.touch()


def test_what_is_made_at_once_is_what_the_revisions_make(path: Path, own_folders: Path) -> None:
    migrated = own_folders / "migrated" / "kneegui.db"
    empty_old_database(migrated)
    upgrade(migrated, busy_timeout_ms=0)
    made = Database(path)
    made.open()
    made.close()

    def words(statements: dict[str, str]) -> dict[str, list[str]]:
        # A table that was renamed is noted with its name in quotes.
        return {name: statement.replace('"', "").split() for name, statement in statements.items()}

    assert words(schema(migrated)) == words(schema(path))


def test_alembic_sees_no_difference_either(path: Path) -> None:
    empty_old_database(path)
    upgrade(path, busy_timeout_ms=0)
    engine = make_engine(path, busy_timeout_ms=0)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


# --- with a revision to come ---


@pytest.fixture
def later(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lets the program know one more revision; gives its file."""
    folder = own_folders / "migrations 100%"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    file = folder / "versions" / "revision_later.py"
    file.write_text(LATER.format(newest=NEWEST, more=""))
    monkeypatch.setattr(database_module, "REVISIONS", (*REVISIONS, "later"))
    monkeypatch.setattr(database_module, "NEWEST", "later")
    monkeypatch.setattr(upgrade_module.upgrade, "__kwdefaults__", {"folder": folder, "to": "head"})
    return file


@pytest.mark.usefixtures("later")
def test_an_older_database_is_migrated_and_loses_no_row(database: Database, path: Path) -> None:
    old_database(path, "0001")

    assert Sessions(database).all() == filled.SESSIONS["0001"]

    assert scalar(path, "SELECT version_num FROM alembic_version") == "later"
    assert scalar(path, "SELECT DISTINCT mood FROM sessions") == "calm"
    assert scalar(path, "SELECT count(*) FROM steps") == 4
    backup = path.with_name("kneegui.revision-0001.db")
    assert oct(backup.stat().st_mode & 0o777) == "0o600"
    assert scalar(backup, "SELECT version_num FROM alembic_version") == "0001"
    assert scalar(backup, "SELECT count(*) FROM steps") == 4
    assert sorted(file.name for file in path.parent.glob("*.unfinished")) == []


@pytest.mark.usefixtures("later")
def test_after_a_migration_foreign_keys_hold_again(database: Database, path: Path) -> None:
    old_database(path, "0001")
    database.open()

    with database.writing() as transaction:
        transaction.exec_driver_sql("DELETE FROM sessions WHERE id = 'whole'")

    assert scalar(path, "SELECT count(*) FROM steps") == 1


def test_a_migration_that_breaks_a_reference_changes_nothing(
    database: Database, path: Path, later: Path
) -> None:
    later.write_text(
        LATER.format(newest=NEWEST, more="op.execute(\"DELETE FROM sessions WHERE id = 'whole'\")")
    )
    old_database(path, "0001")
    before = schema(path)

    with pytest.raises(MigrationMistake):
        database.open()

    assert schema(path) == before
    assert scalar(path, "SELECT version_num FROM alembic_version") == "0001"
    assert scalar(path, "SELECT count(*) FROM sessions") == 2


def test_a_migration_that_fails_half_way_changes_nothing(
    database: Database, path: Path, later: Path
) -> None:
    later.write_text(LATER.format(newest=NEWEST, more="raise ZeroDivisionError"))
    old_database(path, "0001")
    before = schema(path)

    with pytest.raises(ZeroDivisionError):
        database.open()

    assert schema(path) == before
    assert scalar(path, "SELECT version_num FROM alembic_version") == "0001"


@pytest.mark.usefixtures("later")
def test_a_locked_database_is_migrated_later(database: Database, path: Path) -> None:
    old_database(path, "0001")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")

    with write_locked(path), pytest.raises(DatabaseLockedError):
        database.open()

    assert Sessions(database).all() == filled.SESSIONS["0001"]


@pytest.mark.usefixtures("later")
def test_what_is_still_in_the_log_is_backed_up_too(
    database: Database, path: Path, own_folders: Path
) -> None:
    old_database(path, "0001")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE sessions SET note = 'in the log'")
        shutil.copytree(path.parent, own_folders / "killed")
    killed = own_folders / "killed" / path.name
    assert killed.with_name(f"{path.name}-wal").stat().st_size > 0

    Database(killed).open()

    backup = killed.with_name("kneegui.revision-0001.db")
    assert scalar(backup, "SELECT DISTINCT note FROM sessions") == "in the log"
    assert scalar(killed, "SELECT DISTINCT note FROM sessions") == "in the log"


def test_the_migrations_do_nothing_when_they_are_imported() -> None:
    code = "import kneegui.store.migrations.env\n" + "".join(
        f"import kneegui.store.migrations.versions.revision_{n}\n" for n in REVISIONS
    )

    assert run_python(code) == ""


def test_a_new_database_needs_no_migration(database: Database, path: Path) -> None:
    Sessions(database).begin(session())

    assert scalar(path, "SELECT version_num FROM alembic_version") == NEWEST
    assert list(path.parent.glob("*revision*")) == []
