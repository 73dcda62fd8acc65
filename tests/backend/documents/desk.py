"""The office with its real document store and its HTTP interface, and people who sign at their own desks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx
from litestar.testing import TestClient

from inaproc_backend.accounts.sealing import seal_secret
from inaproc_backend.app import create_app
from inaproc_backend.documents import store
from inaproc_backend.purchasing.handler import CommandHandler
from inaproc_backend.storage import tables
from inaproc_core.orders.model import Order
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.roles import Actor
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing.keys import new_key, with_certificate
from inaproc_documents.signing.sign import Appearance, sign_pdf
from tests.backend.office import Office
from tests.documents.people import PASSPHRASE, ROUNDS


@dataclass
class Desk:
    """Hands that ask the service over HTTP and sign on this side of it."""

    office: Office
    client: TestClient[Any]
    keys: dict[str, bytes] = field(default_factory=dict)

    def token(self, actor: Actor) -> str:
        return self.office.token(actor)

    def prove(self, actor: Actor) -> None:
        """Give the person's session a fresh proof of presence."""
        self.office.token(actor)
        self.office.step_up(actor)

    def needs_second_factor(self, actor: Actor, besides: tuple[str, str] | None = None) -> None:
        """Let the person's access be of a kind that acts only with a second factor.

        Args:
            actor: whose access.
            besides: kind and role of another access that the person gets.
        """
        table = tables.accesses
        with self.office.services.database.write() as connection:
            connection.execute(
                table.update().where(table.c.id == actor.access_id).values(kind=AccessKind.COMPANY_OWNER)
            )
            if besides is not None:
                kind, role = besides
                connection.execute(
                    table.insert().values(
                        id="a-besides", user_id=actor.user_id, role=role, position="-", kind=kind
                    )
                )

    def turn_on_second_factor(self, actor: Actor) -> None:
        """Give the person a second factor."""
        table = tables.credentials
        sealed = seal_secret(self.office.services, actor.user_id, "JBSWY3DPEHPK3PXP")
        with self.office.services.database.write() as connection:
            connection.execute(
                table.update().where(table.c.user_id == actor.user_id).values(totp_secret=sealed)
            )

    def get(self, actor: Actor, path: str, **headers: str) -> httpx.Response:
        return self.client.get(path, headers=self._headers(actor) | headers)

    def put(
        self, actor: Actor, document_id: str, pdf: bytes, kind: str = "application/pdf"
    ) -> httpx.Response:
        headers = self._headers(actor) | {"Content-Type": kind}
        return self.client.put(f"/v1/documents/{document_id}/revisions", content=pdf, headers=headers)

    def document(self, actor: Actor, document_id: str) -> bytes:
        answer = self.get(actor, f"/v1/documents/{document_id}")
        assert answer.status_code == 200, answer.text
        return answer.content

    def certificate(self, actor: Actor, csr_pem: str) -> httpx.Response:
        return self.client.post("/v1/certificates", json={"csr_pem": csr_pem}, headers=self._headers(actor))

    def key(self, actor: Actor) -> bytes:
        """The person's key, with a certificate that this service issued to them."""
        if actor.user_id not in self.keys:
            made = new_key(PASSPHRASE, common_name="bukan nama saya", rounds=ROUNDS)
            answer = self.certificate(actor, made.csr_pem)
            assert answer.status_code == 200, answer.text
            issued = answer.json()
            self.keys[actor.user_id] = with_certificate(
                made.p12, PASSPHRASE, issued["certificate_pem"], issued["chain_pem"], rounds=ROUNDS
            )
        return self.keys[actor.user_id]

    def sign(self, actor: Actor, pdf: bytes, place: Field, minutes: float = 0, key: bytes = b"") -> bytes:
        at = self.office.clock() + timedelta(minutes=minutes)
        appearance = Appearance(lines=(actor.position,), simulation=True)
        return sign_pdf(pdf, key or self.key(actor), PASSPHRASE, field=place, appearance=appearance, at=at)

    def _headers(self, actor: Actor) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(actor)}"}


def open_desk(office: Office) -> Desk:
    """Give an office its real store, and open its door."""
    office.handler = CommandHandler(office.services, store)
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    return Desk(office=office, client=TestClient(app))


def letter_id(order: Order) -> str:
    assert order.letter is not None
    return order.letter.document_id


def bast_id(order: Order) -> str:
    assert order.bast is not None
    return order.bast.document_id
