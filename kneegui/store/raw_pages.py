"""A database file as numbered pages, read without SQLite, which gives up where a page is wrong.

What stands in the log beside the file belongs to it as far as it was committed: its pages take the
place of those in the file. Pages that are free hold what was removed, and are left out.

Source: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_LOG_MAGIC = (0x377F0682, 0x377F0683)
_LOG_HEADER, _FRAME_HEADER = 32, 24
_USUAL_SIZE = 4096
_SIZES = {1 << power for power in range(9, 17)}


class RawPages:
    """The pages of one file. Whatever its bytes are, reading them raises nothing.

    Args:
        path: the file, which no program has open.

    Raises:
        OSError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self.size = _page_size(self._data)
        log = path.with_name(f"{path.name}-wal")
        self._newer = _committed(log.read_bytes(), self.size) if log.exists() else {}
        first = self.page(1) or b""
        # Bytes at the end of each page that belong to none of its cells.
        spare = first[20] if first.startswith(_MAGIC) else 0
        self.usable = self.size - spare
        self._free = self._free_pages(first) if first.startswith(_MAGIC) else set[int]()

    def page(self, number: int) -> bytes | None:
        """Gives a page, the first being 1; None where there is none, or not the whole of it."""
        if number in self._newer:
            return self._newer[number]
        page = self._data[(number - 1) * self.size : number * self.size] if number > 0 else b""
        return page if len(page) == self.size else None

    def used(self) -> Iterator[tuple[int, bytes]]:
        """Gives every page that is not free, with its number."""
        count = max([len(self._data) // self.size, *self._newer])
        for number in range(1, count + 1):
            page = self.page(number)
            if page is not None and number not in self._free:
                yield number, page

    def chain(self, number: int) -> Iterator[bytes]:
        """Gives what the pages of a long record hold, from the first to where they break off."""
        seen: set[int] = set()
        while number not in seen:
            seen.add(number)
            page = self.page(number)
            if page is None:
                return
            yield page[4 : self.usable]
            (number,) = struct.unpack_from(">I", page)

    def _free_pages(self, first: bytes) -> set[int]:
        """Gives the pages that are free; none where the list of them is broken."""
        free: set[int] = set()
        trunk, told = struct.unpack_from(">II", first, 32)
        while trunk not in free:
            page = self.page(trunk)
            if page is None:
                break
            free.add(trunk)
            trunk, count = struct.unpack_from(">II", page)
            free.update(struct.unpack_from(f">{min(count, self.size // 4 - 2)}I", page, 8))
        return free if len(free) == told else set()


def _page_size(data: bytes) -> int:
    if data.startswith(_MAGIC) and len(data) >= 100:
        (size,) = struct.unpack_from(">H", data, 16)
        size = 1 << 16 if size == 1 else size
        if size in _SIZES:
            return size
    return _USUAL_SIZE


def _committed(log: bytes, size: int) -> dict[int, bytes]:
    """Gives the pages of a log up to its last commit, as SQLite would take them."""
    pages: dict[int, bytes] = {}
    if len(log) < _LOG_HEADER:
        return pages
    magic, _, log_size = struct.unpack_from(">III", log)
    if magic not in _LOG_MAGIC or log_size != size:
        return pages
    order = ">" if magic & 1 else "<"
    salt = log[16:24]
    sums = _checksum(order, log[:24], (0, 0))
    uncommitted: dict[int, bytes] = {}
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        head = log[start : start + _FRAME_HEADER]
        page = log[start + _FRAME_HEADER : start + _FRAME_HEADER + size]
        number, count = struct.unpack_from(">II", head)
        sums = _checksum(order, page, _checksum(order, head[:8], sums))
        if head[8:16] != salt or sums != struct.unpack_from(">II", head, 16):
            break
        uncommitted[number] = page
        if count:
            pages |= uncommitted
            uncommitted = {}
    return pages


def _checksum(order: str, data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
