"""What the user has chosen about the pace of the player."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kneegui.domain.settings import Settings
from kneegui.domain.timing import GET_READY_S, SWITCH_SIDES_S


class Tempo(StrEnum):
    """How fast paced repetitions are."""

    NORMAL = "normal"
    """As the exercise says, such as lift 2, hold 1, lower 2, rest 1."""
    SLOW = "slow"
    """Lift 3, hold 2, lower 3, rest 2. Source: E37."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerSettings:
    """How the player paces a routine; the defaults are the times the Routines page promises."""

    get_ready_added_s: int = 0
    """Seconds more to get ready than 10 s or 15 s; fewer where it is negative."""
    switch_added_s: int = 0
    """Seconds more to switch sides than 8 s; fewer where it is negative."""
    rest_percent: int = 100
    """How long a rest is, in per cent of the dose's."""
    tempo: Tempo = Tempo.NORMAL
    self_paced: bool = False
    """True where the user ends each set of repetitions; long holds and timed sets keep time."""

    @classmethod
    def of(cls, settings: Settings) -> PlayerSettings:
        """Gives the pace that the settings ask for."""
        return cls(
            get_ready_added_s=settings.get_ready_s - GET_READY_S,
            switch_added_s=settings.switch_s - SWITCH_SIDES_S,
            rest_percent=settings.rest_percent,
            tempo=Tempo.SLOW if settings.slow_tempo else Tempo.NORMAL,
            self_paced=settings.own_pace,
        )
