"""Whether an hour in the player is an hour: the clockwork by a simulated clock, woken too late."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Side
from kneegui.player.commands import Start
from kneegui.player.engine import Engine
from kneegui.player.events import SessionFinished
from kneegui.player.situation import MICRO, micros
from kneegui.player.timeline import Timeline, compile_timeline
from tests.bench.measure import Measure, Reading
from tests.support.shipped import shipped_content

HOUR_S = 3600
LATEST_S = 0.4
BEGAN_S = 86_400.123457
"""Any number that is not round."""


def drift() -> Reading:
    """Gives how far the end of an hour lies from its beginning and all the steps' seconds.

    The clockwork is woken up to 0.4 s after something was due, each time.
    """
    timeline = _an_hour()
    engine, chance = Engine(timeline), Random(1)
    events = list(engine.handle(Start(), BEGAN_S))
    woken, late = 0, 0.0
    while (due := engine.next_due) is not None:
        delay = chance.uniform(0, LATEST_S)
        events += engine.advance(due + delay)
        woken, late = woken + 1, late + delay
    (end,) = (event.at for event in events if isinstance(event, SessionFinished))
    drifted = micros(end) - micros(BEGAN_S) - timeline.total * MICRO
    return Reading(
        value=abs(drifted) / 1000,
        note=f"{timeline.total / 60:.0f} min, woken {woken} times, {late:.0f} s too late in all",
    )


MEASURES = (Measure(name="player: drift in an hour", unit="ms", goal=0, run=drift),)


def _an_hour() -> Timeline:
    """Gives the timeline of a routine repeated until it takes an hour."""
    content = shipped_content()
    routine = next(each for each in content.programmes if each.key == "strength-2")
    repeated = routine
    while True:
        timeline = compile_timeline(
            repeated, content.exercise_by_id, PlayerSettings(), first_side=Side.LEFT
        )
        if timeline.total >= HOUR_S:
            return timeline
        repeated = replace(repeated, items=repeated.items + routine.items)
