"""Makes the pictures in ``resources/images``: frames, stills, cards and their manifest.

A picture is made anew only where its content hash changed: the pose file, the files it starts
from, and the source of everything that draws.  Comments, docstrings and layout do not count.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import multiprocessing
import os
import re
import shutil
import sys
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from kneegui.figure import painter
from kneegui.figure.manifest import (
    MANIFEST_NAME,
    Manifest,
    ManifestError,
    Picture,
    read_manifest,
    write_manifest,
)
from kneegui.figure.motion import Movement
from kneegui.figure.pose import pose_names, read_pose_file, source_files

SIZE = (800, 600)
CARD_SIZE = (464, 256)
FRAME_COUNT = 24
QUALITY = 80
SAMPLES = 3
_DRAWS_NOTHING = {
    "__init__.py", "__main__.py", "checks.py", "joints.py", "live.py", "manifest.py", "sheets.py",
    "worker.py",
}  # fmt: skip
"""Modules no picture depends on."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where pose files are read and pictures are written."""

    poses: Path
    images: Path


def frame_times(key_times: Sequence[float], cycle: bool, count: int = FRAME_COUNT) -> list[float]:
    """Give the times of the frames of a repetition: every key time among them, evenly between.

    A cycle has ``count`` frames and none at 1; one key pose gives one frame.
    """
    if len(key_times) == 1 and not cycle:
        return [0.0]
    knots = [*key_times, 1.0] if cycle else list(key_times)
    steps = count if cycle else count - 1
    lengths = [b - a for a, b in pairwise(knots)]
    shares = [max(1, int(length * steps)) for length in lengths]
    while sum(shares) < steps:  # the longest steps are halved first
        widest = max(range(len(lengths)), key=lambda i: lengths[i] / shares[i])
        shares[widest] += 1
    times = [
        a + (b - a) * i / n
        for (a, b), n in zip(pairwise(knots), shares, strict=True)
        for i in range(n)
    ]
    if not cycle:
        times.append(knots[-1])
    return [round(t, 5) for t in times]


def source_without_prose(source: str) -> str:
    """Give Python source without comments, docstrings, white space and trailing commas."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    kept, end, fresh = [], 0, True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        begin = starts[token.start[0] - 1] + token.start[1]
        stop = starts[token.end[0] - 1] + token.end[1]
        prose = token.type == tokenize.COMMENT or (token.type == tokenize.STRING and fresh)
        if prose:
            kept.append(source[end:begin])
            end = stop
        elif token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
            fresh = True
        elif token.type not in (tokenize.NL, tokenize.ENCODING):
            fresh = False
    kept.append(source[end:])
    return re.sub(r",([)\]}])", r"\1", re.sub(r"\s+", "", "".join(kept)))


@cache
def _drawing_hash() -> str:
    """Give the hash of the source of everything that draws."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.name not in _DRAWS_NOTHING:
            digest.update(path.name.encode())
            digest.update(source_without_prose(path.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()


def content_hash(pose_file: Path) -> str:
    """Give the hash of everything a picture is made from, 16 hex digits."""
    digest = hashlib.sha256(_drawing_hash().encode())
    for path in source_files(pose_file):
        digest.update(path.read_text(encoding="utf-8").encode())
    return digest.hexdigest()[:16]


def outdated(folders: Folders) -> list[str]:
    """Give the names of pictures that are missing or were made from something else, sorted."""
    try:
        made = read_manifest(folders.images).pictures
    except ManifestError:
        made = {}
    names: list[str] = []
    for name in pose_names(folders.poses):
        picture = made.get(name)
        if picture is None or picture.hash != content_hash(folders.poses / f"{name}.toml"):
            names.append(name)
            continue
        files = (*picture.frames, picture.start, picture.end, picture.card)
        if not all((folders.images / name / file).is_file() for file in files):
            names.append(name)
    return names


def bake_picture(folders: Folders, name: str, frames: bool = True) -> Picture:
    """Make all images of one picture and give its entry; ``frames`` = False makes stills only."""
    pose_file = folders.poses / f"{name}.toml"
    file = read_pose_file(pose_file)
    movement = Movement(file)
    target = folders.images / name
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    width, height = SIZE
    camera = movement.camera(width, height)
    times = frame_times(file.times, file.cycle) if frames else []
    frame_files = [f"{i:02d}.webp" for i in range(len(times))]
    shown = painter.PaintedBox()
    for frame_file, t in zip(frame_files, times, strict=True):
        image = painter.moment_picture(movement, t, camera, width, height, SAMPLES)
        shown.include(image)
        painter.save_webp(image, str(target / frame_file), QUALITY)
    start = painter.moment_picture(movement, 0.0, camera, width, height, SAMPLES)
    painter.save_webp(start, str(target / "start.webp"), QUALITY)
    last = 0.5 if file.cycle else 1.0
    end = painter.end_picture(movement, camera, width, height, SAMPLES, last=last)
    painter.save_webp(end, str(target / "end.webp"), QUALITY)
    shown.include(start)
    shown.include(end)
    card = painter.card_picture(movement, *CARD_SIZE, SAMPLES)
    painter.save_webp(card, str(target / "card.webp"), QUALITY)
    return Picture(
        name=name,
        hash=content_hash(pose_file),
        frames=tuple(frame_files),
        times=tuple(times),
        key_times=tuple(round(t, 5) for t in file.times),
        start="start.webp",
        end="end.webp",
        card="card.webp",
        cycle=file.cycle,
        side=file.side,
        frame_class=movement.frame_class,
        box=shown.box,
    )


def _prepare_worker() -> None:
    """Keep big blocks of memory instead of giving them back after every array (Linux only).

    This is for the whole process, so only workers of the bake do it; it saves about 10 %.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):  # not everywhere is glibc
            libc.mallopt(-3, 1 << 30)
            libc.mallopt(-1, (1 << 31) - 1)


def bake(
    folders: Folders, names: Iterable[str], workers: int | None = None, frames: bool = True
) -> Iterator[Picture]:
    """Make pictures on all cores, giving each as it is done; the manifest is written at the end.

    Pictures whose pose file is gone are removed.
    """
    try:
        made = dict(read_manifest(folders.images).pictures)
    except ManifestError:
        made = {}
    folders.images.mkdir(parents=True, exist_ok=True)
    for picture in _baked(folders, list(names), workers or os.cpu_count() or 1, frames):
        made[picture.name] = picture
        yield picture
    known = set(pose_names(folders.poses))
    for gone in [*(set(made) - known), *_strays(folders.images, known)]:
        made.pop(gone, None)
        shutil.rmtree(folders.images / gone, ignore_errors=True)
    write_manifest(folders.images, Manifest(size=SIZE, card_size=CARD_SIZE, pictures=made))


def _baked(folders: Folders, names: Sequence[str], workers: int, frames: bool) -> Iterator[Picture]:
    """Give pictures as they are done: by one process here, or by several new ones."""
    if workers == 1 or len(names) < 2:
        for name in names:
            yield bake_picture(folders, name, frames)
        return
    # New processes, because a copy of one that has started Qt may stand still.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _prepare_worker) as pool:
        jobs = [pool.submit(bake_picture, folders, name, frames) for name in names]
        for job in jobs:
            yield job.result()


def _strays(images: Path, known: set[str]) -> list[str]:
    return [p.name for p in images.iterdir() if p.is_dir() and p.name not in known]


def total_size(images: Path) -> int:
    """Give the bytes of all pictures and the manifest."""
    files = [*images.glob("*/*.webp"), images / MANIFEST_NAME]
    return sum(path.stat().st_size for path in files if path.exists())
