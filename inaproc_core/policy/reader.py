"""Typed reading of the rules in force on one day; every fault names its rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from inaproc_core.policy.entries import PolicyError
from inaproc_core.policy.policy import TaxLayer
from inaproc_core.policy.ratio import Ratio
from inaproc_core.values import Rupiah

_Word = TypeVar("_Word", bound=StrEnum)
_Value = TypeVar("_Value")


def _whole(key: str, raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise PolicyError(key, f"must be a whole number, zero or more, got {raw!r}")
    return raw


def _ratio(key: str, raw: object) -> Ratio:
    if not isinstance(raw, str):
        raise PolicyError(key, f'must be a fraction written like "11/12", got {raw!r}')
    try:
        return Ratio.parse(raw)
    except ValueError as error:
        raise PolicyError(key, str(error)) from None


class RuleReader:
    """Reads raw rule values by key and type, and remembers which keys were asked for."""

    def __init__(self, values: Mapping[str, object]) -> None:
        """Read from raw values, one per rule key."""
        self._values = values
        self._asked: set[str] = set()

    def unread(self) -> list[str]:
        """Return the keys that nobody asked for, sorted: unknown to this version of the rules."""
        return sorted(set(self._values) - self._asked)

    def _raw(self, key: str) -> object:
        self._asked.add(key)
        if key not in self._values:
            raise PolicyError(key, "missing from the rule book")
        return self._values[key]

    def rupiah(self, key: str) -> Rupiah:
        """Return an amount of money."""
        return Rupiah(_whole(key, self._raw(key)))

    def rupiah_or_none(self, key: str) -> Rupiah | None:
        """Return an amount of money, or ``None`` where no rule is in force."""
        raw = self._raw(key)
        return None if raw is None else Rupiah(_whole(key, raw))

    def count(self, key: str) -> int:
        """Return a whole number of at least one: days, lines, characters."""
        number = _whole(key, self._raw(key))
        if number < 1:
            raise PolicyError(key, "must be at least 1, got 0")
        return number

    def count_or_none(self, key: str) -> int | None:
        """Return a whole number of at least one, or ``None`` for no limit."""
        return None if self._raw(key) is None else self.count(key)

    def ratio(self, key: str) -> Ratio:
        """Return an exact fraction."""
        return _ratio(key, self._raw(key))

    def ratio_or_none(self, key: str) -> Ratio | None:
        """Return an exact fraction, or ``None`` for no limit."""
        raw = self._raw(key)
        return None if raw is None else _ratio(key, raw)

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        raw = self._raw(key)
        if not isinstance(raw, bool):
            raise PolicyError(key, f"must be true or false, got {raw!r}")
        return raw

    def word(self, key: str, words: type[_Word]) -> _Word:
        """Return one word of a closed list."""
        return self._word(key, self._raw(key), words)

    def words(self, key: str, words: type[_Word]) -> frozenset[_Word]:
        """Return a set of words of a closed list."""
        return frozenset(self._word(key, item, words) for item in self._list(key))

    def texts(self, key: str) -> frozenset[str]:
        """Return a set of free words."""
        items = self._list(key)
        for item in items:
            if not isinstance(item, str) or not item:
                raise PolicyError(key, f"must be a list of texts, got {item!r} in it")
        return frozenset(str(item) for item in items)

    def amounts(self, key: str) -> Mapping[str, Rupiah]:
        """Return amounts of money by name."""
        return self._named(key, lambda raw: Rupiah(_whole(key, raw)))

    def ratios(self, key: str) -> Mapping[str, Ratio]:
        """Return fractions by name."""
        return self._named(key, lambda raw: _ratio(key, raw))

    def layers(self, key: str) -> tuple[TaxLayer, ...]:
        """Return a progressive tariff: rising upper ends, the last one open."""
        layers = [self._layer(key, item) for item in self._list(key)]
        ends = [layer.up_to for layer in layers]
        closed = [end for end in ends[:-1] if end is not None]
        if ends[-1] is not None or len(closed) != len(ends) - 1 or sorted(set(closed)) != closed:
            raise PolicyError(key, "upper ends must rise, and only the last one is null")
        return tuple(layers)

    @staticmethod
    def _layer(key: str, item: object) -> TaxLayer:
        if not isinstance(item, Mapping) or set(item) != {"up_to", "rate"}:
            raise PolicyError(key, f"each layer needs up_to and rate, got {item!r}")
        up_to = None if item["up_to"] is None else Rupiah(_whole(key, item["up_to"]))
        return TaxLayer(up_to=up_to, rate=_ratio(key, item["rate"]))

    def _list(self, key: str) -> list[object]:
        raw = self._raw(key)
        if not isinstance(raw, list) or not raw:
            raise PolicyError(key, f"must be a list that is not empty, got {raw!r}")
        return raw

    def _named(self, key: str, read: Callable[[object], _Value]) -> Mapping[str, _Value]:
        raw = self._raw(key)
        if not isinstance(raw, Mapping):
            raise PolicyError(key, f"must be an object, got {raw!r}")
        return MappingProxyType({str(name): read(value) for name, value in raw.items()})

    @staticmethod
    def _word(key: str, raw: object, words: type[_Word]) -> _Word:
        for word in words:
            if word.value == raw:
                return word
        allowed = ", ".join(word.value for word in words)
        raise PolicyError(key, f"must be one of {allowed}, got {raw!r}")
