"""Lets media keys, headphones and the desktop's own controls steer a session (Linux: MPRIS)."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kneegui.desktop.mpris import MprisPlayer

_log = logging.getLogger(__name__)


class MediaRemote(QObject):
    """Shows the session to the desktop as if it were a piece of music, from ``open`` to ``close``.

    Where there is no session bus, as on other systems, it quietly does nothing.

    Signals:
        play_asked(): go on.
        pause_asked(): pause.
        toggle_asked(): pause or go on, whichever it is not.
        next_asked(): to the next step.
        previous_asked(): back.
        front_asked(): show the window.
    """

    play_asked = Signal()
    pause_asked = Signal()
    toggle_asked = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    front_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: MprisPlayer | None = None
        self._is_playing = False
        self._title = ""

    @property
    def is_open(self) -> bool:
        """Whether the desktop can see the session."""
        return self._player is not None

    def open(self) -> None:
        """Begins to listen; again, does nothing."""
        address = _bus_address()
        if self._player is not None or not address:
            return
        from kneegui.desktop.mpris import MprisPlayer

        player = MprisPlayer(address, self)
        if player.register():
            self._player = player
            player.show_state(self._is_playing, self._title)
        else:
            _log.info("no media keys: %s", player.problem)
            player.unregister()
            player.deleteLater()

    def show_state(self, is_playing: bool, title: str) -> None:
        """Tells the desktop whether the session runs or is paused, and what is being done."""
        self._is_playing, self._title = is_playing, title
        if self._player is not None:
            self._player.show_state(is_playing, title)

    def close(self) -> None:
        """Listens no more; may be opened again."""
        player, self._player = self._player, None
        if player is not None:
            player.unregister()
            player.deleteLater()


def _bus_address() -> str:
    if not sys.platform.startswith("linux"):
        return ""
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
