"""One program per profile: a lock of the operating system, and a knock at the window that holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_KNOCK_MILLISECONDS = 500


class Instance:
    """The program that owns a profile folder."""

    def __init__(self, root: Path, lock: Path) -> None:
        """Name the folder and its lock file; nothing is locked yet."""
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)  # only a lock whose process is gone is stale, whatever its age
        self._root = root
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Lock the profile; returns whether it was free."""
        return self._lock.tryLock(0)

    def answer_knocks(self, on_knock: Callable[[], None]) -> None:
        """Let a second start of the same profile bring this window to the front."""
        from PySide6.QtNetwork import QLocalServer  # late: not needed for the first window

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name())  # left over by a program that was killed; the lock is ours
        server.newConnection.connect(lambda: self._open_door(server, on_knock))
        server.listen(self._name())
        self._server = server

    def knock(self) -> bool:
        """Ask the program that holds the lock to come to the front; returns whether it heard."""
        from PySide6.QtNetwork import QLocalSocket  # late: only a second start knocks

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        heard = socket.waitForConnected(_KNOCK_MILLISECONDS)
        socket.abort()
        return heard

    def release(self) -> None:
        """Give the profile back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _name(self) -> str:
        import hashlib  # late: it loads OpenSSL, which the first window does not need

        digest = hashlib.sha256(str(self._root.absolute()).encode()).hexdigest()[:16]
        return f"inaproc-desktop-{digest}"

    def _open_door(self, server: QLocalServer, on_knock: Callable[[], None]) -> None:
        while (socket := server.nextPendingConnection()) is not None:
            socket.abort()
            socket.deleteLater()
        on_knock()
