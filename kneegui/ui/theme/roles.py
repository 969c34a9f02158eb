"""The colours of the two themes, each by the role it plays."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto


class Role(Enum):
    """What a colour is for. Widgets name roles and never a colour."""

    WINDOW = auto()
    RAIL = auto()
    SURFACE = auto()
    INSET = auto()
    STAGE = auto()
    HOVER = auto()
    PRESS = auto()
    LINE = auto()
    EDGE = auto()
    TEXT = auto()
    TEXT_SECOND = auto()
    TEXT_THIRD = auto()
    DISABLED = auto()
    PRIMARY = auto()
    PRIMARY_HOVER = auto()
    PRIMARY_PRESS = auto()
    ON_PRIMARY = auto()
    SOFT = auto()
    ON_SOFT = auto()
    LIME = auto()
    ON_LIME = auto()
    FOCUS = auto()
    LINK = auto()
    RELEASE = auto()
    RELEASE_TINT = auto()
    RELEASE_SOLID = auto()
    STRETCH = auto()
    STRETCH_TINT = auto()
    STRETCH_SOLID = auto()
    STRENGTHEN = auto()
    STRENGTHEN_TINT = auto()
    STRENGTHEN_SOLID = auto()
    WARN = auto()
    WARN_TINT = auto()
    WARN_SOLID = auto()
    DANGER = auto()
    DANGER_TINT = auto()
    DANGER_SOLID = auto()
    REST_GROUND = auto()
    REST_TEXT = auto()
    REST_RING = auto()
    PREPARE_GROUND = auto()
    PREPARE_TEXT = auto()
    PREPARE_RING = auto()
    PAUSED_GROUND = auto()
    RECOVER = auto()
    RECOVER_TINT = auto()
    RECOVER_SOLID = auto()
    ON_DANGER = auto()


LIGHT: Mapping[Role, str] = {
    Role.WINDOW: "#f5f3ee",
    Role.RAIL: "#ece9e1",
    Role.SURFACE: "#ffffff",
    Role.INSET: "#f3f1eb",
    Role.STAGE: "#efece4",
    Role.HOVER: "#ece9e2",
    Role.PRESS: "#e2ded4",
    Role.LINE: "#e1ddd3",
    Role.EDGE: "#8b877d",
    Role.TEXT: "#17211f",
    Role.TEXT_SECOND: "#4f5956",
    Role.TEXT_THIRD: "#5e6662",
    Role.DISABLED: "#a9a79f",
    Role.PRIMARY: "#10463f",
    Role.PRIMARY_HOVER: "#17584f",
    Role.PRIMARY_PRESS: "#0a352f",
    Role.ON_PRIMARY: "#ffffff",
    Role.SOFT: "#dceae3",
    Role.ON_SOFT: "#0f4039",
    Role.LIME: "#b8e45f",
    Role.ON_LIME: "#12332e",
    Role.FOCUS: "#0b63ce",
    Role.LINK: "#0f5a50",
    Role.RELEASE: "#86307a",
    Role.RELEASE_TINT: "#f5e3f1",
    Role.RELEASE_SOLID: "#822079",
    Role.STRETCH: "#1f4fa8",
    Role.STRETCH_TINT: "#e2eafa",
    Role.STRETCH_SOLID: "#3f74da",
    Role.STRENGTHEN: "#8f4300",
    Role.STRENGTHEN_TINT: "#fbe7d0",
    Role.STRENGTHEN_SOLID: "#cb7410",
    Role.WARN: "#7a4a00",
    Role.WARN_TINT: "#fcefcf",
    Role.WARN_SOLID: "#b88000",
    Role.DANGER: "#a51d2d",
    Role.DANGER_TINT: "#fbe4e4",
    Role.DANGER_SOLID: "#c62839",
    Role.REST_GROUND: "#c6dff1",
    Role.REST_TEXT: "#12395a",
    Role.REST_RING: "#1f66a6",
    Role.PREPARE_GROUND: "#fae6ac",
    Role.PREPARE_TEXT: "#5c3d00",
    Role.PREPARE_RING: "#946200",
    Role.PAUSED_GROUND: "#ddd9cf",
    Role.RECOVER: "#0a5f6f",
    Role.RECOVER_TINT: "#d8eff2",
    Role.RECOVER_SOLID: "#1c99ab",
    Role.ON_DANGER: "#ffffff",
}

DARK: Mapping[Role, str] = {
    Role.WINDOW: "#101517",
    Role.RAIL: "#0b0f11",
    Role.SURFACE: "#1a2124",
    Role.INSET: "#151b1e",
    Role.STAGE: "#20282b",
    Role.HOVER: "#242d30",
    Role.PRESS: "#2c373a",
    Role.LINE: "#2b3437",
    Role.EDGE: "#7c878a",
    Role.TEXT: "#eef2f0",
    Role.TEXT_SECOND: "#b3bdba",
    Role.TEXT_THIRD: "#93a09c",
    Role.DISABLED: "#59635f",
    Role.PRIMARY: "#b8e45f",
    Role.PRIMARY_HOVER: "#c7ee78",
    Role.PRIMARY_PRESS: "#a3cf4b",
    Role.ON_PRIMARY: "#12290f",
    Role.SOFT: "#22352f",
    Role.ON_SOFT: "#bfe9cf",
    Role.LIME: "#b8e45f",
    Role.ON_LIME: "#12332e",
    Role.FOCUS: "#6fb1ff",
    Role.LINK: "#a9dfc4",
    Role.RELEASE: "#efa9e2",
    Role.RELEASE_TINT: "#3a2136",
    Role.RELEASE_SOLID: "#c05aae",
    Role.STRETCH: "#a6c6ff",
    Role.STRETCH_TINT: "#1d2c48",
    Role.STRETCH_SOLID: "#6c9bf2",
    Role.STRENGTHEN: "#f9bc72",
    Role.STRENGTHEN_TINT: "#3b2914",
    Role.STRENGTHEN_SOLID: "#ee9a35",
    Role.WARN: "#f3c969",
    Role.WARN_TINT: "#352b12",
    Role.WARN_SOLID: "#e5ae2c",
    Role.DANGER: "#ff9c97",
    Role.DANGER_TINT: "#3e1d1f",
    Role.DANGER_SOLID: "#e5525b",
    Role.REST_GROUND: "#123251",
    Role.REST_TEXT: "#cfe6fa",
    Role.REST_RING: "#5fa8e6",
    Role.PREPARE_GROUND: "#3a2e0c",
    Role.PREPARE_TEXT: "#f6dd9a",
    Role.PREPARE_RING: "#e0a92b",
    Role.PAUSED_GROUND: "#23292b",
    Role.RECOVER: "#8ce3ee",
    Role.RECOVER_TINT: "#12343a",
    Role.RECOVER_SOLID: "#74dce8",
    Role.ON_DANGER: "#1e0507",
}

PAIN_LIGHT = (
    "#e6efea",
    "#e9ebcf",
    "#eee2ac",
    "#f2d486",
    "#f4bf5e",
    "#f0a548",
    "#e6873f",
    "#d7673d",
    "#bf4742",
    "#9f2f4a",
    "#7a1e48",
)
"""Pain 0 to 10: one ramp whose lightness falls at every step, for colour-blind eyes too."""

PAIN_DARK = (
    "#e2ede8",
    "#e5e8c9",
    "#ebdfa6",
    "#f0d07e",
    "#f2b957",
    "#efa149",
    "#e78444",
    "#dd6a4a",
    "#c74b52",
    "#bb4566",
    "#af4380",
)

HEAT_LIGHT = ("#eae6dc", "#cde0b4", "#9cc58c", "#5a9e78", "#23705f", "#0f463f")
"""Minutes a day, from none to many: one ramp whose lightness goes one way at every step."""

HEAT_DARK = ("#20282b", "#1f4239", "#2f6650", "#579366", "#8abf62", "#b8e45f")
"""The same; in the dark the most is the lightest."""
