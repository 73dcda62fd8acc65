"""Rekap Verifikasi Akses: sums that agree, and a page that says whose they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_documents.recap import (
    Figures,
    OfficeFigures,
    Recap,
    RoleFigures,
    mean_words,
    render_recap,
    total,
)

AT = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)


def figures(approved: int = 0, fix: int = 0, waiting: int = 0, hours: int = 0, overdue: int = 0) -> Figures:
    return Figures(
        received=approved + fix + waiting,
        approved=approved,
        fix=fix,
        waiting=waiting,
        decided=approved + fix,
        hours=hours,
        overdue=overdue,
    )


def recap(count: int = 2, **more: object) -> Recap:
    offices = tuple(
        OfficeFigures(
            instansi="Pemerintah Kota Contoh",
            office=f"Dinas Contoh {number}",
            roles=(
                RoleFigures(role="Pejabat Pengadaan (PP)", figures=figures(3, 1, 0, 100, 1)),
                RoleFigures(role="Bendahara & Pembantu <BPP>", figures=figures(0, 0, 2)),
            ),
        )
        for number in range(1, count + 1)
    )
    made = Recap(
        year=2026,
        month=11,
        offices=offices,
        limit_hours=72,
        made_by="Verifikator Latihan",
        made_for="Pemerintah Kota Contoh",
        made_at=AT,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # members by name


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_sums_agree_from_role_to_office_to_all():
    one = recap(3)
    assert one.offices[0].figures == figures(3, 1, 2, 100, 1)
    assert one.figures.received == 18
    assert one.figures.overdue == 3


@pytest.mark.parametrize(
    ("hours", "decided", "words"),
    [(100, 4, "25,0"), (1, 3, "0,3"), (5, 3, "1,7"), (0, 0, "–"), (1, 20, "0,1")],
)
def test_mean_hours_are_rounded_to_a_tenth(hours, decided, words):
    assert mean_words(Figures(hours=hours, decided=decided)) == words


@given(st.lists(st.tuples(*[st.integers(0, 999)] * 3), max_size=8))
def test_adding_up_loses_nothing(rows):
    parts = [figures(a, b, c) for a, b, c in rows]
    assert total(parts).received == sum(a + b + c for a, b, c in rows)


def test_the_page_says_month_maker_and_every_office():
    text = text_of(render_recap(recap()))
    for words in (
        "November 2026",
        "Verifikator Latihan",
        "Dinas Contoh 2",
        "Bendahara & Pembantu <BPP>",
        "72 jam",
    ):
        assert words in text, words
    assert "Halaman 1/1" in text
    assert "SIMULASI" not in text


def test_training_is_marked_on_every_page_and_long_recaps_are_numbered():
    pdf = render_recap(recap(60, simulation=True))
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(pages) > 2
    assert all("SIMULASI" in page for page in pages)
    assert f"Halaman {len(pages)}/{len(pages)}" in pages[-1]


def test_fonts_are_embedded_and_the_same_recap_gives_the_same_bytes():
    first, second = render_recap(recap()), render_recap(recap())
    assert first == second
    assert b"/FontFile2" in first
    assert b"Helvetica" not in first


def test_an_empty_month_says_so():
    text = text_of(render_recap(recap(0)))
    assert "Tidak ada permohonan akses" in text


def test_a_filter_is_printed():
    assert "Dinas Contoh 1" in text_of(render_recap(recap(0, scope="Dinas Contoh 1")))
