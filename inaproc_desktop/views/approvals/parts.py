"""The cards of a review: penyedia, items and comparison, budget, delivery, money, questions, checklist."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.model import Order
from inaproc_core.orders.review import CHECKLIST
from inaproc_desktop.ports.ordering import Budget, Comparison, Question, ReviewFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    CheckField,
    GridColumn,
    LineGrid,
    MultilineField,
    Segment,
    SegmentedBar,
    SummaryRow,
    SummaryRows,
    Tone,
    column,
    label,
    rule,
)
from inaproc_desktop.views.widgets.marks import IconMark

_WHOLE = 10_000


class PartiesCard(Card):
    """Who sells, who bought, and what was agreed about paying."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Penyedia dan pembelian"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_16))
        self._grid.setVerticalSpacing(theme.px(theme.GAP_8))
        self.add(holder)

    def show_order(self, order: Order) -> None:
        """Show the facts as label over value, three beside each other."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for at, (name, value) in enumerate(self._facts(order)):
            cell = column(label(name, "small"), label(value, wrap=True, selectable=True), gap=0)
            self._grid.addWidget(cell, at // 3, at % 3, Qt.AlignmentFlag.AlignTop)
        for at in range(3):
            self._grid.setColumnStretch(at, 1)

    def _facts(self, order: Order) -> list[tuple[str, str]]:
        vendor = order.vendor
        marks = []
        if vendor is not None:
            marks = [self.tr("UMKK") if vendor.umkk else self.tr("bukan UMKK")]
            marks.append(self.tr("PKP") if vendor.pkp else self.tr("bukan PKP"))
        method = {
            PaymentMethod.UP: self.tr("UP (Uang Persediaan)"),
            PaymentMethod.LS: self.tr("LS (Langsung)"),
            None: "—",
        }[order.payment_method]
        once = order.payment_plan is PaymentPlan.ONCE
        plan = self.tr("sekaligus") if once else self.tr("per termin")
        return [
            (self.tr("Penyedia"), vendor.name if vendor else "—"),
            (self.tr("Status usaha"), " · ".join(marks) or "—"),
            (self.tr("Penanggung jawab"), vendor.representative if vendor else "—"),
            (self.tr("NPWP"), vendor.npwp if vendor else "—"),
            (self.tr("NIB"), vendor.nib if vendor else "—"),
            (self.tr("Dibeli oleh"), f"{order.buyer.name} ({order.buyer.role.value})"),
            (self.tr("Metode pembayaran"), f"{method}, {plan}"),
            (self.tr("MAK"), order.mak or "—"),
            (self.tr("Catatan pembeli"), order.note or "—"),
        ]


class ItemsCard(Card):
    """Each product: agreed price against the listed one and against the cheapest alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Barang, harga, dan pembanding"))
        self._grid = LineGrid(
            self.tr("Barang, harga, dan pembanding"),
            [
                GridColumn(self.tr("Barang")),
                GridColumn(self.tr("Jumlah"), 64, Align.RIGHT),
                GridColumn(self.tr("Harga tayang"), 92, Align.RIGHT),
                GridColumn(self.tr("Disepakati"), 92, Align.RIGHT),
                GridColumn(self.tr("Termurah sejenis"), 140, Align.RIGHT),
            ],
        )
        self._grid.setObjectName("approvals.items")
        self.add(self._grid)

    def show_comparisons(self, comparisons: tuple[Comparison, ...]) -> None:
        """Show the lines."""
        self._grid.show_lines([(str(each.line.no), self._cells(each)) for each in comparisons])

    def _cells(self, each: Comparison) -> list[QWidget | str]:
        line = each.line
        marks = [self.tr("PDN") if line.pdn else self.tr("impor atau tanpa PDN")]
        if line.tkdn:
            marks.append(self.tr("TKDN {share}").format(share=fmt.percent(basis_points=line.tkdn)))
        if line.bmp:
            marks.append(self.tr("BMP {share}").format(share=fmt.percent(basis_points=line.bmp)))
        change = fmt.share(each.price - line.listed_price, line.listed_price, decimals=1)
        peer = self.tr("tidak ada\ndi katalog lokal")
        if each.peers:
            cheapest = each.peers[0]
            share = fmt.percent(basis_points=abs(each.above_cheapest - _WHOLE))
            # The share is of the cheapest price, as in the question above the list.
            beside = self.tr("harga ini −{share}")
            if each.above_cheapest > _WHOLE:
                beside = self.tr("harga ini +{share}")
            peer = f"{fmt.rupiah(cheapest.product.price)}\n{beside.format(share=share)}"
        return [
            f"{line.name}\n{' · '.join(marks)}",
            fmt.quantity(line.quantity, line.unit),
            fmt.rupiah(line.listed_price),
            f"{fmt.rupiah(each.price)}\n{change}",
            peer,
        ]


