"""What the program must never say, and where in a text it would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

CLAIMS = {
    "the body builds up toxins": r"toxin",
    "a walk prevents cramp": r"prevent\w*\b.*\bcramp|cramp\w*\b.*\bprevent",
    "the band is tight and inflamed": r"\binflamed\b",
    "rolling releases adhesions": r"adhesion",
    "rolling or heat heals": r"\bheal(s|ed|ing)?\b",
    "pain proves weak muscles": r"(proves?|means?|because of|due to)\b.*\bweak",
    "bad alignment is the cause": r"misalign|\b(bad|poor) alignment|valgus",
    "wear and tear": r"wear and tear",
    "the calf stretch loosens the kneecap": r"loosen\w*\s+(the|your)\s+kneecap",
    "exercises insure against injury": r"\binsur",
    "results after a week": r"\b(after|in|within) (just )?(a|one) week\b",
    "overweight from 25.9": r"25[.,]9",
    "pushing through pain": r"push(ing)? through|no pain,? no gain",
    "the knee is weak, worn or out of place": (
        r"\b(your|the) knee is (weak|worn|out of place)|\bworn[- ]out\b"
    ),
    "it treats": r"\btreat(s|ed|ing|ment|ments)?\b",
    "it cures": r"\bcur(e|es|ed|ing)\b",
    "it diagnoses": r"diagnos",
    "it predicts": r"predict",
    "it prevents injury": r"prevent\w*\b.*\binjur|injur\w*\b.*\bprevent",
}
"""A claim, and the words that would make it."""


def claims_in(text: str) -> list[str]:
    """Gives the forbidden claims a text makes."""
    return [claim for claim, words in CLAIMS.items() if re.search(words, text, re.IGNORECASE)]


def texts_of(part: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Yields every text of a content file with the place it stands in."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from texts_of(value, f"{where}.{name}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            name = (value.get("id") or value.get("key")) if isinstance(value, dict) else None
            yield from texts_of(value, f"{where}[{name or number}]")
    elif isinstance(part, str):
        yield where, part
