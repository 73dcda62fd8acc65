"""Fakes of the data and key ports, in memory, all windows on one ``World``.

Typical use::

    world = office()
    mine = Mine(world, builders.PP)         # the ports as one person sees them
    service = CartService(mine.cart, mine.catalogue, …)
    mine.outbox.deliver()                   # the backend answers what waits
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from inaproc_core.errors import Refusal, refuse
from inaproc_core.orders.commands import Command
from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact, VendorFact
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.merging import Side, merge
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import satker_scope as scope_of_satker
from inaproc_core.orders.visibility import scopes_of, user_scope, vendor_scope, view_for
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Quantity
from inaproc_core.wire.codec import encode_command, from_plain, to_plain
from inaproc_core.wire.messages import (
    AccessRow,
    Certificate,
    Outcome,
    Session,
    SignedRevision,
    SignInAnswer,
)
from inaproc_desktop.ports.data import (
    CartLine,
    CataloguePage,
    CatalogueQuery,
    Deed,
    DeedFile,
    DeedState,
    Draft,
    Link,
    OrderView,
    ProductRow,
    Region,
    SignedIn,
    Sort,
    StoredDocument,
    TrainingPerson,
    WorldFailed,
)
from inaproc_desktop.ports.drafts import DraftClash, DraftVersion
from inaproc_desktop.ports.ui import ChangeSet
from tests import builders
from tests.desktop.fake_shelf import FakeShelf
from tests.desktop.fake_world import World, office, sha256_of

__all__ = [
    "FakeBackend",
    "FakeCart",
    "FakeCatalogue",
    "FakeDocuments",
    "FakeDrafts",
    "FakeKeyStore",
    "FakeMirror",
    "FakeOutbox",
    "FakeSecretStore",
    "Mine",
    "World",
    "office",
    "signed_in",
]

REGIONS = (
    Region(
        code="32.73.09.1002", path="Merdeka, Sumur Bandung, Kota Bandung, Jawa Barat", postal_code="40113"
    ),
    Region(code="32.73.22.1001", path="Sekejati, Buahbatu, Kota Bandung, Jawa Barat", postal_code="40286"),
    Region(code="32.17.08.2003", path="Gudangkahuripan, Lembang, Kabupaten Bandung Barat, Jawa Barat"),
    Region(code="31.74.03.1001", path="Mampang Prapatan, Mampang Prapatan, Jakarta Selatan, DKI Jakarta"),
)


@dataclass
class FakeMirror:
    """What one person's mirror shows: confirmed orders of their scope, own pending deeds on top.

    Attributes:
        broken: reading the list of orders fails as a full or faulty disk does.
    """

    world: World
    actor: Actor
    outbox: FakeOutbox
    pulled_at: datetime | None = None
    broken: bool = False

    def order(self, order_id: str) -> OrderView | None:
        confirmed = self._confirmed().get(order_id)
        pending = tuple(deed for deed in self.outbox.deeds() if deed.order_id == order_id)
        shown = confirmed
        for deed in pending:
            if deed.state in {DeedState.WAITING, DeedState.SENDING, DeedState.PARKED}:
                shown = self._after(shown, self.outbox.commands[deed.cmd_id], order_id)
        if shown is None:
            return None
        return OrderView(order=shown, confirmed=confirmed, pending=pending)

    def orders(self) -> tuple[OrderView, ...]:
        if self.broken:
            raise WorldFailed("world.disk")
        ids = dict.fromkeys([*self._confirmed(), *(deed.order_id for deed in self.outbox.deeds())])
        views = [view for order_id in ids if (view := self.order(order_id)) is not None]
        return tuple(sorted(views, key=lambda view: view.order.created_at, reverse=True))

    def rups(self, satker_id: str) -> tuple[RupFact, ...]:
        return tuple(rup for rup in self.world.rups.values() if rup.satker_id == satker_id)

    def rup(self, code: str) -> RupFact | None:
        return self.world.rups.get(code)

    def officials(self, satker_id: str) -> tuple[OfficialFact, ...]:
        return tuple(one for one in self.world.officials if one.satker_id == satker_id and one.active)

    def satker(self, satker_id: str) -> SatkerFact | None:
        return self.world.satker if self.world.satker.id == satker_id else None

    def synced_at(self) -> datetime | None:
        return self.pulled_at

    def _confirmed(self) -> dict[str, Order]:
        scope = (
            vendor_scope(self.actor.vendor_id)
            if self.actor.role is Role.PENYEDIA
            else scope_of_satker(self.actor.satker_id)
        )
        seen = {scope, user_scope(self.actor.user_id)}
        return {
            order_id: view_for(order, scope)
            for order_id, order in self.world.orders.items()
            if not seen.isdisjoint(scopes_of(order))
        }

    def _after(self, order: Order | None, command: Command, order_id: str) -> Order | None:
        facts = replace(self.world.facts_for(command, order, self.actor), order_number="")
        decision = decide(order, command, self.actor, facts, builders.context(self.world.clock.now()))
        return order if isinstance(decision, Refusal) else fold(order, decision, order_id)


@dataclass
class FakeDrafts:
    """Drafts in a dictionary; ``saves`` counts how often one was written."""

    world: World
    kept: dict[str, Draft] = field(default_factory=dict)
    saves: int = 0

    def save(
        self,
        draft_id: str,
        kind: str,
        subject: str,
        title: str,
        content: Mapping[str, Any],
        since: Mapping[str, Any] | None = None,
    ) -> Draft:
        self.saves += 1
        held = self.kept.get(draft_id)
        if since is not None and held is not None and dict(since) != dict(held.content):
            began, mine, theirs = (
                from_plain(dict(one), CheckoutForm) for one in (since, content, held.content)
            )
            merged = merge(began, mine, theirs).form
            content = to_plain(merged) if merged is not None else content
        draft = Draft(
            id=draft_id,
            kind=kind,
            subject=subject,
            title=title,
            content=dict(content),
            saved_at=self.world.clock.now(),
        )
        self.kept.pop(draft_id, None)
        self.kept[draft_id] = draft
        return draft

    def get(self, draft_id: str) -> Draft | None:
        return self.kept.get(draft_id)

    def find(self, kind: str, subject: str) -> Draft | None:
        return next((draft for draft in self.all(kind) if draft.subject == subject), None)

    def all(self, kind: str = "") -> tuple[Draft, ...]:
        newest = reversed(self.kept.values())
        return tuple(draft for draft in newest if not kind or draft.kind == kind)

    def delete(self, draft_id: str) -> None:
        self.kept.pop(draft_id, None)


@dataclass
class FakeSharedDrafts:
    """Another device that only does what a test says; ``discarded`` and ``resolved`` keep what was asked."""

    drafts: FakeDrafts
    positions: dict[str, int] = field(default_factory=dict)
    clashes: dict[str, DraftClash] = field(default_factory=dict)
    kept: dict[str, tuple[DraftVersion, ...]] = field(default_factory=dict)
    discarded: list[str] = field(default_factory=list)
    resolved: list[dict[str, Side]] = field(default_factory=list)

    def position(self, draft_id: str) -> int:
        return self.positions.get(draft_id, 0)

    def clash(self, draft_id: str) -> DraftClash | None:
        return self.clashes.get(draft_id)

    def resolve(self, draft_id: str, choices: Mapping[str, Side]) -> ChangeSet:
        clash = self.clashes.pop(draft_id)
        self.resolved.append(dict(choices))
        assert clash.theirs is not None
        form = merge(clash.base, clash.mine, clash.theirs, choices).form
        assert form is not None
        self._put(draft_id, form)
        return ChangeSet.of("draft", "deed", ids=[draft_id])

    def renew(self, draft_id: str, new_id: str) -> ChangeSet:
        form = from_plain(dict(self.drafts.kept.pop(draft_id).content), CheckoutForm)
        self.clashes.pop(draft_id, None)
        self._put(new_id, replace(form, order_id=new_id))
        return ChangeSet.of("draft", "deed", ids=[draft_id, new_id])

    def discard(self, draft_id: str) -> ChangeSet:
        self.discarded.append(draft_id)
        self.drafts.delete(draft_id)
        return ChangeSet.of("draft", "deed", ids=[draft_id])

    def reopen(self, draft_id: str) -> Draft | None:
        return self.drafts.get(draft_id)

    def versions(self, draft_id: str) -> tuple[DraftVersion, ...]:
        return self.kept.get(draft_id, ())

    def take_back(self, draft_id: str, n: int) -> ChangeSet:
        version = next((one for one in self.versions(draft_id) if one.n == n), None)
        if version is None:
            refuse("draft.version_gone")
        self._put(draft_id, version.form)
        return ChangeSet.of("draft", "deed", ids=[draft_id])

    def arrive(self, form: CheckoutForm, device: str = "Meja 2") -> ChangeSet:
        """Let a form come from another device, as a round would."""
        self._put(form.order_id, form, device)
        return ChangeSet.of("draft", "deed", ids=[form.order_id], initiator="sync")

    def _put(self, draft_id: str, form: CheckoutForm, device: str = "") -> None:
        saved = self.drafts.save(draft_id, "checkout", form.vendor_id, "Penyedia", to_plain(form))
        self.drafts.kept[draft_id] = replace(saved, device=device)


@dataclass
class FakeOutbox:
    """Keeps deeds until :meth:`deliver` lets the world answer them, in order; ``puts`` has every call."""

    world: World
    actor: Actor
    drafts: FakeDrafts
    waiting: list[Deed] = field(default_factory=list)
    settled: list[Deed] = field(default_factory=list)
    commands: dict[str, Command] = field(default_factory=dict)
    base_revs: dict[str, int] = field(default_factory=dict)
    seen: dict[str, Order | None] = field(default_factory=dict)
    puts: list[dict[str, Any]] = field(default_factory=list)
    full_disk: bool = False
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    def put(
        self,
        command: Command,
        *,
        actor: Actor,
        order_id: str,
        base_rev: int,
        guards: Mapping[str, str | int] | None = None,
        not_after: datetime | None = None,
        clear_draft: str = "",
        answers: Collection[str] = (),
    ) -> tuple[str, ChangeSet]:
        if self.full_disk:
            raise WorldFailed("world.disk", "no space left on device")
        cmd_id = f"c-{next(self._ids)}"
        self.puts.append(
            {
                "command": command,
                "order_id": order_id,
                "base_rev": base_rev,
                "guards": dict(guards or {}),
                "not_after": not_after,
                "clear_draft": clear_draft,
                "answers": tuple(answers),
            }
        )
        self.waiting = [deed for deed in self.waiting if deed.cmd_id not in answers]
        name, payload = encode_command(command)
        shown = self.world.orders.get(order_id)
        self.commands[cmd_id], self.base_revs[cmd_id] = command, base_rev
        self.waiting.append(
            Deed(
                cmd_id=cmd_id,
                command=name,
                order_id=order_id,
                state=DeedState.WAITING,
                made_at=self.world.clock.now(),
                payload=payload,
                order_number=shown.number if shown is not None else "",
                actor=actor,
                not_after=not_after,
            )
        )
        self.seen[cmd_id] = shown
        kinds = ["deed", "order"]
        if clear_draft:
            self.drafts.delete(clear_draft)
            kinds.append("draft")
        return cmd_id, ChangeSet.of(*kinds, ids=[order_id])

    def file(self, cmd_id: str) -> DeedFile | None:
        deed = next((one for one in (*self.waiting, *self.settled) if one.cmd_id == cmd_id), None)
        if deed is None:
            return None
        return DeedFile(deed=deed, command=self.commands.get(cmd_id), seen=self.seen.get(cmd_id))

    def expected_refusal(self, command: Command, actor: Actor, order_id: str) -> Refusal | None:
        order = self.world.orders.get(order_id)
        facts = self.world.facts_for(command, order, actor)
        decision = decide(order, command, actor, facts, builders.context(self.world.clock.now()))
        return decision if isinstance(decision, Refusal) else None

    def deeds(self) -> tuple[Deed, ...]:
        return tuple(self.waiting)

    def recent(self, limit: int = 50) -> tuple[Deed, ...]:
        return tuple(reversed(self.settled))[:limit]

    def dismiss(self, *cmd_ids: str) -> ChangeSet:
        self.waiting = [deed for deed in self.waiting if deed.cmd_id not in cmd_ids]
        return ChangeSet.of("deed", "order")

    def withdraw(self, cmd_id: str) -> ChangeSet:
        deed = next((one for one in self.waiting if one.cmd_id == cmd_id), None)
        if deed is None or deed.state is not DeedState.WAITING:
            refuse("outbox.sent_already")
        self.waiting.remove(deed)
        return ChangeSet.of("deed", "order", ids=[deed.order_id])

    def deliver(self) -> ChangeSet:
        """Let the world decide what waits, oldest first; nothing happens offline."""
        if not self.world.online:
            return ChangeSet.of()
        for at, deed in enumerate(self.waiting):
            if deed.state is DeedState.WAITING or (deed.state is DeedState.PARKED and self.world.stepped_up):
                command = self.commands[deed.cmd_id]
                outcome = self.world.run(
                    deed.cmd_id, command, self.actor, deed.order_id, self.base_revs[deed.cmd_id]
                )
                self.waiting[at] = replace(
                    deed, state=state_of(outcome), outcome=outcome, attempts=1, order_number=outcome.number
                )
        self.settled += [deed for deed in self.waiting if deed.state is DeedState.ACCEPTED]
        self.waiting = [deed for deed in self.waiting if deed.state is not DeedState.ACCEPTED]
        return ChangeSet.of("deed", "order", "rup", initiator="sync")


def state_of(outcome: Outcome) -> DeedState:
    """Return where a deed stands after an outcome."""
    return {
        "ok": DeedState.ACCEPTED,
        "conflict": DeedState.CONFLICT,
        "parked": DeedState.PARKED,
        "retry": DeedState.WAITING,
    }.get(outcome.outcome, DeedState.REFUSED)


@dataclass
class FakeCart:
    """Lines in a dictionary, in the order they were added."""

    kept: dict[str, CartLine] = field(default_factory=dict)

    def lines(self) -> tuple[CartLine, ...]:
        return tuple(self.kept.values())

    def put(self, line: CartLine) -> ChangeSet:
        self.kept[line.product_id] = line
        return ChangeSet.of("cart", ids=[line.product_id])

    def remove(self, product_id: str) -> ChangeSet:
        self.kept.pop(product_id, None)
        return ChangeSet.of("cart", ids=[product_id])


@dataclass
class FakeCatalogue:
    """The world's products, searched by words of name, brand and penyedia."""

    world: World
    known_regions: tuple[Region, ...] = REGIONS
    fetched: datetime | None = None
    asked: list[CatalogueQuery] = field(default_factory=list)
    broken: bool = False

    def search(self, query: CatalogueQuery) -> CataloguePage:
        if self.broken:
            raise WorldFailed("world.disk")
        self.asked.append(query)
        found = [row for row in self._rows() if _matches(row, query)]
        wide = replace(query, category="")
        counts: dict[str, int] = {}
        for row in self._rows():
            if _matches(row, wide):
                counts[row.product.category] = counts.get(row.product.category, 0) + 1
        keys: dict[Sort, Any] = {
            Sort.CHEAPEST: lambda row: row.product.price,
            Sort.DEAREST: lambda row: -row.product.price,
            Sort.TKDN: lambda row: -(row.product.tkdn + row.product.bmp),
        }
        found.sort(key=keys.get(query.sort, lambda row: row.product.name))
        block = tuple(found[query.offset : query.offset + query.limit])
        return CataloguePage(rows=block, total=len(found), facets=tuple(sorted(counts.items())))

    def product(self, product_id: str) -> ProductRow | None:
        product = self.world.products.get(product_id)
        if product is None:
            return None
        vendor = self.world.vendors[product.vendor_id]
        return ProductRow(
            product=product,
            vendor_name=vendor.name,
            vendor_umkk=vendor.umkk,
            description=f"{product.name}, {product.unit}",
            published_at="2026-11-01",
        )

    def products(self, product_ids: tuple[str, ...]) -> tuple[ProductRow, ...]:
        return tuple(row for item in product_ids if (row := self.product(item)) is not None)

    def similar(self, product_id: str, limit: int = 8) -> tuple[ProductRow, ...]:
        own = self.world.products[product_id]
        rows = [
            row
            for row in self._rows()
            if row.product.id != product_id and row.product.category == own.category
        ]
        return tuple(sorted(rows, key=lambda row: row.product.price)[:limit])

    def vendor(self, vendor_id: str) -> VendorFact | None:
        return self.world.vendors.get(vendor_id)

    def seq(self) -> int:
        return self.world.catalogue_seq

    def fetched_at(self) -> datetime | None:
        return self.fetched or self.world.clock.now() - timedelta(hours=3)

    def regions(self, text: str, limit: int = 20) -> tuple[Region, ...]:
        words = text.lower().split()
        return tuple(one for one in self.known_regions if all(word in one.path.lower() for word in words))[
            :limit
        ]

    def _rows(self) -> list[ProductRow]:
        return [row for item in self.world.products if (row := self.product(item)) is not None]


