"""Where the database was damaged the user is asked, and gets back what there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneegui.store.store import DATABASE_NAME, Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.damage_flow import DamageFlow
from tests.ui.some_sessions import TODAY, at, some_session
from tests.ui.stage import Stage

OLD, NEW = some_session(3), some_session(1, "strength-1")


def damaged(folder: Path, *, with_backup: bool) -> None:
    """Leaves a database whose last page is torn; its backup holds the older session."""
    store = Store(folder, lambda _sentence: None)
    store.sessions.begin(OLD)
    if with_backup:
        store.backups.back_up(at(TODAY))
    store.sessions.begin(NEW)
    store.close()
    path = folder / DATABASE_NAME
    data = bytearray(path.read_bytes())
    # The heading of the first page: SQLite gives up, the rows are still there.
    data[16:24] = b"\xff" * 8
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("with_backup", "words"),
    [(True, "The newest good backup holds 1 session up to"), (False, "There is no backup.")],
)
def test_what_there_is_comes_back(
    stage: Stage, qtbot: QtBot, tmp_path: Path, with_backup: bool, words: str
) -> None:
    damaged(tmp_path, with_backup=with_backup)
    page = QWidget()
    stage.show(page)
    worker, store = DatabaseWorker(page), Store(tmp_path, lambda _sentence: None)
    flow = DamageFlow(stage.theme, page, store, worker, lambda: at(TODAY), page)
    told: list[str] = []
    flow.told.connect(told.append)
    try:
        worker.run(store.backups.take_damage).done.connect(flow.ask)
        qtbot.waitUntil(lambda: not worker.is_busy)
        stage.settle()
        assert any(words in text for text in stage.texts())

        with qtbot.waitSignal(flow.changed, timeout=10_000):
            stage.press("Bring back")
        assert told == ["2 sessions brought back."]
    finally:
        worker.run(store.close)
        worker.close()


def test_a_refusal_is_told(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    damaged(tmp_path, with_backup=False)
    page = QWidget()
    stage.show(page)
    worker, store = DatabaseWorker(page), Store(tmp_path, lambda _sentence: None)
    flow = DamageFlow(stage.theme, page, store, worker, lambda: at(TODAY), page)
    try:
        worker.run(store.backups.take_damage).done.connect(flow.ask)
        qtbot.waitUntil(lambda: not worker.is_busy)
        stage.settle()
        next(tmp_path.glob("*damaged*.db")).unlink()

        with qtbot.waitSignal(flow.told, timeout=10_000) as told:
            stage.press("Bring back")
        assert told.args is not None
        assert "damaged" in str(told.args[0])
    finally:
        worker.run(store.close)
        worker.close()
