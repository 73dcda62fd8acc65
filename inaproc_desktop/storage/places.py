"""Where a profile's files lie: one folder per server and, in it, per person."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.storage.files import write_durably

_SYNCED = re.compile(r"onedrive|dropbox|google ?drive|googledrive|icloud|nextcloud|owncloud", re.IGNORECASE)
_REMOTE_KINDS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone"}
_HASH_LENGTH = 10
_WAITING = "waiting"


class Places:
    """Paths below the data folder of one profile.

    Attributes:
        root: the data folder; one running program at a time.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def prepare(self) -> None:
        """Make the folder, for the owner only.

        Raises:
            WorldFailed: ``world.profile_remote`` on a network drive or in a synchronised folder, where the
                work file could be damaged or cloned; ``world.disk`` when it cannot be made.
        """
        refuse_remote(self.root)
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise WorldFailed("world.disk", str(error)) from error

    @property
    def settings(self) -> Path:
        """Settings of the program: no secrets."""
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        """Held by the running program."""
        return self.root / "running.lock"

    @property
    def secrets(self) -> Path:
        """The passphrase-protected store, where the system has no keyring."""
        return self.root / "secrets.bin"

    def registration(self, url: str = "") -> Path:
        """Drafts of people who have no account yet; a server named has a file of its own."""
        return (self.server(url) if url else self.root) / "registration.db"

    @property
    def reserve(self) -> Path:
        """Room kept aside for a full disk."""
        return self.root / "reserve"

    @property
    def training(self) -> Path:
        """Data of the embedded training backend."""
        return self.root / "training"

    @property
    def regions(self) -> Path:
        """The search index of regions, made from the shipped list."""
        return self.root / "regions.db"

    def server(self, url: str) -> Path:
        """Return the folder of one server, made if needed."""
        split = urlsplit(url)
        digest = _digest(url.rstrip("/"))
        return self._made(self.root / "servers" / f"{safe_name(split.hostname or 'server')}-{digest}")

    def person(self, url: str, user_id: str) -> Path:
        """Return the folder of one person on one server, made if needed."""
        return self._made(self.server(url) / "people" / safe_name(user_id))

    def note_waiting(self, url: str, user_id: str, count: int) -> None:
        """Note how many commands of a person wait, for whoever signs in next on this machine."""
        write_durably(self.person(url, user_id) / _WAITING, str(count).encode())

    def others_waiting(self, url: str, user_id: str) -> int:
        """Count unsent commands of other people of this server on this machine; never their content."""
        mine = safe_name(user_id)
        notes = (self.server(url) / "people").glob(f"*/{_WAITING}")
        return sum(_count(note) for note in notes if note.parent.name != mine)

    def _made(self, folder: Path) -> Path:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise WorldFailed("world.disk", str(error)) from error
        return folder


def _count(note: Path) -> int:
    try:
        return int(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 0


def _digest(text: str) -> str:
    import hashlib  # late: it loads OpenSSL, which the first window does not need

    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]


def safe_name(text: str) -> str:
    """Return a name that is a plain file name on every system; different texts give different names."""
    plain = re.sub(r"[^A-Za-z0-9-]", "_", text)[:60]
    if plain == text and plain:
        return plain
    return f"{plain}-{_digest(text)}"


def refuse_remote(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Refuse a folder that another machine may change at the same time (protocol.md 2.16).

    Raises:
        WorldFailed: ``world.profile_remote``.
    """
    place = folder.expanduser().absolute()
    unc = os.name == "nt" and str(place).startswith("\\\\")
    if unc or _SYNCED.search(str(place)) or _mount_kind(place, mounts) in _REMOTE_KINDS:
        raise WorldFailed("world.profile_remote", str(place))


def _mount_kind(place: Path, mounts: Path) -> str:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # no such table on this system
        return ""
    best, kind = "", ""
    for line in lines:
        _device, point, found, *_rest = line.split(" ")
        if (str(place) + "/").startswith(point.rstrip("/") + "/") and len(point) >= len(best):
            best, kind = point, found
    return kind
