"""The process that plays: ``python -m kneegui.desktop.sound_process``.

It is a process of its own because Qt's sounds can take the program down with them. Where a sound
server hangs, Qt waits for it. And in Qt 6.11 the thread that mixes the sounds may be the last to
let go of one that has ended, and deletes a notifier of the main thread with it; from then on the
main thread does nothing but complain, without end. Two sounds that end together are its occasion,
so a sound cuts the one before it.

Both ways goes one JSON object a line. In come::

    {"do": "load", "sound": 0, "path": "/.../go.wav"}
    {"do": "play", "sound": 0}                          from the beginning; ends the others
    {"do": "stop", "sound": 0}
    {"do": "volume", "sound": 0, "volume": 0.25}        the factor for the amplitude

and out go::

    {"is": "began" | "ended" | "broke", "sound": 0}

It ends when its input does.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtMultimedia import QSoundEffect
from typing_extensions import override

from kneegui.desktop.process_lines import Servant, obey, tell


class _Player(Servant):
    """Has a sound of Qt's for each number."""

    def __init__(self) -> None:
        super().__init__()
        self._effects: dict[int, QSoundEffect] = {}

    @override
    def on_received(self, command: dict[str, Any]) -> None:
        effect = self._effect(command["sound"])
        match command["do"]:
            case "load":
                effect.setSource(QUrl.fromLocalFile(command["path"]))
            case "play":
                self._stop_all()
                effect.play()
            case "stop":
                effect.stop()
            case "volume":
                effect.setVolume(command["volume"])

    def _stop_all(self) -> None:
        for effect in self._effects.values():
            if effect.isPlaying():
                effect.stop()

    def _effect(self, number: int) -> QSoundEffect:
        if number not in self._effects:
            effect = self._effects[number] = QSoundEffect(self)
            effect.statusChanged.connect(lambda: self._on_status_changed(number))
            effect.playingChanged.connect(lambda: self._on_playing_changed(number))
        return self._effects[number]

    def _on_status_changed(self, number: int) -> None:
        if self._effects[number].status() == QSoundEffect.Status.Error:
            tell("broke", sound=number)

    def _on_playing_changed(self, number: int) -> None:
        tell("began" if self._effects[number].isPlaying() else "ended", sound=number)


def main() -> int:
    """Plays what it is told to until its input ends, and gives the exit code."""
    _application = QCoreApplication(sys.argv[:1])
    return obey(_Player())


if __name__ == "__main__":
    sys.exit(main())
