"""The data folder is found, made for its owner alone, or refused in a sentence."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kneegui.desktop.folders import DATA_DIR_VARIABLE, data_folder
from kneegui.domain.errors import FolderError

raises_before_python_3_14 = pytest.mark.xfail(
    sys.version_info < (3, 14), reason="asking whether it is a file raises the error once more"
)
posix = pytest.mark.skipif(os.name != "posix", reason="needs permission bits")


def test_the_argument_beats_the_environment(own_folders: Path) -> None:
    argument, variable = own_folders / "argument", own_folders / "variable"

    assert data_folder(str(argument), {DATA_DIR_VARIABLE: str(variable)}) == argument
    assert argument.is_dir()
    assert not variable.exists()


def test_the_environment_names_the_folder(own_folders: Path) -> None:
    folder = own_folders / "variable"

    assert data_folder(None, {DATA_DIR_VARIABLE: str(folder)}) == folder
    assert folder.is_dir()


@pytest.mark.parametrize("environment", [{}, {DATA_DIR_VARIABLE: ""}])
def test_without_both_it_is_the_platform_s_own(
    own_folders: Path, environment: dict[str, str]
) -> None:
    folder = data_folder(None, environment)

    assert folder.name == "kneegui"
    assert folder.is_relative_to(own_folders / "home")
    assert folder.is_dir()


def test_a_tilde_is_the_home_folder(own_folders: Path) -> None:
    assert data_folder("~/knee", {}) == own_folders / "home/knee"


def test_the_folder_is_made_with_those_above_it(own_folders: Path) -> None:
    assert data_folder(str(own_folders / "a/b/c"), {}).is_dir()


def test_a_folder_that_is_there_stays_as_it_is(own_folders: Path) -> None:
    folder = own_folders / "old"
    folder.mkdir()
    (folder / "kept").write_text("kept")

    assert data_folder(str(folder), {}) == folder
    assert (folder / "kept").read_text() == "kept"


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_folder_is_open_to_its_owner_alone(own_folders: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        folder = data_folder(str(own_folders / "private"), {})
    finally:
        os.umask(before)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


# Where it cannot be made


def refused(folder: Path | str) -> str:
    """Gives the sentence with which a folder is refused."""
    with pytest.raises(FolderError) as caught:
        data_folder(str(folder), {})
    return str(caught.value)


def test_a_file_in_its_place_is_named(own_folders: Path) -> None:
    file = own_folders / "file"
    file.write_text("mine")

    assert refused(file) == f"The data folder {file} cannot be made: it is a file."
    assert file.read_text() == "mine"


def test_a_file_above_it_is_refused(own_folders: Path) -> None:
    (own_folders / "file").write_text("mine")
    folder = own_folders / "file/data"

    assert re.fullmatch(rf"The data folder {folder} cannot be made: .+\.", refused(folder))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place nobody can write to")
def test_a_place_nobody_can_write_to_is_refused() -> None:
    assert re.fullmatch(
        r"The data folder /proc/kneegui cannot be made: .+\.", refused("/proc/kneegui")
    )


_AS_ANOTHER_USER = """
import os, sys
from kneegui.desktop.folders import data_folder
from kneegui.domain.errors import FolderError
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    print("made", data_folder(sys.argv[1], {}))
except FolderError as error:
    print(error)
"""


def as_another_user(folder: Path) -> str:
    """Gives what a user without root's rights is told about a folder."""
    done = subprocess.run(
        [sys.executable, "-c", _AS_ANOTHER_USER, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@posix
def test_without_the_right_to_write_the_folder_is_refused() -> None:
    folder = Path("/kneegui-may-not-be-here/data")

    assert as_another_user(folder) == f"The data folder {folder} cannot be made: Permission denied."
    assert not folder.parent.exists()


@posix
def test_below_a_folder_that_is_closed_to_us_it_is_refused(own_folders: Path) -> None:
    closed = own_folders / "closed"
    closed.mkdir(mode=0o000)
    try:
        told = as_another_user(closed / "data")
    finally:
        closed.chmod(0o700)

    assert told == f"The data folder {closed / 'data'} cannot be made: Permission denied."


@posix
def test_a_folder_that_may_not_be_read_is_refused(own_folders: Path) -> None:
    if os.geteuid() == 0:
        # The other user sees nothing below this test's folders, but root's home from outside.
        folder = Path("/root")
        if not folder.is_dir() or folder.stat().st_mode & 0o007:
            pytest.skip("root's home is open to all")
    else:
        folder = own_folders / "closed"
        folder.mkdir(mode=0o000)

    assert as_another_user(folder) == f"The data folder {folder} cannot be read."


def test_a_name_that_is_too_long_is_refused(own_folders: Path) -> None:
    assert "cannot be made" in refused(own_folders / ("long" * 100))


def test_the_home_of_an_unknown_user_is_refused() -> None:
    assert "nobody-has-this-name" in refused("~nobody-has-this-name/knee")
