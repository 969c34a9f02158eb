"""Search that forgives: case, accents, word order, and a small slip of the finger.

A query matches when each of its words begins some word of the exercise. From four letters on a
word may hold one slip (a letter wrong, missing, added, or two swapped), from eight letters on two;
its first letter must be right, or too much would match.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from kneegui.domain.exercise import Exercise

_NO_MATCH = 1000
_NAME, _OTHER_NAME, _DETAIL = range(3)


def words_of(text: str) -> tuple[str, ...]:
    """Gives the words of a text in lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    )
    return tuple(kept.split())


class ExerciseSearch:
    """Finds exercises by name, other names, muscles, equipment and body area."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        self._words = {exercise.id: _searchable(exercise) for exercise in exercises}

    def find(self, query: str) -> Mapping[str, int] | None:
        """Gives the ids that match with their rank, 0 the best; None for an empty query.

        The best ranks are matches in the name, then in another name, then in the rest; a slip
        ranks behind an exact match.
        """
        wanted = words_of(query)
        if not wanted:
            return None
        ranks = {name: _rank(wanted, places) for name, places in self._words.items()}
        return {name: rank for name, rank in ranks.items() if rank < _NO_MATCH}


Places = tuple[tuple[str, ...], ...]


def _searchable(exercise: Exercise) -> Places:
    names = words_of(exercise.name)
    others = tuple(word for name in exercise.other_names for word in words_of(name))
    details = [exercise.goal, *exercise.muscles, *exercise.body_areas, exercise.position]
    for equipment in exercise.equipment:
        details += [equipment.kind, equipment.text]
        details += [alternative.text for alternative in equipment.alternatives]
    return names, others, tuple(word for detail in details for word in words_of(detail))


def _rank(wanted: Iterable[str], places: Places) -> int:
    rank = 0
    for query_word in wanted:
        best = min(
            (
                2 * place + slips
                for place in (_NAME, _OTHER_NAME, _DETAIL)
                for word in places[place]
                if (slips := _slips(query_word, word)) is not None
            ),
            default=_NO_MATCH,
        )
        rank += best
    return min(rank, _NO_MATCH)


def _slips(query: str, word: str) -> int | None:
    """Gives 0 where the query begins the word, 1 or 2 for its slips, None where it is another."""
    if word.startswith(query):
        return 0
    allowed = 0 if len(query) < 4 else 1 if len(query) < 8 else 2
    if allowed == 0 or query[0] != word[0]:
        return None
    # Imported with the first slip: it takes longer to load than the catalogue takes to show.
    from rapidfuzz.distance import OSA

    lengths = range(len(query) - allowed, len(query) + allowed + 1)
    slips = min(OSA.distance(query, word[:length], score_cutoff=allowed) for length in lengths)
    return slips if slips <= allowed else None
