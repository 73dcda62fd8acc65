"""What registration needs of stored files: claiming them for a form, showing them, and their content."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from inaproc_backend.services import Services
from inaproc_core.registration.files import FileFacts
from inaproc_core.wire.registration import StoredFile


def claim(
    connection: Connection, services: Services, user_id: str, files: Mapping[str, str]
) -> Mapping[str, FileFacts]:
    """Bind a person's uploaded files to a form that is sent, and return what is known of each by slot."""
    raise NotImplementedError


def shown(connection: Connection, files: Mapping[str, str]) -> dict[str, StoredFile]:
    """Return the stored files of a form by slot; one that is gone is left out."""
    raise NotImplementedError


def content(services: Services, file_id: str) -> tuple[str, bytes]:
    """Return media type and bytes of a stored file."""
    raise NotImplementedError
