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

    Afterwards all there is counts as long there, unlooked at: else the next look, which is for what
    is new, would be for every one of these objects.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Into the generation that is never looked at, and from there into the oldest.
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()
