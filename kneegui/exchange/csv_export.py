"""The sessions as two tables for a spreadsheet; ``docs/data.md`` describes them.

One table has a row for each session, the other one for each step. They are RFC 4180: commas,
quotes where they are needed, lines that end in CR LF, names of the columns first.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from kneegui.domain.session import Moment, Session, StepRecord
from kneegui.exchange.written_file import make_folder, write_whole

Cell = str | int | float | None

SESSION_COLUMNS = (
    "id",
    "routine",
    "title",
    "started_at",
    "ended_at",
    "status",
    "planned_steps",
    "done_steps",
    "seconds",
    "pain_side",
    "pain_before",
    "pain_worst",
    "pain_after",
    "pain_morning",
    "effort",
    "note",
    "edited_at",
)
STEP_COLUMNS = (
    "session_id",
    "ordinal",
    "attempt",
    "exercise",
    "title",
    "kind",
    "side",
    "set",
    "planned",
    "done",
    "status",
    "started_at",
    "seconds",
    "pain",
)

_STARTS_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet reckon with a text, the wide forms of the same signs among it.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""
_STARTS_CELL_ANEW = ("\t", "\r", "\n")


def write_csv(sessions: Sequence[Session], out: Path) -> tuple[Path, Path]:
    """Writes both tables next to each other and gives where they are.

    Args:
        sessions: what is told, in this order.
        out: a name that ends in ``.csv`` is the table of sessions, and that of the steps gets
            ``-steps`` added to it; any other name is a folder for ``sessions.csv`` and
            ``steps.csv``, made if need be.

    Raises:
        ExportError: one of them cannot be written.
    """
    of_sessions, of_steps = csv_paths(out)
    make_folder(of_sessions.parent)
    write_whole(of_sessions, sessions_csv(sessions).encode())
    write_whole(of_steps, steps_csv(sessions).encode())
    return of_sessions, of_steps


def csv_paths(out: Path) -> tuple[Path, Path]:
    """Gives where the table of sessions and that of the steps belong; see ``write_csv``."""
    if out.suffix.lower() == ".csv" and not out.is_dir():
        return out, out.with_name(f"{out.stem}-steps{out.suffix}")
    return out / "sessions.csv", out / "steps.csv"


def sessions_csv(sessions: Iterable[Session]) -> str:
    """Gives one row for each session."""
    return _table(SESSION_COLUMNS, (_session(session) for session in sessions))


def steps_csv(sessions: Iterable[Session]) -> str:
    """Gives one row for each step, with the id of its session."""
    rows = (_step(session.id, step) for session in sessions for step in session.steps)
    return _table(STEP_COLUMNS, rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _session(session: Session) -> tuple[Cell, ...]:
    return (
        session.id,
        session.routine,
        session.title,
        _time(session.started_at),
        _time(session.ended_at),
        session.status.value,
        session.planned_steps,
        session.done_steps,
        round(session.seconds, 3),
        None if session.pain_side is None else session.pain_side.value,
        session.pain_before,
        session.pain_worst,
        session.pain_after,
        session.pain_morning,
        session.effort,
        session.note,
        _time(session.edited_at),
    )


def _step(session_id: str, step: StepRecord) -> tuple[Cell, ...]:
    return (
        session_id,
        step.ordinal,
        step.attempt,
        step.exercise,
        step.title,
        step.kind.value,
        step.side.value,
        step.set,
        step.planned,
        step.done,
        step.status.value,
        _time(step.started_at),
        step.seconds,
        step.pain,
    )


def _time(moment: Moment | None) -> str | None:
    return None if moment is None else moment.local.isoformat()


def _harmless(cell: Cell) -> Cell:
    """Gives a cell no spreadsheet takes for a formula: a text that could be one is quoted."""
    if not isinstance(cell, str):
        return cell
    # Space in front is passed over by some programs.
    if cell.startswith(_STARTS_CELL_ANEW) or cell.lstrip().startswith(_STARTS_FORMULA):
        return f"'{cell}"
    return cell
