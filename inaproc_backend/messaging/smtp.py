"""Email by SMTP (RFC 5321), encrypted by STARTTLS or from the first byte, with the server's name verified."""

from __future__ import annotations

import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE_POLICY
from email.utils import format_datetime

from inaproc_backend.config import Smtp
from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.messaging.senders import SendFailedError

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_PERMANENT = 500


class SmtpSender:
    """Hands emails to one mail server; the connection stays open while there is more to send."""

    def __init__(self, settings: Smtp) -> None:
        """Keep the settings; nothing is opened yet.

        Raises:
            ValueError: the settings would send passwords or codes in clear over a network.
        """
        if settings.security not in {"starttls", "tls", "none"}:
            message = f"SMTP security must be starttls, tls or none, got {settings.security!r}"
            raise ValueError(message)
        if settings.security == "none" and settings.host not in _LOOPBACK:
            message = f"SMTP to {settings.host} must be encrypted: set security to starttls or tls"
            raise ValueError(message)
        self._settings = settings
        self._from = Address(settings.sender_name, addr_spec=settings.sender)
        self._connection: smtplib.SMTP | None = None

    def send(self, message: Claimed) -> None:
        """Hand one email over."""
        mail = self._compose(message)
        try:
            connection = self._open()
            connection.send_message(mail, from_addr=self._settings.sender, to_addrs=[message.target])
        except Exception as error:
            self.rest()
            raise _failure(error) from None  # the cause may quote the address, and would be logged

    def rest(self) -> None:
        """Say goodbye to the server."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.quit()
        except (OSError, smtplib.SMTPException):
            connection.close()

    def _open(self) -> smtplib.SMTP:
        if self._connection is not None:
            try:
                if self._connection.noop()[0] == 250:
                    return self._connection
            except (OSError, smtplib.SMTPException):
                pass
            self.rest()
        settings = self._settings
        name = self._from.domain
        if settings.security == "tls":
            self._connection = smtplib.SMTP_SSL(
                settings.host,
                settings.port,
                local_hostname=name,
                timeout=settings.timeout,
                context=self._context(),
            )
        else:
            self._connection = smtplib.SMTP(
                settings.host, settings.port, local_hostname=name, timeout=settings.timeout
            )
            if settings.security == "starttls":
                # Raises where the server offers none: there is no going on in clear.
                self._connection.starttls(context=self._context())
        if settings.username:
            self._connection.login(settings.username, settings.password)
        return self._connection

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self._settings.ca_file or None)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context

    def _compose(self, message: Claimed) -> EmailMessage:
        """Make the mail. Header values go through the email package, which refuses line ends in them."""
        mail = EmailMessage(policy=WIRE_POLICY)
        try:
            mail["From"] = self._from
            mail["To"] = Address(addr_spec=message.target)
            mail["Subject"] = message.subject
            mail["Date"] = format_datetime(message.created_at)
            mail["Message-ID"] = f"<{message.id}@{self._from.domain}>"
        except (ValueError, IndexError, TypeError, MessageError) as error:
            problem = f"no valid header: {type(error).__name__}"
            raise SendFailedError(problem, final=True) from None
        # RFC 3834: no holiday notices back, please.
        mail["Auto-Submitted"] = "auto-generated"
        mail["X-Auto-Response-Suppress"] = "All"
        mail.set_content(message.body, charset="utf-8", cte="quoted-printable")
        mail["Content-Language"] = message.language or "id"
        return mail


def _failure(error: Exception) -> SendFailedError:
    """Return what may be stored and logged of a failure: answers of servers like to quote addresses."""
    if isinstance(error, SendFailedError):
        return error
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = next((answer[0] for answer in error.recipients.values()), 0)
        return SendFailedError(f"recipient refused with {code}", final=code >= _PERMANENT)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return SendFailedError(f"our sender address was refused with {error.smtp_code}")
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return SendFailedError(f"sign-in at the mail server failed with {error.smtp_code}")
    if isinstance(error, smtplib.SMTPDataError):
        return SendFailedError(f"mail refused with {error.smtp_code}", final=error.smtp_code >= _PERMANENT)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return SendFailedError("the mail server lacks what is needed: STARTTLS, AUTH or SMTPUTF8")
    if isinstance(error, smtplib.SMTPResponseException):
        return SendFailedError(f"the mail server answered {error.smtp_code}")
    if isinstance(error, ssl.SSLCertVerificationError):
        return SendFailedError(f"certificate of the mail server: {error.verify_message}")
    return SendFailedError(f"mail server not reachable: {type(error).__name__}")
