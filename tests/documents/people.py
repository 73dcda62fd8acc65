"""A training authority and the keys of the sample order's people, made once for all tests."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from inaproc_backend.documents.authority import Authority, Subject, new_authority, to_pem
from inaproc_core.roles import Actor
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing.keys import new_key, with_certificate
from inaproc_documents.signing.sign import Appearance, sign_pdf
from tests import builders as b

PASSPHRASE = "kunci latihan"
ROUNDS = 10
CA = "INAPROC CA Latihan (SIMULASI)"
SIGNED_AT = b.NOW + timedelta(hours=3)


@dataclass(frozen=True)
class Signer:
    """A key container with the certificate in it."""

    p12: bytes
    certificate_pem: str

    def sign(self, pdf: bytes, field: Field, at: datetime = SIGNED_AT, **appearance: object) -> bytes:
        return sign_pdf(
            pdf,
            self.p12,
            PASSPHRASE,
            field=field,
            appearance=Appearance(lines=("Baris satu", "Baris dua"), **appearance),  # type: ignore[arg-type]
            at=at,
        )


def authority(name: str = CA) -> Authority:
    return _authority(name)


def signer(actor: Actor, ca: str = CA) -> Signer:
    return _signer(actor, ca)


@cache
def _authority(name: str) -> Authority:
    return new_authority(name, now=b.NOW, bits=random.Random(name).getrandbits).authority


@cache
def _signer(actor: Actor, ca: str) -> Signer:
    made = new_key(PASSPHRASE, common_name="apa saja", rounds=ROUNDS)
    issued = authority(ca).issue(
        made.csr_pem,
        Subject(user_id=actor.user_id, name=actor.name, roles=(actor.role.value,), organisation="Contoh"),
        now=b.NOW,
        bits=random.Random(actor.user_id + ca).getrandbits,
    )
    p12 = with_certificate(made.p12, PASSPHRASE, to_pem(issued), authority(ca).chain_pem, rounds=ROUNDS)
    return Signer(p12=p12, certificate_pem=to_pem(issued))


def roots() -> list[str]:
    return authority().chain_pem
