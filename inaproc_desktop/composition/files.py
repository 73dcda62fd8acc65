"""The files of a profile, each opened once."""

from __future__ import annotations

import threading

import resources
from inaproc_desktop.ports.keys import SecretStore
from inaproc_desktop.ports.session import Server
from inaproc_desktop.storage.catalogue import LocalCatalogue
from inaproc_desktop.storage.catalogue_file import CatalogueFiles
from inaproc_desktop.storage.database import Database
from inaproc_desktop.storage.keys import KeyFiles
from inaproc_desktop.storage.places import Places
from inaproc_desktop.storage.regions import RegionIndex
from inaproc_desktop.storage.secret_store import choose_secret_store
from inaproc_desktop.storage.wizard_drafts import open_registration_file
from inaproc_desktop.storage.work import LastSession, WorkDatabase
from inaproc_desktop.storage.work_keys import BLOBS, WorkKeys, subkey


class Files:
    """Opens files when they are first asked for; any thread may ask."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lock = threading.RLock()
        self._work: dict[tuple[str, str], WorkDatabase] = {}
        self._catalogues: dict[str, CatalogueFiles] = {}
        self._secrets: SecretStore | None = None
        self._registration: Database | None = None
        self._keys = WorkKeys(self.secrets, places)
        self.regions = RegionIndex(places.regions, resources.path("data", "regions.csv.gz"))

    def secrets(self) -> SecretStore:
        """Return the store of refresh tokens; looking for the system's keyring may take a moment."""
        with self._lock:
            if self._secrets is None:
                self._secrets = choose_secret_store(self._places.secrets, str(self._places.root))
            return self._secrets

    def work(self, server: Server, user_id: str) -> WorkDatabase:
        """Return the work file of a person.

        Raises:
            WorldFailed: ``world.newer_file``, ``world.damaged_file``, ``world.disk``.
        """
        with self._lock:
            key = (server.key, user_id)
            if key not in self._work:
                self._work[key] = WorkDatabase(self._places.person(server.key, user_id) / "work.db")
            return self._work[key]

    def registration(self) -> Database:
        """Return the drafts of people who have no account yet; errors as ``work``."""
        with self._lock:
            if self._registration is None:
                self._registration = open_registration_file(self._places.registration)
            return self._registration

    def memory(self, server: Server, user_id: str) -> LastSession:
        """Return what a person's work file remembers of the last sign-in."""
        return LastSession(self.work(server, user_id))

    def catalogue(self, server: Server) -> LocalCatalogue:
        """Return the catalogue of a server."""
        with self._lock:
            if server.key not in self._catalogues:
                self._catalogues[server.key] = CatalogueFiles(self._places.server(server.key))
            return LocalCatalogue(self._catalogues[server.key], self.regions)

    def keys(self, server: Server, user_id: str) -> KeyFiles:
        """Return where a person's signing key is kept."""
        return KeyFiles(self._places.person(server.key, user_id) / "keys")

    def blob_key(self, server: Server, user_id: str) -> bytes:
        """Return the key for attachments of a person that wait to go; once the work file is open.

        Raises:
            WorldFailed: see ``WorkKeys.of_person``.
        """
        return subkey(self._keys.of_person(server, user_id, in_use=False), BLOBS)

    def others_waiting(self, server: Server, user_id: str) -> int:
        """Count unsent commands of other people on this machine."""
        return self._places.others_waiting(server.key, user_id)

    def note_waiting(self, server: Server, user_id: str, count: int) -> None:
        """Note how many commands of a person wait."""
        self._places.note_waiting(server.key, user_id, count)

    def close(self) -> None:
        """Give all files back."""
        with self._lock:
            for work in self._work.values():
                work.close()
            for catalogue in self._catalogues.values():
                catalogue.close()
            self.regions.close()
            if self._registration is not None:
                self._registration.close()
                self._registration = None
            self._work.clear()
            self._catalogues.clear()
