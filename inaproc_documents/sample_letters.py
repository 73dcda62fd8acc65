"""Sample letters to fill, print, sign and hand in with a request for an access.

Each says what verifikators look for: name, NIP, role, office, validity, signature and stamp (registration.md
§4.6, likely reasons for refusal). They are models: an office's own form of letters goes before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from inaproc_documents.paper import blocks, style
from inaproc_documents.paper.sheet import Running, build, content_width
from inaproc_documents.paper.words import long_date, marked_up

_BLANK = "." * 46
_SHORT_BLANK = "." * 22
_HINT = ParagraphStyle("letter-hint", style.SMALL, spaceAfter=6)
_BODY = ParagraphStyle("letter-body", style.BODY, fontSize=10, leading=15, spaceAfter=6)
_TITLE = ParagraphStyle("letter-title", style.TITLE_CENTRED, fontSize=13, leading=18, spaceBefore=10)
_NUMBER = ParagraphStyle("letter-number", style.CENTRED, fontSize=10, leading=14, spaceAfter=12)
_FOOT = "Contoh untuk diisi. Sesuaikan dengan tata naskah dinas instansi atau kop perusahaan Anda."


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What is known already; what is empty becomes a line to write on.

    Attributes:
        name: of the person the letter is about.
        nip: 18 digits, of a civil servant.
        position: the role in the words of the letter ("Pejabat Pembuat Komitmen").
        office: satker or company.
        instansi: K/L/PD above the satker.
        nib: of a company.
        valid_from, valid_until: first and last day.
    """

    name: str = ""
    nip: str = ""
    position: str = ""
    office: str = ""
    instansi: str = ""
    nib: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class _Letter:
    """The words of one kind.

    Attributes:
        head: what stands for the letterhead.
        signer: who signs.
        opening: first words, before the list of the person's data.
        deed: what the letter does, after the list; ``{position}`` and ``{office}`` are filled in.
        company: it is a company's letter, about a NIB instead of an instansi.
        stamp_duty: it needs a stamp duty of Rp10.000.
    """

    title: str
    head: str
    signer: str
    opening: str
    deed: str
    company: bool = False
    stamp_duty: bool = False


_INSTANSI_HEAD = "(KOP SURAT INSTANSI / SATUAN KERJA)"
_COMPANY_HEAD = "(KOP SURAT PERUSAHAAN)"
_OF_PERSON = "Yang bertanda tangan di bawah ini menugaskan:"
_DECREE = "Menetapkan nama berikut dalam jabatan yang disebut di bawah ini:"

_LETTERS: Mapping[str, _Letter] = {
    "assignment_letter": _Letter(
        title="SURAT TUGAS",
        head=_INSTANSI_HEAD,
        signer="Kepala Satuan Kerja",
        opening=_OF_PERSON,
        deed="untuk melaksanakan tugas sebagai {position} pada {office}, termasuk menggunakan akses INAPROC"
        " untuk jabatan tersebut selama masa berlaku surat ini.",
    ),
    "employment_letter": _Letter(
        title="SURAT KETERANGAN KERJA",
        head=_COMPANY_HEAD,
        signer="Direktur / Penanggung Jawab",
        opening="Yang bertanda tangan di bawah ini menerangkan bahwa:",
        deed="benar bekerja pada {office} sebagai {position} dan diberi tugas mewakili perusahaan"
        " di INAPROC sesuai akses yang diajukan.",
        company=True,
    ),
    "owner_statement": _Letter(
        title="SURAT PERNYATAAN PEMILIK",
        head=_COMPANY_HEAD,
        signer="Direktur / Penanggung Jawab / Pemegang Saham",
        opening="Yang bertanda tangan di bawah ini:",
        deed="menyatakan dengan sebenarnya bahwa saya adalah pemilik, direktur, atau penanggung jawab"
        " {office} sebagaimana tercatat pada NIB, dan bertanggung jawab atas tindakan dengan akses itu.",
        company=True,
        stamp_duty=True,
    ),
    "power_of_attorney": _Letter(
        title="SURAT KUASA",
        head=_COMPANY_HEAD,
        signer="Pemberi kuasa (Direktur / Penanggung Jawab)",
        opening="Yang bertanda tangan di bawah ini memberi kuasa kepada:",
        deed="untuk bertindak sebagai Admin Perusahaan {office} di INAPROC: mengelola data perusahaan,"
        " produk, negosiasi, pesanan, dan penagihan. Kuasa ini tidak dapat dialihkan.",
        company=True,
        stamp_duty=True,
    ),
    "treasurer_decree": _Letter(
        title="KEPUTUSAN PENETAPAN BENDAHARA",
        head=_INSTANSI_HEAD,
        signer="Pejabat yang berwenang menetapkan bendahara",
        opening=_DECREE,
        deed="sebagai {position} pada {office}, dengan tugas dan tanggung jawab menurut ketentuan pengelolaan"
        " keuangan negara atau daerah.",
    ),
    "regional_decree": _Letter(
        title="KEPUTUSAN KEPALA DAERAH",
        head="(KOP GUBERNUR / BUPATI / WALI KOTA)",
        signer="Gubernur / Bupati / Wali Kota",
        opening=_DECREE,
        deed="sebagai {position} pada {office}, menurut ketentuan pengelolaan keuangan daerah.",
    ),
    "kpa_decree": _Letter(
        title="KEPUTUSAN KUASA PENGGUNA ANGGARAN",
        head=_INSTANSI_HEAD,
        signer="Kuasa Pengguna Anggaran",
        opening=_DECREE,
        deed="sebagai {position} pada {office}, dengan tugas menguji tagihan dan menerbitkan surat perintah"
        " membayar.",
    ),
    "pokja_decree": _Letter(
        title="KEPUTUSAN PENETAPAN POKJA PEMILIHAN",
        head="(KOP SURAT UKPBJ)",
        signer="Kepala UKPBJ",
        opening=_DECREE,
        deed="sebagai {position} pada {office}, untuk paket dan tahun anggaran yang disebut dalam keputusan.",
    ),
    "appointment_letter": _Letter(
        title="SURAT PENUNJUKAN",
        head=_INSTANSI_HEAD,
        signer="Pimpinan instansi / Sekretaris",
        opening="Yang bertanda tangan di bawah ini menunjuk:",
        deed="sebagai {position} pada {office}, untuk mengelola dan memeriksa akses pengguna INAPROC di"
        " lingkungan instansi.",
    ),
}

