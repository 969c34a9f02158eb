"""A private X display to open real windows on, and pictures of it."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

XVFB = "Xvfb"


def xvfb_is_installed() -> bool:
    """Tells whether a virtual display can be had on this machine."""
    return shutil.which(XVFB) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a screen showed at one moment, three bytes (red, green, blue) a pixel, row by row."""

    width: int
    height: int
    rgb: bytes

    def colours(self, every: int = 53) -> int:
        """Counts the different colours among one pixel in so many."""
        step = 3 * every
        return len({self.rgb[at : at + 3] for at in range(0, len(self.rgb), step)})

    def save(self, path: Path) -> None:
        """Writes a PNG file, with the folder it stands in."""
        row = 3 * self.width
        rows = b"".join(b"\0" + self.rgb[at : at + row] for at in range(0, self.height * row, row))
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + _png_chunk(b"IHDR", head)
            + _png_chunk(b"IDAT", zlib.compress(rows, 6))
            + _png_chunk(b"IEND", b"")
        )


class VirtualDisplay:
    """An X server without a screen, running as long as the ``with`` block.

    Nobody else can reach it: it picks a free number itself and listens on no network port.
    """

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self._size = f"{width}x{height}x24"
        self._folder = ""
        self._server: subprocess.Popen[bytes] | None = None
        self.name = ""
        """What belongs into ``DISPLAY``, such as ``:3``; empty outside the block."""

    def __enter__(self) -> Self:
        self._folder = tempfile.mkdtemp(prefix="display-")
        reading, writing = os.pipe()
        try:
            self._server = subprocess.Popen(
                [
                    *(XVFB, "-displayfd", str(writing), "-screen", "0", self._size),
                    *("-nolisten", "tcp", "-fbdir", self._folder),
                ],
                pass_fds=[writing],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        finally:
            os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            self.__exit__(None, None, None)
            raise RuntimeError("Xvfb did not start.")
        self.name = f":{number}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait()
        self.name = ""
        shutil.rmtree(self._folder, ignore_errors=True)

    def environment(self, home: Path | None = None) -> dict[str, str]:
        """Gives the environment for a program on this display.

        With ``home`` the program finds that folder instead of the user's own, and nothing of what
        the user has set for it. It finds no session bus either: asked for one, libdbus would start
        it on this display and leave it behind.
        """
        chosen = dict(os.environ, DISPLAY=self.name, QT_QPA_PLATFORM="xcb")
        chosen.pop("WAYLAND_DISPLAY", None)
        if home is not None:
            chosen.pop("KNEEGUI_DATA_DIR", None)
            chosen["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
            chosen["HOME"] = str(home)
            for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
                chosen[f"XDG_{kind}_HOME"] = str(home / kind.lower())
            runtime = home / "run"
            runtime.mkdir(mode=0o700, exist_ok=True)
            chosen["XDG_RUNTIME_DIR"] = str(runtime)
        return chosen

    def picture(self) -> Picture:
        """Gives what the whole screen shows now."""
        # Xvfb keeps its screen in a file of the X window dump format: a header of big-endian
        # 32-bit numbers, a colour table, then blue, green, red and a spare byte a pixel.
        dump = (Path(self._folder) / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", dump[:100])
        header_size, width, height = header[0], header[4], header[5]
        bytes_per_line, colour_table = header[12], header[19]
        first = header_size + 12 * colour_table
        rgb = bytearray(3 * width * height)
        for row in range(height):
            at = first + row * bytes_per_line
            line = dump[at : at + 4 * width]
            start, end = 3 * row * width, 3 * (row + 1) * width
            rgb[start:end:3] = line[2::4]
            rgb[start + 1 : end : 3] = line[1::4]
            rgb[start + 2 : end : 3] = line[0::4]
        return Picture(width=width, height=height, rgb=bytes(rgb))


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