def _matches(row: ProductRow, query: CatalogueQuery) -> bool:
    product = row.product
    text = f"{product.name} {product.brand} {product.sku} {row.vendor_name}".lower()
    return (
        product.listed
        and all(word in text for word in query.text.lower().split())
        and (not query.category or f"{product.category} > ".startswith(f"{query.category} > "))
        and (not query.pdn_only or product.pdn)
        and (not query.umkk_only or row.vendor_umkk)
        and (not query.in_stock or product.stock is None or product.stock > 0)
        and (not query.vendor_id or product.vendor_id == query.vendor_id)
        and (query.min_price is None or product.price >= query.min_price)
        and (query.max_price is None or product.price <= query.max_price)
    )


@dataclass
class FakeDocuments:
    """Documents of the world; what was fetched once can be read offline."""

    world: World
    actor: Actor
    held: dict[str, StoredDocument] = field(default_factory=dict)

    def fetch(self, document_id: str) -> StoredDocument:
        if not self.world.online:
            raise WorldFailed("world.offline")
        pdf = self.world.pdf(document_id)
        self.held[document_id] = StoredDocument(
            document_id=document_id, sha256=sha256_of(pdf), pdf=pdf, fetched_at=self.world.clock.now()
        )
        return self.held[document_id]

    def cached(self, document_id: str) -> StoredDocument | None:
        return self.held.get(document_id)

    def upload_signed(self, document_id: str, pdf: bytes) -> SignedRevision:
        if not self.world.online:
            raise WorldFailed("world.offline")
        made = self.world.sign(document_id, self.actor, pdf)
        return SignedRevision(
            document_id=document_id,
            sha256=made.sha256,
            based_on=made.based_on,
            signer=self.actor.name,
            valid=True,
        )

    def certificate(self, csr_pem: str) -> Certificate:
        raise WorldFailed("world.offline", "tests that sign bring their own certificate authority")

    def ca_pem(self) -> str:
        return ""


