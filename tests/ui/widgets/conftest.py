"""Widgets alone in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Gives the light theme."""
    qapp.setStyle("Fusion")
    theme = Theme(qapp, IconFont())
    theme.choose(ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
