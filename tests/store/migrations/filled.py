"""What stands in each of the filled old databases, as it reads today.

``tests/old_databases`` holds one for each revision, as the statements that make it. It was written
by the program of that revision and is never written again.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kneegui.domain.basis import Basis
from kneegui.domain.dose import Dose
from kneegui.domain.session import SessionStatus, Side, StepKind, StepStatus, Swap
from tests.store.samples import at, session, step

FOLDER = Path(__file__).parents[2] / "old_databases"

SWAP = Swap(
    after=2,
    exercise="bridge",
    dose=Dose(
        sets=1,
        reps=5,
        hold_s=None,
        seconds=None,
        rest_s=15,
        basis=Basis(reason="Easier."),
        rest_basis=Basis(reason="Short."),
    ),
)
_OLDEST = (
    session(
        "whole",
        status=SessionStatus.COMPLETED,
        ended_at=at(12),
        position=4,
        first_side=Side.RIGHT,
        pain_side=Side.BOTH,
        pain_before=3,
        pain_worst=4,
        pain_after=1,
        effort=6,
        note="Went well.\nO'Brien's × “quotes”",
        swaps=(SWAP,),
        steps=(
            step(1, kind=StepKind.HOLD, side=Side.LEFT),
            step(1, 1, side=Side.LEFT, done=3, status=StepStatus.STOPPED, pain=4),
            step(3, kind=StepKind.TIMED, seconds=61.25, status=StepStatus.SKIPPED),
        ),
    ),
    session("running", started_at=at(60), steps=(step(1, started_at=at(61)),)),
)
SESSIONS = {
    "0001": _OLDEST,
    "0002": (
        replace(_OLDEST[0], pain_morning=2, edited_at=at(24 * 60)),
        _OLDEST[1],
    ),
}
"""Revision -> its sessions."""
SETTINGS = {"voice": "Anna"}
FAVOURITES = ("clamshell", "bridge")
