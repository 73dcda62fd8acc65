"""Manajemen Akses in words: how long an access counts, how a request stands, the ticket for Pusat Bantuan."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from inaproc_core.registration.vocabulary import AccessStatus, ProfileStatus, RequestStatus, Verifier
from inaproc_desktop.ports.accesses import AccessBook, OwnAccess, OwnRequest, Reporter
from inaproc_desktop.ports.filing import FilingStatus
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.words.desk import access_pill, in_language, reason_label, remedy, request_pill


def validity_words(access: OwnAccess) -> str:
    """Return Masa Berlaku Jabatan with the days that are left."""
    if access.valid_until is None:
        return QCoreApplication.translate("Accesses", "Tanpa batas waktu")
    until = QCoreApplication.translate("Accesses", "Masa Berlaku Jabatan s.d. {until}")
    said = until.format(until=fmt.date(access.valid_until))
    if access.status == AccessStatus.FUTURE and access.valid_from is not None:
        begins = QCoreApplication.translate("Accesses", "mulai {day}")
        return f"{said} · {begins.format(day=fmt.date(access.valid_from))}"
    if access.days_left is None or access.status == AccessStatus.DEACTIVATED:
        return said
    if access.days_left < 0:
        past = QCoreApplication.translate("Accesses", "berakhir {count} hari lalu")
        return f"{said} · {past.format(count=-access.days_left)}"
    left = QCoreApplication.translate("Accesses", "{count} hari lagi")
    return f"{said} · {left.format(count=access.days_left)}"


def hint_words(access: OwnAccess) -> str:
    """Return what follows from the status, and what to do."""
    if access.asked:
        return QCoreApplication.translate("Accesses", "Permohonan untuk akses ini sedang berjalan.")
    match access.status:
        case AccessStatus.EXPIRED:
            return QCoreApplication.translate(
                "Accesses", "Data lama tetap dapat dibaca; transaksi terbuka lagi setelah diaktifkan kembali."
            )
        case AccessStatus.ENDING:
            return QCoreApplication.translate(
                "Accesses", "Siapkan surat tugas yang baru dan perpanjang sebelum berakhir."
            )
        case AccessStatus.DEACTIVATED:
            why = QCoreApplication.translate("Accesses", "Alasan: {reason}")
            told = why.format(reason=access.reason) if access.reason else ""
            todo = QCoreApplication.translate(
                "Accesses", "Bila keliru, kirim Salin laporan dan surat tugas ke Pusat Bantuan."
            )
            return f"{told}\n{todo}" if told else todo
    return ""


def offline_words(asked_at: datetime | None, now: datetime) -> str:
    """Return that there is no link, and how old what is shown is."""
    if asked_at is None:
        return QCoreApplication.translate(
            "Accesses", "Luring: ini keadaan saat terakhir masuk; permohonan tampak setelah tersambung."
        )
    said = QCoreApplication.translate(
        "Accesses", "Luring: ini keadaan yang diketahui terakhir ({when}); dimuat lagi setelah tersambung."
    )
    return said.format(when=fmt.recent(asked_at, now))


def intent_words(request: OwnRequest) -> str:
    """Return what kind of request it is."""
    match request.intent:
        case "renew":
            return QCoreApplication.translate("Accesses", "Aktifkan Kembali")
        case "transfer":
            return QCoreApplication.translate("Accesses", "Pindah satker")
    return QCoreApplication.translate("Accesses", "Akses baru")


def verifier_words(verifier: str) -> str:
    """Return who decides."""
    match verifier:
        case Verifier.VAI:
            return QCoreApplication.translate("Accesses", "Verifikator Akses Instansi (VAI)")
        case Verifier.COMPANY:
            return QCoreApplication.translate("Accesses", "Admin Perusahaan")
    return QCoreApplication.translate("Accesses", "Verifikator Akses INAPROC")


def since_words(status: FilingStatus) -> str:
    """Return since when it stands so, and who decides until when."""
    if status.since is None:
        return ""
    since = QCoreApplication.translate("Accesses", "Sejak {since}")
    said = since.format(since=fmt.moment(status.since))
    if status.due_at is None:
        return said
    due = QCoreApplication.translate("Accesses", "diputuskan {who} paling lambat {due}")
    when = fmt.moment(status.due_at)
    return f"{said} · {due.format(who=verifier_words(status.verifier), due=when)}"


def reasons_words(status: FilingStatus) -> str:
    """Return what the verifikator wrote, one part a line."""
    lines = []
    for note in status.notes:
        part = in_language(*status.parts.get(note.part, (note.part, note.part)))
        said = f"{reason_label(note.reason)}. {remedy(note.reason)}" if note.reason is not None else note.code
        lines.append(f"{part}: {said}" + (f" “{note.note}”" if note.note else ""))
    return "\n".join(lines)


def profile_words(status: FilingStatus) -> tuple[str, str]:
    """Return what is to be done about the profile, and the button that does it; empty when nothing is."""
    match status.status:
        case ProfileStatus.NONE:
            return (
                QCoreApplication.translate(
                    "Accesses",
                    "Lengkapi profil dahulu: akses diajukan setelah profil terverifikasi.",
                ),
                QCoreApplication.translate("Accesses", "Mulai Registrasi Profil"),
            )
        case ProfileStatus.WAITING:
            return (
                QCoreApplication.translate(
                    "Accesses",
                    "Profil sedang diperiksa. Hasilnya dikirim ke email Anda.",
                ),
                QCoreApplication.translate("Accesses", "Lihat profil"),
            )
        case ProfileStatus.NEEDS_FIX:
            return (
                QCoreApplication.translate("Accesses", "Profil Anda perlu diperbaiki. Giliran Anda."),
                QCoreApplication.translate("Accesses", "Unggah Perbaikan Data"),
            )
        case ProfileStatus.REJECTED:
            return (
                QCoreApplication.translate("Accesses", "Profil Anda ditolak. Mulai lagi dengan berkas lain."),
                QCoreApplication.translate("Accesses", "Mulai lagi"),
            )
    return "", ""


def report_text(reporter: Reporter, about: str, book: AccessBook, now: datetime) -> str:
    """Return a ticket for Pusat Bantuan, in the order its form asks; numbers of identity are left out."""
    request = next((one for one in book.requests if one.request_id == about), None)
    office = request.status.office if request is not None else ""
    klpd = request.status.instansi if request is not None else ""
    kind = request.status.instansi_kind if request is not None else ""
    title = in_language(*request.status.title) if request is not None else ""
    rows = [
        (QCoreApplication.translate("Accesses", "Email"), reporter.email),
        (QCoreApplication.translate("Accesses", "Nama lengkap"), reporter.name),
        (QCoreApplication.translate("Accesses", "Nomor handphone"), fmt.phone(reporter.phone)),
        (QCoreApplication.translate("Accesses", "Username"), reporter.username),
        (QCoreApplication.translate("Accesses", "Jenis aplikasi"), "INAPROC Desktop"),
        (QCoreApplication.translate("Accesses", "Jenis instansi"), kind.capitalize()),
        (QCoreApplication.translate("Accesses", "KLPD"), klpd),
        (QCoreApplication.translate("Accesses", "Satuan kerja / perusahaan"), office),
        (QCoreApplication.translate("Accesses", "Peran"), title),
        (QCoreApplication.translate("Accesses", "Kategori keluhan"), _category(request)),
        (QCoreApplication.translate("Accesses", "Waktu"), fmt.moment(now)),
    ]
    lines = [f"{name}: {value or '-'}" for name, value in rows]
    lines.append(
        QCoreApplication.translate("Accesses", "Profil: {status}").format(
            status=request_pill(book.profile.status).text
        )
    )
    for access in book.accesses:
        pill = access_pill(access.status)
        lines.append(f"- {in_language(*access.title)}, {access.office}: {pill.text if pill else ''}")
    if request is not None:
        number = QCoreApplication.translate("Accesses", "Nomor permohonan: {number}")
        lines += [number.format(number=request.request_id), since_words(request.status)]
        lines += [line for line in (reasons_words(request.status),) if line]
    lines.append(QCoreApplication.translate("Accesses", "Uraian: (tulis di sini)"))
    return "\n".join(lines)


def _category(request: OwnRequest | None) -> str:
    if request is not None and request.status.status in {RequestStatus.NEEDS_FIX, RequestStatus.REJECTED}:
        return QCoreApplication.translate("Accesses", "Keluhan Non Teknis")
    return QCoreApplication.translate("Accesses", "Keluhan Teknis")
