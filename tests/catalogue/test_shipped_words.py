"""What the shipped texts say: spoken cues, reasons, and nothing that must not be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from kneegui.domain.content import Content
from tests.catalogue.forbidden_words import CLAIMS, claims_in, texts_of

File = dict[str, Any]

# Claims

IS_A_NAME = re.compile(r"^\.articles\[\d+\]\.title$")
"""The articles' titles are names and stand as they are."""


def test_no_text_makes_a_forbidden_claim(shipped_file: File) -> None:
    found = [
        (where, claim, text)
        for where, text in texts_of(shipped_file)
        if not IS_A_NAME.match(where)
        for claim in claims_in(text)
    ]

    assert found == []


def test_the_guard_reads_every_text_of_the_file(shipped_file: File) -> None:
    places = {re.sub(r"\[[^]]*\]", "[]", where) for where, _ in texts_of(shipped_file)}

    assert {
        ".about[]",
        ".articles[].note",
        ".exercises[].purpose.text",
        ".exercises[].doses[].note",
        ".exercises[].start.basis.reason",
        ".exercises[].easier.text",
        ".programmes[].summary.text",
        ".programmes[].items[].dose.basis.reason",
        ".recovery[].cautions[].text",
        ".guidance[].points[].basis.reason",
        ".red_flags[].concern",
        ".stop_rules[].then",
        ".rolling_cautions[].text",
        ".evidence[].citation",
    } <= places


SENTENCES = {
    "the body builds up toxins": "Rolling washes out TOXINS.",
    "a walk prevents cramp": "A short walk prevents a cramp at night.",
    "the band is tight and inflamed": "The band gets tight and inflamed.",
    "rolling releases adhesions": "The roller breaks up adhesions.",
    "rolling or heat heals": "Heat promotes healing.",
    "pain proves weak muscles": "Pain means your hips are weak.",
    "bad alignment is the cause": "It comes from bad alignment of the leg.",
    "wear and tear": "This saves the knee from wear and tear.",
    "the calf stretch loosens the kneecap": "The stretch loosens the kneecap.",
    "exercises insure against injury": "Strong hips insure you against injury.",
    "results after a week": "You will feel it after a week.",
    "overweight from 25.9": "Overweight begins at 25.9.",
    "pushing through pain": "Push through it: no pain, no gain.",
    "the knee is weak, worn or out of place": "Your knee is worn.",
    "it treats": "This treats runner's knee.",
    "it cures": "Bridges cure the knee.",
    "it diagnoses": "The program diagnosed a strain.",
    "it predicts": "We predict a flare-up.",
    "it prevents injury": "This plan prevents injuries.",
}


def test_there_is_a_sentence_for_every_claim() -> None:
    assert set(SENTENCES) == set(CLAIMS)


@pytest.mark.parametrize("claim", SENTENCES)
def test_the_guard_sees_a_claim_wherever_it_stands(shipped_file: File, claim: str) -> None:
    shipped_file["exercises"][3]["mistakes"][0]["basis"] = {"reason": SENTENCES[claim]}

    found = [found for _, text in texts_of(shipped_file) for found in claims_in(text)]

    assert claim in found


@pytest.mark.parametrize(
    "harmless",
    [
        "A health adviser wrote it; NHS, healthwell.",
        "Are other joints swollen? An inflammatory arthritis.",
        "Stop if the back of the thigh cramps.",
        "Does the knee or kneecap look out of place?",
        "Is the leg numb, tingling or weak?",
        "Loosens the hips.",
        "Three times a week, no better after six weeks.",
    ],
)
def test_the_guard_leaves_harmless_sentences_alone(harmless: str) -> None:
    assert claims_in(harmless) == []


# Spoken cues


def test_every_cue_is_short_and_holds_no_number(shipped: Content) -> None:
    wrong = [
        (exercise.id, cue.text)
        for exercise in shipped.exercises
        for cue in exercise.cues
        if len(cue.text.split()) > 5
        or len(cue.text) > 34
        or re.search(r"\d|\b(one|two|three|four|five|ten)\b", cue.text, re.IGNORECASE)
    ]

    assert wrong == []


