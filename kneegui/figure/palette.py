"""Colours of the drawn world: one set that reads on light and on dark grounds alike.

Each material has three tones: in shade, middle, lit.  ``MUSCLE`` means 'feel it here' and nothing
else; the arrow is neutral.  Floor, mat and wall are translucent so that the ground shows through.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from kneegui.figure.vectors import Array


class Tones(NamedTuple):
    """Three colours ``#rrggbb`` of a material and how much of the ground it covers (0..1)."""

    shade: str
    middle: str
    lit: str
    cover: float = 1.0


MATERIALS: dict[str, Tones] = {
    "skin": Tones("#B98469", "#DEB79C", "#F2D8C6"),
    "top": Tones("#2F6A76", "#43899A", "#62A6B2"),
    "shorts": Tones("#33486A", "#476087", "#6079A2"),
    "shoe": Tones("#566373", "#738192", "#93A1B0"),
    "sole": Tones("#C3C7CB", "#ECEDED", "#FCFCFC"),
    "sock": Tones("#C1C5CB", "#EAECEE", "#FBFBFC"),
    "hair": Tones("#4A3B34", "#634F45", "#7D6659"),
    "prop": Tones("#7F8C99", "#9DAAB6", "#BAC5CE"),
    "roller": Tones("#566270", "#73808F", "#95A2B0"),
    "mat": Tones("#8FA696", "#A3B9A9", "#B2C6B7", 0.66),
    "mat edge": Tones("#6F8877", "#7F9887", "#8FA797", 0.85),
    "wall": Tones("#9A9792", "#A09D98", "#A6A39E", 0.34),
    "band": Tones("#7A53B5", "#9872D4", "#B698E6"),
    "floor": Tones("#7F7C76", "#7F7C76", "#7F7C76", 0.13),
    "hole": Tones("#374049", "#4A535D", "#606973"),
    "wood": Tones("#926B48", "#B58D65", "#D4B08A"),
    "cushion": Tones("#A79A88", "#C9BDAB", "#E3D9C9"),
    "metal": Tones("#48515B", "#66707B", "#929CA6"),
    "ice": Tones("#5E9FC8", "#8CC3E4", "#CBE6F6"),
    "heat": Tones("#B5892E", "#DDB354", "#F3D68C"),
}
MATERIAL_INDEX: dict[str, int] = {name: i for i, name in enumerate(MATERIALS)}
MUSCLE = "#F2542D"
MUSCLE_LIT = "#FF8F63"
NO_GO = "#4B4440"
"""Ink of the hatching over what must be kept off."""
ARROW, ARROW_CASING = "#5C6965", "#F4F7F6"
"""Ink of arrows for light grounds, and the thin casing that sets it off from dark ones."""
GHOST = "#A3AEAA"
"""What ghosts are mixed with, so that they are paler on light and lighter on dark grounds."""
INSET_LINE, INSET_HALO = "#3C4744", "#FFFFFF"
"""Dashed lines of an inset, and what sets them off from clothes and skin."""
INSET_FILL = "#8A9490"
LIGHT_GROUND, DARK_GROUND = "#EFECE4", "#20282B"


def rgb(colour: str) -> Array:
    """Give red, green and blue, 0..1, of ``#rrggbb``."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)


@cache
def shading_table() -> Array:
    """Give the colour of each material at 256 light values: (materials, 256, 3), 0..1."""
    table = np.zeros((len(MATERIALS), 256, 3), np.float32)
    light = np.linspace(0, 1, 256)
    deepest = np.array([0.66, 0.62, 0.68], np.float32)
    for i, tones in enumerate(MATERIALS.values()):
        shade, middle, lit = rgb(tones.shade), rgb(tones.middle), rgb(tones.lit)
        knots = [shade * deepest, shade, middle, lit]
        for channel in range(3):
            values = [float(k[channel]) for k in knots]
            table[i, :, channel] = np.interp(light, [0, 0.25, 0.62, 1], values)
    return table


@cache
def cover_table() -> Array:
    """Give how much of the ground each material covers: (materials,), 0..1."""
    return np.array([tones.cover for tones in MATERIALS.values()], np.float32)
