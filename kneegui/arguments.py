"""What can be asked for on the command line.

A plain start asks for nothing and does not wait for argparse, which is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from typing_extensions import override

from kneegui import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

PAGES = ("today", "exercises", "routines", "history", "settings")
FAILED = 2
"""Exit code where something that was asked for could not be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for; a plain start asks for just this."""

    command: str | None = None
    """``list``, ``export``, ``import``, ``check``, or None to open the window."""
    what: str = ""
    format: str = ""
    out: str = "-"
    first: date | None = None
    last: date | None = None
    paper: str = "a4"
    notes: bool = False
    file: str = ""
    dry_run: bool = False
    data_dir: str | None = None
    page: str = PAGES[0]
    routine: str | None = None
    time_scale: float = 1.0


def parse(arguments: Sequence[str]) -> Asked:
    """Gives what was asked for.

    Ends the process with a sentence and exit code 2 where the arguments make no sense.
    """
    if not arguments:
        return Asked()
    return Asked(**vars(_make_parser().parse_args(arguments)))


def _make_parser() -> ArgumentParser:
    import argparse

    class _Parser(argparse.ArgumentParser):
        """Says what is wrong with the arguments in one sentence."""

        @override
        def error(self, message: str) -> NoReturn:
            self.exit(FAILED, f"kneegui: {message}. Try kneegui --help.\n")

    parser = _Parser(
        prog="kneegui",
        description="Guided routines for runners whose knees hurt after running. "
        "Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"KneeGuide {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help="keep everything in this folder")
    parser.add_argument(
        "--page", choices=PAGES, default=PAGES[0], help="open the window on this page"
    )
    parser.add_argument("--routine", metavar="KEY", help="open the player on this routine")
    parser.add_argument(
        "--time-scale",
        metavar="X",
        type=_scale,
        default=1.0,
        help="let the player's clock run X times as fast",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    listing = commands.add_parser(
        "list", help="print the exercises or the routines", allow_abbrev=False
    )
    listing.add_argument("what", choices=("exercises", "routines"))
    listing.add_argument("--format", choices=("table", "json"), default="table")
    _add_export(commands)
    importing = commands.add_parser(
        "import", help="take over the sessions of another computer", allow_abbrev=False
    )
    importing.add_argument("file", metavar="FILE", help="written by kneegui export --format json")
    importing.add_argument("--dry-run", action="store_true", help="only say what it would do")
    importing.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS)
    check = commands.add_parser(
        "check", help="look at database, voice, sound and display", allow_abbrev=False
    )
    check.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS)
    return parser


def _add_export(commands: _SubParsersAction[Any]) -> None:
    from argparse import SUPPRESS

    export = commands.add_parser(
        "export", help="write the sessions to a file, or print them", allow_abbrev=False
    )
    export.add_argument(
        "--format",
        choices=("json", "csv", "pdf"),
        default="json",
        help="csv is two tables, pdf a report for a professional",
    )
    export.add_argument(
        "--out",
        metavar="PATH",
        default="-",
        help="a file, or for csv a folder; - is standard output, for json alone",
    )
    export.add_argument(
        "--from", dest="first", metavar="DATE", type=_day, help="the first day, such as 2026-03-01"
    )
    export.add_argument("--to", dest="last", metavar="DATE", type=_day, help="the last day")
    export.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="size of the paper, for pdf"
    )
    export.add_argument("--notes", action="store_true", help="put the notes in, for pdf")
    export.add_argument("--data-dir", metavar="DIR", default=SUPPRESS)


def _day(text: str) -> date:
    from argparse import ArgumentTypeError

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is no day such as 2026-03-01") from error


def _scale(text: str) -> float:
    from argparse import ArgumentTypeError

    try:
        scale = float(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a number") from error
    if not 0.01 <= scale <= 1000:
        raise ArgumentTypeError("the time scale must lie between 0.01 and 1000")
    return scale
