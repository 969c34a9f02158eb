"""What the user has chosen about the program itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeChoice(StrEnum):
    """Which colours to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


TEXT_PERCENTS = (100, 115, 130, 150, 200)
"""The text sizes offered, in per cent of the regular one."""


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
    """The look of the program and where its window was."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    moving_figures: bool = True
    """False shows each exercise in two stills, its start and its end."""
    voice: bool = True
    sounds: bool = True
    slow_tempo: bool = False
    own_pace: bool = False
    """True where the user ends each set of repetitions."""
    window: WindowPlace | None = None
