"""Registration and the two purchases of the mission, from nothing to Selesai."""

from __future__ import annotations

from pathlib import Path

from inaproc_core.orders.states import State
from inaproc_desktop.tour import purchase
from inaproc_desktop.tour.record import Record
from inaproc_desktop.tour.registration import play_newcomers
from inaproc_desktop.tour.seat import Seat

PP = purchase.Wish(
    flow="pp",
    vendor_id="latihan-v1",
    words={
        "latihan-p-meja-siswa": "meja siswa tegakarya",
        "latihan-p-kursi-siswa": "kursi siswa tegakarya",
    },
    amounts={"latihan-p-meja-siswa": 100, "latihan-p-kursi-siswa": 100},
    rup="99000001",
    method="UP",
    channel="KKP",
    bast_number="027/BAST/001/2026",
)
PPK = purchase.Wish(
    flow="ppk",
    vendor_id="latihan-v3",
    words={"latihan-p-laptop": "laptop"},
    amounts={"latihan-p-laptop": 30},
    rup="99000002",
    method="LS",
    channel="LS_PEMDA",
    bast_number="027/BAST/002/2026",
)


def play_all(folder: Path, server: str, record: Record) -> None:
    """Play everything: two people register, the new PP buys, a PPK buys; one window for each person."""
    seats: dict[str, Seat] = {}
    try:
        seats["sari"] = play_newcomers(folder, server, record)
        for name in ("ppk", "penyedia1", "penyedia3", "bendahara"):
            seats[name] = Seat(name, folder, server, record)
            seats[name].sign_in()
        buyer = seats["sari"]
        bought_by_pp = _play(PP, buyer, seats["ppk"], seats["penyedia1"], seats["bendahara"], record)
        buyer.go("order", bought_by_pp)
        buyer.wait_for(bought_by_pp, State.COMPLETED)
        buyer.note("pp", "Pesanan selesai", bought_by_pp)
        bought_by_ppk = _play(PPK, seats["ppk"], seats["ppk"], seats["penyedia3"], seats["bendahara"], record)
        seats["ppk"].go("order", bought_by_ppk)
        seats["ppk"].note("ppk", "Pesanan selesai", bought_by_ppk)
        seats["ppk"].go("home")
        seats["ppk"].note("ppk", "Beranda PPK")
    except Exception:
        for seat in seats.values():
            record.step("macet", seat.username, "macet", seat.window)
        raise
    finally:
        for seat in seats.values():
            seat.close()


def _play(wish: purchase.Wish, buyer: Seat, ppk: Seat, vendor: Seat, treasurer: Seat, record: Record) -> str:
    """Play one purchase to its end; returns the order's id."""
    purchase.fill_cart(buyer, wish)
    order_id = purchase.check_out(buyer, wish).id
    purchase.bargain(buyer, vendor, wish, order_id)
    purchase.hand_over(buyer, wish, order_id)
    purchase.review(ppk, wish, order_id)
    purchase.sign(ppk, wish, order_id, "letter", State.WAITING_SELLER_CONFIRMATION, "Surat Pesanan PPK")
    vendor.wait_for(order_id, State.WAITING_SELLER_CONFIRMATION)
    purchase.sign(vendor, wish, order_id, "letter", State.PROCESSING, "Surat Pesanan penyedia")
    purchase.ship(vendor, wish, order_id)
    buyer.wait_for(order_id, State.SHIPPING)
    buyer.go("order", order_id)
    buyer.note(wish.flow, "Riwayat pesanan", order_id)
    purchase.receive(ppk, wish, order_id)
    purchase.sign(ppk, wish, order_id, "bast", State.WAIT_BAST_SELLER, "BAST PPK")
    vendor.wait_for(order_id, State.WAIT_BAST_SELLER)
    purchase.sign(vendor, wish, order_id, "bast", State.PAYMENT_PREPARATION, "BAST penyedia")
    purchase.pay(ppk, treasurer, wish, order_id)
    _keep_documents(ppk, wish, order_id, record)
    return order_id


def _keep_documents(ppk: Seat, wish: purchase.Wish, order_id: str, record: Record) -> None:
    order = ppk.order(order_id)
    assert order is not None
    assert order.letter is not None
    assert order.bast is not None
    for name, document in (("surat-pesanan", order.letter), ("bast", order.bast)):
        record.document(f"{wish.flow}-{name}.pdf", ppk.deps.documents.fetch(document.document_id).pdf)
