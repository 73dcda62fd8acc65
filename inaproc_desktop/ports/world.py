"""The error of the world outside the program. Apart from the other ports: the first window needs it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inaproc_core.errors import Refusal

NOT_SENT = frozenset({"world.offline", "world.parked", "world.clock_wrong"})
"""Codes of failures in which nothing can have taken effect on the backend."""

NO_LINK = NOT_SENT | {"world.timeout", "world.server"}
"""Codes of failures after which the backend counts as out of reach."""


class WorldFailed(Exception):  # noqa: N818 - a family of errors (architecture: rule refused, world failed, our bug)
    """Something outside the program did not work: link, server, disk, keyring.

    Attributes:
        code: ``world.offline``, ``world.timeout``, ``world.server``, ``world.disk``,
            ``world.keyring_locked``, ``world.parked`` …
        detail: technical text for the folded part of an error message.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class VersionMismatch(WorldFailed):
    """Program and backend do not understand each other; nothing was asked of it, or it refused to listen.

    Attributes:
        refusal: which of the two is too old, and what to install.
    """

    def __init__(self, refusal: Refusal) -> None:
        super().__init__("world.parked", refusal.code)
        self.refusal = refusal
