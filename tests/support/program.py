"""The program's own parts, put together in a folder of the test's, without a display."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kneegui.app import Parts


def settle(application: QApplication, parts: Parts) -> None:
    """Lets the window do what it puts off: read pictures, fill the detail."""
    for _ in range(3):
        application.processEvents()
    while parts.figures.stills.is_waiting:
        application.processEvents()
    application.processEvents()


def open_program(
    application: QApplication, folder: Path, page: str, size: tuple[int, int]
) -> Parts:
    """Opens the window on a page in a size, everything painted and read."""
    application.setStyle("Fusion")
    parts = Parts(application, folder)
    parts.window.resize(*size)
    parts.window.show_page(page)
    parts.window.show()
    settle(application, parts)
    return parts
