"""Sample rows for the gallery, clearly invented."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_desktop.views.widgets import PillText, Tone


@dataclass(frozen=True)
class Task:
    """A row of *Menunggu tindakan Anda*."""

    id: str
    what: str
    more: str
    order: str
    about: str
    party: str
    is_small: bool
    amount: int | None
    due: PillText | str


TASKS: tuple[Task, ...] = (
    Task(
        "1",
        "Tinjau & buat Surat Pesanan",
        "diajukan PP, nego turun 6,2 %",
        "EP-01KA7Q…M3",
        "ATK Sekretariat",
        "CV Contoh Niaga (simulasi)",
        True,
        175_830_000,
        PillText("hari ini 23.59", Tone.BAD),
    ),
    Task(
        "2",
        "Tanda tangani BAST",
        "2 dari 2 lokasi tiba",
        "EP-01K9ZB…7T",
        "Laptop sekolah",
        "PT Contoh Komputindo",
        False,
        412_500_000,
        PillText("hari ini 23.59", Tone.WARN),
    ),
    Task(
        "3",
        "Jawab harga balasan",
        "putaran 3",
        "EP-01KA81…0C",
        "Mebel ruang kelas",
        "UD Contoh Makmur",
        True,
        268_940_000,
        "2 hari · Sel 24 Nov",
    ),
    Task(
        "4",
        "Pilih metode pembayaran",
        "termin 1 dari 3",
        "EP-01K8MM…XW",
        "Langganan internet",
        "PT Contoh Telekomunikasi Daerah",
        False,
        96_000_000,
        "9 hari · Kam 3 Des",
    ),
    Task(
        "5",
        "Perbarui akses PPK",
        "masa berlaku berakhir",
        "—",
        "",
        "Verifikator Akses Instansi",
        False,
        None,
        "31 Des 2026",
    ),
)
