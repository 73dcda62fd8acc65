"""Surat Pesanan: the order as a contract (sections and labels as the platform prints them, orders.md §7)."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph

from inaproc_core.calendar import Zone, local_date
from inaproc_core.orders.content import PaymentMethod, PaymentPlan
from inaproc_core.orders.model import Letter, Order, Totals
from inaproc_core.policy import Policy
from inaproc_core.policy.default import load_default
from inaproc_documents import letter_tables
from inaproc_documents.clauses import clauses
from inaproc_documents.paper import blocks, style
from inaproc_documents.paper.sheet import Running, build
from inaproc_documents.paper.words import NOTHING, counted, marked_up, moment, npwp
from inaproc_documents.pricing import AgreedPrices, NotAgreedError
from inaproc_documents.signatories import ppk_position, signing_page

TITLE = "Surat Pesanan"

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_METHODS = {PaymentMethod.UP: "Uang Persediaan (UP)", PaymentMethod.LS: "Langsung (LS)"}


def render_surat_pesanan(order: Order, policy: Policy | None = None) -> bytes:
    """Render the Surat Pesanan of an order whose letter was issued.

    Only what was frozen until the issue is printed: later shipments, signatures or payments change nothing.

    Args:
        order: with ``letter`` and agreed prices.
        policy: rules of the day of issue, for the figures in the clauses; the packaged book when left out.

    Returns:
        A PDF with two empty signature fields, the same bytes for the same order.

    Raises:
        ValueError: if the letter was not issued, or prices were not agreed (``NotAgreedError``).
    """
    style.register_fonts()
    letter, totals = _issued(order)
    zone = order.satker.zone if order.satker else Zone.WIB
    rules = policy or load_default().at(local_date(letter.issued_at, zone))
    prices = AgreedPrices.of(order)
    story: list[Flowable] = [
        *_opening(order, letter, zone),
        *_parties(order),
        *_summary(order),
        *letter_tables.budget(order),
        *letter_tables.items(order, prices),
        *letter_tables.money(order, totals, rules),
        *letter_tables.payment_and_deliveries(order, prices),
        *_terms(order, rules, letter),
        signing_page(
            order,
            opening="Surat Pesanan ini disetujui dan ditandatangani secara elektronik oleh kedua pihak; "
            "Pemesan menandatangani lebih dahulu, kemudian Penyedia.",
            buyer_heading="Pemesan",
            seller_heading="Penyedia",
            verification=letter.verification,
        ),
    ]
    return build(_running(order, letter, zone), story)


def _issued(order: Order) -> tuple[Letter, Totals]:
    if order.letter is None:
        message = f"order {order.number or order.id} has no issued letter (state {order.state.value})"
        raise ValueError(message)
    if order.current is None:
        raise NotAgreedError(order)
    return order.letter, order.current


def _running(order: Order, letter: Letter, zone: Zone) -> Running:
    satker = order.satker
    return Running(
        title=TITLE,
        number=order.number,
        dated=moment(letter.issued_at, zone),
        foot=f"Nomor verifikasi {letter.verification}",
        subject=f"Surat Pesanan {order.number} kepada {order.vendor.name if order.vendor else ''}",
        author=satker.name if satker else "",
        identity=f"{letter.document_id}\n{order.number}\n{letter.version}",
        made_at=letter.issued_at,
        simulation=order.simulation,
    )


def _opening(order: Order, letter: Letter, zone: Zone) -> list[Flowable]:
    satker = order.satker
    rows = [
        ("No. Surat Pesanan", order.number),
        ("Tanggal Surat Pesanan", moment(letter.issued_at, zone)),
    ]
    if letter.version > 1:
        rows.append(("Terbitan", f"ke-{letter.version}, menggantikan terbitan sebelumnya"))
    return [
        Paragraph(marked_up(satker.klpd if satker else ""), style.LABEL),
        Paragraph(marked_up(satker.name if satker else ""), style.OFFICE),
        Paragraph(marked_up(satker.address if satker else ""), style.SMALL),
        blocks.gap(10),
        Paragraph(TITLE, style.TITLE),
        blocks.gap(3),
        blocks.facts(rows),
        blocks.gap(7),
    ]


def _parties(order: Order) -> list[Flowable]:
    satker, ppk, vendor = order.satker, order.ppk, order.vendor
    buyer = [
        ("Instansi", satker.name if satker else NOTHING),
        ("Kode Satker", satker.code if satker else NOTHING),
        ("Penanggung Jawab", ppk.name if ppk else NOTHING),
        ("Jabatan", ppk_position(order)),
        ("NIP", ppk.nip if ppk and ppk.nip else NOTHING),
        ("NPWP", npwp(satker.npwp) if satker else NOTHING),
        ("Alamat", satker.address if satker else NOTHING),
    ]
    seller = [
        ("Perusahaan", vendor.name if vendor else NOTHING),
        ("Label", _vendor_labels(order)),
        ("Penanggung Jawab", vendor.representative if vendor else NOTHING),
        ("Jabatan", vendor.representative_position if vendor else NOTHING),
        ("NIB", vendor.nib if vendor else NOTHING),
        ("NPWP", npwp(vendor.npwp) if vendor else NOTHING),
        ("Alamat", vendor.address if vendor else NOTHING),
    ]
    return [blocks.facing_facts("Pemesan", buyer, "Penyedia", seller)]


def _summary(order: Order) -> list[Flowable]:
    termins = len(order.deliveries) if order.payment_plan is PaymentPlan.TERMIN else 1
    rows = [
        ("Pembayaran", f"{counted(termins)} Termin"),
        ("Pengiriman", f"{counted(len(order.deliveries))} Tahap"),
        ("Metode Pembayaran", _METHODS[order.payment_method] if order.payment_method else NOTHING),
    ]
    if order.note:
        rows.append(("Catatan Pemesan", order.note))
    return [*blocks.section("Informasi Pembayaran dan Pengiriman"), blocks.facts(rows)]


def _terms(order: Order, policy: Policy, letter: Letter) -> list[Flowable]:
    story = blocks.section("Syarat dan Ketentuan")
    for number, clause in enumerate(clauses(order, policy), start=1):
        story += blocks.subsection(f"{number}. {clause.title}")
        for letter_no, point in enumerate(clause.points):
            story.append(
                Paragraph(marked_up(point), style.CLAUSE, bulletText=f"{_LETTERS[letter_no]}."),
            )
    story += blocks.section("Ketentuan Tambahan", room=60)
    own = [line for line in letter.terms.splitlines() if line.strip()]
    story += [blocks.prose(line) for line in own] or [blocks.prose("Tidak ada ketentuan tambahan.")]
    return story


def _vendor_labels(order: Order) -> str:
    vendor = order.vendor
    if vendor is None:
        return NOTHING
    return ", ".join(word for word, holds in (("UMKK", vendor.umkk), ("PKP", vendor.pkp)) if holds)