class DeliveryCard(Card):
    """Where the goods go, when and by whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Pengiriman"))
        self._grid = LineGrid(
            self.tr("Lokasi pengiriman"),
            [
                GridColumn(self.tr("Penerima dan alamat")),
                GridColumn(self.tr("Permintaan tiba"), 130),
                GridColumn(self.tr("Kurir"), 130),
            ],
        )
        self.add(self._grid)

    def show_order(self, order: Order) -> None:
        """Show the places."""
        names = {line.no: (line.name, line.unit) for line in order.lines}
        lines: list[tuple[str, list[QWidget | str]]] = []
        for place in order.deliveries:
            goods = ", ".join(
                fmt.quantity(amount, names.get(int(no), ("", ""))[1])
                for no, amount in place.quantities.items()
            )
            own = place.courier is Courier.VENDOR
            lines.append(
                (
                    str(place.no),
                    [
                        f"{place.recipient} · {goods}\n{place.street}, {place.region_path}",
                        fmt.date_range(place.arrive_from, place.arrive_to),
                        self.tr("Kurir Penyedia") if own else self.tr("Kurir pihak ketiga"),
                    ],
                )
            )
        self._grid.show_lines(lines)


class BudgetCard(Card):
    """The RUP and its pagu as a bar of three parts, with the numbers below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("RUP dan pagu"))
        self._rup = label("", "small", wrap=True, selectable=True)
        self._bar = SegmentedBar(self.tr("Pagu"))
        self._bar.setObjectName("approvals.pagu")
        self._rows = SummaryRows()
        self.add(self._rup)
        self.add(self._bar)
        self.add(self._rows)

    def show_budget(self, budget: Budget | None, funding: str) -> None:
        """Show the money; hidden without a RUP."""
        self.setVisible(budget is not None)
        if budget is None:
            return
        rup = budget.rup
        self._rup.setText(f"{rup.code} · {rup.name} · {funding} {rup.year}")
        self._bar.show_segments(
            [
                Segment(self.tr("terpakai"), budget.used, Tone.NEUTRAL),
                Segment(self.tr("pesanan ini"), budget.this_order, Tone.ACCENT),
            ],
            rup.pagu,
        )
        self._rows.show_rows(
            [
                SummaryRow(self.tr("Pagu"), fmt.rupiah(rup.pagu)),
                SummaryRow(self.tr("Terpakai"), fmt.rupiah(budget.used)),
                SummaryRow(self.tr("Pesanan ini"), fmt.rupiah(budget.this_order)),
                SummaryRow(self.tr("Sisa sesudahnya"), fmt.rupiah(budget.left), "strong"),
            ]
        )


