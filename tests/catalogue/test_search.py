"""Search forgives case, accents, word order and small slips, and nothing more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.catalogue.search import ExerciseSearch, words_of
from kneegui.domain.content import Content
from kneegui.domain.exercise import BodyArea, EquipmentKind, Exercise, Goal, Position
from tests.support import builders
from tests.support.builders import exercise, statement


def named(name: str, **changes: object) -> Exercise:
    """Gives an exercise whose id is its name, and that says nothing else of interest."""
    return exercise(id=name, name=name, muscles=("m",), **changes)


def found(query: str, *names: str) -> list[str]:
    """Gives the names that a query finds among exercises of these names."""
    ranks = ExerciseSearch([named(name) for name in names]).find(query)
    assert ranks is not None
    return list(ranks)


# Words


def test_words_are_plain_lower_case_letters_and_figures() -> None:
    assert words_of("Foam roll: quadriceps") == ("foam", "roll", "quadriceps")
    assert words_of("Half-kneeling, hip-flexor (2)") == ("half", "kneeling", "hip", "flexor", "2")
    assert words_of("  ") == words_of("-:!") == ()


def test_words_have_no_accents() -> None:
    assert words_of("Élévation à la française") == ("elevation", "a", "la", "francaise")
    assert words_of("STRASSE") == words_of("straße")


# What matches


@pytest.mark.parametrize("empty", ["", "   ", "-", "!?"])
def test_an_empty_query_finds_neither_all_nor_nothing(empty: str) -> None:
    assert ExerciseSearch([named("Bridge")]).find(empty) is None


def test_a_query_that_matches_nothing_finds_nothing() -> None:
    assert ExerciseSearch([named("Bridge")]).find("xylophone") == {}
    assert ExerciseSearch([]).find("bridge") == {}


@pytest.mark.parametrize("query", ["wall sit", "WALL SIT", "Wall-Sit", "sit wall", "wa si", "s w"])
def test_case_punctuation_order_and_endings_do_not_matter(query: str) -> None:
    assert found(query, "Wall sit", "Bridge") == ["Wall sit"]


@pytest.mark.parametrize(
    ("query", "name"), [("etire", "Étiré"), ("Étiré", "etire"), ("cälf", "Calf")]
)
def test_accents_do_not_matter(query: str, name: str) -> None:
    assert found(query, name) == [name]


def test_every_word_of_the_query_must_match() -> None:
    names = ("Wall sit", "Wall slide", "Sit back")

    assert found("wall sit", *names) == ["Wall sit"]
    assert found("wall xylophone", *names) == []


def test_a_query_begins_a_word_and_is_not_found_in_its_middle() -> None:
    assert found("bridge", "Bridges") == ["Bridges"]
    assert found("ridge", "Bridges") == []


@pytest.mark.parametrize(
    ("query", "rank"),
    [
        ("lift", 0),
        ("balasana", 2),
        ("sartorius", 4),
        ("calves", 4),
        ("outer thigh", 8),
        ("kneeling", 4),
        ("release", 4),
        ("strap", 4),
        ("belt", 4),
        ("blanket", 4),
        ("lift balasana belt", 0 + 2 + 4),
    ],
)
def test_a_query_is_found_in_all_that_is_searched(query: str, rank: int) -> None:
    strap = replace(
        builders.equipment(EquipmentKind.STRAP, text="A soft belt"),
        alternatives=(statement("A folded blanket."),),
    )
    one = exercise(
        id="lift",
        name="Lift",
        other_names=("Pose", "Balasana"),
        goal=Goal.RELEASE,
        muscles=("gracilis", "sartorius"),
        body_areas=(BodyArea.OUTER_THIGH, BodyArea.CALVES),
        position=Position.KNEELING,
        equipment=(strap,),
    )

    assert ExerciseSearch([one]).find(query) == {"lift": rank}


# Slips


@pytest.mark.parametrize("query", ["calv", "cakf", "claf", "callf", "caf"])
def test_four_letters_forgive_one_slip(query: str) -> None:
    # A letter wrong, wrong, two swapped, one added; with three letters left nothing is forgiven.
    assert found(query, "Calf") == (["Calf"] if len(query) > 3 else [])


@pytest.mark.parametrize("query", ["leh", "lge", "lag"])
def test_short_words_forgive_nothing(query: str) -> None:
    assert found(query, "Leg") == []


@pytest.mark.parametrize("query", ["bidge", "brridge", "bridhe", "brigde", "bridg", "bride"])
def test_a_word_of_middle_length_forgives_one_slip(query: str) -> None:
    assert found(query, "Bridge") == ["Bridge"]


@pytest.mark.parametrize("query", ["brxxge", "bixge", "bridxxe"])
def test_a_word_of_middle_length_forgives_no_two(query: str) -> None:
    assert found(query, "Bridge") == []


@pytest.mark.parametrize("query", ["clamshwll", "clmashlel", "cxamshexl", "clammshel"])
def test_a_long_word_forgives_two_slips(query: str) -> None:
    assert found(query, "Clamshell") == ["Clamshell"]


@pytest.mark.parametrize("query", ["cxxmshexl", "clamxxxxl"])
def test_a_long_word_forgives_no_three(query: str) -> None:
    assert found(query, "Clamshell") == []


def test_a_slip_is_forgiven_while_the_word_is_being_typed() -> None:
    assert found("hamsrt", "Hamstring") == ["Hamstring"]
    assert found("hasm", "Hamstring") == ["Hamstring"]
    assert found("hamxxr", "Hamstring") == []


# Order


def test_the_name_ranks_before_other_names_and_those_before_the_rest() -> None:
    in_name = named("Bridge")
    in_other = replace(named("Hip lift"), other_names=("bridge",))
    in_detail = replace(named("Arch"), muscles=("bridge muscle",))

    ranks = ExerciseSearch([in_detail, in_other, in_name]).find("bridge")

    assert ranks == {"Bridge": 0, "Hip lift": 2, "Arch": 4}


def test_a_slip_ranks_behind_a_match_in_the_same_place() -> None:
    ranks = ExerciseSearch([named("Bridge"), named("Bride")]).find("bridg")

    assert ranks == {"Bridge": 0, "Bride": 1}


def test_each_word_counts_where_it_is_found_best() -> None:
    one = replace(named("Wall sit"), other_names=("wall squat",), muscles=("squat muscle",))

    assert ExerciseSearch([one]).find("wall squat") == {"Wall sit": 0 + 2}


# The shipped exercises


@pytest.fixture(scope="module")
def search(shipped: Content) -> ExerciseSearch:
    return ExerciseSearch(shipped.exercises)


def ranks_of(search: ExerciseSearch, query: str) -> dict[str, int]:
    ranks = search.find(query)
    assert ranks is not None
    return dict(ranks)


def test_every_exercise_is_found_by_its_full_name_and_before_the_others(
    shipped: Content, search: ExerciseSearch
) -> None:
    for one in shipped.exercises:
        for query in (one.name, one.name.upper(), " ".join(reversed(words_of(one.name)))):
            assert ranks_of(search, query).get(one.id) == 0, query


def test_every_exercise_is_found_by_each_of_its_other_names(
    shipped: Content, search: ExerciseSearch
) -> None:
    for one in shipped.exercises:
        for name in one.other_names:
            for query in (name, name.upper(), " ".join(reversed(words_of(name)))):
                assert one.id in ranks_of(search, query), query


def test_every_exercise_is_found_with_two_letters_of_its_name_swapped(
    shipped: Content, search: ExerciseSearch
) -> None:
    # In words of four letters and more; a word's first letter stays where it is.
    tried = 0
    for one in shipped.exercises:
        words = words_of(one.name)
        for number, word in enumerate(words):
            for at in range(1, len(word) - 1) if len(word) >= 4 else ():
                slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
                query = " ".join((*words[:number], slip, *words[number + 1 :]))
                assert one.id in ranks_of(search, query), query
                tried += 1
    assert tried > 200


def test_every_exercise_is_found_while_its_name_is_being_typed(
    shipped: Content, search: ExerciseSearch
) -> None:
    for one in shipped.exercises:
        for end in range(1, len(one.name) + 1):
            ranks = search.find(one.name[:end])
            assert ranks is not None
            assert one.id in ranks, one.name[:end]


@settings(deadline=None)
@given(query=some.text(max_size=30))
def test_any_query_gets_an_answer(query: str) -> None:
    ranks = ExerciseSearch([named("Wall sit"), named("Bridge")]).find(query)

    assert (ranks is None) is (words_of(query) == ())
    assert all(rank >= 0 for rank in (ranks or {}).values())


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("it band", {"roll-outer-thigh"}),
        ("wall squat", {"wall-sit"}),
        ("dead bug", {"toe-taps"}),
        ("bridge", {"band-bridge", "single-leg-bridge"}),
        ("slr", {"straight-leg-raise"}),
    ],
)
def test_what_a_runner_would_type(search: ExerciseSearch, query: str, ids: set[str]) -> None:
    ranks = ranks_of(search, query)
    best = {name for name, rank in ranks.items() if rank == min(ranks.values())}

    assert best == ids