@dataclass
class FakeBackend:
    """Online calls answered by the world at once; ``ran`` keeps the commands decided."""

    world: World
    actor: Actor
    people: tuple[TrainingPerson, ...] = ()
    ran: list[Command] = field(default_factory=list)
    step_up_code: str = "123456"
    resets: int = 0
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        self._need_link()
        return SignInAnswer(session=signed_in(self.actor).session)

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        self._need_link()
        return SignInAnswer(session=signed_in(self.actor).session)

    def step_up(self, code: str, password: str) -> int:
        self._need_link()
        self.world.stepped_up = True
        return 300

    def sign_out(self) -> None:
        self._need_link()

    def run_now(
        self, command: Command, *, actor: Actor, order_id: str, base_rev: int, cmd_id: str = ""
    ) -> Outcome:
        self._need_link()
        self.ran.append(command)
        return self.world.run(cmd_id or f"now-{next(self._ids)}", command, actor, order_id, base_rev)

    def training_people(self) -> tuple[TrainingPerson, ...]:
        return self.people

    def reset_training(self) -> None:
        self.resets += 1

    def _need_link(self) -> None:
        if not self.world.online:
            raise WorldFailed("world.offline")


@dataclass
class FakeSecretStore:
    """Secrets in a dictionary."""

    secrets: dict[str, str] = field(default_factory=dict)
    passphrase: str = ""
    unlocked: bool = True

    def get(self, name: str) -> str | None:
        self._need_open()
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self._need_open()
        self.secrets[name] = secret

    def delete(self, name: str) -> None:
        self._need_open()
        self.secrets.pop(name, None)

    def needs_passphrase(self) -> bool:
        return not self.unlocked

    def unlock(self, passphrase: str) -> None:
        if self.passphrase and passphrase != self.passphrase:
            raise WorldFailed("world.passphrase_wrong")
        self.passphrase, self.unlocked = passphrase, True

    def _need_open(self) -> None:
        if not self.unlocked:
            raise WorldFailed("world.keyring_locked")


