"""A file is there whole, or what stood there before is."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from kneegui.exchange.errors import ExportError
from kneegui.exchange.written_file import write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="needs permission bits and pipes")


@posix
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "new", b"data")

    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    assert (tmp_path / "new").read_bytes() == b"data"


def test_it_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a longer one")

    write_whole(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "file").write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ExportError, match=r"file cannot be written: No space left on device\.$"):
        write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r" cannot be written: "):
        write_whole(tmp_path, b"data")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r" cannot be written: No such file or directory\.$"):
        write_whole(tmp_path / "gone" / "file", b"data")


@posix
def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")

    write_whole(tmp_path / "link", b"data")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"data"


@posix
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    write_whole(pipe, b"data")
    reader.join(5)

    assert read == [b"data"]
    assert pipe.is_fifo()
