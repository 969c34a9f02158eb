"""What an import would do is told before it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneegui.ui.dialogs.import_dialog import ImportDialog
from tests.ui.stage import Stage


@pytest.fixture
def dialog(stage: Stage) -> ImportDialog:
    page = QWidget()
    stage.show(page)
    return ImportDialog(stage.theme, page)


@pytest.fixture
def answers(dialog: ImportDialog) -> list[str]:
    answers: list[str] = []
    dialog.agreed.connect(lambda: answers.append("agreed"))
    dialog.declined.connect(lambda: answers.append("declined"))
    return answers


def test_the_numbers_stand_beside_their_names(stage: Stage, dialog: ImportDialog) -> None:
    dialog.ask("knee.json", new=12, newer=2, same=118, older=1)
    stage.settle()

    texts = stage.texts()
    assert "knee.json holds 133 sessions." in texts
    for number, name in (("12", "New"), ("2", "Newer"), ("118", "Unchanged"), ("1", "Older")):
        assert texts[texts.index(name) - 1] == number


def test_agreeing_imports(stage: Stage, dialog: ImportDialog, answers: list[str]) -> None:
    dialog.ask("knee.json", new=1, newer=0, same=0, older=0)
    stage.settle()
    stage.press("Import 1 session")

    assert answers == ["agreed"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("how", ["Cancel", "Escape"])
def test_declining_imports_nothing(
    stage: Stage, dialog: ImportDialog, answers: list[str], how: str
) -> None:
    dialog.ask("knee.json", new=1, newer=0, same=0, older=0)
    stage.settle()
    if how == "Cancel":
        stage.press("Cancel")
    else:
        stage.key(Qt.Key.Key_Escape)

    assert answers == ["declined"]
    assert not dialog.isVisible()


def test_where_nothing_is_new_there_is_nothing_to_agree_to(
    stage: Stage, dialog: ImportDialog, answers: list[str]
) -> None:
    dialog.ask("knee.json", new=0, newer=0, same=3, older=0)
    stage.settle()

    assert "There is nothing to import." in stage.texts()
    assert stage.names(QAbstractButton) == ["Close"]
    stage.key(Qt.Key.Key_Return)
    assert answers == ["declined"]
