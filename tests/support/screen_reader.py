"""Someone who uses a program through the accessibility bus alone, as with a screen reader.

Nothing of the program is imported or asked: what is found here is what the bus tells of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg
from PySide6.QtCore import QDeadlineTimer

Found = TypeVar("Found")

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE_S = 60.0
_TURN_S = 0.4
"""So long, at most, is listened before it is looked again."""
_ANSWER_S = 10.0
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = "org.a11y.atspi.Registry"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_NAME_CHANGES = "object:property-change:accessible-name"
_RENAMED = MatchRule(
    type="signal", interface="org.a11y.atspi.Event.Object", member="PropertyChange"
)
_SHOWING = 1 << 25
"""The bit of AT-SPI's states that says that something can be seen."""


def accessibility_bus_is_installed() -> bool:
    """Tells whether an accessibility bus can be had on this machine."""
    return any(Path(launcher).exists() for launcher in LAUNCHERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something on the screen: a window, a button, a word."""

    bus: str
    path: str
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """Something was given another name."""

    path: str
    name: str


class ScreenReader:
    """Finds what can be seen, by role and name, presses it, and hears of names that change.

    Made by ``screen_reader``.
    """

    def __init__(self, bus: DBusConnection, renamed: deque[Message]) -> None:
        self._bus = bus
        self._renamed = renamed

    def things(self) -> Iterator[Thing]:
        """Gives everything that can be seen, whatever holds something before what it holds."""
        for bus, path in self._call(_REGISTRY, _ROOT, _ACCESSIBLE, "GetChildren"):
            yield from self._things(bus, path)

    def names(self, role: str) -> list[str]:
        """Gives the names of what can be seen of a role, such as ``label`` or ``list item``."""
        return [thing.name for thing in self.things() if thing.role == role]

    def find(self, name: str, role: str = "") -> Thing:
        """Waits until something of that name can be seen, and gives it."""

        def look() -> Thing | None:
            alike = (one for one in self.things() if one.name == name)
            return next((one for one in alike if role in ("", one.role)), None)

        return self.wait(look, f"{role or 'thing'} {name!r}")

    def press(self, name: str) -> None:
        """Waits until a button of that name can be seen, and presses it."""
        thing = self.find(name)
        assert self._call(thing.bus, thing.path, "org.a11y.atspi.Action", "DoAction", "i", (0,)), (
            f"{name!r} cannot be pressed"
        )

    def heard(self) -> list[Renamed]:
        """Gives the names that have changed since this was last asked, in order."""
        told = list(self._renamed)
        self._renamed.clear()
        return [
            Renamed(str(message.header.fields[HeaderFields.path]), message.body[3][1])
            for message in told
            if message.body[0] == "accessible-name"
        ]

    def wait(self, look: Callable[[], Found | None], what: str) -> Found:
        """Looks again and again until something is found, and gives it."""
        deadline = QDeadlineTimer(round(PATIENCE_S * 1000))
        while True:
            try:
                found = look()
            except DBusErrorResponse:
                # Something went away while it was looked at.
                found = None
            if found:
                return found
            if deadline.hasExpired():
                seen = [f"{thing.role} {thing.name!r}" for thing in self.things() if thing.name]
                raise AssertionError(f"no {what} among {seen}")
            self._listen()

    def _things(self, bus: str, path: str) -> Iterator[Thing]:
        low, _high = self._call(bus, path, _ACCESSIBLE, "GetState")
        if not low & _SHOWING:
            return
        role = self._call(bus, path, _ACCESSIBLE, "GetRoleName")
        _signature, name = self._call(
            bus, path, "org.freedesktop.DBus.Properties", "Get", "ss", (_ACCESSIBLE, "Name")
        )
        yield Thing(bus=bus, path=path, role=role, name=name)
        for child_bus, child_path in self._call(bus, path, _ACCESSIBLE, "GetChildren"):
            yield from self._things(child_bus, child_path)

    def _listen(self) -> None:
        """Hears what is told for a moment; it stays to be read."""
        turn = QDeadlineTimer(round(_TURN_S * 1000))
        while not turn.hasExpired():
            try:
                self._bus.recv_messages(timeout=turn.remainingTime() / 1000)
            except TimeoutError:
                return

    def _call(
        self,
        bus: str,
        path: str,
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> Any:
        return _asked(self._bus, bus, path, interface, method, signature, body)


@contextmanager
def screen_reader(session_bus: str) -> Iterator[ScreenReader]:
    """Gives a screen reader on the accessibility bus of a session, while the block lasts."""
    with open_dbus_connection(session_bus) as session:
        address = _asked(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    with open_dbus_connection(address) as bus:
        _asked(
            bus, _REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent",
            "s", (_NAME_CHANGES,),
        )  # fmt: skip
        Proxy(message_bus, bus).AddMatch(_RENAMED)
        with bus.filter(_RENAMED, queue=deque()) as renamed:
            yield ScreenReader(bus, renamed)


def _asked(
    connection: DBusConnection,
    bus: str,
    path: str,
    interface: str,
    method: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> Any:
    """Gives the first part of what a method answers."""
    call = new_method_call(DBusAddress(path, bus, interface), method, signature, body)
    answer = unwrap_msg(connection.send_and_get_reply(call, timeout=_ANSWER_S))
    return answer[0] if answer else None
