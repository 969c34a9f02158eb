"""What the user answers when it hurts, and what the answer allows."""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.guidance import StopScope

STOP_AT = 6
"""From this number on the exercise ends. Source: content.md 4.3, E6."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainReport:
    """How it hurts.

    Raises:
        ValueError: the number is not from 0 to 10.
    """

    number: int | None = None
    """From 0 to 10; None where it is a sign without a number, such as numbness."""
    place: str = ""
    """Where, in the user's words or those offered."""
    ends: StopScope | None = None
    """What the sign ends by the stop rules, such as sharp pain the exercise; None without one."""
    settled: bool = False
    """True where it is back at what it was before the exercise, within a minute or two."""

    def __post_init__(self) -> None:
        if self.number is not None and not 0 <= self.number <= 10:
            raise ValueError(f"Pain is a number from 0 to 10, not {self.number}.")

    @property
    def stops_exercise(self) -> bool:
        """True where the exercise may not go on as it is."""
        return self.ends is not None or (self.number is not None and self.number >= STOP_AT)

    @property
    def allows_easier(self) -> bool:
        """True where the easier variant may follow now: when it was mild, or has settled."""
        return not self.stops_session and (self.settled or not self.stops_exercise)

    @property
    def stops_session(self) -> bool:
        """True where nothing more may be done today, as with dizziness."""
        return self.ends is StopScope.SESSION
