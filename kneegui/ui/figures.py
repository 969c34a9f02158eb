"""Everything that draws exercises, in one hand: stills, moving frames, turning by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kneegui.ui.figure_frames import FigureFrames
from kneegui.ui.figure_turning import FigureTurning
from kneegui.ui.pictures import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The three ways a figure is shown; pages take what they need."""

    stills: Pictures
    frames: FigureFrames
    turning: FigureTurning


def open_figures(resources: Path) -> Figures:
    """Gives the figures of the folder with ``images/`` and ``poses/``."""
    images = resources / "images"
    return Figures(
        stills=Pictures(images),
        frames=FigureFrames(images),
        turning=FigureTurning(resources / "poses"),
    )
