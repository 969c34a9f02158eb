"""The revisions of the schema this program knows; without Alembic, for every start asks."""

from __future__ import annotations

REVISIONS = ("0001", "0002")
"""From the oldest to the newest; a test compares them with the files in ``versions``."""
NEWEST = REVISIONS[-1]
