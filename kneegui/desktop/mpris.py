"""A media player on the session bus, as of the MPRIS 2.2 specification.

https://specifications.freedesktop.org/mpris-spec/2.2/
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

if TYPE_CHECKING:
    from kneegui.desktop.media_remote import MediaRemote

_PATH = "/org/mpris/MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_TRACK = "/org/kneegui/step"
_CONNECTION = "kneegui-mpris"


# PySide's stubs know neither this decorator nor properties of a named C++ type.
_class_info: Any = ClassInfo
_read: Any = Property


def _fixed(kind: type | str, value: object) -> Property:
    """Gives a property that never changes."""
    return _read(kind, lambda _: value)


@_class_info({"D-Bus Interface": "org.mpris.MediaPlayer2"})
class _Root(QDBusAbstractAdaptor):
    """What program this is."""

    def __init__(self, player: MprisPlayer) -> None:
        super().__init__(player)
        self._remote = player.remote

    @Slot()
    def Raise(self) -> None:
        self._remote.front_asked.emit()

    @Slot()
    def Quit(self) -> None:
        """Does nothing: a key must not end a session."""

    CanQuit = _fixed(bool, False)
    CanRaise = _fixed(bool, True)
    HasTrackList = _fixed(bool, False)
    Identity = _fixed(str, "KneeGuide")
    DesktopEntry = _fixed(str, "kneegui")
    SupportedUriSchemes = _fixed("QStringList", [])
    SupportedMimeTypes = _fixed("QStringList", [])


@_class_info({"D-Bus Interface": _PLAYER})
class _Player(QDBusAbstractAdaptor):
    """What it plays, and the keys."""

    def __init__(self, player: MprisPlayer) -> None:
        super().__init__(player)
        self._remote = player.remote
        self._player = player

    @Slot()
    def Play(self) -> None:
        self._remote.play_asked.emit()

    @Slot()
    def Pause(self) -> None:
        self._remote.pause_asked.emit()

    @Slot()
    def PlayPause(self) -> None:
        self._remote.toggle_asked.emit()

    @Slot()
    def Stop(self) -> None:
        """Pauses: a key must not end a session."""
        self._remote.pause_asked.emit()

    @Slot()
    def Next(self) -> None:
        self._remote.next_asked.emit()

    @Slot()
    def Previous(self) -> None:
        self._remote.previous_asked.emit()

    PlaybackStatus = _read(str, lambda self: self._player.status)
    Metadata = _read("QVariantMap", lambda self: self._player.metadata)
    Rate = _fixed(float, 1.0)
    MinimumRate = _fixed(float, 1.0)
    MaximumRate = _fixed(float, 1.0)
    Volume = _fixed(float, 1.0)
    Position = _fixed("qlonglong", 0)
    CanGoNext = _fixed(bool, True)
    CanGoPrevious = _fixed(bool, True)
    CanPlay = _fixed(bool, True)
    CanPause = _fixed(bool, True)
    CanSeek = _fixed(bool, False)
    CanControl = _fixed(bool, True)


class MprisPlayer(QObject):
    """One player on the bus of that address."""

    def __init__(self, address: str, remote: MediaRemote) -> None:
        super().__init__(remote)
        self.remote = remote
        self.status = "Paused"
        self.metadata: dict[str, Any] = {}
        self.problem = ""
        self._bus = QDBusConnection.connectToBus(address, _CONNECTION)
        # A number of its own, for windows on other data folders.
        self._service = f"org.mpris.MediaPlayer2.kneegui.instance{os.getpid()}"
        self._adaptors = (_Root(self), _Player(self))

    def register(self) -> bool:
        """Gives whether the desktop can see the player from now on."""
        done = (
            self._bus.isConnected()
            and self._bus.registerObject(_PATH, self)
            and self._bus.registerService(self._service)
        )
        self.problem = "" if done else self._bus.lastError().message()
        return done

    def unregister(self) -> None:
        """Takes it away."""
        self._bus.unregisterService(self._service)
        self._bus.unregisterObject(_PATH)
        QDBusConnection.disconnectFromBus(_CONNECTION)

    def show_state(self, is_playing: bool, title: str) -> None:
        """Tells whether it plays, and the title of what."""
        self.status = "Playing" if is_playing else "Paused"
        self.metadata = {"mpris:trackid": QDBusObjectPath(_TRACK), "xesam:title": title}
        changed = QDBusMessage.createSignal(
            _PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        values = {"PlaybackStatus": self.status, "Metadata": self.metadata}
        # PySide passes an empty list on as one of variants, which desktops refuse.
        none = QDBusArgument()
        none.beginArray(QMetaType(QMetaType.Type.QString.value))
        none.endArray()
        changed.setArguments([_PLAYER, values, none])
        self._bus.send(changed)
