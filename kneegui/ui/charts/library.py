"""Reads pyqtgraph when the first chart is about to be shown, and the window goes on meanwhile."""

from __future__ import annotations

import importlib
import threading

from PySide6.QtCore import QObject, QTimer, Signal

_ASKED_EVERY_MS = 15


class ChartLibrary(QObject):
    """Reads a module on a thread of its own: half a second that nobody has to wait for.

    Nothing of Qt is made on that thread. It is asked whether it is done, and never tells by itself,
    so that whoever waits may go at any time.

    Signals:
        loaded: it is there; tells it once.
    """

    loaded = Signal()

    def __init__(self, module: str = "pyqtgraph", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(
            target=importlib.import_module, args=(module,), name="charts", daemon=True
        )
        self._begun = False
        self._timer = QTimer(self, interval=_ASKED_EVERY_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def is_loaded(self) -> bool:
        """True once the module can be used without waiting."""
        return self._begun and not self._thread.is_alive()

    def load(self) -> None:
        """Begins to read the module unless that was done before; ``loaded`` follows."""
        if not self._begun:
            self._begun = True
            self._thread.start()
            self._timer.start()

    def _ask(self) -> None:
        if self.is_loaded:
            self._timer.stop()
            self.loaded.emit()
