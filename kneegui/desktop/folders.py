"""The folder in which everything the program writes is kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kneegui.domain.errors import FolderError

DATA_DIR_VARIABLE = "KNEEGUI_DATA_DIR"


def data_folder(chosen: str | None, environment: Mapping[str, str]) -> Path:
    """Gives the data folder, made if it was not there, readable by its owner alone.

    Args:
        chosen: the folder of ``--data-dir``, if given.
        environment: where ``KNEEGUI_DATA_DIR`` may stand.

    Raises:
        FolderError: the folder cannot be made, or it is a file.
    """
    named = chosen or environment.get(DATA_DIR_VARIABLE)
    folder = _expanded(named) if named else _platform_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        # os.path does not raise where a parent may not be entered, as Path does before 3.14.
        a_file = os.path.isfile(folder)  # noqa: PTH113
        reason = "it is a file" if a_file else (error.strerror or "unknown reason")
        raise FolderError(f"The data folder {folder} cannot be made: {reason}.") from error
    if not os.access(folder, os.R_OK | os.X_OK):
        raise FolderError(f"The data folder {folder} cannot be read.")
    return folder


def _expanded(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise FolderError(f"The data folder {named} names a user nobody knows.") from error


def _platform_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("kneegui", appauthor=False)
