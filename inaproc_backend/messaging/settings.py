"""What the environment says about mail server and SMS gateway; secrets are not for the command line.

========================  =======================================================================
``INAPROC_SMTP_HOST``      mail server; without it no email leaves
``INAPROC_SMTP_PORT``      587 (starttls), 465 (tls) or 25 (none) unless set
``INAPROC_SMTP_SECURITY``  ``starttls`` (unless set), ``tls``, or ``none`` on this machine
``INAPROC_SMTP_USER``      name to sign in with, and
``INAPROC_SMTP_PASSWORD``  its password, or ``INAPROC_SMTP_PASSWORD_FILE`` that holds it
``INAPROC_SMTP_FROM``      address that mails come from
``INAPROC_SMTP_CA``        authorities in PEM in place of the system's
``INAPROC_SMS_URL``        address of the gateway (docs/sms-gateway.md); without it no SMS leaves
``INAPROC_SMS_TOKEN``      its bearer token, or ``INAPROC_SMS_TOKEN_FILE`` that holds it
``INAPROC_SMS_SENDER``     name or number that SMS come from
``INAPROC_SMS_CA``         authorities in PEM in place of the system's
========================  =======================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from inaproc_backend.config import Messaging, SmsGateway, Smtp
from inaproc_backend.messaging.sms import SmsGatewaySender
from inaproc_backend.messaging.smtp import SmtpSender

_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|[A-Za-z0-9._%+-]+@localhost")
_SMTP, _SMS = "INAPROC_SMTP_", "INAPROC_SMS_"


def messaging_from(environment: Mapping[str, str]) -> Messaging:
    """Return the settings of an environment.

    Raises:
        ValueError: a setting is missing, malformed or unsafe; the text names it and says what to do.
        OSError: a file of a secret cannot be read.
    """
    return Messaging(smtp=_smtp(environment), sms=_sms(environment))


def _smtp(environment: Mapping[str, str]) -> Smtp | None:
    host = environment.get(f"{_SMTP}HOST", "").strip()
    if not host:
        _nothing_else(environment, _SMTP, "HOST")
        return None
    security = environment.get(f"{_SMTP}SECURITY", "").strip().lower() or "starttls"
    if security not in _PORTS:
        message = f"{_SMTP}SECURITY must be starttls, tls or none, got {security!r}"
        raise ValueError(message)
    sender = environment.get(f"{_SMTP}FROM", "").strip()
    if not _ADDRESS.fullmatch(sender):
        message = f"{_SMTP}FROM must be the address that mails come from, got {sender!r}"
        raise ValueError(message)
    port = environment.get(f"{_SMTP}PORT", "").strip() or str(_PORTS[security])
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        message = f"{_SMTP}PORT must be a port number, got {port!r}"
        raise ValueError(message)
    settings = Smtp(
        host=host,
        port=int(port),
        security=security,
        username=environment.get(f"{_SMTP}USER", ""),
        password=_secret(environment, f"{_SMTP}PASSWORD"),
        sender=sender,
        ca_file=_ca(environment, f"{_SMTP}CA"),
    )
    if settings.password and not settings.username:
        message = f"{_SMTP}PASSWORD is set without {_SMTP}USER; set both or neither"
        raise ValueError(message)
    SmtpSender(settings)  # refuses what is unsafe now, not at the first message
    return settings


def _sms(environment: Mapping[str, str]) -> SmsGateway | None:
    url = environment.get(f"{_SMS}URL", "").strip()
    if not url:
        _nothing_else(environment, _SMS, "URL")
        return None
    settings = SmsGateway(
        url=url,
        token=_secret(environment, f"{_SMS}TOKEN"),
        sender=environment.get(f"{_SMS}SENDER", "").strip(),
        ca_file=_ca(environment, f"{_SMS}CA"),
    )
    SmsGatewaySender(settings).close()
    return settings


def _nothing_else(environment: Mapping[str, str], prefix: str, needed: str) -> None:
    """Refuse settings that would have no effect: somebody believes that messages go out."""
    others = sorted(name for name, value in environment.items() if name.startswith(prefix) and value)
    if others:
        message = f"{others[0]} is set without {prefix}{needed}; set {prefix}{needed} or unset the others"
        raise ValueError(message)


def _secret(environment: Mapping[str, str], name: str) -> str:
    file = environment.get(f"{name}_FILE", "")
    secret = Path(file).read_text(encoding="utf-8").strip() if file else environment.get(name, "")
    if not secret.isascii() or not (secret == "" or secret.isprintable()):
        message = f"{name} has letters that cannot be sent; use printable ASCII"
        raise ValueError(message)
    return secret


def _ca(environment: Mapping[str, str], name: str) -> str:
    file = environment.get(name, "")
    if file and not Path(file).is_file():
        message = f"{name} names {file!r}, which is no file"
        raise ValueError(message)
    return file
