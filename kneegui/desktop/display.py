"""Whether there is a display to open a window on.

Qt ends the whole process with a core dump where there is none, so it is asked before Qt is.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from kneegui.domain.errors import NoDisplayError

_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_LIBRARY_ADVICE = (
    "on Debian-like systems `make run` in the project's folder installs what is needed"
)


def require_display(environment: Mapping[str, str], platform: str = sys.platform) -> None:
    """Returns where a window can be opened.

    Raises:
        NoDisplayError: on Linux, no X or Wayland display is named, the named one does not answer,
            or a system library that Qt needs to talk to it is missing.
    """
    if not platform.startswith("linux"):
        return
    if environment.get("QT_QPA_PLATFORM", "").startswith(_WITHOUT_DISPLAY):
        return
    if _wayland_answers(environment):
        return
    name = environment.get("DISPLAY")
    if not name:
        raise NoDisplayError(
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set."
        )
    _require_x_plugin()
    if not _x_answers(name):
        raise NoDisplayError(f"The display {name} does not answer, so no window can be opened.")


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    # An X display does not wait for it.
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/run"), name)))
        except OSError:
            return False
    return True


def _require_x_plugin() -> None:
    """Loads Qt's X plugin, which Qt is about to load anyway, to learn what it lacks."""
    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        plugin = Path(folder, "Qt", "plugins", "platforms", "libqxcb.so")
        if plugin.is_file():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:
                missing = str(error).partition(":")[0]
                raise NoDisplayError(
                    f"The system library {missing} is missing; {_LIBRARY_ADVICE}."
                ) from error


def _x_answers(name: str) -> bool:
    """True where an X server answers under that name and lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise NoDisplayError(
            f"The system library libxcb.so.1 is missing; {_LIBRARY_ADVICE}."
        ) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    try:
        return xcb.xcb_connection_has_error(connection) == 0
    finally:
        xcb.xcb_disconnect(connection)
