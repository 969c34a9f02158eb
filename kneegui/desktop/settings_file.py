"""The settings that must be known before the first window: one small JSON file."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kneegui.desktop.settings_json import decoded, encoded
from kneegui.domain.errors import FolderError
from kneegui.domain.settings import (
    GET_READY_TIMES,
    REST_PERCENTS,
    SWITCH_TIMES,
    TEXT_PERCENTS,
    VOLUMES,
    Settings,
)

_log = logging.getLogger(__name__)

_OFFERED = {
    "text_percent": TEXT_PERCENTS,
    "volume": VOLUMES,
    "get_ready_s": GET_READY_TIMES,
    "switch_s": SWITCH_TIMES,
    "rest_percent": REST_PERCENTS,
}
"""Setting -> the numbers that are offered for it."""


class SettingsFile:
    """Reads and writes ``settings.json`` in the data folder.

    A file that cannot be understood is set aside as ``settings.damaged.json`` and the program
    starts with the regular settings.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"

    def read(self) -> Settings:
        """Gives the stored settings, or the regular ones where there are none."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            _log.warning("settings not read: %s", error)
            return Settings()
        try:
            settings = decoded(data)
        except ValueError as error:
            _log.warning("settings set aside: %s", error)
            self._set_aside()
            return Settings()
        return _offered(settings)

    def write(self, settings: Settings) -> None:
        """Stores the settings, whole or not at all.

        Raises:
            FolderError: the folder cannot be written to, or the disk is full.
        """
        unfinished = self._path.with_suffix(".unfinished")
        try:
            unfinished.write_bytes(encoded(settings))
            unfinished.chmod(0o600)
            unfinished.replace(self._path)
        except OSError as error:
            raise FolderError(
                f"The settings cannot be kept in {self._path.parent}: {error.strerror}."
            ) from error

    def _set_aside(self) -> None:
        try:
            self._path.replace(self._path.with_name("settings.damaged.json"))
        except OSError as error:
            _log.warning("the damaged settings stay where they are: %s", error)


def _offered(settings: Settings) -> Settings:
    """Gives the settings with each number that is not offered changed for the nearest that is."""
    nearest = {
        name: _nearest(getattr(settings, name), numbers) for name, numbers in _OFFERED.items()
    }
    return replace(settings, **nearest)


def _nearest(number: int, offered: Sequence[int]) -> int:
    return min(offered, key=lambda one: abs(one - number))
