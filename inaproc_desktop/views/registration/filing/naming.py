"""What an application is called, what sends it, and whose move the stages show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inaproc_desktop.ports.filing import FilingStage, Intent
from inaproc_desktop.views.widgets.wizard.stages import Stage, Turn


def title_of(stage: FilingStage, intent: Intent) -> str:
    """Return the name of the page."""
    match intent:
        case Intent.FIX:
            return QCoreApplication.translate("FilingPageView", "Unggah Perbaikan Data")
        case Intent.RENEW:
            return QCoreApplication.translate("FilingPageView", "Aktifkan Kembali")
        case Intent.TRANSFER:
            return QCoreApplication.translate("FilingPageView", "Pindah satker")
        case Intent.CHANGE:
            return QCoreApplication.translate("FilingPageView", "Ubah permohonan")
    if stage is FilingStage.PROFILE:
        return QCoreApplication.translate("FilingPageView", "Registrasi & Verifikasi Profil")
    return QCoreApplication.translate("FilingPageView", "Registrasi & Verifikasi Akses")


def deed_of(stage: FilingStage, intent: Intent) -> str:
    """Return the words of the button that sends it."""
    if intent is Intent.CHANGE:
        return QCoreApplication.translate("FilingPageView", "Kirim perubahan")
    if stage is FilingStage.PROFILE:
        return QCoreApplication.translate("FilingPageView", "Kirim")
    return QCoreApplication.translate("FilingPageView", "Ajukan Akses")


def turns_of(stage: FilingStage, intent: Intent) -> dict[Stage, Turn]:
    """Return who must act next, while it is filled in."""
    mine = Turn.FIX if intent is Intent.FIX else Turn.YOU
    if stage is FilingStage.PROFILE:
        return {Stage.IDENTITY: Turn.DONE, Stage.PROFILE: mine}
    return {Stage.IDENTITY: Turn.DONE, Stage.PROFILE: Turn.DONE, Stage.ACCESS: mine}
