"""Killed at any moment, the program has every step of which it was said that it is written."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from kneegui.domain.session import SessionStatus
from kneegui.store.database import Database
from kneegui.store.sessions import Sessions
from tests.store.programs import ROOT
from tests.store.samples import at

RUNS = 20
LONGEST_S = 0.25

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@pytest.fixture
def writer() -> Iterator[subprocess.Popen[bytes]]:
    """Gives a running ``crash_writer``."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.store.crash_writer"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    yield program
    program.communicate()
    assert program.returncode == 0


def lines_until(stream: IO[bytes], last: str) -> list[str]:
    lines: list[str] = []
    data = b""
    while last not in lines:
        data += os.read(stream.fileno(), 65536)
        *whole, data = data.split(b"\n")
        lines += [line.decode() for line in whole]
    return lines


def killed(program: subprocess.Popen[bytes], folder: Path, after_s: float) -> list[str]:
    """Gives what the writer said before it was killed so many seconds after it began."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f"{folder}\n".encode())
    said = b""
    while b"pid " not in said or not said.endswith(b"\n"):
        said += os.read(program.stdout.fileno(), 1)
    lines = said.decode().splitlines()
    pid = next(int(line.split()[1]) for line in lines if line.startswith("pid "))
    # What it says meanwhile stays in the pipe; nobody else writes to this one.
    never, _ = os.pipe()
    select.select([never], [], [], after_s)
    os.close(never)
    os.close(_)
    os.kill(pid, signal.SIGKILL)
    return lines + lines_until(program.stdout, "over")


def test_no_step_is_lost_or_doubled(writer: subprocess.Popen[bytes], own_folders: Path) -> None:
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
