"""What a fault is, and what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.faults.driver import Program
from tests.journeys.faults.kept import KeptSession, kept_sessions


class CannotTryError(Exception):
    """This machine has not what a fault needs."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of it: what is wrong, if anything, and the figures."""

    wrong: Sequence[str]
    figures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that may go wrong; ``attempt`` is handed an empty home."""

    name: str
    attempt: Callable[[Path], Seen]


def finish(program: Program, folder: Path) -> KeptSession:
    """Lets the session come to its end, saves it, closes the window, and gives what is kept.

    A machine with too much to do may not wake the program for three seconds: that is a pause.
    """
    pauses = len(program.of("paused"))

    def stands() -> bool:
        return bool(program.of("over")) or len(program.of("paused")) > pauses

    while not program.of("over"):
        program.wait_until(stands, "end", patience_s=120)
        if len(program.of("paused")) > pauses:
            pauses += 1
            program.press("Resume")
    program.press("Save")
    program.close()
    return kept_sessions(folder)[-1]


def whole(session: KeptSession) -> list[str]:
    """Gives what is wrong with a session that should have been done from beginning to end."""
    return [] if session.is_whole else [f"only {session} kept, {session.doubled} doubled"]


def said(program: Program) -> list[str]:
    """Gives what the user was told."""
    return [told.details["words"] for told in program.of("said")]
