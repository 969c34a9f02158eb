"""Advice that is not an exercise: recovery, running, and when to stop or see somebody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kneegui.domain.basis import Basis, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryItem:
    """Something done around the routines: a walk, ice, heat."""

    id: str
    name: str
    when: tuple[Statement, ...]
    steps: tuple[Statement, ...]
    seconds: tuple[int, int]
    """Shortest and longest time in one go."""
    seconds_basis: Basis
    limits: tuple[Statement, ...]
    cautions: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceCard:
    """A short card of advice on one subject."""

    id: str
    title: str
    points: tuple[Statement, ...]


class Urgency(StrEnum):
    """How soon a professional should look at it."""

    SAME_DAY = "same-day"
    """The emergency number, or a doctor today."""
    SOON = "soon"
    """A doctor or physiotherapist within days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A sign that asks for a professional before any routine."""

    id: str
    urgency: Urgency
    question: str
    """Put to the user so that "yes" means the sign is there."""
    advice: str
    concern: str
    """What it might be, for the reader who asks why; never shown as a finding."""
    basis: Basis


class StopScope(StrEnum):
    """What a stop rule ends."""

    EXERCISE = "exercise"
    SESSION = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRule:
    """A reason to stop while a routine runs."""

    id: str
    sign: str
    ends: StopScope
    then: str
    """What to do after stopping."""
    basis: Basis
