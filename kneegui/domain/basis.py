"""Where a statement or a number comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a value rests on: articles, research, or our own reason.

    At least one of the three is given. A value with a ``reason`` and an article is the article's,
    completed by us; a value with a reason alone is our default.
    """

    articles: tuple[str, ...] = ()
    """Ids of the articles that say so, such as ``"002"``."""
    evidence: tuple[str, ...] = ()
    """Ids of the publications that support it, such as ``"E43"``."""
    reason: str | None = None
    """Why we chose the value, where no article gives it."""

    @property
    def is_default(self) -> bool:
        """True where no article gives the value: it is ours."""
        return not self.articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or cue for the user, and what it rests on."""

    text: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One of the published articles the programmes come from."""

    id: str
    title: str
    author: str
    kind: str
    """Who wrote it, in a few words: ``"physical therapist's blog"``."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A publication that a default or a caution rests on."""

    id: str
    citation: str
    seen: str
    """How much of it was read: ``"abstract"``, ``"table"``."""
