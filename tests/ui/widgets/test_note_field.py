"""A note holds what an export may hold."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.note_field import NoteField, printable


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Right side\ttight\nand sore", "Right side\ttight\nand sore"),
        ("bell\x07 and\x00 \x1b[31mred\x9b", "bell and [31mred"),
        ("half \ud83d of a letter", "half  of a letter"),
        ("emoji \U0001f600, é, 膝", "emoji \U0001f600, é, 膝"),
    ],
)
def test_control_characters_are_left_out(pasted: str, kept: str) -> None:
    assert printable(pasted) == kept


def test_what_was_pasted_is_read_without_them(qapp: QApplication) -> None:
    field = NoteField(Theme(qapp, IconFont()), "Note", "", 100)

    field.set_text("  sore\x07 today \x00\n")

    assert field.text == "sore today"
