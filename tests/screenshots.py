"""Draws every page, light and dark, at three sizes: ``python -m tests.screenshots``.

The pictures go to ``build/screenshots/<page>-<theme>-<width>x<height>.png``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kneegui.app import Parts
from kneegui.domain.settings import ThemeChoice
from tests.support.program import open_program, settle

FOLDER = Path(__file__).parent.parent / "build" / "screenshots"
SIZES = ((1280, 720), (1920, 1080), (800, 600))
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def _catalogue(_parts: Parts) -> None:
    """The Exercises page as it opens."""


def _filtered(parts: Parts) -> None:
    parts.exercises_page.search("bridge")


def _nothing_found(parts: Parts) -> None:
    parts.exercises_page.search("swimming")


def _detail(parts: Parts) -> None:
    parts.exercises_page.show_exercise("couch-stretch")


def _large_text(parts: Parts) -> None:
    parts.theme.set_text_percent(150)


def _routine(parts: Parts) -> None:
    parts.routines_page.show_routine("cool-down")


STATES: Mapping[str, tuple[str, Callable[[Parts], None]]] = {
    "exercises": ("exercises", _catalogue),
    "exercises-filtered": ("exercises", _filtered),
    "exercises-none": ("exercises", _nothing_found),
    "exercises-detail": ("exercises", _detail),
    "exercises-text-150": ("exercises", _large_text),
    "routines": ("routines", _routine),
    "routines-text-150": ("routines", _large_text),
    "settings": ("settings", _catalogue),
    "settings-text-150": ("settings", _large_text),
}
"""Name of the picture -> page, and what is done on it first."""


def main(parts_of_names: list[str]) -> int:
    """Draws all states, or those whose name has one of the parts."""
    application = QApplication(sys.argv[:1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (page, prepare) in STATES.items():
        if parts_of_names and not any(part in name for part in parts_of_names):
            continue
        for size in SIZES:
            for theme in THEMES:
                with tempfile.TemporaryDirectory(prefix="kg-") as folder:
                    parts = open_program(application, Path(folder), page, size)
                    parts.theme.choose(theme)
                    prepare(parts)
                    settle(application, parts)
                    width, height = size
                    file = FOLDER / f"{name}-{theme.value}-{width}x{height}.png"
                    parts.window.grab().save(str(file))
                    parts.window.close()
                    parts.window.deleteLater()
                    application.processEvents()
    print(f"The screenshots are in {FOLDER.relative_to(FOLDER.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
