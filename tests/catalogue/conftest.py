"""The content as it is shipped."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kneegui.catalogue.reader import parse_content
from kneegui.domain.content import Content
from kneegui.resource_files import resource_folder


@pytest.fixture(scope="session")
def shipped_bytes() -> bytes:
    return (resource_folder() / "exercises.json").read_bytes()


@pytest.fixture(scope="session")
def shipped(shipped_bytes: bytes) -> Content:
    """Gives the shipped content; nothing in it can be changed, so all tests share it."""
    return parse_content(shipped_bytes, "exercises.json")


@pytest.fixture
def shipped_file(shipped_bytes: bytes) -> dict[str, Any]:
    """Gives what stands in the shipped file."""
    return json.loads(shipped_bytes)
