"""The settings in force: read once, kept at every change, told to whoever follows them."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.errors import FolderError

_log = logging.getLogger(__name__)


class KeptSettings(QObject):
    """Settings that hold at once; where they cannot be kept they hold until the window closes.

    Args:
        file: where they are kept.

    Signals:
        changed: name of a setting that has another value now.
        problem_changed: why the settings could not be kept, in a sentence; empty where they were.
    """

    changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.now = file.read()
        self.problem = ""

    def change(self, name: str, value: object) -> None:
        """Sets one of the settings, by its name in ``domain.Settings``."""
        is_other = getattr(self.now, name) != value
        self.now = replace(self.now, **{name: value})
        if is_other:
            self.changed.emit(name)
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
