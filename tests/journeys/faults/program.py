"""The real program with strings attached: ``python -m tests.journeys.faults.program FOLDER SCALE``.

It opens as ``kneegui`` does. Each line of its input is the name of a button, which is clicked as
soon as it can be seen; an empty line closes the window. Each line of its output is a JSON object
with what happened, ``is``, and when by the machine's clock, ``at``::

    {"at": 812.4, "is": "pressed", "name": "Start"}
    {"at": 812.9, "is": "begun", "step": 4}                   the session stands at a step
    {"at": 813.4, "is": "ended", "step": 4}                   an exercise step was done
    {"at": 813.4, "is": "kept", "step": 4}                    it is on the disk, says the store
    {"at": 815.0, "is": "paused", "gap": true, "due": 814.2}  and when it should have been told
    {"at": 819.0, "is": "over"}                               the session is
    {"at": 813.0, "is": "sounded"}, {"is": "spoken"}, {"is": "said", "words": ...}, {"is": "asked"}

What the engine says is told before anybody else hears of it, by one system call into a pipe: a
signal that kills the program takes nothing of it back.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

import kneegui.app
import kneegui.store.store
import kneegui.ui.loudspeaker
import kneegui.ui.session_runner
from kneegui.app import Parts
from kneegui.desktop.sounds import Sounds
from kneegui.desktop.speech import Speech
from kneegui.domain.session import StepStatus
from kneegui.player.clock import Clock, SystemClock
from kneegui.player.engine import Engine
from kneegui.player.events import Event, Paused, SessionFinished, StepFinished, StepStarted
from kneegui.store.session_log import SessionLog
from kneegui.store.store import Store
from kneegui.ui.kept_settings import KeptSettings
from kneegui.ui.loudspeaker import DesktopLoudspeaker
from kneegui.ui.player_bridge import PlayerBridge

LOOK_MS = 20
_CLOCK = SystemClock()


def tell(what: str, **details: Any) -> None:
    line = json.dumps({"at": _CLOCK.monotonic(), "is": what, **details})
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


class ToldBridge(PlayerBridge):
    """Tells each event before whoever is connected to it later."""

    def __init__(
        self, engine: Engine, clock: Clock, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(engine, clock, scale, parent)
        self._scale = scale
        self.happened.connect(self._on_happened)

    def _on_happened(self, event: Event) -> None:
        match event:
            case StepStarted(step=step):
                tell("begun", step=step.ordinal)
            case StepFinished(step=step, status=StepStatus.DONE) if step.is_exercise:
                tell("ended", step=step.ordinal)
            case Paused(gap=gap, at=at):
                late = (self.now - at) / self._scale
                tell("paused", gap=gap, due=_CLOCK.monotonic() - late)
            case SessionFinished():
                tell("over")
            case _:
                pass


class ToldStore(Store):
    """Tells what the store has written."""

    @cached_property
    def log(self) -> SessionLog:
        log = SessionLog(self.database, self._tell)
        log.add_step = _telling(log.add_step)
        return log


def _telling(add_step: Callable[..., bool]) -> Callable[..., bool]:
    def added(step: Any, position: int, *rest: Any) -> bool:
        kept = add_step(step, position, *rest)
        if kept:
            tell("kept", step=step.ordinal)
        return kept

    return added


class ToldLoudspeaker(DesktopLoudspeaker):
    """Tells what is heard."""

    def __init__(
        self,
        speech: Speech,
        sounds: Sounds,
        settings: KeptSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(speech, sounds, settings, parent)
        speech.spoken_started.connect(lambda _text: tell("spoken"))
        sounds.began.connect(lambda _name, _ms: tell("sounded"))


class ToldParts(Parts):
    """Tells what the user is told, and does what the input says."""

    def __init__(self, application: QApplication, folder: Path, scale: float = 1.0) -> None:
        super().__init__(application, folder, scale)
        self._hand = Hand(self.window)

    @override
    def on_second_start(self, page: str, routine: str) -> None:
        tell("asked")
        super().on_second_start(page, routine)

    @override
    def _on_told(self, sentence: str) -> None:
        tell("said", words=sentence)
        super()._on_told(sentence)


class Hand(QObject):
    """Clicks the buttons named on the input, one after the other."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._input = b""
        self._names: list[str] = []
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_timeout)

    def _on_activated(self) -> None:
        read = os.read(sys.stdin.fileno(), 4096)
        *lines, self._input = (self._input + read).split(b"\n")
        self._names += [line.decode() for line in lines]
        self._notifier.setEnabled(bool(read))
        self._timer.start()

    def _on_timeout(self) -> None:
        if not self._names:
            self._timer.stop()
        elif not self._names[0]:
            self._window.close()
        else:
            for button in self._window.findChildren(QAbstractButton):
                if self._can_press(button):
                    name = self._names.pop(0)
                    tell("pressed", name=name)
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                    return

    def _can_press(self, button: QAbstractButton) -> bool:
        named = button.accessibleName() == self._names[0]
        return named and button.isVisible() and button.isEnabled()


def main(folder: str, scale: str) -> int:
    """Opens the window on Today and gives the exit code once it is closed."""
    setattr(kneegui.app, "Parts", ToldParts)  # noqa: B010  the type checker takes them for constants
    setattr(kneegui.store.store, "Store", ToldStore)  # noqa: B010
    setattr(kneegui.ui.loudspeaker, "DesktopLoudspeaker", ToldLoudspeaker)  # noqa: B010
    setattr(kneegui.ui.session_runner, "PlayerBridge", ToldBridge)  # noqa: B010
    return kneegui.app.run_window(folder, "today", os.environ, scale=float(scale))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
