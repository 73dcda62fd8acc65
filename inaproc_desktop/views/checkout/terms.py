"""The short sections: PPK peninjau, Pembayaran, Catatan & pernyataan."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inaproc_core.orders.content import PaymentMethod, PaymentPlan
from inaproc_core.roles import Role
from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.section import SectionCard
from inaproc_desktop.views.checkout.words import method_words, plan_words
from inaproc_desktop.views.widgets import (
    Banner,
    CheckField,
    ComboField,
    Field,
    MultilineField,
    Option,
    Tone,
)

_MOST_NOTE = 2000


class ReviewerCard(SectionCard):
    """PPK peninjau.

    Signals:
        chosen(str): access of the PPK.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ppk", "", parent=parent)
        self.show_title(self.tr("PPK peninjau"))
        self.reviewer = ComboField(self.tr("Nama PPK"), required=True)
        self.reviewer.setObjectName("checkout.ppk")
        self.add(self.reviewer)
        self.reviewer.changed.connect(lambda value: self.chosen.emit(str(value or "")))

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill the field; a PPK reviews their own purchase."""
        self.reviewer.show_options(
            [
                Option(one.access_id, one.name, " · ".join(x for x in (one.position, one.nip) if x))
                for one in sheet.reviewers
            ]
        )
        self.reviewer.show_value(sheet.form.ppk_access_id or None)
        own = sheet.role is Role.PPK
        self.reviewer.set_locked(own)
        if own:
            self.reviewer.show_hint(self.tr("Anda membeli sebagai PPK, jadi Anda sendiri yang meninjau."))
        elif not sheet.reviewers:
            self.reviewer.show_hint(
                self.tr("Belum ada PPK aktif di satuan kerja ini. Minta PPK mengaktifkan aksesnya.")
            )
        else:
            self.reviewer.show_hint(self.tr("Setelah harga disepakati, PPK ini yang menyetujui pesanan."))

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show whether it is complete."""
        self.show_state(sheet)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by name."""
        return {"ppk_access_id": self.reviewer}


class PaymentCard(SectionCard):
    """Pembayaran.

    Signals:
        method_chosen(str): ``UP`` or ``LS``.
        plan_chosen(str): ``SEKALIGUS`` or ``TERMIN``.
    """

    method_chosen = Signal(str)
    plan_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("payment", "", parent=parent)
        self.show_title(self.tr("Pembayaran"))
        self.method = ComboField(self.tr("Metode pembayaran"), required=True)
        self.method.setObjectName("checkout.method")
        self.plan = ComboField(self.tr("Cara pembayaran"), required=True)
        self.plan.setObjectName("checkout.plan")
        self._limit = Banner(Tone.WARN)
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(14))
        layout.addWidget(self.method, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.plan, 1, Qt.AlignmentFlag.AlignTop)
        self.add(both)
        self.add(self._limit)
        self.method.changed.connect(lambda value: self.method_chosen.emit(str(value)))
        self.plan.changed.connect(lambda value: self.plan_chosen.emit(str(value)))

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill the fields; a PP pays by UP."""
        only_up = sheet.role is Role.PP
        methods = [PaymentMethod.UP] if only_up else list(PaymentMethod)
        self.method.show_options([Option(method, method_words(method)) for method in methods])
        self.method.show_value(sheet.form.method)
        self.method.show_hint(self.tr("Pejabat Pengadaan membayar dengan UP.") if only_up else "")

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what the number of places allows."""
        many = sheet.form.has_many_places
        plans = list(PaymentPlan) if many else [PaymentPlan.ONCE]
        self.plan.show_options([Option(plan, plan_words(plan)) for plan in plans])
        self.plan.show_value(sheet.form.plan)
        self.plan.show_hint("" if many else self.tr("Termin tersedia bila ada beberapa lokasi."))
        limit = sheet.verdict.up_limit
        text = self.tr(
            "Kanal UP (KKP, virtual account) hanya membayar di bawah {limit}. Bila setelah negosiasi nilainya"
            " belum turun, siapkan LS."
        )
        self._limit.show_text(Tone.WARN, text.format(limit=fmt.rupiah(limit)) if limit is not None else "")
        self.show_state(sheet)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by name."""
        return {"method": self.method, "plan": self.plan}


class NoteCard(SectionCard):
    """Catatan & pernyataan.

    Signals:
        note_written(str): the note to the penyedia.
        declared(bool): the declaration.
    """

    note_written = Signal(str)
    declared = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("note", "", parent=parent)
        self.show_title(self.tr("Catatan & pernyataan"))
        self.note = MultilineField(
            self.tr("Catatan untuk penyedia"),
            hint=self.tr("Boleh kosong. Terbaca oleh penyedia dan PPK."),
            max_length=_MOST_NOTE,
            lines=3,
        )
        self.note.setObjectName("checkout.note")
        self.declaration = CheckField(
            self.tr("Spesifikasi, kebutuhan, dan anggaran sudah dipersiapkan sesuai ketentuan."),
            required=True,
        )
        self.declaration.setObjectName("checkout.declaration")
        self.add(self.note)
        self.add(self.declaration)
        self.note.changed.connect(lambda value: self.note_written.emit(str(value or "")))
        self.declaration.changed.connect(lambda value: self.declared.emit(bool(value)))

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill the fields."""
        self.note.show_value(sheet.form.note)
        self.declaration.show_value(sheet.form.declaration)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show whether it is complete."""
        self.show_state(sheet)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by name."""
        return {"note": self.note, "declaration": self.declaration}
