"""The parts of a Surat Pesanan that hold figures: budget, items, money, payment and deliveries."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from inaproc_core.orders.acceptance import split_termins
from inaproc_core.orders.content import Courier, PaymentPlan
from inaproc_core.orders.model import Order, OrderDelivery, OrderLine, Totals
from inaproc_core.policy import Policy
from inaproc_core.tax import PpnTreatment
from inaproc_core.terbilang import terbilang_rupiah
from inaproc_core.values import Rupiah
from inaproc_documents.paper import blocks, style
from inaproc_documents.paper.blocks import Column
from inaproc_documents.paper.words import (
    NOTHING,
    date_range,
    marked_up,
    one_line,
    percent,
    phone,
    quantity,
    rupiah,
    share,
    weight,
)
from inaproc_documents.pricing import AgreedPrices, goods_by_delivery

_COURIERS = {Courier.VENDOR: "Kurir Penyedia", Courier.THIRD_PARTY: "Kurir pihak ketiga"}
_UNTAXED = {
    PpnTreatment.NOT_OBJECT: "bukan objek PPN",
    PpnTreatment.EXEMPT: "PPN dibebaskan",
    PpnTreatment.NOT_COLLECTED: "PPN tidak dipungut",
    PpnTreatment.LUXURY: "barang mewah",
}
_MOST_KEPT = 6
"""Products in a delivery block up to which the block stays on one page."""
_BLOCK_ROOM = 190.0
_GREEN = style.OK.hexval().replace("0x", "#")
_AMBER = style.WARN.hexval().replace("0x", "#")


def budget(order: Order) -> list[Flowable]:
    """Return the package and the account that the order is charged to."""
    rup = order.rup
    rows = [
        ("Kode RUP", rup.code if rup else NOTHING),
        ("Nama Paket", rup.name if rup else NOTHING),
        ("Tahun Anggaran", str(rup.year) if rup else NOTHING),
        ("Sumber Dana", order.funding_source or NOTHING),
        ("Mata Anggaran (MAK)", order.mak or NOTHING),
    ]
    return [*blocks.section("Anggaran"), blocks.facts(rows)]


def items(order: Order, prices: AgreedPrices) -> list[Flowable]:
    """Return the ordered products and services at agreed prices."""
    amounts = [rupiah(prices.line(line)) for line in order.lines]
    units = [rupiah(prices.unit(line)) for line in order.lines]
    counts = [quantity(line.quantity, line.unit) for line in order.lines]
    columns = [
        Column(head="No.", width=24),
        Column(head="Produk"),
        Column(head="Jumlah", width=_fitting([*counts, "Jumlah"], most=86), figure=True),
        Column(head="Harga Satuan", width=_fitting([*units, "Harga Satuan"], most=112), figure=True),
        Column(head="Total Harga", width=_fitting([*amounts, "Total Harga"], most=118), figure=True),
    ]
    rows: list[list[blocks.Cell]] = [
        [
            _text(str(line.no)),
            _product(line),
            _count(line.quantity, line.unit),
            _figure(unit),
            _figure(amount),
        ]
        for line, unit, amount in zip(order.lines, units, amounts, strict=True)
    ]
    story: list[Flowable] = [*blocks.section("Ringkasan Pesanan"), blocks.grid(columns, rows)]
    if order.services:
        fees = [rupiah(prices.service(service)) for service in order.services]
        story += [
            *blocks.subsection("Layanan Tambahan", room=70),
            blocks.grid(
                [columns[0], Column(head="Layanan"), Column(head="Harga", width=_fitting(fees), figure=True)],
                [
                    [_text(str(service.no)), _text(service.name), _figure(fee)]
                    for service, fee in zip(order.services, fees, strict=True)
                ],
            ),
        ]
    return story


def money(order: Order, totals: Totals, policy: Policy) -> list[Flowable]:
    """Return the components and the total to be paid, in figures and in words."""
    components = money_components(order, totals, policy)
    rows = [(name, rupiah(amount)) for name, amount, _ in components]
    quiet = [index for index, (_, _, added) in enumerate(components) if not added]
    return [
        blocks.kept(
            *blocks.section("Ringkasan Pembayaran"),
            blocks.sums(rows, ("Estimasi Total Pembayaran", rupiah(totals.total)), quiet),
            blocks.gap(4),
            Paragraph(f"<i>Terbilang: {marked_up(terbilang_rupiah(totals.total))}</i>", style.PROSE_RIGHT),
        )
    ]


def money_components(order: Order, totals: Totals, policy: Policy) -> list[tuple[str, Rupiah, bool]]:
    """Return what a total is made of: name, amount, and whether the amount is one of its summands."""
    rows = [(f"Harga Produk ({len(order.lines)} produk)", totals.goods, True)]
    if order.services:
        rows.append(("Layanan Tambahan", totals.services, True))
    carriers = {place.courier for place in order.deliveries}
    if Courier.VENDOR in carriers:
        rows.append(("Ongkos Kirim (Kurir Penyedia)", totals.shipping, True))
    if Courier.THIRD_PARTY in carriers:
        rows.append(("Ongkos Kirim (Kurir pihak ketiga)", totals.courier, True))
    if totals.dpp:
        rows.append((_dpp_label(order, policy), totals.dpp, False))
    rows.append((_ppn_label(order, totals, policy), totals.ppn, True))
    return rows


def payment_and_deliveries(order: Order, prices: AgreedPrices) -> list[Flowable]:
    """Return the instalments and one block for every place of delivery."""
    total = order.current.total if order.current else Rupiah(0)
    termins = split_termins(order, total)
    by_place = order.payment_plan is PaymentPlan.TERMIN
    amounts = [rupiah(termin.amount) for termin in termins]
    story: list[Flowable] = [
        *blocks.section("Detail Informasi Pembayaran dan Pengiriman"),
        blocks.grid(
            [
                Column(head="Termin", width=44),
                Column(head="Dibayar untuk"),
                Column(head="Nilai", width=_fitting([*amounts, "Nilai"]), figure=True),
            ],
            [
                [
                    _text(str(termin.no)),
                    _text(
                        f"Pengiriman {termin.no}" if by_place else "Seluruh pesanan, sekaligus setelah BAST"
                    ),
                    _figure(amount),
                ]
                for termin, amount in zip(termins, amounts, strict=True)
            ],
        ),
    ]
    goods = goods_by_delivery(order, prices)
    lines = {str(line.no): line for line in order.lines}
    for place in order.deliveries:
        story += _delivery(place, len(order.deliveries), lines, goods[place.no], prices.shipping(place))
    return story


def _delivery(
    place: OrderDelivery, count: int, lines: dict[str, OrderLine], goods: Rupiah, shipping: Rupiah
) -> list[Flowable]:
    sent = [(lines[number], amount) for number, amount in place.quantities.items() if amount]
    address = f"{place.street}, {place.region_path} {place.postal_code}".strip()
    rows = [
        ("Nama Penerima", f"{place.recipient} ({phone(place.phone)})"),
        ("Permintaan Tiba", date_range(place.arrive_from, place.arrive_to)),
        ("Alamat Pengiriman", address),
        ("Catatan Alamat Pengiriman", place.note or NOTHING),
        ("Kurir Pengiriman", _COURIERS[place.courier]),
        (f"Harga Produk ({len(sent)} produk)", rupiah(goods)),
        (f"Ongkos Kirim ({weight(place.weight_grams)})", rupiah(shipping)),
    ]
    contents = blocks.grid(
        [
            Column(head="No.", width=24),
            Column(head="Produk yang dikirim"),
            Column(head="Jumlah", width=110, figure=True),
        ],
        [[_text(str(line.no)), _text(line.name), _count(amount, line.unit)] for line, amount in sent],
    )
    head = blocks.subsection(f"Pengiriman {place.no} dari {count}", room=_BLOCK_ROOM)
    block = [*head, blocks.facts(rows), blocks.gap(2), contents]
    return [*([blocks.kept(*block)] if len(sent) <= _MOST_KEPT else block), blocks.gap(6)]


def _product(line: OrderLine) -> list[Flowable]:
    origin = (
        f'<font color="{_GREEN}"><b>PDN</b></font>'
        if line.pdn
        else f'<font color="{_AMBER}"><b>Impor</b></font>'
    )
    marks = [origin]
    if line.tkdn:
        marks.append(f"TKDN {percent(line.tkdn)}")
    if line.bmp:
        marks.append(f"BMP {percent(line.bmp)}")
    for label, value in (("Merek", line.brand), ("SKU", line.sku), ("KBKI", line.kbki)):
        if value.strip():
            marks.append(f"{label} {marked_up(one_line(value))}")
    if line.ppn in _UNTAXED:
        marks.append(_UNTAXED[line.ppn])
    unbroken = [mark if "<" in mark else mark.replace(" ", "\u00a0") for mark in marks]
    return [_text(line.name), Paragraph(" · ".join(unbroken), style.SMALL)]


def _dpp_label(order: Order, policy: Policy) -> str:
    mixed = any(line.ppn is PpnTreatment.LUXURY for line in order.lines)
    return "DPP PPN" if mixed else f"DPP Nilai Lain ({policy.dpp_factor} dari harga kena pajak)"


def _ppn_label(order: Order, totals: Totals, policy: Policy) -> str:
    if not totals.dpp:
        is_pkp = bool(order.vendor and order.vendor.pkp)
        return "PPN (tidak terutang)" if is_pkp else "PPN (Penyedia bukan PKP)"
    if policy.ppn_rate.half_up(totals.dpp) == totals.ppn:
        return f"PPN {share(policy.ppn_rate)} dari DPP"
    return "PPN"


def _fitting(texts: Sequence[str], most: float = 140.0) -> float:
    """Return the width of a column of figures that holds its widest text."""
    return min(most, max(style.text_width(text, style.BOLD) for text in texts) + 9)


def _text(text: str) -> Paragraph:
    return Paragraph(marked_up(one_line(text)), style.BODY)


def _figure(text: str) -> Paragraph:
    return Paragraph(text, style.FIGURE)


def _count(amount: int, unit: str) -> Paragraph:
    return Paragraph(marked_up(quantity(amount, unit)), style.FIGURE)
