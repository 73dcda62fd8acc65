"""The panel of Beranda: spending against pagu, domestic and UMKK shares, money on the way, drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.ports.home import HomeView, Income, Shares, ShipmentDue, Spending, Unfinished
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Card,
    Pill,
    PillText,
    ShareBar,
    SummaryRow,
    SummaryRows,
    Tone,
    button,
    label,
    parts,
    row,
)

_MOST_RUPS = 6
_NAME_WIDTH = 230
_MOST_SHIPMENTS = 5
_NEARLY_SPENT = 9_000
_WHOLE = 10_000


def short(text: str) -> str:
    """Return a name as long as the panel has room for beside a figure."""
    metrics = QFontMetrics(theme.font("strong"))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.px(_NAME_WIDTH))


class SpendingCard(Card):
    """This year's spending per RUP package, the fullest first."""

    def show_spending(self, rows: Sequence[Spending], year: int) -> None:
        """Show these packages."""
        self.show_title(self.tr("Belanja {year} terhadap pagu").format(year=year))
        parts.clear(self.body)
        if not rows:
            self.add(label(self.tr("Belum ada paket RUP tahun ini di perangkat ini."), "muted", wrap=True))
        for row_ in rows[:_MOST_RUPS]:
            bar = ShareBar(short(row_.rup.name))
            tone = Tone.ACCENT
            if row_.basis_points > _WHOLE:
                tone = Tone.BAD
            elif row_.basis_points >= _NEARLY_SPENT:
                tone = Tone.WARN
            bar.show_share(row_.basis_points, fmt.percent(basis_points=row_.basis_points, decimals=0), tone)
            bar.setToolTip(
                self.tr("{name}: {used} dari pagu {pagu}").format(
                    name=row_.rup.name, used=fmt.rupiah(row_.used), pagu=fmt.rupiah(row_.rup.pagu)
                )
            )
            self.add(bar)
        if len(rows) > _MOST_RUPS:
            self.add(label(self.tr("dan {count} paket lain").format(count=len(rows) - _MOST_RUPS), "small"))


class SharesCard(Card):
    """Domestic products and UMKK among what was bought."""

    def show_shares(self, shares: Shares) -> None:
        """Show the shares, or why there are none yet."""
        self.show_title(self.tr("Produk dalam negeri & UMKK"))
        parts.clear(self.body)
        if not shares.orders:
            self.add(
                label(
                    self.tr("Dihitung dari pesanan yang sudah diterima penyedia; belum ada."),
                    "muted",
                    wrap=True,
                )
            )
            return
        local = ShareBar(self.tr("PDN"))
        local.show_share(shares.pdn, fmt.percent(basis_points=shares.pdn, decimals=0), Tone.OK)
        small = ShareBar(self.tr("UMKK"))
        reached = shares.umkk >= shares.umkk_target
        target = fmt.percent(basis_points=shares.umkk_target, decimals=0)
        small.show_share(
            shares.umkk,
            fmt.percent(basis_points=shares.umkk, decimals=0),
            Tone.OK if reached else Tone.WARN,
            self.tr("(sasaran {share})").format(share=target),
        )
        self.add(local)
        self.add(small)
        self.add(
            label(
                self.tr("{count} pesanan, nilai barang {goods}").format(
                    count=shares.orders, goods=fmt.rupiah(shares.goods)
                ),
                "small",
                wrap=True,
            )
        )


