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
from kneegui.ui.theme.icons import IconFont

PACKAGE = Path(kneegui.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
COLOURS_STAND_IN = PACKAGE / "ui" / "theme" / "roles.py"
MOST_LINES = 400
HEX_COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b", re.IGNORECASE)
TRANSLATING = {"tr", "_tr", "translate"}
ICON_STYLE = re.compile(r"[a-z]+(-[a-z0-9]+)*-(fill|bold|light|thin|duotone)")
ICON_PLACES = {"paint": 1, "_paint_icon": 2, "set_icon": 0}
"""Function -> which of its arguments is an icon, where its signature does not call it one."""
LATER = (
    "numpy",
    "pyqtgraph",
    "sqlalchemy",
    "msgspec",
    "rapidfuzz",
    "qtawesome",
    "kneegui.catalogue.reader",
)
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


def icon_places(trees: list[ast.Module]) -> dict[str, int]:
    """Gives which argument of which function, or of which class when made, is an icon."""
    places = dict(ICON_PLACES)
    for node in (node for tree in trees for node in ast.walk(tree)):
        functions = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in functions:
            if not isinstance(function, ast.FunctionDef):
                continue
            names = [each.arg for each in function.args.args if each.arg not in {"self", "cls"}]
            if "icon" in names:
                name = function.name
                if isinstance(node, ast.ClassDef) and name == "__init__":
                    name = node.name
                places[name] = names.index("icon")
    return places


def icons_in(tree: ast.Module, places: dict[str, int]) -> set[str]:
    """Gives the icons a file names: where one is handed over, kept, or told by its style."""
    found: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            place = places.get(_called(node.func), len(node.args))
            found += node.args[place : place + 1]
            found += [each.value for each in node.keywords if (each.arg or "").endswith("icon")]
        elif isinstance(node, ast.Constant) and ICON_STYLE.fullmatch(str(node.value)):
            found.append(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any("icon" in ast.unparse(target).lower() for target in targets):
                found.append(node.value)
    return {name for each in found for name in _words(each)}


def _words(value: ast.expr) -> Iterator[str]:
    """Gives the strings a value may be; those it is looked up or decided by are others."""
    match value:
        case ast.Constant(value=str(word)) if word:
            yield word
        case ast.IfExp():
            yield from (*_words(value.body), *_words(value.orelse))
        case ast.Dict():
            for each in value.values:
                yield from _words(each)
        case ast.Tuple() | ast.List():
            for each in value.elts:
                yield from _words(each)
        case _:
            pass


def test_every_icon_is_in_the_font(qapp: object) -> None:
    trees = {named(path): ast.parse(path.read_text("utf-8")) for path in FILES}
    places = icon_places(list(trees.values()))
    icons = {file: icons_in(tree, places) for file, tree in trees.items()}
    # The chosen entry of the rail is filled.
    icons["app.py"] |= {f"{name}-fill" for name in icons["app.py"]}
    font = IconFont()
    unknown: list[str] = []
    for file, name in ((file, name) for file, names in icons.items() for name in names):
        try:
            font.glyph(name)
        except KeyError:
            unknown.append(f"{file} {name}")

    assert sorted(unknown) == []
    some = {"gear-six", "play-fill", "flag-fill", "text-aa", "keyboard", "speaker-slash"}
    assert some <= set().union(*icons.values())


@pytest.mark.parametrize(
    "code",
    [
        'Button(theme, icon="no-such")',
        'IconView(theme, "no-such", role)',
        'painter_of.paint(painter, "no-such", box)',
        'mute.set_icon("no-such" if muted else other)',
        'self._icon = "no-such"',
        'ICONS = {kind: "no-such"}',
    ],
)
def test_an_icon_would_be_seen(code: str) -> None:
    classes = "class IconView:\n    def __init__(self, theme, icon, role): ..."

    assert icons_in(ast.parse(code), icon_places([ast.parse(classes)])) == {"no-such"}


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
    # As at every start but the first.
    (own_folders / "data/settings.json").write_text('{"theme": "dark", "window": null}')
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
