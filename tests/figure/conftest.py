"""Figures and movements for the tests of the drawn person."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kneegui.figure.motion import Movement
from kneegui.figure.pose import PoseFile, parse_pose_file, read_pose_file

ROOT = Path(__file__).resolve().parents[2]
POSES = ROOT / "resources" / "poses"
IMAGES = ROOT / "resources" / "images"


@cache
def _movement(name: str) -> Movement:
    return Movement(read_pose_file(POSES / f"{name}.toml"))


@pytest.fixture
def movement_of() -> Callable[[str], Movement]:
    """Give a picture of the program by name; movements never change, so they are shared."""
    return _movement


def _standing() -> dict[str, Any]:
    """Standing on both feet, arms hanging."""
    return {
        "base": {
            "pelvis": {"at": [0, 0.934, 0], "head": "up", "front": "right"},
            "legL": {"at": [0, 0, -0.09], "foot": "flat", "toes": "right", "knee": "right"},
            "legR": {"at": [0, 0, 0.09], "foot": "flat", "toes": "right", "knee": "right"},
            "armL": {"upper": "down-near*0.2", "fore": "down+right*0.2"},
            "armR": {"upper": "down+near*0.2", "fore": "down+right*0.2"},
            "head": {"look": "right", "crown": "up"},
        },
        "start": {},
        "end": {},
    }


@pytest.fixture
def standing() -> dict[str, Any]:
    """Tables of a pose file that passes every check; change one thing to break it."""
    return _standing()


@pytest.fixture
def parsed() -> Callable[..., PoseFile]:
    """Give the pose file of tables."""

    def parse(tables: dict[str, Any], name: str = "test") -> PoseFile:
        return parse_pose_file(name, tables)

    return parse