class IncomeCard(Card):
    """A penyedia's money by where it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Uang dalam perjalanan"))
        self._rows = SummaryRows()
        self.add(self._rows)

    def show_income(self, income: Income) -> None:
        """Show the amounts."""
        self._rows.show_rows(
            [
                SummaryRow(self.tr("Sedang dikerjakan"), fmt.rupiah(income.running)),
                SummaryRow(self.tr("Menunggu BAST"), fmt.rupiah(income.handed_over)),
                SummaryRow(self.tr("Menunggu pembayaran"), fmt.rupiah(income.waiting_payment)),
                SummaryRow(self.tr("Sudah dibayar"), fmt.rupiah(income.paid), "muted"),
                SummaryRow(self.tr("Belum dibayar"), fmt.rupiah(income.on_the_way), "total"),
            ]
        )


class ShipmentsCard(Card):
    """Places that goods must still be sent to.

    Signals:
        opened(str): an order is to be opened.
    """

    opened = Signal(str)

    def show_shipments(self, shipments: Sequence[ShipmentDue]) -> None:
        """Show these places, the earliest first."""
        self.show_title(self.tr("Pengiriman jatuh tempo"))
        parts.clear(self.body)
        if not shipments:
            self.add(label(self.tr("Tidak ada yang harus dikirim."), "muted", wrap=True))
        for due in shipments[:_MOST_SHIPMENTS]:
            link = button(short(due.recipient), "link")
            link.setAccessibleDescription(fmt.order_number(due.order.number))
            link.clicked.connect(lambda _checked=False, at=due.order.id: self.opened.emit(at))
            tone = Tone.BAD if due.late else Tone.NEUTRAL
            self.add(row(link, None, Pill(PillText(fmt.day(due.arrive_to), tone))))


class DraftsCard(Card):
    """Things begun and not finished, here or on another device of the person.

    Signals:
        opened(str): id of the draft to go on with.
    """

    opened = Signal(str)

    def show_drafts(self, drafts: Sequence[Unfinished], now: datetime) -> None:
        """Show these drafts."""
        self.show_title(self.tr("Draf"))
        parts.clear(self.body)
        if not drafts:
            self.add(label(self.tr("Tidak ada draf."), "muted", wrap=True))
        for draft in drafts:
            link = button(short(self._text(draft)), "link")
            link.setToolTip(self._text(draft))
            link.setObjectName(f"home.draft.{draft.id}")
            link.clicked.connect(lambda _checked=False, at=draft.id: self.opened.emit(at))
            self.add(row(link, None, *self._state(draft, now)))

    def _state(self, draft: Unfinished, now: datetime) -> list[QWidget]:
        """Return when it was last saved and, for one from another device, where."""
        when = fmt.recent(draft.saved_at, now)
        if draft.device:
            elsewhere = self.tr("perangkat lain") if draft.device == "-" else short(draft.device)
            when = self.tr("{device} · {when}").format(device=elsewhere, when=when)
        marks: list[QWidget] = [label(when, "muted")]
        if draft.undecided:
            marks.insert(0, Pill(PillText(self.tr("perlu dipilih"), Tone.WARN)))
        return marks

    def _text(self, draft: Unfinished) -> str:
        match draft.kind:
            case "checkout":
                return self.tr("Checkout · {title}").format(title=draft.title)
            case "negotiation_reply":
                return self.tr("Balasan nego · {title}").format(title=draft.title)
            case "ppk_review":
                return self.tr("Tinjauan · {title}").format(title=draft.title)
        return draft.title


class Figures(QWidget):
    """The whole panel; shows the cards that the reader's role has figures for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spending = SpendingCard()
        self.shares = SharesCard()
        self.income = IncomeCard()
        self.shipments = ShipmentsCard()
        self.drafts = DraftsCard()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        for card in (self.spending, self.shares, self.income, self.shipments, self.drafts):
            layout.addWidget(card)
            card.hide()

    def show_home(self, home: HomeView, now: datetime) -> None:
        """Show what there is."""
        buys = home.shares is not None
        parts.show_or_hide(self.spending, buys)
        parts.show_or_hide(self.shares, buys)
        self.spending.show_spending(home.spending, home.year)
        if home.shares is not None:
            self.shares.show_shares(home.shares)
        parts.show_or_hide(self.income, home.income is not None)
        parts.show_or_hide(self.shipments, home.income is not None)
        if home.income is not None:
            self.income.show_income(home.income)
            self.shipments.show_shipments(home.shipments)
        self.drafts.show_drafts(home.unfinished, now)
        parts.show_or_hide(self.drafts, True)
