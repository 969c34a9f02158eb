"""Bringing sessions out and in on the command line: what is written, and what is said."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from kneegui.__main__ import main
from kneegui.domain.session import Session, SessionStatus
from kneegui.store.store import Store
from tests.store.samples import at, session, step
from tests.support.commands import PROJECT, run, sentence
from tests.support.pdf_reader import read_pdf

NO_DISPLAY = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


def fill(folder: Path, sessions: Sequence[Session]) -> None:
    """Stores sessions in a data folder."""
    folder.mkdir()
    store = Store(folder, lambda _sentence: None)
    for one in sessions:
        store.sessions.begin(one)
    store.close()


@pytest.fixture
def data(own_folders: Path) -> Path:
    """Gives a data folder with a session of the 1st and one of the 3rd of March 2026."""
    folder = own_folders / "data"
    over = SessionStatus.COMPLETED
    first = session("first", status=over, steps=(step(1),))
    steps = (step(1), step(2))
    began = at(2 * 24 * 60)
    later = session("later", status=over, started_at=began, note="=1+1", steps=steps)
    fill(folder, [first, later])
    return folder


def export(data: Path, *arguments: str) -> int:
    return main(["export", "--data-dir", str(data), *arguments])


def exported_ids(text: str) -> list[str]:
    return [one["id"] for one in json.loads(text)["sessions"]]


# JSON


def test_the_export_of_an_empty_database_has_no_sessions(own_folders: Path) -> None:
    done = run("export", without=NO_DISPLAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"version": 1, "sessions": []}


def test_the_export_goes_to_a_file(
    own_folders: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own_folders / "sessions.json"

    assert export(data, "--out", str(file)) == 0
    assert capsys.readouterr() == ("", "")
    assert exported_ids(file.read_text("utf-8")) == ["first", "later"]


def test_a_file_the_export_cannot_write_is_told_in_one_line(own_folders: Path) -> None:
    told = sentence(run("export", "--out", str(own_folders)))

    assert told.startswith(f"{own_folders} cannot be written: ")


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("--from", "2026-03-01"), ["first", "later"]),
        (("--from", "2026-03-02"), ["later"]),
        (("--to", "2026-03-02"), ["first"]),
        (("--from", "2026-03-03", "--to", "2026-03-03"), ["later"]),
        (("--from", "2026-03-04"), []),
    ],
)
def test_a_period_is_of_local_days(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], ids: list[str]
) -> None:
    assert export(data, *arguments) == 0
    assert exported_ids(capsys.readouterr().out) == ids


def test_a_period_that_ends_before_it_begins_is_refused(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(data, "--from", "2026-03-02", "--to", "2026-03-01") == 2
    told = capsys.readouterr()
    assert told.err == "kneegui: There is no day from 2026-03-02 to 2026-03-01.\n"


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "01.03.2026"])
def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], day: str) -> None:
    with pytest.raises(SystemExit, match=r"^2$"):
        main(["export", "--from", day])
    assert f"{day!r} is no day such as 2026-03-01" in capsys.readouterr().err


# CSV


def test_csv_is_two_tables_in_a_folder(
    own_folders: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = own_folders / "tables"

    assert export(data, "--format", "csv", "--out", str(folder)) == 0
    assert capsys.readouterr() == ("", "")
    with (folder / "sessions.csv").open(encoding="utf-8", newline="") as table:
        assert [row["note"] for row in csv.DictReader(table)] == ["", "'=1+1"]
    with (folder / "steps.csv").open(encoding="utf-8", newline="") as table:
        assert [row["session_id"] for row in csv.DictReader(table)] == ["first", "later", "later"]


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("csv", "CSV is two tables and needs a folder: name one with --out."),
        ("pdf", "A PDF needs a file: name one with --out."),
    ],
)
def test_what_needs_a_file_is_not_printed(
    own_folders: Path, capsys: pytest.CaptureFixture[str], style: str, told: str
) -> None:
    assert export(own_folders / "unmade", "--format", style) == 2
    assert capsys.readouterr() == ("", f"kneegui: {told}\n")
    assert not (own_folders / "unmade").exists()


# PDF


def test_the_report_needs_no_display(qapp: object, own_folders: Path, data: Path) -> None:
    file = own_folders / "report.pdf"

    done = run(
        *("export", "--data-dir", str(data), "--format", "pdf", "--out", str(file)),
        *("--paper", "letter", "--notes"),
        without=NO_DISPLAY,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    read = read_pdf(file.read_bytes())
    assert (read.pages[0].width, read.pages[0].height) == (612, 792)
    assert "Notes of the user" in read.text


def test_the_report_is_of_a_period(
    qapp: object, own_folders: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own_folders / "report.pdf"
    period = ("--from", "2026-03-02", "--to", "2026-03-08")

    assert export(data, "--format", "pdf", "--out", str(file), "--notes", *period) == 0
    assert capsys.readouterr() == ("", "")
    text = read_pdf(file.read_bytes()).text
    assert "2 March to 8 March 2026" in text
    assert "=1+1" in text


def test_the_report_of_everything_begins_with_the_first_session(
    qapp: object, own_folders: Path, data: Path
) -> None:
    file = own_folders / "report.pdf"

    assert export(data, "--format", "pdf", "--out", str(file)) == 0
    text = read_pdf(file.read_bytes()).text
    assert "1 March 2026 to" in text or "1 March to" in text
    assert "=1+1" not in text


def test_a_report_of_days_to_come_says_that_there_is_nothing(
    qapp: object, own_folders: Path, data: Path
) -> None:
    file = own_folders / "report.pdf"
    to_come = date(2199, 1, 1)

    assert export(data, "--format", "pdf", "--out", str(file), "--from", f"{to_come}") == 0
    assert "In this time no session was noted." in read_pdf(file.read_bytes()).text
    last = to_come + timedelta(days=3)
    assert export(data, "--format", "pdf", "--out", str(file), "--to", f"{last}") == 0
    assert "4 January 2199" in read_pdf(file.read_bytes()).text


# In


def bring_in(data: Path, file: Path, *arguments: str) -> int:
    return main(["import", str(file), "--data-dir", str(data), *arguments])


def stored(folder: Path) -> Sequence[Session]:
    store = Store(folder, lambda _sentence: None)
    try:
        return store.sessions.all()
    finally:
        store.close()


def summary(told: str) -> dict[str, int]:
    """Gives the numbers that were printed by their names."""
    rows = (line.split() for line in told.splitlines())
    return {row[0]: int(row[1]) for row in rows if len(row) == 2}


@pytest.fixture
def file(own_folders: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Gives an export of the data folder."""
    path = own_folders / "sessions.json"
    assert export(data, "--out", str(path)) == 0
    capsys.readouterr()
    return path


