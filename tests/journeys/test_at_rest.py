"""Whoever takes the disk of a signed-in person finds nothing on it (invariant 24 of the sync protocol)."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah, quantity
from inaproc_desktop.ports.data import CartLine, StoredDocument
from inaproc_desktop.ports.session import TRAINING_KEY, Server
from inaproc_desktop.services.servers import server_of
from inaproc_desktop.storage.documents import DocumentCache
from inaproc_desktop.storage.sealing import Sealed
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts
from tests.conftest import MemoryKeyring
from tests.journeys.conftest import MakeSeat
from tests.journeys.seat import PASSWORD, Seat
from tests.journeys.test_purchase import checkout
from tests.journeys.test_sessions import secrets_of

pytestmark = pytest.mark.journey

ORDER = "0193a1b2-0000-7000-8000-0000000ca4a1"
OTHER = "0193a1b2-0000-7000-8000-0000000ca4a2"
TYPED = {
    "draft_note": "KENARI-catatan-draf",
    "draft_title": "KENARI judul draf",
    "draft_subject": "KENARI-subjek",
    "draft_price": "918273645",
    "forgotten_note": "KENARI-dihapus-lagi",
    "wizard_nik": "3273011712900007",
    "wizard_name": "KENARI Simulasi Pemohon",
    "wizard_address": "Jalan KENARI Nomor 77",
    "wizard_file": "KENARI-gambar-ktp",
    "wizard_file_name": "KENARI-ktp.jpg",
    "profile_note": "KENARI-profil",
    "profile_file": "KENARI-surat-tugas",
    "document": "KENARI-isi-surat-pesanan",
    "setting": "KENARI-pengaturan",
    "attachment": "KENARI-lampiran-isi",
    "attachment_name": "KENARI-lampiran.txt",
    "cart_product": "KENARI-produk",
}
"""What a person types or fetches, by where it goes."""


def traces(folder: Path, canaries: dict[str, str]) -> list[str]:
    """Return which canaries are found in which file, in any usual spelling of bytes."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            for name, text in canaries.items():
                spellings = (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
                if any(spelling in content for spelling in spellings):
                    found.append(f"{name} in {file.relative_to(folder)}")
    return found


def work_a_while(seat: Seat) -> dict[str, str]:
    """Use everything that keeps something; returns the canaries that came of it."""
    deps = seat.sign_in("pp", keep=True)
    assert seat.sync()
    assert seat.office is not None
    work, clock = seat.office.work, seat.clock
    letter = TYPED["attachment"].encode() * 300
    deps.shelf.keep(TYPED["attachment_name"], "text/plain", letter, deps.signed_in.actor.access_id)
    content = {"note": TYPED["draft_note"], "price": int(TYPED["draft_price"])}
    deps.drafts.save("d-1", "checkout", TYPED["draft_subject"], TYPED["draft_title"], content)
    deps.drafts.save("d-2", "checkout", "v", "ATK", {"note": TYPED["forgotten_note"]})
    deps.drafts.delete("d-2")
    deps.cart.put(
        CartLine(
            product_id=TYPED["cart_product"],
            vendor_id="v-1",
            quantity=quantity(3),
            seen_price=Rupiah(1),
            added_at=clock.now(),
        )
    )
    pdf = TYPED["document"].encode() * 400
    digest = hashlib.sha256(pdf).hexdigest()
    DocumentCache(work).keep(
        StoredDocument(document_id="doc-1", sha256=digest, pdf=pdf, fetched_at=clock.now())
    )
    work.keep_setting("uji", TYPED["setting"])
    profile = LocalWizardDrafts(work, clock)
    profile.save("profile", "data", {"note": TYPED["profile_note"]})
    profile.keep_file("profile", "LETTER", "surat.pdf", TYPED["profile_file"].encode() * 900)
    newcomer = LocalWizardDrafts(seat.files.registration(seat.server), clock)
    newcomer.save(
        "identity",
        "account",
        {"nik": TYPED["wizard_nik"], "name": TYPED["wizard_name"], "address": TYPED["wizard_address"]},
    )
    newcomer.keep_file("identity", "KTP", TYPED["wizard_file_name"], TYPED["wizard_file"].encode() * 900)
    form = checkout(deps)
    for order_id in (ORDER, OTHER):
        command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**9))
        deps.outbox.put(command, actor=deps.signed_in.actor, order_id=order_id, base_rev=0)
        if order_id == ORDER:
            assert seat.sync()  # the other one waits in the outbox
    order = deps.mirror.order(ORDER)
    mine = deps.signed_in.actor.satker_id
    rup, satker = deps.mirror.rups(mine)[0], deps.mirror.satker(mine)
    assert order is not None and order.confirmed is not None and order.order.listed is not None
    assert satker is not None
    place = form.deliveries[0]
    came = {
        "recipient": place.recipient,
        "phone": place.phone,
        "street": place.street,
        "order_number": order.order.number,
        "order_total": str(order.order.listed.total),
        "order_id": ORDER,
        "waiting_order_id": OTHER,
        "rup_name": rup.name,
        "rup_code": rup.code,
        "rup_pagu": str(rup.pagu),
        "satker": satker.name,
        "official": deps.mirror.officials(mine)[0].name,
        "person": deps.signed_in.session.name,
        "password": PASSWORD,
        "table": "CREATE TABLE",
    }
    refresh, access = secrets_of(seat)
    return {**TYPED, **came, "refresh": refresh, "access": access}


