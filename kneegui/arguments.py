"""What can be asked for on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from typing_extensions import override

from kneegui import __version__

PAGES = ("exercises", "routines", "settings")
FAILED = 2
"""Exit code where something that was asked for could not be done."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"kneegui: {message}. Try kneegui --help.\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Gives what was asked for: ``command``, ``what``, ``format``, ``data_dir``, ``page``.

    Ends the process with a sentence and exit code 2 where the arguments make no sense.
    """
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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    listing = commands.add_parser(
        "list", help="print the exercises or the routines", allow_abbrev=False
    )
    listing.add_argument("what", choices=("exercises", "routines"))
    listing.add_argument("--format", choices=("table", "json"), default="table")
    return parser.parse_args(arguments)
