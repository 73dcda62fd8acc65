"""The filters of the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import AccessKind, AccessStatus, RequestStatus
from inaproc_desktop.ports.desk import RegisterFilter
from inaproc_desktop.views import theme
from inaproc_desktop.views.register.words import month_words
from inaproc_desktop.views.widgets import ComboField, Option, SearchField, row
from inaproc_desktop.views.words.desk import access_pill, kind_label, request_pill

_ANY = "*"


class RegisterFilters(QWidget):
    """Month, status, kind, office and text.

    Args:
        rules: for the names of kinds.
        company: of an Admin Perusahaan: there is one kind and one office.
        parent: the widget that owns it.

    Signals:
        changed(object): a ``RegisterFilter``.
    """

    changed = Signal(object)

    def __init__(self, rules: RegistrationRules, *, company: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offices: tuple[str, ...] = ()
        self.search = SearchField(
            self.tr("Cari di register"), placeholder=self.tr("Nama, NIP, NIK, satuan kerja…")
        )
        self.search.setObjectName("register.search")
        self.search.search_asked.connect(lambda _text: self._tell())
        self.month = self._combo(self.tr("Bulan pengiriman"), "month")
        self.status = self._combo(self.tr("Status"), "status")
        self.kind = self._combo(self.tr("Jenis akses"), "kind")
        self.office = self._combo(self.tr("Instansi atau satuan kerja"), "office")
        self.status.show_options([Option(_ANY, self.tr("Semua status")), *self._statuses()])
        self.kind.show_options(
            [
                Option(_ANY, self.tr("Semua jenis akses")),
                *(Option(kind.value, kind_label(rules, kind.value)) for kind in AccessKind),
            ]
        )
        self.show_months(())
        self.show_offices(())
        for field in (self.status, self.kind):
            field.show_value(_ANY)
        if company:
            self.kind.hide()
            self.office.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self.search)
        layout.addWidget(row(self.month, self.status, self.kind, self.office, gap=theme.GAP_8))

    def _combo(self, label: str, name: str) -> ComboField:
        made = ComboField(label, label_visible=False)
        made.setObjectName(f"register.{name}")
        made.changed.connect(lambda _value: self._tell())
        return made

    def show_months(self, months: Sequence[date]) -> None:
        """Offer these months; the chosen one stays."""
        options = [Option(month.isoformat(), month_words(month)) for month in months]
        chosen = self.month.value()
        self.month.show_options([Option(_ANY, self.tr("Semua bulan")), *options])
        self.month.show_value(chosen or _ANY)

    def show_offices(self, offices: Sequence[str]) -> None:
        """Offer the offices that occur, and the chosen one also where it does not."""
        chosen = self.office.value() or _ANY
        known = dict.fromkeys([*offices, *([chosen] if chosen != _ANY else [])])
        self.office.show_options(
            [Option(_ANY, self.tr("Semua satuan kerja")), *(Option(name, name) for name in sorted(known))]
        )
        self.office.show_value(chosen)

    def asked(self) -> RegisterFilter:
        """Return the filter as it stands."""
        month = self._chosen(self.month)
        first = date.fromisoformat(month) if month else None
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if first is not None else None
        return RegisterFilter(
            first=first,
            last=last,
            status=self._chosen(self.status),
            kind=self._chosen(self.kind),
            office=self._chosen(self.office),
            text=self.search.value(),
        )

    def _chosen(self, field: ComboField) -> str:
        value = field.value() or _ANY
        return "" if value == _ANY else value

    def _statuses(self) -> list[Option]:
        requests = [Option(one.value, request_pill(one.value).text) for one in RequestStatus]
        accesses = [(one.value, access_pill(one.value)) for one in AccessStatus]
        made = self.tr("Akses: {status}")
        return [
            *requests,
            *(Option(value, made.format(status=pill.text)) for value, pill in accesses if pill is not None),
        ]

    def _tell(self) -> None:
        self.changed.emit(self.asked())
