"""A PDF in the application: pages, zoom, form stamps, and broken files."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from inaproc_desktop.views.widgets import DocumentPreview
from inaproc_desktop.views.widgets.pdf_pages import draw_page, page_sizes
from tests.desktop.fakes import HeldRunner, ImmediateRunner

A4 = (595.2755905511812, 841.8897637795277)


def pdf(pages=3, field=""):
    from reportlab.lib.pagesizes import A4 as PAPER
    from reportlab.pdfgen import canvas

    target = io.BytesIO()
    drawing = canvas.Canvas(target, pagesize=PAPER, invariant=True)
    for number in range(1, pages + 1):
        drawing.drawString(72, 700, f"SIMULASI halaman {number}")
        if field and number == 1:
            drawing.acroForm.textfield(
                name="stamp", value=field, x=72, y=300, width=300, height=60, fontSize=30
            )
        drawing.showPage()
    drawing.save()
    return target.getvalue()


def ink(page, rows):
    """Count dark pixels in a band of rows."""
    line = page.stride
    band = page.pixels[rows[0] * line : rows[1] * line]
    return sum(1 for at in range(0, len(band), 4) if band[at] < 100)


def test_sizes_and_pixels():
    assert page_sizes(pdf(2)) == [pytest.approx(A4, abs=0.1)] * 2
    page = draw_page(pdf(1), 0, 0.5)
    assert (page.width, page.height) == pytest.approx((298, 421), abs=1)
    assert len(page.pixels) == page.stride * page.height
    assert ink(page, (0, 50)) == 0
    assert ink(draw_page(pdf(1), 0, 1.0), (125, 150)) > 50


def test_form_widgets_are_drawn():
    without, with_field = draw_page(pdf(1), 0, 1.0), draw_page(pdf(1, "DITANDATANGANI"), 0, 1.0)
    band = (480, 545)
    assert ink(without, band) == 0
    assert ink(with_field, band) > 100


def test_pages_are_drawn_when_they_are_near(shown, qtbot):
    runner = HeldRunner()
    preview = shown(DocumentPreview("Surat Pesanan", runner), 600, 400)
    preview.show_document(pdf(9))
    assert preview.page_count() == 0
    runner.run_all()
    assert preview.page_count() == 9
    qtbot.waitUntil(lambda: bool(runner.waiting), timeout=2000)
    asked = len(runner.waiting)
    assert 1 <= asked < 9
    runner.run_all()
    qtbot.wait(60)
    assert not runner.waiting, "drawn pages are not drawn again"


def test_page_number_follows_the_scroll(shown, qtbot):
    preview = shown(DocumentPreview("BAST", ImmediateRunner()), 600, 400)
    told: list[Any] = []
    preview.page_shown.connect(lambda page, count: told.append((page, count)))
    preview.show_document(pdf(3))
    qtbot.waitUntil(lambda: told == [(1, 3)], timeout=2000)
    bar = preview._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: told[-1] == (3, 3), timeout=2000)


def test_zoom(shown, qtbot):
    preview = shown(DocumentPreview("BAST", ImmediateRunner()), 600, 400)
    preview.show_document(pdf(1))
    qtbot.wait(60)
    preview.show_zoom(100)
    assert preview._papers[0].width() == pytest.approx(794, abs=1)
    preview._larger.click()
    assert preview._papers[0].width() == pytest.approx(992, abs=1)
    preview._smaller.click()
    preview._smaller.click()
    assert preview._papers[0].width() == pytest.approx(595, abs=1)
    qtbot.wait(60)


def test_a_broken_file_says_so(shown, qtbot):
    preview = shown(DocumentPreview("BAST", ImmediateRunner()))
    with qtbot.waitSignal(preview.failed) as told:
        preview.show_document(b"not a pdf")
    assert "Pdfium" in told.args[0]
    assert "tidak dapat ditampilkan" in preview._words.text()


def test_another_document_drops_the_first(shown):
    runner = HeldRunner()
    preview = shown(DocumentPreview("BAST", runner))
    preview.show_document(pdf(5))
    preview.show_document(pdf(2))
    runner.run_all()
    assert preview.page_count() == 2
    preview.clear()
    assert preview.page_count() == 0


def test_a_preview_that_is_gone_gets_nothing_any_more(themed, qtbot):
    runner = HeldRunner()
    preview = DocumentPreview("BAST", runner)
    preview.show_document(pdf(2))
    preview.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    runner.run_all()


def test_fitted_pages_never_scroll_sideways(shown, qtbot):
    preview = shown(DocumentPreview("Surat Pesanan", ImmediateRunner()), 600, 400)
    preview.show_document(pdf(4))
    area = preview._area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=2000)
    assert preview._papers[0].width() <= area.viewport().width()
    assert not area.horizontalScrollBar().isVisible()
    preview.show_zoom(200)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().isVisible(), timeout=2000)


def test_the_page_in_sight_says_when_it_is_drawn(shown, qtbot):
    runner = HeldRunner()
    preview = shown(DocumentPreview("Surat Pesanan", runner), 600, 400)
    preview.show_document(pdf(2))
    runner.run_next()
    qtbot.waitUntil(lambda: bool(runner.waiting), timeout=2000)
    assert not preview.is_drawn()
    runner.run_all()
    assert preview.is_drawn()
    preview.clear()
    assert not preview.is_drawn()
