"""Rekap Verifikasi Akses: what came in during a month and what became of it, per office and role.

Takes the place of the monthly lists that offices of electronic procurement keep by hand (registration.md §6,
no. 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from inaproc_core.calendar import Zone
from inaproc_documents.paper import blocks, style
from inaproc_documents.paper.sheet import Running, build
from inaproc_documents.paper.words import NOTHING, marked_up, moment

TITLE = "Rekap Verifikasi Akses"

_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_ROLE = ParagraphStyle("recap-role", style.BODY, leftIndent=9)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Numbers of requests. ``received`` is the sum of approved, fix, rejected, withdrawn and waiting.

    Attributes:
        decided: requests that a mean of hours can be made of.
        hours: their hours from sending to decision, added up.
        overdue: decided after the limit, or waiting for longer than it.
    """

    received: int = 0
    approved: int = 0
    fix: int = 0
    rejected: int = 0
    withdrawn: int = 0
    waiting: int = 0
    decided: int = 0
    hours: int = 0
    overdue: int = 0

    def __add__(self, other: Figures) -> Figures:
        """Return both together."""
        return Figures(
            received=self.received + other.received,
            approved=self.approved + other.approved,
            fix=self.fix + other.fix,
            rejected=self.rejected + other.rejected,
            withdrawn=self.withdrawn + other.withdrawn,
            waiting=self.waiting + other.waiting,
            decided=self.decided + other.decided,
            hours=self.hours + other.hours,
            overdue=self.overdue + other.overdue,
        )

    @property
    def mean_tenths(self) -> int | None:
        """Mean hours until the decision in tenths, rounded half up; ``None`` without a decision."""
        return (self.hours * 10 * 2 + self.decided) // (2 * self.decided) if self.decided else None


@dataclass(frozen=True, kw_only=True)
class RoleFigures:
    """The numbers of one role in one office."""

    role: str
    figures: Figures


@dataclass(frozen=True, kw_only=True)
class OfficeFigures:
    """The numbers of one office, by role."""

    instansi: str
    office: str
    roles: tuple[RoleFigures, ...]

    @property
    def figures(self) -> Figures:
        """All roles together."""
        return total(each.figures for each in self.roles)


@dataclass(frozen=True, kw_only=True)
class Recap:
    """One month.

    Attributes:
        year, month: the month in which the requests were sent.
        offices: sorted as they are printed; those of one instansi stand together.
        limit_hours: hours after which a decision is late.
        made_by: who made the list, and for which office.
        made_at: state of things, aware.
        scope: a filter in words, empty for everything that the maker may see.
    """

    year: int
    month: int
    offices: tuple[OfficeFigures, ...]
    limit_hours: int
    made_by: str
    made_for: str
    made_at: datetime
    zone: Zone = Zone.WIB
    scope: str = ""
    simulation: bool = False

    @property
    def figures(self) -> Figures:
        """Everything together."""
        return total(office.figures for office in self.offices)

    @property
    def period(self) -> str:
        """The month in words: ``November 2026``."""
        return f"{_MONTHS[self.month - 1]} {self.year}"


def total(figures: Iterable[Figures]) -> Figures:
    """Return the sum of figures."""
    summed = Figures()
    for each in figures:
        summed = summed + each
    return summed


def render_recap(recap: Recap) -> bytes:
    """Render a recap.

    Returns:
        A PDF on A4 with page numbers and embedded fonts; the same bytes for the same recap.
    """
    style.register_fonts()
    story: list[Flowable] = [*_opening(recap), *_summary(recap)]
    for instansi in dict.fromkeys(office.instansi for office in recap.offices):
        story += blocks.section(instansi or NOTHING)
        story.append(_table([office for office in recap.offices if office.instansi == instansi]))
    if not recap.offices:
        story.append(blocks.prose("Tidak ada permohonan akses yang dikirim dalam bulan ini."))
    story += [blocks.gap(8), *_explanation(recap)]
    return build(_running(recap), story)


def _running(recap: Recap) -> Running:
    return Running(
        title=TITLE,
        number=recap.period,
        dated=moment(recap.made_at, recap.zone),
        foot=f"Disusun oleh {recap.made_by}",
        subject=f"{TITLE} {recap.period}, {recap.made_for}",
        author=recap.made_for,
        identity=f"{recap.made_for}\n{recap.period}\n{recap.scope}\n{recap.made_at.isoformat()}",
        made_at=recap.made_at,
        simulation=recap.simulation,
    )


