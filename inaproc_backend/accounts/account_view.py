"""The account as its owner sees it."""

from __future__ import annotations

from inaproc_backend.accounts import factor_reset, recovery_codes, totp
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.registration.stored_profiles import status_of_profile
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text
from inaproc_core.wire.account import AccountView, ConsentRow

_PERSON = Statement(
    """
    SELECT p.username, p.name, p.email, p.phone, c.totp_secret, c.changed_at
    FROM people p JOIN credentials c ON c.user_id = p.id WHERE p.id = :user_id
    """
)
_CONSENTS = Statement("SELECT kind, version, at FROM consents WHERE user_id = :user_id ORDER BY at, kind")


def view(services: Services, signed_in: SignedIn) -> AccountView:
    """Return the signed-in person's own account."""
    user_id = signed_in.user_id
    with services.database.read() as connection:
        row = _PERSON.one(connection, {"user_id": user_id})
        if row is None:  # the session refers to the person
            raise LookupError(user_id)
        username, name, email, phone, secret, changed_at = row
        demanding = totp.required_by(services, connection, user_id)
        return AccountView(
            user_id=user_id,
            username=username,
            name=name,
            email=email,
            phone=phone,
            totp_on=bool(secret),
            totp_required=bool(demanding),
            totp_required_by=demanding,
            recovery_codes_left=recovery_codes.left(connection, user_id),
            profile_status=status_of_profile(connection, user_id).value,
            password_changed_at=from_text(changed_at) if changed_at else None,
            factor_reset_at=factor_reset.pending(services, connection, user_id),
            consents=[
                ConsentRow(kind=kind, version=version, at=from_text(at))
                for kind, version, at in _CONSENTS.all(connection, {"user_id": user_id})
            ],
        )
