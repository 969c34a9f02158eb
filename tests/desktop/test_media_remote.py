"""Media keys reach the session over the session bus; without one nothing happens."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from kneegui.desktop.media_remote import MediaRemote

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs D-Bus")
WAIT_MS = 20_000

_CLIENT = """
import json, sys
from jeepney import DBusAddress, MatchRule, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
connection = open_dbus_connection()
def names():
    listed = connection.send_and_get_reply(message_bus.ListNames()).body[0]
    return [name for name in listed if name.startswith("org.mpris.MediaPlayer2.kneegui")]
what, *rest = sys.argv[1:]
if what == "names":
    print(json.dumps(names()))
    sys.exit()
(name,) = names()
root = "org.mpris.MediaPlayer2"
def address(interface):
    return DBusAddress("/org/mpris/MediaPlayer2", name, interface)
if what == "call":
    reply = connection.send_and_get_reply(new_method_call(address(root + rest[0]), rest[1]))
    print(json.dumps(reply.header.message_type.name))
elif what == "get":
    reply = connection.send_and_get_reply(Properties(address(root + rest[0])).get_all())
    print(json.dumps({key: value for key, (_, value) in reply.body[0].items()}))
else:
    rule = MatchRule(type="signal", member="PropertiesChanged")
    connection.send_and_get_reply(message_bus.AddMatch(rule))
    with connection.filter(rule) as queue:
        print("listening", flush=True)
        told = connection.recv_until_filtered(queue, timeout=20)
    from jeepney import HeaderFields
    print(json.dumps([told.header.fields[HeaderFields.signature], *told.body]), flush=True)
"""


@pytest.fixture
def remote(session_bus: str, qapp: object) -> Iterator[MediaRemote]:
    """Gives a remote the desktop can see."""
    made = MediaRemote()
    made.open()
    assert made.is_open
    yield made
    made.close()


def asked_of(what: str, *rest: str, qtbot: QtBot) -> object:
    """Gives what the desktop is answered, while the event loop runs."""
    client = QProcess()
    with qtbot.waitSignal(client.finished, timeout=WAIT_MS):
        client.start(sys.executable, ["-c", _CLIENT, what, *rest])
    assert client.exitCode() == 0, client.readAllStandardError().data()
    return json.loads(bytes(client.readAllStandardOutput().data()))


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        ("Play", "play_asked"),
        ("Pause", "pause_asked"),
        ("Stop", "pause_asked"),
        ("PlayPause", "toggle_asked"),
        ("Next", "next_asked"),
        ("Previous", "previous_asked"),
    ],
)
def test_a_key_asks_for_one_thing(remote: MediaRemote, qtbot: QtBot, key: str, signal: str) -> None:
    heard: list[str] = []
    for name in (
        "play_asked",
        "pause_asked",
        "toggle_asked",
        "next_asked",
        "previous_asked",
        "front_asked",
    ):
        getattr(remote, name).connect(lambda name=name: heard.append(name))

    assert asked_of("call", ".Player", key, qtbot=qtbot) == "method_return"
    assert heard == [signal]


def test_the_desktop_may_show_the_window_and_not_end_the_session(
    remote: MediaRemote, qtbot: QtBot
) -> None:
    heard: list[str] = []
    remote.front_asked.connect(lambda: heard.append("front"))

    assert asked_of("call", "", "Quit", qtbot=qtbot) == "method_return"
    assert asked_of("call", "", "Raise", qtbot=qtbot) == "method_return"
    assert heard == ["front"]


def test_the_desktop_sees_what_is_done(remote: MediaRemote, qtbot: QtBot) -> None:
    remote.show_state(True, "Clamshell, left")
    seen = asked_of("get", ".Player", qtbot=qtbot)
    who = asked_of("get", "", qtbot=qtbot)

    assert isinstance(seen, dict)
    assert isinstance(who, dict)
    assert seen["PlaybackStatus"] == "Playing"
    assert seen["Metadata"]["xesam:title"] == ["s", "Clamshell, left"]
    assert seen["Metadata"]["mpris:trackid"][0] == "o"
    assert all(seen[can] for can in ("CanPlay", "CanPause", "CanGoNext", "CanGoPrevious"))
    assert (who["Identity"], who["DesktopEntry"]) == ("KneeGuide", "kneegui")


def test_a_change_is_told_in_the_form_desktops_accept(
    remote: MediaRemote, qtbot: QtBot, session_bus: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _CLIENT, "listen"], stdout=subprocess.PIPE, text=True
    ) as desktop:
        assert desktop.stdout is not None
        assert desktop.stdout.readline() == "listening\n"
        remote.show_state(False, "Rest")
        signature, interface, changed, invalid = json.loads(desktop.stdout.readline())

    assert (signature, interface) == ("sa{sv}as", "org.mpris.MediaPlayer2.Player")
    assert changed["PlaybackStatus"] == ["s", "Paused"]
    assert changed["Metadata"][1]["xesam:title"] == ["s", "Rest"]
    assert invalid == []


def test_it_is_seen_from_open_to_close(session_bus: str, qtbot: QtBot) -> None:
    remote = MediaRemote()
    remote.show_state(True, "Before it was open")
    assert asked_of("names", qtbot=qtbot) == []

    for _ in range(2):
        remote.open()
        remote.open()
        names = asked_of("names", qtbot=qtbot)
        assert isinstance(names, list)
        assert len(names) == 1
        remote.close()
        remote.close()
        assert asked_of("names", qtbot=qtbot) == []


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_bus_nothing_happens(
    qapp: object, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    remote = MediaRemote()
    remote.open()
    remote.show_state(True, "Clamshell")
    remote.close()

    assert not remote.is_open


def test_other_systems_have_none(
    session_bus: str, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    remote = MediaRemote()
    remote.open()

    assert not remote.is_open
