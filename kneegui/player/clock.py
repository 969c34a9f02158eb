"""The time. This is the only file that asks for it."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def monotonic(self) -> float:
        """Gives seconds that never go back; differences between them are all that counts."""
        ...

    def local_time(self) -> datetime:
        """Gives what local clocks show, with their offset from UTC."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def monotonic(self) -> float:
        """Gives seconds that go on while the machine sleeps, so that the sleep is seen as a gap.

        On Linux ``time.monotonic`` stands still in that time, and on macOS too; the clocks named
        here do not. On Windows there is no other, and it goes on.
        """
        for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
            clock = getattr(time, name, None)
            if clock is not None:
                return time.clock_gettime(clock)
        return time.monotonic()

    def local_time(self) -> datetime:
        """Gives what local clocks show, with their offset from UTC."""
        return datetime.now().astimezone()


class ScaledClock:
    """A clock whose seconds pass faster, or slower, than those of another.

    Local time stays that of the other clock: what is written down happened when it happened.

    Args:
        scale: its seconds in one second of the other clock; above 0.
        clock: the other clock.

    Raises:
        ValueError: the scale is not above 0.
    """

    def __init__(self, scale: float, clock: Clock) -> None:
        if not scale > 0:
            raise ValueError(f"A clock cannot run {scale} times as fast.")
        self.scale = scale
        self._clock = clock
        self._origin = clock.monotonic()

    def monotonic(self) -> float:
        """Gives scaled seconds, counted on from what the other clock showed at the beginning."""
        return self._origin + (self._clock.monotonic() - self._origin) * self.scale

    def local_time(self) -> datetime:
        """Gives what local clocks show, with their offset from UTC."""
        return self._clock.local_time()
