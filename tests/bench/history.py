"""Ten years of sessions in the database: read, exported, merged again, backed up."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kneegui.exchange.json_export import export_json
from kneegui.store.store import Store
from tests.bench.measure import Measure, Reading
from tests.store.samples import at
from tests.store.ten_years import SESSIONS, STEPS, fill

ROUNDS = 5


def heads() -> Reading:
    """Gives the time to read the list of sessions."""
    return median_of(lambda store: store.sessions.heads)


def practice() -> Reading:
    """Gives the time to read every step, for the trends."""
    return median_of(lambda store: store.sessions.practice)


def exported() -> Reading:
    """Gives the time to make the whole export, as it is written."""
    return median_of(
        lambda store: lambda: json.dumps(export_json(store.sessions.all()), ensure_ascii=False)
    )


def merged_again() -> Reading:
    """Gives the time to merge what is there already: no session changes."""

    def prepare(store: Store) -> Callable[[], object]:
        same = store.sessions.all()
        assert store.sessions.merge(same).changes == 0
        return lambda: store.sessions.merge(same)

    return median_of(prepare)


def backed_up() -> Reading:
    """Gives the time to write a backup and look at every page of it."""
    return median_of(lambda store: lambda: store.backups.back_up(at()))


MEASURES = (
    Measure(name="history: 10 years, list of sessions", unit="s", goal=0.3, run=heads),
    Measure(name="history: 10 years, all that was practised", unit="s", goal=1.5, run=practice),
    Measure(name="history: 10 years, export to JSON", unit="s", goal=3, run=exported),
    Measure(name="history: 10 years, same merged again", unit="s", goal=3, run=merged_again),
    Measure(name="history: 10 years, backup", unit="s", goal=1, run=backed_up),
)


def median_of(prepare: Callable[[Store], Callable[[], object]]) -> Reading:
    """Gives how long it takes to do what is prepared with ten years of sessions."""
    with ten_years() as store:
        work = prepare(store)
        times = [_seconds(work) for _ in range(ROUNDS)]
    note = f"{SESSIONS} sessions, {STEPS} steps, longest {max(times):.2f} s"
    return Reading(value=statistics.median(times), note=note)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def ten_years() -> Iterator[Store]:
    """Gives a store of ten years, as at the start of the program."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        store = Store(Path(folder), print)
        fill(store.database)
        # As at the next start: nothing stands in the log.
        store.close()
        yield store
        store.close()
