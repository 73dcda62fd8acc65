"""The BAST: ordered against received, what was found, and the penalty when late."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_core.terbilang import terbilang_rupiah
from inaproc_core.values import Quantity
from inaproc_documents.bast import received_quantities, render_bast
from inaproc_documents.paper.words import rupiah
from tests.documents import papers


def test_every_part_is_there() -> None:
    order = papers.bast_order()
    assert order.bast is not None
    assert order.current is not None
    text = " ".join(papers.text_of(papers.bast()))
    for wanted in (
        "BERITA ACARA SERAH TERIMA",
        "Nomor: 027/BAST/001/2026",
        "Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)",
        "Pihak Kesatu (menerima)",
        "Pihak Kedua (menyerahkan)",
        f"Surat Pesanan {order.number}, 23 November 2026",
        "Dipesan Diterima Selisih",
        "10,00 rim 10,00 rim –",
        "Berfungsi baik Ya",
        "Jumlah sesuai pesanan Ya",
        "Tepat waktu Ya",
        "Keterlambatan tidak ada",
        f"Total {rupiah(order.current.total)}",
        terbilang_rupiah(order.current.total),
        order.bast.verification,
        "SIMULASI",
    ):
        assert wanted in text, wanted
    assert "denda" not in text


def test_a_late_delivery_names_days_and_penalty() -> None:
    order = papers.bast_order()
    assert order.inspection is not None
    assert order.current is not None
    late = replace(
        order, inspection=replace(order.inspection, late_days=3, time_ok=False, note="Banjir di jalur utara")
    )
    text = " ".join(papers.text_of(render_bast(late)))
    base = order.current.total - order.current.ppn
    assert "Tepat waktu Tidak" in text
    assert "3 (tiga) hari kalender" in text
    assert f"dari {rupiah(base)} (nilai sebelum PPN) selama 3 hari, yaitu {rupiah(base * 3 // 1000)}" in text
    assert "menurut butir 8 Surat Pesanan" in text


def test_a_delay_that_the_ppk_accepts_costs_nothing() -> None:
    order = papers.bast_order()
    assert order.inspection is not None
    excused = replace(order, inspection=replace(order.inspection, late_days=3, note="Keadaan kahar"))
    text = " ".join(papers.text_of(render_bast(excused)))
    assert "3 (tiga) hari kalender" in text
    assert "denda" not in text


def test_received_is_what_arrived_not_what_was_sent() -> None:
    order = papers.bast_order()
    shipment = order.shipments[0]
    under_way = replace(shipment, no=2, arrived_at=None)
    partly = replace(shipment, quantities={"1": Quantity(400)})
    changed = replace(order, shipments=(partly, under_way))
    assert received_quantities(changed) == {"1": 400, "2": 0}
    text = " ".join(papers.text_of(render_bast(changed)))
    assert "10,00 rim 4,00 rim -6,00" in text


def test_an_order_without_inspection_is_an_error() -> None:
    with pytest.raises(ValueError, match="no issued BAST"):
        render_bast(replace(papers.bast_order(), inspection=None))
