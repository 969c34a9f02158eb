"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

SUMMER = timezone(timedelta(hours=2))


class ManualClock:
    """Gives the time a test has set."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.local = datetime(2026, 6, 1, 18, 0, tzinfo=SUMMER)

    def monotonic(self) -> float:
        return self.seconds

    def local_time(self) -> datetime:
        return self.local

    def move(self, seconds: float) -> None:
        """Lets both clocks go on."""
        self.seconds += seconds
        self.local += timedelta(seconds=seconds)
