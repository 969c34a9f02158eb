"""The program is started more than once on the same data."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.faults.driver import new_folder, running
from tests.journeys.faults.fault import Fault, Seen, finish, go_on, whole


def at_once(home: Path) -> Seen:
    folder = new_folder(home)
    with running(folder) as one, running(folder) as other:
        one.wait_until(lambda: one.has_ended or bool(one.of("asked")), "second start")
        first, second = (other, one) if one.has_ended else (one, other)
        code = second.end()
        first.press("Start")
        go_on(first, "ended", 2)
        with running(folder) as third:
            later = third.end()
        session = finish(first, folder)
    asked = len(first.of("asked"))
    wrong = [] if (code, later, asked) == (0, 0, 2) else [f"codes {code}, {later}; asked {asked}"]
    return Seen(
        [*whole(session), *wrong],
        [f"{session}; two at once and one in the session: {asked} asked the first, and ended"],
    )


FAULTS = [Fault("two starts at once", at_once)]
