"""The command line, as a process and from inside: what it prints, what it says, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import kneegui
from kneegui import cli
from kneegui.__main__ import main
from kneegui.arguments import PAGES, parse
from kneegui.catalogue.reader import read_content
from kneegui.domain.content import Content
from kneegui.domain.dose import Dose
from kneegui.domain.errors import FolderError, KneeGuideError, NoDisplayError
from kneegui.domain.timing import item_seconds, total_seconds
from kneegui.resource_files import resource_folder
from tests.support.commands import PROJECT, run, sentence

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems always have a display"
)


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(resource_folder() / "exercises.json")


# What it is


def test_the_version_is_the_package_s() -> None:
    done = run("--version")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"KneeGuide {kneegui.__version__}\n"


def test_help_names_what_there_is() -> None:
    done = run("--help")

    assert (done.returncode, done.stderr) == (0, "")
    options = ("--data-dir", "--page", "--routine", "--time-scale", "--version")
    # Where a line ends is of no matter.
    told = done.stdout.split()
    for named in ("list", "export", "import", "check", *options):
        assert named in told
    assert f"{{{','.join(PAGES)}}}" in told


def test_help_of_the_list_names_its_formats(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^0$"):
        main(["list", "--help"])

    told = capsys.readouterr().out
    for named in ("exercises", "routines", "table", "json"):
        assert named in told


# What cannot be asked


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Gives the one line with which arguments are refused."""
    # Not main(): what is accepted by mistake would open the window.
    with pytest.raises(SystemExit, match=r"^2$"):
        parse(arguments)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kneegui: ")
    assert told.err.count("\n") == 1
    return told.err


def test_an_unknown_option_is_named_in_one_line() -> None:
    assert "--frobnicate" in sentence(run("--frobnicate"))


def test_a_time_scale_that_is_no_number_is_named_in_one_line() -> None:
    assert "'fast' is not a number" in sentence(run("--time-scale", "fast"))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--frobnicate"], "--frobnicate"),
        (["--pag=settings"], "--pag"),
        (["--page", "kitchen"], "'kitchen'"),
        (["--page"], "--page"),
        (["--time-scale", "fast"], "'fast' is not a number"),
        (["--time-scale", "nan"], "--time-scale"),
        (["--time-scale", "0"], "between 0.01 and 1000"),
        (["--time-scale", "1001"], "between 0.01 and 1000"),
        (["--routine"], "--routine"),
        (["dance"], "'dance'"),
        (["list"], "what"),
        (["list", "dishes"], "'dishes'"),
        (["list", "exercises", "--format", "xml"], "'xml'"),
        (["list", "exercises", "--frobnicate"], "--frobnicate"),
        (["export", "--format", "xml"], "'xml'"),
    ],
)
def test_what_makes_no_sense_is_named_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    told = refused(capsys, *arguments)

    assert named in told
    assert told.endswith("Try kneegui --help.\n")


def test_without_arguments_the_first_page_is_asked_for() -> None:
    asked = parse([])

    assert (asked.command, asked.data_dir, asked.page) == (None, None, PAGES[0])
    assert (asked.routine, asked.time_scale) == (None, 1.0)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_asked_for(page: str) -> None:
    asked = parse(["--data-dir", "somewhere", "--page", page])

    assert (asked.data_dir, asked.page) == ("somewhere", page)


# What cannot be done


def test_a_data_folder_that_cannot_be_made_is_told_in_one_line(own_folders: Path) -> None:
    file = own_folders / "file"
    file.write_text("mine")

    told = sentence(run("--data-dir", str(file)))
    assert told == f"The data folder {file} cannot be made: it is a file."
    assert sentence(run(KNEEGUI_DATA_DIR=str(file))) == told


@on_linux
def test_without_a_display_it_says_so_and_makes_nothing(own_folders: Path) -> None:
    no_display = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")

    assert "no display" in sentence(run(without=no_display))
    assert not (own_folders / "kneegui").exists()


@on_linux
def test_a_display_that_does_not_answer_ends_it_without_a_core_dump() -> None:
    done = run(without=("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"), DISPLAY=":9973")

    assert "isplay" in sentence(done)


