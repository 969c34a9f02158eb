"""What setting type needs where no window is open."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QGuiApplication


@contextmanager
def without_display() -> Iterator[None]:
    """Sees to it that there is an application, which on Linux needs no display."""
    if QGuiApplication.instance() is not None:
        yield
        return
    # Each font that lacks a script would be told of, also where the next one has it.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    application = QGuiApplication(["kneegui", *platform])
    try:
        yield
    finally:
        application.shutdown()
