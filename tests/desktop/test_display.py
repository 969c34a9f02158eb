"""A display is asked for before Qt is; where there is none, a sentence says so."""

from __future__ import annotations

import ctypes
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kneegui.desktop import display
from kneegui.desktop.display import require_display
from kneegui.domain.errors import NoDisplayError
from tests.support.virtual_display import VirtualDisplay, xvfb_is_installed

NOBODY = ":9973"
"""A display that nobody has."""


def refused(environment: dict[str, str]) -> str:
    """Gives the sentence with which an environment is refused."""
    with pytest.raises(NoDisplayError) as caught:
        require_display(environment, "linux")
    return str(caught.value)


@pytest.fixture
def x_plugin() -> None:
    """Skips the test where Qt's X plugin lacks a library of the system."""
    try:
        require_display({"DISPLAY": NOBODY}, "linux")
    except NoDisplayError as error:
        if "is missing" in str(error):
            pytest.skip(str(error))


# What needs no asking


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_a_display(platform: str) -> None:
    require_display({}, platform)


@pytest.mark.parametrize("name", ["offscreen", "offscreen:1280x720", "minimal"])
def test_a_platform_without_display_needs_none(name: str) -> None:
    require_display({"QT_QPA_PLATFORM": name}, "linux")


def test_the_platform_is_this_one_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")

    with pytest.raises(NoDisplayError):
        require_display({}, "linux")


# Without one


@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ""}, {"WAYLAND_DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}],
)
def test_where_no_display_is_named_it_says_so(environment: dict[str, str]) -> None:
    assert refused(environment) == (
        "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set."
    )


@pytest.mark.usefixtures("x_plugin")
@pytest.mark.parametrize("name", [NOBODY, "nonsense", "unix:9973"])
def test_a_display_that_does_not_answer_is_named(name: str) -> None:
    assert refused({"DISPLAY": name}) == (
        f"The display {name} does not answer, so no window can be opened."
    )


def test_a_library_that_qt_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(name: str) -> ctypes.CDLL:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr(display.ctypes, "CDLL", no_library)

    sentence = refused({"DISPLAY": NOBODY})
    assert sentence.startswith("The system library libxcb-cursor.so.0 is missing; ")
    assert "make run" in sentence


def test_a_system_without_x_at_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_xcb(name: str) -> object:
        if name.startswith("libxcb."):
            raise OSError(f"{name}: cannot open shared object file")
        return object()

    monkeypatch.setattr(display.ctypes, "CDLL", no_xcb)

    assert refused({"DISPLAY": NOBODY}).startswith("The system library libxcb.so.1 is missing; ")


# With one


@pytest.mark.usefixtures("x_plugin")
@pytest.mark.skipif(not xvfb_is_installed(), reason="needs Xvfb")
def test_a_real_x_display_will_do() -> None:
    with VirtualDisplay(320, 200) as screen:
        require_display({"DISPLAY": screen.name}, "linux")


@pytest.fixture
def compositor(own_folders: Path) -> Iterator[Path]:
    """Gives the socket of something that listens as a Wayland compositor does."""
    path = own_folders / "run/wayland-7"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        yield path


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs local sockets")
def test_a_wayland_display_will_do(compositor: Path) -> None:
    folder, name = str(compositor.parent), compositor.name

    require_display({"WAYLAND_DISPLAY": name, "XDG_RUNTIME_DIR": folder}, "linux")
    require_display({"WAYLAND_DISPLAY": str(compositor)}, "linux")


def test_a_wayland_display_that_is_not_there_is_none(own_folders: Path) -> None:
    (own_folders / "run/wayland-8").write_text("no socket")
    environment = {"XDG_RUNTIME_DIR": str(own_folders / "run")}

    for name in ("wayland-8", "wayland-9"):
        assert "no display" in refused({**environment, "WAYLAND_DISPLAY": name})


def test_a_wayland_display_that_does_not_answer_is_none(own_folders: Path) -> None:
    path = own_folders / "run/wayland-6"
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(path))

        refused({"WAYLAND_DISPLAY": str(path)})
