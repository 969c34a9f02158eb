"""The backups are told with what is in them, and one is picked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneegui.ui.dialogs.pick_list import PickList
from kneegui.ui.dialogs.restore_dialog import BackupLine, RestoreDialog
from kneegui.ui.models.roles import LINE_ROLE
from tests.progress.samples import at
from tests.ui.stage import Stage


def backup(days_ago: int, kind: str = "automatic", **changes: Any) -> BackupLine:
    facts: dict[str, Any] = {
        "sessions": 118,
        "first_day": date(2026, 5, 24),
        "last_day": date(2026, 11, 20),
    }
    return BackupLine(
        path=f"/{days_ago}",
        made_at=at(days_ago, 9, 15),
        kind=kind,
        size=1_234_567,
        **{**facts, **changes},
    )


@pytest.fixture
def dialog(stage: Stage) -> RestoreDialog:
    page = QWidget()
    stage.show(page)
    return RestoreDialog(stage.theme, page)


@pytest.fixture
def restored(dialog: RestoreDialog) -> list[str]:
    restored: list[str] = []
    dialog.restore_wanted.connect(restored.append)
    return restored


def rows(stage: Stage) -> list[tuple[str, str]]:
    (shown,) = stage.seen(PickList)
    indexes = [shown.model().index(row, 0) for row in range(shown.model().rowCount())]
    return [(str(index.data()), str(index.data(LINE_ROLE))) for index in indexes]


def ask(stage: Stage, dialog: RestoreDialog, *backups: BackupLine, picked: str = "") -> None:
    dialog.ask(backups, picked)
    stage.settle()


def test_each_is_told_by_when_why_and_what(stage: Stage, dialog: RestoreDialog) -> None:
    ask(
        stage,
        dialog,
        backup(0),
        backup(1, "by-hand"),
        backup(2, "before-restore", sessions=0, first_day=None, last_day=None),
        BackupLine(path="/stick", made_at=None, kind="other", size=10, sessions=1),
        backup(3, problem="Damaged"),
    )

    what = "118 sessions  ·  24 May to 20 November 2026  ·  1.2 MB"
    assert rows(stage) == [
        ("21 Nov 2026, 09:15", what),
        ("20 Nov 2026, 09:15, made by hand", what),
        ("19 Nov 2026, 09:15, before a backup was restored", "0 sessions  ·  1.2 MB"),
        ("Another file", "1 session  ·  10 bytes"),
        ("18 Nov 2026, 09:15", "Damaged"),
    ]


def test_nothing_is_restored_before_one_is_picked(
    stage: Stage, dialog: RestoreDialog, restored: list[str]
) -> None:
    ask(stage, dialog, backup(0), backup(1))

    assert not stage.button("Restore").isEnabled()
    (backups,) = stage.seen(PickList)
    stage.click_row(backups, 1)
    assert stage.button("Restore").isEnabled()
    stage.press("Restore")
    assert restored == ["/1"]
    assert not dialog.isVisible()


def test_one_can_be_picked_at_first(
    stage: Stage, dialog: RestoreDialog, restored: list[str]
) -> None:
    ask(stage, dialog, backup(0), backup(1), picked="/1")
    stage.press("Restore")

    assert restored == ["/1"]


def test_a_damaged_one_cannot_be_picked(stage: Stage, dialog: RestoreDialog) -> None:
    ask(stage, dialog, backup(0, problem="Damaged"), backup(1))
    (backups,) = stage.seen(PickList)
    stage.click_row(backups, 0)

    assert not stage.button("Restore").isEnabled()


def test_where_there_is_none_it_is_said(
    stage: Stage, dialog: RestoreDialog, restored: list[str]
) -> None:
    ask(stage, dialog)

    assert "There is no backup yet." in stage.texts()
    assert stage.seen(PickList) == []
    stage.key(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert restored == []


def test_another_file_is_asked_for(stage: Stage, dialog: RestoreDialog) -> None:
    asked: list[bool] = []
    dialog.other_wanted.connect(lambda: asked.append(True))
    ask(stage, dialog, backup(0))
    stage.press("Another file…")

    assert asked == [True]
    # It stays until it is known what the file is.
    assert dialog.isVisible()


def test_escape_restores_nothing(stage: Stage, dialog: RestoreDialog, restored: list[str]) -> None:
    ask(stage, dialog, backup(0), picked="/0")
    stage.key(Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert restored == []
