"""What the environment says about the verification provider; secrets are not for the command line.

=================================  ================================================================
``INAPROC_VERIFICATION_URL``       address (docs/verification-provider.md); without it the desk decides
``INAPROC_VERIFICATION_SECRET``    shared secret of the signatures, or ``…_SECRET_FILE`` that holds it
``INAPROC_VERIFICATION_TOKEN``     bearer token, or ``…_TOKEN_FILE`` that holds it
``INAPROC_VERIFICATION_NAME``      short name kept with each profile (``http``)
``INAPROC_VERIFICATION_CA``        authorities in PEM in place of the system's
``INAPROC_VERIFICATION_TIMEOUT``   seconds for one step of a call (20)
=================================  ================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from inaproc_backend.config import VerificationService
from inaproc_backend.registration.http_verification import HttpVerification

_PREFIX = "INAPROC_VERIFICATION_"
_SHORTEST_SECRET = 32


def verification_from(environment: Mapping[str, str]) -> VerificationService | None:
    """Return the settings of an environment; ``None``: verifikators decide by hand.

    Raises:
        ValueError: a setting is missing, malformed or unsafe; the text names it and says what to do.
        OSError: a file of a secret cannot be read.
    """
    url = environment.get(f"{_PREFIX}URL", "").strip()
    if not url:
        others = sorted(name for name in environment if name.startswith(_PREFIX) and environment[name])
        if others:
            message = f"{others[0]} is set without {_PREFIX}URL; set the address too, or neither"
            raise ValueError(message)
        return None
    secret = _secret(environment, f"{_PREFIX}SECRET")
    if len(secret) < _SHORTEST_SECRET:
        message = (
            f"{_PREFIX}SECRET must have {_SHORTEST_SECRET} characters or more; agree on one with the provider"
        )
        raise ValueError(message)
    timeout = environment.get(f"{_PREFIX}TIMEOUT", "").strip() or "20"
    if not (timeout.isascii() and timeout.isdecimal() and 0 < int(timeout) <= 120):
        message = f"{_PREFIX}TIMEOUT must be 1 to 120 seconds, got {timeout!r}"
        raise ValueError(message)
    ca_file = environment.get(f"{_PREFIX}CA", "")
    if ca_file and not Path(ca_file).is_file():
        message = f"{_PREFIX}CA names {ca_file!r}, which is no file"
        raise ValueError(message)
    settings = VerificationService(
        url=url,
        secret=secret,
        token=_secret(environment, f"{_PREFIX}TOKEN"),
        name=environment.get(f"{_PREFIX}NAME", "").strip() or "http",
        ca_file=ca_file,
        timeout=float(timeout),
    )
    # Refuses what is unsafe now, not at the first profile.
    HttpVerification(settings, lambda: datetime.now(UTC)).close()
    return settings


def _secret(environment: Mapping[str, str], name: str) -> str:
    file = environment.get(f"{name}_FILE", "")
    secret = Path(file).read_text(encoding="utf-8").strip() if file else environment.get(name, "")
    if not secret.isascii() or not (secret == "" or secret.isprintable()):
        message = f"{name} has letters that cannot be sent; use printable ASCII"
        raise ValueError(message)
    return secret