@pytest.mark.parametrize("error", [NoDisplayError, FolderError])
def test_what_goes_wrong_as_expected_is_one_line_and_two(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: type[KneeGuideError],
) -> None:
    asked: list[tuple[str | None, str, str | None, float]] = []

    def run_window(
        data_dir: str | None,
        page: str,
        environment: Mapping[str, str],
        *,
        routine: str | None,
        scale: float,
    ) -> int:
        asked.append((data_dir, page, routine, scale))
        raise error("It rains.")

    monkeypatch.setattr("kneegui.app.run_window", run_window)

    wanted = ["--data-dir", "here", "--page", "settings", "--routine", "short"]
    assert main([*wanted, "--time-scale", "20"]) == 2
    assert asked == [("here", "settings", "short", 20.0)]
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "kneegui: It rains.\n")


def test_the_window_s_exit_code_is_the_program_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kneegui.app.run_window", lambda *_, **__: 7)

    assert main([]) == 7


@pytest.mark.parametrize("style", ["table", "json"])
def test_a_damaged_content_file_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_folders: Path,
    style: str,
) -> None:
    (own_folders / "exercises.json").write_text('{"about": []}')
    monkeypatch.setattr(cli, "resource_folder", lambda: own_folders)

    assert main(["list", "exercises", "--format", style]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kneegui: exercises.json, file: ")
    assert told.err.count("\n") == 1


# Lists for programs


def printed_json(capsys: pytest.CaptureFixture[str], what: str) -> list[dict[str, Any]]:
    assert main(["list", what, "--format", "json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return json.loads(told.out)


def dose_json(dose: Dose | None) -> dict[str, int | None] | None:
    if dose is None:
        return None
    return {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": dose.hold_s,
        "seconds": dose.seconds,
        "rest_s": dose.rest_s,
    }


def test_each_exercise_has_its_fields_and_no_other(
    capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    listed = printed_json(capsys, "exercises")

    assert [one["id"] for one in listed] == [one.id for one in content.exercises]
    for one in listed:
        assert list(one) == [
            *("id", "name", "goal", "sides", "body_areas", "muscles", "equipment"),
            *("start", "target", "doses"),
        ]


def test_each_exercise_says_what_the_catalogue_says(
    capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    for listed, exercise in zip(printed_json(capsys, "exercises"), content.exercises, strict=True):
        assert listed["name"] == exercise.name
        assert listed["goal"] == exercise.goal.value
        assert listed["sides"] == exercise.sides.value
        assert listed["body_areas"] == [area.value for area in exercise.body_areas]
        assert listed["muscles"] == list(exercise.muscles)
        assert listed["equipment"] == [thing.kind.value for thing in exercise.equipment]
        assert listed["start"] == dose_json(exercise.start)
        assert listed["target"] == dose_json(exercise.target)


def test_the_dose_of_an_article_has_four_ranges_or_nulls_and_nothing_else(
    capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    for listed, exercise in zip(printed_json(capsys, "exercises"), content.exercises, strict=True):
        assert [dose["article"] for dose in listed["doses"]] == list(exercise.articles)
        for dose in listed["doses"]:
            assert list(dose) == ["article", "sets", "reps", "hold_s", "seconds"]
            for name in ("sets", "reps", "hold_s", "seconds"):
                match dose[name]:
                    case None:
                        pass
                    case [int(low), int(high)]:
                        assert 0 < low <= high
                    case other:
                        pytest.fail(f"{exercise.id}, {dose['article']}, {name}: {other}")


def test_the_doses_are_those_of_the_articles(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {one["id"]: one["doses"] for one in printed_json(capsys, "exercises")}
    silent = {"sets": None, "reps": None, "hold_s": None, "seconds": None}

    assert listed["roll-quads"] == [
        {"article": "000", **silent, "sets": [1, 1], "reps": [5, 5]},
        {"article": "002", **silent, "seconds": [60, 120]},
        {"article": "004", **silent},
    ]
    assert listed["quad-set"] == [
        {"article": "003", **silent, "sets": [3, 3], "reps": [10, 10], "hold_s": [5, 10]}
    ]


def test_each_routine_has_its_fields_and_no_other(
    capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    for listed, routine in zip(printed_json(capsys, "routines"), content.programmes, strict=True):
        assert list(listed) == ["key", "title", "sources", "total_seconds", "items"]
        assert listed["key"] == routine.key
        assert listed["title"] == routine.title
        assert listed["sources"] == list(routine.sources)
        assert listed["total_seconds"] == total_seconds(routine, content.exercise_by_id)


def test_the_items_of_a_routine_have_their_doses_and_times(
    capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    for listed, routine in zip(printed_json(capsys, "routines"), content.programmes, strict=True):
        seconds = item_seconds(routine, content.exercise_by_id)
        assert listed["items"] == [
            {
                "exercise": item.exercise,
                "dose": dose_json(item.dose),
                "target": dose_json(item.target),
                "seconds": time,
            }
            for item, time in zip(routine.items, seconds, strict=True)
        ]
        assert listed["total_seconds"] == sum(item["seconds"] for item in listed["items"])


# Lists for people


def printed_table(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[list[str]]:
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert all(line == line.rstrip() for line in told.out.splitlines())
    head, dashes, *rows = (
        [cell.strip() for cell in line.split("  ") if cell.strip()]
        for line in told.out.splitlines()
    )
    assert len(dashes) == len(head)
    assert set("".join(dashes)) == {"-"}
    return [head, *rows]


def test_the_exercises_as_a_table(capsys: pytest.CaptureFixture[str], content: Content) -> None:
    head, *rows = printed_table(capsys, "list", "exercises")

    assert head == ["id", "name", "goal", "sides", "start", "target", "articles"]
    assert [row[0] for row in rows] == [exercise.id for exercise in content.exercises]
    by_id = {row[0]: row[1:] for row in rows}
    assert by_id["clamshell"] == [
        *("Clamshell", "strengthen", "each", "2 x 10", "3 x 20", "002 003 004")
    ]
    assert by_id["roll-tfl"][3:5] == ["1 x 45 s", "-"]
    assert by_id["couch-stretch"][3:5] == ["1 x 2 x 30 s", "1 x 1 x 120 s"]


def test_the_table_is_what_comes_without_a_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed_table(capsys, "list", "exercises") == printed_table(
        capsys, "list", "exercises", "--format", "table"
    )


def test_the_routines_as_a_table(capsys: pytest.CaptureFixture[str], content: Content) -> None:
    head, *rows = printed_table(capsys, "list", "routines")

    assert head == ["key", "title", "time", "built up", "exercises", "articles"]
    assert [row[0] for row in rows] == [routine.key for routine in content.programmes]
    by_key = {row[0]: row[1:] for row in rows}
    assert by_key["strength-1"] == ["Strength level 1", "13:02", "35:03", "3", "002"]
    assert by_key["short"] == ["Short mode", "10:44", "-", "3", "-"]


def test_a_time_has_two_figures_of_seconds(
    capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    _, *rows = printed_table(capsys, "list", "routines")

    for row, routine in zip(rows, content.programmes, strict=True):
        minutes, _, seconds = row[2].partition(":")
        assert len(seconds) == 2
        assert 60 * int(minutes) + int(seconds) == total_seconds(routine, content.exercise_by_id)


# As a process


@pytest.mark.parametrize("what", ["exercises", "routines"])
def test_a_list_needs_neither_display_nor_data_folder(own_folders: Path, what: str) -> None:
    done = run("list", what, without=("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))

    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 2 + (29 if what == "exercises" else 9)
    assert not (own_folders / "kneegui").exists()


def test_a_list_goes_to_a_terminal_that_knows_ascii_only() -> None:
    done = run("list", "exercises", "--format", "json", PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) == 29


def into_a_closed_pipe(*arguments: str) -> bytes:
    """Gives the complaints of a list whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    environment = {name: os.environ[name] for name in os.environ if name != "PYTHONUNBUFFERED"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kneegui", *arguments],
            env={**environment, "PYTHONPATH": str(PROJECT)},
            cwd=os.environ["HOME"],
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=20,
            check=False,
        )
    finally:
        os.close(writing)
    return done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs pipes that break")
def test_a_long_list_ends_quietly_when_its_reader_has_gone() -> None:
    assert into_a_closed_pipe("list", "exercises", "--format", "json") == b""


@pytest.mark.skipif(os.name != "posix", reason="needs pipes that break")
@pytest.mark.parametrize("what", ["exercises", "routines"])
def test_a_short_list_ends_quietly_when_its_reader_has_gone(what: str) -> None:
    assert into_a_closed_pipe("list", what) == b""


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("style", ["table", "json"])
def test_the_first_line_of_a_list_is_enough(style: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m kneegui list exercises --format {style} | head -n 1"],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        cwd=os.environ["HOME"],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


# The files that come with it


def test_the_resources_stand_beside_the_package_or_in_it(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = own_folders / "site-packages/kneegui"
    package.mkdir(parents=True)
    monkeypatch.setattr("kneegui.resource_files.__file__", str(package / "resource_files.py"))

    assert resource_folder() == own_folders / "site-packages/resources"
    (package / "resources").mkdir()
    assert resource_folder() == package / "resources"
