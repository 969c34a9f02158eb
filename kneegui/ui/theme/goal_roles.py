"""The colour roles of the goals: ink on its tint, and the solid for bars."""

from __future__ import annotations

from collections.abc import Mapping

from kneegui.domain.exercise import Goal
from kneegui.ui.theme.roles import Role

GOAL_TEXT: Mapping[Goal, Role] = {
    Goal.RELEASE: Role.RELEASE,
    Goal.STRETCH: Role.STRETCH,
    Goal.STRENGTHEN: Role.STRENGTHEN,
}
GOAL_TINT: Mapping[Goal, Role] = {
    Goal.RELEASE: Role.RELEASE_TINT,
    Goal.STRETCH: Role.STRETCH_TINT,
    Goal.STRENGTHEN: Role.STRENGTHEN_TINT,
}
GOAL_SOLID: Mapping[Goal, Role] = {
    Goal.RELEASE: Role.RELEASE_SOLID,
    Goal.STRETCH: Role.STRETCH_SOLID,
    Goal.STRENGTHEN: Role.STRENGTHEN_SOLID,
}
