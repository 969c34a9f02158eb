"""Small rules of the domain's objects, and the shape all of them share."""

from __future__ import annotations

import ast
import importlib
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest

import kneegui.domain
from kneegui.domain.basis import Basis
from kneegui.domain.content import Content
from kneegui.domain.dose import ArticleDose
from kneegui.domain.errors import ContentError, FolderError, KneeGuideError, NoDisplayError
from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.routine import RoutineItem
from kneegui.domain.settings import (
    GET_READY_TIMES,
    REST_PERCENTS,
    SWITCH_TIMES,
    TEXT_PERCENTS,
    VOLUMES,
    Settings,
)
from tests.support import builders

DOMAIN = Path(kneegui.domain.__file__).parent
MODULES = sorted(file.stem for file in DOMAIN.glob("*.py") if file.stem != "__init__")


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"kneegui.domain.{name}")


def _objects(module: ModuleType) -> list[type]:
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and is_dataclass(thing) and thing.__module__ == module.__name__
    ]


@pytest.mark.parametrize("name", MODULES)
def test_the_objects_are_frozen_slotted_and_named_by_keyword(name: str) -> None:
    for kind in _objects(_module(name)):
        assert kind.__dataclass_params__.frozen, kind
        assert all(field.kw_only for field in fields(kind)), kind
        # Content alone keeps what it has looked up.
        assert "__slots__" in vars(kind) or kind is Content, kind


def test_a_change_makes_a_new_object() -> None:
    dose = builders.dose()

    with pytest.raises(FrozenInstanceError):
        dose.sets = 2  # pyright: ignore[reportAttributeAccessIssue]  this is what must fail

    assert replace(dose, sets=2).sets == 2
    assert dose.sets == 1


@pytest.mark.parametrize("name", MODULES)
def test_the_domain_stands_on_the_standard_library_alone(name: str) -> None:
    tree = ast.parse((DOMAIN / f"{name}.py").read_text(encoding="utf-8"))
    imported = [
        package
        for node in ast.walk(tree)
        for package in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]

    foreign = [
        package
        for package in imported
        if not package.startswith("kneegui.domain")
        and package.partition(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


@pytest.mark.parametrize(
    ("basis", "is_ours"),
    [
        (Basis(articles=("002",)), False),
        (Basis(articles=("002",), reason="The rest is ours."), False),
        (Basis(reason="A small start."), True),
        (Basis(evidence=("E43",), reason="Reviews saw as much."), True),
    ],
)
def test_a_value_without_an_article_is_ours(basis: Basis, is_ours: bool) -> None:
    assert basis.is_default is is_ours


def test_an_article_without_any_number_is_silent() -> None:
    assert ArticleDose(article="004", note="Names it only.").is_silent


@pytest.mark.parametrize("number", ["sets", "reps", "hold_s", "seconds"])
def test_an_article_with_one_number_is_not_silent(number: str) -> None:
    assert not replace(ArticleDose(article="001"), **{number: (5, 5)}).is_silent


@pytest.mark.parametrize(
    ("change", "progresses"),
    [
        ({}, False),
        ({"rest_s": 60}, False),
        ({"sets": 3}, True),
        ({"reps": 6}, True),
        ({"hold_s": 30}, True),
        ({"reps": None, "seconds": 60}, True),
    ],
)
def test_an_exercise_progresses_when_its_target_asks_for_another_amount(
    change: dict[str, int | None], progresses: bool
) -> None:
    exercise = builders.exercise(start=builders.dose(), target=builders.dose(**change))

    assert exercise.progresses is progresses


def test_an_exercise_names_its_articles_in_order() -> None:
    doses = tuple(ArticleDose(article=article) for article in ("000", "002", "004"))

    assert builders.exercise(doses=doses).articles == ("000", "002", "004")


def test_the_content_finds_its_entries_by_id() -> None:
    content = builders.content()

    assert content.exercise_by_id == {"arm-swing": content.exercises[0]}
    assert content.article_by_id == {"000": content.articles[0]}
    assert content.evidence_by_id == {"E1": content.evidence[0]}


def test_the_routines_with_an_exercise_come_in_their_order() -> None:
    def of(key: str, *exercises: str):
        items = [RoutineItem(exercise=name, dose=builders.dose()) for name in exercises]
        return builders.routine(*items, key=key)

    third, first, second = of("c", "x", "y"), of("a", "y"), of("b", "z", "x", "x")
    content = builders.content(programmes=(third, first, second))

    assert content.routines_with("x") == (third, second)
    assert content.routines_with("y") == (third, first)
    assert content.routines_with("nobody") == ()


def test_a_content_error_names_file_entry_and_problem_in_one_sentence() -> None:
    error = ContentError("exercises.json", "exercise clamshell", "start: give either one")

    assert str(error) == "exercises.json, exercise clamshell: start: give either one"
    assert (error.file, error.item) == ("exercises.json", "exercise clamshell")
    assert error.problem == "start: give either one"


@pytest.mark.parametrize("kind", [ContentError, FolderError, NoDisplayError])
def test_every_expected_error_is_caught_as_one_kind(kind: type[Exception]) -> None:
    assert issubclass(kind, KneeGuideError)


OFFERED = {
    "text_percent": TEXT_PERCENTS,
    "volume": VOLUMES,
    "get_ready_s": GET_READY_TIMES,
    "switch_s": SWITCH_TIMES,
    "rest_percent": REST_PERCENTS,
}


@pytest.mark.parametrize("name", OFFERED)
def test_the_regular_settings_are_among_those_offered(name: str) -> None:
    assert getattr(Settings(), name) in OFFERED[name]
    assert list(OFFERED[name]) == sorted(set(OFFERED[name]))


def test_text_is_never_smaller_than_regular() -> None:
    assert (TEXT_PERCENTS[0], TEXT_PERCENTS[-1]) == (100, 200)


def test_the_regular_settings_ask_for_the_regular_pace() -> None:
    assert PlayerSettings.of(Settings()) == PlayerSettings()


def test_the_settings_ask_for_a_pace() -> None:
    settings = Settings(
        slow_tempo=True, own_pace=True, get_ready_s=5, switch_s=20, rest_percent=150
    )

    assert PlayerSettings.of(settings) == PlayerSettings(
        get_ready_added_s=-5,
        switch_added_s=12,
        rest_percent=150,
        tempo=Tempo.SLOW,
        self_paced=True,
    )


def test_a_routine_is_built_up_to_its_targets() -> None:
    target = builders.dose(sets=3)
    builds = RoutineItem(exercise="x", dose=builders.dose(), target=target)
    stays = RoutineItem(exercise="y", dose=builders.dose(reps=9))

    built_up = builders.routine(builds, stays).built_up()

    assert [item.dose for item in built_up.items] == [target, stays.dose]
    assert [item.exercise for item in built_up.items] == ["x", "y"]
