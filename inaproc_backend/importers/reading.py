"""Physical lines of a plain or gzip file: numbered, decoded, bounded in memory whatever the file holds."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import IO, Any

from inaproc_core.errors import Fact

LONGEST_LINE = 1 << 20
"""Bytes of one physical line, after which it is skipped instead of read (the longest real one has 12 kB)."""

_GZIP_MAGIC = b"\x1f\x8b"
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class FileUnreadable(Exception):  # noqa: N818 - the world's fault, told to the operator in one sentence
    """The file as a whole cannot be read on.

    Attributes:
        code: key of a sentence in ``reasons``.
        facts: what the sentence names.
    """

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(f"{code} {facts}")
        self.code = code
        self.facts: dict[str, Fact] = facts


class LineUnreadable(Exception):  # noqa: N818 - an answer about one line; the next one is read all the same
    """One physical line cannot be used: too long, or not UTF-8."""

    def __init__(self, code: str, line: int, **facts: Fact) -> None:
        super().__init__(f"{code} {line} {facts}")
        self.code = code
        self.line = line
        self.facts = facts


@dataclass
class Source:
    """An open file.

    Attributes:
        path: where it lies.
        size: bytes on disk, for the progress bar.
        packed: whether it is gzip.
        lines_read: physical lines delivered so far.
    """

    path: Path
    size: int
    packed: bool
    _disk: IO[bytes]
    _plain: BufferedReader[Any] | gzip.GzipFile
    lines_read: int = field(default=0)

    @property
    def position(self) -> int:
        """Bytes taken from the disk so far; compressed bytes for gzip."""
        return self._disk.tell()

    def begins_object(self) -> bool:
        """Return whether the first thing in the file is ``{``: JSON Lines instead of CSV; reads nothing."""
        try:
            begin = self._plain.peek(64)[:64].removeprefix(_UTF8_MARK).lstrip()
        except (EOFError, OSError, zlib.error):
            return False  # reading the first line will say what is wrong
        return begin.startswith(b"{")

    def next_line(self) -> str:
        r"""Return the next physical line with its ``\n``.

        Raises:
            StopIteration: at the end.
            LineUnreadable: ``import.line_too_long``, ``import.not_utf8``; the next call goes on behind it.
            FileUnreadable: ``import.gzip_truncated``, ``import.gzip_damaged``, ``import.read_failed``.
        """
        raw = self._readline()
        if not raw:
            raise StopIteration
        self.lines_read += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while (rest := self._readline()) and not rest.endswith(b"\n"):
                pass
            raise LineUnreadable("import.line_too_long", self.lines_read, limit=LONGEST_LINE)
        if self.lines_read == 1:
            raw = self._without_mark(raw)
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = f"0x{raw[error.start]:02X}"
            raise LineUnreadable(
                "import.not_utf8", self.lines_read, byte=byte, place=error.start + 1
            ) from None

    def _without_mark(self, raw: bytes) -> bytes:
        if raw.startswith(_UTF16_MARKS):
            raise FileUnreadable("import.utf16", file=self.path.name)
        return raw.removeprefix(_UTF8_MARK)

    def _readline(self) -> bytes:
        try:
            return self._plain.readline(LONGEST_LINE)
        except EOFError:
            raise FileUnreadable("import.gzip_truncated", file=self.path.name, line=self.lines_read) from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise FileUnreadable(
                "import.gzip_damaged", file=self.path.name, line=self.lines_read, problem=str(error)
            ) from None
        except OSError as error:
            raise FileUnreadable(
                "import.read_failed", file=self.path.name, problem=error.strerror or str(error)
            ) from None


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Open a file, plain or gzip; what it is is told by its first bytes, not by its name.

    Raises:
        FileUnreadable: ``import.no_file``, ``import.is_folder``, ``import.no_access``,
            ``import.read_failed``, ``import.empty_file``.
    """
    try:
        disk = path.open("rb")
    except FileNotFoundError:
        raise FileUnreadable("import.no_file", file=str(path)) from None
    except IsADirectoryError:
        raise FileUnreadable("import.is_folder", file=str(path)) from None
    except PermissionError:
        raise FileUnreadable("import.no_access", file=str(path)) from None
    except OSError as error:
        raise FileUnreadable("import.read_failed", file=path.name, problem=error.strerror or "") from None
    with disk:
        magic = disk.read(2)
        if not magic:
            raise FileUnreadable("import.empty_file", file=path.name)
        disk.seek(0)
        packed = magic == _GZIP_MAGIC
        # Unwrapped: a reader around it would lose its last buffer when the file is cut off.
        plain = gzip.GzipFile(fileobj=disk, mode="rb") if packed else disk
        with plain:
            yield Source(path, path.stat().st_size, packed, disk, plain)
