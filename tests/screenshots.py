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
from kneegui.domain.session import StepKind
from kneegui.domain.settings import ThemeChoice
from kneegui.player.commands import Next, Pause
from kneegui.ui.pages.player_view import Press
from tests.support.program import open_program, settle

FOLDER = Path(__file__).parent.parent / "build" / "screenshots"
SIZES = ((1280, 720), (1920, 1080), (800, 600))
SILENT = '{"voice": false, "sounds": false}'
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


def _play(parts: Parts, kind: StepKind) -> None:
    """Starts a routine and jumps on until a step of a kind is shown, a little way into it."""
    parts.flow.start("stretch-four" if kind is StepKind.HOLD else "strength-1")
    bridge = parts.flow.player.bridge
    assert bridge is not None
    while bridge.engine.step.kind is not kind:
        bridge.handle(Next())


def _player_prepare(parts: Parts) -> None:
    _play(parts, StepKind.GET_READY)


def _player_work(parts: Parts) -> None:
    parts.flow.start("strength-1")
    bridge = parts.flow.player.bridge
    assert bridge is not None
    bridge.handle(Next())


def _player_hold(parts: Parts) -> None:
    _play(parts, StepKind.HOLD)


def _player_switch(parts: Parts) -> None:
    _play(parts, StepKind.SWITCH)


def _player_rest(parts: Parts) -> None:
    _play(parts, StepKind.REST)


def _player_paused(parts: Parts) -> None:
    _player_work(parts)
    bridge = parts.flow.player.bridge
    assert bridge is not None
    bridge.handle(Pause())


def _player_hurts(parts: Parts) -> None:
    _player_work(parts)
    parts.flow.player.press(Press.HURT)


def _player_done(parts: Parts) -> None:
    parts.flow.start("short")
    bridge = parts.flow.player.bridge
    while bridge is not None and bridge.handle(Next()):
        bridge = parts.flow.player.bridge


STATES: Mapping[str, tuple[str, Callable[[Parts], None]]] = {
    "exercises": ("exercises", _catalogue),
    "exercises-filtered": ("exercises", _filtered),
    "exercises-none": ("exercises", _nothing_found),
    "exercises-detail": ("exercises", _detail),
    "exercises-text-150": ("exercises", _large_text),
    "routines": ("routines", _routine),
    "routines-text-150": ("routines", _large_text),
    "today": ("today", _catalogue),
    "history-empty": ("history", _catalogue),
    "player-prepare": ("today", _player_prepare),
    "player-work": ("today", _player_work),
    "player-hold": ("today", _player_hold),
    "player-switch": ("today", _player_switch),
    "player-rest": ("today", _player_rest),
    "player-paused": ("today", _player_paused),
    "player-hurts": ("today", _player_hurts),
    "player-done": ("today", _player_done),
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
                    Path(folder, "settings.json").write_text(SILENT)
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
