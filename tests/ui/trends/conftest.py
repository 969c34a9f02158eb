"""A widget alone in a window, as for the pages."""

from __future__ import annotations

from tests.ui.pages.conftest import stage

__all__ = ["stage"]
