"""The error of the world outside the program. Apart from the other ports: the first window needs it alone."""

from __future__ import annotations


class WorldFailed(Exception):  # noqa: N818 - a family of errors (architecture: rule refused, world failed, our bug)
    """Something outside the program did not work: link, server, disk, keyring.

    Attributes:
        code: ``world.offline``, ``world.timeout``, ``world.server``, ``world.disk``,
            ``world.keyring_locked``, ``world.version`` …
        detail: technical text for the folded part of an error message.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
