"""A database of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kneegui.store.database import Database
from kneegui.store.sessions import Sessions


@pytest.fixture
def path(own_folders: Path) -> Path:
    """Gives the path of a database that is not there yet, in a folder that is not either."""
    return own_folders / "data" / "kneegui" / "kneegui.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """Gives a database, not opened yet, that waits for no lock."""
    database = Database(path, busy_timeout_ms=0)
    yield database
    database.close()


@pytest.fixture
def sessions(database: Database) -> Sessions:
    """Gives the sessions of the database."""
    return Sessions(database)
