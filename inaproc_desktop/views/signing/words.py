"""Words of the signing page: documents, sides, steps and checks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.states import Party
from inaproc_desktop.ports.finishing import Check, CheckKind, Paper, SignStep


def paper_words(paper: Paper) -> str:
    """Return what a document is called."""
    if paper is Paper.LETTER:
        return QCoreApplication.translate("Signing", "Surat Pesanan")
    return QCoreApplication.translate("Signing", "BAST")


def seat_words(paper: Paper, party: Party) -> str:
    """Return in what capacity a side signs."""
    if party is Party.VENDOR:
        return QCoreApplication.translate("Signing", "Penyedia")
    if paper is Paper.LETTER:
        return QCoreApplication.translate("Signing", "Pemesan (PPK)")
    return QCoreApplication.translate("Signing", "Penerima (PPK)")


def step_words(step: SignStep) -> str:
    """Return what is going on while signing."""
    match step:
        case SignStep.PROVING:
            return QCoreApplication.translate("Signing", "Memeriksa kunci dan kehadiran Anda…")
        case SignStep.FETCHING:
            return QCoreApplication.translate("Signing", "Mengambil dokumen…")
        case SignStep.CHECKING:
            return QCoreApplication.translate("Signing", "Memeriksa dokumen…")
        case SignStep.SIGNING:
            return QCoreApplication.translate("Signing", "Menandatangani…")
        case SignStep.CHECKING_OWN:
            return QCoreApplication.translate("Signing", "Memeriksa tanda tangan Anda…")
        case SignStep.SENDING:
            return QCoreApplication.translate("Signing", "Mengirim… Tidak dapat dibatalkan lagi.")


def check_words(check: Check) -> tuple[str, str]:
    """Return what a check asks, and how it ended in one sentence."""
    title = _title(check.kind)
    if check.passed is None:
        return title, _open(check.kind)
    return title, _passed(check) if check.passed else _failed(check)


def _title(kind: CheckKind) -> str:
    match kind:
        case CheckKind.STORED:
            return QCoreApplication.translate("Signing", "Sama dengan naskah di peladen")
        case CheckKind.READABLE:
            return QCoreApplication.translate("Signing", "PDF biasa tanpa isi aktif")
        case CheckKind.INTACT:
            return QCoreApplication.translate("Signing", "Tanda tangan utuh")
        case CheckKind.TRUSTED:
            return QCoreApplication.translate("Signing", "Penerbit sertifikat tepercaya")
        case CheckKind.UNCHANGED:
            return QCoreApplication.translate("Signing", "Diubah setelah ditandatangani")
        case CheckKind.PEOPLE:
            return QCoreApplication.translate("Signing", "Penanda tangan sesuai catatan pesanan")


def _passed(check: Check) -> str:
    match check.kind:
        case CheckKind.STORED:
            text = QCoreApplication.translate("Signing", "Ya. Sidik SHA-256 {hash}… cocok.")
            return text.format(hash=check.detail[:16])
        case CheckKind.READABLE:
            return QCoreApplication.translate("Signing", "Ya. Tidak ada skrip, lampiran, atau sandi.")
        case CheckKind.INTACT:
            return QCoreApplication.translate("Signing", "Ya. Byte yang ditandatangani tidak berubah.")
        case CheckKind.TRUSTED:
            return QCoreApplication.translate("Signing", "Ya. Diterbitkan oleh {issuer}.").format(
                issuer=check.detail
            )
        case CheckKind.UNCHANGED:
            return QCoreApplication.translate("Signing", "Tidak.")
        case CheckKind.PEOPLE:
            return QCoreApplication.translate("Signing", "Ya. {names}.").format(names=check.detail)


def _failed(check: Check) -> str:
    match check.kind:
        case CheckKind.STORED:
            return QCoreApplication.translate(
                "Signing", "Tidak. Salinan ini bukan naskah yang berlaku; buka lagi saat tersambung."
            )
        case CheckKind.READABLE:
            return QCoreApplication.translate(
                "Signing", "Tidak. Jangan ditandatangani; laporkan kepada pengelola."
            )
        case CheckKind.INTACT:
            return QCoreApplication.translate(
                "Signing", "Tidak. Isi berkas berubah; jangan dipakai sebagai bukti."
            )
        case CheckKind.TRUSTED:
            return QCoreApplication.translate(
                "Signing", "Tidak. Sertifikat bukan dari penerbit layanan ini, atau sudah tidak berlaku."
            )
        case CheckKind.UNCHANGED:
            return QCoreApplication.translate(
                "Signing", "Ya, ada perubahan. Jangan dipakai sebagai bukti; laporkan kepada pengelola."
            )
        case CheckKind.PEOPLE:
            return QCoreApplication.translate(
                "Signing", "Tidak. Di berkas: {names}. Bandingkan dengan riwayat pesanan."
            ).format(names=check.detail or "—")


def _open(kind: CheckKind) -> str:
    if kind is CheckKind.STORED:
        return QCoreApplication.translate("Signing", "Perlu sambungan untuk diperiksa.")
    if kind in {CheckKind.READABLE, CheckKind.TRUSTED}:
        return QCoreApplication.translate("Signing", "Belum dapat diperiksa.")
    return QCoreApplication.translate("Signing", "Belum ada tanda tangan untuk diperiksa.")
