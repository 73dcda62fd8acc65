"""The register's service: all pages, figures of a month, ending an access, files on the disk."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook

from inaproc_core.errors import Refused
from inaproc_core.registration.book import load_registration
from inaproc_desktop.ports.desk import RegisterFilter, Spreadsheet
from inaproc_desktop.ports.ui import Cancelled, CancelToken
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.services.register import (
    Maker,
    RegisterService,
    figures_of,
    month_of,
    months_back,
    recap_of,
)
from tests.desktop.fake_desk import NOW, FakeDesk, full_register, register_row

RULES = load_registration().at(NOW.date())


def service_of(desk: FakeDesk) -> RegisterService:
    maker = Maker(name="Verifikator Latihan", office="Pemerintah Kota Contoh", simulation=True)
    return RegisterService(calls=desk, rules=lambda: RULES, acting_as="a-vai", maker=maker)


def test_every_page_is_read_and_the_office_is_filtered_here():
    desk = FakeDesk(register_rows=full_register(), page_size=5)
    found = service_of(desk).rows(RegisterFilter())
    assert len(found.rows) == found.total == 28
    assert found.complete
    assert found.offices == (
        "Dinas Kesehatan Kota Contoh",
        "Dinas Pendidikan Kota Contoh",
        "Pemerintah Kota Contoh",
    )
    one = service_of(desk).rows(RegisterFilter(office="Dinas Pendidikan Kota Contoh"))
    assert len(one.rows) == one.total == 9
    assert all(asked.office == "" for asked in desk.asked)


def test_the_page_stops_reading_and_says_that_there_is_more():
    desk = FakeDesk(register_rows=full_register(), page_size=5)
    found = service_of(desk).rows(RegisterFilter(), 10)
    assert (len(found.rows), found.total, found.complete) == (10, 28, False)


def test_reading_stops_between_pages_when_told_to():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        service_of(FakeDesk(register_rows=full_register(), page_size=5)).rows(RegisterFilter(), None, token)


def test_figures_of_every_outcome():
    figures = figures_of(full_register(), 72)
    assert figures.received == 28
    assert (figures.approved, figures.fix, figures.rejected) == (24, 1, 1)
    assert (figures.withdrawn, figures.waiting) == (1, 1)
    assert figures.decided == 26
    assert figures.hours == 24 * 30 + 12 + 80
    # The rejected after 80 hours, and the one that has waited for 90; a withdrawn one is nobody's delay.
    assert figures.overdue == 2
    total = figures.approved + figures.fix + figures.rejected + figures.withdrawn + figures.waiting
    assert total == figures.received


@pytest.mark.parametrize(("hours", "late"), [(71, 0), (72, 0), (73, 1)])
def test_the_limit_itself_is_in_time(hours, late):
    assert figures_of([register_row(hours=hours)], 72).overdue == late


def test_a_recap_groups_by_instansi_office_and_kind():
    rows = [
        register_row(1, instansi="B", office="b1", kind="PPK"),
        register_row(2, instansi="A", office="", kind="VAI"),
        register_row(3, instansi="B", office="b1", kind="PP"),
        register_row(4, instansi="B", office="b1", kind="PP"),
    ]
    first, second = recap_of(rows, 72, str.lower)
    assert (first.instansi, first.office) == ("A", "A")
    assert [(one.role, one.figures.received) for one in second.roles] == [("pp", 2), ("ppk", 1)]


def test_the_recap_of_a_month_counts_that_month_alone():
    rows = [
        register_row(1),
        register_row(2, sent_at=NOW.replace(month=10)),
        register_row(3, status="REJECTED"),
    ]
    desk = FakeDesk(register_rows=rows)
    pdf = service_of(desk).recap(date(2026, 11, 15), "", NOW)
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert desk.asked[-1].first == date(2026, 11, 1)
    assert desk.asked[-1].last == date(2026, 11, 30)
    assert "November 2026" in text
    assert "Pejabat Pembuat Komitmen (PPK)" in text
    assert "Permohonan masuk\r\n2" in text or "Permohonan masuk 2" in text.replace("\r\n", " ")
    assert "SIMULASI" in text


def test_exports_are_whole_or_not_there(tmp_path):
    sheet = Spreadsheet(title="Register akses", headings=("Nama", "Jam"), rows=(("=1+1", 30),))
    service = service_of(FakeDesk())
    service.export(sheet, str(tmp_path / "a.xlsx"))
    page = load_workbook(tmp_path / "a.xlsx").active
    assert page is not None
    assert page["A2"].value == "=1+1"
    service.export(sheet, str(tmp_path / "a.CSV"))
    assert (tmp_path / "a.CSV").read_bytes() == b"\xef\xbb\xbfNama;Jam\r\n'=1+1;30\r\n"
    with pytest.raises(WorldFailed) as failed:
        service.export(sheet, str(tmp_path / "missing" / "a.csv"))
    assert failed.value.code == "world.disk"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.CSV", "a.xlsx"]


def test_an_access_ends_with_a_reason_that_explains():
    desk = FakeDesk()
    service = service_of(desk)
    with pytest.raises(Refused) as told:
        service.deactivate(register_row(7), "", "Pindah ke dinas lain")
    assert told.value.refusal.code == "register.reason_missing"
    with pytest.raises(Refused) as told:
        service.deactivate(register_row(7), "transferred", "   pindah  ")
    assert told.value.refusal.code == "register.note_short"
    service.deactivate(register_row(7), "transferred", "Pindah ke dinas lain")
    ((access_id, asked),) = desk.ended
    assert (access_id, asked.acting_as, asked.code) == ("a-7", "a-vai", "transferred")


def test_months_are_whole():
    assert month_of(date(2028, 2, 10)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert months_back(date(2026, 1, 31), 3) == (date(2026, 1, 1), date(2025, 12, 1), date(2025, 11, 1))
