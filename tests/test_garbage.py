"""While many things are read, Python looks for no garbage; afterwards it does, and finds it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from kneegui.garbage import nothing_collected

MANY = 5_000


@pytest.fixture(autouse=True)
def looked_for() -> Iterator[None]:
    """Has garbage looked for, which a program that was not shown in a test before may have left."""
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    if not was_enabled:
        gc.disable()


class _Ring:
    """Refers to itself, so that only a look for garbage frees it."""

    def __init__(self) -> None:
        self.itself = self


def test_looks_for_garbage_before_and_after_only() -> None:
    with nothing_collected():
        assert not gc.isenabled()
        with nothing_collected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_looks_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), nothing_collected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_new_afterwards() -> None:
    with nothing_collected():
        made = [_Ring() for _ in range(MANY)]
    assert len(gc.get_objects(generation=0)) < MANY
    assert len(made) == MANY


def test_garbage_made_meanwhile_is_found() -> None:
    with nothing_collected():
        gone = weakref.ref(_Ring())
    assert gone() is not None
    gc.collect()
    assert gone() is None
