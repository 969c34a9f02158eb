"""When Python does not look for garbage: while thousands of things are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Has Python look for no garbage while many objects are made.

    A look stops every thread, and the more there are the longer: with ten years of steps the window
    would stand still for a tenth of a second again and again. What is made here has no cycles and
    is freed without it.

    What is there after the first reading, most of it SQLAlchemy, is not looked at ever again. Once
    only: what comes later, such as what a session leaves behind, has to be collected.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        if was_enabled:
            gc.enable()
