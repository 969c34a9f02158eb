"""Draws every page, light and dark, at three sizes: ``python -m tests.screenshots``.

The pictures go to ``build/screenshots/<page>-<theme>-<width>x<height>.png``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QAbstractButton, QApplication

from kneegui.app import Parts
from kneegui.domain.session import StepKind
from kneegui.domain.settings import ThemeChoice
from kneegui.player.commands import Next, Pause
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.charts.chart_slot import ChartSlot
from kneegui.ui.models.session_model import SESSION_ROLE
from kneegui.ui.pages.history_head import Part
from kneegui.ui.pages.player_view import Press
from kneegui.ui.widgets.row_table import RowTable
from tests.support import lifelike
from tests.support.program import open_program, settle

FOLDER = Path(__file__).parent.parent / "build" / "screenshots"
SIZES = ((1280, 720), (1920, 1080), (800, 600))
SILENT = '{"voice": false, "sounds": false}'
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def _as_it_opens(_parts: Parts) -> None:
    """Nothing is done first."""


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


def _routine_steps(parts: Parts) -> None:
    parts.routines_page.show_routine("strength-1")
    next(
        each for each in parts.routines_page.findChildren(QAbstractButton) if each.text() == "Steps"
    ).click()


def _play(parts: Parts, kind: StepKind) -> None:
    """Starts a routine and jumps on until a step of a kind is shown, a little way into it."""
    routines = {StepKind.HOLD: "stretch-four", StepKind.TIMED: "cool-down"}
    parts.flow.start(routines.get(kind, "strength-1"))
    bridge = parts.flow.player.bridge
    assert bridge is not None
    while bridge.engine.step.kind is not kind:
        bridge.handle(Next())


def _player_work(parts: Parts) -> None:
    parts.flow.start("strength-1")
    bridge = parts.flow.player.bridge
    assert bridge is not None
    bridge.handle(Next())


def _player_paused(parts: Parts) -> None:
    _player_work(parts)
    bridge = parts.flow.player.bridge
    assert bridge is not None
    bridge.handle(Pause())


def _player_own_pace(parts: Parts) -> None:
    parts.settings_page.chosen.emit("own_pace", True)
    _play(parts, StepKind.WORK)


def _player_press(parts: Parts, press: Press) -> None:
    _player_work(parts)
    parts.flow.player.press(press)


def _player_large_text(parts: Parts) -> None:
    _large_text(parts)
    _player_work(parts)


def _player_done(parts: Parts) -> None:
    """Runs a session through, but for its third exercise."""
    parts.flow.start("after-run-five", 4)
    while (bridge := parts.flow.player.bridge) is not None:
        if bridge.engine.step.item == 2:
            bridge.handle(Next())
        QApplication.processEvents()


def _all_sessions(parts: Parts) -> None:
    parts.history_page.show_part(Part.SESSIONS)


def _exercises(parts: Parts) -> None:
    parts.history_page.show_part(Part.TRENDS)


def _edit(parts: Parts) -> None:
    _open_latest(parts)
    parts.history_page.edit_chosen()


def _delete(parts: Parts) -> None:
    _open_latest(parts)
    parts.history_page.delete_chosen()


def _open_latest(parts: Parts) -> None:
    """Opens the latest session, which a narrow window does not do by itself."""
    table = parts.history_page.findChild(RowTable)
    assert isinstance(table, RowTable)
    # The first row is the name of a month.
    parts.history_page.open_session(table.model().index(1, 0).data(SESSION_ROLE).id)
    _wait_for_store(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A picture: the page it is of, what is done on it first, and what was kept before."""

    page: str
    prepare: Callable[[Parts], None] = _as_it_opens
    fill: Callable[[Path], object] | None = None
    scale: float = 1.0


def _player(prepare: Callable[[Parts], None]) -> State:
    return State(page="today", prepare=prepare)


def _step(kind: StepKind) -> State:
    return _player(lambda parts: _play(parts, kind))


