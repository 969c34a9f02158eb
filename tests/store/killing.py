"""Runs ``crash_writer`` and kills what it starts."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.store.programs import ROOT

Victim = subprocess.Popen[bytes]


@contextmanager
def running(job: str) -> Iterator[Victim]:
    """Gives a running ``crash_writer`` that does one of its jobs."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.store.crash_writer", job],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    yield program
    program.communicate()
    assert program.returncode == 0


def killed(program: Victim, folder: Path, after_s: float, word: str = "pid") -> list[str]:
    """Gives what the writer said before it was killed so many seconds after it said the word."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f"{folder}\n".encode())
    said = b""
    while word.encode() not in said or not said.endswith(b"\n"):
        said += os.read(program.stdout.fileno(), 1)
    lines = said.decode().splitlines()
    pid = next(int(line.split()[1]) for line in lines if line.startswith("pid "))
    # What it says meanwhile stays in the pipe; nobody else writes to this one.
    never, _ = os.pipe()
    select.select([never], [], [], after_s)
    os.close(never)
    os.close(_)
    os.kill(pid, signal.SIGKILL)
    return lines + _lines_until(program.stdout, "over")


def _lines_until(stream: IO[bytes], last: str) -> list[str]:
    lines: list[str] = []
    data = b""
    while last not in lines:
        data += os.read(stream.fileno(), 65536)
        *whole, data = data.split(b"\n")
        lines += [line.decode() for line in whole]
    return lines
