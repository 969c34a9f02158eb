"""How a backup is called: by the moment it was made, and what it was made for.

The moment is local time with its offset, so that the names tell the user's own days and nothing is
lost: ``kneegui-2026-11-21T091503+0100.db``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kneegui.domain.session import Moment

_TIME = "%Y-%m-%dT%H%M%S%z"


class BackupKind(StrEnum):
    """What a backup was made for."""

    AUTOMATIC = "automatic"
    """Made and removed by the program."""
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    """What stood there before another backup was restored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup: a whole database in a file of its own."""

    path: Path
    made_at: Moment
    kind: BackupKind
    size: int
    """In bytes."""


def backup_name(made_at: Moment, kind: BackupKind) -> str:
    """Gives the name of the file."""
    purpose = "" if kind is BackupKind.AUTOMATIC else f"-{kind.value}"
    return f"kneegui-{made_at.local:{_TIME}}{purpose}.db"


def as_backup(path: Path) -> Backup | None:
    """Gives the backup that a file is by its name; None where it is none, or is gone."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        made_at = Moment.of(datetime.fromisoformat(found["time"]))
        size = path.stat().st_size
    except (ValueError, OverflowError, FileNotFoundError):
        return None
    kind = BackupKind(found["kind"] or BackupKind.AUTOMATIC)
    return Backup(path=path, made_at=made_at, kind=kind, size=size)


_NAME = re.compile(
    r"kneegui-(?P<time>\d{4}-\d\d-\d\dT\d{6}[+-]\d{4})"
    rf"(-(?P<kind>{BackupKind.BY_HAND}|{BackupKind.BEFORE_RESTORE}))?"
    # Two within one second.
    r"(-\d+)?\.db"
)
