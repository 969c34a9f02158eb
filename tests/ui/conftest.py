"""The program, opened for a test and closed after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from kneegui.domain.settings import ThemeChoice
from kneegui.resource_files import resource_folder
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.pictures import Pictures
from tests.support.user import User, using
from tests.ui.stage import Stage

_NOWHERE = QPoint(9_000, 9_000)

OpenProgram = Callable[..., User]


@pytest.fixture(autouse=True)
def pointer_away(qapp: QApplication) -> None:
    """Takes the pointer off the window, where the test before may have left it on something."""
    QCursor.setPos(_NOWHERE)


@pytest.fixture
def data_folder(own_folders: Path) -> Path:
    """Gives an empty data folder."""
    folder = own_folders / "kneegui"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def pictures(qapp: QApplication) -> Iterator[Pictures]:
    """Gives the shipped pictures, which one test need not read again for the next."""
    pictures = Pictures(resource_folder() / "images")
    yield pictures
    pictures.deleteLater()


@pytest.fixture
def open_at(qapp: QApplication, data_folder: Path, pictures: Pictures) -> Iterator[OpenProgram]:
    """Gives the function that opens the program: ``open_at(page, (width, height))``."""
    with ExitStack() as stack:
        yield lambda *how, folder=data_folder, moving=False: stack.enter_context(
            using(qapp, folder, *how, moving=moving, stills=pictures)
        )


@pytest.fixture
def user(open_at: OpenProgram) -> User:
    """Gives someone before the Exercises page at 1280x800."""
    return open_at()


@pytest.fixture
def narrow_user(open_at: OpenProgram) -> User:
    """Gives someone before the Exercises page at 800x600, the smallest window."""
    return open_at("exercises", (800, 600))


@pytest.fixture
def no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the places of charts empty, for tests that are about other things."""
    monkeypatch.setattr(ChartLibrary, "load", lambda _library: None)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """Gives an empty stage for a page alone; what is shown on it is closed afterwards."""
    stage = Stage(qapp)
    stage.theme.choose(ThemeChoice.LIGHT)
    yield stage
    stage.settle()
    stage.end()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
