"""Settings as JSON and back.

Written by hand, because the first paint waits for it: importing msgspec takes a tenth of the time
until then.
"""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from enum import Enum
from types import UnionType
from typing import get_args, get_type_hints

from kneegui.domain.settings import Settings


def encoded(settings: Settings) -> bytes:
    """Gives settings as they stand in the file."""
    return json.dumps(asdict(settings), indent=2, ensure_ascii=False).encode()


def decoded(data: bytes) -> Settings:
    """Gives the settings of a file; what is not known is passed over, what is missing is regular.

    Raises:
        ValueError: it is no JSON, or a value is none that the setting can have.
    """
    try:
        settings = _as_kind(Settings, json.loads(data))
    except (TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    assert isinstance(settings, Settings)
    return settings


def _as_kind(kind: type | UnionType, value: object) -> object:
    """Gives a value as a field of this kind holds it.

    Raises:
        TypeError: it has another type, or lacks a field.
        ValueError: it is not one of a few.
    """
    if isinstance(kind, UnionType):
        # All there is: something, or None.
        return None if value is None else _as_kind(get_args(kind)[0], value)
    if is_dataclass(kind) and isinstance(value, dict):
        kinds = get_type_hints(kind)
        return kind(**{name: _as_kind(kinds[name], value[name]) for name in kinds if name in value})
    if issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} instead of {kind.__name__}")
    return value
