"""The program as a command, and how it says that something could not be done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
Run = subprocess.CompletedProcess[str]


def run(*arguments: str, without: tuple[str, ...] = (), **environment: str) -> Run:
    """Runs the program as a user does, with some of the environment left out or changed."""
    chosen = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [sys.executable, "-m", "kneegui", *arguments],
        env={**chosen, "PYTHONPATH": str(PROJECT), **environment},
        # From any folder.
        cwd=os.environ["HOME"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=20,
        check=False,
    )


def sentence(done: Run) -> str:
    """Gives the one line with which a run failed."""
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert done.stderr.startswith("kneegui: ")
    assert done.stderr.endswith(".\n")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("kneegui: ").strip()
