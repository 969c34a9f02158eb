"""A content file is read whole, or refused with its name, the entry and the field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kneegui.catalogue.reader import parse_content, read_content
from kneegui.domain.errors import ContentError
from tests.support import builders

Data = dict[str, Any]


@pytest.fixture
def path(own_folders: Path) -> Path:
    return own_folders / "exercises.json"


def refused(data: Data | bytes) -> ContentError:
    """Gives the error of a content file that must not be accepted."""
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(ContentError) as caught:
        parse_content(text, "exercises.json")
    error = caught.value
    assert error.file == "exercises.json"
    assert str(error) == f"exercises.json, {error.item}: {error.problem}"
    return error


def test_a_valid_file_gives_the_objects_of_the_domain(path: Path) -> None:
    path.write_text(json.dumps(builders.content_file()), encoding="utf-8")

    assert read_content(path) == builders.content()


def test_the_order_of_the_file_is_kept() -> None:
    data = builders.content_file()
    names = ["zebra", "ant", "mole"]
    data["exercises"] = [{**data["exercises"][0], "id": name} for name in names]
    data["programmes"] = []

    content = parse_content(json.dumps(data).encode(), "exercises.json")

    assert [exercise.id for exercise in content.exercises] == names


def test_what_may_be_left_out_is_empty() -> None:
    data = builders.content_file()
    for gone in ("reps", "hold_s", "seconds", "note", "sets"):
        del data["exercises"][0]["doses"][0][gone]
    del data["programmes"][0]["notes"], data["programmes"][0]["items"][0]["target"]

    content = parse_content(json.dumps(data).encode(), "exercises.json")

    assert content.exercises[0].doses[0].is_silent
    assert content.programmes[0].notes == ()
    assert content.programmes[0].items[0].target is None


# A file that is no content file at all


def test_a_missing_file_is_named(path: Path) -> None:
    with pytest.raises(ContentError, match=r"^exercises\.json, file: No such file or directory$"):
        read_content(path)


def test_a_folder_in_the_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir()

    with pytest.raises(ContentError, match=r"^exercises\.json, file: "):
        read_content(path)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"not json", b'{"about": [}', json.dumps([1, 2]).encode()]
)
def test_what_is_no_json_object_is_refused(data: bytes) -> None:
    assert refused(data).item == "file"


@pytest.mark.parametrize("place", [b"What this file is.", b"Arm swing", b"arm-swing"])
def test_letters_that_are_not_utf_8_are_refused(place: bytes) -> None:
    data = json.dumps(builders.content_file()).encode().replace(place, b"\xff\xfe")

    assert "utf-8" in refused(data).problem


def test_a_part_that_is_missing_is_named() -> None:
    data = builders.content_file()
    del data["stop_rules"]

    assert "stop_rules" in refused(data).problem


def test_a_part_nobody_knows_is_named() -> None:
    assert "exercices" in refused({**builders.content_file(), "exercices": []}).problem


# A wrong entry: which one, and where in it


def test_an_unknown_field_is_named() -> None:
    data = builders.content_file()
    data["exercises"][0]["purpos"] = "?"

    error = refused(data)
    assert error.item == "exercise arm-swing"
    assert "purpos" in error.problem


def test_a_missing_field_is_named() -> None:
    data = builders.content_file()
    del data["exercises"][0]["caution"]

    error = refused(data)
    assert error.item == "exercise arm-swing"
    assert "caution" in error.problem


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda it: it.update(goal="heal"), "$.goal"),
        (lambda it: it.update(sides="left"), "$.sides"),
        (lambda it: it.update(position="flying"), "$.position"),
        (lambda it: it.update(body_areas=[]), "$.body_areas"),
        (lambda it: it.update(body_areas=["nose"]), "$.body_areas[0]"),
        (lambda it: it.update(name=7), "$.name"),
        (lambda it: it.update(id="Arm Swing"), "$.id"),
        (lambda it: it["feel"].update(high=11), "$.feel.high"),
        (lambda it: it["phases"][1].update(seconds=0), "$.phases[1].seconds"),
        (lambda it: it["phases"][1].update(kind="wait"), "$.phases[1].kind"),
        (lambda it: it["start"].update(sets=0), "$.start.sets"),
        (lambda it: it["start"].update(sets="2"), "$.start.sets"),
        (lambda it: it["target"].update(rest_s=-1), "$.target.rest_s"),
        (lambda it: it["cues"].pop(), "$.cues"),
        (lambda it: it["cues"][0].update(text="x" * 41), "$.cues[0].text"),
        (lambda it: it["doses"][0].update(sets=[1]), "$.doses[0].sets"),
        (lambda it: it["doses"][0].update(article="2"), "$.doses[0].article"),
        (lambda it: it["stop"]["basis"].update(evidence=["43"]), "$.stop.basis.evidence[0]"),
        (lambda it: it["stop"].pop("basis"), "$.stop"),
    ],
)
def test_a_wrong_value_is_named_with_its_field(
    change: Callable[[Data], object], field: str
) -> None:
    data = builders.content_file()
    change(data["exercises"][0])

    error = refused(data)
    if field != "$.id":
        assert error.item == "exercise arm-swing"
    assert error.problem.endswith(f"at `{field}`")


@pytest.mark.parametrize(
    ("part", "kind", "name"),
    [
        ("articles", "article", "000"),
        ("evidence", "evidence", "E1"),
        ("exercises", "exercise", "arm-swing"),
        ("recovery", "recovery item", "walk"),
        ("programmes", "programme", "arms"),
        ("guidance", "guidance card", "sleep"),
        ("red_flags", "red flag", "fall"),
        ("stop_rules", "stop rule", "dizzy"),
        ("rolling_cautions", "rolling caution", "1"),
    ],
)
def test_each_kind_of_entry_is_named_by_what_it_calls_itself(
    part: str, kind: str, name: str
) -> None:
    data = builders.content_file()
    data[part][0]["extra"] = 1

    assert refused(data).item == f"{kind} {name}"


@pytest.mark.parametrize("entry", [{"id": 5}, {"id": None}, {}, "arm-swing", 3])
def test_an_entry_without_a_name_is_counted(entry: object) -> None:
    data = builders.content_file()
    data["exercises"].append(entry)

    assert refused(data).item == "exercise 2"
