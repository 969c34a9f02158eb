"""The program is killed at any moment, again and again in one data folder.

What must be on the disk is known from the engine, which tells each step's end before the program
does anything about it. A step told within ``ALLOWANCE_S`` of the kill may be missing, and is
counted; every other must be there.
"""

from __future__ import annotations

import random
import statistics
from dataclasses import dataclass, field
from pathlib import Path

from tests.journeys.faults.driver import SCALE, Program, new_folder, running
from tests.journeys.faults.fault import Fault, Seen, go_on
from tests.journeys.faults.kept import KeptSession, kept_sessions

KILLS = 50
SEED = 20261121
ALLOWANCE_S = 0.05
LONGEST_S = 5.0
"""Half of the kills come up to so long after the button was pressed,"""
CLOSEST_S = 0.06
"""and half within this of a step's end."""
STEPS = 8
"""Of the routine that Today suggests first."""


@dataclass
class Tally:
    """What was counted."""

    kills: int = 0
    finished: int = 0
    told: int = 0
    kept: int = 0
    lost: int = 0
    late: int = 0
    doubled: int = 0
    unheard: int = 0
    misplaced: int = 0
    resumed: int = 0
    waits: list[float] = field(default_factory=list[float])
    """Seconds from a step's end to the store's word that it is written."""


class Killing:
    """Kills the program over one data folder, and counts what was lost.

    Args:
        folder: the data folder.
        seed: what decides when.
        scale: seconds of the player's clock in one real second.
    """

    def __init__(self, folder: Path, seed: int, scale: float = SCALE) -> None:
        self._folder = folder
        self._random = random.Random(seed)
        self._scale = scale
        self._done: set[int] = set()
        self._places: set[int] = set()
        self._known = 0
        self.tally = Tally()

    def kill_once(self) -> None:
        """Starts the program, begins or resumes a session, kills it, and looks what is kept."""
        with running(self._folder, scale=self._scale) as program:
            program.press("Resume session" if self._done or self._places else "Start")
            if self._random.random() < 0.5:
                program.listen(self._random.uniform(0, LONGEST_S * SCALE / self._scale))
            else:
                left = STEPS - len(self._done)
                go_on(program, "ended", self._random.randint(1, max(1, min(3, left))))
                program.listen(self._random.uniform(0, CLOSEST_S))
            killed_at = program.kill()
        self.tally.kills += 1
        self._judge(program, killed_at)

    def _judge(self, program: Program, killed_at: float) -> None:
        sure = killed_at - ALLOWANCE_S
        tally, sessions = self.tally, kept_sessions(self._folder)
        begun = program.of("begun")
        self._judge_place([told.step for told in begun])
        ended = {told.step: told.at for told in program.of("ended")}
        kept = {told.step: told.at for told in program.of("kept")}
        tally.told += len(ended)
        tally.waits += [kept[step] - at for step, at in ended.items() if step in kept]
        if not self._done and not self._places:
            if len(sessions) == self._known:
                # Killed before it was begun, or the beginning is lost.
                tally.lost += bool(begun) and begun[0].at < sure
                return
            self._known = len(sessions)
        session = sessions[-1]
        done = set(session.done)
        expected = self._done | {step for step, at in ended.items() if at < sure}
        tally.kept += len(done - self._done)
        tally.lost += len(expected - done)
        tally.late += len(set(ended) - expected - done)
        tally.doubled += session.doubled
        tally.unheard += len(done - self._done - set(ended))
        self._done = done | expected
        sure_places = [told.step for told in begun if told.at < sure][-1:] or list(self._places)
        places = {*sure_places, *(told.step for told in begun if told.at >= sure)} or {0}
        # Where the last one was kept and the next not yet told of, it goes on with the next.
        self._places = places | {place + 1 for place in places & done}
        over = program.of("over")
        tally.lost += bool(over) and over[0].at < sure and session.status != "completed"
        self._end_if_done(session)

    def _judge_place(self, begun: list[int]) -> None:
        if self._places and begun:
            self.tally.resumed += 1
            self.tally.misplaced += begun[0] not in self._places

    def _end_if_done(self, session: KeptSession) -> None:
        if session.status == "completed" or len(self._done) == session.planned:
            self.tally.finished += 1
            self._done, self._places = set(), set()


def kills(home: Path) -> Seen:
    killing = Killing(new_folder(home), SEED)
    while killing.tally.kills < KILLS:
        killing.kill_once()
    return seen(killing, kept_sessions(home / "kneegui"))


def seen(killing: Killing, sessions: tuple[KeptSession, ...]) -> Seen:
    """Gives the figures, and what is wrong with them."""
    tally = killing.tally
    wrong = [
        f"{number} {what}"
        for number, what in (
            (tally.lost, "lost"),
            (tally.doubled, "doubled"),
            (tally.unheard, "kept that were never told"),
            (tally.misplaced, "resumed at another step"),
            (sum(not one.is_whole for one in sessions[:-1]), "sessions not whole"),
        )
        if number
    ]
    waits = sorted(tally.waits)
    return Seen(
        wrong,
        [
            f"{tally.kills} kills, seed {SEED}; {tally.finished} sessions finished",
            f"{tally.told} steps told, {tally.kept} kept, {tally.lost} lost, "
            f"{tally.doubled} doubled, {tally.late} missing within {ALLOWANCE_S * 1000:.0f} ms",
            f"{tally.resumed} resumed, {tally.misplaced} at another step",
            f"told to kept: median {statistics.median(waits) * 1000:.1f} ms, "
            f"longest {waits[-1] * 1000:.1f} ms",
        ],
    )


FAULTS = [Fault("kills", kills)]
