"""An export comes back as it went out; anything else is refused, with its place."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings

from kneegui.domain.routine import Routine
from kneegui.domain.session import Moment, Session, Side
from kneegui.exchange import json_import
from kneegui.exchange.errors import ImportFileError
from kneegui.exchange.json_export import export_json
from kneegui.exchange.json_import import parse_json, read_json
from tests.exchange.mutated_files import mutated
from tests.store.samples import any_session, at, session, step

FUZZED = 2000


def one_session() -> dict[str, Any]:
    """Gives a file with one session of two steps."""
    whole = session(
        ended_at=at(20), pain_before=3, effort=4, note="Fine", steps=(step(1), step(2, pain=1))
    )
    return export_json([whole])


PLAIN = "knee.json is not an export of KneeGuide, or it is damaged. Nothing was imported."


Reason = Callable[[bytes | dict[str, Any]], str]


@pytest.fixture
def reason(caplog: pytest.LogCaptureFixture) -> Reason:
    """Gives the function that gives what the log says of a file that is refused."""

    def why(data: bytes | dict[str, Any]) -> str:
        caplog.clear()
        with caplog.at_level("INFO"):
            assert refusal(data) == PLAIN
        (record,) = caplog.records
        return record.getMessage()

    return why


def refusal(data: bytes | dict[str, Any]) -> str:
    """Gives the sentence with which a file is refused."""
    if isinstance(data, dict):
        data = json.dumps(data).encode()
    with pytest.raises(ImportFileError) as caught:
        parse_json(data, "knee.json")
    told = str(caught.value)
    assert told.startswith("knee.json "), told
    assert told.endswith("."), told
    assert "\n" not in told
    assert len(told) < 400
    return told


# What comes back


def printable(text: str) -> str:
    """Gives a text in letters that a file may hold."""
    return "".join(letter for letter in text if category(letter) != "Cc")


def as_exported(one: Session) -> Session:
    """Gives what an export holds of a session."""
    routine, title = printable(one.routine), printable(one.title)
    return replace(
        one,
        routine=routine,
        title=title,
        note=printable(one.note) + "\tTab,\nline",
        plan=Routine.unknown(routine, title),
        position=0,
        steps=tuple(
            replace(record, exercise=printable(record.exercise), title=printable(record.title))
            for record in one.steps
        ),
    )


@settings(deadline=None, max_examples=50)
@given(any_session)
def test_any_session_comes_back_as_it_went_out(one: Session) -> None:
    one = as_exported(one)

    assert parse_json(json.dumps(export_json([one])).encode(), "knee.json") == (one,)


def test_nothing_done_comes_back_as_nothing() -> None:
    assert parse_json(b'{"version": 1, "sessions": []}', "knee.json") == ()


def test_an_edited_session_keeps_when_it_was_edited() -> None:
    edited = as_exported(session(pain_morning=2, edited_at=at(60), pain_side=Side.LEFT))

    (back,) = parse_json(json.dumps(export_json([edited])).encode(), "knee.json")

    assert (back.pain_morning, back.edited_at, back.pain_side) == (2, at(60), Side.LEFT)


def test_a_file_of_the_first_program_is_understood() -> None:
    """Version 1 without the fields that were added to it later."""
    told = one_session()
    for added in ("planned_steps", "first_side", "pain_side", "pain_morning", "edited_at"):
        told["sessions"][0].pop(added, None)

    (back,) = parse_json(json.dumps(told).encode(), "knee.json")

    assert (back.planned_steps, back.first_side) == (2, Side.LEFT)
    assert (back.pain_side, back.pain_morning, back.edited_at) == (None, None, None)


def test_a_field_of_a_later_program_is_passed_over() -> None:
    told = one_session()
    told["made_by"] = ["later", {"than": "this"}]
    told["sessions"][0]["mood"] = told["sessions"][0]["steps"][0]["mood"] = None

    assert len(parse_json(json.dumps(told).encode(), "knee.json")) == 1


def test_steps_are_put_into_their_order() -> None:
    told = one_session()
    told["sessions"][0]["steps"].reverse()

    (back,) = parse_json(json.dumps(told).encode(), "knee.json")

    assert [record.ordinal for record in back.steps] == [1, 2]


def test_a_mark_of_an_editor_in_front_does_no_harm() -> None:
    assert parse_json(b'\xef\xbb\xbf{"version": 1, "sessions": []}', "knee.json") == ()


def test_an_imported_session_cannot_be_resumed() -> None:
    (back,) = parse_json(json.dumps(one_session()).encode(), "knee.json")

    assert back.plan.items == ()
    assert (back.plan.key, back.plan.title) == ("arms", "Arms")


def test_a_time_keeps_its_place_on_earth() -> None:
    told = one_session()
    told["sessions"][0]["started_at"] = "2026-03-01T03:45:00.25-03:30"

    (back,) = parse_json(json.dumps(told).encode(), "knee.json")

    assert back.started_at.offset_minutes == -210
    assert back.started_at.utc.isoformat() == "2026-03-01T07:15:00.250000+00:00"


# What is refused


def test_a_newer_version_is_refused_before_anything_else_is_looked_at() -> None:
    told = refusal(b'{"version": 2, "sessions": "in another form"}')

    assert "newer KneeGuide (version 2 of the export)" in told


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'"version"',
        b'{"version": 1}',
        b'{"version": 0, "sessions": []}',
        b'{"version": -1, "sessions": []}',
        b'{"version": "1", "sessions": []}',
        b'{"version": 1.5, "sessions": []}',
        b'{"version": true, "sessions": []}',
        b'{"version": null, "sessions": []}',
        b'{"version": 1, "sessions": {}}',
        b'{"version": 1, "sessions": [null]}',
        b'{"version": 1, "sessions": [[]]}',
        b'{"version": 1, "sessions": []} and more',
        b'{"version": 1, "sessions": [],}',
        b'{"version": 1, "sessions": []}' * 2,
        b'{"version": 1, "sessions": [\xff]}',
        '{"version": 1, "sessions": []}'.encode("utf-16"),
        b"SQLite format 3\0" + bytes(range(256)),
        b"PK\x03\x04" + bytes(1000),
        b"id,routine,title\r\n",
        b'{"version": ' + b"9" * 1_000 + b', "sessions": []}',
        b'{"version": ' + b"9" * 100_000 + b', "sessions": []}',
        b'{"version": NaN, "sessions": []}',
    ],
)
def test_what_is_no_export_is_refused(data: bytes) -> None:
    assert refusal(data) == PLAIN


@pytest.mark.parametrize(
    "deep",
    [b"[" * 100_000, b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000],
)
@pytest.mark.parametrize("before", [b'{"x": ', b'{"version": 1, "sessions": ', b""])
def test_what_is_nested_too_deeply_is_refused(deep: bytes, before: bytes) -> None:
    refusal(before + deep)


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_off_is_refused(share: float, reason: Reason) -> None:
    data = json.dumps(one_session()).encode()

    assert "truncated" in reason(data[: int(len(data) * share)])


def _change(field: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda entry: entry.update({field: value})


def _drop(field: str) -> Callable[[dict[str, Any]], None]:
    return lambda entry: entry.pop(field)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_drop("id"), "id"),
        (_change("id", ""), "id"),
        (_change("id", 7), "id"),
        (_change("id", "x" * 101), "id"),
        (_change("id", "a\0b"), "id"),
        (_change("routine", "a\x1bb"), "routine"),
        (_change("title", None), "title"),
        (_change("title", "two\nlines"), "title"),
        (_change("title", "x" * 401), "title"),
        (_change("note", "bell\x07"), "note"),
        (_change("note", "\x9b31m"), "note"),
        (_change("note", "x" * 100_001), "note"),
        (_change("note", None), "note"),
        (_change("status", "finished"), "status"),
        (_change("status", "COMPLETED"), "status"),
        (_change("status", None), "status"),
        (_change("started_at", None), "started_at"),
        (_change("started_at", "2026-03-01T08:15:00"), "started_at"),
        (_change("started_at", "2026-03-01"), "started_at"),
        (_change("started_at", "2026-13-01T08:15:00Z"), "started_at"),
        (_change("started_at", "2026-03-01T08:15:00+24:00"), "started_at"),
        (_change("started_at", 1_767_225_600), "started_at"),
        (_change("started_at", "9999-12-31T23:59:59-05:00"), "started_at"),
        (_change("started_at", "0001-01-01T00:00:00+05:00"), "started_at"),
        (_change("ended_at", "2026-03-01T08:15:00"), "ended_at"),
        (_change("ended_at", "1600-03-01T08:15:00Z"), "ended_at"),
        (_change("edited_at", "2200-03-01T08:15:00Z"), "edited_at"),
        (_change("pain_before", 11), "pain_before"),
        (_change("pain_worst", -1), "pain_worst"),
        (_change("pain_after", 2.5), "pain_after"),
        (_change("pain_after", "3"), "pain_after"),
        (_change("pain_morning", 10**30), "pain_morning"),
        (_change("effort", True), "effort"),
        (_drop("effort"), "effort"),
        (_change("planned_steps", -1), "planned_steps"),
        (_change("first_side", "up"), "first_side"),
        (_change("pain_side", ""), "pain_side"),
        (_change("steps", None), "steps"),
        (_drop("steps"), "steps"),
        (_change("steps", {}), "steps"),
    ],
)
def test_a_wrong_session_is_named(
    change: Callable[[dict[str, Any]], None], place: str, reason: Reason
) -> None:
    told = one_session()
    told["sessions"].insert(0, {**told["sessions"][0], "id": "before"})
    change(told["sessions"][1])

    words = reason(told)

    assert "$.sessions[1]" in words
    assert place in words


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_drop("ordinal"), "ordinal"),
        (_change("ordinal", -1), "ordinal"),
        (_change("ordinal", 2**63), "ordinal"),
        (_change("attempt", None), "attempt"),
        (_change("exercise", "a\rb"), "exercise"),
        (_change("title", "\x7f"), "title"),
        (_change("kind", "dance"), "kind"),
        (_change("side", "middle"), "side"),
        (_change("set", 1_000_001), "set"),
        (_change("planned", "5"), "planned"),
        (_change("done", 0.5), "done"),
        (_change("status", "failed"), "status"),
        (_change("started_at", "2026-03-01T08:15:00"), "started_at"),
        (_change("started_at", "1899-03-01T08:15:00Z"), "started_at"),
        (_change("seconds", -0.1), "seconds"),
        (_change("seconds", 1e8), "seconds"),
        (_change("seconds", None), "seconds"),
        (_change("pain", 11), "pain"),
        (_drop("pain"), "pain"),
    ],
)
def test_a_wrong_step_is_named(
    change: Callable[[dict[str, Any]], None], place: str, reason: Reason
) -> None:
    told = one_session()
    change(told["sessions"][0]["steps"][1])

    words = reason(told)

    assert "$.sessions[0].steps[1]" in words
    assert place in words


def test_a_session_that_comes_twice_is_refused(reason: Reason) -> None:
    told = one_session()
    told["sessions"] *= 2

    assert "Second session of the same id - at `$.sessions[1].id`" in reason(told)


def test_a_step_that_comes_twice_is_refused(reason: Reason) -> None:
    told = one_session()
    told["sessions"][0]["steps"] *= 2

    assert "ordinal and attempt - at `$.sessions[0].steps[2]`" in reason(told)


@pytest.mark.parametrize(
    "written",
    [
        b'"seconds": NaN',
        b'"seconds": Infinity',
        b'"seconds": 1e999',
        b'"seconds": ' + b"1" * 10_000,
        b'"note": "\\ud800"',
        b'"note": "\\udc00 lone"',
        b'"note": "\xed\xa0\x80"',
        b'"note": "\xff"',
        b'"note": "raw\x01control"',
        b'"pain_after": 99999999999999999999999999',
    ],
)
def test_what_no_program_of_ours_writes_is_refused(written: bytes) -> None:
    data = json.dumps(one_session()).encode()
    field = written.split(b":")[0]
    # The text of a lone half of a pair, or a number that is none, cannot be made by json.dumps.
    changed, times = re.subn(re.escape(field) + rb": [^,]+", lambda _found: written, data, count=1)
    assert times == 1

    refusal(changed)


# The file itself


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "knee.json"
    file.write_text(json.dumps(one_session()), "utf-8")

    assert [one.id for one in read_json(file)] == ["first"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match=r"cannot be read: there is no such file\.$"):
        read_json(tmp_path / "gone.json")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match=r"cannot be read: it is a folder\.$"):
        read_json(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="needs a device")
def test_a_device_is_not_read() -> None:
    with pytest.raises(ImportFileError, match=r"cannot be read: there is no such file\.$"):
        read_json(Path("/dev/zero"))


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "knee.json").write_bytes(b"{}")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(ImportFileError, match=r"cannot be read: Permission denied\.$"):
        read_json(tmp_path / "knee.json")


def test_a_huge_file_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_import, "MOST_BYTES", 1_000_000)
    file = tmp_path / "huge.json"
    with file.open("wb") as sparse:
        sparse.truncate(10**12)

    with pytest.raises(ImportFileError, match=r"^huge\.json is too large: more than 1 MB "):
        read_json(file)


# Files nobody meant


def test_no_damaged_file_brings_the_program_down() -> None:
    data = json.dumps(
        export_json([session(f"{n}", note="Ü\t…", steps=(step(1), step(2))) for n in range(3)])
    ).encode()
    refused = 0
    for seed in range(FUZZED):
        try:
            read = parse_json(mutated(data, seed), "knee.json")
        except ImportFileError:
            refused += 1
        else:
            # What is still an export is one in every part.
            assert parse_json(json.dumps(export_json(read)).encode(), "knee.json") == read

    assert FUZZED / 2 < refused < FUZZED


def test_a_moment_is_read_as_it_was_noted() -> None:
    assert Moment.of(at().local) == at()
