"""``/v1/account``: the signed-in person's own account. Changes need a step-up in the last minutes."""

from __future__ import annotations

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from inaproc_backend.accounts import account_view, closing, contact, devices, events, factor_reset, totp
from inaproc_backend.accounts import password as passwords
from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import AnyRequest, ServicesParameter, SignedInParameter, address_of
from inaproc_core.wire.account import (
    AccountView,
    ChangeContact,
    ChangePassword,
    CheckCode,
    CodeState,
    ConfirmTotp,
    RecoveryCodes,
    SecurityEvents,
    SessionList,
    TotpSecret,
)

_READS = problems(401)
_CHANGES = problems(400, 401, 403, 429)


@get("/v1/account", sync_to_thread=True, responses=_READS)
def account(services: ServicesParameter, signed_in: SignedInParameter) -> AccountView:
    """The account: contact, second factor, recovery codes left, consents."""
    return account_view.view(services, signed_in)


@post("/v1/account/totp", status_code=200, sync_to_thread=True, responses=_CHANGES)
def begin_totp(services: ServicesParameter, signed_in: SignedInParameter) -> TotpSecret:
    """A secret for the app; the second factor once a code of it is confirmed. Also moves to a new phone."""
    return totp.begin(services, signed_in)


@post("/v1/account/totp/confirm", status_code=200, sync_to_thread=True, responses=_CHANGES)
def confirm_totp(
    data: JSONBody[ConfirmTotp],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> RecoveryCodes:
    """The first code of the new secret; answers with recovery codes, shown once."""
    return totp.confirm(services, signed_in, data, address_of(request))


@delete("/v1/account/totp", status_code=204, sync_to_thread=True, responses=_CHANGES)
def remove_totp(request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter) -> None:
    """Turn the second factor off, unless an active access demands it."""
    totp.disable(services, signed_in, address_of(request))


@delete("/v1/account/factor-reset", status_code=204, sync_to_thread=True, responses=_READS)
def stop_factor_reset(request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter) -> None:
    """Stop the reset of the second factor that somebody asked for; needs no step-up."""
    where = {"device_name": signed_in.device_name, "address": address_of(request)}
    with services.database.write() as connection:
        factor_reset.stop(services, connection, signed_in.user_id, **where)


@post("/v1/account/recovery-codes", status_code=200, sync_to_thread=True, responses=_CHANGES)
def renew_recovery_codes(
    request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter
) -> RecoveryCodes:
    """New recovery codes, shown once; the old ones are void."""
    return totp.renew_codes(services, signed_in, address_of(request))


@post("/v1/account/password", status_code=204, sync_to_thread=True, responses=_CHANGES)
def change_password(
    data: JSONBody[ChangePassword],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> None:
    """Change the password; all other sessions end."""
    passwords.change(services, signed_in, data, address_of(request))


@post("/v1/account/contact", status_code=200, sync_to_thread=True, responses=_CHANGES)
def change_contact(
    data: JSONBody[ChangeContact],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> CodeState:
    """A new email or phone; a code goes to it."""
    return contact.begin(services, signed_in, data, address_of(request))


@post("/v1/account/contact/check", status_code=200, sync_to_thread=True, responses=_CHANGES)
def check_contact(
    data: JSONBody[CheckCode],
    request: AnyRequest,
    services: ServicesParameter,
    signed_in: SignedInParameter,
) -> AccountView:
    """The digits that arrived at the new address; the old one is told."""
    contact.check(services, signed_in, data, address_of(request))
    return account_view.view(services, signed_in)


@get("/v1/account/sessions", sync_to_thread=True, responses=_READS)
def sessions(services: ServicesParameter, signed_in: SignedInParameter) -> SessionList:
    """What is signed in now."""
    with services.database.read() as connection:
        found = devices.live_sessions(
            connection, signed_in.user_id, services.clock(), current=signed_in.session_id
        )
    return SessionList(sessions=found)


@delete(
    "/v1/account/sessions/{session_id:str}",
    status_code=204,
    sync_to_thread=True,
    responses=problems(401, 403, 404),
)
def end_session(
    session_id: FromPath[str], request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter
) -> None:
    """Sign one device out."""
    closing.end_session(services, signed_in, session_id, address_of(request))


@delete("/v1/account/sessions", status_code=204, sync_to_thread=True, responses=problems(401, 403))
def end_sessions(request: AnyRequest, services: ServicesParameter, signed_in: SignedInParameter) -> None:
    """Sign every device out, this one too."""
    closing.end_all(services, signed_in, address_of(request))


@get("/v1/account/events", sync_to_thread=True, responses=_READS)
def security_events(services: ServicesParameter, signed_in: SignedInParameter) -> SecurityEvents:
    """The newest hundred events of the account, newest first."""
    with services.database.read() as connection:
        return SecurityEvents(events=events.newest(connection, signed_in.user_id))


handlers = [
    account,
    begin_totp,
    confirm_totp,
    remove_totp,
    stop_factor_reset,
    renew_recovery_codes,
    change_password,
    change_contact,
    check_contact,
    sessions,
    end_session,
    end_sessions,
    security_events,
]
