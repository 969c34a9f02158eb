"""A session bus of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.session_bus import dbus_is_installed, private_session_bus


@pytest.fixture
def session_bus(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Gives the address of a session bus nobody else is on; it stands in the environment, too."""
    if not dbus_is_installed():
        pytest.skip("needs dbus-daemon")
    with private_session_bus(own_folders / "run") as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
