"""Everything that is kept, each part made when it is first asked for.

Importing this module imports no SQLAlchemy; asking a part of the store does. So the window makes
the store, and only the database's thread looks into it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kneegui.store.backup import Backups
    from kneegui.store.database import Database
    from kneegui.store.favourites import Favourites
    from kneegui.store.session_log import SessionLog
    from kneegui.store.sessions import Sessions
    from kneegui.store.stored_settings import StoredSettings

DATABASE_NAME = "kneegui.db"


class Store:
    """The data of one folder, used by one thread at a time.

    Args:
        folder: the data folder; it is made if need be.
        tell: is handed a sentence for the user when the running session cannot be written, on the
            thread of the store.
        look_later: True where ``backups.take_damage`` is asked soon, and the first reading is not
            to wait until every page was looked at.
    """

    def __init__(
        self, folder: Path, tell: Callable[[str], object], *, look_later: bool = False
    ) -> None:
        self._path = folder / DATABASE_NAME
        self._tell = tell
        self._look_later = look_later

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    def open(self) -> str | None:
        """Opens the database and gives a sentence for the user where there is something to say.

        Not needed before the parts are used, each of which opens it.

        Raises:
            StoreError: it cannot be opened; a sentence.
        """
        self.database.open()
        return self.database.take_notice()

    def close(self) -> None:
        """Writes what the running session still owes, as far as it can be, and closes."""
        if "log" in self.__dict__:
            self.log.flush()
        if "database" in self.__dict__:
            self.database.close()

    @cached_property
    def database(self) -> Database:
        """The file itself."""
        from kneegui.store.database import Database

        return Database(self._path, look_later=self._look_later)

    @cached_property
    def sessions(self) -> Sessions:
        """What was done."""
        from kneegui.store.sessions import Sessions

        return Sessions(self.database)

    @cached_property
    def log(self) -> SessionLog:
        """What is being done."""
        from kneegui.store.session_log import SessionLog

        return SessionLog(self.database, self._tell)

    @cached_property
    def backups(self) -> Backups:
        """Copies of it all."""
        from kneegui.store.backup import Backups

        return Backups(self.database)

    @cached_property
    def settings(self) -> StoredSettings:
        """Settings by their keys."""
        from kneegui.store.stored_settings import StoredSettings

        return StoredSettings(self.database)

    @cached_property
    def favourites(self) -> Favourites:
        """The favourite exercises."""
        from kneegui.store.favourites import Favourites

        return Favourites(self.database)
