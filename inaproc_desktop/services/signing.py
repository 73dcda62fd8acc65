"""Surat Pesanan and BAST: seen as they are, checked, signed with the person's own key, refused, numbered.

Signing is one pass: prove presence, fetch the stored revision, check it, sign it here, check the result,
offer it, and let the command name it. Until the offer nothing has left this machine; afterwards the backend
decides, and signing again is harmless (decision 0013).
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from inaproc_core.errors import Refusal, refuse
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order, Signature
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import Backend, BackendRefused, Documents, Mirror, StoredDocument, WorldFailed
from inaproc_desktop.ports.finishing import Paper, PaperFile, Proof, Seat, ShownPaper, SignStep, Verdict
from inaproc_desktop.ports.keys import KeyStore
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.services.bast_number import next_number
from inaproc_desktop.services.deciding import decide_now, require_allowed
from inaproc_desktop.services.orders import due_of, is_my_move
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.services.seals import Seals
from inaproc_desktop.services.signing_checks import judge
from inaproc_desktop.services.way_back import WayBack

_SIGNING: dict[tuple[Paper, State], type[c.SignLetter | c.AcceptOrder | c.SignBast | c.CountersignBast]] = {
    (Paper.LETTER, State.ESIGN_IN_PROGRESS): c.SignLetter,
    (Paper.LETTER, State.WAITING_SELLER_CONFIRMATION): c.AcceptOrder,
    (Paper.BAST, State.BAST_DRAFT): c.SignBast,
    (Paper.BAST, State.WAIT_BAST_SELLER): c.CountersignBast,
}
_ORDER = (Party.PPK, Party.VENDOR)

Progress = Callable[[SignStep], None]


class SigningService:
    """Reads documents and carries the deeds on them."""

    def __init__(
        self,
        *,
        mirror: Mirror,
        documents: Documents,
        backend: Backend,
        keys: KeyStore,
        seals: Seals,
        rules: Rules,
        clock: Clock,
        actor: Actor,
    ) -> None:
        self._mirror = mirror
        self._documents = documents
        self._backend = backend
        self._keys = keys
        self._seals = seals
        self._rules = rules
        self._clock = clock
        self._actor = actor

    # ---- reading

    def read(self, order_id: str, paper: Paper) -> PaperFile | None:
        """Return a document's file, ``None`` when this access does not see the order."""
        view = self._mirror.order(order_id)
        if view is None:
            return None
        order = view.order
        ctx = self._rules.context(order.satker)
        mine = is_my_move(order, self._actor)
        signing = (paper, order.state) in _SIGNING
        document_id = _document_id(order, paper)
        may_number = mine and paper is Paper.BAST and order.state is State.BAST_DRAFT
        return PaperFile(
            paper=paper,
            order=order,
            number=order.number if paper is Paper.LETTER else order.bast.number if order.bast else "",
            document_id=document_id,
            seats=_seats(order, paper),
            due=due_of(order, ctx) if signing else None,
            may_sign=mine and signing and bool(document_id),
            may_decline=mine and order.state is State.WAITING_SELLER_CONFIRMATION and paper is Paper.LETTER,
            may_number=may_number,
            suggested=self._suggestion(order) if may_number else "",
            has_key=self._keys.load(self._actor.user_id) is not None,
        )

    def fetch(self, document_id: str) -> ShownPaper:
        """Return the current revision from the backend.

        Raises:
            WorldFailed: without a link; :meth:`kept` may have an older one.
        """
        return _shown(self._documents.fetch(document_id), cached=False)

    def kept(self, document_id: str) -> ShownPaper | None:
        """Return the newest revision held on this machine."""
        found = self._documents.cached(document_id)
        return _shown(found, cached=True) if found is not None else None

    def verify(self, file: PaperFile, shown: ShownPaper) -> Verdict:
        """Check a document at hand; without the roots of trust most checks stay open."""
        roots = ""
        with contextlib.suppress(WorldFailed):
            roots = self._documents.ca_pem()
        found = self._seals.examine(shown.pdf, roots, self._clock.now()) if roots else None
        return judge(shown, _signatures(file.order, file.paper), found)

    # ---- the key

    def make_key(self, passphrase: str) -> None:
        """Make the key pair, have it certified, and keep it under the passphrase on this machine.

        Raises:
            Refused: the passphrase is too short.
            BackendRefused: the authority said no.
            WorldFailed: no link, or the file cannot be written. Nothing half-made is kept.
        """
        fresh = self._seals.new_key(passphrase, self._actor.name)
        issued = self._documents.certificate(fresh.csr_pem)
        whole = self._seals.with_certificate(
            fresh.p12, passphrase, issued.certificate_pem, tuple(issued.chain_pem)
        )
        self._keys.save(self._actor.user_id, whole)

    # ---- deeds

    def sign(
        self, file: PaperFile, passphrase: str, proof: Proof, progress: Progress, way_back: WayBack
    ) -> ChangeSet:
        """Sign a document; see the module for the steps.

        Args:
            file: the document, as it was shown to the signer.
            passphrase: opens the key.
            proof: presence, proven again.
            progress: told before each step, from this thread.
            way_back: asked between steps; closed before anything is sent.

        Raises:
            Cancelled: the signer turned back in time.
            Refused: passphrase, key, document or rules say no; nothing was sent.
            BackendRefused: proof, signature or command refused by the backend.
            WorldFailed: no link, or the answer is not known yet.
        """
        progress(SignStep.PROVING)
        key = self._keys.load(self._actor.user_id)
        if key is None:
            refuse("signing.certificate_missing")
        self._seals.open_key(key, passphrase)
        way_back.stop_if_cancelled()
        self._backend.step_up(proof.code, proof.password)
        progress(SignStep.FETCHING)
        way_back.stop_if_cancelled()
        stored = self.fetch(file.document_id)
        progress(SignStep.CHECKING)
        way_back.stop_if_cancelled()
        self._require_sound(file, stored)
        progress(SignStep.SIGNING)
        at = self._clock.now()
        signed = self._seals.sign(stored.pdf, key, passphrase, order=file.order, actor=self._actor, at=at)
        progress(SignStep.CHECKING_OWN)
        way_back.stop_if_cancelled()
        problem = self._seals.adds_one(signed, stored.pdf, self._documents.ca_pem(), at)
        if problem:
            refuse(problem, at="sha256")
        way_back.close()
        progress(SignStep.SENDING)
        return self._send(file, signed)

    def decline(self, order_id: str, reason: str) -> ChangeSet:
        """Tolak Pesanan by the penyedia; raises as :meth:`number`."""
        return self._decide(order_id, c.DeclineOrder(reason=reason))

    def number(self, order_id: str, number: str) -> ChangeSet:
        """Give the BAST its number, which freezes the document.

        Raises:
            Refused: e.g. ``bast.number_missing``, ``reason.too_short``; nothing was sent.
            BackendRefused: e.g. ``bast.number_taken``.
            WorldFailed: no link, or no answer yet.
        """
        return self._decide(order_id, c.IssueBast(number=number))

    def save_copy(self, pdf: bytes, path: str) -> None:
        """Write a copy where the person chose; a file of that name is replaced whole or not at all.

        Raises:
            WorldFailed: ``world.disk``.
        """
        target = Path(path)
        try:
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(pdf)
                Path(name).replace(target)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise WorldFailed("world.disk", f"{type(error).__name__}: {error}") from error

    # ---- inside

    def _require_sound(self, file: PaperFile, stored: ShownPaper) -> None:
        expected = _signatures(file.order, file.paper)
        if expected and stored.sha256 != expected[-1].sha256:
            refuse("signature.document_moved_on", at="sha256")
        if not self.verify(file, stored).sound:
            refuse("signature.invalid", at="sha256")

    def _send(self, file: PaperFile, signed: bytes) -> ChangeSet:
        revision = self._documents.upload_signed(file.document_id, signed)
        if not revision.valid:
            raise BackendRefused(Refusal(code=revision.code or "signature.invalid", field="sha256"))
        command = _SIGNING[file.paper, file.order.state](sha256=revision.sha256)
        return decide_now(
            self._backend, file.order, command, self._actor, "rup", "document", initiator="signing"
        )

    def _decide(self, order_id: str, command: c.Command) -> ChangeSet:
        view = self._mirror.order(order_id)
        order = view.order if view is not None else None
        ctx = self._rules.context(order.satker if order is not None else None)
        allowed = require_allowed(order, command, self._actor, ctx)
        return decide_now(self._backend, allowed, command, self._actor, "rup", initiator="signing")

    def _suggestion(self, order: Order) -> str:
        if order.bast is not None:
            return order.bast.number
        basts = [
            view.order.bast
            for view in self._mirror.orders()
            if view.order.bast is not None and view.order.satker_id == order.satker_id
        ]
        basts.sort(key=lambda bast: bast.issued_at, reverse=True)
        return next_number([bast.number for bast in basts], self._rules.context(order.satker).today(order))


