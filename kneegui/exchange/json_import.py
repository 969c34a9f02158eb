"""Reads the JSON export of another computer, or says that it cannot; the log says exactly why.

Reading changes nothing: what comes of it is handed to the store as a whole, or not at all.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from kneegui.domain.routine import Routine
from kneegui.domain.session import Moment, Session, StepRecord
from kneegui.exchange import json_schema
from kneegui.exchange.errors import ImportFileError
from kneegui.exchange.json_export import VERSION
from kneegui.garbage import nothing_collected

MOST_BYTES = 200_000_000
"""Ten years of daily sessions are about 30 million."""
_YEARS = range(1900, 2200)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CONTROL_IN_NOTE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


def read_json(path: Path) -> tuple[Session, ...]:
    """Gives the sessions of a file, in its order.

    Their plan has no items, because an export does not hold it: they cannot be resumed.

    Raises:
        ImportFileError: the file cannot be read, is too large, was written by a newer program, or
            is not in every part what ``docs/data.md`` describes; its place stands in the log.
    """
    try:
        if not path.is_file():
            reason = "it is a folder" if path.is_dir() else "there is no such file"
            raise ImportFileError(f"{path} cannot be read: {reason}.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ImportFileError(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise ImportFileError(f"{path.name} is too large: more than {most} MB are no export.")
    return parse_json(data, path.name)


def parse_json(data: bytes, file: str) -> tuple[Session, ...]:
    """Gives the sessions of the bytes of a file; see ``read_json``."""
    with nothing_collected():
        return _parse(data, file)


def _parse(data: bytes, file: str) -> tuple[Session, ...]:
    data = data.removeprefix(_BYTE_ORDER_MARK)
    head = _decode(data, json_schema.Head, file)
    if head.version > VERSION:
        raise ImportFileError(
            f"{file} was written by a newer KneeGuide (version {head.version} of the export): "
            "please import it with that one."
        )
    found = _decode(data, json_schema.File, file)
    for problem in _problems(found):
        raise _wrong(file, problem)
    return tuple(_session(session) for session in found.sessions)


def _decode(data: bytes, kind: type[_T], file: str) -> _T:
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError as error:
        raise _wrong(file, "it is nested too deeply") from error
    # UnicodeDecodeError among them, and numbers of too many digits.
    except (msgspec.MsgspecError, ValueError) as error:
        raise _wrong(file, str(error)) from error


def _wrong(file: str, problem: str) -> ImportFileError:
    # Who picked the file can do nothing with the place of a field; who mends it can.
    _log.info("%r cannot be imported: %s", file, problem)
    return ImportFileError(
        f"{file} is not an export of KneeGuide, or it is damaged. Nothing was imported."
    )


# --- what no single field can tell ---


def _problems(file: json_schema.File) -> Iterator[str]:
    ids: set[str] = set()
    for number, session in enumerate(file.sessions):
        where = f"$.sessions[{number}]"
        if session.id in ids:
            yield f"Second session of the same id - at `{where}.id`"
        ids.add(session.id)
        texts = {"id": session.id, "routine": session.routine, "title": session.title}
        yield from _control_characters(texts, where)
        if _CONTROL_IN_NOTE.search(session.note):
            yield f"Control character - at `{where}.note`"
        times = {
            "started_at": session.started_at,
            "ended_at": session.ended_at,
            "edited_at": session.edited_at,
        }
        yield from _far_times(times, where)
        yield from _step_problems(session, where)


def _step_problems(session: json_schema.Session, session_where: str) -> Iterator[str]:
    places: set[tuple[int, int]] = set()
    for number, step in enumerate(session.steps):
        where = f"{session_where}.steps[{number}]"
        place = (step.ordinal, step.attempt)
        if place in places:
            yield f"Second step of the same ordinal and attempt - at `{where}`"
        places.add(place)
        yield from _control_characters({"exercise": step.exercise, "title": step.title}, where)
        yield from _far_times({"started_at": step.started_at}, where)


def _control_characters(texts: dict[str, str], where: str) -> Iterator[str]:
    for field, text in texts.items():
        if _CONTROL.search(text):
            yield f"Control character - at `{where}.{field}`"


def _far_times(times: dict[str, datetime | None], where: str) -> Iterator[str]:
    for field, time in times.items():
        if time is not None and time.year not in _YEARS:
            yield f"Expected a year from {_YEARS[0]} to {_YEARS[-1]} - at `{where}.{field}`"


# --- to the domain ---


def _session(session: json_schema.Session) -> Session:
    steps = sorted(session.steps, key=lambda step: (step.ordinal, step.attempt))
    planned = session.planned_steps
    if planned is None:
        planned = len({step.ordinal for step in steps})
    return Session(
        id=session.id,
        routine=session.routine,
        title=session.title,
        plan=Routine.unknown(session.routine, session.title),
        started_at=Moment.of(session.started_at),
        status=session.status,
        planned_steps=planned,
        first_side=session.first_side,
        ended_at=_moment(session.ended_at),
        pain_side=session.pain_side,
        pain_before=session.pain_before,
        pain_worst=session.pain_worst,
        pain_after=session.pain_after,
        pain_morning=session.pain_morning,
        effort=session.effort,
        note=session.note,
        steps=tuple(_step(step) for step in steps),
        edited_at=_moment(session.edited_at),
    )


def _step(step: json_schema.Step) -> StepRecord:
    return StepRecord(
        ordinal=step.ordinal,
        attempt=step.attempt,
        exercise=step.exercise,
        title=step.title,
        kind=step.kind,
        side=step.side,
        set=step.set,
        planned=step.planned,
        done=step.done,
        status=step.status,
        started_at=Moment.of(step.started_at),
        seconds=step.seconds,
        pain=step.pain,
    )


def _moment(time: datetime | None) -> Moment | None:
    return None if time is None else Moment.of(time)
