"""Sheets for people who pose: one movement from three cameras, and all pictures side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kneegui.figure import painter
from kneegui.figure.camera import Camera
from kneegui.figure.motion import Movement
from kneegui.figure.palette import DARK_GROUND, LIGHT_GROUND
from kneegui.figure.pose import read_pose_file

_INK = {LIGHT_GROUND: "#3A4340", DARK_GROUND: "#C9D1CE"}


def preview_sheet(movement: Movement, path: Path, width: int = 640) -> None:
    """Write a PNG: rows start, middle, end; columns its own camera, from its side, from above."""
    height = width * 3 // 4
    own = movement.camera(width, height)
    views: list[tuple[str, Camera]] = [
        ("own camera", own),
        ("a quarter turn", movement.camera(width, height, (own.yaw + 90, 10.0))),
        ("from above", movement.camera(width, height, (own.yaw, 65.0))),
    ]
    last = 0.75 if movement.file.cycle else 1.0
    cells: list[tuple[str, painter.QImage]] = []
    for moment, t in (("start", 0.0), ("middle", last / 2), ("end", last)):
        for name, camera in views:
            image = painter.moment_picture(movement, t, camera, width, height)
            cells.append((f"{moment}, {name}", painter.over_ground(image, LIGHT_GROUND)))
    sheet = painter.contact_sheet(cells, len(views), LIGHT_GROUND, _INK[LIGHT_GROUND])
    painter.save_png(sheet, str(path))


def all_pictures_sheet(
    poses: Path, names: Sequence[str], path: Path, dark: bool = False, width: int = 400
) -> None:
    """Write a PNG with start and end of each picture, labelled, on the light or dark ground."""
    ground = DARK_GROUND if dark else LIGHT_GROUND
    height = width * 3 // 4
    cells: list[tuple[str, painter.QImage]] = []
    for name in names:
        movement = Movement(read_pose_file(poses / f"{name}.toml"))
        camera = movement.camera(width, height)
        last = 0.5 if movement.file.cycle else 1.0
        start = painter.moment_picture(movement, 0.0, camera, width, height)
        end = painter.end_picture(movement, camera, width, height, last=last)
        cells += [
            (name, painter.over_ground(start, ground)),
            ("", painter.over_ground(end, ground)),
        ]
    painter.save_png(painter.contact_sheet(cells, 6, ground, _INK[ground]), str(path))
