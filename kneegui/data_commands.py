"""The commands that bring the sessions out of the program, and others in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kneegui.exchange.errors import ExportError

if TYPE_CHECKING:
    from kneegui.domain.session import Session
    from kneegui.store.store import Store

STANDARD_OUTPUT = "-"


def export_sessions(
    data_dir: str | None,
    style: str,
    out: str,
    environment: Mapping[str, str],
    *,
    first: date | None = None,
    last: date | None = None,
    paper: str = "a4",
    notes: bool = False,
) -> None:
    """Writes the sessions of a period, or all of them.

    Args:
        data_dir: the folder of ``--data-dir``, if given.
        style: ``json``, ``csv`` or ``pdf``.
        out: the file; for ``csv`` a folder or a file, see ``write_csv``. ``json`` may also go to
            standard output, which is ``-``.
        environment: where the data folder may be named.
        first: the first day; None for the day of the first session.
        last: the last day; None for today.
        paper: size of the paper, for ``pdf``.
        notes: put the notes in, for ``pdf``.

    Raises:
        KneeGuideError: there is no usable data folder or database, or the file cannot be written.
    """
    from kneegui.desktop.folders import data_folder
    from kneegui.store.store import Store

    if first is not None and last is not None and first > last:
        raise ExportError(f"There is no day from {first} to {last}.")
    if style != "json" and out == STANDARD_OUTPUT:
        what = "A PDF needs a file" if style == "pdf" else "CSV is two tables and needs a folder"
        raise ExportError(f"{what}: name one with --out.")
    store = Store(data_folder(data_dir, environment), lambda _sentence: None)
    try:
        if style == "pdf":
            _export_pdf(store, Path(out), first, last, paper, notes=notes)
        elif style == "csv":
            from kneegui.exchange.csv_export import write_csv

            write_csv(_sessions(store, first, last), Path(out))
        else:
            _export_json(_sessions(store, first, last), out)
    finally:
        store.close()


def import_sessions(
    data_dir: str | None, file: str, environment: Mapping[str, str], *, dry_run: bool
) -> None:
    """Prints what the sessions of a file are to those that are here, and takes them over.

    Args:
        data_dir: the folder of ``--data-dir``, if given.
        file: an export of KneeGuide as JSON.
        environment: where the data folder may be named.
        dry_run: only print it.

    Raises:
        KneeGuideError: the file is no such export, or there is no usable data folder or database;
            then nothing was changed.
    """
    from kneegui.desktop.folders import data_folder
    from kneegui.exchange.json_import import read_json
    from kneegui.store.store import Store

    sessions = read_json(Path(file))
    store = Store(data_folder(data_dir, environment), lambda _sentence: None)
    try:
        plan = store.sessions.plan_merge(sessions)
        for name, number in (
            ("new", plan.new),
            ("newer", plan.newer),
            ("unchanged", plan.same),
            ("older", plan.older),
        ):
            print(f"{name:9}  {number:6}")
        if dry_run:
            print("Nothing was written: it was only tried.")
            return
        written = store.sessions.merge(sessions).changes if plan.changes else 0
        print(f"Sessions written: {written}.")
    finally:
        store.close()


def _sessions(store: Store, first: date | None, last: date | None) -> Sequence[Session]:
    from kneegui.progress.days import local_day

    return [
        session
        for session in store.sessions.all()
        if (first or date.min) <= local_day(session.started_at) <= (last or date.max)
    ]


def _export_json(sessions: Sequence[Session], out: str) -> None:
    from kneegui.exchange.json_export import json_bytes
    from kneegui.exchange.written_file import write_whole

    data = json_bytes(sessions)
    if out == STANDARD_OUTPUT:
        print(data.decode(), end="")
    else:
        write_whole(Path(out), data)


def _export_pdf(
    store: Store, out: Path, first: date | None, last: date | None, paper: str, *, notes: bool
) -> None:
    from kneegui.catalogue.reader import read_content
    from kneegui.exchange.pdf_report.paper import Paper
    from kneegui.exchange.pdf_report.report_writer import report_pdf
    from kneegui.exchange.pdf_report.without_display import without_display
    from kneegui.exchange.report_content import make_report
    from kneegui.exchange.written_file import write_whole
    from kneegui.player.clock import SystemClock
    from kneegui.progress.days import local_day
    from kneegui.resource_files import resource_folder

    today = SystemClock().local_time().date()
    heads = store.sessions.heads()
    days = [local_day(head.started_at) for head in heads]
    report = make_report(
        read_content(resource_folder() / "exercises.json"),
        heads,
        store.sessions.practice(),
        first=first or min([*days, last or today]),
        last=last or max(today, first or today),
        made_on=today,
        notes=[head.id for head in heads] if notes else (),
    )
    with without_display():
        write_whole(out, report_pdf(report, Paper(paper)))
