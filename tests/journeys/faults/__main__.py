"""Prints what was seen of each fault: ``python -m tests.journeys.faults [PART OF A NAME ...]``.

Exit code 0: nothing was lost, and each session went on. 1: something was wrong. 2: no fault has
such a name.
"""

from __future__ import annotations

import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import tests.journeys.faults
from tests.journeys.faults.driver import ProgramGoneError
from tests.journeys.faults.fault import CannotTryError, Fault

NAME, VERDICT = 26, 10


def all_faults() -> list[Fault]:
    """Gives the faults of every module beside this one."""
    names = sorted(module.name for module in pkgutil.iter_modules(tests.journeys.faults.__path__))
    own = {"__main__", "program"}
    modules = [import_module(f"tests.journeys.faults.{name}") for name in names if name not in own]
    return [fault for module in modules for fault in getattr(module, "FAULTS", ())]


def try_one(fault: Fault) -> bool:
    """Prints a fault's lines of the table; gives whether all was well."""
    # Short, because the path of a local socket must stay under 108 characters.
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as home:
        try:
            seen = fault.attempt(Path(home))
        except CannotTryError as error:
            verdict, lines, well = "not tried", [str(error)], True
        except ProgramGoneError as error:
            verdict, lines, well = "WRONG", [str(error)], False
        else:
            well = not seen.wrong
            verdict = "ok" if well else "WRONG"
            lines = [*seen.wrong, *seen.figures]
    for number, line in enumerate(lines):
        name, word = ("", "") if number else (fault.name, verdict)
        print(f"{name:{NAME}}{word:{VERDICT}}{line}", flush=True)
    return well


def main(parts: list[str]) -> int:
    """Tries all faults, or those whose name has one of the parts, and gives the exit code."""
    chosen = [
        fault for fault in all_faults() if not parts or any(part in fault.name for part in parts)
    ]
    if not chosen:
        print("No fault has such a name:", *(fault.name for fault in all_faults()), sep="\n  ")
        return 2
    print(f"{'fault':{NAME}}{'result':{VERDICT}}seen", flush=True)
    well = [try_one(fault) for fault in chosen]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