@dataclass
class FakeKeyStore:
    """Keys in a dictionary."""

    keys: dict[str, bytes] = field(default_factory=dict)

    def load(self, user_id: str) -> bytes | None:
        return self.keys.get(user_id)

    def save(self, user_id: str, p12: bytes) -> None:
        self.keys[user_id] = p12


def signed_in(actor: Actor, *, training: bool = False) -> SignedIn:
    """Return an actor as somebody at the window."""
    access = AccessRow(
        access_id=actor.access_id,
        role=actor.role.value,
        position=actor.position,
        satker_id=actor.satker_id,
        satker_name="Dinas Pendidikan Kota Contoh" if actor.satker_id else "",
        vendor_id=actor.vendor_id,
        vendor_name="CV Graha Contoh Utama" if actor.vendor_id else "",
        valid_until="2026-12-31",
    )
    session = Session(
        access_token="token",
        access_seconds=600,
        refresh_token="refresh",
        user_id=actor.user_id,
        name=actor.name,
        username=actor.user_id,
        nip=actor.nip,
        accesses=[access],
        training=training,
    )
    return SignedIn(
        session=session,
        access=access,
        actor=actor,
        training=training,
        server_url="http://127.0.0.1:1",
        accesses=(access,),
    )


class Mine:
    """All data ports as one person sees them, on one world."""

    def __init__(self, world: World, actor: Actor) -> None:
        self.world, self.actor = world, actor
        self.drafts = FakeDrafts(world)
        self.shared = FakeSharedDrafts(self.drafts)
        self.outbox = FakeOutbox(world, actor, self.drafts)
        self.mirror = FakeMirror(world, actor, self.outbox, world.clock.now())
        self.cart = FakeCart()
        self.catalogue = FakeCatalogue(world)
        self.documents = FakeDocuments(world, actor)
        self.backend = FakeBackend(world, actor)
        self.keys = FakeKeyStore()
        self.shelf = FakeShelf()

    def put_in_cart(self, product_id: str, hundredths: int) -> None:
        """Put a product into the Keranjang at its present price."""
        product = self.world.products[product_id]
        self.cart.put(
            CartLine(
                product_id=product_id,
                vendor_id=product.vendor_id,
                quantity=Quantity(hundredths),
                seen_price=product.price,
                added_at=self.world.clock.now(),
            )
        )

    def link(self) -> Link:
        """Return the state of connection and outbox."""
        waiting = self.outbox.deeds()
        open_states = {DeedState.WAITING, DeedState.SENDING}
        return Link(
            online=self.world.online,
            syncing=False,
            waiting=sum(deed.state in open_states for deed in waiting),
            attention=sum(deed.state not in open_states for deed in waiting),
            synced_at=self.mirror.pulled_at,
        )
