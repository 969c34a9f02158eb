"""The rules between entries of the content: what no single field can break."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kneegui.domain.basis import Basis
from kneegui.domain.content import Content
from kneegui.domain.dose import ArticleDose, Dose
from kneegui.domain.exercise import Exercise
from kneegui.domain.routine import Routine, RoutineItem

Problem = tuple[str, str]
"""The entry, such as ``exercise clamshell``, and what is wrong with it, with the field."""


def check(content: Content) -> Iterator[Problem]:
    """Yields each broken rule of the content, in the file's order."""
    yield from _twins(content)
    for exercise in content.exercises:
        for problem in _exercise_problems(content, exercise):
            yield f"exercise {exercise.id}", problem
    for routine in content.programmes:
        for problem in _routine_problems(content, routine):
            yield f"programme {routine.key}", problem
    for recovery in content.recovery:
        if recovery.seconds[0] > recovery.seconds[1]:
            yield f"recovery item {recovery.id}", "seconds: the low end is above the high end"
    for entry, basis in _all_bases(content):
        for problem in _basis_problems(content, basis):
            yield entry, problem


def _twins(content: Content) -> Iterator[Problem]:
    for kind, ids in (
        ("article", [article.id for article in content.articles]),
        ("evidence", [publication.id for publication in content.evidence]),
        ("exercise", [exercise.id for exercise in content.exercises]),
        ("recovery item", [item.id for item in content.recovery]),
        ("programme", [routine.key for routine in content.programmes]),
        ("guidance card", [card.id for card in content.guidance]),
        ("red flag", [flag.id for flag in content.red_flags]),
        ("stop rule", [rule.id for rule in content.stop_rules]),
    ):
        for name in sorted({name for name in ids if ids.count(name) > 1}):
            yield f"{kind} {name}", "the id stands twice"


def _routine_problems(content: Content, routine: Routine) -> Iterator[str]:
    for source in routine.sources:
        if source not in content.article_by_id:
            yield f"sources: there is no article {source!r}"
    for item in routine.items:
        if item.exercise not in content.exercise_by_id:
            yield f"items: there is no exercise {item.exercise!r}"
            continue
        for dose in _doses(item):
            for problem in _dose_problems(dose):
                yield f"items, {item.exercise}: {problem}"
            if dose.reps is not None and not content.exercise_by_id[item.exercise].phases:
                yield f"items, {item.exercise}: repetitions need phases"


def _doses(item: RoutineItem) -> Iterator[Dose]:
    yield item.dose
    if item.target is not None:
        yield item.target


def _exercise_problems(content: Content, exercise: Exercise) -> Iterator[str]:
    for name, dose in (("start", exercise.start), ("target", exercise.target)):
        for problem in _dose_problems(dose):
            yield f"{name}: {problem}"
        if dose.reps is not None and not exercise.phases:
            yield f"{name}: repetitions need phases"
    for name, neighbour in (("easier", exercise.easier), ("harder", exercise.harder)):
        if neighbour is None:
            continue
        if neighbour.exercise is None and neighbour.text is None:
            yield f"{name}: names neither an exercise nor a variant"
        if neighbour.exercise == exercise.id:
            yield f"{name}: an exercise is not its own neighbour"
        if neighbour.exercise is not None and neighbour.exercise not in content.exercise_by_id:
            yield f"{name}: there is no exercise {neighbour.exercise!r}"
    if exercise.feel.low > exercise.feel.high:
        yield "feel: low is above high"
    articles = [dose.article for dose in exercise.doses]
    if articles != sorted(set(articles)):
        yield "doses: articles stand twice or out of order"
    for dose in exercise.doses:
        yield from _article_dose_problems(content, dose)


def _dose_problems(dose: Dose) -> Iterator[str]:
    if (dose.reps is None) == (dose.seconds is None):
        yield "give either reps or seconds"


def _article_dose_problems(content: Content, dose: ArticleDose) -> Iterator[str]:
    if dose.article not in content.article_by_id:
        yield f"doses: there is no article {dose.article!r}"
    for name, values in (
        ("sets", dose.sets),
        ("reps", dose.reps),
        ("hold_s", dose.hold_s),
        ("seconds", dose.seconds),
    ):
        if values is not None and values[0] > values[1]:
            yield f"doses, {dose.article}, {name}: the low end is above the high end"


def _basis_problems(content: Content, basis: Basis) -> Iterator[str]:
    if not (basis.articles or basis.evidence or basis.reason):
        yield "basis: names neither an article, nor evidence, nor a reason"
    for article in basis.articles:
        if article not in content.article_by_id:
            yield f"basis: there is no article {article!r}"
    for publication in basis.evidence:
        if publication not in content.evidence_by_id:
            yield f"basis: there is no evidence {publication!r}"


class _HasBasis(Protocol):
    @property
    def basis(self) -> Basis: ...


def _all_bases(content: Content) -> Iterator[tuple[str, Basis]]:
    for exercise in content.exercises:
        entry = f"exercise {exercise.id}"
        yield from ((entry, basis) for basis in _bases_of(exercise))
    for routine in content.programmes:
        entry = f"programme {routine.key}"
        yield from _of(entry, routine.summary, *routine.notes)
        for item in routine.items:
            for dose in _doses(item):
                yield entry, dose.basis
                yield entry, dose.rest_basis
    for recovery in content.recovery:
        entry = f"recovery item {recovery.id}"
        yield entry, recovery.seconds_basis
        yield from _of(entry, *recovery.when, *recovery.steps, *recovery.limits, *recovery.cautions)
    for card in content.guidance:
        yield from _of(f"guidance card {card.id}", *card.points)
    for flag in content.red_flags:
        yield from _of(f"red flag {flag.id}", flag)
    for rule in content.stop_rules:
        yield from _of(f"stop rule {rule.id}", rule)
    yield from _of("rolling caution", *content.rolling_cautions)


def _of(entry: str, *values: _HasBasis) -> Iterator[tuple[str, Basis]]:
    return ((entry, value.basis) for value in values)


def _bases_of(exercise: Exercise) -> Iterator[Basis]:
    """Yields the basis of every value of an exercise."""
    neighbours = [near for near in (exercise.easier, exercise.harder) if near is not None]
    alternatives = [way for thing in exercise.equipment for way in thing.alternatives]
    values: list[_HasBasis] = [
        *exercise.equipment,
        *alternatives,
        exercise.start_position,
        *exercise.movement,
        *exercise.cues,
        exercise.feel,
        exercise.purpose,
        *exercise.mistakes,
        *neighbours,
        exercise.caution,
        exercise.stop,
        exercise.one_rep,
        exercise.start,
        exercise.target,
    ]
    for value in values:
        yield value.basis
    yield from (
        exercise.sides_basis,
        exercise.tempo_basis,
        exercise.start.rest_basis,
        exercise.target.rest_basis,
    )
