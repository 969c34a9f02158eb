"""What a fault is, and what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.faults.driver import Program
from tests.journeys.faults.kept import KeptSession, kept_sessions

PATIENCE_S = 120.0


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
    """Lets the session come to its end, saves it, closes the window, and gives what is kept."""
    go_on_until(program, lambda: bool(program.of("over")), "end")
    program.press("Save")
    program.close()
    return kept_sessions(folder)[-1]


def go_on(program: Program, what: str, count: int) -> None:
    """Lets the session go on until something was told so many times."""
    go_on_until(program, lambda: len(program.of(what)) >= count, what)


def go_on_until(program: Program, is_so: Callable[[], bool], what: str) -> None:
    """Lets the session go on until something is so.

    On a machine with too much to do the program may not be woken for three seconds: that is a
    pause, and is ended.
    """

    def stands() -> bool:
        resumed = [told for told in program.of("pressed") if told.details["name"] == "Resume"]
        return len(program.of("paused")) > len(resumed)

    while not is_so():
        program.wait_until(lambda: is_so() or stands(), what, PATIENCE_S)
        if stands() and not is_so():
            program.press("Resume")


def whole(session: KeptSession) -> list[str]:
    """Gives what is wrong with a session that should have been done from beginning to end."""
    return [] if session.is_whole else [f"only {session} kept, {session.doubled} doubled"]


def said(program: Program) -> list[str]:
    """Gives what the user was told."""
    return [told.details["words"] for told in program.of("said")]
