"""Strict reading of one entry's value: every member by name and type, every fault named with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from inaproc_core.policy.entries import PolicyError

_Word = TypeVar("_Word", bound=StrEnum)


class Members:
    """The members of one object in the data. Read them all, then call :meth:`done`."""

    def __init__(self, key: str, raw: object, place: str = "") -> None:
        """Read an object.

        Args:
            key: section of the data, named in every fault.
            raw: the object.
            place: where in the section it stands: ``fields[2]``.

        Raises:
            PolicyError: if it is not an object.
        """
        self.key = key
        self.place = place
        if not isinstance(raw, Mapping):
            raise self.fault("", f"must be an object, got {_short(raw)}")
        self._raw: Mapping[str, object] = raw
        self._asked: set[str] = set()

    def fault(self, name: str, problem: str) -> PolicyError:
        """Return a fault that names the section, the place and the member."""
        where = ".".join(part for part in (self.place, name) if part)
        return PolicyError(self.key, f"{where}: {problem}" if where else problem)

    def done(self) -> None:
        """Check that nothing was left unread.

        Raises:
            PolicyError: naming the first member that nobody knows.
        """
        unknown = sorted(str(name) for name in self._raw if name not in self._asked)
        if unknown:
            raise self.fault("", f"unknown member {unknown[0]!r}")

    def names(self) -> tuple[str, ...]:
        """Return all member names, as they stand; they count as known."""
        self._asked.update(self._raw)
        return tuple(self._raw)

    def has(self, name: str) -> bool:
        """Return whether the member is given."""
        return name in self._raw

    def raw(self, name: str) -> object:
        """Return a member as it stands."""
        self._asked.add(name)
        if name not in self._raw:
            raise self.fault("", f"lacks {name!r}")
        return self._raw[name]

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text that is not empty."""
        if default is not None and name not in self._raw:
            self._asked.add(name)
            return default
        return self._text(name, self.raw(name))

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes or no."""
        raw = self._raw.get(name, default)
        self._asked.add(name)
        if not isinstance(raw, bool):
            raise self.fault(name, f"must be true or false, got {_short(raw)}")
        return raw

    def count(self, name: str, default: int | None = None) -> int:
        """Return a whole number of at least one, or the default where it is not given."""
        if default is not None and name not in self._raw:
            self._asked.add(name)
            return default
        return self._count(name, self.raw(name))

    def counts(self, name: str) -> tuple[int, ...]:
        """Return whole numbers of at least one."""
        return tuple(self._count(name, item) for item in self._list(name, self.raw(name)))

    def word(self, name: str, words: type[_Word]) -> _Word:
        """Return a word of a closed list."""
        return self._word(name, self.raw(name), words)

    def words(self, name: str, words: type[_Word]) -> tuple[_Word, ...]:
        """Return words of a closed list, none where the member is not given."""
        return tuple(self._word(name, item, words) for item in self._given_list(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return texts, none where the member is not given."""
        return tuple(self._text(name, item) for item in self._given_list(name))

    def objects(self, name: str) -> Iterator[Members]:
        """Yield the objects of a list, none where the member is not given."""
        for index, item in enumerate(self._given_list(name)):
            place = ".".join(part for part in (self.place, f"{name}[{index}]") if part)
            yield Members(self.key, item, place)

    def _given_list(self, name: str) -> list[object]:
        self._asked.add(name)
        return self._list(name, self._raw[name]) if name in self._raw else []

    def _list(self, name: str, raw: object) -> list[object]:
        if not isinstance(raw, list):
            raise self.fault(name, f"must be a list, got {_short(raw)}")
        return raw

    def _text(self, name: str, raw: object) -> str:
        if not isinstance(raw, str) or not raw.strip():
            raise self.fault(name, f"must be a text that is not empty, got {_short(raw)}")
        return raw

    def _count(self, name: str, raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or raw < 1:
            raise self.fault(name, f"must be a whole number of at least 1, got {_short(raw)}")
        return raw

    def _word(self, name: str, raw: object, words: type[_Word]) -> _Word:
        for word in words:
            if word.value == raw:
                return word
        allowed = ", ".join(word.value for word in words)
        raise self.fault(name, f"must be one of {allowed}, got {_short(raw)}")


def _short(raw: object) -> str:
    text = repr(raw)
    return text if len(text) <= 60 else text[:57] + "..."
