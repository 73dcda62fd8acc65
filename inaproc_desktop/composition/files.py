"""The files of a profile, each opened once."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import resources
from inaproc_desktop.ports.keys import SecretStore
from inaproc_desktop.ports.session import Server
from inaproc_desktop.storage.aside import set_aside
from inaproc_desktop.storage.blobs import SealedBlobs
from inaproc_desktop.storage.catalogue import LocalCatalogue
from inaproc_desktop.storage.catalogue_file import CatalogueFiles
from inaproc_desktop.storage.database import Database
from inaproc_desktop.storage.keys import KeyFiles
from inaproc_desktop.storage.opening import release
from inaproc_desktop.storage.places import Places
from inaproc_desktop.storage.regions import RegionIndex
from inaproc_desktop.storage.reserve import Reserve
from inaproc_desktop.storage.sealing import is_sealed
from inaproc_desktop.storage.secret_store import choose_secret_store
from inaproc_desktop.storage.wizard_drafts import open_registration_file
from inaproc_desktop.storage.work import LastSession, WorkDatabase, open_work_file
from inaproc_desktop.storage.work_keys import BLOBS, WorkKeys, subkey


class Files:
    """Opens files when they are first asked for; any thread may ask."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lock = threading.RLock()
        self._work: dict[tuple[str, str], WorkDatabase] = {}
        self._catalogues: dict[str, CatalogueFiles] = {}
        self._secrets: SecretStore | None = None
        self._registration: dict[Path, Database] = {}
        self._reserve = Reserve(places.reserve)
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
            WorldFailed: no key for it (see ``WorkKeys.of_person``), or none that fits, or the file cannot be
                used (see ``opening.make_ready``).
        """
        with self._lock:
            whose = (server.key, user_id)
            if whose not in self._work:
                place = self._places.person(server.key, user_id) / "work.db"
                key = self._keys.of_person(server, user_id, in_use=is_sealed(place))
                self._work[whose] = open_work_file(place, key, reserve=self._reserve)
            return self._work[whose]

    def set_aside(self, server: Server, user_id: str) -> Path:
        """Put a work file aside that no key opens, and return where; the next opening makes a new one."""
        with self._lock:
            place = self._places.person(server.key, user_id) / "work.db"
            return set_aside(place, datetime.now(UTC).date())

    def registration(self, server: Server) -> Database:
        """Return the drafts of people who have no account yet; errors as ``work``."""
        with self._lock:
            place = self._places.registration(server.key if server.embedded else "")
            if place not in self._registration:
                key = self._keys.of_registration(server, in_use=is_sealed(place))
                self._registration[place] = open_registration_file(place, key, reserve=self._reserve)
            return self._registration[place]

    def keep_reserve(self) -> None:
        """Set room aside for a full disk, if that has not been done; blocking."""
        self._reserve.keep()

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

    def blobs(self, server: Server, user_id: str) -> SealedBlobs:
        """Return the folder of a person's attachments; its key is asked for with the first file."""
        folder = self._places.person(server.key, user_id) / "blobs"
        return SealedBlobs(folder, lambda: self.blob_key(server, user_id))

    def others_waiting(self, server: Server, user_id: str) -> int:
        """Count unsent commands of other people on this machine."""
        return self._places.others_waiting(server.key, user_id)

    def note_waiting(self, server: Server, user_id: str, count: int) -> None:
        """Note how many commands of a person wait."""
        self._places.note_waiting(server.key, user_id, count)

    def close(self) -> None:
        """Give all files back."""
        with self._lock:
            for sealed in (*self._work.values(), *self._registration.values()):
                release(sealed)
                sealed.close()
            for catalogue in self._catalogues.values():
                catalogue.close()
            self.regions.close()
            self._registration.clear()
            self._work.clear()
            self._catalogues.clear()
