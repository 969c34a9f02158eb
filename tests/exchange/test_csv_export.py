"""The tables say what the sessions say, and no spreadsheet reckons with a text of theirs."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings

from kneegui.domain.session import Moment, Session, SessionStatus, Side, StepStatus
from kneegui.exchange.csv_export import (
    SESSION_COLUMNS,
    STEP_COLUMNS,
    csv_paths,
    sessions_csv,
    steps_csv,
    write_csv,
)
from kneegui.exchange.errors import ExportError
from tests.store.samples import any_session, session, step


def rows(text: str) -> list[dict[str, str]]:
    """Gives the rows of a table by their columns, read as strictly as the module can."""
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def moment(hour: int, offset_minutes: int) -> Moment:
    return Moment(utc=datetime(2026, 3, 1, hour, 15, tzinfo=UTC), offset_minutes=offset_minutes)


def test_nothing_done_is_the_names_of_the_columns() -> None:
    assert sessions_csv([]) == ",".join(SESSION_COLUMNS) + "\r\n"
    assert steps_csv([]) == ",".join(STEP_COLUMNS) + "\r\n"


def test_a_session_is_one_row() -> None:
    whole = session(
        status=SessionStatus.LEFT,
        started_at=moment(7, -210),
        ended_at=moment(8, 60),
        edited_at=moment(9, 60),
        pain_side=Side.RIGHT,
        pain_before=2,
        pain_worst=6,
        pain_after=3,
        pain_morning=0,
        effort=7,
        note='Said "ow",\nthen rested',
        steps=(step(1, seconds=30.1), step(2, seconds=0.2, status=StepStatus.SKIPPED)),
    )

    assert sessions_csv([whole]).split("\r\n", 1)[1] == (
        "first,arms,Arms,2026-03-01T03:45:00-03:30,2026-03-01T09:15:00+01:00,left,3,1,30.3,right,"
        '2,6,3,0,7,"Said ""ow"",\nthen rested",2026-03-01T10:15:00+01:00\r\n'
    )


def test_what_was_not_told_is_an_empty_cell() -> None:
    (row,) = rows(sessions_csv([session()]))

    empty = {name for name, cell in row.items() if not cell}
    assert empty == {
        *("ended_at", "edited_at", "pain_side", "note", "effort"),
        *("pain_before", "pain_worst", "pain_after", "pain_morning"),
    }


def test_each_step_is_a_row_that_names_its_session() -> None:
    record = step(
        4,
        1,
        side=Side.LEFT,
        set=2,
        planned=3,
        done=1,
        status=StepStatus.STOPPED,
        started_at=moment(7, -210),
        seconds=12.5,
        pain=6,
    )

    told = steps_csv([session("a", steps=(step(1),)), session("b", steps=(record,))])

    assert [row["session_id"] for row in rows(told)] == ["a", "b"]
    assert told.split("\r\n")[2] == (
        "b,4,1,arm-swing,Arm swing,work,left,2,3,1,stopped,2026-03-01T03:45:00-03:30,12.5,6"
    )


@pytest.mark.parametrize(
    "formula",
    [
        '=HYPERLINK("http://x")',
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\uff1d1",
        "\u00a0=1",
    ],
)
def test_a_text_a_spreadsheet_would_reckon_with_is_quoted(formula: str) -> None:
    hostile = session(
        formula, title=formula, note=formula, routine=formula, steps=(step(title=formula),)
    )

    (head,), (line,) = rows(sessions_csv([hostile])), rows(steps_csv([hostile]))

    cells = [head["id"], head["routine"], head["title"], head["note"]]
    assert [*cells, line["session_id"], line["title"]] == [f"'{formula}"] * 6


@pytest.mark.parametrize("words", ["3 - 2", "a=b", "Knee (left)", "'quoted'", "mail@place", ""])
def test_a_harmless_text_stays_as_it_is(words: str) -> None:
    assert rows(sessions_csv([session(note=words)]))[0]["note"] == words


def test_numbers_are_no_texts() -> None:
    (row,) = rows(sessions_csv([session(pain_before=0, effort=10)]))

    assert (row["pain_before"], row["effort"], row["planned_steps"]) == ("0", "10", "3")


@settings(deadline=None, max_examples=50)
@given(any_session)
def test_any_session_survives_as_a_table(one: Session) -> None:
    (head,) = rows(sessions_csv([one]))
    told = rows(steps_csv([one]))

    assert head["note"].removeprefix("'") == one.note.removeprefix("'")
    assert datetime.fromisoformat(head["started_at"]) == one.started_at.local
    assert [int(row["ordinal"]) for row in told] == [record.ordinal for record in one.steps]
    for row, record in zip(told, one.steps, strict=True):
        assert float(row["seconds"]) == record.seconds
        assert row["title"].removeprefix("'") == record.title.removeprefix("'")


# Where they are written


def test_a_folder_gets_both_tables(tmp_path: Path) -> None:
    folder = tmp_path / "my" / "tables"

    written = write_csv([session(note="Zwölf", steps=(step(),))], folder)

    assert written == (folder / "sessions.csv", folder / "steps.csv")
    assert "Zwölf" in written[0].read_bytes().decode()
    assert written[1].read_bytes().endswith(b"\r\n")
    assert sorted(folder.iterdir()) == sorted(written)


def test_a_file_gets_the_steps_beside_it(tmp_path: Path) -> None:
    written = write_csv([session()], tmp_path / "knee.CSV")

    assert [path.name for path in written] == ["knee.CSV", "knee-steps.CSV"]
    assert all(path.is_file() for path in written)


def test_a_folder_that_is_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "all.csv").mkdir()

    assert csv_paths(tmp_path / "all.csv")[0] == tmp_path / "all.csv" / "sessions.csv"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("kept")

    with pytest.raises(ExportError, match=r"taken is no folder\.$"):
        write_csv([session()], tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "kept"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("kept")

    with pytest.raises(ExportError, match=r"cannot be made: Not a directory\.$"):
        write_csv([session()], tmp_path / "taken" / "below")
