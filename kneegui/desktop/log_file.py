"""The log: one small file in the data folder, for what nobody expected."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, qSetMessagePattern

_MOST_BYTES = 256 * 1024
_FORM_OF_QT = (
    "%{time yyyy-MM-dd hh:mm:ss,zzz} %{if-info}INFO%{endif}%{if-warning}WARNING%{endif}"
    "%{if-critical}ERROR%{endif}%{if-fatal}CRITICAL%{endif} qt %{message}"
)


def start_log(folder: Path) -> None:
    """Sends the program's and Qt's messages to ``kneegui.log``; an old long one is set aside.

    A folder that cannot be written to costs the log, not the session.
    """
    # A logging error has nowhere to be told but a terminal nobody looks at.
    logging.raiseExceptions = False
    path = folder / "kneegui.log"
    try:
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_name("kneegui.old.log"))
        path.touch(mode=0o600)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        handler = logging.FileHandler(os.devnull)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    assert handler.stream is not None
    _send_qt_to(handler.stream.fileno())


def _send_qt_to(file: int) -> None:
    """Turns standard error, where Qt tells things, to a file; Python's stays with the terminal.

    Qt gets no message handler of ours. It also tells things while a library is being loaded and the
    loader is locked; the handler would then wait for Python's lock, which another thread may hold
    while it imports something and waits for the loader's.
    """
    if sys.stderr is not None:
        sys.stderr = os.fdopen(os.dup(2), "w", 1, errors="backslashreplace", closefd=False)
    os.dup2(file, 2)
    # Without a terminal Qt would tell the system's journal.
    os.environ["QT_FORCE_STDERR_LOGGING"] = "1"
    qSetMessagePattern(_FORM_OF_QT)
    QLoggingCategory.setFilterRules("*.debug=false")
