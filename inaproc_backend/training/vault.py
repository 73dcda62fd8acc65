"""What the training office needs beside its database: the key of persons, and where files lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from inaproc_backend.registration.person_numbers import person_key
from inaproc_backend.services import Services
from inaproc_backend.uploads.blobs import Blobs, blobs_of


@dataclass(frozen=True, kw_only=True)
class Vault:
    """Two parts of a running service.

    Attributes:
        person_key: opens the key that persons are compared by, in a writing transaction.
        blobs: store of the made-up papers.
    """

    person_key: Callable[[Connection], bytes]
    blobs: Blobs


def vault_of(services: Services) -> Vault:
    """Return those of a service."""
    return Vault(person_key=lambda connection: person_key(connection, services), blobs=blobs_of(services))