def test_what_went_out_comes_in_on_another_computer(
    own_folders: Path, data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = own_folders / "other"

    assert bring_in(other, file) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert summary(told.out) == {"new": 2, "newer": 0, "unchanged": 0, "older": 0}
    assert told.out.endswith("Sessions written: 2.\n")
    assert [one.id for one in stored(other)] == ["first", "later"]
    assert [one.steps for one in stored(other)] == [one.steps for one in stored(data)]


def test_bringing_it_in_once_more_changes_nothing(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stored(data)

    assert bring_in(data, file) == 0
    told = capsys.readouterr().out
    assert summary(told) == {"new": 0, "newer": 0, "unchanged": 2, "older": 0}
    assert told.endswith("Sessions written: 0.\n")
    assert stored(data) == before


def test_what_was_edited_later_holds(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = json.loads(file.read_text("utf-8"))
    changed["sessions"][0].update(pain_after=1, edited_at="2026-03-05T08:00:00+01:00")
    file.write_text(json.dumps(changed), "utf-8")

    assert bring_in(data, file) == 0
    assert summary(capsys.readouterr().out) == {"new": 0, "newer": 1, "unchanged": 1, "older": 0}
    first, _ = stored(data)
    assert first.pain_after == 1
    # What only this computer knows stays.
    assert first.plan.items


def test_trying_it_writes_nothing(
    own_folders: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = own_folders / "other"

    assert bring_in(other, file, "--dry-run") == 0
    told = capsys.readouterr().out
    assert summary(told)["new"] == 2
    assert told.endswith("Nothing was written: it was only tried.\n")
    assert stored(other) == ()


@pytest.mark.parametrize(
    "written", ["", "{", '{"version": 1}', '{"version": 2, "sessions": []}', "[" * 100_000]
)
def test_a_wrong_file_is_told_in_one_line(own_folders: Path, written: str) -> None:
    file = own_folders / "wrong.json"
    file.write_text(written)

    told = sentence(run("import", str(file)))

    assert told.startswith("wrong.json ")
    assert not (own_folders / "kneegui").exists()


def test_a_file_that_is_not_there_is_told_in_one_line(own_folders: Path) -> None:
    assert "there is no such file" in sentence(run("import", str(own_folders / "gone.json")))


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_long_export_ends_quietly_when_its_reader_has_gone(data: Path) -> None:
    command = f"'{sys.executable}' -m kneegui export --data-dir '{data}' | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")
