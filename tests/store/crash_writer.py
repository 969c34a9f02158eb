"""Works on a database until it is killed; run as a program by ``killing.py``.

For each line of the input, a data folder, it starts a process that works there without end, and
prints ``pid`` and its number; ``over`` follows once that is dead. Starting a process by a fork
spares importing everything each time.

As ``steps`` it writes steps, and prints ``begun`` and ``step`` with ordinal, attempt and position
each time the log has said that it is written. As ``restore`` it restores each of the backups in the
folder in turn, and prints ``restored``.
"""

from __future__ import annotations

import os
import sys
from itertools import count, cycle
from pathlib import Path

from kneegui.store.store import Store
from tests.store.samples import at, session, step


def say(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def write_steps(folder: Path) -> None:
    store = Store(folder, say)
    if store.log.begin(session()):
        say("begun")
    for ordinal in count(1):
        # Each third step is done again, as after going back.
        for attempt in range(2 if ordinal % 3 == 0 else 1):
            if store.log.add_step(step(ordinal, attempt), ordinal + 1):
                say(f"step {ordinal} {attempt} {ordinal + 1}")


def restore(folder: Path) -> None:
    store = Store(folder, say)
    for backup in cycle(sorted(folder.glob("*.backup"))):
        store.backups.restore(backup, at())
        say("restored")


JOBS = {"steps": write_steps, "restore": restore}


def main() -> None:
    work = JOBS[sys.argv[1]]
    # Imported before the fork.
    store = Store(Path(), say)
    _ = store.log, store.backups
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                work(Path(line.strip()))
            finally:
                os._exit(1)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("over")


if __name__ == "__main__":
    main()
