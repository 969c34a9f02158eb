"""Ten years of sessions out of the program and in again, and files that are damaged."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from kneegui.exchange.csv_export import write_csv
from kneegui.exchange.json_export import json_bytes
from kneegui.exchange.json_import import parse_json
from kneegui.exchange.pdf_report.report_writer import report_pdf
from kneegui.exchange.pdf_report.without_display import without_display
from kneegui.exchange.report_content import make_report
from kneegui.progress.days import local_day
from kneegui.store.store import Store
from tests.bench.history import median_of
from tests.bench.measure import Measure, Reading
from tests.store.test_damaged_imports import bring_in
from tests.support.shipped import shipped_content

DAMAGED = 2000


def written() -> Reading:
    """Gives the time to read everything and make the file of it."""
    return median_of(lambda store: lambda: json_bytes(store.sessions.all()))


def tables() -> Reading:
    """Gives the time to read everything and write both tables."""

    def prepare(store: Store) -> Callable[[], object]:
        return lambda: write_csv(store.sessions.all(), store.path.parent / "tables")

    return median_of(prepare)


def brought_in_again() -> Reading:
    """Gives the time from the file to knowing that nothing of it is new."""

    def prepare(store: Store) -> Callable[[], object]:
        data = json_bytes(store.sessions.all())

        def bring_in_again() -> None:
            assert store.sessions.plan_merge(parse_json(data, "knee.json")).changes == 0

        return bring_in_again

    return median_of(prepare)


def printed() -> Reading:
    """Gives the time to print the report of ten years."""

    def prepare(store: Store) -> Callable[[], object]:
        days = [local_day(head.started_at) for head in store.sessions.heads()]

        def print_report() -> None:
            report = make_report(
                shipped_content(),
                store.sessions.heads(),
                store.sessions.practice(),
                first=min(days),
                last=max(days),
                made_on=max(days) + timedelta(days=1),
            )
            report_pdf(report)

        return print_report

    with without_display():
        return median_of(prepare)


def harmed() -> Reading:
    """Gives how many sessions damaged files have harmed; a crash is an error of the measure."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        tried = bring_in(Path(folder), DAMAGED)
    note = f"{DAMAGED} damaged files, {tried.refused} refused, {tried.taken} still an export"
    return Reading(value=tried.harmed, note=note)


MEASURES = (
    Measure(name="exchange: 10 years, JSON made", unit="s", goal=3, run=written),
    Measure(name="exchange: 10 years, tables written", unit="s", goal=3, run=tables),
    Measure(name="exchange: 10 years, same brought in", unit="s", goal=3, run=brought_in_again),
    Measure(name="exchange: 10 years, report printed", unit="s", goal=3, run=printed),
    Measure(name="exchange: damaged files, harm done", unit="sessions", goal=0, run=harmed),
)
