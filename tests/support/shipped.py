"""The shipped content, read once, and the ids to run a test for each of them."""

from __future__ import annotations

from functools import lru_cache

from kneegui.catalogue.reader import read_content
from kneegui.domain.content import Content
from kneegui.resource_files import resource_folder


@lru_cache(maxsize=1)
def shipped_content() -> Content:
    """Gives what the program ships."""
    return read_content(resource_folder() / "exercises.json")


def exercise_ids() -> list[str]:
    """Gives the id of every exercise, in order."""
    return [exercise.id for exercise in shipped_content().exercises]


def routine_keys() -> list[str]:
    """Gives the key of every routine, in order."""
    return [routine.key for routine in shipped_content().programmes]
