"""The display is held awake from hold to release; where it cannot be, that is told."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import NamedTuple, Self

import pytest
from pytestqt.qtbot import QtBot

from kneegui.desktop.keep_awake import AwakeMode, KeepAwake, presenting_mode

_SCREEN_SAVER = """
from jeepney import DBusAddress, new_method_return, HeaderFields, MessageType
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
connection = open_dbus_connection()
connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
print("ready", flush=True)
while True:
    call = connection.receive()
    member = call.header.fields.get(HeaderFields.member)
    if member == "Inhibit":
        connection.send(new_method_return(call, "u", (42,)))
        print("inhibited", flush=True)
    elif member == "UnInhibit":
        connection.send(new_method_return(call))
        print("released", *call.body, flush=True)
"""


class Way(NamedTuple):
    name: str


class FakeMode:
    """A way to hold the display awake, and all that was done with it."""

    def __init__(self, log: list[str], *, refuses: bool = False, fails: str = "") -> None:
        self._log = log
        self._refuses = refuses
        self._fails = fails
        self.active = False
        self.active_method: Way | None = None
        self.thread = threading.current_thread()

    def __enter__(self) -> Self:
        assert threading.current_thread() is self.thread
        if self._fails == "enter":
            raise RuntimeError("the desktop is on fire")
        self._log.append("held" if not self._refuses else "refused")
        self.active = not self._refuses
        self.active_method = Way("by hand") if self.active else None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        assert threading.current_thread() is self.thread
        if self._fails == "exit":
            raise RuntimeError("the desktop is gone")
        self._log.append("released")
        self.active = False
        return True


def is_on(log: list[str]) -> bool:
    return log[-1:] == ["held"]


def test_nothing_is_held_unasked(qtbot: QtBot) -> None:
    log: list[str] = []
    awake = KeepAwake(lambda: FakeMode(log))
    awake.release()
    awake.close()

    assert log == []


def test_it_holds_between_hold_and_release_and_only_once(qtbot: QtBot) -> None:
    log: list[str] = []
    awake = KeepAwake(lambda: FakeMode(log))
    with qtbot.waitSignal(awake.changed):
        awake.hold()
        awake.hold()
    assert is_on(log)
    assert (awake.method, awake.problem) == ("by hand", "")

    with qtbot.waitSignal(awake.changed):
        awake.release()
        awake.release()
    assert log == ["held", "released"]
    assert awake.method == ""
    awake.close()


def test_the_order_is_kept_however_fast_it_changes(qtbot: QtBot) -> None:
    log: list[str] = []
    awake = KeepAwake(lambda: FakeMode(log))
    for _ in range(20):
        awake.hold()
        awake.release()
    awake.hold()
    awake.close()

    assert log == ["held", "released"] * 21
    awake.close()


def test_the_program_does_not_wait_for_the_desktop(qtbot: QtBot) -> None:
    gate = threading.Event()

    def slow() -> AwakeMode:
        assert gate.wait(30)
        return FakeMode([])

    awake = KeepAwake(slow)
    awake.hold()
    assert awake.method == ""
    with qtbot.waitSignal(awake.changed):
        gate.set()
    assert awake.method == "by hand"
    awake.close()


@pytest.mark.parametrize(
    ("refuses", "fails", "problem"),
    [
        (True, "", "the desktop offers no way to do it"),
        (False, "enter", "the desktop is on fire"),
    ],
)
def test_what_cannot_be_held_is_logged_and_told(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, refuses: bool, fails: str, problem: str
) -> None:
    awake = KeepAwake(lambda: FakeMode([], refuses=refuses, fails=fails))
    with caplog.at_level(logging.WARNING), qtbot.waitSignal(awake.changed):
        awake.hold()

    assert (awake.method, awake.problem) == ("", problem)
    assert caplog.messages == [f"the display is not kept awake: {problem}"]
    awake.close()


def test_a_release_that_fails_is_told_and_the_next_try_forgets_it(qtbot: QtBot) -> None:
    modes = [FakeMode([], fails="exit"), FakeMode([])]

    def made() -> AwakeMode:
        mode = modes.pop(0)
        mode.thread = threading.current_thread()
        return mode

    awake = KeepAwake(made)
    with qtbot.waitSignals([awake.changed, awake.changed]):
        awake.hold()
        awake.release()
    assert awake.problem == "the desktop is gone"

    with qtbot.waitSignal(awake.changed):
        awake.hold()
    assert awake.problem == ""
    awake.close()


def test_a_missing_library_costs_sleep_and_no_more(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    awake = KeepAwake()
    with qtbot.waitSignal(awake.changed):
        awake.hold()

    assert "wakepy" in awake.problem
    awake.close()


# The library itself


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a bus to leave out")
def test_without_a_desktop_it_cannot_be_held(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake = KeepAwake(presenting_mode)
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()

    assert awake.problem == "the desktop offers no way to do it"
    awake.close()


@pytest.fixture
def screen_saver(session_bus: str) -> Iterator[subprocess.Popen[str]]:
    """Gives a screen saver that prints what it is asked for."""
    with subprocess.Popen(
        [sys.executable, "-c", _SCREEN_SAVER], stdout=subprocess.PIPE, text=True
    ) as process:
        assert line_of(process) == "ready"
        yield process
        process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a Linux desktop")
def test_a_screen_saver_is_inhibited_and_released(
    screen_saver: subprocess.Popen[str], qtbot: QtBot
) -> None:
    awake = KeepAwake()
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()
    assert awake.method == "org.freedesktop.ScreenSaver"
    assert line_of(screen_saver) == "inhibited"

    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.release()
    assert line_of(screen_saver) == "released 42"
    assert awake.problem == ""
    awake.close()
