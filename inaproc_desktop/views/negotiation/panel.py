"""The table of a negotiation: items, both sides' last offers, the column of new ones, totals and moves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Role
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.ordering import Bargain, Item, Preview, Reply
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    GridColumn,
    LineGrid,
    MoneyField,
    MultilineField,
    Page,
    QuantityField,
    button,
    column,
    label,
    row,
    rule,
)
from inaproc_desktop.views.words import refusal_sentence

_FIVE_PERCENT = Quantity(500)
_EDITOR = 148


class BargainPanel(Card):
    """Items with editors, totals below, and the moves at the right end.

    Signals:
        edited(object, str): prices by item (a dict) and the note, after every edit.
        same_asked(): fill the column with what meets the other side.
        lower_asked(int): fill the column with so many hundredths of a percent less.
        send_asked(), agree_asked(), stop_asked(), hand_over_asked(): the moves.
    """

    edited = Signal(object, str)
    same_asked = Signal()
    lower_asked = Signal(int)
    send_asked = Signal()
    agree_asked = Signal()
    stop_asked = Signal()
    hand_over_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Butir yang dinegosiasikan"))
        self._fields: dict[str, MoneyField] = {}
        self._shown: tuple[object, ...] = ()
        self._grid: LineGrid | None = None
        self._bargain: Bargain | None = None
        self._compact = False
        self._busy = False
        self._complete = False
        self._area, self._lines = Page.scrollable()
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._build_tools())
        self.note = MultilineField(self.tr("Catatan untuk pihak lain"), max_length=2000, lines=2)
        self.note.setObjectName("negotiation.note")
        self.note.changed.connect(lambda _value: self._on_edited())
        self.body.addWidget(self.note)
        self.body.addWidget(rule())
        self.body.addWidget(self._build_foot())

    def _build_tools(self) -> QWidget:
        self._same = button("", "quiet")
        self._same.setObjectName("negotiation.fill_same")
        self._same.clicked.connect(self.same_asked)
        self._percent = QuantityField(self.tr("Turunkan semua"), unit="%", label_visible=False)
        self._percent.setObjectName("negotiation.percent")
        self._percent.show_value(_FIVE_PERCENT)
        self._percent.setFixedWidth(theme.px(84))
        self._lower = button(self.tr("Turunkan semua"), "quiet")
        self._lower.setObjectName("negotiation.fill_lower")
        self._lower.clicked.connect(self._on_lower)
        self._fill = label(self.tr("Isi kolom:"), "muted")
        self._tools = row(self._fill, self._same, self._percent, self._lower, None)
        return self._tools

    def _build_foot(self) -> QWidget:
        self._total_name, self._total = label("", "small"), label("", "total", selectable=True)
        self._saved_name = label("", "small")
        self._saved = label("", "total_ok", selectable=True)
        self.missing = label("", "muted", wrap=True)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.stop = self._move("stop", "danger")
        self.agree = self._move("agree")
        self.send = self._move("send", "primary")
        self.hand_over = self._move("hand_over", "primary")
        self.stop.clicked.connect(self.stop_asked)
        self.agree.clicked.connect(self.agree_asked)
        self.send.clicked.connect(self.send_asked)
        self.hand_over.clicked.connect(self.hand_over_asked)
        totals = row(
            column(self._total_name, self._total, gap=2),
            column(self._saved_name, self._saved, gap=2),
            None,
            gap=theme.GAP_24,
        )
        moves = row(self.missing, None, self.stop, self.agree, self.send, self.hand_over)
        return column(totals, moves, gap=theme.GAP_8)

    def _move(self, name: str, role: str = "") -> QPushButton:
        made = button("", role)
        made.setObjectName(f"negotiation.{name}")
        return made

    # ---- showing

    def show_bargain(self, bargain: Bargain, reply: Reply) -> None:
        """Show the table; typed text of the same round stays as it is."""
        key = (bargain.order.id, bargain.round_no, bargain.my_move, bargain.order.state, bargain.seat)
        fresh, self._shown, self._bargain = key != self._shown, key, bargain
        if fresh:
            self._draw(bargain)
            self.show_prices(reply.prices)
            self.note.show_value(reply.note)
            if self._fields:
                next(iter(self._fields.values())).focus_editor()
        self._show_moves(bargain)
        if not self._can_type(bargain):
            self._show_totals(bargain.standing, self._standing_name(bargain))

    def show_compact(self, compact: bool) -> None:
        """Fold amount and listed price into the item's second line where the window is narrow."""
        if compact == self._compact:
            return
        self._compact = compact
        # Where the panel stands below, the page scrolls: every item is in its place, none in a slit.
        self._area.grow(compact)
        self._fill.setVisible(not compact)
        self._area.grow(compact)
        if self._bargain is not None:
            typed = {key: field.value() for key, field in self._fields.items()}
            errors = {key: field.error() for key, field in self._fields.items()}
            self._draw(self._bargain)
            for key, field in self._fields.items():
                field.show_value(typed.get(key))
                field.show_error(errors.get(key, ""))

    def show_prices(self, prices: Mapping[str, Rupiah]) -> None:
        """Put prices into the column of new offers; items left out are emptied."""
        for key, field in self._fields.items():
            field.show_value(prices.get(key))

    def show_preview(self, preview: Preview) -> None:
        """Show what is wrong under each field, and what the whole comes to."""
        for key, field in self._fields.items():
            problem = preview.problems.get(key)
            if problem is not None:
                field.show_error(self._problem(problem))
            elif not field.problem():
                field.show_error("")
        wrong = sum(bool(field.problem()) for field in self._fields.values())
        self._complete = preview.ready and not wrong
        count = len(preview.problems) + wrong
        if count:
            self.missing.setText(self.tr("{count} harga perlu diperbaiki.").format(count=count))
        elif not preview.ready:
            self.missing.setText(self.tr("Isi sedikitnya satu harga baru; yang kosong tetap."))
        else:
            self.missing.setText("")
        self._show_totals(preview, self.tr("Total bila tawaran Anda disetujui"))
        self._enable()

    def show_busy(self, busy: bool) -> None:
        """Keep the moves from being made twice."""
        self._busy = busy
        self._enable()

    def _draw(self, bargain: Bargain) -> None:
        if self._grid is not None:
            self._lines.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        while self._lines.count():
            self._lines.takeAt(0)
        self._fields = {}
        columns = [GridColumn(self.tr("Butir"))]
        if not self._compact:
            columns.append(GridColumn(self.tr("Jumlah"), 70, Align.RIGHT))
            columns.append(GridColumn(self.tr("Harga tayang"), 96, Align.RIGHT))
        columns += [GridColumn(title, 96, Align.RIGHT) for title in self._offer_titles(bargain)]
        typing = self._can_type(bargain)
        if typing:
            columns.append(GridColumn(self.tr("Tawaran baru"), _EDITOR, Align.RIGHT))
        self._grid = LineGrid(self.tr("Butir yang dinegosiasikan"), columns)
        self._grid.setObjectName("negotiation.lines")
        self._grid.show_lines([(item.key, self._cells(item, bargain, typing)) for item in bargain.items])
        self._lines.addWidget(self._grid)
        self._lines.addStretch(1)

    def _cells(self, item: Item, bargain: Bargain, typing: bool) -> list[QWidget | str]:
        amount = fmt.quantity(item.quantity, item.unit) if item.quantity is not None else "1"
        words = self._item_words(item)
        cells: list[QWidget | str] = [words, amount, fmt.rupiah(item.listed)]
        if self._compact:
            more = self.tr("{amount} · tayang {price}").format(amount=amount, price=fmt.rupiah(item.listed))
            cells = [f"{words.partition(chr(10))[0]}\n{more}"]
        cells += [fmt.rupiah(price) if price is not None else "—" for price in (item.mine, item.theirs)]
        if not typing:
            return cells
        if item.highest is None or item.lowest is None:
            cells.append(self.tr("tetap"))
            return cells
        field = MoneyField(
            self.tr("Tawaran baru: {item}").format(item=self._item_words(item).partition("\n")[0]),
            hint=self._bounds(item, bargain.seat),
            label_visible=False,
        )
        field.setObjectName(f"negotiation.price.{item.key}")
        field.setFixedWidth(theme.px(_EDITOR))
        field.changed.connect(lambda _value: self._on_edited())
        self._fields[item.key] = field
        cells.append(field)
        return cells

    def _show_moves(self, bargain: Bargain) -> None:
        vendor = bargain.seat is Party.VENDOR
        typing = self._can_type(bargain)
        agreed = bargain.order.state is State.AGREED
        moving = bargain.my_move
        buyer = bargain.seat is Party.BUYER and bargain.waiting is None
        self._saved_name.setText(
            self.tr("Selisih dari harga tayang") if vendor else self.tr("Hemat dari harga tayang")
        )
        self._tools.setVisible(typing)
        self.note.setVisible(typing)
        self.missing.setVisible(typing)
        self._same.setText(
            self.tr("Samakan dengan tawaran pembeli") if vendor else self.tr("Ulangi tawaran terakhir Anda")
        )
        self.send.setText(self.tr("Ajukan Harga Balasan") if vendor else self.tr("Ajukan Harga Baru"))
        self.send.setVisible(typing)
        self.agree.setText(self.tr("Setujui tawaran") if vendor else self.tr("Setujui balasan"))
        self.agree.setVisible(typing and bargain.theirs is not None)
        self.stop.setText(self.tr("Tolak…") if vendor else self.tr("Batalkan Nego…"))
        self.stop.setVisible((moving and vendor) or (buyer and bargain.order.state in _RUNNING))
        alone = bargain.order.buyer.role is Role.PPK
        self.hand_over.setText(self.tr("Lanjut Proses Pesanan") if alone else self.tr("Ajukan ke PPK"))
        self.hand_over.setVisible(moving and agreed)
        self._enable()

    def _show_totals(self, preview: Preview, name: str) -> None:
        self._total_name.setText(name)
        self._total.setText(fmt.rupiah(preview.totals.total))
        share = fmt.percent(basis_points=preview.saved_basis_points)
        self._saved.setText(f"{fmt.rupiah(preview.saved)} · {share}")
        theme.set_role(self._saved, "total_ok" if preview.saved > 0 else "total")

    def _enable(self) -> None:
        self.send.setEnabled(self._complete and not self._busy)
        for move in (self.agree, self.stop, self.hand_over):
            move.setEnabled(not self._busy)

    # ---- typing

    def _on_edited(self) -> None:
        prices = {key: value for key, field in self._fields.items() if (value := field.value()) is not None}
        self.edited.emit(prices, self.note.value())

    def _on_lower(self) -> None:
        percent = self._percent.value()
        if percent is None:
            self._percent.show_error(self.tr("Isi angka, misalnya 5."))
            return
        self.lower_asked.emit(int(percent))

    # ---- words

    def _can_type(self, bargain: Bargain) -> bool:
        return bargain.my_move and bargain.order.state in {State.WAIT_SELLER, State.WAIT_BUYER}

    def _offer_titles(self, bargain: Bargain) -> tuple[str, str]:
        vendor = bargain.seat is Party.VENDOR
        own, other = (Party.VENDOR, Party.BUYER) if vendor else (Party.BUYER, Party.VENDOR)
        rounds = bargain.order.rounds
        mine, theirs = (sum(one.party is party for one in rounds) for party in (own, other))
        if vendor:
            first, second = self.tr("Balasan Anda"), self.tr("Tawaran pembeli")
        elif bargain.seat is Party.BUYER:
            first, second = self.tr("Tawaran Anda"), self.tr("Balasan penyedia")
        else:
            first, second = self.tr("Tawaran pembeli"), self.tr("Balasan penyedia")
        return tuple(f"{name} ({no})" if no else name for name, no in ((first, mine), (second, theirs)))  # type: ignore[return-value]  # two in, two out

    def _item_words(self, item: Item) -> str:
        if item.fixed:
            return self.tr("Ongkos kirim · kurir pihak ketiga\n{place}").format(place=item.place)
        if item.key.startswith("shipping:"):
            return self.tr("Ongkos kirim · Kurir Penyedia\n{place}").format(place=item.place)
        if item.key.startswith("service:"):
            return self.tr("{name}\nlayanan tambahan").format(name=item.name)
        parts = [self.tr("PDN")] if item.pdn else []
        if item.tkdn:
            tkdn = fmt.percent(basis_points=item.tkdn)
            parts.append(self.tr("TKDN {share}").format(share=tkdn))
        return f"{item.name}\n{' · '.join(parts)}" if parts else item.name

    def _bounds(self, item: Item, seat: Party) -> str:
        low, high = item.lowest or Rupiah(0), item.highest or Rupiah(0)
        if low == high:
            return self.tr("tetap {price}").format(price=fmt.rupiah(low))
        if seat is Party.VENDOR:
            return f"{fmt.rupiah(low)}–{fmt.rupiah_plain(high)}"
        return self.tr("di bawah {price}").format(price=fmt.rupiah(high + 1))

    def _problem(self, refusal: Refusal) -> str:
        facts = refusal.facts
        match refusal.code:
            case "offer.not_lower":
                return self.tr("harus di bawah {price}").format(price=fmt.rupiah(int(facts["ceiling"])))
            case "offer.above_own_last":
                return self.tr("paling tinggi {price}").format(price=fmt.rupiah(int(facts["ceiling"])))
            case "offer.below_floor" | "offer.below_buyer":
                return self.tr("paling rendah {price}").format(price=fmt.rupiah(int(facts["floor"])))
        return refusal_sentence(refusal)

    def _standing_name(self, bargain: Bargain) -> str:
        if bargain.order.agreed is not None:
            return self.tr("Total yang disepakati")
        last = bargain.order.rounds[-1].party
        if last is bargain.seat:
            return self.tr("Total tawaran Anda")
        return self.tr("Total balasan penyedia") if last is Party.VENDOR else self.tr("Total tawaran pembeli")


_RUNNING = frozenset({State.WAIT_SELLER, State.WAIT_BUYER, State.AGREED})