TEMPLATES: frozenset[str] = frozenset(_LETTERS)
"""Ids of all sample letters, as ``SlotRule.template`` names them."""


def sample_letter(template: str, facts: LetterFacts, *, made_at: datetime, simulation: bool) -> bytes:
    """Return a sample letter as a PDF of one page.

    Args:
        template: one of ``TEMPLATES``.
        facts: what is known already.
        made_at: aware; the date of the file, not printed as the letter's own.
        simulation: print the band of training mode.

    Raises:
        KeyError: there is no such template.
    """
    letter = _LETTERS[template]
    style.register_fonts()
    running = Running(
        title=f"Contoh {letter.title.title()}",
        number="",
        dated="",
        foot=_FOOT,
        subject=f"Contoh {letter.title.lower()} untuk permohonan akses INAPROC",
        author="INAPROC Desktop",
        identity=f"{template}\n{facts}",
        made_at=made_at,
        simulation=simulation,
    )
    return build(running, _story(letter, facts))


def _story(letter: _Letter, facts: LetterFacts) -> list[Flowable]:
    office = ", ".join(part for part in (facts.office, facts.instansi) if part) or _BLANK
    deed = letter.deed.format(position=facts.position or _BLANK, office=office)
    return [
        Paragraph(marked_up(letter.head), style.CENTRED),
        Paragraph(marked_up(letter.title), _TITLE),
        Paragraph(f"Nomor: {_BLANK}", _NUMBER),
        Paragraph(marked_up(letter.opening), _BODY),
        _rows(_person(letter, facts)),
        blocks.gap(8),
        Paragraph(marked_up(deed), _BODY),
        Paragraph(marked_up(_validity(facts)), _BODY),
        Paragraph("Surat ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya.", _BODY),
        blocks.gap(14),
        _signature(letter),
        blocks.gap(18),
        *_reminders(letter),
    ]


def _person(letter: _Letter, facts: LetterFacts) -> Sequence[tuple[str, str]]:
    number = ("NIK", _BLANK) if letter.company else ("NIP / NRP", facts.nip or _BLANK)
    place = (
        [("Perusahaan", facts.office), ("NIB", facts.nib)]
        if letter.company
        else [("Instansi", facts.instansi), ("Satuan kerja", facts.office)]
    )
    rows = [
        ("Nama", facts.name),
        number,
        ("Pangkat / golongan", ""),
        ("Jabatan / peran", facts.position),
        *place,
    ]
    return [row for row in rows if not (letter.company and row[0].startswith("Pangkat"))]


def _rows(rows: Sequence[tuple[str, str]]) -> Table:
    cells = [
        [
            Paragraph(marked_up(name), _BODY),
            Paragraph(":", _BODY),
            Paragraph(marked_up(value or _BLANK), _BODY),
        ]
        for name, value in rows
    ]
    table = Table(cells, colWidths=[120, 10, content_width() - 130], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                style.CELL_FONT,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("LEFTPADDING", (0, 0), (0, -1), 12),
            ]
        )
    )
    return table


def _validity(facts: LetterFacts) -> str:
    begins = long_date(facts.valid_from) if facts.valid_from else _SHORT_BLANK
    ends = long_date(facts.valid_until) if facts.valid_until else _SHORT_BLANK
    return f"Surat ini berlaku mulai tanggal {begins} sampai dengan tanggal {ends}."


def _signature(letter: _Letter) -> Table:
    stamp = "(meterai Rp10.000, tanda tangan, dan cap)" if letter.stamp_duty else "(tanda tangan dan cap)"
    lines = [
        f"{_SHORT_BLANK}, {_SHORT_BLANK}",
        letter.signer,
        "",
        "",
        stamp,
        "",
        _BLANK,
        f"NIP {_SHORT_BLANK}",
    ]
    if letter.company:
        lines = lines[:-1]
    cell = [Paragraph(marked_up(line) if line else "&nbsp;", style.BODY) for line in lines]
    table = Table([["", cell]], colWidths=[content_width() - 250, 250], hAlign="LEFT")
    table.setStyle(TableStyle([style.CELL_FONT, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _reminders(letter: _Letter) -> list[Flowable]:
    told = [
        "Sebelum diunggah, pastikan surat memuat: nomor dan tanggal, nama lengkap seperti di identitas,"
        " peran yang sama dengan yang diajukan, satuan kerja atau perusahaan, masa berlaku, tanda tangan,"
        " dan cap.",
        "Pindai seluruh halaman dengan tepi terlihat, lalu unggah sebagai PDF, JPG, atau PNG.",
    ]
    if letter.stamp_duty:
        told.insert(1, "Bubuhkan meterai sebelum ditandatangani.")
    return [Paragraph(marked_up(text), _HINT) for text in told]
