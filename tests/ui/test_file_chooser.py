"""The platform's windows are asked, and begin where the last file was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kneegui.ui.file_chooser import FileChooser


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_it_begins_where_the_last_file_was(
    over: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(_over: QWidget, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        begun.append(begin)
        return str(tmp_path / "chosen.json"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    chooser = FileChooser(over)

    assert chooser.save("Save", "new.json", "JSON (*.json)") == tmp_path / "chosen.json"
    assert chooser.open("Open", "JSON (*.json)") == tmp_path / "chosen.json"
    assert chooser.save("Save", "new.json", "JSON (*.json)") == tmp_path / "chosen.json"
    assert begun[0].endswith("new.json")
    assert begun[1:] == [str(tmp_path), str(tmp_path / "new.json")]


def test_thinking_better_of_it_is_none(over: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_asked: ("", ""))
    chooser = FileChooser(over)

    assert chooser.save("Save", "new.json", "") is None
    assert chooser.open("Open", "") is None
