"""Prints what was measured against its goals: ``python -m tests.bench [PART OF A NAME ...]``."""

from __future__ import annotations

import os
import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import tests.bench
from tests.bench.measure import CannotMeasureError, Measure

NAME, VALUE, GOAL, VERDICT = 44, 12, 12, 8


def all_measures() -> list[Measure]:
    """Gives the measures of every module beside this one."""
    names = sorted(module.name for module in pkgutil.iter_modules(tests.bench.__path__))
    modules = [import_module(f"tests.bench.{name}") for name in names if name != "__main__"]
    return [measure for module in modules for measure in getattr(module, "MEASURES", ())]


def row(measure: Measure) -> str:
    """Takes one measure and gives its line of the table."""
    try:
        reading = measure.run()
    except CannotMeasureError as error:
        value, verdict, note = "-", "-", str(error)
    else:
        value = f"{reading.value:.2f} {measure.unit}"
        verdict = "ok" if reading.value <= measure.goal else "over"
        note = reading.note
    goal = f"{measure.goal:g} {measure.unit}"
    columns = f"{measure.name:{NAME}}{value:>{VALUE}}{goal:>{GOAL}}  {verdict:{VERDICT}}{note}"
    return columns.rstrip()


def main(parts: list[str]) -> int:
    """Prints the table of all measures, or of those whose name has one of the parts."""
    with tempfile.TemporaryDirectory(prefix="kg-") as home:
        # In-process measures draw without a display and write nothing into the user's folders.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["HOME"] = home
        os.environ["KNEEGUI_DATA_DIR"] = str(Path(home) / "kneegui")
        print(f"{'measure':{NAME}}{'value':>{VALUE}}{'goal':>{GOAL}}", flush=True)
        for measure in all_measures():
            if not parts or any(part in measure.name for part in parts):
                print(row(measure), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
