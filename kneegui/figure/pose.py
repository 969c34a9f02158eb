"""Pose files: one TOML file a picture in ``resources/poses``, read into a ``PoseFile``.

The grammar, word by word, with a worked example, stands in ``docs/figure.md``.  In short: tables
``base``, ``start``, ``mid``.., ``end`` (or ``key0``.. with ``cycle = true``) are key poses, each
laid over ``base`` limb by limb; everything else describes the picture.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kneegui.domain.errors import KneeGuideError
from kneegui.figure.muscles import MUSCLE_NAMES, NO_GO_NAMES
from kneegui.figure.props import PROP_BUILDERS
from kneegui.figure.solver import FOOT_ANGLES, Pose

_KEY_NAME = re.compile(r"start|end|mid\d*|key\d*")
_PICTURE_KEYS = {
    "title", "side", "like", "camera", "muscles", "avoid", "props", "touch", "allow", "strap",
    "band", "motion", "cycle", "times", "inset", "base",
}  # fmt: skip
_POSE_KEYS = {
    "like", "pelvis", "spine", "head", "legL", "legR", "armL", "armR", "rest", "pin", "props",
    "free",
}  # fmt: skip
_LIMB_KEYS = {
    "leg": {"hip", "kneeflex", "thigh", "shin", "at", "by", "knee", "foot", "toes", "sole_up",
            "toebend"},
    "arm": {"upper", "fore", "at", "by", "elbow", "palm", "fingers", "shoulder", "curl", "grip",
            "width", "wrist"},
}  # fmt: skip


class PoseFileError(KneeGuideError):
    """A pose file is wrong; the text names the file, the pose and the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A muscle (or a region to keep off) on one side of the body."""

    name: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PoseFile:
    """One picture: its key poses and everything that is drawn with them.

    ``times`` gives each key pose's share of the repetition (0 start, 1 end); ``muscles`` is felt,
    ``avoid`` is kept off; ``touch`` must hold to 1 cm all the way; ``allow`` names checks this
    picture is excused from; ``inset`` describes a second small view.
    """

    name: str
    poses: Mapping[str, Pose]
    times: tuple[float, ...]
    title: str = ""
    side: str = ""
    cycle: bool = False
    camera: Mapping[str, Any] = field(default_factory=dict)
    muscles: tuple[Target, ...] = ()
    avoid: tuple[Target, ...] = ()
    props: tuple[Mapping[str, Any], ...] = ()
    touch: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    straps: tuple[Mapping[str, Any], ...] = ()
    band: Mapping[str, Any] | None = None
    motion: Mapping[str, Any] = field(default_factory=dict)
    inset: Mapping[str, Any] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the key poses in order."""
        return tuple(self.poses)

    @property
    def still(self) -> bool:
        """Whether nothing moves (a single key pose)."""
        return len(self.poses) == 1


def read_pose_file(path: Path) -> PoseFile:
    """Give the picture of a pose file; a file with ``like = "other"`` starts from that one.

    Raises:
        PoseFileError: the file is missing, is no TOML or breaks the grammar.
    """
    return parse_pose_file(path.stem, _read_tables(path))


def _read_tables(path: Path) -> dict[str, Any]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PoseFileError(f"There is no pose file {path.name}.") from None
    except tomllib.TOMLDecodeError as error:
        raise PoseFileError(f"{path.name} is no TOML: {error}") from None
    if "like" in raw:
        parent = _read_tables(path.with_name(f"{raw['like']}.toml"))
        raw = {**parent, **{k: v for k, v in raw.items() if k != "like"}}
    return raw


def source_files(path: Path) -> list[Path]:
    """Give the pose file and the files it starts from, for content hashes."""
    files = [path]
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    if "like" in raw:
        files += source_files(path.with_name(f"{raw['like']}.toml"))
    return files


def pose_names(folder: Path) -> list[str]:
    """Give the names of all pictures of a folder of pose files, sorted."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def parse_pose_file(name: str, raw: Mapping[str, Any]) -> PoseFile:
    """Give the picture described by the tables of a pose file.

    Raises:
        PoseFileError: a key, prop or muscle is unknown or a key pose lacks its pelvis.
    """
    key_names = [k for k, v in raw.items() if isinstance(v, dict) and _KEY_NAME.fullmatch(k)]
    for key in raw.keys() - _PICTURE_KEYS - set(key_names):
        raise PoseFileError(f"{name}: unknown key {key!r}")
    for prop in raw.get("props", []):
        if prop.get("kind") not in PROP_BUILDERS:
            raise PoseFileError(f"{name}: unknown prop {prop.get('kind')!r}")
    base = raw.get("base", {})
    poses: dict[str, Pose] = {}
    for key in key_names or ["start"]:
        table = raw.get(key, {})
        like = table.get("like")
        if like is not None and like not in poses:
            raise PoseFileError(f"{name}.{key}: like = {like!r} is no earlier key pose")
        below = poses[like] if like else base
        poses[key] = _checked_pose(name, key, {**below, **table})
    cycle = raw.get("cycle", False)
    steps = len(poses) if cycle else max(1, len(poses) - 1)
    times = raw.get("times", {})
    band, inset = raw.get("band"), raw.get("inset")
    return PoseFile(
        name=name,
        poses=poses,
        times=tuple(times.get(key, i / steps) for i, key in enumerate(poses)),
        title=raw.get("title", ""),
        side=raw.get("side", ""),
        cycle=cycle,
        camera=raw.get("camera", {}),
        muscles=_targets(name, raw.get("muscles", []), MUSCLE_NAMES),
        avoid=_targets(name, raw.get("avoid", []), NO_GO_NAMES),
        props=tuple(raw.get("props", [])),
        touch=tuple(raw.get("touch", [])),
        allow=tuple(raw.get("allow", [])),
        straps=tuple(raw.get("strap", [])),
        band=band,
        motion=raw.get("motion", {}),
        inset=inset,
    )


def _checked_pose(name: str, key: str, table: Mapping[str, Any]) -> Pose:
    pose = {k: v for k, v in table.items() if k != "like"}
    for word in pose.keys() - _POSE_KEYS:
        raise PoseFileError(f"{name}.{key}: unknown key {word!r}")
    if "at" not in pose.get("pelvis", {}):
        raise PoseFileError(f"{name}.{key}: pelvis has no 'at'")
    for limb in ("legL", "legR", "armL", "armR"):
        for word in pose.get(limb, {}).keys() - _LIMB_KEYS[limb[:3]]:
            raise PoseFileError(f"{name}.{key}.{limb}: unknown key {word!r}")
    for leg in ("legL", "legR"):
        foot = pose.get(leg, {}).get("foot")
        if foot in FOOT_ANGLES:  # a number, so that in-betweens blend it
            pose[leg] = {**pose[leg], "foot": FOOT_ANGLES[foot]}
    return pose


def _targets(name: str, words: list[str], known: tuple[str, ...]) -> tuple[Target, ...]:
    targets: list[Target] = []
    for word in words:
        what, _, side = word.partition(".")
        if what not in known:
            raise PoseFileError(f"{name}: unknown muscle or region {what!r}")
        targets += [Target(name=what, side=s) for s in (side or "LR")]
    return tuple(targets)
