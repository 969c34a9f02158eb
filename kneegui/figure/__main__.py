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
    from kneegui.figure import pose

    poses: Path = arguments.resources / "poses"
    known = pose.pose_names(poses)
    wanted = [arguments.id] if arguments.command == "preview" else arguments.ids
    for name in wanted:
        if name not in known:
            raise pose.PoseFileError(f"There is no pose file {name}.toml in {poses}.")
    if arguments.command == "bake":
        return _bake(arguments, known)
    if arguments.command == "check":
        return _check(poses, wanted or known)
    return _sheets(arguments, poses, wanted or known)


def _sheets(arguments: argparse.Namespace, poses: Path, names: list[str]) -> int:
    from kneegui.figure import motion, pose, sheets

    if arguments.command == "sheet":
        out: Path = arguments.out or Path("sheet-dark.png" if arguments.dark else "sheet.png")
        sheets.all_pictures_sheet(poses, names, out, arguments.dark)
        print(out)
        return 0
    name = names[0]
    out = arguments.out or Path(f"preview-{name}.png")
    movement = motion.Movement(pose.read_pose_file(poses / f"{name}.toml"))
    sheets.preview_sheet(movement, out)
    print(f"{out} ({movement.frame_class})")
    return _report(name, movement)


def _check(poses: Path, names: list[str]) -> int:
    from kneegui.figure import motion, pose

    movements = (motion.Movement(pose.read_pose_file(poses / f"{n}.toml")) for n in names)
    return max(_report(name, m) for name, m in zip(names, movements, strict=True))


def _report(name: str, movement: object) -> int:
    from kneegui.figure import checks, motion

    assert isinstance(movement, motion.Movement)
    lines = checks.summary(checks.check_movement(movement))
    for line in lines or ["no findings"]:
        print(f"{name}: {line}")
    return 1 if lines else 0


def _bake(arguments: argparse.Namespace, known: list[str]) -> int:
    from kneegui.figure import bake

    folders = bake.Folders(arguments.resources / "poses", arguments.resources / "images")
    names: list[str] = arguments.ids
    if not names:
        names = known if arguments.all else bake.outdated(folders)
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
