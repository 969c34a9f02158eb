"""The shape of ``resources/exercises.json``, as msgspec reads and checks it.

Each struct has the fields of the domain class of the same name; here stand the limits a file must
keep. Unknown fields are refused, so that a misspelt one is found. What no single field can tell,
such as a reference to an exercise that is not there, is checked in ``content_rules``.

An exercise with ``"sides": "alternating"`` changes side with every repetition, and its doses count
repetitions **per side**: ``"reps": 10`` is ten on the left and ten on the right. The same holds
for ``"sides": "each"``, where a whole set is done on one side first.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from kneegui.domain.exercise import (
    BodyArea,
    EquipmentKind,
    Goal,
    PhaseKind,
    Position,
    Sides,
)
from kneegui.domain.guidance import StopScope, Urgency

Text = Annotated[str, Meta(min_length=2, max_length=400)]
Cue = Annotated[str, Meta(min_length=2, max_length=40)]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$")]
ArticleId = Annotated[str, Meta(pattern=r"^[0-9]{3}$")]
EvidenceId = Annotated[str, Meta(pattern=r"^E[0-9]{1,2}[a-z]?$")]
Count = Annotated[int, Meta(ge=1, le=100)]
Seconds = Annotated[int, Meta(ge=1, le=3600)]
Scale = Annotated[int, Meta(ge=0, le=10)]


class Basis(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    articles: tuple[ArticleId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    reason: Text | None = None


class Statement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    text: Text
    basis: Basis


class SpokenCue(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    text: Cue
    basis: Basis


class Article(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: ArticleId
    title: Text
    author: Text
    kind: Text
    note: Text | None = None


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: EvidenceId
    citation: Text
    seen: Text


class Dose(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    sets: Count
    reps: Count | None = None
    hold_s: Seconds | None = None
    seconds: Seconds | None = None
    rest_s: Annotated[int, Meta(ge=0, le=600)]
    basis: Basis
    rest_basis: Basis


class ArticleDose(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    article: ArticleId
    sets: tuple[Count, Count] | None = None
    reps: tuple[Count, Count] | None = None
    hold_s: tuple[Seconds, Seconds] | None = None
    seconds: tuple[Seconds, Seconds] | None = None
    note: Text | None = None


class Phase(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: Annotated[str, Meta(min_length=2, max_length=12)]
    kind: PhaseKind
    seconds: Seconds


class Equipment(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: EquipmentKind
    text: Text
    optional: bool = False
    alternatives: tuple[Statement, ...] = ()
    basis: Basis


class Feel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    low: Scale
    high: Scale
    text: Text
    basis: Basis


class Neighbour(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    exercise: Key | None = None
    text: Text | None = None
    basis: Basis


class Exercise(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Key
    name: Text
    other_names: tuple[Text, ...]
    goal: Goal
    body_areas: Annotated[tuple[BodyArea, ...], Meta(min_length=1)]
    muscles: Annotated[tuple[Text, ...], Meta(min_length=1)]
    position: Position
    equipment: tuple[Equipment, ...]
    start_position: Statement
    movement: Annotated[tuple[Statement, ...], Meta(min_length=1, max_length=5)]
    cues: Annotated[tuple[SpokenCue, ...], Meta(min_length=3, max_length=5)]
    feel: Feel
    purpose: Statement
    mistakes: Annotated[tuple[Statement, ...], Meta(min_length=1)]
    easier: Neighbour | None
    harder: Neighbour | None
    caution: Statement
    stop: Statement
    sides: Sides
    sides_basis: Basis
    one_rep: Statement
    phases: tuple[Phase, ...]
    tempo_basis: Basis
    start: Dose
    target: Dose
    doses: Annotated[tuple[ArticleDose, ...], Meta(min_length=1)]


class RecoveryItem(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Key
    name: Text
    when: Annotated[tuple[Statement, ...], Meta(min_length=1)]
    steps: Annotated[tuple[Statement, ...], Meta(min_length=1)]
    seconds: tuple[Seconds, Seconds]
    seconds_basis: Basis
    limits: Annotated[tuple[Statement, ...], Meta(min_length=1)]
    cautions: tuple[Statement, ...]


class RoutineItem(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    exercise: Key
    dose: Dose
    target: Dose | None = None


class Programme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    key: Key
    title: Text
    sources: tuple[ArticleId, ...]
    summary: Statement
    notes: tuple[Statement, ...] = ()
    items: Annotated[tuple[RoutineItem, ...], Meta(min_length=1)]


class GuidanceCard(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Key
    title: Text
    points: Annotated[tuple[Statement, ...], Meta(min_length=1, max_length=8)]


class RedFlag(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Key
    urgency: Urgency
    question: Text
    advice: Text
    concern: Text
    basis: Basis


class StopRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Key
    sign: Text
    ends: StopScope
    then: Text
    basis: Basis
