"""Names of a package that are imported when they are first used.

The frame needs six of the forty modules of this package. Importing all of them before the first window cost a
third of the start-up time of a bare one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def late(package: str, homes: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """Return a module's ``__getattr__`` (PEP 562).

    Args:
        package: name of the package that offers the names.
        homes: names by the module, below the package, that they live in.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def get(name: str) -> Any:
        home = home_of.get(name)
        if home is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(f"{package}.{home}"), name)

    return get
