"""Everything the program ships as content, in one object."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kneegui.domain.basis import Article, Evidence, Statement
from kneegui.domain.exercise import Exercise
from kneegui.domain.guidance import GuidanceCard, RecoveryItem, RedFlag, StopRule
from kneegui.domain.routine import Routine


@dataclass(frozen=True, kw_only=True)
class Content:
    """The exercises, programmes and advice, with their sources.

    Tuples keep the order of the file, which is the order for showing.
    """

    articles: tuple[Article, ...]
    evidence: tuple[Evidence, ...]
    exercises: tuple[Exercise, ...]
    recovery: tuple[RecoveryItem, ...]
    programmes: tuple[Routine, ...]
    guidance: tuple[GuidanceCard, ...]
    red_flags: tuple[RedFlag, ...]
    stop_rules: tuple[StopRule, ...]
    rolling_cautions: tuple[Statement, ...]

    @cached_property
    def exercise_by_id(self) -> dict[str, Exercise]:
        """Gives each exercise by its id."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def article_by_id(self) -> dict[str, Article]:
        """Gives each article by its id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def evidence_by_id(self) -> dict[str, Evidence]:
        """Gives each publication by its id."""
        return {publication.id: publication for publication in self.evidence}

    def routines_with(self, exercise: str) -> tuple[Routine, ...]:
        """Gives the programmes that use an exercise, in their order."""
        return tuple(
            routine
            for routine in self.programmes
            if any(item.exercise == exercise for item in routine.items)
        )
