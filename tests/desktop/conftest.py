"""A session bus of the test's own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def session_bus(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Gives the address of a session bus nobody else is on; it stands in the environment, too."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("needs dbus-daemon")
    address = f"unix:path={own_folders / 'run/bus'}"
    command = [daemon, "--session", "--nofork", "--print-address", f"--address={address}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith(address)
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            yield address
        finally:
            process.terminate()
