"""The cards of an order: goods and money, documents, places with their shipments, payments."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.orders.content import line_item
from inaproc_core.orders.model import Order, Shipment, Signature
from inaproc_core.orders.states import State
from inaproc_core.values import line_amount
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    GridColumn,
    LineGrid,
    Pill,
    PillText,
    SummaryRow,
    SummaryRows,
    Tone,
    button,
    column,
    label,
    row,
)
from inaproc_desktop.views.words.channels import channel_name

_BOTH = 2


class GoodsCard(Card):
    """Products at the prices that stand, the totals, and what they are paid from.

    Args:
        budget_shown: whether RUP and MAK are the reader's business.
        parent: the widget that owns it.
    """

    def __init__(self, *, budget_shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._budget_shown = budget_shown
        self.show_title(self.tr("Barang dan nilai"))
        self._facts = label("", "muted", wrap=True, selectable=True)
        self._grid = LineGrid(
            self.tr("Barang"),
            [
                GridColumn(self.tr("Barang")),
                GridColumn(self.tr("Jumlah"), 70, Align.RIGHT),
                GridColumn(self.tr("Harga satuan"), 100, Align.RIGHT),
                GridColumn(self.tr("Jumlah harga"), 110, Align.RIGHT),
            ],
        )
        self._rows = SummaryRows()
        for widget in (self._facts, self._grid, self._rows):
            self.add(widget)

    def show_order(self, order: Order) -> None:
        """Show goods and money."""
        parts = []
        if order.vendor is not None:
            parts.append(order.vendor.name)
        if order.rup is not None and self._budget_shown:
            parts.append(self.tr("RUP {code} {name}").format(code=order.rup.code, name=order.rup.name))
        if order.mak and self._budget_shown:
            parts.append(self.tr("MAK {mak}").format(mak=order.mak))
        self._facts.setText(" · ".join(parts))
        prices = order.agreed or (order.rounds[-1].prices if order.rounds else {})
        self._grid.show_lines(
            [
                (
                    str(line.no),
                    [
                        self.tr("{name}\nPDN").format(name=line.name) if line.pdn else line.name,
                        fmt.quantity(line.quantity, line.unit),
                        fmt.rupiah(prices.get(line_item(line.no), line.listed_price)),
                        fmt.rupiah(
                            line_amount(line.quantity, prices.get(line_item(line.no), line.listed_price))
                        ),
                    ],
                )
                for line in order.lines
            ]
        )
        self._rows.show_rows(self._totals(order))

    def _totals(self, order: Order) -> list[SummaryRow]:
        totals = order.current
        if totals is None:
            return []
        extra = totals.services + totals.shipping + totals.courier
        rows = [SummaryRow(self.tr("Barang"), fmt.rupiah(totals.goods))]
        if extra:
            rows.append(SummaryRow(self.tr("Ongkos kirim dan layanan"), fmt.rupiah(extra)))
        rows.append(SummaryRow(self.tr("PPN"), fmt.rupiah(totals.ppn)))
        rows.append(SummaryRow(self.tr("Total"), fmt.rupiah(totals.total), "total"))
        if order.listed is not None and order.listed.total > totals.total:
            saved = order.listed.total - totals.total
            share = fmt.share(saved, order.listed.total, decimals=1)
            rows.append(
                SummaryRow(self.tr("Hemat dari harga tayang"), f"{fmt.rupiah(saved)} · {share}", "muted")
            )
        return rows


class DocumentsCard(Card):
    """Surat Pesanan and BAST with who has signed.

    Signals:
        opened(str): the page of a document: ``letter`` or ``bast``.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Dokumen"))
        self._lines: list[QWidget] = []

    def show_order(self, order: Order) -> None:
        """Show the documents there are."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        if order.letter is not None:
            self._lines.append(
                self._line("letter", self.tr("Surat Pesanan"), order.number, order.letter.signatures)
            )
        if order.bast is not None:
            self._lines.append(self._line("bast", self.tr("BAST"), order.bast.number, order.bast.signatures))
        if not self._lines:
            self._lines.append(
                label(self.tr("Belum ada. Surat Pesanan dibuat oleh PPK."), "muted", wrap=True)
            )
        for line in self._lines:
            self.add(line)

    def _line(self, place: str, kind: str, number: str, signed: tuple[Signature, ...]) -> QWidget:
        if len(signed) >= _BOTH:
            state = PillText(self.tr("Ditandatangani 2/2"), Tone.OK)
        elif signed:
            state = PillText(self.tr("Ditandatangani 1/2"), Tone.WARN)
        else:
            state = PillText(self.tr("Belum ditandatangani"), Tone.WARN)
        opened = button(self.tr("Buka"), "link", "document")
        opened.setObjectName(f"order.open_{place}")
        opened.setAccessibleName(self.tr("Buka {kind} {number}").format(kind=kind, number=number))
        opened.clicked.connect(lambda: self.opened.emit(place))
        names = "\n".join(f"{one.by.name}, {fmt.short_moment(one.at)}" for one in signed)
        head = row(label(kind, "strong"), None, opened)
        small: list[QWidget] = [label(number, "small", selectable=True), row(Pill(state), None)]
        if names:
            small.append(label(names, "small", wrap=True))
        return column(head, *small, gap=2)


class PlacesCard(Card):
    """Where goods go, and what is under way or there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Lokasi dan pengiriman"))
        self._grid = LineGrid(
            self.tr("Lokasi dan pengiriman"),
            [
                GridColumn(self.tr("Lokasi")),
                GridColumn(self.tr("Permintaan tiba"), 116),
                GridColumn(self.tr("Keadaan"), 210),
            ],
        )
        self.add(self._grid)

    def show_order(self, order: Order) -> None:
        """Show the places."""
        lines: list[tuple[str, list[QWidget | str]]] = []
        for place in order.deliveries:
            sent = [one for one in order.shipments if one.delivery_no == place.no]
            where = f"{place.street}, {place.region_path} {place.postal_code}".strip()
            who = f"{place.recipient} · {fmt.phone(place.phone)}"
            lines.append(
                (
                    str(place.no),
                    [
                        f"{who}\n{where}",
                        fmt.date_range(place.arrive_from, place.arrive_to),
                        self._words(sent),
                    ],
                )
            )
        self._grid.show_lines(lines)

    def _words(self, sent: list[Shipment]) -> str:
        if not sent:
            return self.tr("belum dikirim")
        last = sent[-1]
        carrier = " · ".join(
            part for part in (last.courier_name, last.tracking_number or last.driver) if part
        )
        if last.arrived_at is not None:
            there = self.tr("tiba {moment}").format(moment=fmt.short_moment(last.arrived_at))
            return f"{there}\n{carrier}"
        under_way = self.tr("dikirim {moment}").format(moment=fmt.short_moment(last.shipped_at))
        return f"{under_way}\n{carrier}"


