"""The settings in force: read once, kept at every change, told to whoever follows them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.errors import FolderError

if TYPE_CHECKING:
    from kneegui.domain.player_settings import PlayerSettings

_log = logging.getLogger(__name__)

_PACE = frozenset({"slow_tempo", "own_pace", "get_ready_s", "switch_s", "rest_percent"})
"""The settings that make a routine longer or shorter."""


class KeptSettings(QObject):
    """Settings that hold at once; where they cannot be kept they hold until the window closes.

    Args:
        file: where they are kept.

    Signals:
        changed: name of a setting that has another value now.
        pace_changed: the pace of the player from now on.
        problem_changed: why the settings could not be kept, in a sentence; empty where they were.
    """

    changed = Signal(str)
    pace_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.now = file.read()
        self.problem = ""

    @property
    def pace(self) -> PlayerSettings:
        """The pace of the player."""
        # Not needed for the first paint.
        from kneegui.domain.player_settings import PlayerSettings

        return PlayerSettings.of(self.now)

    def change(self, name: str, value: object) -> None:
        """Sets one of the settings, by its name in ``domain.Settings``."""
        is_other = getattr(self.now, name) != value
        self.now = replace(self.now, **{name: value})
        if is_other:
            self.changed.emit(name)
            if name in _PACE:
                self.pace_changed.emit(self.pace)
        self._keep()

    def _keep(self) -> None:
        try:
            self._file.write(self.now)
            problem = ""
        except FolderError as error:
            problem = str(error)
            _log.warning("%s", problem)
        if problem != self.problem:
            self.problem = problem
            self.problem_changed.emit(problem)
