"""What the user has chosen about the program itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeChoice(StrEnum):
    """Which colours to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class VoiceSpeed(StrEnum):
    """How fast the voice speaks."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


TEXT_PERCENTS = (100, 115, 130, 150, 200)
"""The text sizes offered, in per cent of the regular one."""

VOLUMES = (20, 40, 60, 80, 100)
"""The volumes of the sounds that are offered, in per cent; half of one sounds half as loud."""

GET_READY_TIMES = (5, 10, 15, 20, 30)
"""The times to get ready that are offered, in seconds."""

SWITCH_TIMES = (5, 8, 12, 20)
"""The times to switch sides that are offered, in seconds."""

REST_PERCENTS = (50, 75, 100, 150, 200)
"""The lengths of rests that are offered, in per cent of what the dose asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPlace:
    """Where the main window was, in device-independent pixels of the whole desktop."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The look of the program, how the player goes, and where the window was."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    moving_figures: bool = True
    """False shows each exercise in two stills, its start and its end."""
    voice: bool = True
    voice_name: str = ""
    """Name of one of the computer's voices; empty where any may speak."""
    voice_speed: VoiceSpeed = VoiceSpeed.NORMAL
    sounds: bool = True
    volume: int = 100
    """Of the sounds, in per cent."""
    slow_tempo: bool = False
    own_pace: bool = False
    """True where the user ends each set of repetitions."""
    get_ready_s: int = 10
    """Seconds to get ready where neither position nor equipment changes; 5 s more where they do."""
    switch_s: int = 8
    """Seconds to switch sides."""
    rest_percent: int = 100
    """How long a rest is, in per cent of the dose's."""
    window: WindowPlace | None = None
