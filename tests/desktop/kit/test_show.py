"""Widgets that only show: pills, bars, steps, timelines, summaries, lists of what is missing, grids."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inaproc_core.values import Rupiah
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Align,
    Badge,
    Banner,
    BusyOverlay,
    Card,
    Checklist,
    ChecklistItem,
    Columns,
    EmptyState,
    EmptyText,
    GridColumn,
    LineGrid,
    MoneyField,
    NavButton,
    Page,
    Pill,
    PillText,
    Section,
    SectionNav,
    Segment,
    SegmentedBar,
    ShareBar,
    Step,
    StepBar,
    StepState,
    SummaryRow,
    SummaryRows,
    Timeline,
    TimelineEvent,
    Toast,
    Tone,
    VerdictCard,
    button,
    column,
    icon_button,
    label,
    parts,
)
from inaproc_desktop.views.widgets.card import ActionBar
from inaproc_desktop.views.widgets.marks import draw_mark
from inaproc_desktop.views.widgets.scroll import VerticalScroll, scrolled


def words(widget):
    # Parts that join a visible parent are shown at its next turn.
    QCoreApplication.processEvents()
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget) and each.text()]


def test_a_pill_is_as_wide_as_its_words_and_goes_when_there_are_none(shown):
    pill = Pill(PillText("lengkap", Tone.OK))
    holder = shown(column(pill))
    wide = pill.sizeHint().width()
    pill.show_pill(PillText("lengkap sekali", Tone.OK))
    assert pill.sizeHint().width() > wide
    assert pill.isVisible()
    pill.show_pill(None)
    assert not pill.isVisible()
    assert words(holder) == []


def test_a_pill_made_empty_and_filled_before_it_has_a_parent_is_seen(shown):
    pill = Pill()
    pill.show_pill(PillText("siap"))
    shown(column(pill))
    assert pill.isVisible()


def test_a_pill_without_parent_opens_no_window(themed, qtbot):
    pill = Pill(PillText("siap"))
    qtbot.addWidget(pill)
    assert not pill.isVisible()


@pytest.mark.parametrize("tone", [Tone.OK, Tone.WARN, Tone.BAD, Tone.ACCENT])
def test_every_tone_has_a_shape_of_its_own(themed, tone):
    def drawn(which):
        image = QImage(20, 20, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_mark(painter, QRect(2, 2, 16, 16).toRectF(), which, QColor("black"))
        painter.end()
        return image

    assert all(drawn(tone) != drawn(other) for other in Tone if other is not tone)


def test_badge(shown):
    badge = Badge(3)
    shown(column(badge))
    assert badge.text() == "3"
    badge.show_count(120)
    assert badge.text() == "99+"
    badge.show_count(0)
    assert not badge.isVisible()


def test_segments_fill_their_share(shown):
    bar = shown(SegmentedBar("Pagu"), 200, 8)
    bar.show_segments([Segment("terpakai", 25, Tone.BAD), Segment("pesanan ini", 50, Tone.OK)], 100)
    image = bar.grab().toImage()
    colour = [image.pixelColor(x, 4).name().upper() for x in (25, 100, 180)]
    shown_colours = theme.colours()
    assert colour == [shown_colours.bad, shown_colours.ok, shown_colours.soft_line]
    assert bar.accessibleName() == "Pagu: terpakai, pesanan ini"


def test_segments_that_overflow_fill_the_bar(shown):
    bar = shown(SegmentedBar("Pagu"), 200, 8)
    bar.show_segments([Segment("", 100, Tone.NEUTRAL), Segment("lebih", 100, Tone.BAD)], 150)
    image = bar.grab().toImage()
    assert image.pixelColor(150, 4).name().upper() == theme.colours().bad


def test_share_bar(shown):
    bar = shown(ShareBar("UMKK"))
    bar.show_share(4600, "46 %", Tone.OK, "(sasaran 40 %)")
    assert words(bar) == ["UMKK", "(sasaran 40 %)", "46 %"]


def test_step_bar_says_where_it_stands(shown):
    bar = shown(StepBar("Perjalanan"), 400, 44)
    bar.show_steps([Step("Draf", StepState.DONE), Step("Nego", StepState.CURRENT), Step("Selesai")])
    assert bar.accessibleName() == "Perjalanan: Nego (1/3)"
    image = bar.grab().toImage()
    first = image.pixelColor(400 // 6 - 4, 12).name().upper()
    assert first == theme.colours().ok
    bar.show_steps([Step("Draf", StepState.DONE), Step("Dibatalkan", StepState.FAILED)])
    assert bar.accessibleName() == "Perjalanan: Dibatalkan (1/2)"
    bar.grab()


def test_timeline_shows_who_and_when(shown):
    line = shown(Timeline("Riwayat"))
    line.show_events(
        [
            TimelineEvent("Penyedia membalas", "UD Contoh", "14.12", "−6,1 %", Tone.ACCENT),
            TimelineEvent("Draf"),
        ]
    )
    assert words(line) == ["Penyedia membalas", "UD Contoh · 14.12", "−6,1 %", "Draf"]
    line.show_events([])
    assert words(line) == []


def test_summary_rows(shown):
    rows = shown(SummaryRows())
    rows.show_rows([SummaryRow("Harga", "Rp10"), SummaryRow("Total", "Rp11", "total")])
    assert rows.texts() == [("Harga", "Rp10"), ("Total", "Rp11")]
    assert words(rows) == ["Harga", "Rp10", "Total", "Rp11"]
    rows.show_rows([SummaryRow("Total", "Rp12", "total")])
    assert words(rows) == ["Total", "Rp12"]


def test_section_nav_keeps_its_buttons(shown, qtbot):
    nav = shown(SectionNav("Bagian"))
    nav.show_sections([Section("a", "RUP", done=True), Section("b", "Lokasi", missing=2)])
    before = nav.findChildren(NavButton)
    assert [each.accessibleName() for each in before] == ["RUP, lengkap", "Lokasi, 2"]
    nav.show_sections([Section("a", "RUP", missing=1), Section("b", "Lokasi", done=True)])
    assert nav.findChildren(NavButton) == before
    assert [each.accessibleName() for each in before] == ["RUP, 1", "Lokasi, lengkap"]
    with qtbot.waitSignal(nav.chosen) as told:
        before[1].click()
    assert told.args == ["b"]
    assert before[1].isChecked()
    assert not before[0].isChecked()


def test_checklist_leads_to_the_field(shown, qtbot):
    checklist = shown(Checklist("Yang masih kurang"))
    checklist.show_items([])
    assert words(checklist) == ["Tidak ada yang kurang."]
    checklist.show_items([ChecklistItem("hps", "Dokumen HPS", "wajib di atas Rp100.000.000")])
    link = checklist.findChild(QPushButton)
    assert link.text() == "Dokumen HPS"
    assert link.accessibleDescription() == "wajib di atas Rp100.000.000"
    with qtbot.waitSignal(checklist.followed) as told:
        link.click()
    assert told.args == ["hps"]


def test_card_and_verdict(shown):
    card = Card("Ringkasan")
    verdict = VerdictCard()
    shown(column(card, verdict))
    assert not verdict.isVisible()
    verdict.show_verdict(Tone.BAD, "> Rp200.000.000", "Hanya PPK.")
    assert verdict.isVisible()
    assert verdict.property("role") == "verdict_bad"
    card.show_note("2 lokasi")
    assert words(card) == ["Ringkasan", "2 lokasi"]


def test_banner_goes_and_comes(shown, qtbot):
    banner = Banner(Tone.WARN, "Harga berubah.", "Lihat", closable=True)
    shown(column(banner))
    action = next(each for each in banner.findChildren(QPushButton) if each.text() == "Lihat")
    with qtbot.waitSignal(banner.action):
        action.click()
    banner.show_text(Tone.BAD, "Ditolak.")
    assert banner.property("role") == "banner_bad"
    assert not action.isVisible()
    banner.show_text(Tone.BAD, "")
    assert not banner.isVisible()


def test_empty_state(shown, qtbot):
    empty = shown(EmptyState(EmptyText("Kosong", "Cari dulu.", "Cari"), "cart"))
    assert words(empty) == ["Kosong", "Cari dulu."]
    with qtbot.waitSignal(empty.action):
        empty.findChild(QPushButton).click()


def test_toast_passes_by(shown, qtbot):
    host = shown(QWidget(), 600, 400)
    toast = Toast(host)
    toast.show_text("Tersimpan")
    assert toast.text() == "Tersimpan"
    assert host.rect().contains(toast.geometry())
    toast._clock.timeout.emit()
    assert toast.text() == ""


def test_busy_waits_a_moment_and_can_be_cancelled(shown, qtbot):
    host = shown(QWidget(), 400, 300)
    busy = BusyOverlay(host)
    busy.show_busy("Mengirim…", 0.5)
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible, timeout=2000)
    assert busy.geometry() == host.rect()
    with qtbot.waitSignal(busy.cancelled):
        busy.findChild(QPushButton).click()
    assert not busy.isVisible()
    busy.show_busy("Sebentar")
    busy.hide_busy()
    qtbot.wait(200)
    assert not busy.isVisible()


def grid_of(cells, columns=2):
    grid = LineGrid("Butir", [GridColumn("Butir"), GridColumn("Nilai", 120, Align.RIGHT)][:columns])
    grid.show_lines(cells)
    return grid


def test_grid_keeps_editors_and_focus(shown, qtbot):
    editor = MoneyField("Tawaran", label_visible=False)
    grid = shown(grid_of([("a", ["Meja\nTKDN 78 %", editor])]))
    editor.focus_editor()
    editor.show_value(Rupiah(5))
    grid.show_lines([("a", ["Meja besar\nTKDN 80 %", editor])])
    assert editor.isVisible()
    assert editor.findChild(QWidget).window().focusWidget() is not None
    assert "Meja besar" in words(grid)
    assert "TKDN 80 %" in words(grid)
    assert editor.value() == 5


def test_grid_takes_lines_away_and_adds_them(shown, qtbot):
    first, second = MoneyField("Satu", label_visible=False), MoneyField("Dua", label_visible=False)
    pill = Pill(PillText("belum diisi", Tone.BAD))
    grid = shown(grid_of([("a", ["Meja", first]), ("b", ["Kursi", second])]))
    grid.show_lines([("b", ["Kursi", second]), ("c", ["Papan", pill])])
    assert not first.isVisible()
    assert second.isVisible()
    qtbot.waitUntil(pill.isVisible)
    grid.show_lines([("c", ["Papan", "Rp5"])])
    assert not pill.isVisible()
    grid.show_lines([("c", ["Papan", pill])])
    qtbot.waitUntil(pill.isVisible)
    grid.clear()
    assert words(grid) == ["Butir", "Nilai"]


def test_grid_refuses_a_short_line(shown):
    grid = shown(grid_of([]))
    with pytest.raises(ValueError, match="1 cells for 2"):
        grid.show_lines([("a", ["Meja"])])


def test_a_cell_of_a_grid_changes_alone(shown):
    grid = shown(grid_of([("a", ["Meja", "Rp5"])]))
    grid.show_cell("a", 1, "Rp6")
    assert "Rp6" in words(grid)
    assert grid.cell_text("a", 1) == "Rp6"


def test_columns_stack_when_it_gets_narrow(shown):
    nav = SectionNav("Bagian")
    nav.show_sections([Section("a", "RUP")])
    columns = shown(Columns(label("utama"), label("panel"), nav=nav, scrolls=True), 1200, 500)
    assert not columns.is_stacked()
    assert nav.isVisible()
    columns.resize(900, 500)
    assert not columns.is_stacked()
    assert not nav.isVisible()
    columns.resize(700, 500)
    assert columns.is_stacked()


def test_page_head(shown, qtbot):
    page = shown(Page("Pesanan"), 600, 400)
    page.show_status(PillText("baru", Tone.ACCENT))
    page.show_note("12 pesanan")
    came: list[Any] = []
    went: list[Any] = []
    page.entered.connect(came.append)
    page.left.connect(lambda: went.append(True))
    page.open_item("EP-1")
    page.leave()
    assert words(page) == ["Pesanan", "baru", "12 pesanan"]
    assert (came, went) == (["EP-1"], [True])
    page.show_banner(Tone.WARN, "Harga berubah.")
    assert "Harga berubah." in words(page)


def test_icon_buttons_have_names(shown):
    made = shown(icon_button("Hapus baris", "remove"))
    assert made.accessibleName() == "Hapus baris"
    assert made.toolTip() == "Hapus baris"


def test_labels_read_no_markup(shown):
    made = shown(label("<b>CV Contoh</b>"))
    assert made.text() == "<b>CV Contoh</b>"
    bold = label("CV Contoh")
    shown(bold)
    assert made.sizeHint().width() > bold.sizeHint().width()


def test_painted_widgets_follow_a_switch(shown, themed):
    bar = shown(StepBar("x"), 300, 44)
    bar.show_steps([Step("Draf", StepState.DONE), Step("Selesai")])
    light = bar.grab().toImage()
    theme.apply_theme(themed, "dark")
    assert bar.grab().toImage() != light


def test_a_long_part_scrolls_instead_of_growing_its_page(shown):
    area = VerticalScroll()
    for _number in range(40):
        area.content.addWidget(parts.label("Baris yang panjang"))
    beside = parts.label("Kalimat yang dibungkus bila ruangnya sempit. " * 3, wrap=True)
    both = parts.row(beside, area)
    page = scrolled(both)
    shown(page, 600, 400)
    assert page.verticalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() > 0


def test_an_action_bar_is_there_while_a_deed_is_open(shown):
    first, second = parts.button("Pilih"), parts.button("Bayar")
    bar = ActionBar(first, second)
    host = parts.column(bar)
    shown(host, 300, 100)
    assert not bar.isVisible()
    bar.show_deed(second, True)
    assert bar.isVisible()
    assert second.isVisible()
    assert not first.isVisible()
    bar.show_deed(second, False)
    assert not bar.isVisible()


def test_stacked_columns_squeeze_nothing(shown, qtbot):
    main = column(*(label(f"Baris {number}") for number in range(40)))
    both = Columns(main, label("Panel"), main_width=400, side_width=200)
    page = scrolled(both)
    shown(page, 420, 300)
    QCoreApplication.processEvents()
    assert both.is_stacked()
    assert main.height() >= main.minimumSizeHint().height() > 300
    before = main.height()
    layout = main.layout()
    assert layout is not None
    layout.addWidget(label("Satu lagi"))
    qtbot.waitUntil(lambda: main.height() >= main.minimumSizeHint().height() > before, timeout=2000)


def test_the_head_of_a_page_grows_with_the_letters(shown, themed):
    page = shown(Page("Pesanan"), 600, 300)
    page.add_trailing(button("Ekspor…"))
    theme.apply_theme(themed, "light", 1.5)
    QCoreApplication.processEvents()
    assert page._head.height() >= page._head_layout.minimumSize().height()
