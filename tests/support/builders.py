"""Builds domain objects, and a content file, that are valid and as plain as can be.

Each builder gives a whole object; a test names only the fields it is about.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import msgspec

from kneegui.domain.basis import Article, Basis, Evidence, Statement
from kneegui.domain.content import Content
from kneegui.domain.dose import ArticleDose, Dose
from kneegui.domain.exercise import (
    BodyArea,
    Equipment,
    EquipmentKind,
    Exercise,
    Feel,
    Goal,
    Phase,
    PhaseKind,
    Position,
    Sides,
)
from kneegui.domain.guidance import (
    GuidanceCard,
    RecoveryItem,
    RedFlag,
    StopRule,
    StopScope,
    Urgency,
)
from kneegui.domain.routine import Routine, RoutineItem

BASIS = Basis(articles=("000",))


def statement(text: str = "Some words.") -> Statement:
    """Gives a statement of the article 000."""
    return Statement(text=text, basis=BASIS)


def dose(**changes: Any) -> Dose:
    """Gives one set of five repetitions with a rest of 15 s, changed as wished."""
    plain = Dose(
        sets=1, reps=5, hold_s=None, seconds=None, rest_s=15, basis=BASIS, rest_basis=BASIS
    )
    return replace(plain, **changes)


def timed_dose(seconds: int, **changes: Any) -> Dose:
    """Gives one set of so many seconds, changed as wished."""
    return dose(reps=None, seconds=seconds, **changes)


def phases(out: int = 2, hold: int = 1, back: int = 2, rest: int = 1) -> tuple[Phase, ...]:
    """Gives a repetition of 6 s with one phase of each kind."""
    return (
        Phase(name="Lift", kind=PhaseKind.OUT, seconds=out),
        Phase(name="Hold", kind=PhaseKind.HOLD, seconds=hold),
        Phase(name="Lower", kind=PhaseKind.BACK, seconds=back),
        Phase(name="Rest", kind=PhaseKind.REST, seconds=rest),
    )


def equipment(kind: EquipmentKind, *, optional: bool = False, text: str = "A thing") -> Equipment:
    """Gives one thing an exercise needs."""
    return Equipment(kind=kind, text=text, optional=optional, alternatives=(), basis=BASIS)


def exercise(**changes: Any) -> Exercise:
    """Gives an exercise on both sides at once, without equipment, changed as wished."""
    plain = Exercise(
        id="arm-swing",
        name="Arm swing",
        other_names=(),
        goal=Goal.STRENGTHEN,
        body_areas=(BodyArea.TRUNK,),
        muscles=("deltoid",),
        position=Position.STANDING,
        equipment=(),
        start_position=statement("Stand tall."),
        movement=(statement("Swing the arms."),),
        cues=(statement("Stand tall."), statement("Swing slowly."), statement("Keep breathing.")),
        feel=Feel(low=0, high=3, text="Light.", basis=BASIS),
        purpose=statement("Moves the arms."),
        mistakes=(statement("Swinging too fast."),),
        easier=None,
        harder=None,
        caution=statement("Mind the lamp."),
        stop=statement("Stop if it hurts."),
        sides=Sides.BOTH,
        sides_basis=BASIS,
        one_rep=statement("Up and down is one."),
        phases=phases(),
        tempo_basis=BASIS,
        start=dose(),
        target=dose(),
        doses=(ArticleDose(article="000", sets=(1, 1), reps=(5, 5)),),
    )
    return replace(plain, **changes)


def routine(*items: RoutineItem, **changes: Any) -> Routine:
    """Gives a routine of these items; of one arm swing where there are none."""
    plain = Routine(
        key="arms",
        title="Arms",
        sources=("000",),
        summary=statement("For the arms."),
        notes=(),
        items=items or (RoutineItem(exercise="arm-swing", dose=dose()),),
    )
    return replace(plain, **changes)


def content(**changes: Any) -> Content:
    """Gives a content with one entry of each kind, changed as wished."""
    plain = Content(
        articles=(Article(id="000", title="Swing", author="A. Nonymous", kind="coach"),),
        evidence=(Evidence(id="E1", citation="A study", seen="abstract"),),
        exercises=(exercise(),),
        recovery=(
            RecoveryItem(
                id="walk",
                name="Walk",
                when=(statement(),),
                steps=(statement(),),
                seconds=(300, 600),
                seconds_basis=BASIS,
                limits=(statement(),),
                cautions=(statement(),),
            ),
        ),
        programmes=(routine(),),
        guidance=(GuidanceCard(id="sleep", title="Sleep", points=(statement(),)),),
        red_flags=(
            RedFlag(
                id="fall",
                urgency=Urgency.SOON,
                question="Did you fall?",
                advice="See a doctor.",
                concern="An injury.",
                basis=BASIS,
            ),
        ),
        stop_rules=(
            StopRule(
                id="dizzy",
                sign="Dizziness.",
                ends=StopScope.SESSION,
                then="Sit down.",
                basis=BASIS,
            ),
        ),
        rolling_cautions=(statement(),),
    )
    return replace(plain, **changes)


def content_file() -> dict[str, Any]:
    """Gives what stands in a valid content file; its content is that of ``content()``."""
    entries = json.loads(msgspec.json.encode(content()))
    return {"about": ["What this file is."], **entries}
