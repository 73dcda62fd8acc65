"""The words of registration: statuses, kinds of access, places for files. Values go over the wire."""

from __future__ import annotations

from enum import StrEnum

from inaproc_core.roles import Role


class Channel(StrEnum):
    """How a one-time code reaches a person."""

    EMAIL = "EMAIL"
    SMS = "SMS"


class Nationality(StrEnum):
    """First question of the profile."""

    WNI = "WNI"
    WNA = "WNA"


class ProfileStatus(StrEnum):
    """Where the profile of a person stands (stage 2)."""

    NONE = "NONE"
    """Belum Terverifikasi: nothing was sent."""
    WAITING = "WAITING"
    """Menunggu Verifikasi."""
    NEEDS_FIX = "NEEDS_FIX"
    """Perlu Perbaikan: some parts are open again."""
    REJECTED = "REJECTED"
    """Ditolak for this set of documents; a new start is possible."""
    VERIFIED = "VERIFIED"
    """Terverifikasi."""


class RequestStatus(StrEnum):
    """Where a request for an access stands (stage 3)."""

    WAITING = "WAITING"
    """Menunggu Verifikasi; with four eyes also between the first and the second."""
    NEEDS_FIX = "NEEDS_FIX"
    REJECTED = "REJECTED"
    APPROVED = "APPROVED"
    WITHDRAWN = "WITHDRAWN"
    """Ditarik by the applicant before it was decided."""


class AccessStatus(StrEnum):
    """Where a granted access stands; the last three are derived from its dates."""

    DEACTIVATED = "DEACTIVATED"
    FUTURE = "FUTURE"
    """Its masa berlaku has not begun."""
    ACTIVE = "ACTIVE"
    ENDING = "ENDING"
    """Akan Berakhir: active, and within the first reminder."""
    EXPIRED = "EXPIRED"
    """Kedaluwarsa: readable, no transactions; Aktifkan Kembali."""


class Verifier(StrEnum):
    """Who decides on a request."""

    INAPROC = "INAPROC"
    """Verifikator Akses INAPROC: profiles, company admins, VAI and admins."""
    VAI = "VAI"
    """Verifikator Akses Instansi: the non penyedia accesses of one instansi."""
    COMPANY = "COMPANY"
    """Admin Perusahaan of the same NIB: its Anggota."""


class AccessKind(StrEnum):
    """What one may ask for on Manajemen Akses. Each kind has a form (data) and a role it acts in."""

    COMPANY_OWNER = "COMPANY_OWNER"
    """Admin Perusahaan as Pemilik Perusahaan: Direktur, Penanggung Jawab or Pemegang Saham per NIB."""
    COMPANY_STAFF = "COMPANY_STAFF"
    """Admin Perusahaan as Staf Perusahaan, with surat kuasa."""
    COMPANY_MEMBER = "COMPANY_MEMBER"
    """Anggota Perusahaan."""
    PP = "PP"
    PPK = "PPK"
    PP_NON_KLPD = "PP_NON_KLPD"
    PPK_NON_KLPD = "PPK_NON_KLPD"
    PA = "PA"
    KPA = "KPA"
    BENDAHARA_PENGELUARAN = "BENDAHARA_PENGELUARAN"
    BPP = "BPP"
    BENDAHARA_SATKER = "BENDAHARA_SATKER"
    BUD = "BUD"
    KUASA_BUD = "KUASA_BUD"
    PPSPM = "PPSPM"
    POKJA = "POKJA"
    APIP = "APIP"
    VAI = "VAI"
    ADMIN_PPE = "ADMIN_PPE"
    ADMIN_AGENCY = "ADMIN_AGENCY"
    ADMIN_SATKER = "ADMIN_SATKER"
    VERIFIKATOR_INAPROC = "VERIFIKATOR_INAPROC"
    """Appointed by the operator of the service, never asked for."""


ROLE_OF: dict[AccessKind, Role] = {
    AccessKind.COMPANY_OWNER: Role.PENYEDIA,
    AccessKind.COMPANY_STAFF: Role.PENYEDIA,
    AccessKind.COMPANY_MEMBER: Role.PENYEDIA,
    AccessKind.PP: Role.PP,
    AccessKind.PPK: Role.PPK,
    AccessKind.PP_NON_KLPD: Role.PP,
    AccessKind.PPK_NON_KLPD: Role.PPK,
    AccessKind.PA: Role.PA,
    AccessKind.KPA: Role.KPA,
    AccessKind.BENDAHARA_PENGELUARAN: Role.BENDAHARA,
    AccessKind.BPP: Role.BENDAHARA,
    AccessKind.BENDAHARA_SATKER: Role.BENDAHARA,
    AccessKind.BUD: Role.BUD,
    AccessKind.KUASA_BUD: Role.BUD,
    AccessKind.PPSPM: Role.PPSPM,
    AccessKind.POKJA: Role.POKJA,
    AccessKind.APIP: Role.APIP,
    AccessKind.VAI: Role.VERIFIKATOR,
    AccessKind.ADMIN_PPE: Role.ADMIN,
    AccessKind.ADMIN_AGENCY: Role.ADMIN,
    AccessKind.ADMIN_SATKER: Role.ADMIN,
    AccessKind.VERIFIKATOR_INAPROC: Role.VERIFIKATOR,
}
"""The role that an access of a kind acts in."""

PENYEDIA_KINDS = frozenset({AccessKind.COMPANY_OWNER, AccessKind.COMPANY_STAFF, AccessKind.COMPANY_MEMBER})
"""Kinds of Tipe Profil "Penyedia"; every other is "Non Penyedia"."""


class FileSlot(StrEnum):
    """What a file is handed in as."""

    KTP = "KTP"
    PASSPORT = "PASSPORT"
    SELFIE = "SELFIE"
    SELFIE_WITH_KTP = "SELFIE_WITH_KTP"
    SIM = "SIM"
    KK = "KK"
    KITAS = "KITAS"
    NPWP = "NPWP"
    NIB = "NIB"
    KSWP = "KSWP"
    OWNER_STATEMENT = "OWNER_STATEMENT"
    POWER_OF_ATTORNEY = "POWER_OF_ATTORNEY"
    PKP = "PKP"
    DEED = "DEED"
    ASSIGNMENT_LETTER = "ASSIGNMENT_LETTER"
    """Surat Keterangan Kerja, Surat Tugas, SK or surat penunjukan, as the kind's form names it."""


PICTURE_SLOTS = frozenset(
    {
        FileSlot.KTP,
        FileSlot.PASSPORT,
        FileSlot.SELFIE,
        FileSlot.SELFIE_WITH_KTP,
        FileSlot.SIM,
    }
)
"""Slots that take photographs only; the others take PDF, JPG and PNG."""


class Verdict(StrEnum):
    """What a verifikator decides."""

    APPROVE = "APPROVE"
    """Setujui."""
    FIX = "FIX"
    """Minta Perbaikan."""
    REJECT = "REJECT"
    """Tolak."""