class PaymentsCard(Card):
    """Termins and what has been paid; hidden before there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Pembayaran"))
        self._grid = LineGrid(
            self.tr("Pembayaran"),
            [
                GridColumn(self.tr("Termin")),
                GridColumn(self.tr("Nilai"), 120, Align.RIGHT),
                GridColumn(self.tr("Keadaan"), 260),
            ],
        )
        self.add(self._grid)

    def show_order(self, order: Order) -> None:
        """Show the termins."""
        self.setVisible(bool(order.termins))
        method = order.payment_method.value if order.payment_method else ""
        self.show_note(channel_name(order.payment_channel) if order.payment_channel else method)
        lines: list[tuple[str, list[QWidget | str]]] = []
        for termin in order.termins:
            paid = next((one for one in order.payments if one.termin_no == termin.no), None)
            if paid is not None:
                day = fmt.date(paid.paid_on)
                words = self.tr("dibayar {day}\n{reference}").format(day=day, reference=paid.reference)
            elif order.state is State.PAYMENT_PREPARATION:
                words = self.tr("menunggu metode pembayaran")
            else:
                words = self.tr("menunggu pembayaran")
            name = self.tr("Termin {no} dari {count}").format(no=termin.no, count=len(order.termins))
            lines.append((str(termin.no), [name, fmt.rupiah(termin.amount), words]))
        self._grid.show_lines(lines)
