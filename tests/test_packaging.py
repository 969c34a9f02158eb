"""What is handed out: the wheel, the lock files, the desktop entry, and nothing of this machine."""

from __future__ import annotations

import configparser
import email
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import kneegui

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = (ROOT / "packaging/requirements.lock", ROOT / "packaging/requirements-dev.lock")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def tracked_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no git or no checkout: which files are tracked is unknown")
    listed = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def pinned(lock: Path) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([a-z0-9-]+)==([^ ;]+)", line):
            pins.setdefault(found[1], set()).add(found[2])
    return pins


class TestWheel:
    def test_carries_every_resource(self, wheel: zipfile.ZipFile) -> None:
        resources = ROOT / "resources"
        expected = {
            "kneegui/resources/" + path.relative_to(resources).as_posix()
            for path in resources.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }

        assert "kneegui/resources/exercises.json" in expected
        assert expected <= set(wheel.namelist())

    def test_carries_every_module_and_no_tests(self, wheel: zipfile.ZipFile) -> None:
        modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kneegui").rglob("*.py")}
        carried = {name for name in wheel.namelist() if name.endswith(".py")}

        assert carried == modules

    def test_names_version_licence_and_python(self, metadata: Message) -> None:
        assert metadata["Name"] == "kneegui"
        assert metadata["Version"] == kneegui.__version__
        assert metadata["Requires-Python"] == ">=3.11"
        assert metadata["License-Expression"] == "MIT"
        assert metadata["License-File"] == "LICENSE"

    def test_gives_each_dependency_a_lowest_and_a_highest_version(self, metadata: Message) -> None:
        for line in metadata.get_all("Requires-Dist", []):
            operators = {one.operator for one in Requirement(line).specifier}
            assert operators == {">=", "<"}, line

    def test_has_the_command(self, wheel: zipfile.ZipFile) -> None:
        name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))

        assert "kneegui = kneegui.__main__:main" in wheel.read(name).decode()


class TestLocks:
    @pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
    def test_has_hashes_and_no_addresses(self, lock: Path) -> None:
        text = lock.read_text(encoding="utf-8")

        assert not re.search(r"https?:|file:|--(extra-)?index|--find-links", text)
        for block in re.split(r"\n(?=[a-z])", text)[1:]:
            assert "--hash=sha256:" in block, block

    def test_pins_what_the_project_asks_for(self) -> None:
        pins = pinned(LOCKS[0])

        for requirement in map(Requirement, PROJECT["dependencies"]):
            versions = pins[requirement.name.lower()]
            assert all(requirement.specifier.contains(version) for version in versions)

    def test_both_pin_the_same_versions(self) -> None:
        run, dev = map(pinned, LOCKS)

        assert {name: dev.get(name) for name in run} == run


class TestDesktopEntry:
    def test_says_what_to_start_and_where_to_show_it(self) -> None:
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(ROOT / "packaging/linux/kneegui.desktop", encoding="utf-8")
        entry = parser["Desktop Entry"]

        assert parser.sections() == ["Desktop Entry"]
        assert entry["Type"] == "Application"
        assert entry["Name"] == "KneeGuide"
        assert entry["Exec"].split()[0] in PROJECT["scripts"]
        assert entry["Terminal"] == "false"
        assert entry["Categories"].endswith(";")


class TestTrackedFiles:
    # The texts are put together here, so that this file does not hold what it looks for.

    def test_name_no_folder_of_a_machine(self) -> None:
        homes = "|".join(("home", "root", "Users"))
        here = re.escape(f"{ROOT.as_posix()}/")

        assert found_in_tracked_files(rf"(?<![\w.])/({homes})/\w|{here}") == []

    def test_name_no_package_registry(self) -> None:
        registries = "|".join(("pypi[.]" + "org", "python" + "hosted", "file:" + "//"))

        assert found_in_tracked_files(registries) == []


def found_in_tracked_files(pattern: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {hit[0].decode()}"
        for path in tracked_files()
        for hit in re.finditer(pattern.encode(), path.read_bytes())
    ]
