"""Damages a file in one of many ways, the same way for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable

_HOSTILE = (
    *(b"null", b"NaN", b"-1", b"1e999", b"11", b"99999999999999999999", b"true", b"0.5"),
    *(b"[]", b"{}", b'""', b'"\\u0000"', b'"\\ud800"', b'"\xff"', b'"x"', b"[" * 5_000),
    *(b"{" * 100, b"\x00", b"\xef\xbb\xbf", b'"2026-03-01T08:15:00"', b'"done"', b'"left"'),
)


def mutated(data: bytes, seed: int) -> bytes:
    """Gives the file with one to four damages."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(_DAMAGES)(data, chance)
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    place = _place(data, chance)
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    place = _place(data, chance)
    return data[:place] + data[place + chance.randrange(1, 200) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    place = _place(data, chance)
    end = place + chance.randrange(1, 500)
    return data[:end] + data[place:end] + data[end:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted((_place(data, chance), _place(data, chance)))
    middle = (first + second) // 2
    return data[:first] + data[middle:second] + data[first:middle] + data[second:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = _place(data, chance)
    return data[:place] + chance.choice(_HOSTILE) + data[place:]


def _value(data: bytes, chance: random.Random) -> bytes:
    """Puts something hostile in place of what stands after a colon."""
    start = data.find(b": ", _place(data, chance)) + 2
    ends = [end for end in (data.find(mark, start) for mark in (b",", b"}")) if end > 0]
    return data[:start] + chance.choice(_HOSTILE) + data[min(ends, default=len(data)) :]


def _digit(data: bytes, chance: random.Random) -> bytes:
    digits = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    place = chance.choice(digits)
    return data[:place] + str(chance.randrange(10)).encode() + data[place + 1 :]


def _letter(data: bytes, chance: random.Random) -> bytes:
    letters = [place for place, byte in enumerate(data) if 97 <= byte <= 122]
    if not letters:
        return data
    place = chance.choice(letters)
    return data[:place] + bytes([chance.randrange(97, 123)]) + data[place + 1 :]


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _cut, _drop, _double, _swap, _insert, _value, _value, _digit, _letter),
)
