"""What holds for every file of the program, read from the files themselves."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kneegui

PACKAGE = Path(kneegui.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
COLOURS_STAND_IN = PACKAGE / "ui" / "theme" / "roles.py"
MOST_LINES = 400
HEX_COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b", re.IGNORECASE)
TRANSLATING = {"tr", "_tr", "translate"}
LATER = ("numpy", "sqlalchemy", "msgspec", "rapidfuzz", "qtawesome", "kneegui.catalogue.reader")
"""What the first paint must not wait for."""


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def run_python(code: str, folder: Path) -> dict[str, list[str]]:
    """Gives what the code prints as JSON, run by an interpreter of its own in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_files_are_found() -> None:
    names = {named(path) for path in FILES}

    assert {"app.py", "ui/theme/roles.py", "ui/pages/exercises_page.py"} <= names


def test_no_file_is_too_long() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in FILES}

    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_colours_stand_only_in_the_theme() -> None:
    found = [
        f"{named(path)}:{node.lineno} {node.value}"
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        if path != COLOURS_STAND_IN
        for node in nodes(path)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HEX_COLOUR.search(node.value)
    ]

    assert found == []


@pytest.mark.parametrize("words", ["#fff", "background: #10463f;", "#10463fcc"])
def test_a_colour_would_be_seen(words: str) -> None:
    assert HEX_COLOUR.search(words)


def test_no_widget_has_a_style_sheet() -> None:
    found = [
        f"{named(path)}:{node.lineno}"
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]

    assert found == []


def put_together(tree: ast.AST) -> list[int]:
    """Gives the lines where a text is put together before it is translated, and so is lost."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _called(call.func) in TRANSLATING
        for argument in call.args
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and _called(argument.func) == "format")
    ]


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_texts_are_translated_before_they_are_filled_in() -> None:
    found = {named(path): put_together(ast.parse(path.read_text("utf-8"))) for path in FILES}

    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    [
        'self.tr(f"{n} sets")',
        '_tr(f"{n} sets")',
        'self._tr("{n} sets".format(n=n))',
        'QCoreApplication.translate("words", "%d sets" % n)',
        'tr("sets: " + n)',
    ],
)
def test_a_text_put_together_too_early_would_be_seen(code: str) -> None:
    assert put_together(ast.parse(code)) == [1]


def test_a_text_filled_in_afterwards_is_right() -> None:
    assert put_together(ast.parse('self.tr("{n} sets").format(n=n)')) == []


def test_importing_a_module_does_nothing_else(own_folders: Path) -> None:
    here = own_folders / "empty"
    here.mkdir()
    modules = [module_name(path) for path in FILES if path.stem != "__main__"]

    after = run_python(
        "import importlib, json, logging, signal, sys, threading\n"
        "hook, handler = sys.excepthook, signal.getsignal(signal.SIGINT)\n"
        "had = list(logging.getLogger().handlers)\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "changed = [name for name, same in {\n"
        "    'excepthook': sys.excepthook is hook,\n"
        "    'SIGINT': signal.getsignal(signal.SIGINT) is handler,\n"
        "    'log': logging.getLogger().handlers == had,\n"
        "    'application': QCoreApplication.instance() is None,\n"
        "    'threads': threading.active_count() == 1,\n"
        "}.items() if not same]\n"
        "print(json.dumps({'changed': changed}))",
        here,
    )

    assert after == {"changed": []}
    assert list(here.iterdir()) == []
    assert [path.name for path in own_folders.rglob("*") if path.is_file()] == []


def test_the_program_starts_without_what_only_later_pages_need(own_folders: Path) -> None:
    loaded = run_python(
        "import json, sys, kneegui.app\nprint(json.dumps({'loaded': list(sys.modules)}))",
        own_folders,
    )["loaded"]

    assert "kneegui.ui.main_window" in loaded
    assert [name for name in LATER if name in loaded] == []


def test_the_frame_is_painted_before_the_content_is_read(own_folders: Path) -> None:
    (own_folders / "data").mkdir()
    loaded = run_python(
        "import json, pathlib, sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from kneegui.app import Parts\n"
        "application = QApplication(['kneegui'])\n"
        "parts = Parts(application, pathlib.Path('data'))\n"
        "loaded = []\n"
        "parts.window.first_painted.connect(lambda: loaded.extend(sys.modules))\n"
        "parts.open_window('exercises')\n"
        "for _ in range(1000):\n"
        "    application.processEvents()\n"
        "    if 'kneegui.catalogue.reader' in sys.modules: break\n"
        "parts.window.close()\n"
        "print(json.dumps({'at first': loaded, 'afterwards': list(sys.modules)}))",
        own_folders,
    )

    assert [name for name in LATER if name in loaded["at first"]] == []
    assert "kneegui.catalogue.reader" in loaded["afterwards"]
