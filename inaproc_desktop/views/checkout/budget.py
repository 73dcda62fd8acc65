"""RUP & anggaran: the package, its money, and the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inaproc_core.orders.facts import RupFact
from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.section import SectionCard
from inaproc_desktop.views.widgets import (
    ComboField,
    Field,
    Option,
    PickerField,
    Segment,
    SegmentedBar,
    TextField,
    Tone,
    label,
    parts,
    row,
)


class BudgetCard(SectionCard):
    """The section.

    Signals:
        rup_asked(str): packages are searched for.
        rup_chosen(str): code of the package, empty for none.
        mak_chosen(str): the account.
    """

    rup_asked = Signal(str)
    rup_chosen = Signal(str)
    mak_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rup", "", parent=parent)
        self.show_title(self.tr("RUP & anggaran"))
        self.rup = PickerField(
            self.tr("Kode RUP"),
            required=True,
            placeholder=self.tr("Cari kode, nama paket, atau MAK"),
        )
        self.rup.setObjectName("checkout.rup")
        self.source = TextField(self.tr("Sumber dana"))
        self.source.setObjectName("checkout.funding")
        self.source.set_locked(True)
        self.mak = ComboField(self.tr("MAK"), required=True)
        self.mak.setObjectName("checkout.mak")
        self.typed_mak = TextField(
            self.tr("MAK"), required=True, hint=self.tr("Paket ini tidak memuat MAK; ketik sendiri.")
        )
        self.typed_mak.setObjectName("checkout.mak_text")
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(14))
        for field in (self.source, self.mak, self.typed_mak):
            layout.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._pagu = label("", "muted")
        self._used = label("", "muted")
        self._order = label("", "strong")
        self._left = label("", "muted")
        self._bar = SegmentedBar(self.tr("Pagu RUP"))
        self._above = row(self._pagu, None, self._left, gap=theme.GAP_12)
        self._below = row(self._used, None, self._order, gap=theme.GAP_12)
        for part in (self.rup, both, self._above, self._bar, self._below):
            self.add(part)
        self.rup.query_changed.connect(self._on_query)
        self.rup.changed.connect(self._on_rup)
        self.mak.changed.connect(lambda value: self.mak_chosen.emit(str(value or "")))
        self.typed_mak.changed.connect(lambda value: self.mak_chosen.emit(str(value or "")))

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill the fields."""
        rup = sheet.verdict.rup
        self.rup.show_value(self._option(rup) if rup is not None else None)
        self.typed_mak.show_value(sheet.form.mak)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what belongs to the chosen package."""
        rup = sheet.verdict.rup
        maks = rup.maks if rup is not None else ()
        self.source.show_value(f"{rup.funding_source} {rup.year}" if rup is not None else "")
        self.mak.show_options([Option(mak, mak) for mak in maks])
        self.mak.show_value(sheet.form.mak or None)
        free = rup is not None and not maks
        parts.show_or_hide(self.typed_mak, free)
        parts.show_or_hide(self.mak, not free)
        self._show_money(sheet)
        self.show_state(sheet)

    def show_rups(self, rups: Sequence[RupFact]) -> None:
        """Answer a search."""
        self.rup.show_suggestions([self._option(rup) for rup in rups])

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by name."""
        free = self.typed_mak.isVisibleTo(self)
        return {"rup_code": self.rup, "mak": self.typed_mak if free else self.mak}

    def _show_money(self, sheet: CheckoutSheet) -> None:
        verdict = sheet.verdict
        rup, left = verdict.rup, verdict.pagu_left
        for part in (self._above, self._bar, self._below):
            parts.show_or_hide(part, rup is not None)
        if rup is None or left is None:
            return
        used, this = rup.reserved + rup.committed, verdict.listed.total
        self._pagu.setText(self.tr("Pagu {pagu}").format(pagu=fmt.rupiah(rup.pagu)))
        self._used.setText(self.tr("terpakai {used}").format(used=fmt.rupiah(used)))
        self._order.setText(self.tr("pesanan ini {total}").format(total=fmt.rupiah(this)))
        short = left < 0
        words = self.tr("kurang {left}") if short else self.tr("sisa {left}")
        self._left.setText(words.format(left=fmt.rupiah(abs(left))))
        theme.set_role(self._left, "bad" if short else "muted")
        self._bar.show_segments(
            [
                Segment(self._used.text(), used, Tone.NEUTRAL),
                Segment(self._order.text(), this, Tone.BAD if short else Tone.ACCENT),
            ],
            rup.pagu,
        )

    def _on_query(self, text: str) -> None:
        picked = self.rup.value()
        # Opened again over a picked package, the list offers all others too.
        self.rup_asked.emit("" if picked is not None and text == picked.text else text)

    def _on_rup(self, chosen: object) -> None:
        self.rup_chosen.emit(chosen.id if isinstance(chosen, Option) else "")

    def _option(self, rup: RupFact) -> Option:
        detail = self.tr("{source} {year} · pagu {pagu} · sisa {left}").format(
            source=rup.funding_source,
            year=rup.year,
            pagu=fmt.rupiah(rup.pagu),
            left=fmt.rupiah(rup.remaining),
        )
        return Option(rup.code, f"{rup.code} · {rup.name}", detail)
