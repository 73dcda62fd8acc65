"""Berita Acara Serah Terima: what was ordered, what was received, how it was found, and who says so.

Contents: regulations.md §4 (number, date, place; reference; parties; received against ordered; late days;
signatures) and orders.md §7 (three statements of the inspection; signed by the PPK, then by the penyedia).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.platypus import Flowable, Paragraph

from inaproc_core.calendar import Zone, local_date
from inaproc_core.orders.model import Bast, Inspection, Letter, Order, Totals
from inaproc_core.policy import Policy
from inaproc_core.policy.default import load_default
from inaproc_core.tax import LatePenalty, late_penalty
from inaproc_core.terbilang import terbilang_rupiah
from inaproc_core.values import Quantity, Rupiah
from inaproc_documents.clauses import PENALTY, clause_number, per_day
from inaproc_documents.letter_tables import money_components
from inaproc_documents.paper import blocks, style
from inaproc_documents.paper.blocks import Column
from inaproc_documents.paper.sheet import Running, build
from inaproc_documents.paper.words import (
    NOTHING,
    counted,
    dated,
    long_date,
    marked_up,
    moment,
    npwp,
    one_line,
    quantity,
    rupiah,
    spelled_date,
)
from inaproc_documents.pricing import AgreedPrices, NotAgreedError
from inaproc_documents.signatories import ppk_position, signing_page

TITLE = "Berita Acara Serah Terima"

_PLACES_NAMED = 3
_YES = {True: "Ya", False: "Tidak"}


@dataclass(frozen=True)
class _Issued:
    """The parts of an order that a BAST cannot do without."""

    order: Order
    letter: Letter
    bast: Bast
    inspection: Inspection
    totals: Totals
    zone: Zone


def render_bast(order: Order, policy: Policy | None = None) -> bytes:
    """Render the BAST of an order after its inspection.

    Args:
        order: with ``letter``, ``inspection`` and ``bast``.
        policy: rules of the day the letter was issued, for the penalty; the packaged book when left out.

    Returns:
        A PDF with two empty signature fields, the same bytes for the same order.

    Raises:
        ValueError: if the BAST was not issued, or prices were not agreed (``NotAgreedError``).
    """
    style.register_fonts()
    issued = _issued(order)
    rules = policy or load_default().at(local_date(issued.letter.issued_at, issued.zone))
    prices = AgreedPrices.of(order)
    story: list[Flowable] = [
        *_heading(issued),
        *_parties(issued),
        *_subject(issued),
        *_received(issued, prices),
        *_total(issued, rules),
        *_findings(issued, rules),
        *_closing(issued),
    ]
    return build(_running(issued), story)


def received_quantities(order: Order) -> dict[str, Quantity]:
    """Return what has arrived of every line number, in hundredths, over all deliveries."""
    received = {str(line.no): 0 for line in order.lines}
    for shipment in order.shipments:
        if shipment.arrived_at is None:
            continue
        for number, amount in shipment.quantities.items():
            received[number] = received.get(number, 0) + amount
    return {number: Quantity(amount) for number, amount in received.items()}


def _issued(order: Order) -> _Issued:
    if order.letter is None or order.bast is None or order.inspection is None:
        message = f"order {order.number or order.id} has no issued BAST (state {order.state.value})"
        raise ValueError(message)
    if order.current is None:
        raise NotAgreedError(order)
    zone = order.satker.zone if order.satker else Zone.WIB
    return _Issued(order, order.letter, order.bast, order.inspection, order.current, zone)


def _running(issued: _Issued) -> Running:
    order, bast = issued.order, issued.bast
    return Running(
        title=TITLE,
        number=bast.number,
        dated=moment(bast.issued_at, issued.zone),
        foot=f"Nomor verifikasi {bast.verification}   |   Surat Pesanan {order.number}",
        subject=f"BAST {bast.number} atas Surat Pesanan {order.number}",
        author=order.satker.name if order.satker else "",
        identity=f"{bast.document_id}\n{bast.number}\n{bast.version}",
        made_at=bast.issued_at,
        simulation=order.simulation,
    )


def _heading(issued: _Issued) -> list[Flowable]:
    satker, bast = issued.order.satker, issued.bast
    day = local_date(bast.issued_at, issued.zone)
    return [
        Paragraph(marked_up(satker.klpd if satker else ""), style.LABEL),
        Paragraph(marked_up(satker.name if satker else ""), style.OFFICE),
        Paragraph(marked_up(satker.address if satker else ""), style.SMALL),
        blocks.gap(14),
        Paragraph(TITLE.upper(), style.TITLE_CENTRED),
        Paragraph(marked_up(f"Nomor: {one_line(bast.number)}"), style.CENTRED),
        blocks.gap(12),
        blocks.prose(f"Pada hari ini, {spelled_date(day)}, kami yang bertanda tangan di bawah ini:"),
        blocks.gap(2),
    ]


def _parties(issued: _Issued) -> list[Flowable]:
    order = issued.order
    satker, ppk, vendor = order.satker, order.ppk, order.vendor
    buyer = [
        ("Nama", ppk.name if ppk else NOTHING),
        ("NIP", ppk.nip if ppk and ppk.nip else NOTHING),
        ("Jabatan", ppk_position(order)),
        ("Instansi", satker.name if satker else NOTHING),
        ("Alamat", satker.address if satker else NOTHING),
    ]
    seller = [
        ("Nama", vendor.representative if vendor else NOTHING),
        ("Jabatan", vendor.representative_position if vendor else NOTHING),
        ("Perusahaan", vendor.name if vendor else NOTHING),
        ("NPWP", npwp(vendor.npwp) if vendor else NOTHING),
        ("Alamat", vendor.address if vendor else NOTHING),
    ]
    return [
        blocks.facing_facts("Pihak Kesatu (menerima)", buyer, "Pihak Kedua (menyerahkan)", seller),
        blocks.gap(8),
        blocks.prose(
            "menyatakan bahwa Pihak Kedua telah menyerahkan dan Pihak Kesatu telah memeriksa serta menerima "
            "barang dan/atau jasa di bawah ini, menurut Surat Pesanan yang disebut berikut."
        ),
    ]


def _subject(issued: _Issued) -> list[Flowable]:
    order = issued.order
    places = "; ".join(
        f"{one_line(place.street)}, {one_line(place.region_path)}"
        for place in order.deliveries[:_PLACES_NAMED]
    )
    more = len(order.deliveries) - _PLACES_NAMED
    rows = [
        ("Surat Pesanan", f"{order.number}, {long_date(local_date(issued.letter.issued_at, issued.zone))}"),
        ("Paket RUP", f"{order.rup.code}, {one_line(order.rup.name)}" if order.rup else NOTHING),
        ("Tempat Penyerahan", f"{places}; dan {counted(more)} tempat lain" if more > 0 else places),
        ("Nilai Pesanan", rupiah(issued.totals.total)),
        ("Terbilang", terbilang_rupiah(issued.totals.total)),
    ]
    return [*blocks.section("Dasar Penyerahan"), blocks.facts(rows)]


def _received(issued: _Issued, prices: AgreedPrices) -> list[Flowable]:
    order = issued.order
    received = received_quantities(order)
    rows: list[list[blocks.Cell]] = []
    for line in order.lines:
        got = received[str(line.no)]
        difference = got - line.quantity
        rows.append(
            [
                _text(str(line.no)),
                _text(line.name),
                _figure(quantity(line.quantity, line.unit)),
                _figure(quantity(got, line.unit)),
                _figure(quantity(difference) if difference else NOTHING),
                _figure(rupiah(prices.line(line))),
            ]
        )
    for service in order.services:
        rows.append(
            [
                _text(f"L{service.no}"),
                _text(service.name),
                _figure("1,00 layanan"),
                _figure("1,00 layanan"),
                _figure(NOTHING),
                _figure(rupiah(prices.service(service))),
            ]
        )
    columns = [
        Column(head="No.", width=26),
        Column(head="Uraian"),
        Column(head="Dipesan", width=82, figure=True),
        Column(head="Diterima", width=82, figure=True),
        Column(head="Selisih", width=52, figure=True),
        Column(head="Nilai", width=100, figure=True),
    ]
    return [*blocks.section("Barang dan Jasa yang Diserahkan"), blocks.grid(columns, rows)]


def _total(issued: _Issued, policy: Policy) -> list[Flowable]:
    components = money_components(issued.order, issued.totals, policy)
    rows = [(name, rupiah(amount)) for name, amount, _ in components]
    quiet = [index for index, (_, _, added) in enumerate(components) if not added]
    return [
        blocks.gap(6),
        blocks.kept(blocks.sums(rows, ("Total", rupiah(issued.totals.total)), quiet), blocks.gap(2)),
    ]


def _findings(issued: _Issued, policy: Policy) -> list[Flowable]:
    inspection = issued.inspection
    late = inspection.late_days
    rows = [
        ("Selesai diperiksa", dated(inspection.finished_on)),
        ("Pemeriksa", inspection.by.name),
        ("Berfungsi baik", _YES[inspection.function_ok]),
        ("Jumlah sesuai pesanan", _YES[inspection.quantity_ok]),
        ("Tepat waktu", _YES[inspection.time_ok]),
        ("Keterlambatan", f"{counted(late)} hari kalender" if late else "tidak ada"),
        ("Catatan", inspection.note or NOTHING),
    ]
    story: list[Flowable] = [*blocks.section("Hasil Pemeriksaan", room=140), blocks.facts(rows)]
    if late and not inspection.time_ok:
        story += [blocks.gap(3), blocks.prose(_penalty_sentence(issued, policy))]
    return story


def _penalty_sentence(issued: _Issued, policy: Policy) -> str:
    rules = policy.withholding
    base = Rupiah(issued.totals.total - issued.totals.ppn)
    amount = late_penalty(LatePenalty(base=base, days=issued.inspection.late_days), rules)
    number = clause_number(issued.order, policy, PENALTY)
    return (
        f"Atas keterlambatan tersebut berlaku denda menurut butir {number} Surat Pesanan: "
        f"{per_day(rules.penalty_per_day)} per hari dari {rupiah(base)} (nilai sebelum PPN) selama "
        f"{issued.inspection.late_days} hari, yaitu {rupiah(amount)}, diperhitungkan pada saat pembayaran."
    )


def _closing(issued: _Issued) -> list[Flowable]:
    return [
        blocks.gap(6),
        blocks.prose(
            "Sejak berita acara ini ditandatangani kedua pihak, hak atas barang beralih kepada Pihak Kesatu. "
            "Kewajiban Pihak Kedua atas garansi dan cacat tersembunyi tetap berlaku menurut Surat Pesanan."
        ),
        signing_page(
            issued.order,
            opening="Berita acara ini dibuat dengan sebenarnya, ditandatangani secara elektronik oleh Pihak "
            "Kesatu, kemudian oleh Pihak Kedua, dan menjadi dasar pembayaran.",
            buyer_heading="Pihak Kesatu",
            seller_heading="Pihak Kedua",
            verification=issued.bast.verification,
        ),
    ]


def _text(text: str) -> Paragraph:
    return Paragraph(marked_up(one_line(text)), style.BODY)


def _figure(text: str) -> Paragraph:
    return Paragraph(marked_up(text), style.FIGURE)
