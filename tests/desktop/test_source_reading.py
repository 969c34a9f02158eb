"""PySide leaves the sources alone, and so nothing keeps them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shibokensupport import feature  # pyright: ignore[reportMissingImports]  inside PySide

PROJECT = Path(__file__).parent.parent.parent
CODE = """
import json, linecache, sys
if sys.argv[1] == "told":
    from kneegui.desktop.source_reading import leave_sources_unread
    leave_sources_unread()
from PySide6.QtCore import QObject
from kneegui.domain.exercise import Exercise
QObject().objectName()
print(json.dumps([name for name in linecache.cache if "kneegui" in name]))
"""


@pytest.mark.parametrize(("told", "kept"), [("told", 0), ("not told", 1)])
def test_the_source_of_a_module_is_kept_only_where_pyside_was_not_told(
    own_folders: Path, told: str, kept: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE, told],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    names = [name for name in json.loads(done.stdout) if name.endswith("exercise.py")]
    assert len(names) == kept


def test_this_pyside_is_one_that_can_be_told() -> None:
    assert callable(feature._mod_uses_pyside)
