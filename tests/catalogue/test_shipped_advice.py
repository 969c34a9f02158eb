"""What the program says beyond exercises: recovery, guidance cards, red flags, stop rules."""

from __future__ import annotations

import pytest

from kneegui.domain.basis import Statement
from kneegui.domain.content import Content
from kneegui.domain.guidance import RecoveryItem, StopScope, Urgency

# Recovery


def _words(statements: tuple[Statement, ...]) -> str:
    return " ".join(statement.text for statement in statements).lower()


def _recovery(content: Content, name: str) -> RecoveryItem:
    return next(item for item in content.recovery if item.id == name)


def test_the_recovery_items_and_their_times(shipped: Content) -> None:
    assert {item.id: item.seconds for item in shipped.recovery} == {
        "walk": (300, 300),
        "ice": (900, 1200),
        "heat": (900, 1200),
    }


def test_the_walk_comes_before_and_after_a_run(shipped: Content) -> None:
    when = _words(_recovery(shipped, "walk").when)

    assert "before a run" in when
    assert "after a run" in when


def test_ice_keeps_a_cloth_between_and_looks_at_the_skin(shipped: Content) -> None:
    ice = _recovery(shipped, "ice")

    assert "cloth" in _words(ice.cautions)
    assert "check the skin" in _words(ice.steps)
    assert "20 minutes" in _words(ice.limits)
    assert "only if it helps" in _words(ice.limits)


def test_heat_is_warm_never_on_a_swollen_knee_and_never_asleep(shipped: Content) -> None:
    heat = _recovery(shipped, "heat")

    assert "three weeks" in _words(heat.when)
    assert "no swelling" in _words(heat.when)
    assert "not a hot one" in _words(heat.steps)
    assert "swollen injury" in _words(heat.cautions)
    assert "sleep" in _words(heat.cautions)
    assert "20 minutes" in _words(heat.limits)


# Guidance

CARDS = {
    "running-load": ("2 of 10", "longest of the last 30 days", "halve your longest run"),
    "walk-run-return": ("30 minutes", "ten hops", "six blocks of five", "seven days", "flat"),
    "warm-up": ("five minutes before and after", "long stretches", "breath"),
    "ice": ("15-20 minutes", "cloth", "check the skin", "only if it helps"),
    "heat": ("three weeks", "15-20 minutes", "warm and not hot", "swollen", "asleep"),
    "massage-gun": ("lowest speed", "bone", "varicose veins", "blood thinners", "urine is dark"),
    "weight": ("optional", "no target", "begins at 25", "muscle"),
    "see-somebody": ("giving way", "at night", "sore point on bone", "under 18", "six weeks"),
}
"""Each card with what it must not leave out."""


def test_the_guidance_cards_in_their_order(shipped: Content) -> None:
    assert [card.id for card in shipped.guidance] == list(CARDS)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_leaves_nothing_out(shipped: Content, name: str) -> None:
    card = next(card for card in shipped.guidance if card.id == name)

    missing = [words for words in CARDS[name] if words not in _words(card.points)]
    assert missing == []


# Red flags

RED_FLAGS = {
    # id: (urgency, the evidence it rests on, what the question must ask, what must be advised)
    "chest": (
        *("same-day", "E62"),
        ("chest pain", "sudden breathlessness", "cough up blood"),
        "emergency number",
    ),
    "calf": (
        *("same-day", "E62 E44"),
        ("one calf", "swollen", "warm", "darker or redder", "stand still"),
        "do not massage it. get checked today",
    ),
    "hot-knee": (
        *("same-day", "E58 E60 E68"),
        ("hot", "red", "swollen", "ill or feverish"),
        "get checked today",
    ),
    "injury": (
        *("same-day", "E59"),
        ("hurt", "four steps", "right angle"),
        "get checked today",
    ),
    "out-of-place": (
        *("same-day", "E60 E68"),
        ("knee or kneecap", "out of place", "foot", "cold", "pale", "numb"),
        "now",
    ),
    "pop": (
        *("same-day", "E60 E66"),
        ("pop", "lift the leg straight"),
        "get checked today",
    ),
    "locked": (
        *("same-day", "E60 E68"),
        ("stuck", "straighten or bend"),
        "get checked today",
    ),
    "fast-swelling": (
        *("same-day", "E58 E60"),
        ("swell", "large", "within hours", "twist or fall"),
        "get checked today",
    ),
    "giving-way": (*("soon", "E60 E68"), ("keep giving way",), "doctor or physiotherapist"),
    "stays-swollen": (*("soon", "E63"), ("stay swollen",), "doctor or physiotherapist"),
    "night-pain": (
        *("soon", "E60 E61 E65"),
        ("wake you at night", "at rest", "let go"),
        "doctor or physiotherapist",
    ),
    "bone-point": (
        *("soon", "E65"),
        ("point on a bone", "each run", "hopping", "groin pain when you run"),
        "stop running",
    ),
    "general-signs": (
        *("soon", "E60 E61"),
        ("unexplained weight loss", "fever", "cancer", "hard lump"),
        "see a doctor",
    ),
    "nerve": (
        *("soon", "E60 E67"),
        ("numb", "tingling", "weak", "back or hip pain"),
        "doctor or physiotherapist",
    ),
    "other-joints": (
        *("soon", "E61"),
        ("other joints", "morning", "psoriasis", "bowel disease"),
        "see a doctor",
    ),
    "under-18": (
        *("soon", "E64"),
        ("under 18", "limp", "hip", "groin", "thigh"),
        "an adult must arrange a check promptly",
    ),
    "new-pain": (*("soon", "E59 E63"), ("new", "50", "injury"), "doctor or physiotherapist"),
    "no-better": (
        *("soon", "E58 E63 E68"),
        ("no better", "six weeks", "worse after two"),
        "doctor or physiotherapist",
    ),
    "ask-first": (
        *("soon", "E44 E55"),
        (
            *("pregnant", "surgery", "blood thinners", "brittle bones"),
            *("uncontrolled blood pressure", "heart disease"),
        ),
        "ask your doctor or physiotherapist before",
    ),
}
"""The eight rows for the same day and the eleven for the next days."""


