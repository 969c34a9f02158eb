"""The program's own parts, put together in a folder of the test's, without a display."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kneegui.app import Parts


def settle(application: QApplication, parts: Parts) -> None:
    """Lets the window do what it puts off: read pictures, fill the detail."""
    # Twice, because what is painted may ask for pictures in another size.
    for _ in range(2):
        for _ in range(3):
            application.processEvents()
        while parts.figures.stills.is_waiting:
            application.processEvents()
        parts.figures.frames.wait()
    application.processEvents()


def open_program(
    application: QApplication,
    folder: Path,
    page: str,
    size: tuple[int, int],
    *,
    moving: bool = False,
    scale: float = 1.0,
) -> Parts:
    """Opens the window on a page in a size, everything painted and read.

    Figures stand still if not asked to move, so that the same page is painted the same.
    """
    application.setStyle("Fusion")
    parts = Parts(application, folder, scale)
    parts.figures.frames.set_stills_only(not moving)
    parts.window.resize(*size)
    parts.window.show_page(page)
    parts.window.show()
    settle(application, parts)
    return parts
