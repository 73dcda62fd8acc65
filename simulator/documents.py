"""The document store reduced to what the command handler asks of it: rows of revisions, without PDFs."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Connection, insert, select

from inaproc_backend.storage.tables import document_revisions, documents
from inaproc_backend.storage.times import to_text
from inaproc_core.orders.facts import SignatureFact
from inaproc_core.roles import Actor

_REVISIONS = document_revisions.c


class RowDocuments:
    """Implements ``purchasing.deciding.Documents`` on the real tables."""

    def signature_fact(self, connection: Connection, document_id: str, sha256: str) -> SignatureFact | None:
        """Return an uploaded and verified revision, or ``None``."""
        wanted = select(document_revisions).where(
            _REVISIONS.document_id == document_id, _REVISIONS.sha256 == sha256
        )
        row = connection.execute(wanted).mappings().first()
        if row is None:
            return None
        return SignatureFact(
            document_id=document_id,
            sha256=sha256,
            based_on=row["based_on"],
            signer_user_id=row["signer_user_id"],
            certificate_serial=row["certificate_serial"],
            valid=bool(row["valid"]),
        )

    def current_sha256(self, connection: Connection, document_id: str) -> str:
        """Return the hash of the revision that stands, empty when it was never rendered."""
        wanted = select(_REVISIONS.sha256).where(
            _REVISIONS.document_id == document_id, _REVISIONS.status == "current"
        )
        return str(connection.execute(wanted).scalar() or "")

    def make_current(self, connection: Connection, document_id: str, sha256: str, at: datetime) -> None:
        """Let a signed revision become the one that stands."""
        of_document = document_revisions.update().where(_REVISIONS.document_id == document_id)
        connection.execute(of_document.where(_REVISIONS.status == "current").values(status="superseded"))
        connection.execute(of_document.where(_REVISIONS.sha256 == sha256).values(status="current"))

    def upload(
        self, connection: Connection, document_id: str, order_id: str, actor: Actor, now: datetime
    ) -> str:
        """Render the document where it was not yet, take a signature of this actor on it, return its hash."""
        if (
            connection.execute(select(documents).where(documents.c.document_id == document_id)).first()
            is None
        ):
            connection.execute(
                insert(documents).values(
                    document_id=document_id,
                    order_id=order_id,
                    kind="SP" if ".sp." in document_id else "BAST",
                    verification=f"V-{document_id}",
                    created_at=to_text(now),
                )
            )
            self._put(connection, document_id, _hash(document_id), "current", "", "", now)
        standing = self.current_sha256(connection, document_id)
        signed = _hash(f"{standing} {actor.user_id}")
        known = select(_REVISIONS.sha256).where(
            _REVISIONS.document_id == document_id, _REVISIONS.sha256 == signed
        )
        if connection.execute(known).first() is None:
            self._put(connection, document_id, signed, "candidate", standing, actor.user_id, now)
        return signed

    def _put(
        self,
        connection: Connection,
        document_id: str,
        sha256: str,
        status: str,
        based_on: str,
        signer: str,
        now: datetime,
    ) -> None:
        connection.execute(
            insert(document_revisions).values(
                document_id=document_id,
                sha256=sha256,
                size=1,
                content=b"x",
                status=status,
                based_on=based_on,
                signer_user_id=signer,
                certificate_serial="0a",
                valid=True,
                created_at=to_text(now),
            )
        )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