def test_every_cue_is_plain_words_that_can_be_spoken(shipped: Content) -> None:
    wrong = [
        (exercise.id, cue.text)
        for exercise in shipped.exercises
        for cue in exercise.cues
        if not re.fullmatch(r"[A-Z][A-Za-z', -]+[.?!]( [A-Z][a-z ]+\.)?", cue.text)
    ]

    assert wrong == []


def test_no_exercise_says_the_same_cue_twice(shipped: Content) -> None:
    for exercise in shipped.exercises:
        cues = [cue.text for cue in exercise.cues]

        assert 3 <= len(set(cues)) == len(cues) <= 5, exercise.id


def test_no_cue_is_the_word_of_a_button(shipped: Content) -> None:
    buttons = {"pause", "resume", "back", "next", "ready", "start now", "leave", "that hurts"}
    wrong = [
        (exercise.id, cue.text)
        for exercise in shipped.exercises
        for cue in exercise.cues
        if cue.text.rstrip(".").lower() in buttons
    ]

    assert wrong == []


# Bases


def _bases(part: Any, where: str = "") -> Iterator[tuple[str, File]]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name.endswith("basis"):
                yield f"{where}.{name}", value
            else:
                yield from _bases(value, f"{where}.{name}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from _bases(value, f"{where}[{number}]")


def test_every_basis_leads_somewhere(shipped_file: File) -> None:
    articles = {article["id"] for article in shipped_file["articles"]}
    evidence = {publication["id"] for publication in shipped_file["evidence"]}
    bases = list(_bases(shipped_file))

    astray = [
        where
        for where, basis in bases
        if not basis
        or not set(basis.get("articles", ())) <= articles
        or not set(basis.get("evidence", ())) <= evidence
    ]
    assert len(bases) > 29 * 20
    assert astray == []


def test_every_reason_is_a_reason(shipped_file: File) -> None:
    empty = [
        (where, basis["reason"])
        for where, basis in _bases(shipped_file)
        if "reason" in basis and not _says_why(basis["reason"])
    ]

    assert empty == []


def _says_why(reason: str) -> bool:
    words = re.findall(r"[a-z]{3,}", reason.lower())
    return len(set(words) - {"default", "our", "own", "the", "this", "value", "app"}) >= 3


@pytest.mark.parametrize("reason", ["", "  ", "Default.", "our own default", "(A)", "A default"])
def test_a_mere_default_is_no_reason(reason: str) -> None:
    assert not _says_why(reason)


def test_a_dose_that_is_not_from_an_article_says_why(shipped: Content) -> None:
    doses = [
        (exercise.id, basis)
        for exercise in shipped.exercises
        for dose in (exercise.start, exercise.target)
        for basis in (dose.basis, dose.rest_basis)
    ] + [
        (routine.key, basis)
        for routine in shipped.programmes
        for item in routine.items
        for dose in (item.dose, item.target or item.dose)
        for basis in (dose.basis, dose.rest_basis)
    ]

    assert [name for name, basis in doses if basis.is_default and not basis.reason] == []


def test_no_article_gives_a_rest(shipped: Content) -> None:
    # Every article is silent on it, so each rest is a default of ours.
    doses = [
        dose for exercise in shipped.exercises for dose in (exercise.start, exercise.target)
    ] + [item.dose for routine in shipped.programmes for item in routine.items]

    assert all(dose.rest_basis.is_default for dose in doses)


def test_the_articles_of_a_dose_are_articles_of_the_exercise(shipped: Content) -> None:
    strangers = [
        (exercise.id, article)
        for exercise in shipped.exercises
        for dose in (exercise.start, exercise.target)
        for article in dose.basis.articles
        if article not in exercise.articles
    ]

    assert strangers == []
