"""Documents of orders: rendered once, stored by hash, signed by their parties, verified before they count.

For the command handler, inside its own transaction (``connection`` is the transaction's
``sqlalchemy.Connection``):

- ``store.signature_fact(connection, document_id, sha256) -> SignatureFact | None``: an uploaded revision that
  was verified, as the rules ask for it; ``None`` when nothing of that hash was uploaded.
- ``store.current_sha256(connection, document_id) -> str``: hash of the revision that stands now, empty while
  the document has not been rendered.
- ``store.make_current(connection, document_id, sha256, at)``: the signed revision becomes the one that
  stands; to be called when the command that names it was decided ``ok``.

For the application: ``routes.handlers``. The certificate authority (``vault``) makes itself at first use.
"""
