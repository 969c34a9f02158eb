"""The rules between entries: each one broken alone, and found by its own words."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from kneegui.catalogue import schema
from kneegui.catalogue.content_rules import check
from kneegui.catalogue.reader import parse_content
from kneegui.domain import basis, dose, exercise, guidance, routine
from kneegui.domain.basis import Basis
from kneegui.domain.content import Content
from kneegui.domain.dose import ArticleDose, Dose
from kneegui.domain.errors import ContentError
from kneegui.domain.exercise import EquipmentKind, Exercise, Feel, Neighbour
from kneegui.domain.routine import RoutineItem
from tests.support import builders

Problems = list[tuple[str, str]]


def problems(content: Content) -> Problems:
    return list(check(content))


def of_exercise(one: Exercise) -> Problems:
    other = builders.exercise(id="leg-swing", name="Leg swing")
    routine = builders.routine(RoutineItem(exercise="leg-swing", dose=builders.dose()))
    return problems(builders.content(exercises=(one, other), programmes=(routine,)))


def test_a_plain_content_breaks_no_rule() -> None:
    assert problems(builders.content()) == []


def test_a_broken_rule_refuses_the_file_and_names_the_entry() -> None:
    data = builders.content_file()
    data["exercises"][0]["feel"].update(low=4, high=3)

    with pytest.raises(ContentError) as caught:
        parse_content(msgspec.json.encode(data), "exercises.json")
    assert str(caught.value) == "exercises.json, exercise arm-swing: feel: low is above high"


@pytest.mark.parametrize(
    ("part", "entry"),
    [
        ("articles", "article 000"),
        ("evidence", "evidence E1"),
        ("exercises", "exercise arm-swing"),
        ("recovery", "recovery item walk"),
        ("programmes", "programme arms"),
        ("guidance", "guidance card sleep"),
        ("red_flags", "red flag fall"),
        ("stop_rules", "stop rule dizzy"),
    ],
)
def test_an_id_may_stand_once(part: str, entry: str) -> None:
    plain = builders.content()
    twice = replace(plain, **{part: getattr(plain, part) * 2})

    assert problems(twice) == [(entry, "the id stands twice")]


# Doses

NEITHER = builders.dose(reps=None)
TWO = builders.dose(reps=5, seconds=30)
EITHER = "give either reps or seconds"


@pytest.mark.parametrize("wrong", [NEITHER, TWO])
@pytest.mark.parametrize("name", ["start", "target"])
def test_a_dose_has_either_repetitions_or_seconds(name: str, wrong: Dose) -> None:
    found = of_exercise(replace(builders.exercise(), **{name: wrong}))

    assert found == [("exercise arm-swing", f"{name}: {EITHER}")]


@pytest.mark.parametrize("wrong", [NEITHER, TWO])
def test_so_has_the_dose_of_a_programme(wrong: Dose) -> None:
    for item in (
        RoutineItem(exercise="arm-swing", dose=wrong),
        RoutineItem(exercise="arm-swing", dose=builders.dose(), target=wrong),
    ):
        found = problems(builders.content(programmes=(builders.routine(item),)))

        assert found == [("programme arms", f"items, arm-swing: {EITHER}")]


def test_repetitions_need_phases() -> None:
    still = builders.exercise(phases=(), target=builders.timed_dose(30))

    assert of_exercise(still) == [("exercise arm-swing", "start: repetitions need phases")]


def test_repetitions_in_a_programme_need_phases_too() -> None:
    timed = builders.timed_dose(30)
    still = builders.exercise(phases=(), start=timed, target=timed)

    assert problems(builders.content(exercises=(still,))) == [
        ("programme arms", "items, arm-swing: repetitions need phases")
    ]


def test_a_recovery_time_begins_with_its_low_end() -> None:
    walk = replace(builders.content().recovery[0], seconds=(900, 300))

    assert problems(builders.content(recovery=(walk,))) == [
        ("recovery item walk", "seconds: the low end is above the high end")
    ]


def test_seconds_need_no_phases() -> None:
    timed = builders.timed_dose(30)

    assert of_exercise(builders.exercise(phases=(), start=timed, target=timed)) == []


# What an article prescribes


@pytest.mark.parametrize("name", ["sets", "reps", "hold_s", "seconds"])
def test_a_range_begins_with_its_low_end(name: str) -> None:
    upside_down = replace(ArticleDose(article="000"), **{name: (20, 15)})

    assert of_exercise(builders.exercise(doses=(upside_down,))) == [
        ("exercise arm-swing", f"doses, 000, {name}: the low end is above the high end")
    ]


def test_an_article_that_prescribes_must_be_known() -> None:
    assert of_exercise(builders.exercise(doses=(ArticleDose(article="007"),))) == [
        ("exercise arm-swing", "doses: there is no article '007'")
    ]


@pytest.mark.parametrize("articles", [("000", "000"), ("001", "000")])
def test_articles_stand_once_and_in_order(articles: tuple[str, ...]) -> None:
    plain = builders.content()
    one = builders.exercise(doses=tuple(ArticleDose(article=article) for article in articles))
    known = (*plain.articles, replace(plain.articles[0], id="001"))

    assert problems(replace(plain, articles=known, exercises=(one,))) == [
        ("exercise arm-swing", "doses: articles stand twice or out of order")
    ]


# Neighbours and feeling


@pytest.mark.parametrize("name", ["easier", "harder"])
def test_a_neighbour_is_a_known_exercise_or_words(name: str) -> None:
    def found(**what: str) -> Problems:
        near = replace(Neighbour(exercise=None, text=None, basis=builders.BASIS), **what)
        return of_exercise(replace(builders.exercise(), **{name: near}))

    assert found(text="Smaller circles.") == []
    assert found(exercise="leg-swing") == []
    assert found(exercise="arm-swing") == [
        ("exercise arm-swing", f"{name}: an exercise is not its own neighbour")
    ]
    assert found(exercise="nobody") == [
        ("exercise arm-swing", f"{name}: there is no exercise 'nobody'")
    ]
    assert found() == [("exercise arm-swing", f"{name}: names neither an exercise nor a variant")]


def test_a_feeling_begins_with_its_low_end() -> None:
    feel = Feel(low=4, high=3, text="Odd.", basis=builders.BASIS)

    assert of_exercise(builders.exercise(feel=feel)) == [
        ("exercise arm-swing", "feel: low is above high")
    ]


# Programmes


def test_the_sources_of_a_programme_are_known() -> None:
    assert problems(builders.content(programmes=(builders.routine(sources=("009",)),))) == [
        ("programme arms", "sources: there is no article '009'")
    ]


def test_the_exercises_of_a_programme_are_known() -> None:
    item = RoutineItem(exercise="nobody", dose=builders.dose())

    assert problems(builders.content(programmes=(builders.routine(item),))) == [
        ("programme arms", "items: there is no exercise 'nobody'")
    ]


# Bases

BAD = Basis(articles=("888",), evidence=("E99",))
EMPTY = Basis()
NEIGHBOUR = Neighbour(exercise=None, text="Another way.", basis=builders.BASIS)
WHOLE = builders.content(
    exercises=(
        builders.exercise(
            equipment=(
                replace(
                    builders.equipment(EquipmentKind.MAT), alternatives=(builders.statement(),)
                ),
            ),
            easier=NEIGHBOUR,
            harder=NEIGHBOUR,
        ),
    ),
    programmes=(
        builders.routine(
            RoutineItem(exercise="arm-swing", dose=builders.dose(), target=builders.dose()),
            notes=(builders.statement(),),
        ),
    ),
)
"""A content in which a basis stands everywhere one can stand."""


def _with_basis(thing: object, spoilt: int, basis: Basis, seen: list[str], where: str) -> object:
    """Gives a copy in which one basis, counted through the whole, is another."""
    if isinstance(thing, Basis):
        seen.append(where)
        return basis if len(seen) - 1 == spoilt else thing
    if isinstance(thing, tuple):
        return tuple(_with_basis(part, spoilt, basis, seen, where) for part in thing)
    if isinstance(thing, dict):
        return {
            name: _with_basis(part, spoilt, basis, seen, f"{where}.{name}")
            for name, part in thing.items()
        }
    if hasattr(thing, "__dataclass_fields__"):
        names = thing.__dataclass_fields__  # pyright: ignore[reportAttributeAccessIssue]  just asked for
        parts = {name: getattr(thing, name) for name in names}
        return type(thing)(**_with_basis(parts, spoilt, basis, seen, where))  # pyright: ignore[reportCallIssue]  built from its own fields
    return thing


def _places() -> list[str]:
    seen: list[str] = []
    _with_basis(WHOLE, -1, EMPTY, seen, "")
    return seen


PLACES = _places()
KINDS = {
    ".exercises": "exercise arm-swing",
    ".programmes": "programme arms",
    ".recovery": "recovery item walk",
    ".guidance": "guidance card sleep",
    ".red_flags": "red flag fall",
    ".stop_rules": "stop rule dizzy",
    ".rolling_cautions": "rolling caution",
}


def test_every_kind_of_entry_has_bases() -> None:
    assert {"." + place.split(".")[1] for place in PLACES} == set(KINDS)


@pytest.mark.parametrize("number", range(len(PLACES)), ids=PLACES)
def test_every_basis_of_the_content_is_checked(number: int) -> None:
    entry = next(entry for part, entry in KINDS.items() if PLACES[number].startswith(part))

    def found(basis: Basis) -> Problems:
        spoilt = _with_basis(WHOLE, number, basis, [], "")
        assert isinstance(spoilt, Content)
        return problems(spoilt)

    assert found(EMPTY) == [(entry, "basis: names neither an article, nor evidence, nor a reason")]
    assert found(BAD) == [
        (entry, "basis: there is no article '888'"),
        (entry, "basis: there is no evidence 'E99'"),
    ]


# The schema and the domain

STRUCTS = {
    name: struct
    for name, struct in vars(schema).items()
    if isinstance(struct, type) and issubclass(struct, msgspec.Struct) and name != "Struct"
}
OTHER_NAMES = {"SpokenCue": "Statement", "Programme": "Routine"}


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_a_struct_has_the_fields_of_its_class_in_the_domain(name: str) -> None:
    called = OTHER_NAMES.get(name, name)
    twin = next(
        vars(module)[called]
        for module in (basis, dose, exercise, guidance, routine)
        if called in vars(module)
    )

    assert STRUCTS[name].__struct_fields__ == tuple(twin.__dataclass_fields__)
