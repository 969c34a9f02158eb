"""Files that leave the program: each is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kneegui.exchange.errors import ExportError


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in its place once all of it is on the disk; only its owner can read it.

    Raises:
        ExportError: it cannot be written; a file that stood there is as it was.
    """
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device is written to as it is; a folder says that it is one.
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error


def make_folder(folder: Path) -> None:
    """Makes a folder for files, with those above it, where there is none.

    Raises:
        ExportError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ExportError(f"{folder} is no folder.") from error
    except OSError as error:
        raise ExportError(f"The folder {folder} cannot be made: {error.strerror}.") from error


def _replace(path: Path, data: bytes) -> None:
    # Beside it, because a file is only renamed whole on its own disk; mkstemp makes it with 0600.
    handle, name = tempfile.mkstemp(prefix=".kneegui-", suffix=".unfinished", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
