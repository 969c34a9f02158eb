"""The records that stand in the pages of a database file, whichever table they belong to.

Source: https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kneegui.store.raw_pages import RawPages

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 13, 10, 2
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Type -> bytes."""
_MOST_COLUMNS = 2000


class Lost(Enum):
    """What stands for a value that cannot be read."""

    LOST = "lost"


LOST = Lost.LOST
Value = int | float | str | bytes | Lost | None


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record."""

    values: tuple[Value, ...]
    """In the order of the columns; LOST where the record breaks off."""
    is_of_index: bool
    """True for an index, and for a table without rowid, which is kept as one."""


def read_records(pages: RawPages) -> Iterator[RawRecord]:
    """Gives every record that can be made out, in the order of the pages."""
    for number, page in pages.used():
        start = 100 if number == 1 else 0
        kind = page[start]
        if kind not in {_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER}:
            continue
        head = start + (12 if kind == _INDEX_INNER else 8)
        (count,) = struct.unpack_from(">H", page, start + 3)
        count = min(count, (len(page) - head) // 2)
        for cell in struct.unpack_from(f">{count}H", page, head):
            try:
                values = _values(_payload(pages, page, cell, kind))
            except (IndexError, struct.error):
                continue
            yield RawRecord(values, kind != _TABLE_LEAF)


def _payload(pages: RawPages, page: bytes, at: int, kind: int) -> bytes:
    """Gives the bytes of a record; fewer than it says where it breaks off."""
    if kind == _INDEX_INNER:
        at += 4
    size, at = _varint(page, at)
    if kind == _TABLE_LEAF:
        _rowid, at = _varint(page, at)
    usable = pages.usable
    most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return page[at : at + size]
    least = (usable - 12) * 32 // 255 - 23
    here = least + (size - least) % (usable - 4)
    if here > most:
        here = least
    found = bytearray(page[at : at + here])
    (more,) = struct.unpack_from(">I", page, at + here)
    for part in pages.chain(more):
        found += part
        if len(found) >= size:
            break
    return bytes(found[:size])


def _values(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    types: list[int] = []
    while at < end and len(types) <= _MOST_COLUMNS:
        kind, at = _varint(payload, at)
        types.append(kind)
    values: list[Value] = []
    at = end
    for kind in types:
        size = _size_of(kind)
        part = payload[at : at + size]
        values.append(_value(kind, part) if len(part) == size else LOST)
        at += size
    return tuple(values)


def _size_of(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _value(kind: int, part: bytes) -> Value:
    if kind == 0:
        return None
    if kind in _INTEGERS:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        return struct.unpack(">d", part)[0]
    if kind in {8, 9}:
        return kind - 8
    if kind < 12:
        return LOST
    if kind % 2 == 0:
        return part
    try:
        return part.decode()
    except UnicodeDecodeError:
        return LOST


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Gives a number of one to nine bytes, and where it ends."""
    value = 0
    for number in range(8):
        byte = data[at + number]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    return value << 8 | data[at + 8], at + 9
