"""The log: one small file in the data folder, for what nobody expected."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_MOST_BYTES = 256 * 1024
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log(folder: Path) -> None:
    """Sends the program's and Qt's messages to ``kneegui.log``; an old long one is set aside.

    A folder that cannot be written to costs the log, not the session.
    """
    # A logging error has nowhere to be told but a terminal nobody looks at.
    logging.raiseExceptions = False
    path = folder / "kneegui.log"
    handler: logging.Handler = logging.NullHandler()
    try:
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_name("kneegui.old.log"))
        path.touch(mode=0o600)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        pass
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s", message)
