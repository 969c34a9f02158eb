"""The platform's own windows for choosing a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Asks where to save and what to open, beginning in the folder that was last chosen.

    Args:
        over: the widget whose window waits meanwhile.
    """

    def __init__(self, over: QWidget) -> None:
        self._over = over
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents))

    def save(self, title: str, name: str, kinds: str) -> Path | None:
        """Gives where to save; None where the user thought better of it.

        Args:
            title: of the window.
            name: the file that is proposed.
            kinds: what is offered, as Qt writes it: ``PDF (*.pdf)``.
        """
        proposed = str(self._folder / name)
        chosen, _ = QFileDialog.getSaveFileName(self._over, title, proposed, kinds)
        return self._taken(chosen)

    def open(self, title: str, kinds: str) -> Path | None:
        """Gives what to open; None where the user thought better of it."""
        chosen, _ = QFileDialog.getOpenFileName(self._over, title, str(self._folder), kinds)
        return self._taken(chosen)

    def _taken(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = path.parent
        return path