def test_every_red_flag_is_there_in_its_order(shipped: Content) -> None:
    assert [flag.id for flag in shipped.red_flags] == list(RED_FLAGS)
    assert [flag.urgency for flag in shipped.red_flags] == [Urgency.SAME_DAY] * 8 + [
        Urgency.SOON
    ] * 11


@pytest.mark.parametrize("name", RED_FLAGS)
def test_a_red_flag_asks_all_it_must_and_says_what_to_do(shipped: Content, name: str) -> None:
    flag = next(flag for flag in shipped.red_flags if flag.id == name)
    urgency, evidence, asked, advised = RED_FLAGS[name]

    assert flag.urgency.value == urgency
    assert flag.basis.evidence == tuple(evidence.split())
    assert [words for words in asked if words not in flag.question.lower()] == []
    assert advised in flag.advice.lower()


def test_a_yes_to_a_red_flag_means_the_sign_is_there(shipped: Content) -> None:
    # A question that asks for the absence of a sign would turn the answer round.
    for flag in shipped.red_flags:
        assert flag.question.endswith("?"), flag.id
        assert flag.question.split()[0] in {"Do", "Does", "Did", "Is", "Are", "Were"}, flag.id
        assert "n't" not in flag.question, flag.id


def test_what_it_might_be_is_never_in_the_question_or_the_advice(shipped: Content) -> None:
    names = ("clot", "fracture", "dislocation", "tumour", "arthritis", "infection", "thrombosis")
    named = [
        flag.id
        for flag in shipped.red_flags
        for name in names
        if name in f"{flag.question} {flag.advice}".lower()
    ]

    assert named == []


# Stop rules

STOP_RULES = {
    "pain-six": (StopScope.EXERCISE, "6 of 10"),
    "sharp-pain": (StopScope.EXERCISE, "sharp"),
    "catching": (StopScope.EXERCISE, "catches"),
    "giving-way": (StopScope.EXERCISE, "gives way"),
    "pain-rising": (StopScope.EXERCISE, "every repetition"),
    "numbness": (StopScope.EXERCISE, "tingling"),
    "dizziness": (StopScope.SESSION, "dizziness"),
    "chest": (StopScope.SESSION, "chest pain"),
    "calf": (StopScope.SESSION, "calf"),
}


def test_the_stop_rules_and_what_they_end(shipped: Content) -> None:
    assert {rule.id: rule.ends for rule in shipped.stop_rules} == {
        name: ends for name, (ends, _) in STOP_RULES.items()
    }
    for rule in shipped.stop_rules:
        assert STOP_RULES[rule.id][1] in rule.sign.lower()


def test_the_easier_version_is_offered_only_when_the_pain_has_gone_back(shipped: Content) -> None:
    offers = [rule.then for rule in shipped.stop_rules if "easier" in rule.then]

    assert offers
    assert all("starting level within a minute or two" in then for then in offers)


def test_the_calf_is_not_massaged_but_checked(shipped: Content) -> None:
    then = next(rule.then for rule in shipped.stop_rules if rule.id == "calf")

    assert "Do not massage it. Get checked today." in then


# Rolling


def test_the_rolling_cautions_name_every_reason_not_to_roll(shipped: Content) -> None:
    cautions = _words(shipped.rolling_cautions)
    reasons = (
        *("open wound", "broken bone", "inflammation", "clot", "bone infection"),
        *("myositis ossificans", "varicose veins", "bruises", "blood thinners", "skin is numb"),
        *("osteoporosis", "pregnancy"),
    )

    assert [reason for reason in reasons if reason not in cautions] == []