STATES = {
    "exercises": State(page="exercises"),
    "exercises-filtered": State(page="exercises", prepare=_filtered),
    "exercises-none": State(page="exercises", prepare=_nothing_found),
    "exercises-detail": State(page="exercises", prepare=_detail),
    "exercises-text-150": State(page="exercises", prepare=_large_text),
    "routines": State(page="routines", prepare=_routine),
    "routines-steps": State(page="routines", prepare=_routine_steps),
    "routines-text-150": State(page="routines", prepare=_large_text),
    "today-empty": State(page="today"),
    "today": State(page="today", fill=lifelike.fill),
    "today-interrupted": State(page="today", fill=lifelike.fill_interrupted),
    "today-text-150": State(page="today", prepare=_large_text, fill=lifelike.fill_interrupted),
    "history-empty": State(page="history"),
    "history": State(page="history", fill=lifelike.fill),
    "history-sessions": State(page="history", prepare=_all_sessions, fill=lifelike.fill),
    "history-exercises": State(page="history", prepare=_exercises, fill=lifelike.fill),
    "history-edit": State(page="history", prepare=_edit, fill=lifelike.fill),
    "history-deleted": State(page="history", prepare=_delete, fill=lifelike.fill),
    "history-text-150": State(page="history", prepare=_large_text, fill=lifelike.fill),
    "player-prepare": _step(StepKind.GET_READY),
    "player-work": _player(_player_work),
    "player-own-pace": _player(_player_own_pace),
    "player-hold": _step(StepKind.HOLD),
    "player-timed": _step(StepKind.TIMED),
    "player-switch": _step(StepKind.SWITCH),
    "player-rest": _step(StepKind.REST),
    "player-paused": _player(_player_paused),
    "player-hurts": _player(lambda parts: _player_press(parts, Press.HURT)),
    "player-leave": _player(lambda parts: _player_press(parts, Press.LEAVE)),
    "player-keys": _player(lambda parts: _player_press(parts, Press.KEYS)),
    "player-far": _player(lambda parts: _player_press(parts, Press.FAR_VIEW)),
    "player-text-150": _player(_player_large_text),
    "player-done": State(page="today", prepare=_player_done, fill=lifelike.fill, scale=200),
    "settings": State(page="settings"),
    "settings-text-150": State(page="settings", prepare=_large_text),
}


def _picture(application: QApplication, state: State, kept: Path, file: Path) -> None:
    """Draws one state in all sizes and themes, each from a copy of what was kept."""
    for width, height in SIZES:
        for theme in THEMES:
            with tempfile.TemporaryDirectory(prefix="kg-") as folder:
                shutil.copytree(kept, folder, dirs_exist_ok=True)
                Path(folder, "settings.json").write_text(SILENT)
                parts = open_program(
                    application, Path(folder), state.page, (width, height), scale=state.scale
                )
                parts.theme.choose(theme)
                _wait_for_store(parts)
                state.prepare(parts)
                _wait_for_store(parts)
                _wait_for_charts(parts)
                settle(application, parts)
                parts.window.grab().save(f"{file}-{theme.value}-{width}x{height}.png")
                parts.window.close()
                parts.window.deleteLater()
                application.processEvents()


def _wait_for_store(parts: Parts) -> None:
    assert parts.flow
    worker = parts.window.findChild(DatabaseWorker)
    QApplication.processEvents()
    while isinstance(worker, DatabaseWorker) and worker.is_busy:
        QApplication.processEvents()


def _wait_for_charts(parts: Parts) -> None:
    """Waits until every chart in sight is made; a place asks for its chart when it is painted."""

    def is_waiting(slot: ChartSlot) -> bool:
        return slot.plot is None and not slot.visibleRegion().isEmpty()

    for _ in range(20):
        # Cards are brought up to date one by one.
        QApplication.processEvents()
    parts.window.grab()
    while any(is_waiting(slot) for slot in parts.window.findChildren(ChartSlot)):
        QApplication.processEvents()
    _wait_for_store(parts)


def main(parts_of_names: list[str]) -> int:
    """Draws all states, or those whose name has one of the parts."""
    application = QApplication(sys.argv[:1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, state in STATES.items():
        if parts_of_names and not any(part in name for part in parts_of_names):
            continue
        with tempfile.TemporaryDirectory(prefix="kg-") as kept:
            if state.fill is not None:
                state.fill(Path(kept))
            _picture(application, state, Path(kept), FOLDER / name)
    print(f"The screenshots are in {FOLDER.relative_to(FOLDER.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
