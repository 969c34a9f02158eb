"""One window for one data folder: who comes second asks the first to come to the front.

Who is first is decided by a lock file in the data folder, which the system's own rules keep free of
races and of the remains of a crash. The first then listens on a local socket whose name is made
from the folder's, so that different folders live side by side. QtNetwork is imported when somebody
listens or asks: a first start takes its lock without it.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, Signal

from kneegui.domain.errors import FolderError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)

_PATIENCE_MS = 5000
"""How long the first may take to answer; it may itself be just starting."""
_TURN_MS = 50
_MOST_BYTES = 4096
"""A request is two short words; whoever sends more is not one of us."""
_YES = b"yes\n"


class SingleInstance(QObject):
    """Finds out whether this is the first window on a data folder.

    Args:
        folder: the data folder.
        patience_ms: how long the first may take to answer.

    Signals:
        front_asked(str, str): another start asks for the window, with the page and the routine it
            was to show, either of them empty.
    """

    front_asked = Signal(str, str)

    def __init__(
        self, folder: Path, patience_ms: int = _PATIENCE_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._patience_ms = patience_ms
        self._has_connected = False
        self._lock = QLockFile(str(folder / "kneegui.lock"))
        # Held as long as the program runs, however long that is.
        self._lock.setStaleLockTime(0)
        self._sockets: list[QLocalSocket] = []
        self._server: QLocalServer | None = None

    def claim(self, page: str = "", routine: str = "", *, listen: bool = True) -> bool:
        """Gives whether this is the first; if not, the first was asked to come to the front.

        Returns at once in the usual case. Needs no running event loop.

        Raises:
            FolderError: there is a first, and it does not answer.
        """
        deadline = QDeadlineTimer(self._patience_ms)
        turn_ms = 0
        while not self._lock.tryLock(turn_ms):
            if self._ask(page, routine, max(_TURN_MS, deadline.remainingTime())):
                return False
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                # A folder that cannot be written to: opening the database will say so.
                _log.warning("no lock file can be made in %s", self._folder)
                break
            if deadline.hasExpired():
                self._take_over()
                break
            # The other may be about to listen, or about to end.
            turn_ms = _TURN_MS
        if listen:
            self.listen()
        return True

    def release(self) -> None:
        """Lets another be the first."""
        for socket in list(self._sockets):
            self._drop(socket)
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _take_over(self) -> None:
        """Takes the lock of a process that is gone and whose number another program now has.

        Raises:
            FolderError: somebody listens, so that process is there and only hangs.
        """
        _, host, _ = self._lock.getLockInfo()
        if not self._has_connected and host == QSysInfo.machineHostName():
            Path(self._lock.fileName()).unlink(missing_ok=True)
            if self._lock.tryLock(_TURN_MS):
                return
        raise FolderError(f"KneeGuide is already open on {self._folder}, but it does not answer.")

    def listen(self) -> None:
        """Hears from now on when the program is started once more; until then the other waits."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        # What a crash left behind; nobody else listens, for we hold the lock.
        QLocalServer.removeServer(socket_name(self._folder))
        if not self._server.listen(socket_name(self._folder)):
            _log.warning("no second start will be heard: %s", self._server.errorString())

    def _ask(self, page: str, routine: str, patience_ms: int) -> bool:
        """Gives whether the first has heard the request."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        deadline = QDeadlineTimer(patience_ms)
        socket.connectToServer(socket_name(self._folder))
        if not socket.waitForConnected(deadline.remainingTime()):
            return False
        self._has_connected = True
        socket.write(json.dumps({"page": page, "routine": routine}).encode() + b"\n")
        while not socket.canReadLine():
            if not socket.waitForReadyRead(deadline.remainingTime()):
                return False
        return socket.readLine().data() == _YES

    def _on_new_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            self._sockets.append(socket)
            socket.readyRead.connect(self._on_sockets_changed)
            socket.disconnected.connect(self._on_sockets_changed)
        self._on_sockets_changed()

    def _on_sockets_changed(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        for socket in list(self._sockets):
            if socket in self._sockets and socket.canReadLine():
                self._answer(socket)
            elif (
                socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
                or socket.bytesAvailable() > _MOST_BYTES
            ):
                self._drop(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        try:
            asked = json.loads(bytes(socket.readLine(_MOST_BYTES).data()))
            page, routine = str(asked["page"]), str(asked["routine"])
        except (ValueError, KeyError, TypeError):
            _log.warning("a request was not understood")
            self._drop(socket)
            return
        socket.write(_YES)
        socket.flush()
        self._drop(socket)
        self.front_asked.emit(page, routine)

    def _drop(self, socket: QLocalSocket) -> None:
        # Writing to one that hung up, and ending the connection, come back here.
        if socket in self._sockets:
            self._sockets.remove(socket)
            socket.disconnectFromServer()
            socket.deleteLater()


def socket_name(folder: Path) -> str:
    """Gives the name of the socket for a data folder, the same however the folder is written."""
    import hashlib

    whole = os.path.normcase(folder.resolve())
    return f"kneegui-{hashlib.sha256(whole.encode(errors='surrogateescape')).hexdigest()[:20]}"
