"""A page alone, for tests of pages that need no program around them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kneegui.domain.settings import ThemeChoice
from tests.ui.stage import Stage


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """Gives an empty stage; what is shown on it is closed afterwards."""
    stage = Stage(qapp)
    stage.theme.choose(ThemeChoice.LIGHT)
    yield stage
    stage.settle()
    stage.end()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
