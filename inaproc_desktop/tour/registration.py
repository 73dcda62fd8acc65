"""The first half of the mission: two people register from nothing, and the new PP buys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.roles import Role
from inaproc_desktop.tour import filing, hands, newcomer
from inaproc_desktop.tour.newcomer import Identity, Mailbox
from inaproc_desktop.tour.record import Record
from inaproc_desktop.tour.seat import Seat
from inaproc_desktop.views import format as fmt

_PP = Identity(
    full_name="Sari Latihan",
    username="sari.latihan",
    email="sari@latihan.invalid",
    phone="081300000001",
)
_PP_KTP = filing.Resident(nik="3273024203900007", full_name="Sari Latihan")
_ADMIN = Identity(
    full_name="Bayu Latihan",
    username="bayu.latihan",
    email="bayu@latihan.invalid",
    phone="081300000002",
)
_ADMIN_KTP = filing.Resident(nik="9999991203850101", full_name="Bayu Latihan")
_NIB = "9120002100011"
_LETTER = "ASSIGNMENT_LETTER"
_COMPANY_PAPERS = {
    "NIB": "NOMOR INDUK BERUSAHA",
    "NPWP": "NPWP PERUSAHAAN",
    "KSWP": "BUKTI KSWP",
    "OWNER_STATEMENT": "SURAT PERNYATAAN PEMILIK",
    "PKP": "SURAT PENGUKUHAN PKP",
    _LETTER: "SURAT KETERANGAN KERJA",
}


def play_newcomers(folder: Path, server: str, record: Record) -> Seat:
    """Play both registrations, a correction and a refusal included.

    Returns:
        The seat of the new PP, signed in and with an active access; the caller closes it.
    """
    mailbox = Mailbox(server)
    seats: dict[str, Seat] = {}

    def seat(name: str) -> Seat:
        seats[name] = Seat(name, folder, server, record)
        return seats[name]

    try:
        official, admin = seat("sari"), seat("bayu")
        newcomer.register(official, mailbox, _PP, second_factor=False)
        newcomer.register(admin, mailbox, _ADMIN, second_factor=True)
        filing.send_profile(official, _PP_KTP, folder)
        filing.send_profile(admin, _ADMIN_KTP, folder)
        national, agency = seat("verinaproc1"), seat("verifikator")
        national.sign_in()
        agency.sign_in()
        for who in (_PP_KTP, _ADMIN_KTP):
            filing.decide(national, who.full_name, Verdict.APPROVE, what="Profil diperiksa")
        _become_pp(official, agency, folder)
        _become_admin(admin, national, folder)
        for name in ("bayu", "verinaproc1", "verifikator"):
            seats.pop(name).close()
        return seats.pop("sari")
    except Exception:
        for one in seats.values():
            record.step("macet", one.username, "macet", one.window)
        raise
    finally:
        mailbox.close()
        for one in seats.values():
            one.close()


def _become_pp(official: Seat, agency: Seat, folder: Path) -> None:
    until = fmt.date(date(official.deps.clock.now().year, 12, 31))
    wish = filing.Wish(
        group="NON_PENYEDIA",
        kind="PP",
        fields={
            "golongan": "III/c",
            "satker": "dinas pendidikan kota contoh|Dinas Pendidikan",
            "valid_until": until,
            "satker_npwp": "0123456789012345",
            "letter_number": "800/001/SK/2026",
        },
        letters={_LETTER: ("SURAT TUGAS", "Nomor 800/001/SK/2026", "Sari Latihan", "Pejabat Pengadaan")},
    )
    sent = filing.ask_for_access(official, wish, folder)
    filing.decide(
        agency,
        _PP.full_name,
        Verdict.FIX,
        what="Surat tanpa tanda tangan",
        wrong={_LETTER: "Surat tidak ditandatangani"},
    )
    signed = {_LETTER: (*wish.letters[_LETTER], "Kepala Dinas", "(tanda tangan simulasi)")}
    filing.mend(official, sent.request_id, signed, folder)
    filing.decide(agency, _PP.full_name, Verdict.APPROVE, what="Perbaikan diperiksa")
    _wait_for_role(official, Role.PP)
    official.picture("akses", "Akses PP aktif")


def _become_admin(admin: Seat, national: Seat, folder: Path) -> None:
    letters = {
        slot: (title, "PT Latihan Baru Bersama", f"NIB {_NIB}") for slot, title in _COMPANY_PAPERS.items()
    }
    wish = filing.Wish(
        group="PENYEDIA",
        kind="COMPANY_OWNER",
        fields={"nib": _NIB, "industry": "Perdagangan besar alat tulis", "owner_position": "Direktur"},
        letters=letters,
    )
    sent = filing.ask_for_access(admin, wish, folder)
    filing.decide(
        national,
        _ADMIN.full_name,
        Verdict.REJECT,
        what="Surat bukan milik perusahaan ini",
        wrong={_LETTER: "Surat atas nama orang lain"},
    )
    filing.ask_again(admin, sent.request_id, letters, folder)
    filing.decide(national, _ADMIN.full_name, Verdict.APPROVE, what="Akses Admin Perusahaan diperiksa")
    _wait_for_role(admin, Role.PENYEDIA)
    admin.picture("akses", "Admin Perusahaan aktif")


def _wait_for_role(seat: Seat, role: Role) -> None:
    hands.wait_until(
        lambda: seat.deps.signed_in.actor.role is role, f"{seat.username} to act as {role.value}"
    )
    hands.settle(0.8)
