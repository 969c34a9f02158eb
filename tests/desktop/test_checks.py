"""What ``kneegui check`` finds, good or bad."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kneegui.desktop import checks
from kneegui.desktop.checks import (
    Check,
    check_folder,
    check_keep_awake,
    check_sound,
    check_voice,
    run_checks,
)
from kneegui.desktop.voice_engine import voice_command
from kneegui.domain.errors import FolderError

NAMES = ["Data folder", "Database", "Voice", "Sound", "Keep awake", "Display"]


def python(code: str) -> list[str]:
    """Gives the command for a process that does this."""
    return [sys.executable, "-c", code]


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out the voice and the sound of this machine."""
    said = '{"is": "failed", "fault": "no-engine", "detail": "none is installed"}'
    monkeypatch.setattr(checks, "voice_command", lambda: python(f"print('{said}')"))
    monkeypatch.setattr(checks, "sound_command", lambda: python("print('Loudspeaker')"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.mark.usefixtures("outside")
def test_everything_is_looked_at(own_folders: Path) -> None:
    found = run_checks(own_folders, os.environ, lambda: "12 sessions")

    assert [check.name for check in found] == NAMES
    by_name = {check.name: check for check in found}
    assert by_name["Database"] == Check(name="Database", ok=True, detail="12 sessions")
    assert by_name["Display"].detail == "QT_QPA_PLATFORM=offscreen"
    assert not by_name["Voice"].ok
    assert by_name["Sound"].detail == "Loudspeaker"


@pytest.mark.usefixtures("outside")
def test_what_is_wrong_does_not_hide_the_rest(own_folders: Path) -> None:
    def damaged() -> str:
        raise FolderError("The database is damaged.")

    missing = own_folders / "missing"
    found = run_checks(missing, {"PATH": os.environ["PATH"]}, damaged)

    by_name = {check.name: check for check in found}
    assert list(by_name) == NAMES
    assert by_name["Database"] == Check(
        name="Database", ok=False, detail="The database is damaged."
    )
    assert not by_name["Data folder"].ok
    if sys.platform.startswith("linux"):
        assert not by_name["Display"].ok
        assert "no display" in by_name["Display"].detail


def test_a_folder_with_room_will_do_and_stays_as_it_was(own_folders: Path) -> None:
    folder = own_folders / "run"
    check = check_folder(folder, 1)

    assert check.ok
    assert str(folder) in check.detail
    assert check.detail.endswith("MB free")
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told(own_folders: Path) -> None:
    check = check_folder(own_folders, 10**18)

    assert not check.ok
    assert "MB free" in check.detail


@pytest.mark.parametrize("made", ["", "file"])
def test_a_folder_that_cannot_be_written_to_is_told(own_folders: Path, made: str) -> None:
    folder = own_folders / "data"
    if made:
        folder.write_text("a file")
    check = check_folder(folder)

    assert not check.ok
    assert check.detail.startswith(f"{folder}: ")


# The voice


def test_a_voice_is_named_with_its_engine() -> None:
    check = check_voice([*voice_command(), "--engine", "mock"], "en_GB", os.environ)

    assert check.ok
    assert check.detail.startswith("mock, ")
    assert " voices for en_GB, speaks as " in check.detail


@pytest.mark.parametrize(
    ("code", "detail"),
    [
        (
            """print('{"is": "failed", "fault": "no-engine", "detail": "none"}')""",
            "there is no voice engine: none",
        ),
        (
            """print('noise'); print('{"is": "failed", "fault": "no-voice", "detail": "en"}')""",
            "there is no voice for en",
        ),
        ("import sys; sys.exit(3)", "its process ended with 3"),
    ],
)
def test_a_voice_that_is_not_there_is_told(code: str, detail: str) -> None:
    assert check_voice(python(code), "en", os.environ) == Check(
        name="Voice", ok=False, detail=detail
    )


def test_what_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_PATIENCE_S", 0.3)
    hanging = python("import threading; threading.Event().wait()")

    assert check_voice(hanging, "en", os.environ).detail == "the voice engine does not answer"
    assert check_sound(hanging, os.environ).detail == "the sound server does not answer"


# The sound


def test_the_device_is_named() -> None:
    assert check_sound(python("print('Loudspeaker')"), os.environ) == Check(
        name="Sound", ok=True, detail="Loudspeaker"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a server to leave out")
def test_without_a_sound_server_there_is_no_device() -> None:
    nowhere = {"PULSE_SERVER": "unix:/nowhere", "PULSE_CLIENTCONFIG": "/nowhere"}
    check = check_sound(checks.sound_command(), {**os.environ, **nowhere})

    assert check == Check(name="Sound", ok=False, detail="there is no device to play on")


def test_missing_sounds_are_named(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_folders / "sounds").mkdir()
    (own_folders / "sounds/go.wav").touch()
    monkeypatch.setattr(checks, "resource_folder", lambda: own_folders)

    check = check_sound(python("print('Loudspeaker')"), os.environ)

    assert check == Check(name="Sound", ok=False, detail="not installed: count, half, done")


# The display's sleep


def test_how_the_display_is_held_awake_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")

    assert check_keep_awake() == Check(name="Keep awake", ok=True, detail="WakepyFakeSuccess")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a bus to leave out")
def test_a_desktop_that_offers_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    check = check_keep_awake()

    assert check == Check(name="Keep awake", ok=False, detail="the desktop offers no way to do it")


def test_a_library_that_fails_is_told() -> None:
    def broken() -> object:
        raise RuntimeError("the desktop is on fire")

    check = check_keep_awake(broken)  # pyright: ignore[reportArgumentType]  it gives nothing

    assert check == Check(name="Keep awake", ok=False, detail="the desktop is on fire")
