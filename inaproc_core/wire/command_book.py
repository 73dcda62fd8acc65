"""Which versions of which commands are understood, and how old ones are brought up to the newest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from inaproc_core.errors import refuse
from inaproc_core.orders import commands as c

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes the payload of a version into that of the next one. Pure; kept for 18 months after its release."""

Build = Callable[[Any, type], Any]
"""Builds a command from plain data, or refuses (``codec.from_plain``)."""


@dataclass(frozen=True, kw_only=True)
class CommandBook:
    """Every command by its wire name.

    A changed meaning of a command is a new version: raise ``newest`` and add the up-caster from the version
    before. The oldest version understood is the first one from which up-casters lead to the newest.

    Attributes:
        kinds: class of the newest version.
        build: see :data:`Build`.
        newest: version now written; 1 where not named.
        upcasters: by name and the version they start from.
        closed: commands that are not taken, as though they were unknown (a backend behind its clients).
    """

    kinds: Mapping[str, type]
    build: Build
    newest: Mapping[str, int] = field(default_factory=dict)
    upcasters: Mapping[tuple[str, int], Upcast] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()

    def written(self, name: str) -> int:
        """Return the version in which a command is written now."""
        return self.newest.get(name, 1)

    def accepted(self, name: str) -> tuple[int, int]:
        """Return the oldest and the newest version of a command that is understood; zeros for none."""
        if name not in self.kinds or name in self.closed:
            return 0, 0
        oldest = newest = self.written(name)
        while (name, oldest - 1) in self.upcasters:
            oldest -= 1
        return oldest, newest

    def ranges(self) -> dict[str, tuple[int, int]]:
        """Return what ``accepted`` says of every command, as hello tells it."""
        return {name: self.accepted(name) for name in sorted(self.kinds) if name not in self.closed}

    def decode(self, name: str, version: int, payload: Mapping[str, Any]) -> c.Command:
        """Build a command from the wire, old versions brought up to the newest.

        Raises:
            Refused: ``command.unsupported_version`` for a command or a version not known here;
                ``wire.malformed``, ``wire.unknown_field``.
        """
        oldest, newest = self.accepted(name)
        if not oldest <= version <= newest or not newest:
            refuse(
                "command.unsupported_version", at="type_version", name=name, version=version, newest=newest
            )
        plain = dict(payload)
        for passed in range(version, newest):
            plain = self.upcasters[name, passed](plain)
        command: c.Command = self.build(plain, self.kinds[name])
        return command