def as_a_real_server(server: Server) -> Server:
    """The training office at a typed address: nothing on this machine makes an exception for it."""
    typed = server_of(server.url)
    assert typed.key != TRAINING_KEY
    return typed


def test_nothing_is_read_from_the_disk(
    seats: MakeSeat,
    server: Server,
    tmp_path: Path,
    memory_keyring: MemoryKeyring,
    caplog: pytest.LogCaptureFixture,
) -> None:
    seat = seats("pp", as_a_real_server(server))
    with caplog.at_level(logging.DEBUG):
        canaries = work_a_while(seat)
    assert len(canaries) >= 30
    assert all(len(text) >= 8 for text in canaries.values()), canaries
    public = {"table"}  # the lists that everybody may read are plain databases
    private = {name: text for name, text in canaries.items() if name not in public}
    assert traces(seat.folder, private) == []  # with the logs of the databases, while they are open
    sealed = seat.folder / "servers"
    people = next(sealed.glob("*/people"))
    assert traces(people, canaries) == []
    seat.close()
    assert traces(seat.folder, private) == []
    assert traces(people, canaries) == []
    said = caplog.text
    secret = {name: text for name, text in private.items() if name not in {"order_id", "waiting_order_id"}}
    assert [name for name, text in secret.items() if text in said] == []
    for key in memory_keyring.secrets.values():
        for spelling in (key, key.upper()):
            assert traces(seat.folder, {"key": spelling}) == []
        if len(key) == 64:
            assert not any(bytes.fromhex(key) in file.read_bytes() for file in seat.folder.rglob("*.*"))


def test_the_scan_would_find_them(seats: MakeSeat, server: Server, memory_keyring: MemoryKeyring) -> None:
    """Unsealed by its owner, the same files hold every typed canary."""
    seat = seats("pp", as_a_real_server(server))
    canaries = work_a_while(seat)
    seat.close()
    keys = {name: bytes.fromhex(key) for (_s, name), key in memory_keyring.secrets.items() if len(key) == 64}
    open_text = b""
    for part, place in (
        ("work:", next(seat.folder.rglob("work.db"))),
        ("registration", seat.folder / "registration.db"),
    ):
        key = next(key for name, key in keys.items() if part in name)
        connection = Sealed(key).connect(place)
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = [row for name in names for row in connection.execute(f'SELECT * FROM "{name}"').fetchall()]
        connection.close()
        open_text += b"".join(
            cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row
        )
    missing = [name for name, text in canaries.items() if text.encode() not in open_text]
    assert sorted(missing) == ["access", "attachment", "forgotten_note", "password", "refresh", "table"]
