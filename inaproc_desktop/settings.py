"""Settings of the program on this machine: a small JSON file, no secrets in it."""

from __future__ import annotations

import json
import logging
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inaproc_desktop.storage.files import write_durably

_LOG = logging.getLogger(__name__)

_DEVICE_BITS = 128
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

LANGUAGES = ("id", "en")
THEMES = ("system", "light", "dark")


class Settings:
    """Implements ``ports.session.Accounts``, and holds how the window looks. Any thread may call.

    A file that cannot be read is put aside, never a reason not to start.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._values = _read(place)

    # ---- the window

    @property
    def language(self) -> str:
        """``id`` or ``en``."""
        kept = self._get("language", "id")
        return kept if kept in LANGUAGES else "id"

    def keep_language(self, language: str) -> None:
        """Remember the language."""
        self._keep("language", language)

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        kept = self._get("theme", "system")
        return kept if kept in THEMES else "system"

    def keep_theme(self, theme: str) -> None:
        """Remember the theme."""
        self._keep("theme", theme)

    def device_id(self) -> str:
        """Return the random id of this profile on this machine; made once, never reused."""
        known = self._get("device_id", "")
        if not known:
            import secrets  # late: it loads OpenSSL, which the first window does not need

            known = f"{secrets.randbits(_DEVICE_BITS):032x}"
            self._keep("device_id", known)
        return known

    # ---- what is remembered of accounts

    def server_url(self) -> str:
        """Return the server that was used last, empty on first start."""
        return self._get("server", "")

    def keep_server_url(self, url: str) -> None:
        """Remember the server to start with."""
        self._keep("server", url)

    def username(self, server: str) -> str:
        """Return the account name used last on a server."""
        return self._get("username", "", server)

    def keep_username(self, server: str, username: str) -> None:
        """Remember the account name; never the password."""
        self._keep("username", username, server)

    def stays_signed_in(self, server: str) -> str:
        """Return the id of the person who stays signed in on this machine, empty when nobody does."""
        return self._get("signed_in", "", server)

    def keep_signed_in(self, server: str, user_id: str) -> None:
        """Remember who stays signed in; empty for nobody."""
        self._keep("signed_in", user_id, server)

    def access(self, server: str, user_id: str) -> str:
        """Return the access a person used last."""
        return self._get("access", "", f"{server} {user_id}")

    def keep_access(self, server: str, user_id: str, access_id: str) -> None:
        """Remember the access."""
        self._keep("access", access_id, f"{server} {user_id}")

    def server_time(self, server: str) -> datetime:
        """Return the latest time that a server said it was; long ago where it never said."""
        try:
            at = datetime.fromisoformat(self._get("server_time", "", server))
        except ValueError:
            return _LONG_AGO
        return at if at.tzinfo is not None else _LONG_AGO

    def keep_server_time(self, server: str, at: datetime) -> None:
        """Remember what time a server said it was: the computer's clock cannot be right before it."""
        self._keep("server_time", at.isoformat(), server)

    # ---- inside

    def _get(self, name: str, default: str, of: str = "") -> str:
        with self._lock:
            found: Any = self._values.get(name, {} if of else default)
            if of:
                found = found.get(of, default) if isinstance(found, dict) else default
            return found if isinstance(found, str) else default

    def _keep(self, name: str, value: str, of: str = "") -> None:
        with self._lock:
            if of:
                inner = self._values.get(name)
                inner = dict(inner) if isinstance(inner, dict) else {}
                inner[of] = value
                self._values[name] = inner
            else:
                self._values[name] = value
            text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
            write_durably(self._place, text.encode())


def _read(place: Path) -> dict[str, Any]:
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            message = "settings must be an object"
            raise ValueError(message)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _LOG.info("settings %s put aside: %s", place, error)
        if place.exists():
            place.replace(place.with_suffix(".unreadable"))
        return {}
    return found
