"""Drives the engine with one timer and tells what happens as signals."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kneegui.player.clock import Clock
from kneegui.player.commands import Command, IllegalCommandError
from kneegui.player.engine import Engine
from kneegui.player.events import Event


class PlayerBridge(QObject):
    """Wakes the engine when something is due, and passes commands on.

    Args:
        engine: what is driven.
        clock: the engine's clock.
        scale: seconds of that clock in one real second.

    Signals:
        happened: an event of the engine, each by itself and in order.
    """

    happened = Signal(object)

    def __init__(
        self, engine: Engine, clock: Clock, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.engine = engine
        self._clock = clock
        self._scale = scale
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def now(self) -> float:
        """What the engine's clock shows."""
        return self._clock.monotonic()

    def allows(self, command: Command) -> bool:
        """True where a command would be taken now."""
        return self.engine.allows(command, self.now)

    def handle(self, command: Command) -> bool:
        """Passes a command on; gives False where it makes no sense any more.

        A button may be pressed in the very moment its step ends.
        """
        try:
            events = self.engine.handle(command, self.now)
        except IllegalCommandError:
            self._on_timeout()
            return False
        self._tell(events)
        return True

    def wake(self) -> None:
        """Has the engine tell what has fallen due; the timer does this by itself."""
        self._on_timeout()

    def stop(self) -> None:
        """Wakes the engine no more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        self._tell(self.engine.advance(self.now))

    def _tell(self, events: Iterable[Event]) -> None:
        for event in events:
            self.happened.emit(event)
        self._arm()

    def _arm(self) -> None:
        due = self.engine.next_due
        if due is None:
            self._timer.stop()
        else:
            wait_ms = max(0.0, (due - self.now) / self._scale * 1000)
            # Rounded up: woken a little late the engine still tells the moment it was due.
            self._timer.start(int(wait_ms) + (wait_ms > int(wait_ms)))
