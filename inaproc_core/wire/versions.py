"""Whether a client and a backend understand each other (protocol.md 2.12): one judgement for both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inaproc_core.calendar import Zone, local_date
from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import PROTO_MAX, PROTO_MIN, HelloAnswer

CLIENT_HEADER = "X-Inaproc-Client"
"""Version of the client, in every request: ``0.1.0``."""

PROTO_HEADER = "X-Inaproc-Proto"
"""Protocol versions the client speaks, in every request: ``1-1``."""

UPGRADE_REQUIRED = 426
"""HTTP status of every refusal by version (RFC 9110, 15.5.22): it says nothing about what was asked."""

TOO_OLD = "version.client_too_old"
TOO_NEW = "version.server_too_old"

_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")
_RANGE = re.compile(r"(\d{1,6})-(\d{1,6})")
_PARTS = 4


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """A client as it introduces itself; ``version`` is empty when it does not say."""

    version: str
    proto_min: int
    proto_max: int


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a backend asks of its clients.

    Attributes:
        server_version: version of the backend.
        proto_min, proto_max: protocol versions it speaks.
        min_client: oldest version it takes; empty: any that speaks the protocol.
        upgrade_by: last day for older ones; ``None``: they are not taken any more.
    """

    server_version: str
    proto_min: int
    proto_max: int
    min_client: str = ""
    upgrade_by: date | None = None

    def refusal(self, client: Speaker, today: date) -> Refusal | None:
        """Return why a client is not talked to on a day at the capital, or ``None``.

        The code is ``version.client_too_old`` (facts ``given``, ``minimum``) or ``version.server_too_old``
        (``given``, ``server``).
        """
        if client.proto_max < self.proto_min:
            # Of the same release as the backend is sure to do.
            minimum = newer(self.min_client, self.server_version)
            return Refusal(code=TOO_OLD, facts={"given": client.version, "minimum": minimum})
        if client.proto_min > self.proto_max:
            return Refusal(code=TOO_NEW, facts={"given": client.version, "server": self.server_version})
        if self.outdates(client) and (self.upgrade_by is None or today > self.upgrade_by):
            return Refusal(code=TOO_OLD, facts={"given": client.version, "minimum": self.min_client})
        return None

    def outdates(self, client: Speaker) -> bool:
        """Return whether the client is older than the operator wants, now or from a day on."""
        return bool(self.min_client and client.version) and parts(client.version) < parts(self.min_client)


def this_program(version: str) -> Speaker:
    """Return how this program introduces itself, in this version."""
    return Speaker(version=version, proto_min=PROTO_MIN, proto_max=PROTO_MAX)


def terms_of(hello: HelloAnswer) -> Terms:
    """Return what a backend asks of its clients."""
    try:
        upgrade_by = date.fromisoformat(hello.upgrade_by) if hello.upgrade_by else None
    except ValueError:  # of a backend that writes days in a way that is not known here
        upgrade_by = date.max
    return Terms(
        server_version=hello.server_version,
        proto_min=hello.proto_min,
        proto_max=hello.proto_max,
        min_client=hello.min_client,
        upgrade_by=upgrade_by,
    )


def refusal_by(hello: HelloAnswer, client: Speaker) -> Refusal | None:
    """Return why a backend that answered so does not talk to a client, on its own day."""
    return terms_of(hello).refusal(client, local_date(hello.server_time, Zone.WIB))


def parts(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version for comparing, always four; what is no version comes first."""
    found = _VERSION.match(version.strip())
    numbers = tuple(int(part) for part in found[0].split(".")) if found else ()
    return (*numbers, *(0,) * (_PARTS - len(numbers)))


def newer(one: str, other: str) -> str:
    """Return the newer of two versions."""
    return max(one, other, key=parts)


def is_version(text: str) -> bool:
    """Return whether a text is a version as an operator may name it: ``1.2`` or ``1.2.3``."""
    return _VERSION.fullmatch(text) is not None


def range_text(low: int, high: int) -> str:
    """Return protocol versions as the header says them."""
    return f"{low}-{high}"


def read_range(text: str) -> tuple[int, int] | None:
    """Return the protocol versions of a header, ``None`` when it is missing or says nothing."""
    found = _RANGE.fullmatch(text.strip())
    return (int(found[1]), int(found[2])) if found else None
