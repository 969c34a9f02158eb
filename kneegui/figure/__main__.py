"""``python -m kneegui.figure``: preview, check and bake the pictures.

- ``preview ID [--out FILE]``: start, middle and end from three cameras, and the checks
- ``bake [IDS]``: make what changed, or the pictures named
- ``sheet [--dark] [--out FILE]``: all pictures on one sheet
- ``check [IDS]``: the checks of all pictures, or of those named
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from kneegui.domain.errors import KneeGuideError


def _arguments(words: list[str]) -> argparse.Namespace:
    root = Path(__file__).resolve().parents[2] / "resources"
    parser = argparse.ArgumentParser(prog="python -m kneegui.figure", description=__doc__)
    parser.add_argument("--resources", type=Path, default=root, help="folder of poses and images")
    commands = parser.add_subparsers(dest="command", required=True)
    preview = commands.add_parser("preview", help="a picture of one movement, with its checks")
    preview.add_argument("id")
    preview.add_argument("--out", type=Path)
    bake = commands.add_parser("bake", help="make the pictures that changed")
    bake.add_argument("ids", nargs="*")
    bake.add_argument("--all", action="store_true", help="also those that did not change")
    bake.add_argument("--stills", action="store_true", help="stills and cards only")
    bake.add_argument("--workers", type=int, help="processes (all cores)")
    sheet = commands.add_parser("sheet", help="all pictures on one sheet")
    sheet.add_argument("ids", nargs="*")
    sheet.add_argument("--dark", action="store_true")
    sheet.add_argument("--out", type=Path)
    check = commands.add_parser("check", help="check poses and movements")
    check.add_argument("ids", nargs="*")
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    """Run one command and give its exit code: 0 well, 1 findings, 2 an expected error."""
    arguments = _arguments(sys.argv[1:] if words is None else words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        return _run(arguments)
    except KneeGuideError as error:
        print(error, file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace) -> int:
    # Imported here, so that --help and mistakes in the arguments need no numpy.
    from kneegui.figure import bake

    folders = bake.Folders(arguments.resources / "poses", arguments.resources / "images")
    if arguments.command == "bake":
        return _bake(arguments, folders)
    raise NotImplementedError(arguments.command)


def _bake(arguments: argparse.Namespace, folders: object) -> int:
    from kneegui.figure import bake, pose

    assert isinstance(folders, bake.Folders)
    names: list[str] = arguments.ids
    if not names:
        names = pose.pose_names(folders.poses) if arguments.all else bake.outdated(folders)
    begin = time.perf_counter()
    for picture in bake.bake(folders, names, arguments.workers, not arguments.stills):
        seconds = time.perf_counter() - begin
        print(f"{picture.name}: {len(picture.frames)} frames, {seconds:.1f} s", flush=True)
    size = bake.total_size(folders.images) / 1e6
    seconds = time.perf_counter() - begin
    print(f"{len(names)} pictures in {seconds:.1f} s; all pictures {size:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
