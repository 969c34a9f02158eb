"""What can go wrong with a file that leaves the program or comes into it."""

from __future__ import annotations

from kneegui.domain.errors import KneeGuideError


class ExportError(KneeGuideError):
    """A file cannot be written; what stood in its place before is still there."""


class ImportFileError(KneeGuideError):
    """A file cannot be read, or is not what it should be; nothing was taken from it."""