def _opening(recap: Recap) -> list[Flowable]:
    rows = [
        ("Bulan", recap.period),
        ("Keadaan per", moment(recap.made_at, recap.zone)),
        ("Disusun oleh", recap.made_by),
    ]
    if recap.scope:
        rows.append(("Saringan", recap.scope))
    return [
        Paragraph(marked_up(recap.made_for), style.OFFICE),
        blocks.gap(8),
        Paragraph(TITLE, style.TITLE),
        blocks.gap(3),
        blocks.facts(rows),
        blocks.gap(6),
    ]


def _summary(recap: Recap) -> list[Flowable]:
    all_of_it = recap.figures
    figures: list[tuple[str, str]] = [
        ("Permohonan masuk", str(all_of_it.received)),
        ("Disetujui", str(all_of_it.approved)),
        ("Diminta perbaikan", str(all_of_it.fix)),
        ("Ditolak", str(all_of_it.rejected)),
        ("Ditarik pemohon", str(all_of_it.withdrawn)),
    ]
    times = [
        ("Masih menunggu", str(all_of_it.waiting)),
        ("Rerata keputusan", _with_unit(mean_words(all_of_it))),
        (f"Lewat batas {recap.limit_hours} jam", str(all_of_it.overdue)),
        ("Satuan kerja", str(len(recap.offices))),
        ("Jenis akses", str(len({role.role for office in recap.offices for role in office.roles}))),
    ]
    return [blocks.facing_facts("Hasil", figures, "Waktu dan cakupan", times)]


def _table(offices: Sequence[OfficeFigures]) -> Flowable:
    columns = [
        blocks.Column(head="Satuan kerja dan jenis akses"),
        blocks.Column(head="Masuk", width=37, figure=True),
        blocks.Column(head="Setuju", width=39, figure=True),
        blocks.Column(head="Perbaiki", width=45, figure=True),
        blocks.Column(head="Tolak", width=35, figure=True),
        blocks.Column(head="Tarik", width=34, figure=True),
        blocks.Column(head="Tunggu", width=42, figure=True),
        blocks.Column(head="Rerata jam", width=37, figure=True),
        blocks.Column(head="Lewat", width=37, figure=True),
    ]
    rows: list[list[Flowable | list[Flowable]]] = []
    for office in offices:
        rows.append(_row(office.office or NOTHING, office.figures, strong=True))
        rows += [_row(each.role, each.figures, strong=False) for each in office.roles]
    if len(offices) > 1:
        rows.append(_row("Jumlah", total(office.figures for office in offices), strong=True))
    return blocks.grid(columns, rows)


def _row(name: str, figures: Figures, *, strong: bool) -> list[Flowable | list[Flowable]]:
    numbers = (
        figures.received,
        figures.approved,
        figures.fix,
        figures.rejected,
        figures.withdrawn,
        figures.waiting,
    )
    words = [*(str(number) if number else NOTHING for number in numbers), mean_words(figures)]
    words.append(str(figures.overdue) if figures.overdue else NOTHING)
    figure = style.FIGURE_STRONG if strong else style.FIGURE
    return [
        Paragraph(marked_up(name), style.STRONG if strong else _ROLE),
        *(Paragraph(text, figure) for text in words),
    ]


def mean_words(figures: Figures) -> str:
    """Return the mean hours as ``41,5``; a dash without a decision."""
    tenths = figures.mean_tenths
    return NOTHING if tenths is None else f"{tenths // 10},{tenths % 10}"


def _with_unit(hours: str) -> str:
    return hours if hours == NOTHING else f"{hours} jam"


def _explanation(recap: Recap) -> list[Flowable]:
    text = (
        "Dihitung dari permohonan yang dikirim dalam bulan ini, menurut keadaan saat rekap disusun. "
        "Waktu keputusan: dari pengiriman terakhir sampai keputusan. "
        f"Lewat: diputus sesudah {recap.limit_hours} jam, atau menunggu lebih lama dari itu."
    )
    return [Paragraph(marked_up(text), style.SMALL)]
