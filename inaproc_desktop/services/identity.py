"""From a session and one of its accesses to the actor of the rules."""

from __future__ import annotations

from inaproc_core.roles import Actor, Role
from inaproc_core.wire.messages import AccessRow, Session, changed
from inaproc_desktop.ports.data import SignedIn

_ROLES = {role.value for role in Role}

_NO_ACCESS = AccessRow(access_id="", role=Role.APPLICANT.value, position="")
"""What somebody acts through who has no access yet, or none that still counts."""


def acting_as(session: Session, access_id: str, server_url: str, *, offline: bool) -> SignedIn:
    """Return the person acting through an access, the first one where that one is not there.

    Accesses that are not active, or of a role this version does not know, are left out. Without any, the
    person is an applicant: they reach their profile, their accesses and the safety of their account.
    """
    accesses = tuple(access for access in session.accesses if access.active and access.role in _ROLES)
    first = accesses[0] if accesses else _NO_ACCESS
    access = next((one for one in accesses if one.access_id == access_id), first)
    return SignedIn(
        session=public_part(session),
        access=access,
        actor=actor_of(session, access),
        training=session.training,
        server_url=server_url,
        offline=offline,
        accesses=accesses,
    )


def actor_of(session: Session, access: AccessRow) -> Actor:
    """Return the actor of the rules: a person through one access."""
    return Actor(
        user_id=session.user_id,
        access_id=access.access_id,
        role=Role(access.role),
        name=session.name,
        satker_id=access.satker_id,
        vendor_id=access.vendor_id,
        position=access.position,
        nip=session.nip,
    )


def public_part(session: Session) -> Session:
    """Return the session without its tokens: what windows and files may hold."""
    return _with_tokens(session, "", "", 0)


def with_refresh_token(session: Session, token: str) -> Session:
    """Return a session that has to be renewed before its first request."""
    return _with_tokens(session, "", token, 0)


def _with_tokens(session: Session, access: str, refresh: str, seconds: int) -> Session:
    return changed(session, access_token=access, access_seconds=seconds, refresh_token=refresh)
