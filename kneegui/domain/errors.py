"""Errors that are expected: each carries one sentence for the user."""

from __future__ import annotations


class KneeGuideError(Exception):
    """Something that can go wrong without a mistake in the program; its text is one sentence."""


class ContentError(KneeGuideError):
    """The content file is wrong.

    Args:
        file: name of the file.
        item: the part of it, such as ``exercise clamshell``.
        problem: what is wrong, with the field.
    """

    def __init__(self, file: str, item: str, problem: str) -> None:
        super().__init__(f"{file}, {item}: {problem}")
        self.file = file
        self.item = item
        self.problem = problem


class FolderError(KneeGuideError):
    """A folder the program needs cannot be made or written to."""


class NoDisplayError(KneeGuideError):
    """There is no display to open a window on."""
