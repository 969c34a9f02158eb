"""A private D-Bus session bus."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DAEMON = "dbus-daemon"


def dbus_is_installed() -> bool:
    """Tells whether a session bus can be had on this machine."""
    return shutil.which(DAEMON) is not None


@contextmanager
def private_session_bus(folder: Path) -> Iterator[str]:
    """Gives the address of a bus nobody else is on, while the block lasts.

    What the bus starts by itself, such as the accessibility bus, ends with it and keeps its files
    where this process's environment says.

    Args:
        folder: where its socket is made; the path must be short.
    """
    address = f"unix:path={folder / 'bus'}"
    command = [DAEMON, "--session", "--nofork", "--print-address", f"--address={address}"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith(address)
            yield address
        finally:
            process.terminate()
