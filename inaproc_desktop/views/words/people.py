"""Roles and accesses in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inaproc_core.roles import Role


def role_label(role: Role | str) -> str:
    """Return a role as it stands in the access switcher; an unknown one as it came."""
    match role:
        case Role.PP:
            return QCoreApplication.translate("Words", "Pejabat Pengadaan")
        case Role.PPK:
            return QCoreApplication.translate("Words", "PPK")
        case Role.POKJA:
            return QCoreApplication.translate("Words", "Pokja Pemilihan")
        case Role.BENDAHARA:
            return QCoreApplication.translate("Words", "Bendahara")
        case Role.PENYEDIA:
            return QCoreApplication.translate("Words", "Penyedia")
        case Role.VERIFIKATOR:
            return QCoreApplication.translate("Words", "Verifikator")
        case Role.APIP:
            return QCoreApplication.translate("Words", "APIP")
        case Role.ADMIN:
            return QCoreApplication.translate("Words", "Admin")
        case Role.PA:
            return QCoreApplication.translate("Words", "Pengguna Anggaran (PA)")
        case Role.KPA:
            return QCoreApplication.translate("Words", "Kuasa Pengguna Anggaran (KPA)")
        case Role.PPSPM:
            return QCoreApplication.translate("Words", "PPSPM")
        case Role.BUD:
            return QCoreApplication.translate("Words", "Bendahara Umum Daerah")
        case Role.APPLICANT:
            return QCoreApplication.translate("Words", "Belum ada akses")
        case Role.SYSTEM:
            return QCoreApplication.translate("Words", "Sistem")
    return str(role)


def access_words(role: Role | str, office: str, until: str = "") -> str:
    """Return an access in one line: role, office, until when."""
    parts = [role_label(role), office]
    if until:
        parts.append(QCoreApplication.translate("Words", "s.d. {until}").format(until=until))
    return " · ".join(part for part in parts if part)
