"""Keys, signatures and verdicts, in the terms of the signing service.

What makes and reads signed documents is imported when the first is signed or examined: a fifth of all the
memory of a window that only searches and orders.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from inaproc_core.calendar import Zone
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import Party
from inaproc_core.roles import Actor
from inaproc_desktop.ports.finishing import SeenSignature

if TYPE_CHECKING:
    from inaproc_documents.signing import keys
    from inaproc_documents.signing.verify import Verdict


@dataclass(frozen=True, kw_only=True)
class Examined:
    """What a file itself says about its signatures, oldest first.

    Attributes:
        readable: it is a plain PDF without active content.
        intact, trusted, unchanged: true when this holds for every signature.
        problem: code of the first check that failed, empty when none did.
    """

    readable: bool
    signatures: tuple[SeenSignature, ...]
    intact: bool
    trusted: bool
    unchanged: bool
    issuers: tuple[str, ...] = ()
    problem: str = ""


class Seals(Protocol):
    """Keys and signatures, as the signing service needs them."""

    def new_key(self, passphrase: str, name: str) -> keys.NewKey:
        """Make a key and the request for its certificate."""

    def with_certificate(
        self, p12: bytes, passphrase: str, certificate: str, chain: tuple[str, ...]
    ) -> bytes:
        """Put the issued certificate into the container of its key."""

    def open_key(self, p12: bytes, passphrase: str) -> None:
        """Try the passphrase on the key."""

    def sign(
        self, pdf: bytes, p12: bytes, passphrase: str, *, order: Order, actor: Actor, at: datetime
    ) -> bytes:
        """Return the document with the actor's signature in its own place."""

    def examine(self, pdf: bytes, roots: str, at: datetime) -> Examined:
        """Return what a file says about its signatures."""

    def adds_one(self, signed: bytes, base: bytes, roots: str, at: datetime) -> str:
        """Return what speaks against a file being its base plus one good signature, empty when nothing."""


class DocumentSeals:
    """The real thing, by :mod:`inaproc_documents.signing`.

    Args:
        rounds: key derivation cost, ``keys.KDF_ROUNDS`` when absent; tests take less.
    """

    def __init__(self, rounds: int | None = None) -> None:
        self._rounds = rounds

    def new_key(self, passphrase: str, name: str) -> keys.NewKey:
        """Make a key and the request for its certificate; ``signing.passphrase_too_short``."""
        from inaproc_documents.signing import keys

        return keys.new_key(passphrase, common_name=name, rounds=self._rounds or keys.KDF_ROUNDS)

    def with_certificate(
        self, p12: bytes, passphrase: str, certificate: str, chain: tuple[str, ...]
    ) -> bytes:
        """Put the issued certificate into the container of its key."""
        from inaproc_documents.signing import keys

        rounds = self._rounds or keys.KDF_ROUNDS
        return keys.with_certificate(p12, passphrase, certificate, chain, rounds=rounds)

    def open_key(self, p12: bytes, passphrase: str) -> None:
        """Try the passphrase on the key; ``signing.wrong_passphrase``, ``signing.key_damaged``."""
        from inaproc_documents.signing import keys

        keys.open_key(p12, passphrase)

    def sign(
        self, pdf: bytes, p12: bytes, passphrase: str, *, order: Order, actor: Actor, at: datetime
    ) -> bytes:
        """Return the document with the actor's signature in its own place."""
        from inaproc_documents.paper.signing_area import Field
        from inaproc_documents.signing.sign import Appearance, sign_pdf

        seller = party_of(actor) is Party.VENDOR
        zone = order.satker.zone if order.satker is not None else Zone.WIB
        return sign_pdf(
            pdf,
            p12,
            passphrase,
            field=Field.PENYEDIA if seller else Field.PPK,
            appearance=Appearance(
                lines=_lines(order, actor, seller=seller), zone=zone, simulation=order.simulation
            ),
            at=at,
        )

    def examine(self, pdf: bytes, roots: str, at: datetime) -> Examined:
        """Return what a file says about its signatures; older ones count as of when they were made."""
        from inaproc_documents.signing.verify import verify_pdf

        return _examined(verify_pdf(pdf, roots=[roots]))

    def adds_one(self, signed: bytes, base: bytes, roots: str, at: datetime) -> str:
        """Return what speaks against a file being its base plus one good signature, empty when nothing."""
        from inaproc_documents.signing.verify import verify_pdf

        return verify_pdf(signed, roots=[roots], expected_base=base, at=at).code


def party_of(actor: Actor) -> Party:
    """Return the side that an actor signs for."""
    return Party.VENDOR if actor.vendor_id else Party.PPK


def _lines(order: Order, actor: Actor, *, seller: bool) -> list[str]:
    if seller:
        vendor = order.vendor
        position = actor.position or (vendor.representative_position if vendor is not None else "")
        return [position, vendor.name if vendor is not None else ""]
    office = order.satker.name if order.satker is not None else ""
    return [actor.position, f"NIP {actor.nip}" if actor.nip else "", office]


def _examined(verdict: Verdict) -> Examined:
    from inaproc_documents.signing.verify import ChangedAfter, CheckCode

    unreadable = {CheckCode.NOT_PDF, CheckCode.ENCRYPTED, CheckCode.ACTIVE_CONTENT}
    signatures = verdict.signatures
    return Examined(
        readable=not any(check.code in unreadable and not check.passed for check in verdict.checks),
        signatures=tuple(
            SeenSignature(
                signer=one.name,
                at=one.signed_at,
                serial=one.serial,
                issuer=one.issuer,
                role=one.role,
                organisation=one.organisation,
            )
            for one in signatures
        ),
        intact=all(one.intact for one in signatures),
        trusted=all(one.trusted for one in signatures),
        unchanged=all(one.changed_after is not ChangedAfter.OTHER for one in signatures),
        issuers=tuple(dict.fromkeys(one.issuer for one in signatures)),
        problem=verdict.code if verdict.code != CheckCode.UNSIGNED else "",
    )
