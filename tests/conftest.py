"""What every test stands on: no display, a home of its own, nothing left running."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import WeakSet

# Before Qt is imported: the tests need no display and draw the same on every machine.
for name in [name for name in os.environ if name.startswith(("QT_", "QTWEBENGINE_", "KNEEGUI_"))]:
    del os.environ[name]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

import pyqtgraph  # noqa: F401  read before any test, so that none leaves the thread that would
import pytest
from PySide6.QtCore import QThread, QTimer

from tests.support.leftovers import Leftovers, note_every

OWN_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "run",
    "KNEEGUI_DATA_DIR": "kneegui",
}
"""Environment variable -> where it points, below the test's own folder."""


@pytest.fixture(scope="session")
def _own_folders_root() -> Iterator[Path]:
    # Short, because the path of a local socket must stay under 108 characters.
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def own_folders(_own_folders_root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Gives each test a home, a run-time and a data folder that nothing else has written to."""
    with tempfile.TemporaryDirectory(dir=_own_folders_root, ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        for variable, below in OWN_FOLDERS.items():
            monkeypatch.setenv(variable, str(root / below))
        (root / "home").mkdir()
        (root / "run").mkdir(mode=0o700)
        yield root


@pytest.fixture(scope="session")
def _qt_objects() -> Iterator[tuple[WeakSet[QTimer], WeakSet[QThread]]]:
    undo: list[Callable[[], None]] = []
    yield note_every(QTimer, undo.append), note_every(QThread, undo.append)
    for step in undo:
        step()


@pytest.fixture(autouse=True)
def _nothing_left_over(
    own_folders: Path, _qt_objects: tuple[WeakSet[QTimer], WeakSet[QThread]]
) -> Iterator[None]:
    """Fails a test that leaves a thread, a ticking timer or a window behind."""
    leftovers = Leftovers(*_qt_objects)
    yield
    found = leftovers.found()
    leftovers.end()
    if found:
        pytest.fail("The test left behind: " + "; ".join(found), pytrace=False)
