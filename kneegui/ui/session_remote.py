"""Media keys, headphones and the desktop's own controls, joined to the player."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from kneegui.desktop.media_remote import MediaRemote
from kneegui.domain.exercise import Exercise
from kneegui.ui.figures import Figures
from kneegui.ui.main_window import MainWindow
from kneegui.ui.pages.player_page import PlayerPage
from kneegui.ui.pages.player_view import Press
from kneegui.ui.theme.theme import Theme


class SessionRemote(QObject):
    """Shows the session to the desktop while one runs, and passes on what is pressed there.

    Args:
        remote: what the desktop sees.
        player: what is steered; the button that toggles is its big one.
        window: comes to the front when the desktop asks for it.
    """

    def __init__(
        self,
        remote: MediaRemote,
        player: PlayerPage,
        window: MainWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._remote = remote
        player.changed.connect(self._on_changed)
        player.ended.connect(remote.close)
        remote.play_asked.connect(player.go_on)
        remote.pause_asked.connect(player.pause)
        for asked, press in (
            (remote.toggle_asked, Press.MAIN),
            (remote.next_asked, Press.NEXT),
            (remote.previous_asked, Press.BACK),
        ):
            asked.connect(lambda press=press: player.press(press))
        remote.front_asked.connect(window.come_to_front)

    def _on_changed(self, goes: bool, title: str) -> None:
        self._remote.open()
        self._remote.show_state(goes, title)


def open_player(
    theme: Theme, figures: Figures, exercises: Mapping[str, Exercise], window: MainWindow
) -> PlayerPage:
    """Gives a player that this computer's keys and controls steer; it is not shown yet."""
    player = PlayerPage(theme, figures, exercises, window)
    player.hide()
    SessionRemote(MediaRemote(window), player, window, player)
    return player