def _document_id(order: Order, paper: Paper) -> str:
    document = order.letter if paper is Paper.LETTER else order.bast
    return document.document_id if document is not None else ""


def _signatures(order: Order, paper: Paper) -> tuple[Signature, ...]:
    document = order.letter if paper is Paper.LETTER else order.bast
    return document.signatures if document is not None else ()


def _seats(order: Order, paper: Paper) -> tuple[Seat, ...]:
    signatures = _signatures(order, paper)
    made = {signature.party: signature for signature in signatures}
    going = (paper, order.state) in _SIGNING and bool(_document_id(order, paper))
    missing = next((party for party in _ORDER if party not in made), None)
    ppk, vendor = order.ppk, order.vendor
    return (
        Seat(
            party=Party.PPK,
            name=ppk.name if ppk is not None else "",
            detail=ppk.nip if ppk is not None else "",
            signature=made.get(Party.PPK),
            turn=going and missing is Party.PPK,
        ),
        Seat(
            party=Party.VENDOR,
            name=vendor.representative if vendor is not None else "",
            detail=vendor.name if vendor is not None else "",
            signature=made.get(Party.VENDOR),
            turn=going and missing is Party.VENDOR,
        ),
    )


def _shown(stored: StoredDocument, *, cached: bool) -> ShownPaper:
    return ShownPaper(
        document_id=stored.document_id,
        pdf=stored.pdf,
        sha256=sha256(stored.pdf).hexdigest(),
        fetched_at=stored.fetched_at,
        cached=cached,
    )
