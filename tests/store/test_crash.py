"""Killed at any moment, the program has every step of which it was said that it is written."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from kneegui.domain.session import SessionStatus
from kneegui.store.database import Database
from kneegui.store.sessions import Sessions
from tests.store.killing import Victim, killed, running
from tests.store.samples import at

RUNS = 20
LONGEST_S = 0.25

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@pytest.fixture
def writer() -> Iterator[Victim]:
    """Gives a program that writes steps."""
    with running("steps") as program:
        yield program


def test_no_step_is_lost_or_doubled(writer: Victim, own_folders: Path) -> None:
    written = 0
    for number in range(RUNS):
        folder = own_folders / f"run {number}"
        lines = killed(writer, folder, random.uniform(0, LONGEST_S))
        said = [tuple(map(int, line.split()[1:])) for line in lines if line.startswith("step ")]

        database = Database(folder / "kneegui.db")
        (found,) = Sessions(database).all() or (None,)
        offered = Sessions(database).interrupted(at(999))
        assert database.take_notice() is None
        database.close()

        written += len(said)
        if "begun" not in lines:
            continue
        assert found is not None
        keys = [(record.ordinal, record.attempt) for record in found.steps]
        expected = [(ordinal, attempt) for ordinal, attempt, _ in said]
        assert keys[: len(expected)] == expected
        # At most the step that was being written when the signal came.
        assert len(keys) - len(expected) in {0, 1}
        assert len(set(keys)) == len(keys)
        assert found.position == (keys[-1][0] + 1 if keys else 0)
        assert found.status is SessionStatus.RUNNING
        assert offered == found
    assert written > 0
