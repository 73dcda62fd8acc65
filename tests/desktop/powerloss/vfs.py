"""The file system under the product's own encrypting driver, seen through a shim: what it writes, and when.

The driver's extension module exports SQLite's calls for file systems (``sqlite3_vfs_find`` and
``sqlite3_vfs_register``, https://www.sqlite.org/c3ref/vfs.html). The shim is the default file system with a
few of its calls wrapped; everything is still done by the real one.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import pytest

from inaproc_desktop.storage.sealing import sealing_driver

OPEN_CREATE = 0x4
OPEN_JOURNALS = 0x800 | 0x4000 | 0x80000
"""Rollback journal, super-journal and write-ahead log: when the real file system made one of these, it brings
the folder to the disk with the first sync of it (``os_unix.c``)."""

FULL = 13
"""``SQLITE_FULL``."""


class Watcher(Protocol):
    """Hears of every change, after it was done."""

    def opened(self, path: str, flags: int) -> None:
        """A file was opened, and made if it was not there."""

    def wrote(self, path: str, offset: int, data: bytes) -> None:
        """Bytes were written."""

    def truncated(self, path: str, size: int) -> None:
        """A file was cut."""

    def synced(self, path: str) -> None:
        """A file was brought to the disk."""

    def deleted(self, path: str, *, folder_synced: bool) -> None:
        """A file was removed."""


class Silent:
    """Hears nothing."""

    def opened(self, path: str, flags: int) -> None:
        """Nothing."""

    def wrote(self, path: str, offset: int, data: bytes) -> None:
        """Nothing."""

    def truncated(self, path: str, size: int) -> None:
        """Nothing."""

    def synced(self, path: str) -> None:
        """Nothing."""

    def deleted(self, path: str, *, folder_synced: bool) -> None:
        """Nothing."""


_VFS_CALLS = """xOpen xDelete xAccess xFullPathname xDlOpen xDlError xDlSym xDlClose xRandomness xSleep
    xCurrentTime xGetLastError xCurrentTimeInt64 xSetSystemCall xGetSystemCall xNextSystemCall"""
_FILE_CALLS = """xClose xRead xWrite xTruncate xSync xFileSize xLock xUnlock xCheckReservedLock xFileControl
    xSectorSize xDeviceCharacteristics xShmMap xShmLock xShmBarrier xShmUnmap xFetch xUnfetch"""


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("iVersion", ctypes.c_int),
        ("szOsFile", ctypes.c_int),
        ("mxPathname", ctypes.c_int),
        ("pNext", ctypes.c_void_p),
        ("zName", ctypes.c_char_p),
        ("pAppData", ctypes.c_void_p),
        *((name, ctypes.c_void_p) for name in _VFS_CALLS.split()),
    ]


class _Methods(ctypes.Structure):
    _fields_ = [
        ("iVersion", ctypes.c_int),
        *((name, ctypes.c_void_p) for name in _FILE_CALLS.split()),
    ]


class _File(ctypes.Structure):
    _fields_ = [("pMethods", ctypes.POINTER(_Methods))]


_INT, _POINTER, _WIDE = ctypes.c_int, ctypes.c_void_p, ctypes.c_int64
# Names are pointers here, not texts: SQLite keeps what was asked for in a URI behind the name itself.
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _WIDE)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _WIDE)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)


class Shim:
    """A file system of its own name over the default one.

    Attributes:
        watcher: hears of every change.
        room: bytes that may still be written; ``None`` for a disk without end.
        syncing: whether files are really brought to the disk: the machine that runs the tests stays on.
    """

    def __init__(self) -> None:
        self.watcher: Watcher = Silent()
        self.room: int | None = None
        self.syncing = False
        self._library = ctypes.CDLL(sys.modules[sealing_driver().connect.__module__].__file__)
        find = self._library.sqlite3_vfs_find
        find.restype, find.argtypes = ctypes.POINTER(_Vfs), [ctypes.c_char_p]
        self._real = find(None)
        self._names: dict[int, str] = {}
        self._keep: list[Any] = []
        self._methods: dict[int, _Methods] = {}
        self._vfs = _Vfs.from_buffer_copy(self._real.contents)
        self._vfs.zName, self._vfs.pNext = b"inaproc-shim", None
        self._open = _OPEN(self._real.contents.xOpen)
        self._delete = _DELETE(self._real.contents.xDelete)
        self._vfs.xOpen = self._wrapped(_OPEN, self._on_open)
        self._vfs.xDelete = self._wrapped(_DELETE, self._on_delete)

    @contextmanager
    def installed(self) -> Iterator[Shim]:
        """Let every new connection of the product go through the shim; all are closed before this ends."""
        register, unregister = self._library.sqlite3_vfs_register, self._library.sqlite3_vfs_unregister
        register(ctypes.byref(self._vfs), 1)
        try:
            yield self
        finally:
            unregister(ctypes.byref(self._vfs))
            register(self._real, 1)

    def _wrapped(self, kind: Any, function: Callable[..., int]) -> int:
        def guarded(*given: Any) -> int:
            try:
                return function(*given)
            except BaseException as error:  # nothing may pass through C
                self._keep.append(error)
                return 10  # SQLITE_IOERR

        callback = kind(guarded)
        self._keep.append(callback)
        address = ctypes.cast(callback, ctypes.c_void_p).value
        assert address is not None
        return address

    def _on_open(self, _vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        result: int = self._open(ctypes.addressof(self._real.contents), name, file, flags, out)
        handle = _File.from_address(file)
        if result or name is None or not handle.pMethods:
            return result  # nameless files are for sorting, and gone with the process
        self._names[file] = path = ctypes.string_at(name).decode()
        handle.pMethods = ctypes.pointer(self._methods_for(handle.pMethods))
        self.watcher.opened(path, flags)
        return result

    def _on_delete(self, _vfs: int, name: int, sync_folder: int) -> int:
        result: int = self._delete(ctypes.addressof(self._real.contents), name, sync_folder)
        if not result:
            self.watcher.deleted(ctypes.string_at(name).decode(), folder_synced=bool(sync_folder))
        return result

    def _methods_for(self, real: Any) -> _Methods:
        address = ctypes.addressof(real.contents)
        made = self._methods.get(address)
        if made is None:
            methods = real.contents
            write, truncate, sync = (
                _WRITE(methods.xWrite),
                _TRUNCATE(methods.xTruncate),
                _SYNC(methods.xSync),
            )

            def on_write(file: int, data: int, size: int, offset: int) -> int:
                if self.room is not None:
                    if size > self.room:
                        return FULL
                    self.room -= size
                result: int = write(file, data, size, offset)
                if not result:
                    self.watcher.wrote(self._names[file], offset, ctypes.string_at(data, size))
                return result

            def on_truncate(file: int, size: int) -> int:
                result: int = truncate(file, size)
                if not result:
                    self.watcher.truncated(self._names[file], size)
                return result

            def on_sync(file: int, flags: int) -> int:
                result: int = sync(file, flags) if self.syncing else 0
                if not result:
                    self.watcher.synced(self._names[file])
                return result

            made = _Methods.from_buffer_copy(methods)
            made.xWrite = self._wrapped(_WRITE, on_write)
            made.xTruncate = self._wrapped(_TRUNCATE, on_truncate)
            made.xSync = self._wrapped(_SYNC, on_sync)
            self._methods[address] = made
        return made

    @property
    def faults(self) -> list[BaseException]:
        """Return what went wrong inside the shim itself."""
        return [kept for kept in self._keep if isinstance(kept, BaseException)]


def available() -> bool:
    """Return whether the driver of this system exports what the shim needs."""
    return sys.platform == "linux"


needs_shim = pytest.mark.skipif(not available(), reason="the driver exports its file system on Linux only")
