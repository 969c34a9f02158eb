"""How long a routine takes: as promised at the regular pace, and else as its timeline does."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.session import Side
from kneegui.domain.timing import item_seconds
from kneegui.player.duration import planned_seconds
from kneegui.player.timeline import compile_timeline
from tests.player.routines import LIFT, SWING, paces, parts, played
from tests.support.builders import dose


@settings(deadline=None)
@given(parts)
def test_at_the_regular_pace_it_is_what_is_promised(some_parts: list[Any]) -> None:
    plan, known = played(some_parts)

    assert planned_seconds(plan, known, PlayerSettings()) == item_seconds(plan, known)


@settings(deadline=None)
@given(parts, paces)
def test_at_any_pace_it_is_what_the_player_takes(
    some_parts: list[Any], pace: PlayerSettings
) -> None:
    plan, known = played(some_parts)

    right = compile_timeline(plan, known, pace, Side.RIGHT)

    assert sum(planned_seconds(plan, known, pace)) == right.total


def test_every_setting_of_the_pace_counts() -> None:
    plan, known = played([(SWING, dose(sets=2)), (LIFT, dose())])
    pace = PlayerSettings(get_ready_added_s=5, switch_added_s=4, rest_percent=200, tempo=Tempo.SLOW)

    # 20 + 50 + 30 + 50 s; 15 + 50 + 12 + 50 s.
    assert planned_seconds(plan, known, pace) == (150, 127)
