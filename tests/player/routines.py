"""Timelines to test the player with: small ones by name, and random ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as some

from kneegui.domain.dose import Dose
from kneegui.domain.exercise import EquipmentKind, Exercise, Position, Sides
from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.routine import Routine, RoutineItem
from kneegui.domain.session import Side
from kneegui.player.timeline import Timeline, compile_timeline
from tests.support.builders import dose, equipment, exercise, phases, routine, timed_dose

SWING = exercise(id="swing", name="Swing")
LIFT = exercise(id="lift", name="Lift", sides=Sides.EACH)
TAP = exercise(id="tap", name="Tap", sides=Sides.ALTERNATING)
STRETCH = exercise(id="stretch", name="Stretch", phases=phases(3, 30, 2, 10))
ROLL = exercise(id="roll", name="Roll", sides=Sides.EACH, phases=phases(2, 1, 2, 1)[::2])
BUZZ = exercise(id="buzz", name="Buzz", phases=())
KNOWN = {known.id: known for known in (SWING, LIFT, TAP, STRETCH, ROLL, BUZZ)}


def timeline(*parts: tuple[Exercise, Dose], first: Side = Side.LEFT, **settings: Any) -> Timeline:
    """Gives the timeline of these exercises with these doses."""
    items = [RoutineItem(exercise=one.id, dose=amount) for one, amount in parts]
    known = {one.id: one for one, _ in parts}
    return compile_timeline(routine(*items), known, PlayerSettings(**settings), first)


def one_of_each(**settings: Any) -> Timeline:
    """Gives a timeline with every kind of step."""
    return timeline(
        (LIFT, dose(sets=2, reps=2, rest_s=20)),
        (STRETCH, dose(reps=2)),
        (TAP, dose(reps=2)),
        (ROLL, timed_dose(45)),
        **settings,
    )


_short = some.integers(1, 12)
_doses = some.builds(
    dose,
    sets=some.integers(1, 3),
    reps=some.integers(1, 4),
    rest_s=some.integers(0, 30),
    hold_s=some.none() | some.integers(1, 30),
) | some.builds(
    timed_dose, some.integers(1, 70), sets=some.integers(1, 2), rest_s=some.integers(0, 30)
)
_things = some.sampled_from(
    [(), (equipment(EquipmentKind.ROLLER),), (equipment(EquipmentKind.MAT),)]
)
_exercises = some.builds(
    exercise,
    sides=some.sampled_from(Sides),
    position=some.sampled_from(Position),
    equipment=_things,
    phases=some.builds(phases, _short, _short, _short, _short).flatmap(
        lambda four: some.sampled_from([four, four[:3], four[::2], four[:1], ()])
    ),
)
parts = some.lists(some.tuples(_exercises, _doses), min_size=1, max_size=3)


def played(parts: list[tuple[Exercise, Dose]]) -> tuple[Routine, dict[str, Exercise]]:
    """Gives a routine of random parts, and its exercises by id."""
    known = {f"e{n}": replace(part, id=f"e{n}") for n, (part, _) in enumerate(parts)}
    items = [RoutineItem(exercise=f"e{number}", dose=d) for number, (_, d) in enumerate(parts)]
    return routine(*items), known


def _compiled(parts: list[tuple[Exercise, Dose]], side: Side, *, self_paced: bool) -> Timeline:
    plan, known = played(parts)
    return compile_timeline(plan, known, PlayerSettings(self_paced=self_paced), side)


paces = some.builds(
    PlayerSettings,
    get_ready_added_s=some.integers(-20, 30),
    switch_added_s=some.integers(-20, 30),
    rest_percent=some.integers(0, 300),
    tempo=some.sampled_from(Tempo),
    self_paced=some.booleans(),
)
sides = some.sampled_from([Side.LEFT, Side.RIGHT])
timelines = some.builds(_compiled, parts, sides, self_paced=some.just(False))
any_timelines = some.builds(_compiled, parts, sides, self_paced=some.booleans())
