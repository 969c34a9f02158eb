"""Every text and every sign can be told from its ground, in both themes (WCAG 2)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtGui import QColor

from kneegui.ui.theme.roles import DARK, LIGHT, Role

TEXT, GRAPHICS = 4.5, 3.0

THEMES = {"light": LIGHT, "dark": DARK}

TEXT_PAIRS = [
    *[(Role.TEXT, ground) for ground in (Role.WINDOW, Role.SURFACE, Role.STAGE)],
    *[(Role.TEXT, ground) for ground in (Role.RAIL, Role.INSET, Role.HOVER, Role.PRESS)],
    *[(Role.TEXT_SECOND, ground) for ground in (Role.WINDOW, Role.SURFACE, Role.RAIL)],
    *[(Role.TEXT_SECOND, ground) for ground in (Role.STAGE, Role.INSET, Role.HOVER, Role.SOFT)],
    *[(Role.TEXT_THIRD, ground) for ground in (Role.WINDOW, Role.SURFACE, Role.RAIL)],
    *[(Role.TEXT_THIRD, ground) for ground in (Role.HOVER, Role.INSET)],
    *[(Role.ON_PRIMARY, ground) for ground in (Role.PRIMARY, Role.PRIMARY_HOVER)],
    (Role.ON_PRIMARY, Role.PRIMARY_PRESS),
    (Role.ON_SOFT, Role.SOFT),
    (Role.ON_LIME, Role.LIME),
    *[(Role.LINK, ground) for ground in (Role.SURFACE, Role.WINDOW, Role.INSET)],
    *[(Role.LINK, ground) for ground in (Role.HOVER, Role.PRESS)],
    (Role.RELEASE, Role.RELEASE_TINT),
    (Role.STRETCH, Role.STRETCH_TINT),
    (Role.STRENGTHEN, Role.STRENGTHEN_TINT),
    # A note: the words in the plain ink, the sign in the ink of its kind.
    *[(Role.TEXT, ground) for ground in (Role.WARN_TINT, Role.DANGER_TINT, Role.SOFT)],
    (Role.WARN, Role.WARN_TINT),
    (Role.DANGER, Role.DANGER_TINT),
    # What could not be kept is said on the ground of the page.
    (Role.DANGER, Role.WINDOW),
]
GRAPHICS_PAIRS = [
    *[(Role.EDGE, ground) for ground in (Role.SURFACE, Role.WINDOW)],
    *[(Role.FOCUS, ground) for ground in (Role.SURFACE, Role.WINDOW, Role.RAIL)],
    *[(Role.FOCUS, ground) for ground in (Role.INSET, Role.SOFT)],
    *[(goal, Role.WINDOW) for goal in (Role.RELEASE_SOLID, Role.STRETCH_SOLID)],
    *[(goal, Role.SURFACE) for goal in (Role.RELEASE_SOLID, Role.STRETCH_SOLID)],
    (Role.STRENGTHEN_SOLID, Role.WINDOW),
    (Role.STRENGTHEN_SOLID, Role.SURFACE),
    (Role.PRIMARY, Role.SURFACE),
    (Role.PRIMARY, Role.RAIL),
]
DESIGNED = {
    (Role.TEXT, Role.WINDOW): (14.9, 16.3),
    (Role.TEXT_SECOND, Role.STAGE): (6.1, 7.8),
    (Role.TEXT_THIRD, Role.HOVER): (4.9, 5.2),
    (Role.ON_PRIMARY, Role.PRIMARY): (10.7, 10.6),
    (Role.LINK, Role.SURFACE): (8.1, 10.9),
    (Role.STRENGTHEN, Role.STRENGTHEN_TINT): (5.9, 8.2),
    (Role.STRENGTHEN_SOLID, Role.WINDOW): (3.1, 8.2),
    (Role.FOCUS, Role.RAIL): (4.7, 8.6),
}
"""Ratios of the design in the light and the dark theme, one of each kind of pair."""


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    plain = QColor(colour)
    red, green, blue = plain.redF(), plain.greenF(), plain.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(colours: Mapping[Role, str], pair: tuple[Role, Role]) -> float:
    darker, lighter = sorted(luminance(colours[role]) for role in pair)
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(pairs: list[tuple[Role, Role]], theme: str, least: float) -> dict[str, float]:
    ratios = {
        f"{ink.name} on {ground.name}": round(contrast(THEMES[theme], (ink, ground)), 2)
        for ink, ground in pairs
    }
    return {pair: ratio for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_its_ground(theme: str) -> None:
    assert too_weak(TEXT_PAIRS, theme, TEXT) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_signs_and_edges_stand_out_from_their_ground(theme: str) -> None:
    assert too_weak(GRAPHICS_PAIRS, theme, GRAPHICS) == {}


@pytest.mark.parametrize("pair", DESIGNED, ids=str)
def test_the_contrast_is_the_one_of_the_design(pair: tuple[Role, Role]) -> None:
    ratios = tuple(round(contrast(colours, pair), 1) for colours in (LIGHT, DARK))

    assert ratios == DESIGNED[pair]


def test_black_on_white_is_as_strong_as_can_be() -> None:
    assert contrast({Role.TEXT: "#000000", Role.WINDOW: "#ffffff"}, (Role.TEXT, Role.WINDOW)) == 21


def test_both_themes_have_every_role() -> None:
    assert set(LIGHT) == set(DARK) == set(Role)
