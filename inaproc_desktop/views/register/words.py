"""The register in words: rows of an export, reasons for ending an access."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import AccessStatus
from inaproc_desktop.ports.desk import Cell, RegisterRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.format.setting import local
from inaproc_desktop.views.widgets import Option
from inaproc_desktop.views.words.desk import access_pill, kind_label, nip_words, request_pill

ENDS = frozenset({AccessStatus.ACTIVE.value, AccessStatus.ENDING.value, AccessStatus.FUTURE.value})
"""Accesses that can be ended."""


def headings() -> tuple[str, ...]:
    """Return the headings of an export."""
    return (
        QCoreApplication.translate("RegisterWords", "Nama"),
        QCoreApplication.translate("RegisterWords", "NIK/Paspor (tersamar)"),
        QCoreApplication.translate("RegisterWords", "NIP"),
        QCoreApplication.translate("RegisterWords", "Jenis akses"),
        QCoreApplication.translate("RegisterWords", "Instansi"),
        QCoreApplication.translate("RegisterWords", "Satuan kerja/perusahaan"),
        QCoreApplication.translate("RegisterWords", "Nomor surat"),
        QCoreApplication.translate("RegisterWords", "Dikirim"),
        QCoreApplication.translate("RegisterWords", "Pengiriman ke"),
        QCoreApplication.translate("RegisterWords", "Status permohonan"),
        QCoreApplication.translate("RegisterWords", "Diputus"),
        QCoreApplication.translate("RegisterWords", "Diputus oleh"),
        QCoreApplication.translate("RegisterWords", "Jam sampai keputusan"),
        QCoreApplication.translate("RegisterWords", "Status akses"),
        QCoreApplication.translate("RegisterWords", "Berlaku dari"),
        QCoreApplication.translate("RegisterWords", "Berlaku sampai"),
    )


def export_row(row: RegisterRow, rules: RegistrationRules) -> tuple[Cell, ...]:
    """Return a row of an export, under the headings."""
    access = access_pill(row.access_status)
    return (
        row.name,
        row.masked_id,
        nip_words(row.nip),
        kind_label(rules, row.kind),
        row.instansi,
        row.office,
        row.letter_number,
        day_of(row.sent_at),
        row.attempts,
        request_pill(row.status).text,
        day_of(row.decided_at) if row.decided_at is not None else "",
        row.decided_by,
        row.hours,
        access.text if access is not None else "",
        _day(row.valid_from),
        _day(row.valid_until),
    )


def day_of(at: datetime) -> date:
    """Return the day of a moment on the office's wall clock."""
    return local(at).date()


def _day(text: str) -> Cell:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def until_words(row: RegisterRow) -> str:
    """Return until when an access counts."""
    day = _day(row.valid_until)
    if not isinstance(day, date):
        return ""
    text = QCoreApplication.translate("RegisterWords", "s.d. {until}")
    return text.format(until=fmt.date(day))


def month_words(month: date) -> str:
    """Return a month as ``November 2026``."""
    names = (
        QCoreApplication.translate("RegisterWords", "Januari"),
        QCoreApplication.translate("RegisterWords", "Februari"),
        QCoreApplication.translate("RegisterWords", "Maret"),
        QCoreApplication.translate("RegisterWords", "April"),
        QCoreApplication.translate("RegisterWords", "Mei"),
        QCoreApplication.translate("RegisterWords", "Juni"),
        QCoreApplication.translate("RegisterWords", "Juli"),
        QCoreApplication.translate("RegisterWords", "Agustus"),
        QCoreApplication.translate("RegisterWords", "September"),
        QCoreApplication.translate("RegisterWords", "Oktober"),
        QCoreApplication.translate("RegisterWords", "November"),
        QCoreApplication.translate("RegisterWords", "Desember"),
    )
    return f"{names[month.month - 1]} {month.year}"


def ending_reasons() -> list[Option]:
    """Return why an access may be ended."""
    return [
        Option("transferred", QCoreApplication.translate("RegisterWords", "Mutasi atau pindah satuan kerja")),
        Option("dismissed", QCoreApplication.translate("RegisterWords", "Tidak lagi menjabat")),
        Option("duplicate", QCoreApplication.translate("RegisterWords", "Diduga akses ganda")),
        Option("requested", QCoreApplication.translate("RegisterWords", "Atas permintaan sendiri")),
        Option("other", QCoreApplication.translate("RegisterWords", "Alasan lain")),
    ]
