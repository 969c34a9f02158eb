"""Backups: whole databases in files of their own, in a folder beside the database.

They are made by hand, and by the program once a day; of the latter the older ones go, as
``backup_rotation`` says. What was made by hand, and what stood there before one was restored, stays
until the user removes it.

Restoring copies a backup into the database as one transaction of SQLite: at any instant, and after
a crash at any instant, the database is the old one or the new one, whole. Its log is SQLite's
affair, as with any transaction.
"""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import exists, select

from kneegui.domain.session import Moment
from kneegui.store import errors
from kneegui.store.backup_contents import BackupContents, look_into
from kneegui.store.backup_name import Backup, BackupKind, as_backup, backup_name
from kneegui.store.backup_rotation import kept
from kneegui.store.copying import UNFINISHED, copy_database
from kneegui.store.database import Database
from kneegui.store.database_file import DatabaseFile
from kneegui.store.errors import DatabaseDamagedError, StoreError
from kneegui.store.salvage import Salvaged, salvage
from kneegui.store.tables import session_table

_log = logging.getLogger(__name__)

FOLDER_NAME = "backups"
EVERY = timedelta(days=1)
"""How old the newest backup grows before the program makes another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A database that was damaged, and what can be done about it.

    Restore the backup, then salvage what was set aside: together they give back the most. Without a
    backup salvaging alone may still give back everything.
    """

    set_aside: Path
    """Where the damaged database is kept."""
    backup: Backup | None
    """The newest backup that is whole and holds a session."""
    contents: BackupContents | None
    """What that backup holds."""


class Backups:
    """The backups of one database. Every method may raise ``StoreError``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = database.path.parent / FOLDER_NAME

    @property
    def folder(self) -> Path:
        """Where they are; made with the first of them."""
        return self._folder

    def all(self) -> tuple[Backup, ...]:
        """Gives those there are, the newest first."""
        found = [backup for path in self._files() if (backup := as_backup(path)) is not None]
        return tuple(sorted(found, key=lambda one: (one.made_at.utc, one.path.name), reverse=True))

    def contents(self, path: Path) -> BackupContents:
        """Gives what a backup holds, wherever it lies; see ``look_into``."""
        return look_into(path)

    def newest_good(self) -> tuple[Backup, BackupContents] | None:
        """Gives the newest backup that is whole and holds a session; None where there is none."""
        for backup in self.all():
            try:
                contents = look_into(backup.path)
            except StoreError as error:
                _log.warning("passed over: %s", error)
                continue
            if contents.sessions:
                return backup, contents
        return None

    def take_damage(self) -> Damage | None:
        """Gives, once, what is to be asked where the database was damaged and a new one begun."""
        self._database.look()
        set_aside = self._database.take_damaged()
        if set_aside is None:
            return None
        backup, contents = self.newest_good() or (None, None)
        return Damage(set_aside=set_aside, backup=backup, contents=contents)

    def back_up(self, now: Moment, kind: BackupKind = BackupKind.BY_HAND) -> Backup:
        """Makes a backup and gives it; it was checked, and replaces no other.

        Raises:
            StoreError: it cannot be written, or the database not be read; nothing is left of it.
        """
        wanted = self._folder / backup_name(now, kind)
        try:
            with self._database.reading() as transaction:
                source = transaction.connection.driver_connection
                assert isinstance(source, sqlite3.Connection)
                path = copy_database(source, wanted)
        except DatabaseDamagedError:
            # What is damaged in the copy may be damaged in what was copied.
            self._database.doubt()
            raise
        made = as_backup(path)
        assert made is not None
        return made

    def back_up_if_due(self, now: Moment) -> Backup | None:
        """Makes a backup where the newest is older than a day, and removes what is too many.

        Gives the backup, or None where none was due or there is no session to keep.
        """
        newest = max(
            # A backup of the future was made while the clock was wrong.
            (one.made_at.utc for one in self.all() if one.made_at.utc <= now.utc),
            default=None,
        )
        if (newest is not None and now.utc - newest <= EVERY) or not self._has_sessions():
            return None
        made = self.back_up(now, BackupKind.AUTOMATIC)
        self._remove_surplus(now)
        return made

    def restore(self, path: Path, now: Moment) -> Backup:
        """Makes the database what the backup is; gives the backup of what it was before.

        A backup of an older program is migrated afterwards.

        Raises:
            StoreError: the backup is damaged, a newer program's or out of reach, what is there
                cannot be backed up, or the database cannot be written; it is as it was.
        """
        look_into(path)
        before = self.back_up(now, BackupKind.BEFORE_RESTORE)
        self._database.replace_with(DatabaseFile(path))
        _log.info("%s restored, what was there before kept as %s", path, before.path)
        return before

    def set_aside(self) -> tuple[Path, ...]:
        """Gives the damaged databases that were ever set aside, that of the latest day first."""
        database = self._database.path
        found = database.parent.glob(f"{database.stem}.damaged-*{database.suffix}")
        return tuple(sorted(found, reverse=True))

    def salvage(self, path: Path) -> Salvaged:
        """Brings what can be read of a damaged database into this one; see ``salvage``.

        Any other database of KneeGuide will do: it is merged, not put in this one's place.
        """
        return salvage(self._database, path)

    def _files(self) -> list[Path]:
        try:
            return list(self._folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise errors.from_system(error, self._folder, "folder") from error

    def _has_sessions(self) -> bool:
        with self._database.reading() as transaction:
            return bool(transaction.scalar(select(exists(select(session_table.c.id)))))

    def _remove_surplus(self, now: Moment) -> None:
        """Removes what the rotation does not keep, and what a crash has left half written."""
        automatic = [one for one in self.all() if one.kind is BackupKind.AUTOMATIC]
        keep = kept((one.made_at for one in automatic), now)
        surplus = [one.path for one in automatic if one.made_at not in keep]
        surplus += [path for path in self._files() if _is_left_over(path, now)]
        for path in surplus:
            try:
                path.unlink()
            except OSError as error:
                # It will be tried again tomorrow.
                _log.warning("%s not removed: %s", path, error)


def _is_left_over(path: Path, now: Moment) -> bool:
    if UNFINISHED not in path.name:
        return False
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return now.utc - written > EVERY
