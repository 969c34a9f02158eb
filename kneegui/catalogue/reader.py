"""Reads ``exercises.json`` into domain objects, or says exactly what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kneegui.catalogue import schema
from kneegui.catalogue.content_rules import check
from kneegui.domain.basis import Article, Evidence, Statement
from kneegui.domain.content import Content
from kneegui.domain.errors import ContentError
from kneegui.domain.exercise import Exercise
from kneegui.domain.guidance import GuidanceCard, RecoveryItem, RedFlag, StopRule
from kneegui.domain.routine import Routine

_T = TypeVar("_T")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The parts of the file, each entry still undecoded so that an error can name it."""

    about: tuple[str, ...]
    articles: tuple[msgspec.Raw, ...]
    evidence: tuple[msgspec.Raw, ...]
    exercises: tuple[msgspec.Raw, ...]
    recovery: tuple[msgspec.Raw, ...]
    programmes: tuple[msgspec.Raw, ...]
    guidance: tuple[msgspec.Raw, ...]
    red_flags: tuple[msgspec.Raw, ...]
    stop_rules: tuple[msgspec.Raw, ...]
    rolling_cautions: tuple[msgspec.Raw, ...]


class _Name(msgspec.Struct):
    """What an entry calls itself; enough to name it in an error."""

    id: str = ""
    key: str = ""


def read_content(path: Path) -> Content:
    """Gives the content of one file.

    Raises:
        ContentError: the file cannot be read, is not valid JSON, breaks the schema or breaks one
            of the rules between entries. Its text names the file, the entry and the field.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentError(path.name, "file", error.strerror or "cannot be read") from error
    return parse_content(data, path.name)


def parse_content(data: bytes, file: str) -> Content:
    """Gives the content of the bytes of a file; see ``read_content``."""
    try:
        # As text: msgspec does not look at the letters of an entry it has yet to decode.
        parts = msgspec.json.decode(data.decode(), type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ContentError(file, "file", str(error)) from error
    reader = _EntryReader(file)
    content = Content(
        articles=reader.read("article", parts.articles, schema.Article, Article),
        evidence=reader.read("evidence", parts.evidence, schema.Evidence, Evidence),
        exercises=reader.read("exercise", parts.exercises, schema.Exercise, Exercise),
        recovery=reader.read("recovery item", parts.recovery, schema.RecoveryItem, RecoveryItem),
        programmes=reader.read("programme", parts.programmes, schema.Programme, Routine),
        guidance=reader.read("guidance card", parts.guidance, schema.GuidanceCard, GuidanceCard),
        red_flags=reader.read("red flag", parts.red_flags, schema.RedFlag, RedFlag),
        stop_rules=reader.read("stop rule", parts.stop_rules, schema.StopRule, StopRule),
        rolling_cautions=reader.read(
            "rolling caution", parts.rolling_cautions, schema.Statement, Statement
        ),
    )
    for item, problem in check(content):
        raise ContentError(file, item, problem)
    return content


class _EntryReader:
    """Decodes entries one by one, so that an error carries the entry's own name."""

    def __init__(self, file: str) -> None:
        self._file = file

    def read(
        self, kind: str, entries: tuple[msgspec.Raw, ...], struct: type[Any], domain: type[_T]
    ) -> tuple[_T, ...]:
        decoder = msgspec.json.Decoder(struct)
        found: list[_T] = []
        for number, entry in enumerate(entries, start=1):
            try:
                decoded = decoder.decode(entry)
            except msgspec.ValidationError as error:
                name = f"{kind} {_name(entry) or number}"
                raise ContentError(self._file, name, str(error)) from error
            found.append(msgspec.convert(decoded, domain, from_attributes=True))
        return tuple(found)


def _name(entry: msgspec.Raw) -> str:
    try:
        name = msgspec.json.decode(entry, type=_Name)
    except msgspec.ValidationError:
        return ""
    return name.id or name.key
