"""What the user may change of a session once it is over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEdit:
    """What is told of a session, as a whole; the fields mean what they mean in ``Session``.

    What was done, step by step, is not among it: that is never rewritten.
    """

    pain_before: int | None
    pain_worst: int | None
    pain_after: int | None
    pain_morning: int | None
    effort: int | None
    note: str
