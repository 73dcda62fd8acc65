"""Settings from the environment: right ones are taken, wrong ones named, secrets never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from inaproc_backend.config import Config
from inaproc_backend.messaging.settings import messaging_from

MAIL = {"INAPROC_SMTP_HOST": "mail.contoh.id", "INAPROC_SMTP_FROM": "akun@contoh.id"}
SMS = {"INAPROC_SMS_URL": "https://sms.contoh.id/v1/messages"}


def test_nothing_is_set() -> None:
    messaging = messaging_from({"PATH": "/bin"})
    assert messaging.smtp is None and messaging.sms is None


@pytest.mark.parametrize(("security", "port"), [("", 587), ("starttls", 587), ("TLS", 465)])
def test_ports_follow_the_security(security: str, port: int) -> None:
    smtp = messaging_from({**MAIL, "INAPROC_SMTP_SECURITY": security}).smtp
    assert smtp is not None and smtp.port == port and smtp.security == (security.lower() or "starttls")


def test_everything_is_set(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from-a-file\n", encoding="ascii")
    messaging = messaging_from(
        {
            **MAIL,
            **SMS,
            "INAPROC_SMTP_PORT": "2525",
            "INAPROC_SMTP_USER": "akun",
            "INAPROC_SMTP_PASSWORD_FILE": str(secret),
            "INAPROC_SMS_TOKEN": "a-token",
            "INAPROC_SMS_SENDER": "INAPROC",
        }
    )
    assert messaging.smtp is not None and messaging.sms is not None
    assert (messaging.smtp.port, messaging.smtp.password) == (2525, "from-a-file")
    assert (messaging.sms.token, messaging.sms.sender) == ("a-token", "INAPROC")
    shown = repr(Config(data=tmp_path, messaging=messaging))
    assert "from-a-file" not in shown and "a-token" not in shown and "mail.contoh.id" in shown


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"INAPROC_SMTP_HOST": "mail.contoh.id"}, "INAPROC_SMTP_FROM"),
        ({**MAIL, "INAPROC_SMTP_FROM": "INAPROC <akun@contoh.id>"}, "INAPROC_SMTP_FROM"),
        ({**MAIL, "INAPROC_SMTP_PORT": "mail"}, "INAPROC_SMTP_PORT"),
        ({**MAIL, "INAPROC_SMTP_PORT": "70000"}, "INAPROC_SMTP_PORT"),
        ({**MAIL, "INAPROC_SMTP_SECURITY": "ssl"}, "INAPROC_SMTP_SECURITY"),
        ({**MAIL, "INAPROC_SMTP_SECURITY": "none"}, "must be encrypted"),
        ({**MAIL, "INAPROC_SMTP_PASSWORD": "x"}, "INAPROC_SMTP_USER"),
        ({**MAIL, "INAPROC_SMTP_USER": "a", "INAPROC_SMTP_PASSWORD": "a\nb"}, "INAPROC_SMTP_PASSWORD"),
        ({**MAIL, "INAPROC_SMTP_CA": "/nowhere.pem"}, "INAPROC_SMTP_CA"),
        ({"INAPROC_SMTP_FROM": "akun@contoh.id"}, "INAPROC_SMTP_HOST"),
        ({"INAPROC_SMS_TOKEN": "x"}, "INAPROC_SMS_URL"),
        ({"INAPROC_SMS_URL": "http://sms.contoh.id"}, "https"),
    ],
)
def test_what_is_wrong_is_named(environment: dict[str, str], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        messaging_from(environment)


def test_a_missing_file_of_a_secret_is_named() -> None:
    with pytest.raises(OSError, match=r"nowhere\.secret"):
        messaging_from({**SMS, "INAPROC_SMS_TOKEN_FILE": "/nowhere.secret"})