class MoneyCard(Card):
    """The totals with the tax lines, and what the negotiation saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Harga dan pajak"))
        self._rows = SummaryRows()
        self._saved = label("", "ok", wrap=True)
        self._rounds = label("", "small", wrap=True)
        self.add(self._rows)
        self.add(self._saved)
        self.add(self._rounds)

    def show_review(self, review: ReviewFile) -> None:
        """Show money and saving."""
        order, totals = review.order, review.order.current
        if totals is None:
            return
        parts = [SummaryRow(self.tr("Barang"), fmt.rupiah(totals.goods))]
        if totals.services:
            parts.append(SummaryRow(self.tr("Layanan tambahan"), fmt.rupiah(totals.services)))
        if totals.shipping:
            parts.append(SummaryRow(self.tr("Kurir Penyedia"), fmt.rupiah(totals.shipping)))
        if totals.courier:
            parts.append(SummaryRow(self.tr("Kurir pihak ketiga"), fmt.rupiah(totals.courier)))
        if totals.ppn:
            parts.append(SummaryRow(self.tr("DPP nilai lain"), fmt.rupiah(totals.dpp), "muted"))
        parts.append(SummaryRow(self.tr("PPN"), fmt.rupiah(totals.ppn)))
        parts.append(SummaryRow(self.tr("Total"), fmt.rupiah(totals.total), "total"))
        self._rows.show_rows(parts)
        share = fmt.percent(basis_points=review.saved_basis_points)
        self._saved.setText(
            self.tr("Hemat {amount} · {share} dari harga tayang").format(
                amount=fmt.rupiah(review.saved), share=share
            )
        )
        theme.set_role(self._saved, "ok" if review.saved > 0 else "warn")
        totals_by_round = " → ".join(fmt.rupiah(one.total) for one in order.rounds)
        self._rounds.setText(
            self.tr("{count} putaran: {totals}").format(count=len(order.rounds), totals=totals_by_round)
        )


class QuestionsCard(Card):
    """Red flags as questions: reasons to look, not findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("approvals.questions")
        self.show_title(self.tr("Pertanyaan sebelum memutuskan"))
        self.show_note(self.tr("pertanyaan, bukan temuan"))
        self._asked: list[QWidget] = []
        self.texts: tuple[str, ...] = ()

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show them, or that there is none."""
        for widget in self._asked:
            self.body.removeWidget(widget)
            widget.deleteLater()
        self.texts = tuple(self._words(question) for question in questions)
        self._asked = [self._line(text) for text in self.texts]
        if not questions:
            self._asked = [
                label(self.tr("Tidak ada yang menonjol pada data di komputer ini."), "muted", wrap=True)
            ]
        for widget in self._asked:
            self.add(widget)

    def _line(self, text: str) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(theme.GAP_8))
        grid.addWidget(IconMark("warning", "warn", 16), 0, 0)
        grid.addWidget(label(text, wrap=True, selectable=True), 0, 1)
        grid.setColumnStretch(1, 1)
        return line

    def _words(self, question: Question) -> str:
        facts = question.facts
        share = fmt.percent(basis_points=int(facts["share"]))

        def rupiah(name: str) -> str:
            return fmt.rupiah(int(facts[name]))

        match question.code:
            case "RF03":
                return self.tr(
                    "Nilai {total} adalah {share} dari batas {limit}. Apakah kebutuhan ini tidak dipecah?"
                ).format(total=rupiah("total"), share=share, limit=rupiah("limit"))
            case "RF09":
                return self.tr(
                    "Negosiasi hanya menurunkan {saved} ({share}). Apakah harga masih dapat diturunkan?"
                ).format(saved=rupiah("saved"), share=share)
            case "RF12":
                return self.tr(
                    "{product} {price}, {share} di atas {peer} dari {vendor}. Mengapa penyedia ini dipilih?"
                ).format(
                    product=facts["product"],
                    price=rupiah("price"),
                    share=share,
                    peer=facts["peer"],
                    vendor=facts["vendor"],
                )
            case "RF13":
                return self.tr(
                    "Total {total} mencapai {share} dari pagu {pagu}. Dari mana perkiraan harganya?"
                ).format(total=rupiah("total"), share=share, pagu=rupiah("pagu"))
        return question.code


class DecisionCard(Card):
    """The checklist and the Ketentuan Tambahan.

    Signals:
        edited(str, object): terms and the tuple of ticked points.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Daftar periksa"))
        self._ticks: dict[str, CheckField] = {}
        for point in CHECKLIST:
            tick = CheckField(self._point(point))
            tick.setObjectName(f"approvals.check.{point}")
            tick.changed.connect(lambda _value: self._on_edited())
            self._ticks[point] = tick
            self.add(tick)
        self.add(rule())
        self.terms = MultilineField(
            self.tr("Ketentuan Tambahan"),
            hint=self.tr("Tercetak pada Surat Pesanan; boleh kosong."),
            max_length=5000,
            lines=4,
        )
        self.terms.setObjectName("approvals.terms")
        self.terms.changed.connect(lambda _value: self._on_edited())
        self.add(self.terms)

    def show_notes(self, terms: str, ticked: tuple[str, ...]) -> None:
        """Show what was written and ticked."""
        self.terms.show_value(terms)
        for point, tick in self._ticks.items():
            tick.show_value(point in ticked)
        self._count()

    def set_locked(self, locked: bool) -> None:
        """Make it readable only."""
        self.terms.set_locked(locked)
        for tick in self._ticks.values():
            tick.set_locked(locked)

    def ticked(self) -> tuple[str, ...]:
        """Return the ticked points."""
        return tuple(point for point, tick in self._ticks.items() if tick.value())

    def missing(self) -> int:
        """Return how many points are not ticked yet."""
        return len(CHECKLIST) - len(self.ticked())

    def _on_edited(self) -> None:
        self._count()
        self.edited.emit(self.terms.value(), self.ticked())

    def _count(self) -> None:
        done, whole = len(self.ticked()), len(CHECKLIST)
        self.show_note(self.tr("{done} dari {whole}").format(done=done, whole=whole))

    def _point(self, point: str) -> str:
        return {
            "vendor": self.tr("Identitas dan status penyedia sesuai"),
            "rup": self.tr("RUP, MAK, dan pagu tepat serta cukup"),
            "specification": self.tr("Spesifikasi sesuai kebutuhan"),
            "price": self.tr("Harga wajar dan sudah dinegosiasikan"),
            "delivery": self.tr("Alamat dan waktu pengiriman benar"),
            "tax": self.tr("Baris pajak sudah diperiksa"),
            "threshold": self.tr("Nilai sesuai kewenangan pelaksana"),
            "conflict": self.tr("Tidak ada benturan kepentingan"),
        }[point]
